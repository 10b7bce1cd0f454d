/** Decisions of reviewers over a real store: seen at once, the same after everything is derived again, undone. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Layer, ManagedRuntime, Schema } from "effect"
import fc from "fast-check"
import {
  countingKinds,
  IssueId,
  type Review,
  type ReviewDecision,
  ReviewId,
  type Statement,
  StatementId,
  Timestamp
} from "../../src/domain/index.ts"
import { renormalize } from "../../src/jobs/index.ts"
import { consolidate } from "../../src/jobs/consolidate.ts"
import { counterDecisions, decide, settle, undo } from "../../src/jobs/reviewing/index.ts"
import { Normalizer } from "../../src/normalize/normalizer.ts"
import { Audit, Clusters, Outputs, ReviewWork, Statements, Store } from "../../src/store/index.ts"
import { filledStore } from "../portal/stored.ts"
import { contentsOf } from "./fixture-store.ts"

const open = (directory: string) =>
  ManagedRuntime.make(Layer.merge(Normalizer.layer, Store.layer({ directory })))

let store: Awaited<ReturnType<typeof filledStore>>
let runtime: ReturnType<typeof open>
beforeAll(async () => {
  store = await filledStore()
  runtime = open(store.directory)
}, 60_000)
afterAll(async () => {
  await runtime.dispose()
  store.remove()
})

const signed = { by: { id: null, name: "A. Clerk" }, reason: "As read" }
const encryption = Schema.decodeUnknownSync(IssueId)("encryption")

/** What decisions can change. */
const derived = () => {
  const { clusters, outputs, statements } = contentsOf(store.directory)
  return { clusters, outputs, statements }
}

/** Statements of outputs that digests count. */
const all = Effect.gen(function* () {
  const outputs = yield* (yield* Outputs).list({ kinds: countingKinds })
  const counted = new Set(outputs.flatMap(({ id, sameAs }) => (sameAs === null ? [id] : [])))
  return (yield* (yield* Statements).list()).filter(({ outputId }) => counted.has(outputId))
})
const find = (id: StatementId) =>
  Effect.map(
    Effect.flatMap(Statements, (statements) => statements.list({ ids: [id] })),
    ([one]) => one
  )

const must = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error("The fixtures lack what is asked for.")
  return value
}

/** Two statements of two initiatives that are in no cluster. */
const strangers = Effect.map(all, (statements) => {
  const own = statements.filter(
    ({ clusterId, duplicateOf, kind }) => kind !== "boilerplate" && clusterId === null && duplicateOf === null
  )
  const one = must(own[0])
  return [one, must(own.find(({ initiativeId }) => initiativeId !== one.initiativeId))] as const
})

/** Does something, and takes back all that it decided. */
const undone = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const before = derived()
    const reviews = yield* (yield* ReviewWork).recent(1)
    const last = reviews[0]?.batch ?? 0
    yield* work
    const made = (yield* (yield* ReviewWork).recent(100)).filter(({ batch }) => batch > last)
    const ids = (yield* Effect.forEach(made, ({ batch }) =>
      Effect.flatMap(ReviewWork, (w) => w.batch(batch))
    )).flat()
    yield* undo(signed, ids)
    yield* settle()
    assert.isTrue(JSON.stringify(derived()) === JSON.stringify(before), "all is as it was before")
  })

/** Settles, and consolidates everything once more, as a run does. */
const holdsWhenConsolidated = Effect.gen(function* () {
  yield* settle()
  const settled = derived()
  yield* consolidate()
  assert.isTrue(JSON.stringify(derived()) === JSON.stringify(settled), "the same as consolidated anew")
})

/** Settles, and holds that against deriving everything again from the captures. */
const holdsWhenRecomputed = Effect.gen(function* () {
  yield* settle()
  const settled = derived()
  yield* renormalize()
  assert.isTrue(JSON.stringify(derived()) === JSON.stringify(settled), "the same as from the captures")
})

const decision = (statements: ReadonlyArray<Statement>) => {
  const statementId = fc.constantFrom(...statements.map(({ id }) => id))
  return fc.oneof(
    fc.record({ _tag: fc.constant("exclude" as const), statementId }),
    fc.record({ _tag: fc.constant("split" as const), statementId }),
    fc.record({ _tag: fc.constant("merge" as const), statementId, into: statementId }),
    fc.record({ _tag: fc.constant("relabel" as const), statementId, issues: fc.constant([encryption]) }),
    fc.record({
      _tag: fc.constant("statement-kind" as const),
      statementId,
      kind: fc.constantFrom("challenge" as const, "information" as const)
    })
  )
}

const review = (number: number, decision: ReviewDecision): Review => ({
  id: ReviewId.make(number),
  at: Timestamp.make("2026-11-23T10:00:00.000Z"),
  by: "A. Clerk",
  reason: "",
  decision
})
const limit = 60_000

