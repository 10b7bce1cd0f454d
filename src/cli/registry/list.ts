/** `tributary registry list`. */
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { columns, counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { filterFlags, filterOf } from "./filter.ts"
import { loadRegistry, registryLayer } from "./layer.ts"

export const list = Command.make(
  "list",
  {
    ...filterFlags,
    text: Argument.String("text").pipe(
      Argument.withDescription("Part of the name, id or website; case and accents do not matter"),
      Argument.optional
    ),
    json
  },
  Effect.fn(function* (flags) {
    const { Registry } = yield* loadRegistry
    yield* Effect.gen(function* () {
      const registry = yield* Registry
      const entries = yield* registry.list({
        ...filterOf(flags),
        ...(Option.isSome(flags.text) ? { text: flags.text.value } : {})
      })
      if (flags.json) return yield* printJson(entries)
      if (entries.length === 0) return yield* print("No initiative fits.")
      yield* print(
        columns(
          ["initiative", "type", "UN group", "sources", "approved", "name"],
          entries.map(({ initiative, sources }) => [
            initiative.id,
            initiative.type,
            initiative.unGroups.join(", "),
            String(sources.length),
            String(sources.filter(({ status }) => status === "approved").length),
            initiative.name
          ])
        )
      )
      yield* print(`\n${counted(entries.length, "initiative")}`)
    }).pipe(Effect.provide(registryLayer))
  })
).pipe(Command.withDescription("List the registered initiatives"))
