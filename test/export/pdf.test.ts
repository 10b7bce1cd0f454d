/** The printed forms: the whole digest and the brief, on good and on hostile input. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Statement } from "../../src/domain/index.ts"
import { buildDigest, renderBrief, renderPdf } from "../../src/export/index.ts"
import type { Typeset } from "../../src/export/index.ts"
import { earlierInput, sampleInput } from "./sample.ts"
import { hostile, type HostileWords } from "./office/hostile.ts"

const sample = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })

/** What a reader's program sees in a PDF. */
const read = (set: Typeset) =>
  Effect.promise(async () => {
    const document = await getDocument({ data: set.bytes.slice(), verbosity: 0 }).promise
    const texts: Array<string> = []
    const urls: Array<string> = []
    const roles = new Set<string>()
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "))
      for (const [, role = ""] of JSON.stringify(await page.getStructTree()).matchAll(/"role":"(\w+)"/g)) {
        roles.add(role)
      }
      for (const own of await page.getAnnotations()) if (typeof own.url === "string") urls.push(own.url)
    }
    return {
      pages: document.numPages,
      text: texts.join("\n").replace(/[\s\u200b]+/g, " "),
      first: texts[0] ?? "",
      urls,
      outline: (await document.getOutline()) ?? [],
      roles,
      info: await document.getMetadata()
    }
  })

/** The sample set once, for the tests that only look at it. */
const printed = Effect.runSync(Effect.cached(renderPdf(sample)))
const printedRead = Effect.runSync(Effect.cached(Effect.flatMap(printed, read)))

/** Code of the typesetter's language, where it would run if it were not text. */
const typesetterWords: HostileWords = {
  caseName: "#pagebreak()",
  title: '#link("https://evil.example")[title] $x^2$',
  name: (id) => `= ${id} #panic()`
}

describe("PDF", () => {
  it.effect("holds every paragraph under the number that it has in every form", () =>
    Effect.gen(function* () {
      const seen = yield* printedRead
      const numbers = new Set([...seen.text.matchAll(/\b\d+\b/g)].map(([own]) => Number(own)))
      for (const { par } of sample.statements) assert.isTrue(numbers.has(par), String(par))
      for (const quotation of sample.statements.filter(({ language }) => language === "en")) {
        assert.include(seen.text.replace(/\s/g, ""), quotation.text.replace(/\s/g, ""))
      }
      assert.isTrue(
        seen.urls.some((url) => url.startsWith("https://igf.norvia.example/2025/messages#:~:text="))
      )
    })
  )

  it.effect("is tagged: headings, paragraphs, lists, tables with their heads, links", () =>
    Effect.gen(function* () {
      const { roles } = yield* printedRead
      assert.includeMembers(
        [...roles],
        ["H1", "H2", "P", "L", "LI", "Table", "THead", "TH", "TD", "Link", "Quote"]
      )
    })
  )

  it.effect("has bookmarks for its parts and issues, title, author, language and the date of its state", () =>
    Effect.gen(function* () {
      const seen = yield* printedRead
      assert.deepStrictEqual(
        seen.outline.map(({ title }) => title),
        [
          "At a glance",
          "Issues",
          "Who raised what",
          "Through the lenses of the MAG",
          "Change against 2025-2",
          "Coverage",
          "Who speaks",
          "Method and limits"
        ]
      )
      assert.isAtLeast(seen.outline[1]?.items.length ?? 0, sample.issues.length)
      assert.containSubset(seen.info.info, {
        Title: "Tributary digest 2026-1",
        Author: "Tributary",
        Language: "en",
        CreationDate: "D:20260122120000Z"
      })
    })
  )

  it.effect(
    "tells on its first page what was raised most, where they differ, what worked and who was not heard",
    () =>
      Effect.gen(function* () {
        const { first } = yield* printedRead
        for (const words of [
          "Main concerns",
          "Where they differ",
          "What worked",
          "Not heard yet",
          "Since 2025-2"
        ]) {
          assert.include(first, words)
        }
      })
  )

  it.effect("gives the same bytes again", () =>
    Effect.gen(function* () {
      const [first, again] = [yield* printed, yield* renderPdf(structuredClone(sample))]
      assert.isTrue(Buffer.from(first.bytes).equals(Buffer.from(again.bytes)))
    })
  )

  it.effect(
    "sets markup and code of any kind as text, and keeps endless words and control characters on the page",
    () =>
      Effect.gen(function* () {
        const evil = [
          `#import "@preview/x:1.0.0": *`,
          '$x^2$ *bold* _it_ `raw` <label> @ref // comment /* */ \\ #eval("1+1") #sys.inputs',
          `<script>alert(1)</script> "]} #panic("x")`,
          "\u202Eturned\u202C \u2066isolated\u2069 \u0000\u0007bell \uD800 lone",
          "w".repeat(10_000)
        ]
        for (const render of [renderPdf, renderBrief]) {
          const seen = yield* read(yield* render(hostile(evil, typesetterWords)))
          if (render === renderPdf) {
            for (const text of [evil[0], evil[2]]) assert.include(seen.text, text ?? "")
            assert.include(seen.text, "The opening of a text of 10,000 characters")
          }
          assert.isFalse(seen.urls.some((url) => url.includes("evil.example") || !/^https?:/.test(url)))
          assert.notMatch(seen.text, /[\u202a-\u202e\u2066-\u2069]/)
        }
      })
  )

  it.effect("stands with nothing to tell, and with one initiative only", () =>
    Effect.gen(function* () {
      const input = sampleInput()
      const [one] = input.initiatives
      if (one === undefined) throw new Error("the sample has initiatives")
      const nobody = { ...input, outputs: [], statements: [], clusters: [], captures: [] }
      const alone = {
        ...input,
        initiatives: [one],
        sources: [],
        outputs: input.outputs.filter(({ initiativeId }) => initiativeId === one.id),
        statements: input.statements.filter(({ initiativeId }) => initiativeId === one.id),
        clusters: []
      }
      for (const digest of [nobody, { ...nobody, initiatives: [], sources: [] }, alone].map(buildDigest)) {
        for (const render of [renderPdf, renderBrief]) {
          const { text } = yield* read(yield* render(digest))
          assert.notMatch(text, /undefined|NaN|null/)
        }
      }
    })
  )
})

describe("Brief", () => {
  it.effect("has two pages at most, however much there is to tell and however long the names are", () =>
    Effect.gen(function* () {
      assert.isAtMost((yield* renderBrief(sample)).pages, 2)
      const input = sampleInput()
      const long = buildDigest({
        ...input,
        initiatives: input.initiatives.map((own) =>
          Object.assign({}, own, { name: `${own.id} ${"name ".repeat(80)}` })
        ),
        statements: input.statements.map((own): Statement =>
          Object.assign({}, own, { text: `${own.text} ${"further words ".repeat(60)}` })
        )
      })
      const { pages } = yield* renderBrief(long)
      assert.isAtMost(pages, 2)
    })
  )
})
