/** The forms of the digest: HTML, Markdown, JSON and the archived copy, on good and on hostile input. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { load } from "cheerio"
import { Effect } from "effect"
import type { Digest, Statement } from "../../src/domain/index.ts"
import {
  buildDigest,
  contentHash,
  digestJsonSchema,
  readDigest,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPassages
} from "../../src/export/index.ts"
import { earlierInput, sampleInput, statementId } from "./sample.ts"
import { processorTime } from "../processor-time.ts"

const sample = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })

const hostileTexts = [
  `<script>alert(1)</script><img src=x onerror="alert(2)"> & 'quoted' "twice"`,
  `[click](javascript:alert(1)) javascript:alert(2) <a href="javascript:alert(3)">x</a>`,
  "\u202Eturned round\u202C \u2066isolated\u2069 \u0000\u0007bell \uD800 lone",
  "</blockquote></main><style>*{display:none}</style>",
  "${7*7} {{7*7}} ]]> --> <!-- `code` | cell | # heading",
  "w".repeat(10_000)
]

/** The sample with statements, titles and names that try to break out. */
const hostile = (): Digest => {
  const input = sampleInput()
  const statements = input.statements.map((own, index): Statement =>
    Object.assign({}, own, {
      text: hostileTexts[index % hostileTexts.length],
      caseName: own.caseName === null ? null : "<b>case</b>"
    })
  )
  const evil = `javascript:alert("url")`
  return buildDigest({
    ...input,
    statements,
    outputs: input.outputs.map((own, index) =>
      Object.assign({}, own, { title: "<i>title</i>", url: index === 0 ? evil : own.url })
    ),
    initiatives: input.initiatives.map((own) =>
      Object.assign({}, own, { name: `<u onclick="x()">${own.id}</u>` })
    )
  })
}

