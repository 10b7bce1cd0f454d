/**
 * Ambiguity: the same name under two issues of one language needs a context rule (`needs` or `unless`) on
 * all of its rows but one, so that a text says which is meant. Names are the same when they match the same
 * words, whatever their endings. Indicators are no names: a word may hint at several issues.
 */
import type { IssueId } from "../../../domain/index.ts"
import { compileTerms } from "../../classify/vocabulary.ts"
import type { PlacedTerm } from "../load.ts"
import { type Finding, listed } from "./finding.ts"

/** What a name matches, as one string; null where it matches nothing. */
const formOf = ({ term }: PlacedTerm): string | null => {
  const [compiled] = compileTerms([term], term.language, [term.issue])
  if (compiled === undefined) return null
  return `${term.language} ${compiled.atoms.map(({ text }) => text).join(" ")}`
}

export const checkAmbiguity = (terms: ReadonlyArray<PlacedTerm>): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const forms = new Map<string, Array<PlacedTerm>>()
  for (const placed of terms) {
    if (placed.term.role === "indicator") continue
    const form = formOf(placed)
    if (form === null) {
      findings.push({
        severity: "error",
        check: "ambiguity",
        place: placed.place,
        message: `"${placed.term.term}" has no letters that could be found in a text: correct it or take it out.`
      })
      continue
    }
    const same = forms.get(form)
    if (same === undefined) forms.set(form, [placed])
    else same.push(placed)
  }
  for (const same of forms.values()) {
    const open = same.filter(({ term }) => term.needs.length === 0 && term.unless.length === 0)
    const byIssue = new Map<IssueId, PlacedTerm>(open.map((placed) => [placed.term.issue, placed]))
    if (byIssue.size < 2) continue
    const [first, ...others] = byIssue.values()
    if (first === undefined) continue
    findings.push({
      severity: "error",
      check: "ambiguity",
      place: first.place,
      message:
        `"${first.term.term}" names ${listed([...byIssue.keys()])} (also ${listed(others.map(({ place }) => place))}): ` +
        `say in needs or unless which words tell them apart, or make all but one an indicator.`
    })
  }
  return findings
}
