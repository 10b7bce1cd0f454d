/**
 * Gathers from the store what a digest is made of, and computes it.
 */
import { Effect, Option, Schema } from "effect"
import type { Cycle, Digest, DigestFilter, IsoDate, Meeting, Timestamp } from "../domain/index.ts"
import { buildDigest, type CurrentCapture } from "../export/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { Clusters, Initiatives, now, Outputs, Sources, Statements } from "../store/index.ts"
import type { Concepts } from "../normalize/taxonomy/load.ts"
import { latestRelease } from "./release/kept.ts"

export interface DigestRequest {
  readonly cycle: Cycle
  readonly meeting: Meeting | null
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
  /** What it is narrowed to; the whole when absent. */
  readonly filter?: DigestFilter
}

/** The state of knowledge and the release to compare with, where the caller has fixed them. */
export interface DigestBase {
  readonly asOf: Timestamp
  readonly previous: Digest | null
}

/** The filter names an issue or an area that the taxonomy does not have. */
export class UnknownFilter extends Schema.TaggedError<UnknownFilter>()("UnknownFilter", {
  message: Schema.String
}) {}

const refuse = (what: string, id: string, known: ReadonlyArray<string>) =>
  new UnknownFilter({ message: `The taxonomy has no ${what} "${id}". Known are: ${known.join(", ")}.` })

/** Refuses what would give an empty digest by a slip of the pen. */
const checkFilter = Effect.fnUntraced(function* (filter: DigestFilter, { areas, issues }: Concepts) {
  const issueIds = issues.map(({ id }) => id)
  const areaIds = areas.map(({ id }) => id)
  for (const id of filter.issues) if (!issueIds.includes(id)) return yield* refuse("issue", id, issueIds)
  for (const id of filter.areas) if (!areaIds.includes(id)) return yield* refuse("area", id, areaIds)
})

/** The digest of a window as the store is now, compared with the latest release. */
export const makeDigest = Effect.fn("makeDigest")(function* (request: DigestRequest, base?: DigestBase) {
  const { taxonomy } = yield* Normalizer
  if (request.filter !== undefined) yield* checkFilter(request.filter, taxonomy)
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
  const { asOf, previous } = base ?? { asOf: yield* now, previous: (yield* latestRelease)?.digest ?? null }
  return buildDigest({
    ...request,
    title: null,
    number: null,
    asOf,
    frozen: false,
    taxonomy,
    initiatives: yield* (yield* Initiatives).list,
    sources: yield* sources.list(),
    sourceStates: yield* sources.states,
    outputs: listed,
    captures,
    statements: yield* (yield* Statements).list(),
    clusters: yield* (yield* Clusters).list,
    previous
  })
})
