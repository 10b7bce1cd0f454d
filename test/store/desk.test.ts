/** What the desk asks of the store, on both engines. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { ClusterId, type Cycle, IsoDate } from "../../src/domain/index.ts"
import {
  Clusters,
  CycleEdits,
  Database,
  Outputs,
  Statements,
  Store,
  Worklist
} from "../../src/store/index.ts"
import { engines } from "./engines.ts"
import * as Example from "./example.ts"

const cycle: Cycle = { year: 2027, theme: "Rivers", subThemes: [], meetings: [] }

for (const { fresh, name } of engines) {
  describe(`The desk over a store of ${name}`, () => {
    it.effect("finds outputs in doubt and uncertain shared messages", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          yield* Example.register
          const output = { ...Example.messages2025, inDoubt: true, publishedAt: IsoDate.make("2026-01-10") }
          yield* (yield* Outputs).upsert(output)
          const statements = [0.9, 0.4].map((score, ordinal) => {
            const own = Example.statement(output.id, ordinal, "encryption")
            return { ...own, issues: own.issues.map((issue) => ({ ...issue, score })) }
          })
          yield* (yield* Statements).replaceForOutput(output.id, statements)
          yield* (yield* Clusters).replaceAll(
            statements.map(({ id }) => ({
              id: ClusterId.make(id.replace("s-", "c-")),
              representative: id,
              members: [id]
            }))
          )
          const list = yield* Worklist
          assert.deepStrictEqual(yield* list.outputsInDoubt, { count: 1, oldest: output.firstSeenAt })
          assert.deepStrictEqual(
            (yield* list.listInDoubt(5)).map(({ id }) => id),
            [output.id]
          )
          const of = {
            window: { from: IsoDate.make("2026-01-01"), to: IsoDate.make("2026-01-31") },
            below: 0.6
          }
          assert.deepStrictEqual(yield* list.uncertain(of), { count: 1, oldest: output.firstSeenAt })
          assert.deepStrictEqual(
            (yield* list.listUncertain(of, 5)).map(({ id, issue, score }) => [id, issue, score]),
            [[statements[1]?.id, "encryption", 0.4]]
          )
          const elsewhere = {
            ...of,
            window: { from: IsoDate.make("2025-01-01"), to: IsoDate.make("2025-01-31") }
          }
          assert.strictEqual((yield* list.uncertain(elsewhere)).count, 0)
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )

    it.effect("keeps every edit of a cycle, the newest of a year counting", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          const edits = yield* CycleEdits
          yield* edits.add({ by: "Ada", year: 2027, what: "first", cycle: { ...cycle, theme: null } })
          yield* edits.add({ by: "Ada", year: 2027, what: "second", cycle })
          yield* edits.add({ by: "Edo", year: 2026, what: "back to the file", cycle: null })
          assert.deepStrictEqual(
            (yield* edits.present).map(({ cycle, year }) => [year, cycle?.theme ?? null]),
            [
              [2026, null],
              [2027, "Rivers"]
            ]
          )
          assert.deepStrictEqual(
            (yield* edits.history(2027)).map(({ what }) => what),
            ["second", "first"]
          )
          const { sql } = yield* Database
          assert.isTrue((yield* Effect.exit(sql`DELETE FROM cycle_edits`))._tag === "Failure")
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )
  })
}
