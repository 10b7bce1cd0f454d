/**
 * Gathers from the store what a digest is made of, and computes it.
 */
import { Effect, Option } from "effect"
import type { Cycle, IsoDate, Meeting } from "../domain/index.ts"
import { buildDigest, type CurrentCapture } from "../export/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { Clusters, Initiatives, now, Outputs, Sources, Statements } from "../store/index.ts"

export interface DigestRequest {
  readonly cycle: Cycle
  readonly meeting: Meeting | null
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
}

/** The digest of a window as the store is now. */
export const makeDigest = Effect.fn("makeDigest")(function* (request: DigestRequest) {
  const { taxonomy } = yield* Normalizer
  const outputs = yield* Outputs
  const sources = yield* Sources
  const listed = yield* outputs.list()
  const captures: Array<CurrentCapture> = []
  for (const { id } of listed) {
    const version = Option.getOrUndefined(yield* outputs.latestVersion(id))
    if (version === undefined) continue
    const { captureId, document, retrievedAt } = version
    const stated = document.form === undefined ? {} : { participation: document.form.participation }
    captures.push({ outputId: id, captureId, retrievedAt, ...stated })
  }
  return buildDigest({
    ...request,
    title: null,
    number: null,
    asOf: yield* now,
    frozen: false,
    taxonomy,
    initiatives: yield* (yield* Initiatives).list,
    sources: yield* sources.list(),
    sourceStates: yield* sources.states,
    outputs: listed,
    captures,
    statements: yield* (yield* Statements).list(),
    clusters: yield* (yield* Clusters).list,
    previous: null
  })
})
