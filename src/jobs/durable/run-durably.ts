/**
 * Runs a job as a workflow: begins it, or goes on after its last finished step.
 *
 * When the process is told to stop, the steps under way are interrupted and kept as suspended, never as
 * done or failed, so that the next process begins them again.
 */
import { Deferred, Effect, Layer, Option, References, Schedule, type Schema } from "effect"
import { Activity, Workflow, WorkflowEngine } from "effect/workflow"
import type { JobRun } from "../../domain/index.ts"
import { JobRuns } from "../../store/index.ts"
import { asJobFailed, type Job, type JobContext, JobFailed, type JobServices, type Told } from "../job/job.ts"
import { jobs } from "../job/list.ts"
import { engineLayer, hasAnswer, JobWorkflow } from "./workflow.ts"

/** How long steps may take to stop; what is not kept as suspended by then is found unfinished later. */
const longestStop = "5 seconds"

/** Steps that can be stopped all together. */
const stoppableSteps = Effect.gen(function* () {
  const stopped = yield* Deferred.make<void>()
  let underWay = 0
  const step = <A, E, R>(work: Effect.Effect<A, E, R>) =>
    Effect.gen(function* () {
      const instance = yield* WorkflowEngine.WorkflowInstance
      if (Deferred.isDoneUnsafe(stopped)) return yield* Workflow.suspend(instance)
      underWay++
      const result = yield* Effect.raceFirst(
        Effect.asSome(work),
        Effect.as(Deferred.await(stopped), Option.none<A>())
      ).pipe(Effect.ensuring(Effect.sync(() => underWay--)))
      return Option.isSome(result) ? result.value : yield* Workflow.suspend(instance)
    })
  const stop = (executionId: string) =>
    Deferred.succeed(stopped, undefined).pipe(
      Effect.andThen(Effect.suspend(() => (underWay > 0 ? Effect.succeed(false) : hasAnswer(executionId)))),
      Effect.repeat({ until: (isOver: boolean) => isOver, schedule: Schedule.spaced("20 millis") }),
      Effect.timeoutOption(longestStop),
      Effect.asVoid
    )
  return { step, stop }
})

/** Runs the job. Fails with what it failed of; a fault of the program is a defect. */
export const runDurably = Effect.fn("runDurably")(function* (run: JobRun, job: Job) {
  const services = yield* Effect.context<JobServices>()
  const logLevel = yield* References.MinimumLogLevel
  const jobRuns = yield* JobRuns
  const steps = yield* stoppableSteps
  const executionId = yield* JobWorkflow.executionId({ run: run.id })

  const handler = JobWorkflow.toLayer(() =>
    Effect.gen(function* () {
      const engine = yield* WorkflowEngine.WorkflowEngine
      const instance = yield* WorkflowEngine.WorkflowInstance
      const step = <A, I, R>(
        name: string,
        result: Schema.Codec<A, I>,
        work: Effect.Effect<A, Told, R>
      ): Effect.Effect<A, JobFailed, R> =>
        Effect.flatMap(Effect.context<R>(), (surroundings) =>
          Activity.make({
            name,
            success: result,
            error: JobFailed,
            execute: steps.step(work.pipe(Effect.mapError(asJobFailed), Effect.provideContext(surroundings)))
          }).pipe(
            Effect.provideService(WorkflowEngine.WorkflowEngine, engine),
            Effect.provideService(WorkflowEngine.WorkflowInstance, instance)
          )
        )
      const context: JobContext = { run, step, advance: (by) => jobRuns.advance(run.id, by) }
      return yield* job
        .run(context)
        .pipe(
          Effect.mapError(asJobFailed),
          Effect.provideContext(services),
          Effect.provideService(References.MinimumLogLevel, logLevel)
        )
    })
  )
  // One run of a job is unfinished at most, in whichever process: its place in the list is a number of its own.
  const machine = jobs.findIndex(({ name }) => name === job.name) + 1
  return yield* Effect.gen(function* () {
    yield* JobWorkflow.resume(executionId)
    return yield* JobWorkflow.execute({ run: run.id })
  }).pipe(
    Effect.onInterrupt(() => steps.stop(executionId)),
    Effect.provide(Layer.provideMerge(handler, engineLayer(executionId, machine))),
    // The engine warns of a runner that is not healthy yet, at each start: nobody can act on that.
    Effect.provideService(References.MinimumLogLevel, "Error")
  )
})
