/**
 * Decisions of reviewers over a store of many statements: milliseconds until a decision is kept and seen, with two
 * thousand decisions made before; of the lists; of a change of two thousand statements; seconds until everything
 * is carried through, which waits for nobody.
 *
 * Usage: node bench/review.ts [number of statements, 100000 if not given] [carry through: yes if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { IssueId } from "../src/domain/index.ts"
import type { ReviewDecision, StatementId } from "../src/domain/index.ts"
import { addFile } from "../src/jobs/index.ts"
import { decide, settle, undo } from "../src/jobs/reviewing/index.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { ReviewQueue, Statements, Store } from "../src/store/index.ts"
import { fillStore, initiatives } from "./filled-store.ts"

const total = Number(process.argv[2] ?? 100_000)
const carriesThrough = process.argv[3] !== "no"

const sentences = [
  "The regulator should publish maps of coverage twice a year.",
  "Banks and the police should share the numbers that swindlers used.",
  "Schools in the hills must be connected free of charge before the next rainy season.",
  "Judges need training before they order the encryption of messages to be broken."
]
const report = `# Messages of the forum 2025\n\n## Key messages\n\n${Array.from(
  { length: 60 },
  (_, index) => `${index + 1}. In district ${index + 1}: ${sentences[index % sentences.length]}`
).join("\n\n")}\n`

const signed = { by: { id: null, name: "A. Clerk" }, reason: "Measured" }
const issues = [IssueId.make("encryption")]

const timed = <A, E, R>(what: string, effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const start = performance.now()
    const value = yield* effect
    console.log(JSON.stringify({ what, ms: Math.round(performance.now() - start) }))
    return value
  })

const label = (statementId: StatementId): ReviewDecision => ({ _tag: "relabel", statementId, issues })

const measure = Effect.gen(function* () {
  yield* timed("fill", fillStore(total))
  const initiativeId = initiatives[0]?.id
  if (initiativeId === undefined) throw new Error("there are initiatives")
  yield* addFile({
    initiativeId,
    fileName: "messages.md",
    bytes: new TextEncoder().encode(report),
    title: null,
    publishedAt: null,
    kind: "messages",
    by: "A. Clerk"
  })
  const queue = yield* ReviewQueue
  yield* timed("count of the least sure", queue.count({ show: "low" }))
  yield* timed("the least sure", queue.find({ show: "low" }, { limit: 30, offset: 0 }))
  yield* timed("count of all", queue.count({ show: "all" }))
  const many = yield* timed("all, 2,000 of them", queue.find({ show: "all" }, { limit: 2000, offset: 0 }))
  const own = (yield* (yield* Statements).list({ initiativeId })).filter(({ text }) =>
    text.startsWith("In district")
  )
  const id = (index: number): StatementId => {
    const found = own[index] ?? own[0]
    if (found === undefined) throw new Error("the report has statements")
    return found.id
  }
  const { reviews } = yield* timed("2,000 decisions in one go", decide(signed, many.map(label)))
  for (let round = 1; round <= 3; round++) {
    yield* timed(`relabel, ${round}`, decide(signed, [label(id(round))]))
    yield* timed(`exclude, ${round}`, decide(signed, [{ _tag: "exclude", statementId: id(10 + round) }]))
    yield* timed(`restore, ${round}`, decide(signed, [{ _tag: "restore", statementId: id(10 + round) }]))
    yield* timed(
      `merge, ${round}`,
      decide(signed, [{ _tag: "merge", statementId: id(20 + round), into: many[round] ?? id(0) }])
    )
    yield* timed(`split, ${round}`, decide(signed, [{ _tag: "split", statementId: id(20 + round) }]))
  }
  yield* timed(
    "undo of 2,000",
    undo(
      signed,
      reviews.map((one) => one.id)
    )
  )
  if (carriesThrough) yield* timed("carried through", settle())
})

const directory = mkdtempSync(join(tmpdir(), "tributary-bench-"))
try {
  await Effect.runPromise(Effect.provide(measure, Layer.merge(Normalizer.layer, Store.layer({ directory }))))
} finally {
  rmSync(directory, { recursive: true, force: true })
}
