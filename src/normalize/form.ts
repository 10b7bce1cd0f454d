/**
 * Normalisation of a filled-in reporting form: the form says what each passage is, so that nothing is guessed
 * but the language and, where the initiative named none, the issue.
 */
import { Schema } from "effect"
import { LanguageTag, type IssueAssignment, type ReportForm, type Statement } from "../domain/index.ts"
import { formDocument, type FormPassage } from "../form/index.ts"
import { statementIdOf } from "./identifiers.ts"
import type { Normalized, NormalizeInput } from "./normalize.ts"
import { countWords } from "./phrases/words.ts"
import { attributionOf, kindCues } from "./segment/cues.ts"

const isLanguageTag = Schema.is(LanguageTag)

/** As in the normalisation of other documents: shorter passages take the language of the whole. */
const enoughForLanguage = 8
/** What was written beside the questions is a statement from this length on. */
const enoughForNote = 4
const mostIssues = 3

/** The issues that the initiative names: the whole name, or several parted by semicolons or strokes. */
const statedIssues = (
  name: string,
  issueNamed: NonNullable<NormalizeInput["issueNamed"]>
): ReadonlyArray<IssueAssignment> => {
  const whole = issueNamed(name)
  if (whole !== null) return [{ id: whole, score: 1, evidence: [], statedAs: name }]
  return name.split(/\s*[;；؛/|]\s*/u).flatMap((part) => {
    const id = issueNamed(part)
    return id === null ? [] : [{ id, score: 1, evidence: [], statedAs: part }]
  })
}

const distinct = (issues: ReadonlyArray<IssueAssignment>): ReadonlyArray<IssueAssignment> =>
  [...Map.groupBy(issues, ({ id }) => id).values()].flatMap(([first]) => first ?? []).slice(0, mostIssues)

/** The kind of a passage of which the form only says that it is a message. */
const messageKind = (passage: FormPassage, classified: Statement["kind"]): Statement["kind"] => {
  const cue = kindCues(passage.text)[0]?.kind ?? null
  if (!passage.asked) return classified === "boilerplate" ? classified : (cue ?? classified)
  const kind = cue ?? classified
  return kind === "information" || kind === "boilerplate" ? "key-message" : kind
}

const tag = (found: string, otherwise: LanguageTag): LanguageTag =>
  isLanguageTag(found) && found !== "und" ? found : otherwise

const yearOf = (text: string | null): string | null => /(?<!\d)(20\d{2})(?!\d)/u.exec(text ?? "")?.[1] ?? null

/** Normalises a form; the same form gives the same result. */
export const normalizeForm = (input: NormalizeInput, form: ReportForm): Normalized => {
  const { document, initiative, output } = input
  const { passages } = formDocument(form)
  const title = document.title ?? output.title ?? initiative.name
  const detected = input.detectLanguage(
    passages
      .map(({ text }) => text)
      .join("\n")
      .slice(0, 6000)
  )
  const language = tag(detected, document.language ?? LanguageTag.make(form.language))
  const seen = new Map<string, number>()
  const statements = passages
    .filter((passage) => passage.asked || countWords(passage.text) >= enoughForNote)
    .map((passage, ordinal): Statement => {
      const { caseName, text } = passage
      const repetition = seen.get(text) ?? 0
      seen.set(text, repetition + 1)
      const own = countWords(text) < enoughForLanguage ? language : tag(input.detectLanguage(text), language)
      const classified = input.classify({
        text,
        headings: passage.headings,
        title,
        language: own,
        mayBeBoilerplate: !passage.asked
      })
      const kind = passage.kind ?? messageKind(passage, classified.kind)
      const stated =
        passage.issue === null || input.issueNamed === undefined
          ? []
          : statedIssues(passage.issue, input.issueNamed)
      return {
        id: statementIdOf(output.id, text, repetition),
        outputId: output.id,
        initiativeId: initiative.id,
        ordinal,
        text,
        language: own,
        kind,
        place: {
          block: passage.block,
          headings: passage.headings,
          number: null,
          page: null,
          anchor: null
        },
        issues: kind === "boilerplate" ? [] : distinct([...stated, ...classified.issues]),
        caseName,
        attribution: attributionOf(text, null),
        leadIn: null,
        duplicateOf: null,
        clusterId: null
      }
    })
  const edition = form.answers.fields.find(({ field }) => field === "edition")?.text ?? null
  const publishedAt = document.publishedAt ?? output.publishedAt ?? null
  return {
    title,
    kind: passages.length === 0 ? "not-an-output" : "report",
    kindReasons: [
      passages.length === 0
        ? "It is the reporting form, and nothing is filled in that an initiative says."
        : form.recognisedBy === "marker"
          ? "It is the reporting form, filled in."
          : "It is the reporting form, filled in; it was known by its headings."
    ],
    inDoubt: false,
    language,
    edition: yearOf(edition) ?? edition ?? form.eventStart?.slice(0, 4) ?? null,
    eventStart: form.eventStart,
    eventEnd: form.eventEnd,
    publishedAt,
    publishedFrom:
      publishedAt === null
        ? null
        : document.publishedAt === null
          ? (output.publishedFrom ?? null)
          : document.publishedFrom,
    statements,
    problems: []
  }
}
