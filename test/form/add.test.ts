/** A filled-in form on its way into the digest: statements as the initiative meant them, figures as stated. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import { IsoDate, type Statement } from "../../src/domain/index.ts"
import {
  messages,
  readDigest,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf
} from "../../src/export/index.ts"
import { noAnswers } from "../../src/export/template/index.ts"
import { addFile, layer, loadCycles, makeDigest, renormalize } from "../../src/jobs/index.ts"
import { Initiatives, Statements, Store } from "../../src/store/index.ts"
import { examples } from "./answers.ts"
import { filledForm } from "./fill.ts"

const withStore = <A, E, R>(use: Effect.Effect<A, E, R>) =>
  Effect.acquireUseRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-form-"))),
    (directory) => use.pipe(Effect.provide(Layer.provideMerge(layer, Store.layer({ directory })))),
    (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
  )

const day = Schema.decodeUnknownSync(IsoDate)
const chosen = ["norvia-igf", "fgi-tessaly", "igf-zumurrada"]
const formats = ["docx", "html", "md"] as const

/** Adds the examples, each in another format, as outputs of three invented initiatives. */
const addExamples = Effect.gen(function* () {
  const initiatives = yield* Initiatives
  const entries = chosen.flatMap((id) => fixtureRegistry.filter(({ initiative }) => initiative.id === id))
  yield* Effect.forEach(entries, ({ initiative }) => initiatives.upsert([initiative]))
  return yield* Effect.forEach(examples, ([language, answers], index) =>
    Effect.gen(function* () {
      const format = formats[index] ?? "md"
      const entry = entries[index]
      if (entry === undefined) throw new Error("an initiative of the fixtures is gone")
      return yield* addFile({
        initiativeId: entry.initiative.id,
        fileName: `report-${language}.${format}`,
        bytes: yield* filledForm(format, language, answers),
        title: null,
        publishedAt: null,
        kind: null,
        by: "Secretariat"
      })
    })
  )
})

const digestOf = Effect.gen(function* () {
  const [cycle] = yield* loadCycles(tmpdir())
  if (cycle === undefined) throw new Error("no cycle is configured")
  return yield* makeDigest({
    cycle,
    meeting: null,
    window: { from: day("2025-10-01"), to: day("2026-01-20") }
  })
})

const told = ({ caseName, issues, kind, text }: Statement) => ({
  kind,
  text,
  caseName,
  stated: issues.flatMap(({ id, statedAs }) => (statedAs === undefined ? [] : [[id, statedAs]]))
})

describe("tributary add, given a form", () => {
  it.effect("makes each message a statement of the kind and issue that the initiative named", () =>
    withStore(
      Effect.gen(function* () {
        const [english, french] = yield* addExamples
        const [, answers] = examples[0] ?? []
        const statements = (yield* (yield* Statements).list()).filter(
          ({ outputId }) => outputId === english?.output.id
        )
        assert.deepStrictEqual(
          [
            english?.output.kind,
            english?.output.inDoubt,
            english?.output.edition,
            english?.output.publishedAt
          ],
          ["report", false, "2025", "2025-11-20"]
        )
        assert.strictEqual(french?.output.publishedAt, "2025-12-01")
        const all = statements.map(told)
        assert.deepStrictEqual(
          all.slice(0, 2).map(({ text }) => text),
          answers?.highlights
        )
        for (const { kind } of all) assert.notInclude(["information", "boilerplate"], kind)
        assert.deepStrictEqual(all[2]?.stated, [["child-online-safety", "Child online safety"]])
        // A name that the taxonomy does not know stays as a heading; the words then decide.
        assert.deepStrictEqual(all[3]?.stated, [])
        assert.strictEqual(statements[3]?.place.headings.at(-1), "Lighthouses")
        assert.deepInclude(all[4], {
          kind: "best-practice",
          caseName: "Harbour Mesh",
          text: "Harbour Mesh: Fishermen built a network of twelve nodes; Four hundred households are connected for 3 crowns a month."
        })
        assert.strictEqual(all[5]?.kind, "divergence")
        assert.strictEqual(all[6]?.kind, "recommendation")
        assert.lengthOf(all, 7)
      })
    )
  )

  it.effect("gives the same when everything is derived again", () =>
    withStore(
      Effect.gen(function* () {
        yield* addExamples
        const statements = yield* Statements
        const before = yield* statements.list()
        yield* renormalize()
        assert.deepStrictEqual(yield* statements.list(), before)
      })
    )
  )

  it.effect("does not count an empty form", () =>
    withStore(
      Effect.gen(function* () {
        const [added] = yield* addExamples
        if (added === undefined) throw new Error("nothing was added")
        const empty = yield* addFile({
          initiativeId: added.output.initiativeId,
          fileName: "empty.docx",
          bytes: yield* filledForm("docx", "fr", noAnswers),
          title: null,
          publishedAt: null,
          kind: null,
          by: "Secretariat"
        })
        assert.deepStrictEqual([empty.output.kind, empty.statements], ["not-an-output", 0])
      })
    )
  )
})

describe("who took part, in the digest", () => {
  it.effect("is summed up over those that stated it, and shown as each stated it in every form", () =>
    withStore(
      Effect.gen(function* () {
        yield* addExamples
        const digest = yield* digestOf
        const figure = (name: string) => digest.speakers.figures.find((own) => own.figure === name)
        assert.deepStrictEqual(figure("total"), {
          figure: "total",
          initiatives: digest.speakers.stated.map(({ initiative }) => initiative),
          persons: 1240 + 1240 + 340,
          share: null
        })
        assert.deepStrictEqual(
          [figure("youth")?.initiatives.length, figure("youth")?.persons, figure("youth")?.share],
          [2, 620, { persons: 620, participants: 2480 }]
        )
        assert.deepStrictEqual(figure("women")?.share, { persons: 743, participants: 1580 })
        assert.isUndefined(figure("men"))

        const markdown = renderMarkdown(digest)
        assert.include(
          markdown,
          `| Young people | 2 | 620 | ${messages("en").percent(1, 4)} (620 of 2,480) |`
        )
        assert.include(markdown, "12, as far as they told us")
        for (const lang of ["en", "fr", "ar"] as const) {
          const html = renderHtml(digest, { lang })
          assert.include(html, messages(lang).text("figuresCaption").replaceAll("'", "&#39;"))
          assert.include(html, "٤٥٪")
          assert.notInclude(html, "Ada Strand")
          assert.notInclude(html, "secretariat@igf.norvia.example")
        }
        assert.include(
          renderHtml(digest),
          'named by the initiative itself: <q dir="auto">Child online safety</q>'
        )
        assert.deepStrictEqual(yield* readDigest(renderJson(digest)), digest)
        assert.notInclude(renderJson(digest), "Ada Strand")
        assert.isAbove((yield* renderPdf(digest, {})).bytes.length, 10_000)
      })
    )
  )
})
