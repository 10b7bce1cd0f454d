import { assert, describe, it } from "@effect/vitest"
import iconv from "iconv-lite"
import * as fc from "fast-check"
import { cleanControls, decodeText, mendMojibake } from "../../../src/ingest/encoding/index.ts"

const bytesOf = (text: string, charset: string): Uint8Array => new Uint8Array(iconv.encode(text, charset))

const asLatin = (text: string, charset: string): string =>
  new TextDecoder(charset).decode(new TextEncoder().encode(text))

const russian = "Форум по управлению интернетом обсудил доступ в сельских районах"
const arabic = "منتدى حوكمة الإنترنت ومشاركة الشباب في صنع القرار"
const french = "La gouvernance de l’Internet : les défis de l’accès et de l’éducation à l’échelle nationale"

describe("bytes to text", () => {
  const rows: ReadonlyArray<readonly [string, string, string, string, string]> = [
    ["windows-1251", russian, "", "windows-1251", "statistics"],
    ["koi8-r", russian, "", "koi8-r", "statistics"],
    ["windows-1256", arabic, "", "windows-1256", "statistics"],
    ["windows-1252", french, "", "windows-1252", "statistics"],
    ["gb18030", "中国互联网治理论坛报告：数据治理与安全", "", "gb18030", "statistics"],
    ["shift_jis", "日本インターネットガバナンスフォーラム報告書", "", "shift_jis", "statistics"],
    ["shift_jis", "日本語の記事です", "", "shift_jis", "statistics"],
    ["euc-jp", "日本語の記事です", "", "euc-jp", "statistics"],
    ["euc-kr", "한국 인터넷 거버넌스 포럼 보고서", "", "euc-kr", "statistics"],
    ["big5", "台灣網路治理論壇年度報告", "", "big5", "statistics"],
    ["windows-1252", french, "text/html; charset=ISO-8859-1", "windows-1252", "http-header"],
    ["koi8-r", russian, "text/xml; charset=iso-8859-1", "koi8-r", "statistics"],
    ["windows-1251", russian, "text/xml; charset=windows-1251", "windows-1251", "http-header"],
    ["utf-16le", russian, "", "utf-16le", "byte-order-mark"],
    ["utf-16be", russian, "", "utf-16be", "byte-order-mark"],
    ["utf-8", russian, "text/html; charset=windows-1251", "utf-8", "valid-utf-8"],
    ["cp850", "Gobernación de Internet", "text/plain; charset=cp850", "cp850", "http-header"]
  ]
  for (const [charset, text, contentType, encoding, reason] of rows) {
    it(`reads ${charset}${contentType === "" ? "" : ` served as "${contentType}"`} by ${reason}`, () => {
      const mark = charset === "utf-16le" ? [0xff, 0xfe] : charset === "utf-16be" ? [0xfe, 0xff] : []
      const bytes = Uint8Array.from([...mark, ...bytesOf(text, charset)])
      const decoded = decodeText(bytes, { contentType })
      assert.deepStrictEqual([decoded.encoding, decoded.reason, decoded.text], [encoding, reason, text])
    })
  }

  it("takes the declaration of the document when the header says nothing", () => {
    const xml = `<?xml version="1.0" encoding="iso-8859-2"?><t>Zażółć gęślą jaźń</t>`
    const decoded = decodeText(bytesOf(xml, "iso-8859-2"))
    assert.deepStrictEqual(
      [decoded.encoding, decoded.reason, decoded.text],
      ["iso-8859-2", "declaration", xml]
    )
  })

  it("reads UTF-16 that has no mark by where its zero bytes stand", () => {
    const decoded = decodeText(bytesOf("<rss><channel><title>Réseau</title></channel></rss>", "utf-16be"))
    assert.deepStrictEqual([decoded.encoding, decoded.reason], ["utf-16be", "byte-pattern"])
    assert.include(decoded.text, "Réseau")
  })

  it("keeps UTF-8 with a few damaged bytes and says how many", () => {
    const good = new TextEncoder().encode("Déclaration de Cotonou — été 2025, accès équitable")
    const decoded = decodeText(Uint8Array.from([...good, 0xff, ...good]))
    assert.strictEqual(decoded.encoding, "utf-8")
    assert.strictEqual(decoded.undecodable, 1)
    assert.match(decoded.warnings.join(" "), /damaged UTF-8/)
  })

  it("refuses EBCDIC by name, and bytes that are not text", () => {
    assert.match(decodeText(Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93)).failure ?? "", /EBCDIC/)
    assert.match(
      decodeText(Uint8Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 65 : 0))).failure ?? "",
      /not text|NUL/
    )
  })

  it("never throws, whatever the bytes and the labels are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, label) => {
        const decoded = decodeText(bytes, { contentType: `text/xml; charset=${label}` })
        assert.isString(decoded.text)
      })
    )
  })
})

describe("mojibake", () => {
  for (const text of [
    french,
    "Gobernanza: participación, niñez y educación",
    "Ações para a inclusão “digital”"
  ]) {
    it(`mends "${text.slice(0, 20)}…" read as windows-1252 once and twice`, () => {
      const once = asLatin(text, "windows-1252")
      assert.strictEqual(mendMojibake(once).text, text)
      assert.strictEqual(mendMojibake(asLatin(once, "windows-1252")).text, text)
    })
  }

  it("mends Russian read as windows-1252 and as windows-1251", () => {
    const word = "доступ"
    assert.strictEqual(mendMojibake(asLatin(word, "latin1")).text, word)
    assert.strictEqual(mendMojibake(asLatin(word, "windows-1251")).text, word)
  })

  it("leaves right text alone, also where its bytes would be valid UTF-8 by chance", () => {
    for (const text of [
      french,
      russian,
      arabic,
      "“IGF PERÚ”",
      "« voilà\u00a0»",
      "AVÓ” e “MAMÃ”",
      "São Tomé",
      "ÎLE «À»",
      "“ESPAÑA”",
      "Œuvre – naïveté…",
      "РСФСР «Рунет»"
    ]) {
      assert.strictEqual(mendMojibake(text).text, text)
    }
  })

  it("never changes ASCII, and mending twice changes nothing more", () => {
    fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (text) => mendMojibake(text).text === text))
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const once = mendMojibake(asLatin(text, "windows-1252")).text
        assert.strictEqual(mendMojibake(once).text, mendMojibake(mendMojibake(once).text).text)
      })
    )
  })
})

describe("control characters", () => {
  it("are removed, and those that windows-1252 means as punctuation are replaced", () => {
    assert.deepStrictEqual(cleanControls("a\u0000b\u0007c don\u0092t\u000bx"), {
      text: "abc don’tx",
      removed: 3,
      replaced: 1
    })
  })
})
