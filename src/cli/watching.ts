/**
 * What a long-running command does besides its work: it delivers messages, keeps the gauges fresh for
 * OpenTelemetry, and serves `/health` and `/metrics` where a port is named.
 */
import { Effect, Layer, Schedule } from "effect"
import { Flag } from "effect/cli"
import type { Check } from "../observe/check.ts"

/** Where the command serves them. */
export const observePort = Flag.Int("observe-port").pipe(
  Flag.withMetavar("PORT"),
  Flag.withDescription("Serve /health and /metrics on this port of 127.0.0.1"),
  Flag.optional
)

export interface WatchingOptions {
  /** Null: nothing is served. */
  readonly port: number | null
  /** Folder of the store. */
  readonly directory: string
  /** Checks besides the usual ones, such as the scheduler's. */
  readonly more?: ReadonlyArray<Check>
}

/** How often the gauges are read for OpenTelemetry. */
const refreshEvery = "60 seconds"

/** Runs over a store for the life of the layer; gives Mail, TellingConfig and Health, which `announce` needs. */
export const watching = ({ directory, more = [], port }: WatchingOptions) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const { Mail } = yield* Effect.promise(() => import("../mail/index.ts"))
      const { delivering, TellingConfig } = yield* Effect.promise(() => import("../jobs/telling/index.ts"))
      const { refresh } = yield* Effect.promise(() => import("../observe/metrics.ts"))
      const { telemetryWanted } = yield* Effect.promise(() => import("../observe/telemetry.ts"))
      const isExported = yield* telemetryWanted
      const background = Effect.gen(function* () {
        yield* Effect.forkScoped(delivering)
        if (!isExported) return
        yield* refresh.pipe(
          Effect.catch((error) => Effect.logWarning(`The gauges could not be read: ${error.message}`)),
          Effect.repeat(Schedule.spaced(refreshEvery)),
          Effect.forkScoped
        )
      })
      const outgoing = Layer.effectDiscard(background).pipe(
        Layer.provideMerge(Layer.merge(Mail.layer, TellingConfig.layer))
      )
      if (port === null) {
        const { Health } = yield* Effect.promise(() => import("../observe/health.ts"))
        return Layer.merge(outgoing, Health.layer({ directory, more }))
      }
      const { observeServer } = yield* Effect.promise(() => import("../observe/server.ts"))
      return Layer.merge(outgoing, observeServer({ directory, more, port }))
    })
  )
