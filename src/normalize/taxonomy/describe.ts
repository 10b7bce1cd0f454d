/** One issue as a person wants to see it: what it means, what is near it, what it is called. */
import type { Cycle, IssueId, Publication, Taxonomy } from "../../domain/index.ts"

export interface IssueDescription {
  readonly id: IssueId
  readonly area: string
  readonly label: string
  readonly definition: string | null
  readonly scopeNote: string
  /** Related, broader and narrower issues; related counts from whichever side it is stated. */
  readonly neighbours: ReadonlyArray<{
    readonly relation: "related" | "broader" | "narrower"
    readonly id: IssueId
  }>
  readonly crosswalk: ReadonlyArray<{
    readonly scheme: string
    readonly match: "close" | "related"
    readonly concept: string
  }>
  /** By language tag. */
  readonly languages: ReadonlyArray<{
    readonly language: string
    readonly preferred: string | null
    readonly terms: number
    readonly indicators: number
    /** The first few names besides the preferred one. */
    readonly examples: ReadonlyArray<string>
  }>
}

/** Describes an issue; null when there is none of that id. */
export const describeIssue = (
  taxonomy: Taxonomy,
  publication: Publication,
  cycles: ReadonlyArray<Cycle>,
  id: IssueId
): IssueDescription | null => {
  const issue = taxonomy.issues.find((one) => one.id === id)
  if (issue === undefined) return null
  const related = taxonomy.issues.filter(
    (other) => issue.related.includes(other.id) || other.related.includes(id)
  )
  const narrower = taxonomy.issues.filter((other) => other.broader?.includes(id) ?? false)
  const matches = publication.schemes.flatMap((scheme) =>
    issue.crosswalk[scheme.key].map((entry) => {
      const concept = publication.concepts.find(
        (one) =>
          one.scheme === scheme.id && (one.notation === "" ? one.label : one.notation) === String(entry)
      )
      return {
        scheme: scheme.id,
        match: concept?.close.includes(id) === true ? ("close" as const) : ("related" as const),
        concept:
          concept === undefined || concept.notation === "" ? String(entry) : `${entry} ${concept.label}`
      }
    })
  )
  const subThemes = cycles.flatMap(({ subThemes, year }) =>
    subThemes
      .filter(({ issues }) => issues.includes(id))
      .map(({ title }) => ({ scheme: `igf-${year}`, match: "related" as const, concept: title }))
  )
  const terms = taxonomy.terms.filter((term) => term.issue === id)
  const languages = [...Map.groupBy(terms, ({ language }) => language)].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    id,
    area: issue.area,
    label: issue.label,
    definition: publication.definitions.get(id) ?? null,
    scopeNote: issue.scopeNote,
    neighbours: [
      ...(issue.broader ?? []).map((other) => ({ relation: "broader" as const, id: other })),
      ...narrower.map((other) => ({ relation: "narrower" as const, id: other.id })),
      ...related.map((other) => ({ relation: "related" as const, id: other.id }))
    ],
    crosswalk: [...matches, ...subThemes],
    languages: languages.map(([language, own]) => ({
      language,
      preferred: own.find(({ role }) => role === "preferred")?.term ?? null,
      terms: own.length,
      indicators: own.filter(({ role }) => role === "indicator").length,
      examples: own
        .filter(({ role, term }) => role === "alternative" && !term.includes("*"))
        .slice(0, 3)
        .map(({ term }) => term)
    }))
  }
}
