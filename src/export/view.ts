/**
 * A digest with its lists indexed, in the language it is to be read in.
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
import { messages } from "./catalogue/index.ts"
import type { DigestLanguage, Messages } from "./catalogue/index.ts"

/** Where the archived copy of a capture can be read, at a place in it; null where there is none to link to. */
export type ArchiveHref = (captureId: CaptureId, place: Place) => string | null

/** A digest, indexed. */
export interface View {
  /** With the labels of issues and areas in the view's language. */
  readonly digest: Digest
  readonly initiatives: ReadonlyMap<InitiativeId, DigestInitiative>
  readonly outputs: ReadonlyMap<OutputId, DigestOutput>
  readonly statements: ReadonlyMap<StatementId, Quotation>
  readonly pages: ReadonlyMap<IssueId, IssuePage>
  readonly archiveHref: ArchiveHref
  /** The words of the view's language. */
  readonly m: Messages
}

/** What every rendering may be given. */
export interface ViewOptions {
  /** Language of the fixed texts; English when absent. */
  readonly lang?: DigestLanguage
  /** Where archived copies can be read; no links to them when absent. */
  readonly archiveHref?: ArchiveHref | undefined
}

/** The digest with the labels of issues and areas in a language; what has none there keeps its own. */
const labelled = (digest: Digest, m: Messages): Digest => {
  if (m.lang === "en") return digest
  const labels = digest.labels[m.lang] ?? {}
  const issue = <A extends { readonly label: string }>(own: A, id: string): A => {
    const label = labels[id]
    return label === undefined ? own : { ...own, label: m.capital(label) }
  }
  return {
    ...digest,
    areas: digest.areas.map((own) => ({ ...own, label: m.named("area", own.id) ?? own.label })),
    issues: digest.issues.map((own) => issue(own, own.id)),
    notRaised: digest.notRaised.map((own) => issue(own, own.id)),
    change:
      digest.change === null
        ? null
        : { ...digest.change, rows: digest.change.rows.map((own) => issue(own, own.issue)) },
    history:
      digest.history === null
        ? null
        : { ...digest.history, rows: digest.history.rows.map((own) => issue(own, own.issue)) }
  }
}

/** Indexes a digest. */
export const viewOf = (original: Digest, options: ViewOptions = {}): View => {
  const m = messages(options.lang ?? "en")
  const digest = labelled(original, m)
  return {
    digest,
    initiatives: new Map(digest.initiatives.map((initiative) => [initiative.id, initiative])),
    outputs: new Map(digest.outputs.map((output) => [output.id, output])),
    statements: new Map(digest.statements.map((quotation) => [quotation.id, quotation])),
    pages: new Map(digest.issues.map((page) => [page.id, page])),
    archiveHref: options.archiveHref ?? (() => null),
    m
  }
}

/** The opening of a text up to about `length` characters, cut between words and marked with an ellipsis. */
export const opening = (text: string, length: number): string => {
  if (text.length <= length) return text
  const cut = text.slice(0, length).toWellFormed().replaceAll("\uFFFD", "")
  const space = cut.lastIndexOf(" ")
  return `${space > length / 2 ? cut.slice(0, space) : cut} …`
}
