/**
 * Where a page's body begins and ends, in whatever language its furniture speaks.
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { read } from "./reading.ts"

const prose = [
  "The forum met for two days in the old customs house, and the fishers' co-operative lent its boats to those who came from the islands.",
  "Nobody had expected that the discussion of landing fees would take a whole afternoon, but three operators asked for the floor again and again.",
  "In the end the chair noted that there was no agreement on fees, and full agreement that the figures should be published every year."
]
const body = prose.map((text) => `<p>${text}</p>`).join("\n")

const textsOf = (head: string, inner: string) =>
  read(`<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${inner}</body></html>`).pipe(
    Effect.map((document) => document.blocks.map((block) => block.text))
  )

const title = "<title>Fees at the landing stations | Norvia Post</title>"

describe("the edges of a body", () => {
  it.effect("begin after the path, the title and a date in a language that no list of months knows", () =>
    Effect.gen(function* () {
      const texts = yield* textsOf(
        title,
        `<div class="x"><p>Start &gt; Internet &gt; Fees at the landing stations</p><h1>Fees at the landing stations</h1>
         <p>18 հունվարի 2026 - 15:01 AMT</p>${body}</div>`
      )
      assert.deepStrictEqual(texts, prose)
    })
  )

  it.effect("keep the date and place of a meeting, which are labelled as such", () =>
    Effect.gen(function* () {
      const when = "Time: 3 June 2025, 10:00 to 11:30"
      const texts = yield* textsOf(
        title,
        `<div><h1>Fees at the landing stations</h1><p>${when}</p>${body}</div>`
      )
      assert.deepStrictEqual(texts, [when, ...prose])
    })
  )

  it.effect("end before the note on the author whom the page names", () =>
    Effect.gen(function* () {
      const author = `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Isolde Farquay"}}</script>`
      const texts = yield* textsOf(
        title + author,
        `<div>${body}<p>Isolde Farquay skriver om kabler og fisk. Hun bor på Great Harrow med to hunder.</p></div>`
      )
      assert.deepStrictEqual(texts, prose)
    })
  )

  it.effect("end before a signature set to the right", () =>
    Effect.gen(function* () {
      const texts = yield* textsOf(title, `<div>${body}<p style="text-align: right"><b>RIRM</b></p></div>`)
      assert.deepStrictEqual(texts, prose)
    })
  )

  it.effect("end before a list of links under a heading in any language", () =>
    Effect.gen(function* () {
      const links = ["Kabelbrudd på Skerries", "Hvem betaler for forumet"]
        .map((text) => `<li><a href="/x">${text}</a><p>6. desember 2025</p></li>`)
        .join("")
      const texts = yield* textsOf(title, `<div>${body}<h3>Flere saker</h3><ul>${links}</ul></div>`)
      assert.deepStrictEqual(texts, prose)
    })
  )

  it.effect("leave a page alone that is about its links", () =>
    Effect.gen(function* () {
      const names = ["Day 1: Opening and storm talk", "Day 2: Riders and creators", "Day 3: The declaration"]
      const links = names.map((text) => `<li><a href="/x">${text}</a></li>`).join("")
      const texts = yield* textsOf(title, `<main><p>The recordings are up!</p><ul>${links}</ul></main>`)
      assert.includeMembers(texts, names)
    })
  )

  it.effect("keep an address that the line before it announces", () =>
    Effect.gen(function* () {
      const address = `<p>Remarks are welcome at:</p><p><a href="mailto:a@b.example">remarks@norvia-igf.example</a></p>`
      const texts = yield* textsOf(title, `<div>${body}${address}<p>${prose[0]}</p></div>`)
      assert.include(texts, "remarks@norvia-igf.example")
    })
  )

  it.effect("lie inside the frame of a page that is one table", () =>
    Effect.gen(function* () {
      const texts = yield* textsOf(
        title,
        `<table width="800"><tr><td colspan="2"><b>Norvia IGF</b></td></tr><tr><td><a href="/">Home</a><br><a href="/n">News</a></td><td><p>${prose.join(" ")}</p></td></tr><tr><td colspan="2">&copy; 2025 Norvia IGF</td></tr></table>`
      )
      assert.deepStrictEqual(texts, [prose.join(" ")])
    })
  )
})
