/**
 * Verifies a release: computes it again from its recorded inputs and compares byte for byte.
 */
import { Effect } from "effect"
import type { ReleaseNumber } from "../../domain/index.ts"
import { firstDifference, renderJson } from "../../export/index.ts"
import type { OnOutput } from "../renormalize.ts"
import { keptInputs, keptRelease } from "./kept.ts"
import { programDifferences, programOf, sha256 } from "./program.ts"
import { recompute } from "./recompute.ts"

/** What came of a verification, as plain data. */
export interface Verification {
  readonly number: ReleaseNumber
  readonly equal: boolean
  readonly contentHash: string
  /** Hash of what was computed now; null when an input was lost. */
  readonly recomputedHash: string | null
  readonly outputs: number
  readonly bytes: number
  /** In words: the first difference, or the input that was lost. Null when all is equal. */
  readonly difference: string | null
  /** In words: what of the program is other than when it was frozen. */
  readonly program: ReadonlyArray<string>
}

/** Recomputes a release. Fails when it is unknown or was tampered with; a difference is an answer. */
export const verifyRelease = Effect.fn("verifyRelease")(function* (
  number: ReleaseNumber,
  onOutput: OnOutput = () => Effect.void
) {
  const kept = yield* keptInputs(number)
  const about = {
    number,
    contentHash: kept.release.contentHash,
    outputs: kept.inputs.outputs.length,
    bytes: Buffer.byteLength(kept.json),
    program: programDifferences(kept.inputs, yield* programOf)
  }
  const answer = Effect.gen(function* () {
    const { previous } = kept.inputs
    const before = previous === null ? null : yield* keptRelease(previous.number)
    if (before !== null && before.release.contentHash !== previous?.contentHash) {
      const lost: Verification = {
        ...about,
        equal: false,
        recomputedHash: null,
        difference: `Release ${before.release.number}, with which it was compared, is another one now.`
      }
      return lost
    }
    const digest = yield* recompute(kept.inputs, kept.hash, before?.digest ?? null, onOutput)
    const json = renderJson(digest)
    const equal = json === kept.json
    const done: Verification = {
      ...about,
      equal,
      recomputedHash: sha256(json),
      difference: equal ? null : firstDifference(kept.digest, digest)
    }
    return done
  })
  return yield* answer.pipe(
    Effect.catchTag("InputLost", (error) =>
      Effect.succeed<Verification>({
        ...about,
        equal: false,
        recomputedHash: null,
        difference: error.message
      })
    )
  )
})
