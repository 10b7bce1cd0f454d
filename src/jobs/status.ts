/**
 * The state of the store in one view: health of the sources, outputs in doubt, initiatives not heard yet.
 */
import { Effect, Option } from "effect"
import { countingKinds, type Source, type SourceState, type Timestamp } from "../domain/index.ts"
import { Clusters, Initiatives, now, Outputs, Runs, Sources, Statements, unvisited } from "../store/index.ts"
import { reached } from "./report.ts"
import { enoughObservations } from "./source-state.ts"

/**
 * What a person should think of a source: waiting (never visited), failing, blocked by robots.txt, gone
 * (410), layout changed (reached, but not readable as configured), moved (permanent redirects led elsewhere
 * at two visits), empty (it lists nothing yet), silent (nothing new for longer than its rhythm and its
 * events allow), or healthy.
 */
export type Verdict =
  | "healthy"
  | "silent"
  | "waiting"
  | "failing"
  | "blocked by robots"
  | "layout changed"
  | "moved"
  | "gone"
  | "empty"
  | "paused"
  | "proposed"
  | "retired"

/** The verdict on a source at an instant. */
export const verdictOf = (source: Source, state: SourceState, now: Timestamp): Verdict => {
  if (source.status === "retired" && state.goneSeen >= enoughObservations) return "gone"
  if (source.status !== "approved") return source.status
  if (state.lastOutcome === null) return source.kind === "upload" ? "healthy" : "waiting"
  if (state.lastOutcome === "blocked-by-robots") return "blocked by robots"
  if (state.lastOutcome === "gone") return "gone"
  if (!reached(state.lastOutcome)) return "failing"
  if (state.alarm !== null) return "layout changed"
  if (state.permanentSeen >= enoughObservations) return "moved"
  if (state.itemsListed === 0) return "empty"
  // A single document is not expected to bring anything new.
  if (source.kind !== "document" && state.silentFrom !== null && now >= state.silentFrom) return "silent"
  return "healthy"
}

/** What is remarkable of a source, in a sentence; null as a rule. */
const remark = (source: Source, state: SourceState, verdict: Verdict): string | null => {
  if (verdict === "moved")
    return `It has moved for good to ${state.permanentUrl ?? ""}: "tributary registry accept-move ${source.id}" follows it.`
  if (verdict === "silent")
    return "It is reached, but has brought nothing new for longer than usual: look whether the initiative publishes elsewhere."
  return state.lastMessage
}

/** The health of a source at an instant, as plain data. */
export const sourceHealth = (source: Source, state: SourceState, at: Timestamp) => {
  const verdict = verdictOf(source, state, at)
  return {
    verdict,
    failures: state.failures,
    message: remark(source, state, verdict),
    movedTo: verdict === "moved" ? state.permanentUrl : null,
    lastVisitAt: state.lastVisitAt,
    lastSuccessAt: state.lastSuccessAt,
    lastChangeAt: state.lastChangeAt,
    nextVisitAt: source.status === "approved" ? state.nextVisitAt : null,
    nextVisitReason: source.status === "approved" ? state.nextVisitReason : null
  }
}

/** Everything that `status` shows, as plain data. */
export const storeStatus = Effect.gen(function* () {
  const at = yield* now
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
    sources: sources.map((source) => ({
      id: source.id,
      url: source.url,
      ...sourceHealth(source, states.get(source.id) ?? unvisited(source.id), at)
    })),
    inDoubt: outputs
      .filter(({ inDoubt }) => inDoubt)
      .map(({ id, initiativeId, kind, title, url }) => ({ id, initiativeId, kind, title, url })),
    notHeard: initiatives.map(({ id }) => id).filter((id) => !heard.has(id))
  }
}).pipe(Effect.withSpan("storeStatus"))
