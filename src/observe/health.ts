/**
 * Health: all checks as one answer, for load balancers, `tributary health` and the alarms. Asked often and by
 * anybody, so an answer is kept for a few seconds.
 */
import { Context, Effect, Layer } from "effect"
import { type Check, type HealthCheck, type HealthState, worst } from "./check.ts"
import { clockCheck, databaseCheck, diskCheck, importCheck, outboxCheck } from "./checks.ts"

/** How long an answer is kept. */
const keptFor = "5 seconds"

/** A check that takes longer is failing. */
const longestCheck = "10 seconds"

export interface HealthReport {
  /** The worst of all checks. */
  readonly state: HealthState
  readonly checks: ReadonlyArray<HealthCheck>
}

const run = ({ check, name }: Check): Effect.Effect<HealthCheck> =>
  check.pipe(
    Effect.timeoutOrElse({
      duration: longestCheck,
      orElse: () =>
        Effect.succeed({
          state: "failing" as const,
          sentence: `This check took longer than ${longestCheck}: look whether the machine is overloaded.`
        })
    }),
    Effect.catchCause((cause) =>
      Effect.as(Effect.logError(`The check ${name} broke off.`, cause), {
        state: "failing" as const,
        sentence: "This check broke off: look into the log."
      })
    ),
    Effect.map((judgement) => ({ name, ...judgement }))
  )

export class Health extends Context.Service<
  Health,
  {
    /** All checks, at most five seconds old. Never fails. */
    readonly report: Effect.Effect<HealthReport>
  }
>()("tributary/observe/Health") {
  /** Over the given checks. */
  static make(checks: ReadonlyArray<Check>) {
    return Effect.gen(function* () {
      const fresh = Effect.map(
        Effect.forEach(checks, run, { concurrency: "unbounded" }),
        (done): HealthReport => ({ state: worst(done), checks: done })
      ).pipe(Effect.withSpan("Health.report"))
      return Health.of({ report: yield* Effect.cachedWithTTL(fresh, keptFor) })
    })
  }

  /**
   * The usual checks (database, import, disk, clock, outbox), and further ones.
   *
   * @param options.directory folder of the store, whose disk is checked
   */
  static layer(options: { readonly directory: string; readonly more?: ReadonlyArray<Check> }) {
    return Layer.effect(
      Health,
      Effect.gen(function* () {
        return yield* Health.make([
          yield* databaseCheck,
          yield* importCheck,
          diskCheck(options.directory),
          yield* clockCheck,
          yield* outboxCheck,
          ...(options.more ?? [])
        ])
      })
    )
  }
}
