/**
 * Narrowing a digest: which initiatives, issues and languages a filter lets through.
 */
import type {
  DigestFilter,
  Initiative,
  Issue,
  IssueAssignment,
  IssueId,
  LanguageTag,
  UnGroup
} from "../domain/index.ts"
import { unGroups } from "./census.ts"
import type { DigestInput } from "./input.ts"

/** A filter that narrows nothing. */
export const noFilter: DigestFilter = { issues: [], areas: [], groups: [], types: [], languages: [] }

const once = <A extends string>(values: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(values)].sort()

/** The filter in a fixed order, without repetitions; null when it narrows nothing. */
export const normalFilter = (filter: DigestFilter | null | undefined): DigestFilter | null => {
  if (filter === null || filter === undefined) return null
  if (Object.values(filter).every((values) => values.length === 0)) return null
  return {
    issues: once(filter.issues),
    areas: once(filter.areas),
    groups: once(filter.groups),
    types: once(filter.types),
    languages: once(filter.languages)
  }
}

/** Whether an initiative is of a chosen group and type. */
const fits = (filter: DigestFilter, own: Pick<Initiative, "type" | "unGroups">): boolean =>
  (filter.types.length === 0 || filter.types.includes(own.type)) &&
  (filter.groups.length === 0 || own.unGroups.some((group) => filter.groups.includes(group)))

/** What a filter lets through; everything where there is none. */
export interface Narrowing {
  readonly initiative: (own: Pick<Initiative, "type" | "unGroups">) => boolean
  /** A statement in this language, under these issues. */
  readonly statement: (language: LanguageTag, issues: ReadonlyArray<Pick<IssueAssignment, "id">>) => boolean
  readonly issue: (id: IssueId) => boolean
  readonly groups: ReadonlyArray<UnGroup>
}

/** Reads a filter against the taxonomy. An issue passes when it or its area is chosen. */
export const narrowingOf = (
  filter: DigestFilter | null,
  issues: ReadonlyArray<Pick<Issue, "id" | "area">>
): Narrowing => {
  if (filter === null)
    return { initiative: () => true, statement: () => true, issue: () => true, groups: unGroups }
  const bySubject = filter.issues.length > 0 || filter.areas.length > 0
  const chosen = new Set(
    issues
      .filter(({ id, area }) => filter.issues.includes(id) || filter.areas.includes(area))
      .map(({ id }) => id)
  )
  const speaks = (language: string) =>
    filter.languages.length === 0 ||
    filter.languages.some((tag) => language === tag || language.startsWith(`${tag}-`))
  return {
    initiative: (own) => fits(filter, own),
    statement: (language, assigned) =>
      speaks(language) && (!bySubject || assigned.some(({ id }) => chosen.has(id))),
    issue: (id) => !bySubject || chosen.has(id),
    groups: filter.groups.length === 0 ? unGroups : unGroups.filter((group) => filter.groups.includes(group))
  }
}

/** The input with only the initiatives, sources and issues that a filter lets through. */
export const narrowInput = (input: DigestInput, narrowing: Narrowing): DigestInput => {
  const initiatives = input.initiatives.filter((own) => narrowing.initiative(own))
  const ids = new Set(initiatives.map(({ id }) => id))
  return {
    ...input,
    initiatives,
    sources: input.sources.filter((source) => ids.has(source.initiativeId)),
    taxonomy: { ...input.taxonomy, issues: input.taxonomy.issues.filter(({ id }) => narrowing.issue(id)) }
  }
}
