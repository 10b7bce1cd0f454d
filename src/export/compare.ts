/**
 * What changed from one digest to another: initiatives, issues, outputs and statements, by name.
 */
import type {
  ComparedStatement,
  Comparison,
  Digest,
  InitiativeId,
  IssueId,
  Quotation,
  StatementId
} from "../domain/index.ts"
import { baselineOf } from "./baseline.ts"
import { changeOrder, statusOf } from "./change.ts"
import { by, compareText } from "./order.ts"

/** From this likeness on (0 to 1) a statement that went and one that came are the same in other words. */
const sameMessage = 0.5

/** Pairs of neighbouring characters, case and spaces aside: they serve scripts with and without spaces. */
const pairsOf = (text: string): ReadonlyMap<string, number> => {
  const characters = Array.from(text.toLowerCase().replace(/\s+/g, " "))
  const pairs = new Map<string, number>()
  for (let index = 1; index < characters.length; index += 1) {
    const pair = `${characters[index - 1]}${characters[index]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's coefficient of two texts' pairs: 1 for the same, 0 for nothing in common. */
const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let common = 0
  let all = 0
  for (const count of a.values()) all += count
  for (const [pair, count] of b) {
    all += count
    common += Math.min(count, a.get(pair) ?? 0)
  }
  return all === 0 ? 0 : (2 * common) / all
}

/** Every statement of a digest with the places where it stands, copies as statements of their own. */
const statementsOf = (digest: Digest): ReadonlyMap<StatementId, ComparedStatement> =>
  new Map(
    digest.statements.flatMap((quotation: Quotation) =>
      quotation.places.map(({ initiativeId, outputId, statementId }) => [
        statementId,
        {
          id: statementId,
          initiativeId,
          outputId,
          language: quotation.language,
          kind: quotation.kind,
          issues: quotation.issues.map(({ id }) => id),
          text: quotation.text
        }
      ])
    )
  )

const byPlace = by<ComparedStatement>(
  ({ initiativeId }) => initiativeId,
  ({ outputId }) => outputId,
  ({ id }) => id
)

/** Pairs what went from an output with what came into it, the likest first. */
const pairReworded = (gone: ReadonlyArray<ComparedStatement>, come: ReadonlyArray<ComparedStatement>) => {
  const goneOf = Map.groupBy(gone, ({ outputId }) => outputId)
  const reworded: Array<{ readonly from: ComparedStatement; readonly to: ComparedStatement }> = []
  for (const [outputId, candidates] of Map.groupBy(come, (statement) => statement.outputId)) {
    const before = (goneOf.get(outputId) ?? []).map((from) => ({ from, pairs: pairsOf(from.text) }))
    const pairs = candidates
      .flatMap((to) => {
        const own = pairsOf(to.text)
        return before.map(({ from, pairs }) => ({ from, to, like: likeness(pairs, own) }))
      })
      .filter(({ like }) => like >= sameMessage)
      .sort(
        by(
          ({ like }) => -like,
          ({ from }) => from.id,
          ({ to }) => to.id
        )
      )
    const taken = new Set<StatementId>()
    for (const { from, to } of pairs) {
      if (taken.has(from.id) || taken.has(to.id)) continue
      taken.add(from.id).add(to.id)
      reworded.push({ from, to })
    }
  }
  return reworded.sort((a, b) => byPlace(a.from, b.from))
}

const releaseOf = (digest: Digest): Comparison["from"] => ({
  number: digest.number,
  window: digest.window,
  asOf: digest.asOf,
  taxonomyVersion: digest.taxonomyVersion,
  registered: digest.totals.registered,
  published: digest.totals.published,
  outputs: digest.totals.outputs,
  statements: digest.totals.statements
})

const compared = ({ id, initiativeId, title, url }: Digest["outputs"][number]) => ({
  id,
  initiativeId,
  url,
  title
})

const sameList = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/** Compares two digests; `from` is the earlier one by meaning, whatever its date. */
export const compareDigests = (from: Digest, to: Digest): Comparison => {
  const [a, b] = [baselineOf(from), baselineOf(to)]
  const names = new Map([...from.initiatives, ...to.initiatives].map(({ id, name }) => [id, name]))
  const named = (ids: Iterable<InitiativeId>) =>
    [...ids].sort(compareText).map((id) => ({ id, name: names.get(id) ?? id }))
  const registeredThen = new Set(from.initiatives.map(({ id }) => id))
  const registeredNow = new Set(to.initiatives.map(({ id }) => id))

  const labels = new Map([...a.labels, ...b.labels])
  const nobody: ReadonlySet<InitiativeId> = new Set()
  const issues = [...labels]
    .flatMap(([issue, label]): Array<Comparison["issues"][number]> => {
      const [then, now] = [a.raisers.get(issue) ?? nobody, b.raisers.get(issue) ?? nobody]
      if (then.size === 0 && now.size === 0) return []
      return [
        {
          issue,
          label,
          from: then.size,
          to: now.size,
          status: statusOf(now.size, then.size),
          joined: [...now.difference(then)].sort(compareText),
          left: [...then.difference(now)].sort(compareText)
        }
      ]
    })
    .sort(
      by(
        ({ status }) => changeOrder.indexOf(status),
        (row) => -Math.abs(row.to - row.from),
        (row) => -row.to,
        ({ issue }): IssueId => issue
      )
    )

  const outputsThen = new Map(from.outputs.map((output) => [output.id, output]))
  const outputsNow = new Set(to.outputs.map(({ id }) => id))
  const newOutputs = to.outputs.filter(({ id }) => !outputsThen.has(id))

  const [said, says] = [statementsOf(from), statementsOf(to)]
  const gone = [...said.values()].filter(({ id }) => !says.has(id)).sort(byPlace)
  const come = [...says.values()].filter(({ id }) => !said.has(id)).sort(byPlace)
  const reworded = pairReworded(gone, come)
  const paired = new Set(reworded.flatMap((pair) => [pair.from.id, pair.to.id]))
  const relabelled = [...says.values()].sort(byPlace).flatMap((now) => {
    const then = said.get(now.id)
    if (then === undefined) return []
    const same = then.kind === now.kind && sameList(then.issues.toSorted(), now.issues.toSorted())
    return same ? [] : [{ from: then, to: now }]
  })
  return {
    from: releaseOf(from),
    to: releaseOf(to),
    overlap: from.window.from <= to.window.to && to.window.from <= from.window.to,
    initiatives: {
      joined: named(b.published.difference(a.published)),
      absent: named(a.published.difference(b.published)),
      registered: named(registeredNow.difference(registeredThen)),
      removed: named(registeredThen.difference(registeredNow))
    },
    issues,
    outputs: {
      new: newOutputs.map(compared),
      gone: from.outputs.filter(({ id }) => !outputsNow.has(id)).map(compared),
      changed: to.outputs
        .filter(({ captureId, id }) => {
          const then = outputsThen.get(id)
          return then !== undefined && then.captureId !== captureId
        })
        .map(compared),
      arrived: newOutputs
        .filter(({ publishedAt }) => publishedAt >= from.window.from && publishedAt <= from.window.to)
        .map(({ id }) => id)
    },
    statements: {
      new: come.filter(({ id }) => !paired.has(id)),
      gone: gone.filter(({ id }) => !paired.has(id)),
      reworded,
      relabelled
    }
  }
}
