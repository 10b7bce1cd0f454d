/** What reviewers work with, on both engines: the list of what waits, excluded statements, decisions in one go. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { ReviewId, type StatementId } from "../../src/domain/index.ts"
import {
  Initiatives,
  Outputs,
  Reviews,
  ReviewQueue,
  ReviewWork,
  Statements,
  Store
} from "../../src/store/index.ts"
import { sampleInput } from "../export/sample.ts"
import { engines } from "./engines.ts"

const page = { limit: 10, offset: 0 }

const filled = Effect.gen(function* () {
  const input = sampleInput()
  const [output] = input.outputs
  const [model] = input.statements
  if (output === undefined || model === undefined) throw new Error("The sample lacks an output.")
  yield* (yield* Initiatives).upsert(input.initiatives)
  yield* (yield* Outputs).upsert({ ...output, kind: "messages", sameAs: null, sourceId: null, inDoubt: true })
  const own = input.statements
    .filter(({ outputId }) => outputId === output.id)
    .map((one, ordinal) => ({
      ...one,
      ordinal,
      kind: "recommendation" as const,
      issues: model.issues
        .slice(0, 1)
        .map((issue) => ({ ...issue, score: ordinal === 1 ? 0.3 : 0.9 - ordinal / 100 }))
    }))
  yield* (yield* Statements).replaceForOutput(output.id, own)
  return { output, own }
})

for (const { fresh, name } of engines) {
  describe(`What reviewers work with, on ${name}`, () => {
    it.live("lists the least sure label first and finds statements by what they are", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const options = yield* fresh
          yield* Effect.gen(function* () {
            const { output, own } = yield* filled
            const queue = yield* ReviewQueue
            assert.deepStrictEqual(
              yield* queue.find({ show: "low" }, page),
              own.slice(1, 2).map(({ id }) => id)
            )
            assert.strictEqual(yield* queue.count({ show: "low" }), 1)
            const everything = yield* queue.find({ show: "all" }, { limit: 100, offset: 0 })
            for (const show of ["low", "all"] as const) {
              const inParts: Array<StatementId> = []
              let [next] = yield* queue.part({ show }, { after: null, limit: 1 })
              while (next !== undefined) {
                inParts.push(next.id)
                const [following] = yield* queue.part({ show }, { after: next.place, limit: 1 })
                next = following
              }
              assert.deepStrictEqual(
                inParts,
                show === "all" ? everything : own.slice(1, 2).map(({ id }) => id)
              )
            }
            const issue = own[0]?.issues[0]?.id
            const all = {
              show: "all",
              initiative: output.initiativeId,
              issue,
              kind: "recommendation"
            } as const
            assert.strictEqual(yield* queue.count(all), own.length)
            assert.strictEqual(yield* queue.count({ ...all, language: "tlh" }), 0)
            assert.deepStrictEqual(
              (yield* queue.inDoubt(page)).map(({ id }) => id),
              [output.id]
            )
            assert.strictEqual(yield* queue.countInDoubt, 1)
          }).pipe(Effect.provide(Store.layer(options)))
        })
      )
    )
    it.live(
      "remembers what waits until it is settled, what is excluded, and what was decided in one go",
      () =>
        Effect.scoped(
          Effect.gen(function* () {
            const options = yield* fresh
            yield* Effect.gen(function* () {
              const { output, own } = yield* filled
              const [first, second] = own
              if (first === undefined || second === undefined) throw new Error("The sample lacks statements.")
              const work = yield* ReviewWork
              const before = yield* work.basis
              const reviews = yield* Effect.forEach([first, second], ({ id }) =>
                Effect.flatMap(Reviews, (all) =>
                  all.append({ by: "A. Clerk", reason: "", decision: { _tag: "split", statementId: id } })
                )
              )
              assert.notStrictEqual(yield* work.basis, before)
              const ids = reviews.map(({ id }) => id)
              yield* work.keepBatch(ids)
              assert.deepStrictEqual(yield* work.batch(ids[0] ?? ReviewId.make(0)), ids)
              assert.deepStrictEqual(yield* (yield* Reviews).ofBatch(ids[0] ?? ReviewId.make(0)), reviews)
              assert.deepStrictEqual(yield* work.recent(5, ids[0]), [])
              const [recent] = yield* work.recent(5)
              assert.deepStrictEqual([recent?.batch, recent?.count, recent?.by], [ids[0], 2, "A. Clerk"])

              const waits = { outputId: output.id, reviewId: ReviewId.make(1), derived: 0 } as const
              yield* work.wait([waits])
              yield* work.wait([{ ...waits, reviewId: ReviewId.make(2), derived: 1 }])
              assert.deepStrictEqual(yield* work.count, { underived: 0, all: 1 })
              yield* work.settled([waits])
              assert.strictEqual((yield* work.waiting).length, 1, "a newer decision waits on")
              yield* work.settled(yield* work.waiting)
              assert.deepStrictEqual(yield* work.count, { underived: 0, all: 0 })

              yield* (yield* Statements).replaceForOutput(output.id, [second])
              yield* work.replaceExcluded(output.id, [first])
              assert.deepStrictEqual(yield* work.excluded({ initiativeId: output.initiativeId }), [first])
              assert.strictEqual(yield* work.countExcluded(), 1)
              const after = [first.initiativeId, first.outputId, first.id] as const
              assert.deepStrictEqual(yield* work.excluded({ after }), [])
              assert.deepStrictEqual(yield* work.excluded({ after: [after[0], after[1], ""] }), [first])
              assert.deepStrictEqual(
                [...(yield* work.outputsOf([first.id, second.id])).values()],
                [output.id, output.id]
              )
            }).pipe(Effect.provide(Store.layer(options)))
          })
        )
    )
  })
}
