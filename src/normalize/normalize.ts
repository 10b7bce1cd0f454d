/**
 * Normalisation of one document: kind, edition, segments, and the statements they make.
 *
 * A pure function of its input; classifier and language detector are passed in. Nothing that the document says
 * is dropped: recitals become information, candidates for boilerplate become boilerplate.
 */
import { Schema } from "effect"
import {
  countingKinds,
  type DateOrigin,
  type DocumentKind,
  type ExtractedDocument,
  type Initiative,
  IsoDate,
  type IssueAssignment,
  type IssueId,
  LanguageTag,
  type Output,
  type OutputId,
  type Statement,
  type StatementId,
  type StatementKind
} from "../domain/index.ts"
import { decideDocumentKind } from "./document-kind/decide.ts"
import { findEdition } from "./edition/edition.ts"
import { normalizeForm } from "./form.ts"
import { statementIdOf } from "./identifiers.ts"
import { countWords } from "./phrases/words.ts"
import { caseNameOf } from "./segment/case-name.ts"
import { attributionOf, kindCues } from "./segment/cues.ts"
import { type Segment, segment } from "./segment/segment.ts"

/** What a classifier is asked, and what it answers. */
export interface ClassifyInput {
  readonly text: string
  readonly headings?: ReadonlyArray<string>
  readonly title?: string
  readonly language?: string
  /** False when it is known to be a message: then it gets the best other kind, and its issues. */
  readonly mayBeBoilerplate?: boolean
}
export interface Classification {
  readonly language: string
  readonly kind: StatementKind
  readonly issues: ReadonlyArray<IssueAssignment>
}
export type Classify = (input: ClassifyInput) => Classification

/** The language of a text (BCP 47), `und` where it cannot be told. */
export type DetectLanguage = (text: string) => string

/** The issue that a name stands for, in whatever language; null for a name that is not in the taxonomy. */
export type IssueNamed = (name: string) => IssueId | null

export interface NormalizeInput {
  readonly output: {
    readonly id: OutputId
    readonly url: string
    /** Title that the listing or feed gives; the document's own is preferred. */
    readonly title?: string | null
    /** Date that the listing or feed gives, used when the document has none. */
    readonly publishedAt?: IsoDate | null
    readonly publishedFrom?: DateOrigin | null
  }
  readonly document: ExtractedDocument
  readonly initiative: Pick<Initiative, "id" | "name"> & Partial<Pick<Initiative, "languages">>
  readonly classify: Classify
  readonly detectLanguage: DetectLanguage
  /** The issue of that name in any language, for issues that an initiative names itself; none known if absent. */
  readonly issueNamed?: IssueNamed
}

export type Normalized = Pick<
  Output,
  | "title"
  | "kind"
  | "kindReasons"
  | "inDoubt"
  | "language"
  | "edition"
  | "eventStart"
  | "eventEnd"
  | "publishedAt"
  | "publishedFrom"
> & {
  readonly statements: ReadonlyArray<Statement>
  /** Sentences about dates that cannot be right. */
  readonly problems: ReadonlyArray<string>
}

const isLanguageTag = Schema.is(LanguageTag)
const isIsoDate = Schema.is(IsoDate)
const undetermined = Schema.decodeUnknownSync(LanguageTag)("und")

const toTag = (language: string): LanguageTag => (isLanguageTag(language) ? language : undetermined)
const toDate = (date: string | null): IsoDate | null => (isIsoDate(date) ? date : null)

/** Languages are told apart by passages of this many words; shorter ones take that of the document. */
const enoughForLanguage = 8

const sample = (document: ExtractedDocument): string =>
  document.blocks
    .filter((block) => block.kind !== "table")
    .map((block) => block.text)
    .join("\n")
    .slice(0, 6000)

