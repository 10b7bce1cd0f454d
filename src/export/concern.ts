/**
 * What an initiative is mainly concerned with, among all that it touches.
 *
 * A report of many pages touches nearly every issue once, so "raised by" says little about what its community
 * stressed. The issue named first in a statement is what the statement asks for or reports; an issue that keeps
 * coming first in an initiative's statements is its concern. Initiatives are still what is counted: a long
 * report makes a concern no bigger.
 */
import type { InitiativeId, IssueId } from "../domain/index.ts"
import { compareText } from "./order.ts"
import type { Candidate } from "./order.ts"
import { sayers } from "./quotation.ts"

/** Share of an initiative's statements in which an issue comes first, from which on it is a main concern. */
const leastShare = 1 / 20

/** Number of statements from which on one alone makes no main concern. */
const severalFrom = 10

/** Whether an issue that comes first in `first` of an initiative's `all` statements is a main concern of it. */
export const isMainConcern = (first: number, all: number): boolean =>
  first >= (all < severalFrom ? 1 : 2) && first >= all * leastShare

/** By issue, the initiatives whose main concern it is, in order of id; an issue that is nobody's is absent. */
export const mainConcerns = (
  candidates: ReadonlyArray<Candidate>
): ReadonlyMap<IssueId, ReadonlyArray<InitiativeId>> => {
  const all = new Map<InitiativeId, number>()
  const first = new Map<IssueId, Map<InitiativeId, number>>()
  for (const { quotation } of candidates) {
    const issue = quotation.issues[0]?.id
    const names = sayers(quotation)
    for (const name of names) all.set(name, (all.get(name) ?? 0) + 1)
    if (issue === undefined) continue
    const own = first.get(issue) ?? new Map<InitiativeId, number>()
    for (const name of names) own.set(name, (own.get(name) ?? 0) + 1)
    first.set(issue, own)
  }
  return new Map(
    [...first].flatMap(([issue, own]) => {
      const names = [...own].flatMap(([name, count]) =>
        isMainConcern(count, all.get(name) ?? 0) ? [name] : []
      )
      return names.length === 0 ? [] : [[issue, names.sort(compareText)] as const]
    })
  )
}
