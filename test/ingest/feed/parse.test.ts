import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import iconv from "iconv-lite"
import { feedReport, parseFeed, type FeedOptions, type ParsedFeed } from "../../../src/ingest/feed/index.ts"
import { processorTime } from "../../processor-time.ts"

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (text: string | Uint8Array, options: FeedOptions = {}): ParsedFeed => {
  const parsed = parseFeed(typeof text === "string" ? encode(text) : text, options)
  if (Result.isFailure(parsed)) throw new Error(`${parsed.failure.reason}: ${parsed.failure.message}`)
  return parsed.success
}

const refusal = (text: string | Uint8Array): string => {
  const parsed = parseFeed(typeof text === "string" ? encode(text) : text)
  return Result.isFailure(parsed) ? `${parsed.failure.reason}: ${parsed.failure.message}` : "accepted"
}

const titles = (text: string | Uint8Array) => read(text).items.map(({ title }) => title)

const item = (inner: string) =>
  `<item><title>Messages from Lomé</title><link>https://igf.example/messages</link>${inner}</item>`
const rss = (inner: string, attributes = 'version="2.0"') =>
  `<rss ${attributes}><channel><title>IGF Example</title><link>https://igf.example/</link>${inner}</channel></rss>`
const addressOf = (inner: string) => read(rss(`<item>${inner}</item>`)).items[0]?.url
const entry = (inner: string) =>
  `<entry><title>Messages</title><link href="https://igf.example/messages"/>${inner}</entry>`
const atom = (inner: string, xmlns = "http://www.w3.org/2005/Atom", more = "") =>
  `<feed xmlns="${xmlns}" ${more}><title>IGF Example</title>${inner}</feed>`

describe("formats", () => {
  const rows: ReadonlyArray<readonly [string, string]> = [
    ["rss-2.0", rss(item("<pubDate>Tue, 04 Nov 2025 10:00:00 GMT</pubDate>"))],
    ["rss-0.91", rss(item("<pubDate>2025-11-04</pubDate>"), 'version="0.91"')],
    ["rss", rss(item("<date>4 Nov 2025</date>"), "")],
    [
      "rss-1.0",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="https://igf.example/"><title>IGF Example</title><items><rdf:Seq><rdf:li rdf:resource="x"/></rdf:Seq></items></channel>
       ${item("<dc:date>2025-11-04T10:00:00Z</dc:date>").replace("<item>", '<item rdf:about="https://igf.example/messages">')}</rdf:RDF>`
    ],
    [
      "rss-0.90",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel><title>IGF Example</title></channel>${item("<dc:date>2025-11-04</dc:date>")}</rdf:RDF>`
    ],
    ["atom-1.0", atom(entry("<published>2025-11-04T10:00:00Z</published>"))],
    [
      "atom-0.3",
      atom(entry("<issued>2025-11-04T10:00:00Z</issued>"), "http://purl.org/atom/ns#", 'version="0.3"')
    ],
    ["atom-0.3", atom(entry("<modified>2025-11-04T10:00:00Z</modified>"), "http://purl.org/echo/")],
    [
      "cdf",
      `<CHANNEL HREF="https://igf.example/"><TITLE>IGF Example</TITLE>
       <ITEM HREF="https://igf.example/messages" LASTMOD="2025-11-04T10:00:00Z"><TITLE>Messages</TITLE><ABSTRACT>All.</ABSTRACT></ITEM></CHANNEL>`
    ],
    [
      "json-feed-1.1",
      `{"version":"https://jsonfeed.org/version/1.1","title":"IGF Example","items":[{"id":"1","url":"https://igf.example/messages","title":"Messages","content_html":"<p>Hi</p>","date_published":"2025-11-04T10:00:00Z"}]}`
    ],
    [
      "rss-2.0",
      rss(item("<pubDate>4 Nov 2025</pubDate>"), 'version="2.0" xmlns="http://backend.userland.com/rss2"')
    ],
    [
      "rss-2.0",
      rss(item("<pubDate>4 Nov 2025</pubDate>"))
        .replaceAll(/<(\/?)(\w)/g, "<$1r:$2")
        .replace("<r:rss", '<r:rss xmlns:r="http://backend.userland.com/rss2"')
    ],
    [
      "atom-1.0",
      atom(entry("<updated>2025-11-04T10:00:00Z</updated>"))
        .replaceAll(/<(\/?)(\w)/g, "<$1a:$2")
        .replace("xmlns=", "xmlns:a=")
    ]
  ]
  for (const [format, text] of rows) {
    it(`reads ${format}: ${text.slice(0, 60)}`, () => {
      const feed = read(text)
      assert.strictEqual(feed.format, format)
      assert.strictEqual(feed.title, "IGF Example")
      assert.deepStrictEqual(
        feed.items.map(({ url, publishedAt }) => [url, publishedAt as string | null]),
        [["https://igf.example/messages", "2025-11-04"]]
      )
      assert.match(feed.items[0]?.title ?? "", /^Messages/)
    })
  }

  it("keeps every item, also those without any of the required elements", () => {
    assert.lengthOf(read(rss("<item/><item><author>x</author></item><item><title/></item>")).items, 3)
    assert.lengthOf(read(atom("<entry/><entry><category term='x'/></entry>")).items, 2)
    assert.lengthOf(read("<rss><item><title>a</title></item></rss>").items, 1)
    assert.lengthOf(read("<CHANNEL><ITEM LASTMOD='2025-11-04'></ITEM></CHANNEL>").items, 1)
    assert.lengthOf(read("<rss/>").items, 0)
    assert.lengthOf(read(atom("")).items, 0)
  })

  it("gives the shape that the command prints", () => {
    const report = feedReport(
      "a.xml",
      read(rss(item("<guid>m-1</guid><description>All &lt;b&gt;messages&lt;/b&gt;</description>")))
    )
    assert.deepStrictEqual(report, {
      file: "a.xml",
      format: "rss-2.0",
      title: "IGF Example",
      items: [
        {
          id: "m-1",
          url: "https://igf.example/messages",
          title: "Messages from Lomé",
          publishedAt: null,
          summary: "All messages"
        }
      ],
      warnings: ["An item has no date."]
    })
  })
})

