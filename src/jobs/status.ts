/**
 * The state of the store in one view: health of the sources, outputs in doubt, initiatives not heard yet.
 */
import { Effect, Option } from "effect"
import { countingKinds, type Source, type SourceState } from "../domain/index.ts"
import { Clusters, Initiatives, Outputs, Runs, Sources, Statements, unvisited } from "../store/index.ts"
import { reached } from "./report.ts"

/**
 * What a person should think of a source: waiting (never visited), failing, blocked by robots.txt, layout
 * changed (reached, but not readable as configured), moved (its URL leads elsewhere), empty (it lists
 * nothing yet), or healthy.
 */
export type Verdict =
  | "healthy"
  | "waiting"
  | "failing"
  | "blocked by robots"
  | "layout changed"
  | "moved"
  | "empty"
  | "paused"
  | "proposed"
  | "retired"

const host = (url: string | null) => (url === null ? null : (URL.parse(url)?.hostname ?? null))

/** The verdict on a source. */
export const verdictOf = (source: Source, state: SourceState): Verdict => {
  if (source.status !== "approved") return source.status
  if (state.lastOutcome === null) return source.kind === "upload" ? "healthy" : "waiting"
  if (state.lastOutcome === "blocked-by-robots") return "blocked by robots"
  if (!reached(state.lastOutcome)) return "failing"
  if (state.alarm !== null) return "layout changed"
  if (state.itemsListed === 0) return "empty"
  if (state.finalUrl !== null && host(state.finalUrl) !== host(source.url)) return "moved"
  return "healthy"
}

/** Everything that `status` shows, as plain data. */
export const storeStatus = Effect.gen(function* () {
  const initiatives = yield* (yield* Initiatives).list
  const sourcesStore = yield* Sources
  const sources = yield* sourcesStore.list()
  const states = new Map((yield* sourcesStore.states).map((state) => [state.sourceId, state]))
  const outputs = yield* (yield* Outputs).list()
  const counting = outputs.filter(({ kind, sameAs }) => countingKinds.includes(kind) && sameAs === null)
  const heard = new Set(counting.map(({ initiativeId }) => initiativeId))
  return {
    counts: {
      initiatives: initiatives.length,
      heard: heard.size,
      sources: sources.length,
      approved: sources.filter(({ status }) => status === "approved").length,
      outputs: outputs.length,
      counting: counting.length,
      statements: yield* (yield* Statements).count(),
      clusters: (yield* (yield* Clusters).list).length
    },
    lastRun: Option.getOrNull(yield* (yield* Runs).latest),
    sources: sources.map((source) => {
      const state = states.get(source.id) ?? unvisited(source.id)
      return {
        id: source.id,
        url: source.url,
        verdict: verdictOf(source, state),
        failures: state.failures,
        message: state.lastMessage,
        lastVisitAt: state.lastVisitAt,
        lastSuccessAt: state.lastSuccessAt,
        lastChangeAt: state.lastChangeAt,
        nextVisitAt: state.nextVisitAt
      }
    }),
    inDoubt: outputs
      .filter(({ inDoubt }) => inDoubt)
      .map(({ id, initiativeId, kind, title, url }) => ({ id, initiativeId, kind, title, url })),
    notHeard: initiatives.map(({ id }) => id).filter((id) => !heard.has(id))
  }
}).pipe(Effect.withSpan("storeStatus"))
