/** `tributary registry show`. */
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { InitiativeId } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { loadRegistry, registryLayer } from "./layer.ts"

export const show = Command.make(
  "show",
  { id: Argument.String("initiative").pipe(Argument.withSchema(InitiativeId)), json },
  Effect.fn(function* (flags) {
    const { Registry } = yield* loadRegistry
    yield* Effect.gen(function* () {
      const registry = yield* Registry
      const found = yield* registry.show(flags.id)
      if (Option.isNone(found)) {
        return yield* new CommandFailed({
          message: `There is no initiative ${flags.id}: "tributary registry list" names them.`
        })
      }
      if (flags.json) return yield* printJson(found.value)
      const { initiative, sources } = found.value
      yield* print(initiative.name)
      yield* print(
        `  ${initiative.type}, ${initiative.unGroups.join(", ")}${initiative.country === null ? "" : `, ${initiative.country}`}`
      )
      yield* print(`  languages: ${initiative.languages.join(", ") || "not known"}`)
      yield* print(`  website: ${initiative.website ?? "not known"}`)
      yield* print(`  evidence: ${initiative.evidenceUrl ?? "none: background knowledge, not verified"}`)
      if (sources.length === 0) return yield* print('  No source yet: "tributary registry add" adds one.')
      yield* print("")
      yield* print(
        columns(
          ["source", "kind", "status", "verified", "address"],
          sources.map((source) => [
            source.id,
            source.kind,
            source.status,
            source.verified ? "yes" : "no",
            source.url
          ])
        )
      )
    }).pipe(Effect.provide(registryLayer))
  })
).pipe(Command.withDescription("Show an initiative and its sources"))