describe("faults of well-meant feeds", () => {
  const rows: ReadonlyArray<readonly [string, string, ReadonlyArray<string | null>]> = [
    ["bare ampersands", rss("<item><title>Access & rights, R&D</title></item>"), ["Access & rights, R&D"]],
    [
      "HTML entities",
      rss("<item><title>D&eacute;claration&nbsp;de Lom&eacute;</title></item>"),
      ["Déclaration de Lomé"]
    ],
    ["double escaping", rss("<item><title>Q&amp;amp;A &amp;#8211; part</title></item>"), ["Q&A – part"]],
    [
      "impossible character references",
      rss("<item><title>a &#1114112; b &#55296;</title></item>"),
      ["a \ufffd b \ufffd"]
    ],
    ["references to windows-1252", rss("<item><title>don&#146;t</title></item>"), ["don’t"]],
    ["control characters", rss("<item><title>a\u0000b\u0008c</title></item>"), ["abc"]],
    [
      "undeclared prefixes",
      rss("<item><title>a</title><dc:creator>x</dc:creator><foo:bar>y</foo:bar></item>"),
      ["a"]
    ],
    [
      "a missing end tag",
      rss("<item><title>a<link>https://igf.example/a</link></item><item><title>b</title></item>"),
      ["a", "b"]
    ],
    ["items that are never closed", rss("<item><title>a</title><item><title>b</title>"), ["a", "b"]],
    ["crossing tags", rss("<item><title>a</title><description><b><i>x</b></i></description></item>"), ["a"]],
    ["naked markup", rss("<item><title>a <b>bold</b> one</title></item>"), ["a bold one"]],
    ["an unfinished last tag", rss("<item><title>a</title></item>").slice(0, -1), ["a"]],
    [
      "junk before the prolog",
      `\n\nWarning: x <?xml version="1.0"?>${rss("<item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "PHP warnings",
      `<br />\n<b>Warning</b>: mysql in <b>/x.php</b><br />\n${rss("<item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "comments that hold tags",
      `<!-- <rss><item> -->${rss("<!-- <item> --><item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "comments that look like a document type",
      `<!-- <!DOCTYPE x [ -->${rss("<item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "a document type",
      `<!DOCTYPE rss [<!ENTITY x "1"><!ELEMENT a (b>c)>]>${rss("<item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "the document type of HTML",
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://x/">${rss("<item><title>a</title></item>")}`,
      ["a"]
    ],
    [
      "other vocabularies with the same names",
      rss(`<item xmlns:z="urn:z"><z:title>no</z:title><title>yes</title><z:title>no</z:title></item>`),
      ["yes"]
    ],
    [
      "a title inside a picture or a text field",
      rss(
        "<image><title>no</title></image><item><title>yes</title><textInput><title>no</title></textInput></item>"
      ),
      ["yes"]
    ],
    [
      "XHTML titles",
      atom(
        `<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b></div></title></entry>`
      ),
      ["a b"]
    ],
    ["plain titles with angle brackets", atom(`<entry><title>1 &lt; 2</title></entry>`), ["1 < 2"]],
    [
      "base64 of Atom 0.3",
      atom(
        `<entry><title type="text/html" mode="base64">PGI+YTwvYj4=</title></entry>`,
        "http://purl.org/atom/ns#"
      ),
      ["a"]
    ],
    ["escaped text in CDATA", rss("<item><title><![CDATA[a & b]]> c</title></item>"), ["a & b c"]]
  ]
  for (const [fault, text, expected] of rows) {
    it(`reads through ${fault}`, () => assert.deepStrictEqual(titles(text), [...expected]))
  }

  const charsets: ReadonlyArray<readonly [string, string, FeedOptions]> = [
    ["windows-1251", "Послание форума", {}],
    ["koi8-r", "Послание форума по управлению интернетом", {}],
    ["utf-16le", "Déclaration", {}],
    ["utf-16be", "Déclaration", {}],
    ["utf-32le", "Déclaration", {}],
    ["cp437", "Declaración", {}],
    ["euc-kr", "한국 인터넷 거버넌스 포럼", {}],
    ["big5", "台灣網路治理論壇年度報告", {}],
    ["shift_jis", "日本インターネットガバナンス", {}]
  ]
  for (const [charset, title, options] of charsets) {
    it(`reads ${charset} that is declared, and an RSS feed so encoded`, () => {
      const xml = `<?xml version="1.0" encoding="${charset}"?>${rss(`<item><title>${title}</title></item>`)}`
      const feed = read(new Uint8Array(iconv.encode(xml, charset)), options)
      assert.strictEqual(feed.items[0]?.title, title)
    })
  }

  it("lets valid UTF-8 overrule a wrong label, and mends mojibake, both with a warning", () => {
    const feed = read(rss(item("")), { contentType: "text/xml; charset=windows-1251" })
    assert.strictEqual(feed.items[0]?.title, "Messages from Lomé")
    assert.match(feed.warnings.join(" "), /valid UTF-8/)
    const mended = read(rss("<item><title>DÃ©claration de LomÃ©</title></item>"))
    assert.strictEqual(mended.items[0]?.title, "Déclaration de Lomé")
    assert.match(mended.warnings.join(" "), /mended/)
  })

  it("keeps the whole items of a document cut off, and says so", () => {
    const whole = rss(
      [1, 2, 3].map((n) => `<item><title>t${n}</title><link>https://igf.example/${n}</link></item>`).join("")
    )
    const feed = read(whole.slice(0, whole.indexOf("https://igf.example/3") + 8))
    assert.deepStrictEqual(
      feed.items.map(({ title }) => title),
      ["t1", "t2"]
    )
    assert.match(feed.warnings.join(" "), /cut off: 1 incomplete/)
    const json = `{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"a","title":"x]}"},{"id":"b","ti`
    assert.deepStrictEqual(
      read(json).items.map(({ id }) => id),
      ["a"]
    )
  })
})

describe("addresses", () => {
  it("are resolved against xml:base, the feed's address, then the channel's link", () => {
    const inner = `<entry xml:base="sub/"><title>a</title><link href="x"/></entry><entry><link href="/y"/></entry>`
    assert.deepStrictEqual(
      read(atom(inner, undefined, 'xml:base="news/"'), { url: "https://igf.example/feeds/all" }).items.map(
        ({ url }) => url
      ),
      ["https://igf.example/feeds/news/sub/x", "https://igf.example/y"]
    )
    assert.strictEqual(read(rss("<item><link>/a</link></item>")).items[0]?.url, "https://igf.example/a")
  })

  it("come from permalinks where no link is stated, and never leave http", () => {
    assert.strictEqual(addressOf("<guid>https://igf.example/p</guid>"), "https://igf.example/p")
    assert.strictEqual(addressOf(`<guid isPermaLink="false">https://igf.example/p</guid>`), null)
    assert.strictEqual(addressOf("<link>javascript:alert(1)</link>"), null)
    assert.strictEqual(
      addressOf(`<link>https://igf.example/get?a=1&amp;b=2&c=3</link>`),
      "https://igf.example/get?a=1&b=2&c=3"
    )
  })

  it("of enclosures are kept as attachments", () => {
    const feed = read(rss(item(`<enclosure url="/r.pdf" type="application/pdf" length="1"/>`)), {
      url: "https://igf.example/feed"
    })
    assert.deepStrictEqual(feed.items[0]?.attachments, [
      { url: "https://igf.example/r.pdf", mediaType: "application/pdf" }
    ])
  })
})

describe("content", () => {
  it("is the full text where the feed gives it, with the summary beside it", () => {
    const [one] = read(
      rss(
        item(
          "<description>Short</description><content:encoded><![CDATA[<p>Long &amp; full</p>]]></content:encoded>"
        )
      )
    ).items
    assert.deepStrictEqual([one?.summary, one?.contentHtml], ["Short", "<p>Long &amp; full</p>"])
  })

  it("of a video channel is its description", () => {
    const [one] = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:yt="http://www.youtube.com/xml/schemas/2015">
       <entry><id>yt:video:a</id><title>Opening</title><link rel="alternate" href="https://www.youtube.com/watch?v=a"/><published>2025-11-04T10:00:00+00:00</published>
       <media:group><media:title>Opening</media:title><media:description>First day &amp; panel</media:description></media:group></entry></feed>`
    ).items
    assert.deepStrictEqual(
      [one?.id, one?.summary, one?.contentHtml],
      ["yt:video:a", "First day & panel", "First day &amp; panel"]
    )
  })
})

describe("what is not a feed", () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>${rss("<item><title>&b;</title></item>")}`
  const rows: ReadonlyArray<readonly [string, string | Uint8Array, RegExp]> = [
    ["nothing", "", /^empty:/],
    ["white space", " \n ", /^empty:/],
    [
      "an HTML page",
      "<!DOCTYPE html><html><head><title>x</title></head><body>y</body></html>",
      /^html-page:.*feed link/
    ],
    [
      "a sitemap",
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>`,
      /^other-xml:.*sitemap/
    ],
    ["an outline", "<opml><body/></opml>", /^other-xml:.*OPML/],
    ["text", "Not found", /^not-a-feed:/],
    ["another XML", "<catalog><book/></catalog>", /^not-a-feed:.*<catalog>/],
    ["a JSON list", "[{}]", /^other-json:.*WordPress/],
    ["a JSON object", `{"a":1}`, /^other-json:/],
    ["broken JSON", `{"a":`, /^malformed:/],
    ["an expansion attack", bomb, /^entity-expansion:/],
    ["EBCDIC", Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93, 0x40), /^encoding:.*EBCDIC/],
    [
      "a picture",
      Uint8Array.from({ length: 2000 }, (_, i) => (i % 5 === 0 ? 200 : 0)),
      /^(encoding|not-a-feed):/
    ]
  ]
  for (const [name, text, reason] of rows) {
    it(`refuses ${name}`, () => assert.match(refusal(text), reason))
  }

  it("never reads or expands entities of the document's own", () => {
    const text = `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY p "C:\\data">]>${rss("<item><title>&e;&p;</title></item>")}`
    const feed = read(text)
    assert.strictEqual(feed.items[0]?.title, "&e;&p;")
    assert.match(feed.warnings.join(), /not expanded/)
  })
})

describe("limits", () => {
  it("reads 10,000 items of 50,000 in a second and says so", () => {
    const began = processorTime()
    const feed = read(
      rss(
        Array.from({ length: 50_000 }, (_, n) => `<item><link>https://igf.example/${n}</link></item>`).join(
          ""
        )
      )
    )
    assert.lengthOf(feed.items, 10_000)
    assert.match(feed.warnings.join(), /first 10000/)
    assert.isBelow(processorTime() - began, 3000)
  })

  it("ends soon on nesting without end, attributes without end, and unclosed things", () => {
    const hostile = [
      "<a>".repeat(300_000),
      `<rss><channel><item><description>${"<b>".repeat(100_000)}`,
      `<rss ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(" ")}><channel/></rss>`,
      `<!DOCTYPE ${"[<!ENTITY ".repeat(50_000)}`,
      `<rss><![CDATA[${"]]".repeat(100_000)}`,
      `<!--${"-".repeat(200_000)}`,
      "{".repeat(200_000),
      "<rss><channel>" + "<item>".repeat(20_000),
      "&".repeat(200_000) + "<rss/>",
      `<rss><channel><title>${"&#x".repeat(100_000)}</title></channel></rss>`
    ]
    for (const text of hostile) {
      const began = processorTime()
      parseFeed(encode(text))
      assert.isBelow(processorTime() - began, 1000, text.slice(0, 30))
    }
  })

  it("never throws, whatever the bytes are", () => {
    const piece = fc.constantFrom(
      "<rss>",
      "</rss>",
      "<channel>",
      "</channel>",
      "<item>",
      "</item>",
      "<title>",
      "</title>",
      "<link>",
      "</link>",
      "<![CDATA[",
      "]]>",
      "&amp;",
      "&",
      "<",
      ">",
      "<feed xmlns='http://www.w3.org/2005/Atom'>",
      "<entry>",
      "</entry>",
      "<!DOCTYPE",
      "[",
      "]",
      "<!--",
      "-->",
      "x",
      " ",
      "<dc:date>",
      "{",
      "}",
      '"items":',
      "é",
      "\u0000",
      "xmlns:a='b'"
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void parseFeed(encode(pieces.join("")))),
      { numRuns: 500 }
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseFeed(bytes)))
  })
})
