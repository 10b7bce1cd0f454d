/**
 * Consolidation: what is the same over all initiatives, once a run has ended.
 *
 * Works on all statements of the store, because a new statement may join an old one.
 */
import { Effect } from "effect"
import { consolidateAll, decidedStatements } from "../normalize/index.ts"
import { Clusters, Outputs, Reviews, Statements, Store } from "../store/index.ts"

/** Finds repeated boilerplate, outputs that stand twice, duplicates and clusters; keeps what it finds. */
export const consolidate = Effect.gen(function* () {
  const store = yield* Store
  const clusters = yield* Clusters
  const outputs = yield* Outputs
  const statements = yield* Statements
  const decided = decidedStatements(yield* (yield* Reviews).list())
  const found = consolidateAll(yield* outputs.list(), yield* statements.toCompare, decided)
  yield* store.transaction(
    Effect.gen(function* () {
      for (const output of found.changedOutputs) yield* outputs.upsert(output)
      yield* statements.mark(found.marks)
      yield* clusters.replaceAll(found.clusters)
    })
  )
  return { statements: found.statements, clusters: found.clusters.length }
}).pipe(Effect.withSpan("consolidate"))
