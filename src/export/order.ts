/**
 * Orders that do not depend on the machine's locale, and the stated order of quotations.
 */
import type { Initiative, InitiativeType, Quotation, UnGroup } from "../domain/index.ts"

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

/** Initiatives of the same groups and type, with their quotations in order. */
interface Kin {
  readonly groups: ReadonlyArray<UnGroup>
  readonly type: InitiativeType
  readonly queues: ReadonlyArray<ReadonlyArray<Candidate>>
}

/** The candidates by initiative, and the initiatives by groups and type. */
const kinOf = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<Kin> => {
  const queues = [...Map.groupBy(candidates, (candidate) => candidate.initiative.id).values()]
  const kin = Map.groupBy(queues, ([first]) =>
    first === undefined ? "" : `${first.initiative.unGroups.join("|")} ${first.initiative.type}`
  )
  return [...kin.values()].flatMap((own): Array<Kin> => {
    const first = own[0]?.[0]?.initiative
    if (first === undefined) return []
    return [
      { groups: first.unGroups, type: first.type, queues: own.map((queue) => queue.sort(compareCandidates)) }
    ]
  })
}

/** The next quotation of each initiative that still has one, in order. */
const headsOf = ({ queues }: Kin, round: number): ReadonlyArray<Candidate> => {
  const heads: Array<Candidate> = []
  for (const queue of queues) {
    const head = queue[round]
    if (head !== undefined) heads.push(head)
  }
  return heads.length < 2 ? heads : heads.sort(compareCandidates)
}

/**
 * Puts quotations in the order in which they are shown, and stops after `limit` of them.
 *
 * One by one, next comes the initiative that was quoted least so far, then the one whose UN groups were
 * quoted least, then the one whose type was quoted least; among equals the statement that more
 * initiatives share, then the newer one, then the smaller id. Neither length nor score plays a part, nor
 * an initiative's name. Since who was quoted least comes first, it goes in rounds: nobody is quoted a
 * second time before everybody was quoted once.
 */
export const orderQuotations = (
  candidates: ReadonlyArray<Candidate>,
  limit = Number.POSITIVE_INFINITY
): ReadonlyArray<Candidate> => {
  if (candidates.length < 2) return candidates.slice(0, limit)
  const kin = kinOf(candidates)
  const groups = [...new Set(kin.flatMap((own) => own.groups))]
  const types = [...new Set(kin.map((own) => own.type))]
  const kinGroups = kin.map((own) => own.groups.map((group) => groups.indexOf(group)))
  const kinType = kin.map((own) => types.indexOf(own.type))
  const groupCounts = groups.map(() => 0)
  const typeCounts = types.map(() => 0)
  /** How often the least quoted group of each kin was quoted. */
  const groupUse = kin.map(() => 0)
  const count = (chosen: number) => {
    for (const group of kinGroups[chosen] ?? []) groupCounts[group] = (groupCounts[group] ?? 0) + 1
    const type = kinType[chosen] ?? 0
    typeCounts[type] = (typeCounts[type] ?? 0) + 1
    for (let index = 0; index < kin.length; index += 1) {
      let least = Number.POSITIVE_INFINITY
      for (const group of kinGroups[index] ?? []) least = Math.min(least, groupCounts[group] ?? 0)
      groupUse[index] = least
    }
  }
  const result: Array<Candidate> = []
  const wanted = Math.min(limit, candidates.length)
  for (let round = 0; result.length < wanted; round += 1) {
    const heads = kin.map((own) => headsOf(own, round))
    const next = kin.map(() => 0)
    const inRound = heads.reduce((sum, own) => sum + own.length, 0)
    for (let step = 0; step < inRound && result.length < wanted; step += 1) {
      let best: { readonly index: number; readonly head: Candidate } | undefined
      for (let index = 0; index < kin.length; index += 1) {
        const head = heads[index]?.[next[index] ?? 0]
        if (head === undefined) continue
        const order =
          best === undefined
            ? -1
            : (groupUse[index] ?? 0) - (groupUse[best.index] ?? 0) ||
              (typeCounts[kinType[index] ?? 0] ?? 0) - (typeCounts[kinType[best.index] ?? 0] ?? 0) ||
              compareCandidates(head, best.head)
        if (order < 0) best = { index, head }
      }
      if (best === undefined) break
      result.push(best.head)
      next[best.index] = (next[best.index] ?? 0) + 1
      count(best.index)
    }
  }
  return result
}
