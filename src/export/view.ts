/**
 * A digest with its lists indexed, as renderers read it.
 */
import type {
  CaptureId,
  Digest,
  DigestInitiative,
  DigestOutput,
  InitiativeId,
  IssueId,
  IssuePage,
  OutputId,
  Place,
  Quotation,
  StatementId
} from "../domain/index.ts"

/** Where the archived copy of a capture can be read, at a place in it; null where there is none to link to. */
export type ArchiveHref = (captureId: CaptureId, place: Place) => string | null

/** A digest, indexed. */
export interface View {
  readonly digest: Digest
  readonly initiatives: ReadonlyMap<InitiativeId, DigestInitiative>
  readonly outputs: ReadonlyMap<OutputId, DigestOutput>
  readonly statements: ReadonlyMap<StatementId, Quotation>
  readonly pages: ReadonlyMap<IssueId, IssuePage>
  readonly archiveHref: ArchiveHref
}

/** Indexes a digest. */
export const viewOf = (digest: Digest, archiveHref: ArchiveHref = () => null): View => ({
  digest,
  initiatives: new Map(digest.initiatives.map((initiative) => [initiative.id, initiative])),
  outputs: new Map(digest.outputs.map((output) => [output.id, output])),
  statements: new Map(digest.statements.map((quotation) => [quotation.id, quotation])),
  pages: new Map(digest.issues.map((page) => [page.id, page])),
  archiveHref
})

/** The opening of a text up to about `length` characters, cut between words and marked with an ellipsis. */
export const opening = (text: string, length: number): string => {
  if (text.length <= length) return text
  const cut = text.slice(0, length).toWellFormed().replaceAll("\uFFFD", "")
  const space = cut.lastIndexOf(" ")
  return `${space > length / 2 ? cut.slice(0, space) : cut} …`
}
