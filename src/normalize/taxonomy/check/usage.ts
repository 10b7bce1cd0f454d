/**
 * Usage: which issues and terms occur in the training corpus. An issue without a statement cannot be
 * learnt; a term that never occurs may be wrong, or only rare.
 */
import { Bridge } from "../../classify/bridge.ts"
import { Matcher } from "../../classify/matcher.ts"
import { type CompiledTerm, compileTerms, sharedNames } from "../../classify/vocabulary.ts"
import { fold } from "../../language/fold.ts"
import { WordBook } from "../../classify/words.ts"
import { wordsOf } from "../../language/words.ts"
import type { LabelledStatement } from "../../train/corpus.ts"
import type { Concepts, LineOf, PlacedTerm } from "../load.ts"
import type { Finding } from "./finding.ts"

/** The terms of one language that occur in none of the texts. */
export const unusedTerms = (
  language: string,
  terms: ReadonlyArray<PlacedTerm>,
  texts: ReadonlyArray<string>
): ReadonlyArray<PlacedTerm> => {
  // Compiled one by one, since together those that match the same words become one.
  const compiled: Array<CompiledTerm> = []
  const rows: Array<PlacedTerm> = []
  for (const placed of terms) {
    const [one] = compileTerms([placed.term], language, [placed.term.issue])
    if (one === undefined) continue
    compiled.push(one)
    rows.push(placed)
  }
  const spoken = language === sharedNames ? "en" : language
  const matcher = new Matcher(spoken, compiled)
  const book = new WordBook(spoken, matcher, null, null, new Bridge("concept"))
  const used = new Set<number>()
  for (const text of texts) {
    const folded = fold(text)
    for (const { index } of matcher.find(folded, book.read(wordsOf(folded)))) used.add(index)
  }
  return rows.filter((_, index) => !used.has(index))
}

/** Issues that no statement has, as errors; terms that no text has, as warnings. */
export const checkUsage = (
  { issues }: Concepts,
  lineOf: LineOf,
  terms: ReadonlyArray<PlacedTerm>,
  statements: ReadonlyArray<LabelledStatement>
): ReadonlyArray<Finding> => {
  const labels = new Set(statements.flatMap((statement) => statement.labels))
  const texts = Map.groupBy(statements, ({ lang }) => lang.split("-")[0] ?? lang)
  return [
    ...issues.flatMap(({ id }, index): ReadonlyArray<Finding> =>
      labels.has(id)
        ? []
        : [
            {
              severity: "error",
              check: "usage",
              place: `concepts.yaml:${lineOf(["issues", index, "id"])}`,
              message: `No statement of corpus/training has the issue ${id}: write some, or it is never found.`
            }
          ]
    ),
    ...[...Map.groupBy(terms, ({ term }) => term.language)].flatMap(([language, own]) =>
      unusedTerms(
        language,
        own,
        (language === sharedNames ? statements : (texts.get(language) ?? [])).map(({ text }) => text)
      ).map(({ place, term }): Finding => ({
        severity: "warning",
        check: "usage",
        place,
        message: `"${term.term}" occurs in no statement of the training corpus.`
      }))
    )
  ]
}
