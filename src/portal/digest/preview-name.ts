/**
 * The name of the preview as the store is now: another one whenever what it is made of changed, so that a
 * decision of a reviewer, an import, a file that was sent and an edit of a cycle show at once.
 */
import { createHash } from "node:crypto"
import { Clock, Effect } from "effect"
import { Initiatives, Readings, Sources } from "../../store/index.ts"

/** A preview is made again after this time for changes of the store that no name tells, too. */
const oldestMs = 10 * 60_000

interface Named {
  readonly revision: string
  readonly basis: string
  readonly at: number
}

/** An effect that gives the name's text. What it costs is paid only where the store changed. */
export const previewName = Effect.gen(function* () {
  const initiatives = yield* Initiatives
  const readings = yield* Readings
  const sources = yield* Sources
  let known: Named | undefined

  const basisOf = Effect.gen(function* () {
    const registry = JSON.stringify([yield* initiatives.list, yield* sources.list()])
    const hash = createHash("sha256").update(registry).digest("hex")
    return `${yield* readings.digestBasis} ${hash}`
  })

  return Effect.gen(function* () {
    const revision = yield* readings.revision
    if (known?.revision !== revision) {
      const at = yield* Clock.currentTimeMillis
      const basis = yield* basisOf
      const isSame = known?.basis === basis && at - known.at <= oldestMs
      known = { revision, basis, at: isSame && known !== undefined ? known.at : at }
    }
    return `${known.basis} ${known.at}`
  })
})
