/**
 * The metrics of Tributary; docs/operations.md lists them with their meaning.
 *
 * Counters and times are counted where things happen, at the cost of an addition each. Gauges tell how the
 * store stands and are read from it only when somebody asks (`refresh`). Names are those of Prometheus: base
 * units, `_total` for counters (https://prometheus.io/docs/practices/naming/).
 */
import { Clock, Effect, Metric } from "effect"
import type { RunState, VisitOutcome, VisitPurpose } from "../domain/index.ts"
import { Outbox, Watch } from "../store/index.ts"

/** A count that only grows. */
const counter = (name: string, description: string) =>
  Metric.counter(name, { description, incremental: true })

const visits = counter(
  "tributary_visits_total",
  "Requests to sources and their pages, by outcome and purpose"
)
const visitBytes = counter("tributary_visit_bytes_total", "Decoded bytes received in visits")
const runs = counter("tributary_runs_total", "Imports that ended, by state")
const runSources = counter("tributary_run_sources_total", "Sources visited in imports, by result")
const newOutputs = counter("tributary_new_outputs_total", "Outputs that imports took in for the first time")

const runSeconds = Metric.histogram("tributary_run_duration_seconds", {
  description: "How long imports took",
  boundaries: [1, 5, 15, 60, 300, 900, 1800, 3600, 7200]
})

/** Counters of each outcome and purpose, made once. */
const visitCounters = new Map<string, Metric.Metric<number, unknown>>()

const visitCounter = (outcome: VisitOutcome, purpose: VisitPurpose): Metric.Metric<number, unknown> => {
  const key = `${outcome} ${purpose}`
  const known = visitCounters.get(key)
  if (known !== undefined) return known
  const made = Metric.withAttributes(visits, { outcome, purpose })
  visitCounters.set(key, made)
  return made
}

/** A request was made. */
export const countVisit = (visit: {
  readonly outcome: VisitOutcome
  readonly purpose: VisitPurpose
  readonly bytes: number
}): Effect.Effect<void> =>
  Effect.contextWith((context) =>
    Effect.sync(() => {
      visitCounter(visit.outcome, visit.purpose).updateUnsafe(1, context)
      if (visit.bytes > 0) visitBytes.updateUnsafe(visit.bytes, context)
    })
  )

/** An import ended. */
export const countRun = (run: {
  readonly state: RunState
  readonly seconds: number
  readonly read: number
  readonly failed: number
  readonly newOutputs: number
}): Effect.Effect<void> =>
  Effect.all(
    [
      Metric.update(Metric.withAttributes(runs, { state: run.state }), 1),
      Metric.update(Metric.withAttributes(runSources, { result: "read" }), run.read),
      Metric.update(Metric.withAttributes(runSources, { result: "failed" }), run.failed),
      Metric.update(newOutputs, run.newOutputs),
      Metric.update(runSeconds, run.seconds)
    ],
    { discard: true }
  )

const gauge = (name: string, description: string) => Metric.gauge(name, { description })

const gauges = {
  sourcesApproved: gauge("tributary_sources", "Sources that are followed"),
  sourcesDue: gauge("tributary_sources_due", "Sources whose next visit is past due"),
  sourceLag: gauge(
    "tributary_source_lag_seconds",
    "How long the source that waits longest is past due; 0 when none is"
  ),
  sourcesFailing: gauge("tributary_sources_failing", "Sources whose last visit failed"),
  itemsWaiting: gauge("tributary_items_waiting", "Listed entries that wait to be fetched"),
  outputs: gauge("tributary_outputs", "Outputs in the store"),
  statements: gauge("tributary_statements", "Statements in the store, boilerplate left out"),
  alarms: gauge("tributary_alarms_open", "Alarms that have begun and not ended"),
  lastImport: gauge(
    "tributary_last_import_timestamp_seconds",
    "When the last complete import ended, in seconds since 1970; 0 before the first"
  ),
  outboxWaiting: gauge("tributary_outbox_waiting", "Messages that wait to go out, by channel"),
  outboxAge: gauge("tributary_outbox_age_seconds", "How long the oldest of them has waited, by channel"),
  outboxGivenUp: gauge("tributary_outbox_given_up", "Messages that were given up, by channel")
}

const secondsSince = (now: number, instant: string | null): number =>
  instant === null ? 0 : Math.max(0, (now - Date.parse(instant)) / 1000)

/** Reads the gauges from the store. */
export const refresh = Effect.gen(function* () {
  const watch = yield* Watch
  const now = yield* Clock.currentTimeMillis
  const figures = yield* watch.figures
  const lastImportAt = yield* watch.lastImportAt
  const { alarms, itemsWaiting, outputs, sourcesApproved, sourcesDue, sourcesFailing, statements } = figures
  yield* Metric.update(gauges.sourcesApproved, sourcesApproved)
  yield* Metric.update(gauges.sourcesDue, sourcesDue)
  yield* Metric.update(gauges.sourceLag, secondsSince(now, figures.longestDueSince))
  yield* Metric.update(gauges.sourcesFailing, sourcesFailing)
  yield* Metric.update(gauges.itemsWaiting, itemsWaiting)
  yield* Metric.update(gauges.outputs, outputs)
  yield* Metric.update(gauges.statements, statements)
  yield* Metric.update(gauges.alarms, alarms)
  yield* Metric.update(gauges.lastImport, lastImportAt === null ? 0 : Date.parse(lastImportAt) / 1000)
  const counts = new Map((yield* (yield* Outbox).counts).map((count) => [count.channel, count]))
  for (const channel of ["mail", "webhook"] as const) {
    const count = counts.get(channel)
    const of = (metric: Metric.Metric<number, unknown>) => Metric.withAttributes(metric, { channel })
    yield* Metric.update(of(gauges.outboxWaiting), count?.waiting ?? 0)
    yield* Metric.update(of(gauges.outboxAge), secondsSince(now, count?.waitingSince ?? null))
    yield* Metric.update(of(gauges.outboxGivenUp), count?.givenUp ?? 0)
  }
}).pipe(Effect.withSpan("refreshMetrics"))
