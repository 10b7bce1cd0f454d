/**
 * How far runs have come, as it stands in the store: the same for a run of this process and of another one.
 */
import { Context, Effect, Layer, Option, Schema, Stream } from "effect"
import type { JobRun, JobRunId, JobState } from "../domain/index.ts"
import { JobRuns, type StoreError } from "../store/index.ts"

/** Between two looks at the store. */
const pause = "500 millis"

/** How far a run has come at one moment. */
export interface RunProgressEvent {
  readonly run: JobRunId
  readonly state: JobState
  readonly done: number
  /** Steps in all; 0 while it is not known. */
  readonly of: number
  /** What it is at. */
  readonly now: string
  readonly failures: number
}

/** There is no such run. */
export class UnknownRun extends Schema.TaggedError<UnknownRun>()("UnknownRun", { message: Schema.String }) {}

const eventOf = ({ done, failures, id, now, state, total }: JobRun): RunProgressEvent => ({
  run: id,
  state,
  done,
  of: total,
  now,
  failures
})

const isSame = (a: RunProgressEvent, b: RunProgressEvent): boolean =>
  a.state === b.state && a.done === b.done && a.of === b.of && a.now === b.now && a.failures === b.failures

export class RunProgress extends Context.Service<
  RunProgress,
  {
    /** An event at once and after each change, the last one when the run is not at work any more. */
    readonly watch: (id: JobRunId) => Stream.Stream<RunProgressEvent, StoreError | UnknownRun>
  }
>()("tributary/jobs/RunProgress") {
  static readonly layer = Layer.effect(
    RunProgress,
    Effect.gen(function* () {
      const runs = yield* JobRuns

      const look = Effect.fnUntraced(function* (id: JobRunId) {
        const run = Option.getOrUndefined(yield* runs.get(id))
        if (run === undefined) {
          return yield* new UnknownRun({
            message: `There is no run ${id}: "tributary jobs history" names them.`
          })
        }
        return { event: eventOf(run), isOver: run.state !== "running" || !(yield* runs.isAtWork(run)) }
      })

      const watch = (id: JobRunId) =>
        Stream.paginate(true, (isFirst: boolean) =>
          Effect.gen(function* () {
            if (!isFirst) yield* Effect.sleep(pause)
            const { event, isOver } = yield* look(id)
            return [[event], isOver ? Option.none() : Option.some(false)] as const
          })
        ).pipe(Stream.changesWith(isSame))

      return RunProgress.of({ watch })
    })
  )
}
