/**
 * The job `import`: visits the sources whose next visit has come, in groups, and consolidates at the end.
 *
 * With a store in a file each group is a step of its own; with PostgreSQL the groups are put in a queue, from
 * which every worker takes. Within a group every finished source is kept with its report in the transaction
 * that keeps its state, so that a run that was cut off asks no source a second time but those that were under
 * way.
 */
import { Effect, Exit, Option, Schema } from "effect"
import { JobName, RunId, SourceId } from "../../domain/index.ts"
import { Database, now, Runs, Sources } from "../../store/index.ts"
import { importSources, setBesideTheRest } from "../import-sources.ts"
import { countImport, importSummary } from "../import-progress.ts"
import type { SourceReport } from "../report.ts"
import { groupSources, groupsOfOne, groupsShared } from "./import-groups.ts"
import { finishedReports, openPlace } from "./import-place.ts"
import type { Job, JobContext } from "./job.ts"

const Group = Schema.Struct({ key: Schema.String, sources: Schema.Array(SourceId) })
const Plan = Schema.Struct({
  /** Null when no source is due. */
  runId: Schema.NullOr(RunId),
  /** Whether all that earlier runs read has been set beside the rest. */
  isWhole: Schema.Boolean,
  groups: Schema.Array(Group)
})
const Conclusion = Schema.Struct({ statements: Schema.Int, clusters: Schema.Int })

/** Whether several processes may work on the store, and import the groups of a run together. */
const isShared = Effect.map(Database, ({ engine }) => engine === "postgres")

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
    groups: groupSources(
      due,
      (id) => failures.get(id) ?? 0,
      (yield* isShared) ? groupsShared(due.length) : groupsOfOne
    )
  }
})

/** Imports the groups in this process, each as a step. */
const importHere = Effect.fnUntraced(function* (context: JobContext, plan: typeof Plan.Type, runId: RunId) {
  const { run, step } = context
  const place = yield* Effect.cached(
    Effect.gen(function* () {
      const ids = new Set(plan.groups.flatMap(({ sources }) => sources))
      const opened = yield* openPlace(run.id, runId, ids)
      const finished = run.attempts > 1 ? yield* finishedReports(run.id) : new Map<SourceId, SourceReport>()
      return { ...opened, finished }
    })
  )
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
            rest.flatMap((id) => sources.get(id) ?? []),
            run.attempts > 1
          )
        })
      ),
    { concurrency: "unbounded", discard: true }
  )
})

/** Imports the groups and concludes. */
const importGroups = Effect.fnUntraced(function* (context: JobContext, plan: typeof Plan.Type, runId: RunId) {
  const { run, step } = context
  if (run.attempts > 1) yield* (yield* Runs).resume(runId)
  if (yield* isShared) {
    const { shareGroups } = yield* Effect.promise(() => import("../workers/share.ts"))
    const groups = plan.groups.map(({ sources }) => sources)
    yield* step("sources", Schema.Void, shareGroups(run.id, runId, groups))
  } else yield* importHere(context, plan, runId)
  const reports = yield* finishedReports(run.id)
  const isWhole = plan.isWhole && run.attempts === 1
  const onStage = (now: string) => Effect.ignore(context.advance({ now }))
  const counts = yield* step(
    "conclude",
    Conclusion,
    setBesideTheRest([...reports.values()], isWhole, onStage)
  )
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
