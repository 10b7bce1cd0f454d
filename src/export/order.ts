/**
 * Orders that do not depend on the machine's locale, and the stated order of quotations.
 */
import type { Initiative, InitiativeId, InitiativeType, Quotation, UnGroup } from "../domain/index.ts"

/** Compares texts by UTF-16 code units. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareKey = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b))

/** Comparator by several keys, the first that differs deciding; smaller comes first. */
export const by =
  <A>(...keys: ReadonlyArray<(item: A) => string | number>) =>
  (a: A, b: A): number => {
    for (const key of keys) {
      const order = compareKey(key(a), key(b))
      if (order !== 0) return order
    }
    return 0
  }

/** A quotation with what its place in an order depends on. */
export interface Candidate {
  readonly quotation: Omit<Quotation, "par">
  readonly initiative: Pick<Initiative, "id" | "type" | "unGroups">
  /** Number of initiatives that say the same, itself included. */
  readonly centrality: number
  /** Date of publication, `YYYY-MM-DD`. */
  readonly date: string
}

/** Within one initiative: what more initiatives share first, then the newer, then by id. */
const compareCandidates = (a: Candidate, b: Candidate): number =>
  b.centrality - a.centrality || compareText(b.date, a.date) || compareText(a.quotation.id, b.quotation.id)

/**
 * Puts quotations in the order in which they are shown.
 *
 * One by one, next comes the initiative that was quoted least so far, then the one whose UN groups were
 * quoted least, then the one whose type was quoted least; among equals the statement that more
 * initiatives share, then the newer one, then the smaller id. Neither length nor score plays a part, nor
 * an initiative's name.
 */
export const orderQuotations = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> => {
  const queues = [...Map.groupBy(candidates, (candidate) => candidate.initiative.id).values()].map((queue) =>
    queue.sort(compareCandidates)
  )
  const positions = queues.map(() => 0)
  const quoted = new Map<InitiativeId, number>()
  const groups = new Map<UnGroup, number>()
  const types = new Map<InitiativeType, number>()
  const groupUse = (candidate: Candidate) =>
    Math.min(...candidate.initiative.unGroups.map((group) => groups.get(group) ?? 0))
  const result: Array<Candidate> = []
  while (result.length < candidates.length) {
    let best: Candidate | undefined
    let bestQueue = -1
    for (const [index, queue] of queues.entries()) {
      const head = queue[positions[index] ?? 0]
      if (head === undefined) continue
      const order =
        best === undefined
          ? -1
          : (quoted.get(head.initiative.id) ?? 0) - (quoted.get(best.initiative.id) ?? 0) ||
            groupUse(head) - groupUse(best) ||
            (types.get(head.initiative.type) ?? 0) - (types.get(best.initiative.type) ?? 0) ||
            compareCandidates(head, best)
      if (order < 0) {
        best = head
        bestQueue = index
      }
    }
    if (best === undefined) break
    result.push(best)
    positions[bestQueue] = (positions[bestQueue] ?? 0) + 1
    quoted.set(best.initiative.id, (quoted.get(best.initiative.id) ?? 0) + 1)
    for (const group of best.initiative.unGroups) groups.set(group, (groups.get(group) ?? 0) + 1)
    types.set(best.initiative.type, (types.get(best.initiative.type) ?? 0) + 1)
  }
  return result
}
