/** `tributary health`: the checks of the health endpoint, once. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { columns, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { dataDirectory, existingStore } from "./store.ts"

export const health = Command.make(
  "health",
  { json },
  Effect.fn(function* (flags) {
    const { Health } = yield* Effect.promise(() => import("../observe/health.ts"))
    const directory = yield* dataDirectory
    const found = yield* Effect.flatMap(Health, ({ report }) => report).pipe(
      Effect.provide(Health.layer({ directory }).pipe(Layer.provide(existingStore)))
    )
    yield* flags.json
      ? printJson(found)
      : print(
          columns(
            ["check", "state", ""],
            found.checks.map(({ name, sentence, state }) => [name, state, sentence])
          )
        )
    if (found.state === "failing") {
      const names = found.checks.filter(({ state }) => state === "failing").map(({ name }) => name)
      return yield* new CommandFailed({
        message: `Failing: ${names.join(", ")}. The lines above say what to do.`
      })
    }
  })
).pipe(
  Command.withDescription("Check database, imports, disk, clock and outbox; status 1 when one is failing"),
  Command.withExamples([{ command: "tributary health --json", description: "For a machine" }])
)
