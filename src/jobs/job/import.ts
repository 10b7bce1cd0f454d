/**
 * The job `import`: visits the sources whose next visit has come, in groups, and consolidates at the end.
 *
 * Each group is a step of its own that says nothing of where it is done. Within a group every finished
 * source is kept with its report in the transaction that keeps its state, so that a run that was cut off asks
 * no source a second time but those that were under way.
 */
import { Effect, Exit, Option, Schema } from "effect"
import { JobName, RunId, type Source, SourceId } from "../../domain/index.ts"
import { JobRuns, now, Runs, Sources } from "../../store/index.ts"
import { importSources, openWorkshop, setBesideTheRest } from "../import-sources.ts"
import { countImport, importSummary, progressOf } from "../import-progress.ts"
import { SourceReport } from "../report.ts"
import { groupSources } from "./import-groups.ts"
import { type Job, type JobContext, JobFailed } from "./job.ts"

const Group = Schema.Struct({ key: Schema.String, sources: Schema.Array(SourceId) })
const Plan = Schema.Struct({
  /** Null when no source is due. */
  runId: Schema.NullOr(RunId),
  /** Whether all that earlier runs read has been set beside the rest. */
  isWhole: Schema.Boolean,
  groups: Schema.Array(Group)
})
const Conclusion = Schema.Struct({ statements: Schema.Int, clusters: Schema.Int })

const reportText = Schema.fromJsonString(SourceReport)
const encodeReport = Schema.encodeSync(reportText)
const decodeReport = Schema.decodeUnknownEffect(reportText)

/** Which sources are due, in which groups. */
const makePlan = Effect.fnUntraced(function* ({ advance, run: { trigger } }: JobContext) {
  const runs = yield* Runs
  const store = yield* Sources
  const due = (yield* store.listDue(yield* now)).filter(({ kind }) => kind !== "upload")
  if (due.length === 0) return { runId: null, isWhole: true, groups: [] }
  const previous = Option.getOrUndefined(yield* runs.latest)
  const failures = new Map((yield* store.states).map((state) => [state.sourceId, state.failures]))
  yield* advance({ total: due.length })
  const run = yield* runs.start(trigger === "manual" ? "manual" : "schedule")
  return {
    runId: run.id,
    isWhole: previous === undefined || previous.state === "completed",
    groups: groupSources(due, (id) => failures.get(id) ?? 0)
  }
})

/** What finished sources of the run gave, by source. */
const finishedReports = Effect.fnUntraced(function* ({ run }: JobContext) {
  const steps = yield* (yield* JobRuns).steps(run.id)
  const reports = yield* Effect.forEach([...steps.values()], (text) => decodeReport(text)).pipe(
    Effect.mapError(
      () => new JobFailed({ message: `What was kept of ${run.id} cannot be read: import again.` })
    )
  )
  return new Map<SourceId, SourceReport>(reports.map((report) => [report.sourceId, report]))
})

/** Everything of the run that this process needs, opened when it is first needed. */
const workplace = Effect.fnUntraced(function* (context: JobContext, plan: typeof Plan.Type, runId: RunId) {
  const jobRuns = yield* JobRuns
  const ids = new Set(plan.groups.flatMap(({ sources }) => sources))
  const sources = new Map<SourceId, Source>(
    (yield* (yield* Sources).list()).filter(({ id }) => ids.has(id)).map((source) => [source.id, source])
  )
  const run = Option.getOrUndefined(yield* (yield* Runs).get(runId))
  if (run === undefined) {
    return yield* new JobFailed({ message: `The run ${runId} is not in the store any more: import again.` })
  }
  const workshop = yield* openWorkshop(run, [...sources.values()], "due", (reports) =>
    Effect.andThen(
      jobRuns.keepSteps(
        context.run.id,
        reports.map((report) => ({ step: report.sourceId, result: encodeReport(report) }))
      ),
      context.advance(progressOf(reports))
    )
  )
  const finished =
    context.run.attempts > 1 ? yield* finishedReports(context) : new Map<SourceId, SourceReport>()
  return { workshop, sources, finished }
})

/** Imports the groups and concludes. */
const importGroups = Effect.fnUntraced(function* (context: JobContext, plan: typeof Plan.Type, runId: RunId) {
  const { step } = context
  if (context.run.attempts > 1) yield* (yield* Runs).resume(runId)
  const place = yield* Effect.cached(workplace(context, plan, runId))
  yield* Effect.forEach(
    plan.groups,
    (group) =>
      step(
        `sources/${group.key}`,
        Schema.Void,
        Effect.gen(function* () {
          const { finished, sources, workshop } = yield* place
          const rest = group.sources.filter((id) => !finished.has(id))
          yield* importSources(
            workshop,
            rest.flatMap((id) => sources.get(id) ?? [])
          )
        })
      ),
    { concurrency: "unbounded", discard: true }
  )
  const reports = yield* finishedReports(context)
  const isWhole = plan.isWhole && context.run.attempts === 1
  const counts = yield* step("conclude", Conclusion, setBesideTheRest([...reports.values()], isWhole))
  return { reports: [...reports.values()], counts }
})

export const importJob: Job = {
  name: JobName.make("import"),
  description: "visits the sources that are due and takes in what is new",
  expression: "17 * * * *",
  changesStore: true,
  run: (context) =>
    Effect.gen(function* () {
      const plan = yield* context.step("plan", Plan, makePlan(context))
      const { runId } = plan
      if (runId === null) return { sentence: "No source is due.", counts: { sources: 0 }, problems: [] }
      const runs = yield* Runs
      const { counts, reports } = yield* importGroups(context, plan, runId).pipe(
        Effect.scoped,
        Effect.onExit((exit) =>
          runs.finish(runId, Exit.isSuccess(exit) ? "completed" : "interrupted").pipe(
            Effect.tap(
              countImport(
                context.run.startedAt,
                Exit.map(exit, ({ reports }) => reports)
              )
            )
          )
        )
      )
      return importSummary(reports, counts)
    })
}
