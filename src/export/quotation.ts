/**
 * Quotations: the window's statements without boilerplate, each text once with all its places.
 */
import type {
  Cluster,
  DigestOutput,
  Initiative,
  Output,
  OutputId,
  Quotation,
  QuotationPlace,
  Statement,
  StatementId
} from "../domain/index.ts"
import type { Baseline } from "./baseline.ts"
import type { Narrowing } from "./filter.ts"
import type { DigestInput } from "./input.ts"
import { by } from "./order.ts"
import type { Candidate } from "./order.ts"

/** Quotations ready to be ordered, and the number of statements left out as boilerplate. */
export interface Quotations {
  readonly candidates: ReadonlyArray<Candidate>
  readonly boilerplate: number
  /** What the outputs say, before a filter. */
  readonly said: ReadonlyArray<Said>
}

/** All statements, by id and by output. */
export interface StatementIndex {
  readonly all: ReadonlyMap<StatementId, Statement>
  readonly byOutput: ReadonlyMap<OutputId, ReadonlyArray<Statement>>
}

/** Indexes statements. */
export const indexStatements = (statements: ReadonlyArray<Statement>): StatementIndex => ({
  all: new Map(statements.map((statement) => [statement.id, statement])),
  byOutput: Map.groupBy(statements, (statement) => statement.outputId)
})

/** Follows `duplicateOf` to its end, even where the statement itself is not known; a circle ends at its smallest id. */
const rootOf = (statement: Statement, statements: ReadonlyMap<StatementId, Statement>): StatementId => {
  if (statement.duplicateOf === null) return statement.id
  const seen = new Set<StatementId>([statement.id])
  let current = statement.id
  let next: StatementId | null = statement.duplicateOf
  while (next !== null) {
    if (seen.has(next)) return [...seen].sort()[0] ?? current
    seen.add(next)
    current = next
    next = statements.get(next)?.duplicateOf ?? null
  }
  return current
}

/** A text that was said, and the places where it stands again. */
export interface Said {
  readonly head: Statement
  readonly copies: ReadonlyArray<Statement>
}

/** What these outputs say, without boilerplate: each text once, as the original or else the earliest wrote it. */
export const saidIn = (
  index: StatementIndex,
  outputs: ReadonlyArray<Pick<Output, "id" | "publishedAt">>
): ReadonlyArray<Said> => {
  const dates = new Map(outputs.map(({ id, publishedAt }) => [id, publishedAt ?? ""]))
  const groups = new Map<StatementId, Array<Statement>>()
  for (const { id } of outputs) {
    for (const statement of index.byOutput.get(id) ?? []) {
      if (statement.kind === "boilerplate") continue
      const root = rootOf(statement, index.all)
      const known = groups.get(root)
      if (known === undefined) groups.set(root, [statement])
      else known.push(statement)
    }
  }
  return [...groups].flatMap(([root, members]): Array<Said> => {
    if (members.length > 1) {
      members.sort(
        by(
          (statement) => (statement.id === root ? 0 : 1),
          (statement) => dates.get(statement.outputId) ?? "",
          (statement) => statement.outputId,
          (statement) => statement.ordinal,
          (statement) => statement.id
        )
      )
    }
    const [head, ...copies] = members
    return head === undefined ? [] : [{ head, copies }]
  })
}

const placeOf = (statement: Statement): QuotationPlace => ({
  statementId: statement.id,
  outputId: statement.outputId,
  initiativeId: statement.initiativeId,
  place: statement.place
})

/** For each cluster, how many of the initiatives that said something are in it. */
const clusterSizes = (clusters: ReadonlyArray<Cluster>, said: ReadonlyMap<StatementId, Statement>) =>
  new Map(
    clusters.map((cluster) => [
      cluster.id,
      new Set(cluster.members.flatMap((member) => said.get(member)?.initiativeId ?? [])).size
    ])
  )

/** Makes the quotations of the counted outputs, as far as a filter lets them through. */
export const quotationsOf = (
  input: Pick<DigestInput, "initiatives" | "clusters" | "window" | "statements">,
  counted: ReadonlyArray<DigestOutput>,
  options: {
    readonly index?: StatementIndex
    readonly narrowing?: Narrowing
    readonly previous?: Baseline | null
  } = {}
): Quotations => {
  const { index = indexStatements(input.statements), narrowing, previous = null } = options
  const initiatives = new Map<string, Initiative>(
    input.initiatives.map((initiative) => [initiative.id, initiative])
  )
  const dates = new Map(counted.map((output) => [output.id, output.publishedAt]))
  const said = saidIn(index, counted)
  const sizes = clusterSizes(
    input.clusters,
    new Map(said.flatMap(({ head, copies }) => [head, ...copies]).map((one) => [one.id, one]))
  )
  // Between windows that do not overlap every statement is new: then the mark would say nothing.
  const before =
    previous === null || previous.digest.window.to < input.window.from ? null : previous.statements

  const candidates = said.flatMap(({ head, copies }): Array<Candidate> => {
    const initiative = initiatives.get(head.initiativeId)
    if (initiative === undefined) return []
    if (narrowing !== undefined && !narrowing.statement(head.language, head.issues)) return []
    const sharers =
      copies.length === 0 ? 1 : new Set([head, ...copies].map((statement) => statement.initiativeId)).size
    const quotation: Omit<Quotation, "par"> = {
      id: head.id,
      text: head.text,
      language: head.language,
      kind: head.kind,
      issues: head.issues,
      caseName: head.caseName,
      clusterId: head.clusterId,
      places: [placeOf(head), ...copies.map(placeOf)],
      isNew:
        before === null ? null : !before.has(head.id) && !copies.some((statement) => before.has(statement.id))
    }
    const size = head.clusterId === null ? 1 : (sizes.get(head.clusterId) ?? 1)
    const date = dates.get(head.outputId) ?? ""
    return [{ quotation, initiative, centrality: Math.max(size, sharers), date }]
  })
  const spoken = said.reduce((sum, { copies }) => sum + 1 + copies.length, 0)
  const inWindow = counted.reduce((sum, { id }) => sum + (index.byOutput.get(id)?.length ?? 0), 0)
  return { candidates, boilerplate: inWindow - spoken, said }
}

/** Every initiative that says a quotation, the quoted one first. */
export const sayers = (quotation: Pick<Quotation, "places">) =>
  quotation.places.length === 1
    ? [quotation.places[0].initiativeId]
    : [...new Set(quotation.places.map((place) => place.initiativeId))]
