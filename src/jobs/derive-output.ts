/**
 * Derives an output and its statements from a document: the same function for imports, uploads,
 * renormalisation and releases, so that all give the same.
 */
import type { ExtractedDocument, Initiative, Output, Review } from "../domain/index.ts"
import { applyReviews, normalizeDocument } from "../normalize/index.ts"
import type { StatementReader } from "../normalize/normalizer.ts"

/** What is told of an output before its document is looked into. */
export interface KnownOutput extends Pick<
  Output,
  "id" | "sourceId" | "url" | "sameAs" | "supersededBy" | "firstSeenAt"
> {
  readonly initiative: Initiative
}

/** The output as the program sees it, and output and statements with the reviews applied. */
export const deriveOutput = (
  reader: StatementReader,
  known: KnownOutput,
  document: ExtractedDocument,
  reviews: ReadonlyArray<Review>
) => {
  const { initiative } = known
  const normalized = normalizeDocument({
    output: { id: known.id, url: known.url },
    initiative,
    document,
    classify: reader.classify,
    detectLanguage: reader.detectLanguage,
    issueNamed: reader.issueNamed
  })
  const output: Output = {
    id: known.id,
    initiativeId: initiative.id,
    sourceId: known.sourceId,
    url: known.url,
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
    sameAs: known.sameAs,
    supersededBy: known.supersededBy,
    firstSeenAt: known.firstSeenAt
  }
  return { output, reviewed: applyReviews([output], normalized.statements, reviews) }
}
