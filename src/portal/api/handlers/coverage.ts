/** Who was heard and who was not. */
import { Effect } from "effect"
import { InitiativeType, UnGroup } from "../../../domain/index.ts"
import { verdictOf } from "../../../jobs/status.ts"
import { now, Readings, Sources, unvisited } from "../../../store/index.ts"
import { Known } from "../../reading/known.ts"

/** Initiatives with what they published in a year, or ever, and how those stand that published nothing. */
export const coverage = Effect.fnUntraced(function* (year: string | null) {
  const initiatives = [...(yield* (yield* Known).initiatives).values()]
  const published = yield* (yield* Readings).coverageOf(year)
  const sources = yield* Sources
  const states = new Map((yield* sources.states).map((state) => [state.sourceId, state]))
  const moment = yield* now
  const bySource = Map.groupBy(
    (yield* sources.list({ status: "approved" })).map((source) => ({
      initiative: source.initiativeId,
      isBroken: ["failing", "blocked by robots", "layout changed", "gone", "moved"].includes(
        verdictOf(source, states.get(source.id) ?? unvisited(source.id), moment)
      )
    })),
    ({ initiative }) => initiative
  )
  const rows = initiatives.map(({ id, name, type, unGroups }) => {
    const own = published.get(id)
    const places = bySource.get(id) ?? []
    const status =
      own !== undefined && own.outputs > 0
        ? ("heard" as const)
        : places.length === 0
          ? ("no-source" as const)
          : places.every(({ isBroken }) => isBroken)
            ? ("unreachable" as const)
            : ("silent" as const)
    return {
      initiative: id,
      name,
      type,
      unGroups,
      status,
      outputs: own?.outputs ?? 0,
      statements: own?.statements ?? 0
    }
  })
  const sum = (some: typeof rows) => ({
    registered: some.length,
    heard: some.filter(({ status }) => status === "heard").length
  })
  return {
    year,
    ...sum(rows),
    groups: UnGroup.literals.map((group) => ({
      group,
      ...sum(rows.filter(({ unGroups }) => unGroups.includes(group)))
    })),
    types: InitiativeType.literals.map((type) => ({ type, ...sum(rows.filter((row) => row.type === type)) })),
    initiatives: rows
  }
})
