/**
 * Labels of an issue in the sense of SKOS (W3C Recommendation 2009, section 5), from the terms of the
 * vocabulary.
 *
 * Preferred stay preferred; synonyms and acronyms that hold wherever they stand are alternative labels.
 * Misspellings, loose names and terms that need a context to be right are hidden labels: good to search
 * by, not to show. Indicators and beginnings of words (`deplatform*`) are evidence, not names: left out.
 */
import type { Issue, Term } from "../../domain/index.ts"

export type LabelKind = "prefLabel" | "altLabel" | "hiddenLabel"

export interface Label {
  readonly kind: LabelKind
  readonly language: string
  readonly text: string
}

const kindOf = ({ needs, role, unless }: Term): LabelKind | null => {
  if (role === "preferred") return "prefLabel"
  if (role === "indicator") return null
  return role === "hidden" || needs.length > 0 || unless.length > 0 ? "hiddenLabel" : "altLabel"
}

const order: ReadonlyArray<LabelKind> = ["prefLabel", "altLabel", "hiddenLabel"]

/**
 * Labels of an issue; `terms` are those of this issue alone. In each language at most one is preferred
 * (S14) and no two are the same but for case (S13): the stronger kind stays.
 */
export const labelsOf = (issue: Issue, terms: ReadonlyArray<Term>): ReadonlyArray<Label> => {
  const labels: Array<Label> = [{ kind: "prefLabel", language: "en", text: issue.label }]
  for (const term of terms) {
    const kind = kindOf(term)
    if (kind === null || term.term.includes("*")) continue
    labels.push({ kind, language: term.language, text: term.term })
  }
  const seen = new Set<string>()
  const preferred = new Set<string>()
  return order.flatMap((wanted) =>
    labels
      .filter(({ kind }) => kind === wanted)
      .flatMap((label): ReadonlyArray<Label> => {
        const key = `${label.language} ${label.text.normalize("NFC").toLowerCase()}`
        if (seen.has(key)) return []
        seen.add(key)
        if (wanted !== "prefLabel") return [label]
        if (preferred.has(label.language)) return [{ ...label, kind: "altLabel" }]
        preferred.add(label.language)
        return [label]
      })
  )
}
