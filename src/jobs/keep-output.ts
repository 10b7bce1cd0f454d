/**
 * Keeps what was read from one capture: output, version and statements, in one transaction.
 *
 * The very same function serves imports, uploads and renormalisation, so that all give the same result.
 */
import { Effect, Option } from "effect"
import type {
  CaptureId,
  ExtractedDocument,
  Initiative,
  Output,
  OutputId,
  Reading,
  SourceId,
  Timestamp
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
    detectLanguage: normalizer.detectLanguage
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
    firstSeenAt: known?.firstSeenAt ?? (yield* now)
  }
  const reviewed = applyReviews([output], normalized.statements, yield* reviews.list())

  return yield* store.transaction(
    Effect.gen(function* () {
      for (const one of reviewed.outputs) yield* outputs.upsert(one)
      const { added } = yield* outputs.addVersion({
        outputId: id,
        captureId: read.captureId,
        retrievedAt: read.retrievedAt,
        reading: read.reading,
        document: read.document
      })
      if (read.url !== output.url) yield* outputs.addAlias(output, read.url)
      yield* statements.replaceForOutput(id, reviewed.statements)
      const change = known === undefined ? "new" : added ? "changed" : "same"
      return { output, change, statements: reviewed.statements.length } satisfies KeptOutput
    })
  )
})
