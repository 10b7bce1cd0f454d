/**
 * Derives everything again from the captures: documents, kinds, statements, issues, clusters.
 *
 * The result depends on captures, taxonomy and reviews alone, so that doing it twice changes nothing.
 */
import { Effect, Option } from "effect"
import type { Output } from "../domain/index.ts"
import { readDocument } from "../ingest/read.ts"
import { Captures, Initiatives, Outputs } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { derivedWith, rememberDerivedWith } from "./derived-with.ts"
import { keepOutput } from "./keep-output.ts"
import { learnSites } from "./learn-sites.ts"

/** Told after each output. */
export type OnOutput = (done: number, total: number, title: string) => Effect.Effect<void>

/** Reads the newest version of one output again and replaces what was derived from it. */
export const readAgain = Effect.fn("readAgain")(function* (output: Output) {
  const version = Option.getOrUndefined(yield* (yield* Outputs).latestVersion(output.id))
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(output.initiativeId))
  if (version === undefined || initiative === undefined) return
  const bytes = yield* (yield* Captures).bytes(version.captureId)
  if (Option.isNone(bytes)) return
  yield* keepOutput({
    initiative,
    sourceId: output.sourceId,
    url: output.url,
    captureId: version.captureId,
    retrievedAt: version.retrievedAt,
    reading: version.reading,
    document: yield* readDocument(bytes.value, version.reading)
  })
})

/** Reads every output again, and consolidates. */
export const renormalize = Effect.fn("renormalize")(function* (onOutput: OnOutput = () => Effect.void) {
  const version = yield* derivedWith
  const all = yield* (yield* Outputs).list()
  let done = 0
  for (const output of all) {
    yield* readAgain(output)
    done++
    yield* onOutput(done, all.length, output.title)
  }
  yield* learnSites(yield* (yield* Initiatives).list)
  const counts = yield* consolidate()
  yield* rememberDerivedWith(version)
  return { outputs: all.length, ...counts }
})