describe("Reviewing", () => {
  it(
    "joins two statements for good: at once, after consolidation, and after everything is derived again",
    () =>
      runtime.runPromise(
        undone(
          Effect.gen(function* () {
            const [one, other] = yield* strangers
            yield* decide(signed, [{ _tag: "merge", statementId: one.id, into: other.id }])
            const joined = Effect.gen(function* () {
              const clusterId = (yield* find(one.id))?.clusterId
              assert.isString(clusterId)
              assert.strictEqual((yield* find(other.id))?.clusterId, clusterId)
              const cluster = (yield* (yield* Clusters).list).find(({ id }) => id === clusterId)
              assert.includeMembers([...(cluster?.members ?? [])], [one.id, other.id])
            })
            yield* joined
            yield* holdsWhenConsolidated
            yield* joined
          })
        )
      ),
    limit
  )

  it(
    "takes a statement out of its cluster for good, and what a person merged before",
    () =>
      runtime.runPromise(
        undone(
          Effect.gen(function* () {
            const [one, other] = yield* strangers
            yield* decide(signed, [{ _tag: "merge", statementId: one.id, into: other.id }])
            yield* decide(signed, [{ _tag: "split", statementId: other.id }])
            const clustered = (yield* all).find(
              ({ clusterId, duplicateOf }) => clusterId !== null && duplicateOf === null
            )
            if (clustered !== undefined) {
              yield* decide(signed, [{ _tag: "split", statementId: clustered.id }])
              assert.isNull((yield* find(clustered.id))?.clusterId)
            }
            const apart = Effect.gen(function* () {
              assert.isNull((yield* find(one.id))?.clusterId)
              assert.isNull((yield* find(other.id))?.clusterId)
            })
            yield* apart
            yield* holdsWhenConsolidated
            yield* apart
          })
        )
      ),
    limit
  )

  it(
    "quotes once what an initiative says twice, once a person has merged the two",
    () =>
      runtime.runPromise(
        undone(
          Effect.gen(function* () {
            const [one] = yield* strangers
            const twin = must(
              (yield* all).find(
                ({ duplicateOf, id, initiativeId, kind }) =>
                  id !== one.id &&
                  initiativeId === one.initiativeId &&
                  kind !== "boilerplate" &&
                  duplicateOf === null
              )
            )
            yield* decide(signed, [{ _tag: "merge", statementId: one.id, into: twin.id }])
            yield* holdsWhenConsolidated
            assert.strictEqual((yield* find(one.id))?.duplicateOf, twin.id)
          })
        )
      ),
    limit
  )

  it(
    "keeps an excluded statement at hand, restores it without reading anything else, and writes who decided",
    () =>
      runtime.runPromise(
        Effect.gen(function* () {
          const [one] = yield* strangers
          const before = derived()
          const { isDerived, reviews } = yield* decide(signed, [{ _tag: "exclude", statementId: one.id }])
          assert.isTrue(isDerived)
          assert.isUndefined(yield* find(one.id))
          const work = yield* ReviewWork
          assert.deepStrictEqual(
            (yield* work.excluded({ ids: [one.id] })).map(({ text }) => text),
            [one.text]
          )
          const [entry] = yield* (yield* Audit).list({ limit: 1 })
          assert.deepInclude(entry, { by: "A. Clerk", action: "review.decide", thing: `statement:${one.id}` })
          yield* undo(
            signed,
            reviews.map(({ id }) => id)
          )
          assert.strictEqual((yield* find(one.id))?.text, one.text)
          yield* settle()
          assert.deepStrictEqual(yield* work.count, { underived: 0, all: 0 })
          assert.isTrue(JSON.stringify(derived()) === JSON.stringify(before))
        })
      ),
    limit
  )

  it(
    "leaves many outputs to be carried through later, and says how many",
    () =>
      runtime.runPromise(
        undone(
          Effect.gen(function* () {
            const statements = yield* all
            const firsts = [...Map.groupBy(statements, ({ outputId }) => outputId).values()].flatMap(
              (own) => own.find(({ kind }) => kind !== "boilerplate") ?? []
            )
            const { isDerived } = yield* decide(
              signed,
              firsts.map(({ id }) => ({ _tag: "relabel", statementId: id, issues: [encryption] }))
            )
            assert.isFalse(isDerived)
            const work = yield* ReviewWork
            assert.strictEqual((yield* work.count).underived, firsts.length)
            yield* holdsWhenConsolidated
            assert.deepStrictEqual(yield* work.count, { underived: 0, all: 0 })
            assert.deepStrictEqual(
              (yield* find(must(firsts[0]).id))?.issues.map(({ id }) => id),
              [encryption]
            )
          })
        )
      ),
    limit
  )

  it(
    "gives what a full recomputation gives, and undone what was there before, whatever is decided",
    async () => {
      const statements = (await runtime.runPromise(all)).filter(({ kind }) => kind !== "boilerplate")
      await fc.assert(
        fc.asyncProperty(fc.array(decision(statements), { minLength: 1, maxLength: 8 }), (decisions) =>
          runtime.runPromise(
            undone(
              Effect.gen(function* () {
                // What is refused (a statement that is excluded already) changes nothing.
                for (const one of decisions) yield* Effect.ignore(decide(signed, [one]))
                yield* holdsWhenRecomputed
              })
            ).pipe(Effect.catchTag("ReviewRefused", () => Effect.void))
          )
        ),
        { numRuns: 2 }
      )
    },
    limit
  )
})

describe("counterDecisions", () => {
  const id = StatementId.make("s-0000000000000001")
  it("says what stood before, and the program's own finding where nothing did", () => {
    const reviews = [
      review(1, { _tag: "relabel", statementId: id, issues: [] }),
      review(2, { _tag: "relabel", statementId: id, issues: [encryption] }),
      review(3, { _tag: "split", statementId: id })
    ]
    const undone = (...ids: ReadonlyArray<number>) =>
      counterDecisions(reviews, new Set(ids.map((number) => ReviewId.make(number))))
    assert.deepStrictEqual(undone(2).decisions, [{ _tag: "relabel", statementId: id, issues: [] }])
    assert.deepStrictEqual(undone(1, 2).decisions, [{ _tag: "relabel", statementId: id, issues: null }])
    assert.deepStrictEqual(undone(3).decisions, [{ _tag: "restore", statementId: id }])
    assert.deepStrictEqual(undone(1), { decisions: [], overtaken: [ReviewId.make(1)] })
  })
})
