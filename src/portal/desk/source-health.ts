/** Sources with what a person should think of each: the same verdicts as the command line and the alarms. */
import { Effect } from "effect"
import type { Source, SourceState, Timestamp } from "../../domain/index.ts"
import { type Verdict, verdictOf } from "../../jobs/status.ts"
import { trouble } from "../../jobs/telling/conditions.ts"
import { Initiatives, now, Sources, unvisited } from "../../store/index.ts"

export interface SourceHealth {
  readonly source: Source
  readonly state: SourceState
  /** Name of its initiative. */
  readonly initiative: string
  readonly verdict: Verdict
  /** What is wrong and what to do, where it needs a person; null where it does not. */
  readonly trouble: string | null
  /** Since when it is as it is, as far as known; null where nothing is known. */
  readonly since: Timestamp | null
}

/** The verdicts, those that ask for a person first. */
export const verdicts: ReadonlyArray<Verdict> = [
  "proposed",
  "failing",
  "blocked by robots",
  "layout changed",
  "moved",
  "gone",
  "silent",
  "empty",
  "waiting",
  "healthy",
  "paused",
  "retired"
]

const sinceOf = (verdict: Verdict, state: SourceState): Timestamp | null =>
  verdict === "silent" ? state.silentFrom : (state.lastSuccessAt ?? state.lastVisitAt)

/** How a source stands. */
export const healthOf = (
  source: Source,
  state: SourceState,
  initiative: string,
  at: Timestamp
): SourceHealth => {
  const verdict = verdictOf(source, state, at)
  return {
    source,
    state,
    initiative,
    verdict,
    trouble: trouble(
      {
        id: source.id,
        initiative,
        url: source.url,
        verdict,
        failures: state.failures,
        message: state.lastMessage,
        movedTo: state.permanentUrl,
        lastVisitAt: state.lastVisitAt,
        lastSuccessAt: state.lastSuccessAt,
        lastChangeAt: state.lastChangeAt
      },
      at
    ),
    since: sinceOf(verdict, state)
  }
}

/** All sources, in order of their ids. */
export const allSources = Effect.gen(function* () {
  const at = yield* now
  const names = new Map((yield* (yield* Initiatives).list).map(({ id, name }) => [id, name]))
  const store = yield* Sources
  const states = new Map((yield* store.states).map((state) => [state.sourceId, state]))
  return (yield* store.list()).map((source) =>
    healthOf(
      source,
      states.get(source.id) ?? unvisited(source.id),
      names.get(source.initiativeId) ?? source.initiativeId,
      at
    )
  )
})
