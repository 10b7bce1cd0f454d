/**
 * Keeps what was read from one capture: output, version and statements, in one transaction.
 *
 * The very same function serves imports, uploads and renormalisation, so that all give the same result.
 */
import { Effect, Option } from "effect"
import {
  type CaptureId,
  DateOrigin,
  type Initiative,
  type Output,
  type OutputId,
  type Reading,
  type SourceId,
  type Timestamp
} from "../domain/index.ts"
import { outputIdOf } from "../normalize/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { now, Outputs, Reviews, ReviewWork, Statements, Store } from "../store/index.ts"
import { deriveOutput } from "./derive-output.ts"
import { identify, type ReadPage } from "./identity.ts"

/** What is to be kept. */
export interface ReadOutput extends ReadPage {
  readonly initiative: Initiative
  readonly sourceId: SourceId | null
  readonly captureId: CaptureId
  readonly retrievedAt: Timestamp
}

export interface KeptOutput {
  readonly output: Output
  /** new: not known before; changed: another capture than the last; same: nothing new. */
  readonly change: "new" | "changed" | "same"
  readonly statements: number
}

/** A reading of a capture, and the source on whose word it was read; null for uploads. */
interface Told {
  readonly sourceId: SourceId | null
  readonly reading: Reading
}

const trustOf = ({ reading }: Told): number =>
  reading.publishedFrom === null ? Infinity : DateOrigin.literals.indexOf(reading.publishedFrom)

/**
 * Whether what another source says of the very same bytes is to stay. Several sources of an initiative list
 * the same page: the one whose date is trusted more tells title and date, else the first by name, whichever
 * of them was read first.
 */
const toldBetter = (kept: Told, told: Told): boolean => {
  if (kept.sourceId === null || told.sourceId === null || kept.sourceId === told.sourceId) return false
  const keptTrust = trustOf(kept)
  const trust = trustOf(told)
  return keptTrust === trust ? kept.sourceId < told.sourceId : keptTrust < trust
}

/** Derives and keeps an output and its statements. */
export const keepOutput = Effect.fn("keepOutput")(function* (read: ReadOutput) {
  const outputs = yield* Outputs
  const statements = yield* Statements
  const reviews = yield* Reviews
  const store = yield* Store
  const work = yield* ReviewWork
  const reader = yield* (yield* Normalizer).reader

  const { known, url } = yield* identify(read)
  const id: OutputId = known?.id ?? outputIdOf(read.initiative.id, url)

  const { output, reviewed } = deriveOutput(
    reader,
    {
      id,
      initiative: read.initiative,
      sourceId: read.sourceId,
      url: known?.url ?? url,
      sameAs: known?.sameAs ?? null,
      supersededBy: known?.supersededBy ?? null,
      firstSeenAt: known?.firstSeenAt ?? (yield* now)
    },
    read.document,
    yield* reviews.list()
  )

  return yield* store.transaction(
    Effect.gen(function* () {
      const before = Option.getOrUndefined(yield* outputs.get(id))
      const latest = Option.getOrUndefined(yield* outputs.latestVersion(id))
      if (before !== undefined && latest?.captureId === read.captureId) {
        if (toldBetter({ sourceId: before.sourceId, reading: latest.reading }, read)) {
          if (read.url !== before.url) yield* outputs.addAlias(before, read.url)
          const count = yield* statements.count({ outputId: id })
          return { output: before, change: "same", statements: count } satisfies KeptOutput
        }
      }
      for (const one of reviewed.outputs) yield* outputs.upsert(one)
      const { added, version } = yield* outputs.addVersion({
        outputId: id,
        captureId: read.captureId,
        retrievedAt: read.retrievedAt,
        reading: read.reading,
        document: read.document
      })
      if (read.url !== output.url) yield* outputs.addAlias(output, read.url)
      yield* statements.replaceForOutput(id, reviewed.statements)
      yield* work.replaceExcluded(id, reviewed.excluded)
      // By the version, not by what was known before: two sources may bring the same page at one time.
      const change = !added ? "same" : version.sequence === 1 ? "new" : "changed"
      return { output, change, statements: reviewed.statements.length } satisfies KeptOutput
    })
  )
})
