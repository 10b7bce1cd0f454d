/**
 * Where initiatives are told to stand differently on the same matter.
 *
 * Only what statements themselves state counts: a cluster holds statements that say the same, and their
 * kinds tell whether an output recommends it or records that views on it differed. What an initiative
 * would answer is never guessed; where the kinds do not tell, the differing statements are listed as they are.
 */
import type { InitiativeId, Position } from "../domain/index.ts"
import { compareText, orderQuotations } from "./order.ts"
import type { Candidate } from "./order.ts"
import { sayers } from "./quotation.ts"

/** A position before paragraphs are numbered. */
export type Matter = Omit<Position, "par">

const namesOf = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<InitiativeId> =>
  [...new Set(candidates.flatMap(({ quotation }) => sayers(quotation)))].sort(compareText)

/** The matters among the quotations of an issue, those of most initiatives first. */
export const mattersAmong = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<Matter> => {
  const clusters = Map.groupBy(
    candidates.filter(({ quotation }) => quotation.clusterId !== null),
    ({ quotation }) => quotation.clusterId
  )
  return [...clusters]
    .flatMap(([clusterId, members]): Array<Matter> => {
      const asking = members.filter(({ quotation }) => quotation.kind === "recommendation")
      const differing = members.filter(({ quotation }) => quotation.kind === "divergence")
      const [first] = orderQuotations(asking, 1)
      if (clusterId === null || first === undefined || differing.length === 0) return []
      return [
        { clusterId, statement: first.quotation.id, asking: namesOf(asking), differing: namesOf(differing) }
      ]
    })
    .sort(
      (a, b) =>
        b.asking.length + b.differing.length - a.asking.length - a.differing.length ||
        compareText(a.clusterId, b.clusterId)
    )
}