const documentLanguage = (input: NormalizeInput): LanguageTag => {
  const detected = toTag(input.detectLanguage(sample(input.document)))
  return detected === "und"
    ? (input.document.language ?? input.initiative.languages?.[0] ?? detected)
    : detected
}

const kindOf = (passage: Segment, classified: StatementKind, cue: StatementKind | null): StatementKind => {
  if (passage.role === "boilerplate") return "boilerplate"
  if (passage.role !== "statement") return classified === "boilerplate" ? classified : "information"
  return classified === "boilerplate" ? classified : (cue ?? classified)
}

const statementOf = (
  input: NormalizeInput,
  passage: Segment,
  facts: {
    readonly ordinal: number
    readonly id: StatementId
    readonly title: string
    readonly language: LanguageTag
  }
): Statement => {
  const short = countWords(passage.text) < enoughForLanguage
  const own = short ? facts.language : toTag(input.detectLanguage(passage.text))
  const language = own === "und" ? facts.language : own
  // A bullet is understood with the line that introduces it; evidence must lie in the bullet itself.
  const cue = passage.role === "statement" ? (kindCues(passage.text)[0]?.kind ?? null) : null
  const classified = input.classify({
    // What is numbered, or asks, or differs, says something, whatever its words are like.
    mayBeBoilerplate: passage.role !== "statement" || (passage.number === null && cue === null),
    text: passage.text,
    headings: passage.leadIn === null ? passage.headings : [...passage.headings, passage.leadIn],
    title: facts.title,
    language
  })
  const kind = kindOf(passage, classified.kind, cue)
  const attribution = passage.role === "statement" ? attributionOf(passage.text, passage.leadIn) : null
  return {
    id: facts.id,
    outputId: input.output.id,
    initiativeId: input.initiative.id,
    ordinal: facts.ordinal,
    text: passage.text,
    language,
    kind,
    place: {
      block: passage.block,
      headings: passage.headings,
      number: passage.number,
      page: passage.page,
      anchor: passage.anchor
    },
    issues: kind === "boilerplate" ? [] : classified.issues,
    caseName: kind === "best-practice" ? caseNameOf(passage.text) : null,
    attribution,
    leadIn: passage.leadIn,
    duplicateOf: null,
    clusterId: null
  }
}

const counts = (kind: DocumentKind): boolean => countingKinds.includes(kind)

/** Normalises one document. The same input gives the same result, identifiers included. */
export const normalizeDocument = (input: NormalizeInput): Normalized => {
  const { document, output } = input
  if (document.form !== undefined) return normalizeForm(input, document.form)
  const title =
    document.title ?? output.title ?? document.blocks.find((block) => block.kind === "heading")?.text ?? ""
  const decision = decideDocumentKind({
    title,
    blocks: document.blocks,
    url: output.url,
    initiativeName: input.initiative.name
  })
  const language = documentLanguage(input)
  const publishedAt = document.publishedAt ?? output.publishedAt ?? null
  const edition = findEdition({
    title,
    url: output.url,
    text: document.blocks.map((block) => block.text).join("\n"),
    publishedAt,
    happened: counts(decision.documentKind)
  })
  const seen = new Map<string, number>()
  const statements = segment(document, { language }).map((passage, ordinal) => {
    const repetition = seen.get(passage.text) ?? 0
    seen.set(passage.text, repetition + 1)
    const id = statementIdOf(output.id, passage.text, repetition)
    return statementOf(input, passage, { ordinal, id, title, language })
  })
  return {
    title,
    kind: decision.documentKind,
    kindReasons: decision.reasons,
    inDoubt: decision.inDoubt,
    language,
    edition: edition.edition,
    eventStart: toDate(edition.eventStart),
    eventEnd: toDate(edition.eventEnd),
    publishedAt,
    publishedFrom:
      publishedAt === null
        ? null
        : document.publishedAt === null
          ? (output.publishedFrom ?? null)
          : document.publishedFrom,
    statements,
    problems: edition.problems
  }
}
