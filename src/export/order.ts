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

/** What all initiatives of the same groups and type have in common. */
interface Kin {
  readonly groups: ReadonlyArray<UnGroup>
  readonly type: InitiativeType
  /** Their next quotations, one each, in order. */
  readonly heads: ReadonlyArray<Candidate>
}

/** The next quotation of each initiative that still has one, by groups and type. */
const headsOfRound = (queues: ReadonlyArray<ReadonlyArray<Candidate>>, round: number): ReadonlyArray<Kin> => {
  const heads = queues.flatMap((queue) => queue[round] ?? [])
  const kin = Map.groupBy(heads, ({ initiative }) => `${initiative.unGroups.join("|")} ${initiative.type}`)
  return [...kin.values()].flatMap((own): Array<Kin> => {
    const [first] = own
    if (first === undefined) return []
    return [
      { groups: first.initiative.unGroups, type: first.initiative.type, heads: own.sort(compareCandidates) }
    ]
  })
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
  const queues = [...Map.groupBy(candidates, (candidate) => candidate.initiative.id).values()].map((queue) =>
    queue.sort(compareCandidates)
  )
  const groups = new Map<UnGroup, number>()
  const types = new Map<InitiativeType, number>()
  const groupUse = (kin: Kin) => Math.min(...kin.groups.map((group) => groups.get(group) ?? 0))
  const typeUse = (kin: Kin) => types.get(kin.type) ?? 0
  const result: Array<Candidate> = []
  const wanted = Math.min(limit, candidates.length)
  for (let round = 0; result.length < wanted; round += 1) {
    const waiting = headsOfRound(queues, round).map((kin) => ({ kin, next: 0 }))
    const inRound = waiting.reduce((sum, { kin }) => sum + kin.heads.length, 0)
    for (let step = 0; step < inRound && result.length < wanted; step += 1) {
      let best: { entry: (typeof waiting)[number]; head: Candidate } | undefined
      for (const entry of waiting) {
        const head = entry.kin.heads[entry.next]
        if (head === undefined) continue
        const order =
          best === undefined
            ? -1
            : groupUse(entry.kin) - groupUse(best.entry.kin) ||
              typeUse(entry.kin) - typeUse(best.entry.kin) ||
              compareCandidates(head, best.head)
        if (order < 0) best = { entry, head }
      }
      if (best === undefined) break
      result.push(best.head)
      best.entry.next += 1
      for (const group of best.entry.kin.groups) groups.set(group, (groups.get(group) ?? 0) + 1)
      types.set(best.entry.kin.type, (types.get(best.entry.kin.type) ?? 0) + 1)
    }
  }
  return result
}
