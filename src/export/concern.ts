/**
 * What an initiative is mainly concerned with, among all that it touches.
 *
 * A report of many pages touches nearly every issue once, so "raised by" says little about what its community
 * stressed. The issue named first in a statement is what the statement asks for or reports; an issue that keeps
 * coming first in an initiative's statements is its concern. Initiatives are still what is counted: a long
 * report makes a concern no bigger.
 */
import type { InitiativeId, IssueId } from "../domain/index.ts"
import type { Said } from "./quotation.ts"

/** Share of an initiative's statements in which an issue comes first, from which on it is a main concern. */
const leastShare = 1 / 20

/** Number of statements from which on one alone makes no main concern. */
const severalFrom = 10

/** Whether an issue that comes first in `first` of an initiative's `all` statements is a main concern of it. */
export const isMainConcern = (first: number, all: number): boolean =>
  first >= (all < severalFrom ? 1 : 2) && first >= all * leastShare

/** By issue, the initiatives whose main concern it is; an issue that is nobody's is absent. */
export type Concerns = ReadonlyMap<IssueId, ReadonlySet<InitiativeId>>

/**
 * Finds the main concerns in what was said. It is to be all that was said in the window: narrowed to one
 * issue, every initiative would be concerned with nothing else. A text that several published counts for each.
 */
export const mainConcerns = (said: ReadonlyArray<Said>): Concerns => {
  const all = new Map<InitiativeId, number>()
  const first = new Map<IssueId, Map<InitiativeId, number>>()
  for (const { head, copies } of said) {
    const issue = head.issues[0]?.id
    const own = issue === undefined ? undefined : (first.get(issue) ?? new Map<InitiativeId, number>())
    if (issue !== undefined && own !== undefined) first.set(issue, own)
    for (const name of new Set([head, ...copies].map(({ initiativeId }) => initiativeId))) {
      all.set(name, (all.get(name) ?? 0) + 1)
      own?.set(name, (own.get(name) ?? 0) + 1)
    }
  }
  return new Map(
    [...first].flatMap(([issue, own]) => {
      const names = [...own].flatMap(([name, count]) =>
        isMainConcern(count, all.get(name) ?? 0) ? [name] : []
      )
      return names.length === 0 ? [] : [[issue, new Set(names)] as const]
    })
  )
}
