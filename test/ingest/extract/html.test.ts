import { gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { IsoDate } from "../../../src/domain/ids.ts"
import { extractErrorLine, extractLine } from "../../../src/ingest/extract/json-line.ts"
import { read } from "./reading.ts"

const date = Schema.decodeUnknownSync(IsoDate)

const page = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav><main><article>${body}</article></main></body></html>`

/** A list of three links. */
const linkList = (name: string) =>
  `<ul>${[1, 2, 3].map((n) => `<li><a href="/${name}/${n}">${name} number ${n}</a></li>`).join("")}</ul>`

const paragraph =
  "<p>The forum asked every operator to publish its coverage as open data, so that villages can compare what is promised with what is there.</p>"

describe("blocks of an HTML page", () => {
  it.effect("numbers list items as the list prints them: start, value, letters, roman", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        page(
          `${paragraph}<ol start="4"><li>Fourth point of the list</li><li value="9">Ninth point of the list<ol type="i"><li>First part of it</li><li>Second part of it</li></ol></li><li>Tenth point of the list</li></ol>`
        )
      )
      assert.deepStrictEqual(
        blocks
          .filter((block) => block.kind === "list-item")
          .map(({ label, level, text }) => [label, level, text]),
        [
          ["4", 1, "Fourth point of the list"],
          ["9", 1, "Ninth point of the list"],
          ["i", 2, "First part of it"],
          ["ii", 2, "Second part of it"],
          ["10", 1, "Tenth point of the list"]
        ]
      )
    })
  )

  it.effect("notes the label that a writer typed and leaves the text as it is", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        page(
          `${paragraph}<p>(a) Connect the clinics first.</p><p>iv) Then connect the schools.</p><p>12. Then all the others.</p>`
        )
      )
      assert.deepStrictEqual(
        blocks.slice(1).map(({ label, text }) => [label, text]),
        [
          ["a", "(a) Connect the clinics first."],
          ["iv", "iv) Then connect the schools."],
          ["12", "12. Then all the others."]
        ]
      )
    })
  )

  it.effect("gives each block the nearest anchor before it", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        page(
          `<div id="text">${paragraph}<h2 id="access">Access for all</h2>${paragraph}<p><a name="safety"></a>Children should be safe wherever they go online, at school and at home.</p></div>`
        )
      )
      assert.deepStrictEqual(
        blocks.map((block) => block.anchor),
        ["text", "access", "access", "safety"]
      )
    })
  )

  it.effect("keeps tables as rows and cells, and quotes as quotes", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        page(
          `${paragraph}<table><tr><th>Year</th><th>People</th></tr><tr><td>2021</td><td>180</td></tr></table><blockquote><p>Nothing about us without us.</p></blockquote>${paragraph}`
        )
      )
      assert.deepStrictEqual(
        blocks.map(({ kind, text }) => [kind, text.slice(0, 30)]),
        [
          ["paragraph", "The forum asked every operator"],
          ["table", "Year\tPeople\n2021\t180"],
          ["quote", "Nothing about us without us."],
          ["paragraph", "The forum asked every operator"]
        ]
      )
    })
  )

  it.effect("keeps a list of links that the text announces, and drops one that leads elsewhere", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        page(
          `${paragraph}<h2>Documents</h2>${linkList("Annex")}${paragraph}<h2>Related articles</h2>${linkList("Story")}`
        )
      )
      assert.deepStrictEqual(
        blocks.filter((block) => block.kind !== "paragraph").map((block) => block.text),
        ["Documents", "Annex number 1", "Annex number 2", "Annex number 3"]
      )
    })
  )

  it.effect("collects the body's links, absolute and once, and documents offered beside it", () =>
    Effect.gen(function* () {
      const { links } = yield* read(
        page(
          `<p>Read the <a href="../annex#two">annex</a> and the <a href="../annex#two">annex again</a>; the <a href="javascript:alert(1)">script</a> is not followed. The forum asked every operator to publish its coverage as open data this year.</p><div class="attachments"><a href="/files/report.pdf">report.pdf</a></div>`
        )
      )
      assert.deepStrictEqual(
        links.map((link) => link.url),
        ["https://forum.example/annex#two", "https://forum.example/files/report.pdf"]
      )
    })
  )
})

describe("what a page states about itself", () => {
  it.effect("takes the site's name off the title", () =>
    Effect.gen(function* () {
      const named = yield* read(
        page(
          paragraph,
          `<title>Messages of 2024 - Coral IGF</title><meta property="og:site_name" content="Coral IGF">`
        )
      )
      const headed = yield* read(
        page(`<h1>Messages of 2024</h1>${paragraph}`, `<title>Coral IGF » Messages of 2024</title>`)
      )
      assert.deepStrictEqual([named.title, headed.title], ["Messages of 2024", "Messages of 2024"])
    })
  )

  it.effect("finds the date in JSON-LD, meta, time element, address and text, in this order", () =>
    Effect.gen(function* () {
      const linked = `<script type="application/ld+json">{"@type":"Article","datePublished":"2024-01-01"}</script>`
      const meta = `<meta property="article:published_time" content="2024-02-02T10:00:00Z">`
      const time = `<p><time datetime="2024-03-03">3 March</time></p>`
      const url = "https://forum.example/2024/04/04/messages"
      const text = `<p>Adopted on 5 May 2024</p>`
      const origins = yield* Effect.forEach(
        [
          read(page(time + text + paragraph, linked + meta), { url }),
          read(page(time + text + paragraph, meta), { url }),
          read(page(time + text + paragraph), { url }),
          read(page(text + paragraph), { url }),
          read(page(text + paragraph))
        ],
        Effect.map((document) => `${document.publishedAt} ${document.publishedFrom}`)
      )
      assert.deepStrictEqual(origins, [
        "2024-01-01 json-ld",
        "2024-02-02 meta",
        "2024-03-03 time-element",
        "2024-04-04 url",
        "2024-05-05 text"
      ])
    })
  )

  it.effect("believes the text where the template states another language", () =>
    Effect.gen(function* () {
      const { language, warnings } = yield* read(
        page(
          "<p>Les participants au forum demandent aux opérateurs de publier la couverture réelle de leurs réseaux, afin que chaque commune puisse comparer les promesses et les faits. Ils souhaitent également que les écoles rurales soient raccordées avant la fin de l'année et que les données de santé restent dans le pays, sous le contrôle du parlement.</p>"
        )
      )
      assert.strictEqual(language, "fr")
      assert.match(warnings.join(" "), /says its language is en/)
    })
  )

  it.effect("makes the canonical address absolute", () =>
    Effect.gen(function* () {
      const { canonicalUrl } = yield* read(page(paragraph, `<link rel="canonical" href="/messages">`))
      assert.strictEqual(canonicalUrl, "https://forum.example/messages")
    })
  )

  it.effect("reads the body from JSON-LD when only a script would show it", () =>
    Effect.gen(function* () {
      const body = "The assembly resolves that libraries are public access points. ".repeat(10)
      const { blocks, warnings } = yield* read(
        `<html><head><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: body })}</script></head><body><div id="app">Please enable JavaScript</div></body></html>`
      )
      assert.include(blocks.map((block) => block.text).join(" "), "libraries are public access points")
      assert.match(warnings.join(" "), /JSON-LD/)
    })
  )
})

describe("what the caller may add", () => {
  it.effect("takes HTML of a content API whole, without its furniture", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        `<p>Short note.</p><p>Adopted in Port Mercy on 9 September 2022</p><ul><li><a href="/a">Annex A</a></li><li><a href="/b">Annex B</a></li></ul><div class="sharedaddy">Share this:</div>`,
        { bodyOnly: true }
      )
      assert.deepStrictEqual(
        blocks.map((block) => block.text),
        ["Short note.", "Adopted in Port Mercy on 9 September 2022", "Annex A", "Annex B"]
      )
    })
  )

  it.effect("lets hints win only over less trusted dates and missing titles", () =>
    Effect.gen(function* () {
      const hints = {
        title: "From the feed",
        publishedAt: date("2024-06-01"),
        publishedFrom: "feed"
      } as const
      const bare = yield* read(`<body>${paragraph}</body>`, {
        hints,
        url: "https://forum.example/2020/01/01/x"
      })
      const stated = yield* read(
        page(paragraph, `<title>Own title</title><meta name="date" content="2023-01-02">`),
        { hints }
      )
      assert.deepStrictEqual(
        [bare.title, bare.publishedAt, stated.title, stated.publishedAt],
        ["From the feed", "2024-06-01", "Own title", "2023-01-02"]
      )
    })
  )

  it.effect("reads gzipped pages and unlabelled ones", () =>
    Effect.gen(function* () {
      const { blocks, mediaType } = yield* read(gzipSync(page(paragraph)), {
        fileName: "page.html.gz",
        mediaType: "application/octet-stream"
      })
      assert.deepStrictEqual([blocks.length, mediaType], [1, "text/html"])
    })
  )
})

describe("the JSON line", () => {
  it.effect("has the fields of the contract, text being the blocks joined by newlines", () =>
    Effect.gen(function* () {
      const line = extractLine("a.html", yield* read(page(`<h2>Access</h2>${paragraph}`)))
      assert.deepStrictEqual(Object.keys(line), [
        "file",
        "title",
        "language",
        "publishedAt",
        "text",
        "blocks"
      ])
      assert.strictEqual(line.text, line.blocks.map((block) => block.text).join("\n"))
      assert.deepStrictEqual(Object.keys(line.blocks[0] ?? {}), ["kind", "level", "text"])
      const error = extractErrorLine("b.html", yield* Effect.flip(read("")))
      assert.deepStrictEqual(error, { file: "b.html", error: "The file is empty." })
    })
  )
})
