/**
 * Quotations: the window's statements without boilerplate, each text once with all its places.
 */
import type {
  Cluster,
  DigestOutput,
  Initiative,
  Quotation,
  QuotationPlace,
  Statement,
  StatementId
} from "../domain/index.ts"
import type { DigestInput } from "./input.ts"
import { by } from "./order.ts"
import type { Candidate } from "./order.ts"

/** Quotations ready to be ordered, and the number of statements left out as boilerplate. */
export interface Quotations {
  readonly candidates: ReadonlyArray<Candidate>
  readonly boilerplate: number
}

/** Follows `duplicateOf` to its end, even where the statement itself is not known; a circle ends at its smallest id. */
const rootOf = (statement: Statement, statements: ReadonlyMap<StatementId, Statement>): StatementId => {
  const seen = new Set<StatementId>([statement.id])
  let current = statement.id
  let next = statement.duplicateOf
  while (next !== null) {
    if (seen.has(next)) return [...seen].sort()[0] ?? current
    seen.add(next)
    current = next
    next = statements.get(next)?.duplicateOf ?? null
  }
  return current
}

const placeOf = (statement: Statement): QuotationPlace => ({
  statementId: statement.id,
  outputId: statement.outputId,
  initiativeId: statement.initiativeId,
  place: statement.place
})

/** For each cluster, how many initiatives of the window are in it. */
const clusterSizes = (clusters: ReadonlyArray<Cluster>, statements: ReadonlyMap<StatementId, Statement>) =>
  new Map(
    clusters.map((cluster) => [
      cluster.id,
      new Set(cluster.members.flatMap((member) => statements.get(member)?.initiativeId ?? [])).size
    ])
  )

/** Makes the quotations of the counted outputs. */
export const quotationsOf = (input: DigestInput, counted: ReadonlyArray<DigestOutput>): Quotations => {
  const outputs = new Map(counted.map((output) => [output.id, output]))
  const initiatives = new Map<string, Initiative>(
    input.initiatives.map((initiative) => [initiative.id, initiative])
  )
  const all = new Map(input.statements.map((statement) => [statement.id, statement]))
  const inWindow = input.statements.filter((statement) => outputs.has(statement.outputId))
  const said = inWindow.filter((statement) => statement.kind !== "boilerplate")
  const sizes = clusterSizes(input.clusters, new Map(said.map((statement) => [statement.id, statement])))
  // Between windows that do not overlap every statement is new: then the mark would say nothing.
  const before =
    input.previous === null || input.previous.window.to < input.window.from
      ? null
      : statementIds(input.previous.statements)

  const dateOf = (statement: Statement) => outputs.get(statement.outputId)?.publishedAt ?? ""
  const groups = Map.groupBy(said, (statement) => rootOf(statement, all))
  const candidates = [...groups].flatMap(([root, members]): Array<Candidate> => {
    const [head, ...copies] = members.sort(
      by(
        (statement) => (statement.id === root ? 0 : 1),
        dateOf,
        (statement) => statement.outputId,
        (statement) => statement.ordinal,
        (statement) => statement.id
      )
    )
    const initiative = head === undefined ? undefined : initiatives.get(head.initiativeId)
    if (head === undefined || initiative === undefined) return []
    const sharers = new Set(members.map((statement) => statement.initiativeId)).size
    const quotation: Omit<Quotation, "par"> = {
      id: head.id,
      text: head.text,
      language: head.language,
      kind: head.kind,
      issues: head.issues,
      caseName: head.caseName,
      clusterId: head.clusterId,
      places: [placeOf(head), ...copies.map(placeOf)],
      isNew: before === null ? null : !members.some((statement) => before.has(statement.id))
    }
    const size = head.clusterId === null ? 1 : (sizes.get(head.clusterId) ?? 1)
    return [{ quotation, initiative, centrality: Math.max(size, sharers), date: dateOf(head) }]
  })
  return { candidates, boilerplate: inWindow.length - said.length }
}

/** Ids of every statement that a digest quotes, copies included. */
const statementIds = (quotations: ReadonlyArray<Quotation>): ReadonlySet<StatementId> =>
  new Set(quotations.flatMap((quotation) => quotation.places.map((place) => place.statementId)))

/** Every initiative that says a quotation, the quoted one first. */
export const sayers = (quotation: Pick<Quotation, "places">) => [
  ...new Set(quotation.places.map((place) => place.initiativeId))
]
