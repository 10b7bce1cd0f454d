/**
 * Carries decisions through after the answer: a process of its own derives what waits and consolidates, one at a
 * time, so that many decisions made one after the other are carried through together and no reader waits.
 */
import { fileURLToPath } from "node:url"
import { Clock, Context, Effect, Layer, Queue } from "effect"
import { ReviewWork, type StoreError } from "../../store/index.ts"
import { runToEnd } from "../child.ts"
import { PortalSettings } from "../settings.ts"

const program = fileURLToPath(new URL("../../main.ts", import.meta.url))

/** Time in which further decisions join those that are carried through next. */
const gather = "1 second"

/** Runs it once; gives what went wrong, null when nothing did. */
const run = (directory: string): Effect.Effect<string | null> =>
  runToEnd([program, "review", "settle", "--data", directory])

/** How it is run; tests have a way of their own. */
export const SettleRunner = Context.Reference<(directory: string) => Effect.Effect<string | null>>(
  "tributary/portal/SettleRunner",
  { defaultValue: () => run }
)

/** How far decisions are carried through. */
export interface SettlingState {
  /** Outputs whose statements are not as decided yet, and all that are not set beside the rest yet. */
  readonly underived: number
  readonly all: number
  /** Instant (milliseconds) since when it is at work; null when it is not. */
  readonly since: number | null
  /** What went wrong the last time; null when nothing did. */
  readonly problem: string | null
}

export class Settling extends Context.Service<
  Settling,
  {
    /** Asks for it, without waiting. */
    readonly request: Effect.Effect<void>
    readonly state: Effect.Effect<SettlingState, StoreError>
  }
>()("tributary/portal/Settling") {
  static readonly layer = Layer.effect(
    Settling,
    Effect.gen(function* () {
      const { dataDirectory } = yield* PortalSettings
      const work = yield* ReviewWork
      const settle = yield* SettleRunner
      const wishes = yield* Queue.sliding<void>(1)
      let since: number | null = null
      let problem: string | null = null
      yield* Queue.take(wishes).pipe(
        Effect.andThen(Effect.sleep(gather)),
        Effect.andThen(Clock.currentTimeMillis),
        Effect.andThen((now) => {
          since = now
          return settle(dataDirectory)
        }),
        Effect.andThen((found) => {
          since = null
          problem = found
          return found === null
            ? Effect.void
            : Effect.logError(`decisions were not carried through: ${found}`)
        }),
        Effect.forever,
        Effect.forkScoped
      )
      const request = Effect.asVoid(Queue.offer(wishes, undefined))
      // What an earlier process left.
      const left = yield* Effect.orElseSucceed(work.count, () => ({ all: 0 }))
      if (left.all > 0) yield* request
      return Settling.of({
        request,
        state: Effect.map(work.count, (counted) => ({ ...counted, since, problem }))
      })
    })
  )
}
