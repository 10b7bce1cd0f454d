/**
 * The facts that reports and alarms are made of, read from the store in a handful of queries.
 */
import { Effect, Option } from "effect"
import {
  type InitiativeId,
  type Run,
  type SourceId,
  type Timestamp,
  countingKinds
} from "../../domain/index.ts"
import type { HealthCheck } from "../../observe/check.ts"
import {
  Corrections,
  Initiatives,
  now,
  Outbox,
  Outputs,
  Registrations,
  Runs,
  Sources,
  timestampOf,
  unvisited,
  Uploads,
  Watch
} from "../../store/index.ts"
import { type Verdict, verdictOf } from "../status.ts"

/** Milliseconds for which a file that was sent waits for a person; then its sender would have asked. */
const uploadsFor = 60 * 24 * 3_600_000

/** A source as a report needs it. */
export interface SourceFacts {
  readonly id: SourceId
  readonly initiative: string
  readonly url: string
  readonly verdict: Verdict
  /** Failures in a row. */
  readonly failures: number
  readonly message: string | null
  readonly movedTo: string | null
  readonly lastVisitAt: Timestamp | null
  readonly lastSuccessAt: Timestamp | null
  readonly lastChangeAt: Timestamp | null
}

/** What came of an initiative. */
export interface Arrival {
  readonly initiativeId: InitiativeId
  readonly initiative: string
  readonly outputs: number
  /** Of these, of the kinds that count. */
  readonly counting: number
}

export interface TellingFacts {
  readonly at: Timestamp
  /** Beginning of the time that is told of. */
  readonly since: Timestamp
  readonly run: Run | null
  readonly initiatives: number
  /** Initiatives with at least one output of the kinds that count. */
  readonly heard: number
  readonly sources: ReadonlyArray<SourceFacts>
  readonly arrivals: ReadonlyArray<Arrival>
  readonly statements: number
  /** Outputs that wait for a reviewer's eye. */
  readonly inDoubt: number
  /** What organisers handed in and nobody has looked at. */
  readonly handedIn: {
    /** Confirmed, and not decided. */
    readonly registrations: number
    readonly corrections: number
    /** Files that could not be read, or were read in doubt. */
    readonly uploads: number
  }
  /** Messages that did not go out. */
  readonly givenUp: number
  /** Checks that are not ok. */
  readonly checks: ReadonlyArray<HealthCheck>
}

/**
 * Reads the facts.
 *
 * @param since beginning of the time that is told of; the beginning of the latest run when not given
 */
export const tellingFacts = Effect.fn("tellingFacts")(function* (
  checks: ReadonlyArray<HealthCheck>,
  since?: Timestamp
) {
  const at = yield* now
  const run = Option.getOrNull(yield* (yield* Runs).latest)
  const from = since ?? run?.startedAt ?? at
  const watch = yield* Watch
  const initiatives = yield* (yield* Initiatives).list
  const nameOf = new Map(initiatives.map(({ id, name }) => [id, name]))
  const sourcesStore = yield* Sources
  const states = new Map((yield* sourcesStore.states).map((state) => [state.sourceId, state]))
  const outputs = yield* (yield* Outputs).list()
  const heard = new Set(
    outputs.flatMap(({ initiativeId, kind, sameAs }) =>
      countingKinds.includes(kind) && sameAs === null ? [initiativeId] : []
    )
  )
  const counts = yield* (yield* Outbox).counts
  return {
    at,
    since: from,
    run,
    initiatives: initiatives.length,
    heard: heard.size,
    sources: (yield* sourcesStore.list()).map((source) => {
      const state = states.get(source.id) ?? unvisited(source.id)
      return {
        id: source.id,
        initiative: nameOf.get(source.initiativeId) ?? source.initiativeId,
        url: source.url,
        verdict: verdictOf(source, state, at),
        failures: state.failures,
        message: state.lastMessage,
        movedTo: state.permanentUrl,
        lastVisitAt: state.lastVisitAt,
        lastSuccessAt: state.lastSuccessAt,
        lastChangeAt: state.lastChangeAt
      }
    }),
    arrivals: (yield* watch.arrivals(from)).map((one) => ({
      ...one,
      initiative: nameOf.get(one.initiativeId) ?? one.initiativeId
    })),
    statements: (yield* watch.figures).statements,
    inDoubt: outputs.filter(({ inDoubt }) => inDoubt).length,
    handedIn: {
      registrations: yield* (yield* Registrations).count("awaiting-approval"),
      corrections: yield* (yield* Corrections).count("open"),
      uploads: yield* (yield* Uploads).countWaiting(timestampOf(Date.parse(at) - uploadsFor))
    },
    givenUp: counts.reduce((sum, { givenUp }) => sum + givenUp, 0),
    checks: checks.filter(({ state }) => state !== "ok")
  } satisfies TellingFacts
})
