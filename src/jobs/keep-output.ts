/**
 * Keeps what was read from one capture: output, version and statements, in one transaction.
 *
 * The very same function serves imports, uploads and renormalisation, so that all give the same result.
 */
import { Effect, Option } from "effect"
import {
  type CaptureId,
  DateOrigin,
  type ExtractedDocument,
  type Initiative,
  type Output,
  type OutputId,
  type Reading,
  type SourceId,
  type Timestamp
} from "../domain/index.ts"
import { canonicalUrl } from "../ingest/url/index.ts"
import { applyReviews, normalizeDocument, outputIdOf } from "../normalize/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { now, Outputs, Reviews, Statements, Store } from "../store/index.ts"

/** What is to be kept. */
export interface ReadOutput {
  readonly initiative: Initiative
  readonly sourceId: SourceId | null
  /** Where the bytes came from: the final URL, or `upload:` and the file's name. */
  readonly url: string
  readonly captureId: CaptureId
  readonly retrievedAt: Timestamp
  readonly reading: Reading
  readonly document: ExtractedDocument
}

export interface KeptOutput {
  readonly output: Output
  /** new: not known before; changed: another capture than the last; same: nothing new. */
  readonly change: "new" | "changed" | "same"
  readonly statements: number
}

/** The identity of an output: its own word on its canonical URL counts only within its host. */
const identityUrl = (url: string, document: ExtractedDocument): string => {
  const own = canonicalUrl(url) ?? url
  const stated = document.canonicalUrl === null ? null : canonicalUrl(document.canonicalUrl)
  if (stated === null) return own
  return URL.parse(stated)?.hostname === URL.parse(own)?.hostname ? stated : own
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
  const normalizer = yield* Normalizer

  const url = identityUrl(read.url, read.document)
  const known = Option.getOrUndefined(yield* outputs.byUrl(read.initiative.id, url))
  const id: OutputId = known?.id ?? outputIdOf(read.initiative.id, url)

  const normalized = normalizeDocument({
    output: { id, url },
    initiative: read.initiative,
    document: read.document,
    classify: normalizer.classify,
    detectLanguage: normalizer.detectLanguage,
    issueNamed: normalizer.issueNamed
  })
  const output: Output = {
    id,
    initiativeId: read.initiative.id,
    sourceId: read.sourceId,
    url: known?.url ?? url,
    title: normalized.title,
    kind: normalized.kind,
    kindReasons: normalized.kindReasons,
    inDoubt: normalized.inDoubt,
    language: normalized.language,
    publishedAt: normalized.publishedAt,
    publishedFrom: normalized.publishedFrom,
    edition: normalized.edition,
    eventStart: normalized.eventStart,
    eventEnd: normalized.eventEnd,
    sameAs: known?.sameAs ?? null,
    supersededBy: known?.supersededBy ?? null,
    firstSeenAt: known?.firstSeenAt ?? (yield* now)
  }
  const reviewed = applyReviews([output], normalized.statements, yield* reviews.list())

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
      // By the version, not by what was known before: two sources may bring the same page at one time.
      const change = !added ? "same" : version.sequence === 1 ? "new" : "changed"
      return { output, change, statements: reviewed.statements.length } satisfies KeptOutput
    })
  )
})
