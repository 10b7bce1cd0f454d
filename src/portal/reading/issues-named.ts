/**
 * Issues whose name a reader types into the search: statements seldom say the name of what they are about, so that
 * a search for it may find few, or nothing.
 */
import type { IssueId } from "../../domain/index.ts"
import { isSpaced, searchWords } from "../../store/search/text.ts"
import type { NamedIssue } from "./known.ts"

/** More are no help. */
const mostIssues = 4

/** Words that begin with so many equal letters are taken for forms of one: "encrypted", "encryption". */
const equalBeginning = 6

/** Shorter beginnings of words, "in" or "of", say nothing. */
const shortestBeginning = 4

const isForm = (typed: string, named: string): boolean => {
  if (typed === named) return true
  if (!isSpaced(typed)) return named.includes(typed) || typed.includes(named)
  const beginning = typed.length < equalBeginning ? typed : typed.slice(0, equalBeginning)
  return beginning.length >= shortestBeginning && named.startsWith(beginning)
}

type Issues = ReadonlyMap<IssueId, NamedIssue>

/** The words of all names, which are the same for every search in a language. */
const wordsOfNames = new WeakMap<Issues, ReadonlyArray<readonly [NamedIssue, ReadonlyArray<string>]>>()

const namesOf = (issues: Issues) => {
  const known =
    wordsOfNames.get(issues) ??
    [...issues.values()].map((issue) => [issue, searchWords(issue.name).map(({ text }) => text)] as const)
  wordsOfNames.set(issues, known)
  return known
}

/** The issues in whose names all typed words stand, in some form; in the order of the taxonomy. */
export const issuesNamed = (typed: string, issues: Issues): ReadonlyArray<NamedIssue> => {
  const words = searchWords(typed)
  if (words.length === 0) return []
  return namesOf(issues)
    .filter(([, named]) => words.every(({ text }) => named.some((own) => isForm(text, own))))
    .slice(0, mostIssues)
    .map(([issue]) => issue)
}