/** Everything that could act or ask a host for something. */
const assertInert = (html: string) => {
  const $ = load(html)
  assert.strictEqual($("script").length, html.includes('id="filter"') ? 1 : $("script").length)
  assert.isAtMost($("script").length, 1)
  assert.strictEqual($("img, iframe, object, embed, link, base, u, i, script[src]").length, 0)
  assert.strictEqual($("style").length, 1)
  for (const element of $("*").get()) {
    for (const attribute of Object.keys($(element).attr() ?? {})) {
      assert.isFalse(attribute.startsWith("on") || attribute === "style" || attribute === "src", attribute)
    }
  }
  for (const anchor of $("a").get()) {
    assert.match(anchor.attribs["href"] ?? "", /^(?:https?:\/\/|#|archive\/)/)
  }
}

describe("HTML", () => {
  const html = renderHtml(sample, {
    archiveHref: (capture, place) => `archive/${capture}.html#b${place.block}`
  })
  const $ = load(html)

  it("asks no host for anything and forbids it by policy", () => {
    assertInert(html)
    assert.match($("meta[http-equiv]").attr("content") ?? "", /^default-src 'none'; style-src 'sha256-/)
    assert.notMatch($("style").text(), /url\(|@import/)
  })

  it("gives every paragraph its number as a permanent link, once", () => {
    const numbers = $("[id^=p]")
      .get()
      .flatMap(
        (element) =>
          $(element)
            .attr("id")
            ?.match(/^p(\d+)$/)?.[1] ?? []
      )
    assert.deepStrictEqual(
      numbers.map(Number).sort((a, b) => a - b),
      numbers.map((_, index) => index + 1)
    )
  })

  it("leads every internal link to something", () => {
    for (const anchor of $("a[href^='#']").get()) {
      const id = anchor.attribs["href"]?.slice(1) ?? ""
      assert.strictEqual($(`[id="${id}"]`).length, 1, id)
    }
  })

  it("quotes in the language and the direction of the original, with type, group, date and links", () => {
    const arabic = $("blockquote[lang=ar]").first()
    assert.strictEqual(arabic.attr("dir"), "rtl")
    const quoted = $(".p")
      .filter((_, own) => $(own).find("blockquote[lang=en]").first().text().includes("Age checks"))
      .first()
    assert.match(
      quoted.find(".by").first().text(),
      /Norvia IGF, national, E\. European, 18 November 2025\s\[en\]/
    )
    const [original, archived] = quoted.find(".src a").get()
    assert.match(
      original?.attribs["href"] ?? "",
      /^https:\/\/igf\.norvia\.example\/2025\/messages#:~:text=Age%20checks/
    )
    assert.match(archived?.attribs["href"] ?? "", /^archive\/[0-9a-f]{64}\.html#b2$/)
    assert.match(quoted.find(".why").first().text(), /Age checks/)
  })

  it("sets white apart from hatched: published without raising it, and not heard yet", () => {
    const heads = $(".matrix thead tr").last().find("th").get()
    const silent = heads.findIndex((head) => head.attribs["data-status"] === "unreachable")
    const cells = $(".matrix tbody tr")
      .get()
      .map((row) => $(row).children().eq(silent))
      .filter((cell) => cell.is("td"))
    assert.isAbove(cells.length, 10)
    for (const cell of cells) assert.isTrue(cell.hasClass("nh"))
  })

  it("never speaks for all initiatives, nor calls silence late or missing", () => {
    const own = $("body").clone()
    own.find("blockquote, q, cite, bdi").remove()
    assert.notMatch(own.text(), /NRIs (?:think|say|want|agree)|\blate\b|\bmissing\b/i)
  })

  it("shows hostile texts as text", () => {
    const evil = renderHtml(hostile())
    assertInert(evil)
    for (const control of "\u202e\u202c\u2066\u2069\u0000\u0007") assert.notInclude(evil, control)
    assert.isTrue(evil.isWellFormed())
    assert.include(load(evil)("blockquote").text(), "<script>alert(1)</script>")
  })

  it("stays readable with no statements, with no initiative, and with one initiative only", () => {
    const input = sampleInput()
    const [one] = input.initiatives
    if (one === undefined) throw new Error("the sample has changed")
    const cases = [
      { ...input, statements: [], clusters: [] },
      { ...input, outputs: [], statements: [], clusters: [] },
      { ...input, initiatives: [], sources: [], outputs: [], statements: [], clusters: [] },
      { ...input, initiatives: [one] }
    ].map(buildDigest)
    assert.deepStrictEqual(
      cases.map(({ totals }) => [totals.published, totals.statements]),
      [
        [11, 0],
        [0, 0],
        [0, 0],
        [1, 12]
      ]
    )
    for (const digest of cases) {
      const page = load(renderHtml(digest))
      assert.strictEqual(page("h1").length, 1)
      assert.notMatch(page("body").text(), /undefined|NaN|null/)
      assert.notMatch(renderMarkdown(digest), /undefined|NaN|null/)
    }
  })

  it("holds an issue with 5,000 statements: the first ones shown, the rest folded, all there", () => {
    const input = sampleInput()
    const [first] = input.statements
    if (first === undefined) throw new Error("the sample has changed")
    const many = Array.from({ length: 5_000 }, (_, index) =>
      Object.assign({}, first, {
        id: statementId(`many ${index}`),
        ordinal: index,
        text: `Statement ${index}.`,
        clusterId: null
      })
    )
    const started = processorTime()
    const digest = buildDigest({ ...input, statements: many, clusters: [] })
    const text = renderHtml(digest)
    assert.isBelow(processorTime() - started, 4_000)
    const page = load(text)
    assert.strictEqual(page("details.further .p").length, 5_000 - 6)
    assert.strictEqual(
      page("blockquote").length,
      digest.issues.reduce((sum, own) => sum + own.single.length + own.further.length, 0)
    )
  })
})

describe("Markdown", () => {
  it("carries every paragraph and every statement", () => {
    const text = renderMarkdown(sample)
    for (const { par } of sample.statements) assert.include(text, `<a id="p${par}"></a>`)
    assert.include(text, "## Method and limits")
  })

  it("escapes what could format, link or hold markup", () => {
    const text = renderMarkdown(hostile())
    const markup = text
      .replaceAll(/\\./g, "")
      .replaceAll(/<a id="p\d+"><\/a>/g, "")
      .replaceAll(/\]\((?:<https?:[^>]*>|#p\d+)\)/g, "")
    assert.notMatch(markup, /<[a-z/!]/i)
    assert.notMatch(markup, /\]\(/)
  })
})

describe("JSON", () => {
  it.effect("is read back by the schema as the same digest", () =>
    Effect.gen(function* () {
      const read = yield* readDigest(renderJson(sample))
      assert.deepStrictEqual(read, sample)
    })
  )

  it("has a published JSON Schema that is up to date (node scripts/digest-schema.ts writes it)", () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL("../../src/export/digest.schema.json", import.meta.url), "utf8")
    )
    assert.deepStrictEqual(published, JSON.parse(JSON.stringify(digestJsonSchema())))
  })
})

describe("every form", () => {
  it("gives the same bytes for the same input", () => {
    const again = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })
    assert.strictEqual(renderHtml(again), renderHtml(sample))
    assert.strictEqual(renderMarkdown(again), renderMarkdown(sample))
    assert.strictEqual(renderJson(again), renderJson(sample))
    assert.strictEqual(contentHash(again), contentHash(sample))
  })
})

describe("other languages", () => {
  const labels = { ru: { "child-online-safety": "безопасность детей в Интернете" } }
  const input = sampleInput()
  const digest = buildDigest({ ...input, taxonomy: { ...input.taxonomy, labels } })

  it("name issues by the taxonomy's preferred labels, and leave the content hash as it is", () => {
    const page = load(renderHtml(digest, { lang: "ru" }))
    assert.include(page("#h-child-online-safety").text(), "Безопасность детей в Интернете")
    assert.include(page("body").text(), contentHash(digest))
    assert.include(renderMarkdown(digest, { lang: "ru" }), "Безопасность детей в Интернете")
  })

  it("keep every paragraph under the same number, and every quotation as it was written", () => {
    const english = load(renderHtml(digest))
    const arabic = load(renderHtml(digest, { lang: "ar" }))
    const ids = ($: typeof english) =>
      $("[id]")
        .get()
        .map((element) => element.attribs["id"])
    assert.deepStrictEqual(ids(arabic), ids(english))
    assert.strictEqual(arabic("blockquote").text(), english("blockquote").text())
    assert.strictEqual(arabic("html").attr("dir"), "rtl")
    assert.strictEqual(arabic("html").attr("lang"), "ar")
  })
})

describe("archived copy", () => {
  const input = sampleInput()
  const [output] = input.outputs
  const [capture] = input.captures
  if (output === undefined || capture === undefined) throw new Error("the sample has changed")
  const html = renderPassages(
    output,
    {
      title: output.title,
      language: output.language,
      publishedAt: output.publishedAt,
      publishedFrom: "meta",
      canonicalUrl: null,
      mediaType: "text/html",
      blocks: [
        { kind: "heading", level: 2, text: "Messages" },
        { kind: "list-item", level: 1, text: hostileTexts[0] ?? "", label: "3." },
        { kind: "table", level: 0, text: "a\tb\n1\t2" }
      ],
      links: [],
      warnings: ["One page holds only a picture."]
    },
    {
      id: capture.captureId,
      bytes: 48_211,
      mediaType: "text/html",
      charset: "utf-8",
      url: "javascript:alert(1)",
      retrievedAt: capture.retrievedAt
    }
  )

  it("gives each block an id, shows provenance and hash, and nothing that acts", () => {
    assertInert(html)
    const $ = load(html)
    assert.strictEqual($("#b1").find("p").text(), `3. ${hostileTexts[0]}`)
    assert.include($("header").text(), capture.captureId)
    assert.include($("header").text(), "One page holds only a picture.")
  })
})
