/**
 * Consolidation: what is the same over all initiatives, once a run has ended.
 *
 * Works on all statements of the store, because a new statement may join an old one. What it finds holds for the
 * store as it was read: where that has changed meanwhile, it is done again. The work itself is done in turns, because
 * the process has others to answer meanwhile.
 */
import { Effect } from "effect"
import { consolidateBeside, standingDecisions, type Step } from "../normalize/index.ts"
import { Clusters, Outputs, Reviews, ReviewWork, Statements, Store } from "../store/index.ts"

/** How often it is tried on a store that others are changing; then what was found last is kept. */
const mostAttempts = 3

/** Whole per cents of a stage between two words about it. */
const toldEach = 10

/** Told in words what it is at. */
export type OnStage = (now: string) => Effect.Effect<void>

/** Tells a stage when it begins, and each tenth of it. */
const inTenths = (onStage: OnStage) => {
  let told = ""
  return ({ percent, stage }: Step): Effect.Effect<void> => {
    const now = `setting everything beside the rest: ${stage}, ${percent - (percent % toldEach)} %`
    if (now === told) return Effect.void
    told = now
    return onStage(now)
  }
}

/** Finds repeated boilerplate, outputs that stand twice, duplicates and clusters; keeps what it finds. */
export const consolidate = Effect.fn("consolidate")(function* (onStage: OnStage = () => Effect.void) {
  const store = yield* Store
  const clusters = yield* Clusters
  const outputs = yield* Outputs
  const statements = yield* Statements
  const work = yield* ReviewWork
  for (let attempt = 1; ; attempt++) {
    const basis = yield* work.basis
    const waiting = (yield* work.waiting).filter(({ derived }) => derived === 1)
    const standing = standingDecisions(yield* (yield* Reviews).list())
    const compared = yield* statements.toCompare
    const found = yield* consolidateBeside(yield* outputs.list(), compared, standing, inTenths(onStage))
    const isKept = yield* store.transaction(
      Effect.gen(function* () {
        const isSame = (yield* work.basis) === basis
        if (!isSame && attempt < mostAttempts) return false
        for (const output of found.changedOutputs) yield* outputs.upsert(output)
        yield* statements.mark(found.marks)
        if (isSame) yield* clusters.become(found.clusters)
        else yield* clusters.replaceAll(found.clusters)
        yield* work.settled(waiting)
        return true
      })
    )
    if (isKept) return { statements: found.statements, clusters: found.clusters.length }
  }
})
