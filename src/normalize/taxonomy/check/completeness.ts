/**
 * Completeness: every issue has its preferred label and enough terms in every language that Tributary
 * promises to read.
 */
import { fold } from "../../language/fold.ts"
import type { Concepts, PlacedTerm } from "../load.ts"
import type { Finding } from "./finding.ts"

/** Terms that an issue has at least, by language. */
export const termsWanted: Readonly<Record<string, number>> = {
  en: 40,
  fr: 20,
  es: 20,
  pt: 20,
  ru: 20,
  ar: 20,
  zh: 20,
  de: 8,
  it: 8,
  uk: 8,
  ja: 8,
  id: 8,
  hi: 8,
  sw: 8,
  tr: 8
}

export const checkCompleteness = (
  { issues }: Concepts,
  terms: ReadonlyArray<PlacedTerm>
): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const byCell = Map.groupBy(terms, ({ term }) => `${term.language} ${term.issue}`)
  for (const [language, wanted] of Object.entries(termsWanted)) {
    const error = (place: string, message: string) =>
      findings.push({ severity: "error", check: "completeness", place, message })
    for (const { id } of issues) {
      const own = byCell.get(`${language} ${id}`) ?? []
      const place = own.at(-1)?.place ?? `terms/${language}.csv:1`
      const different = new Set(own.map(({ term }) => fold(term.term).lower)).size
      if (different < wanted)
        error(place, `${id} has ${different} of the ${wanted} terms wanted in "${language}": add rows.`)
      const preferred = own.filter(({ term }) => term.role === "preferred")
      if (preferred.length === 0)
        error(place, `${id} has no label in "${language}": add a row with the role preferred.`)
      for (const { place: second } of preferred.slice(1))
        error(second, `${id} has a second label in "${language}": make it an alternative.`)
    }
  }
  return findings
}
