/**
 * Freezes the digest of a meeting: a release under a number, made from recorded inputs and kept for ever.
 */
import { Effect, Schema } from "effect"
import type { Cycle, Meeting, Release, ReleaseNumber } from "../../domain/index.ts"
import { renderJson } from "../../export/index.ts"
import { ReleaseFrozen, Releases } from "../../store/index.ts"
import { makeDigest } from "../make-digest.ts"
import type { OnOutput } from "../renormalize.ts"
import { gatherInputs } from "./gather.ts"
import { latestRelease } from "./kept.ts"
import { nextNumber, partsOf } from "./number.ts"
import { sha256 } from "./program.ts"
import { recompute } from "./recompute.ts"

/** The number does not belong to the meeting's cycle. */
export class NumberOfOtherYear extends Schema.TaggedError<NumberOfOtherYear>()("NumberOfOtherYear", {
  message: Schema.String
}) {}

export interface FreezeRequest {
  readonly cycle: Cycle
  readonly meeting: Meeting
  /** The next of the cycle's year when null. */
  readonly number: ReleaseNumber | null
  /** Who freezes it. */
  readonly by: string | null
}

/**
 * Freezes. `asPublished` tells whether the store, as `digest` shows it, said the same: it does not when
 * rules or reviews are newer than what was derived with them.
 */
export const freezeDigest = Effect.fn("freezeDigest")(function* (
  request: FreezeRequest,
  onOutput: OnOutput = () => Effect.void
) {
  const releases = yield* Releases
  const known = yield* releases.list
  const number = request.number ?? nextNumber(request.cycle.year, known)
  if (partsOf(number)[0] !== request.cycle.year) {
    return yield* new NumberOfOtherYear({
      message: `The meeting ${request.meeting.id} belongs to the cycle of ${request.cycle.year}: its releases are numbered ${request.cycle.year}-1 and so on, not ${number}.`
    })
  }
  const taken = known.find((release) => release.number === number)
  if (taken !== undefined) {
    return yield* new ReleaseFrozen({
      number,
      message: `Release ${number} was frozen on ${taken.frozenAt.slice(0, 10)} and never changes: leave out --number, and this one becomes ${nextNumber(request.cycle.year, known)}.`
    })
  }
  const previous = yield* latestRelease
  const inputs = yield* gatherInputs({ ...request, number, previous: previous?.release ?? null })
  const inputsJson = `${JSON.stringify(inputs)}\n`
  const digest = yield* recompute(inputs, sha256(inputsJson), previous?.digest ?? null, onOutput)
  const json = renderJson(digest)
  const release: Release = {
    number,
    meetingId: request.meeting.id,
    frozenAt: inputs.asOf,
    window: request.meeting.window,
    contentHash: sha256(json),
    taxonomyVersion: digest.taxonomyVersion
  }
  yield* releases.put(release, { by: request.by, inputs: inputsJson, digest: json })
  const shown = yield* makeDigest(
    { cycle: request.cycle, meeting: request.meeting, window: request.meeting.window },
    { asOf: inputs.asOf, previous: previous?.digest ?? null }
  )
  const asPublished = renderJson({ ...shown, number, frozen: true, inputs: digest.inputs }) === json
  return { release, digest, asPublished }
})
