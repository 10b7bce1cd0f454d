/** The Word form: numbers, styles, footnotes and directions; on good and on hostile input; opened by others. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { buildDigest, digestLanguages, renderDocx, renderHtml } from "../../../src/export/index.ts"
import { cycle } from "../sample-registry.ts"
import { earlierInput, sampleInput } from "../sample.ts"
import { hostile, libreOffice } from "./hostile.ts"

const sample = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })

const parts = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, own]) => [name, strFromU8(own)]))

const part = (bytes: Uint8Array, name: string): string => parts(bytes).get(name) ?? ""

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }

/** The text between tags. */
const words = (xml: string): string =>
  xml
    .replace(/<w:br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? "?")

const bare = (text: string): string => text.replace(/[\s\u200b\u200e\u200f\ufeff]+/g, "")

describe("DOCX", () => {
  it.effect("numbers its paragraphs as every other form does, each with a bookmark of that number", () =>
    Effect.gen(function* () {
      const document = part(yield* renderDocx(sample), "word/document.xml")
      const html = renderHtml(sample)
      const inHtml = new Set([...html.matchAll(/ id="p(\d+)"/g)].map(([, par]) => Number(par)))
      const inWord = [
        ...document.matchAll(/<w:bookmarkStart w:name="p(\d+)"[^>]*>.*?<w:t[^>]*>(\d+)\.<\/w:t>/g)
      ]
      assert.deepStrictEqual(new Set(inWord.map(([, par]) => Number(par))), inHtml)
      for (const [, name, written] of inWord) assert.strictEqual(name, written)
      // With a relationship it is a web address, and the anchor its fragment.
      const anchors = [...document.matchAll(/<w:hyperlink (?![^>]*r:id)[^>]*w:anchor="([^"]+)"/g)].map(
        ([, name]) => name
      )
      const names = [...document.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
      assert.isAbove(anchors.length, 20)
      for (const name of anchors) assert.include(names, name)
      assert.strictEqual(new Set(names).size, names.length)
      for (const name of names) assert.match(name ?? "", /^[A-Za-z]\w{0,39}$/)
    })
  )

  it.effect("holds every quotation word for word, with its source in a footnote that can be followed", () =>
    Effect.gen(function* () {
      const bytes = yield* renderDocx(sample)
      const document = part(bytes, "word/document.xml")
      const footnotes = [
        ...part(bytes, "word/footnotes.xml").matchAll(/<w:footnote [^>]*>.*?<\/w:footnote>/gs)
      ].map(([own]) => words(own))
      const text = words(document)
      for (const quotation of sample.statements) {
        assert.include(text, quotation.text)
        const [place] = quotation.places
        const output = sample.outputs.find(({ id }) => id === place.outputId)
        const found = footnotes.some(
          (own) =>
            bare(own).includes(bare(output?.title ?? "?")) &&
            own.includes(output?.captureId ?? "") &&
            (!/^https?:/.test(output?.url ?? "") || own.includes(decodeURI(output?.url ?? "")))
        )
        assert.isTrue(found, quotation.id)
      }
      const references = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) =>
        Number(id)
      )
      assert.deepStrictEqual(
        references,
        references.map((_, index) => index + 1)
      )
    })
  )

  it.effect("has its form from styles, heads that are repeated, and running heads with page numbers", () =>
    Effect.gen(function* () {
      const all = parts(yield* renderDocx(sample))
      const document = all.get("word/document.xml") ?? ""
      const defined = new Set(
        [...(all.get("word/styles.xml") ?? "").matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id)
      )
      const used = new Set([...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id))
      for (const id of used) assert.isTrue(defined.has(id), id)
      assert.includeMembers(
        [...used],
        [
          "Title",
          "Subtitle",
          "Heading1",
          "Heading2",
          "Heading3",
          "Quote",
          "Caption",
          "ListParagraph",
          "NumberedParagraph"
        ]
      )
      const tables = document.split("<w:tbl>").length - 1
      assert.isAbove(tables, 10)
      assert.isAtLeast(document.split("<w:tblHeader/>").length - 1, tables)
      const heads = [...all].filter(([name]) => /^word\/header\d/.test(name)).map(([, xml]) => words(xml))
      const feet = [...all].filter(([name]) => /^word\/footer\d/.test(name)).map(([, xml]) => xml)
      assert.isTrue(heads.some((own) => own.includes("Tributary digest 2026-1")))
      assert.isTrue(feet.every((own) => own.includes("NUMPAGES")))
    })
  )

  it.effect("marks the language of each quotation, and the direction of Arabic ones, in any edition", () =>
    Effect.gen(function* () {
      for (const lang of ["en", "ar"] as const) {
        const document = part(yield* renderDocx(sample, { lang }), "word/document.xml")
        const paragraphs = document.split("</w:p>")
        for (const quotation of sample.statements.filter(
          ({ language }) => language === "ar" || language === "fr"
        )) {
          const own = paragraphs.find(
            (xml) => xml.includes('w:val="Quote"') && words(xml).includes(quotation.text)
          )
          assert.isDefined(own)
          assert.strictEqual(/<w:bidi\/>/.test(own ?? ""), quotation.language === "ar")
          assert.match(own ?? "", quotation.language === "ar" ? /<w:rtl\/>/ : /<w:lang w:val="fr"\/>/)
        }
      }
    })
  )

  it.effect("is written in every language", () =>
    Effect.gen(function* () {
      for (const lang of digestLanguages) {
        const bytes = yield* renderDocx(sample, { lang })
        const { value } = yield* Effect.promise(() => mammoth.extractRawText({ buffer: Buffer.from(bytes) }))
        assert.notInclude(value, "undefined")
        assert.notMatch(value, /\{\w+\}/)
      }
    })
  )

  it.effect("gives the same bytes again, with the dates of the digest", () =>
    Effect.gen(function* () {
      const first = yield* renderDocx(sample)
      yield* renderDocx(hostile())
      const again = yield* renderDocx(structuredClone(sample))
      assert.isTrue(Buffer.from(first).equals(Buffer.from(again)))
      const core = part(first, "docProps/core.xml")
      assert.deepStrictEqual(
        [...core.matchAll(/<dcterms:(?:created|modified)[^>]*>([^<]*)/g)].map(([, date]) => date),
        [sample.asOf, sample.asOf]
      )
      assert.include(core, "<dc:creator>Tributary</dc:creator>")
    })
  )

  it.effect("keeps hostile texts as text: no field, no link that runs, nothing that does not parse", () =>
    Effect.gen(function* () {
      const digest = hostile()
      const bytes = yield* renderDocx(digest)
      const document = part(bytes, "word/document.xml")
      assert.notInclude(document, "<w:instrText")
      for (const [name, xml] of parts(bytes)) {
        if (name.endsWith(".rels")) assert.notInclude(xml, "javascript:")
        assert.notMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/, name)
      }
      const { value } = yield* Effect.promise(() => mammoth.extractRawText({ buffer: Buffer.from(bytes) }))
      assert.include(value, "</w:t></w:r><w:instrText>DDEAUTO")
      assert.include(value, "x".repeat(700))
    })
  )

  it.effect("is a whole document without any statement, and with names of any length", () =>
    Effect.gen(function* () {
      const input = sampleInput()
      const empty = buildDigest({ ...input, statements: [], clusters: [], outputs: [] })
      const bytes = yield* renderDocx(empty)
      const { value } = yield* Effect.promise(() => mammoth.extractRawText({ buffer: Buffer.from(bytes) }))
      assert.include(value, "No statement in this window.")
      const long = buildDigest({
        ...input,
        cycle: { ...cycle, theme: "theme ".repeat(200) },
        initiatives: input.initiatives.map((own) => Object.assign({}, own, { name: "Ж".repeat(400) }))
      })
      yield* renderDocx(long)
    })
  )

  it.effect(
    "opens in LibreOffice and comes back with the same text",
    () =>
      Effect.gen(function* () {
        for (const [name, digest] of [
          ["sample.docx", sample],
          ["hostile.docx", hostile(["</w:t> <b> & ]]>", "=1+1", "_x0041_"])]
        ] as const) {
          const made = yield* libreOffice(name, yield* renderDocx(digest), "txt:Text (encoded):UTF8")
          if (made === null) return
          const text = bare([...made.values()].join())
          for (const quotation of digest.statements) assert.include(text, bare(quotation.text))
          for (const { par } of digest.method) assert.include(text, `${par}.`)
        }
      }),
    180_000
  )
})
