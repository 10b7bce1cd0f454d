/** `tributary worker`: takes its share of imports, and of the duty to run the jobs at their times. */
import { Config, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { config, configured, loadScheduled } from "./jobs/flags.ts"
import { print } from "./print.ts"
import { dataDirectory, awaitedStore, storeOptions } from "./store.ts"
import { observePort } from "./watching.ts"

/** What is served where a port is named. */
const observing = Effect.fnUntraced(function* (port: Option.Option<number>, directory: string) {
  if (Option.isNone(port)) return Layer.empty
  const { observeServer } = yield* Effect.promise(() => import("../observe/server.ts"))
  return observeServer({ directory, more: [], port: port.value })
})

export const worker = Command.make(
  "worker",
  {
    host: Flag.String("host").pipe(
      Flag.withMetavar("ADDRESS"),
      Flag.withDescription(
        "Address of this machine at which the other workers reach this one, and nobody else (default: $TRIBUTARY_WORKER_HOST, else 127.0.0.1)"
      ),
      Flag.withFallbackConfig(Config.String("TRIBUTARY_WORKER_HOST")),
      Flag.withDefault("127.0.0.1")
    ),
    port: Flag.Int("port").pipe(
      Flag.withAlias("p"),
      Flag.withDescription("Port for the other workers; 0 for any that is free"),
      Flag.withDefault(0)
    ),
    withoutJobs: Flag.Boolean("without-jobs").pipe(
      Flag.withDescription("Only help with imports that others begin; run no jobs by itself"),
      Flag.withDefault(false)
    ),
    config,
    observePort
  },
  Effect.fn(function* (flags) {
    if (!("databaseUrl" in (yield* storeOptions))) {
      return yield* new CommandFailed({
        message:
          'Workers share a store in PostgreSQL: name its database in TRIBUTARY_DATABASE_URL. A store in a folder is worked on by one process; "tributary schedule" is that.'
      })
    }
    const scheduled = yield* loadScheduled
    const { listenable } = yield* Effect.promise(() => import("../jobs/workers/address.ts"))
    const { work } = yield* Effect.promise(() => import("../jobs/workers/work.ts"))
    const { runTriggers } = yield* Effect.promise(() => import("./triggers.ts"))
    const directory = yield* dataDirectory
    const settings = yield* configured(directory, flags.config)
    const address = { host: flags.host, port: yield* listenable(flags.host, flags.port) }
    const triggers = flags.withoutJobs
      ? null
      : runTriggers({ directory, settings, observePort: null, standsBy: true })
    const services = Layer.provideMerge(scheduled.layerOf(directory, settings), awaitedStore)
    return yield* Effect.gen(function* () {
      yield* print(`A worker is ready at ${address.host}, port ${address.port}. Ctrl-C stops.`)
      return yield* work(address, triggers)
    }).pipe(Effect.provide(Layer.provideMerge(yield* observing(flags.observePort, directory), services)))
  })
).pipe(
  Command.withDescription("Share imports with other workers on one PostgreSQL database, until stopped"),
  Command.withExamples([
    { command: "tributary worker", description: "One more worker on this machine" },
    {
      command: "tributary worker --host 10.1.0.7 --port 34431",
      description: "One of several machines in a private network"
    }
  ])
)
