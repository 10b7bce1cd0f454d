/**
 * Derives everything again from the captures: documents, kinds, statements, issues, clusters.
 *
 * The result depends on captures, taxonomy and reviews alone, so that doing it twice changes nothing.
 */
import { Effect, Option } from "effect"
import type { Initiative, InitiativeId } from "../domain/index.ts"
import { readDocument } from "../ingest/read.ts"
import { Captures, Initiatives, Outputs } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { keepOutput } from "./keep-output.ts"
import { learnSites } from "./learn-sites.ts"

/** Told after each output. */
export type OnOutput = (done: number, total: number, title: string) => Effect.Effect<void>

/** Reads the newest version of every output again and replaces what was derived from it. */
export const renormalize = Effect.fn("renormalize")(function* (onOutput: OnOutput = () => Effect.void) {
  const outputs = yield* Outputs
  const captures = yield* Captures
  const initiatives = yield* Initiatives
  const byId = new Map<InitiativeId, Initiative>((yield* initiatives.list).map((one) => [one.id, one]))
  const all = yield* outputs.list()
  let done = 0
  for (const output of all) {
    const version = Option.getOrUndefined(yield* outputs.latestVersion(output.id))
    const initiative = byId.get(output.initiativeId)
    if (version !== undefined && initiative !== undefined) {
      const bytes = yield* captures.bytes(version.captureId)
      if (Option.isSome(bytes)) {
        yield* keepOutput({
          initiative,
          sourceId: output.sourceId,
          url: output.url,
          captureId: version.captureId,
          retrievedAt: version.retrievedAt,
          reading: version.reading,
          document: yield* readDocument(bytes.value, version.reading)
        })
      }
    }
    done++
    yield* onOutput(done, all.length, output.title)
  }
  yield* learnSites(byId.values())
  const counts = yield* consolidate
  return { outputs: all.length, ...counts }
})
