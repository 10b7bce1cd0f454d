/**
 * Gathers from the store what a release will depend on: one consistent view of it.
 */
import { Effect, Option } from "effect"
import {
  type Cycle,
  type Meeting,
  type RecordedVersion,
  type Release,
  type ReleaseInputs,
  type ReleaseNumber,
  type Review,
  ReviewId
} from "../../domain/index.ts"
import { Initiatives, now, Outputs, Reviews, Sources, Store } from "../../store/index.ts"
import { programOf, sha256 } from "./program.ts"

/** What is frozen. */
export interface Frozen {
  readonly number: ReleaseNumber
  readonly cycle: Cycle
  readonly meeting: Meeting
  /** The release to compare with. */
  readonly previous: Pick<Release, "number" | "contentHash"> | null
}

/** The hash of some reviews, in order of id. */
export const hashOfReviews = (reviews: ReadonlyArray<Review>) =>
  sha256(JSON.stringify(reviews.toSorted((a, b) => a.id - b.id)))

/** The inputs of a release as the store is now. */
export const gatherInputs = Effect.fn("gatherInputs")(function* (frozen: Frozen) {
  const store = yield* Store
  const outputs = yield* Outputs
  const sources = yield* Sources
  const program = yield* programOf
  // One transaction, so that an import that runs beside it does not come half into the release.
  return yield* store.transaction(
    Effect.gen(function* () {
      const versions: Array<RecordedVersion> = []
      for (const output of yield* outputs.list()) {
        const version = Option.getOrUndefined(yield* outputs.latestVersion(output.id))
        if (version === undefined) continue
        versions.push({
          outputId: output.id,
          initiativeId: output.initiativeId,
          sourceId: output.sourceId,
          url: output.url,
          firstSeenAt: output.firstSeenAt,
          sequence: version.sequence,
          captureId: version.captureId,
          retrievedAt: version.retrievedAt,
          reading: version.reading
        })
      }
      const reviews = yield* (yield* Reviews).list()
      const inputs: ReleaseInputs = {
        format: "tributary-release/1",
        number: frozen.number,
        cycle: frozen.cycle,
        meeting: frozen.meeting,
        asOf: yield* now,
        ...program,
        previous:
          frozen.previous === null
            ? null
            : { number: frozen.previous.number, contentHash: frozen.previous.contentHash },
        reviews: {
          upTo: ReviewId.make(Math.max(0, ...reviews.map(({ id }) => id))),
          count: reviews.length,
          hash: hashOfReviews(reviews)
        },
        initiatives: yield* (yield* Initiatives).list,
        sources: yield* sources.list(),
        sourceStates: yield* sources.states,
        outputs: versions.toSorted((a, b) => (a.outputId < b.outputId ? -1 : 1))
      }
      return inputs
    })
  )
})
