/** `tributary registrations list`: what organisers sent, and how it stands. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { RegistrationState } from "../../domain/index.ts"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"
import { loadRegistering } from "./layer.ts"

export const list = Command.make(
  "list",
  {
    state: Flag.Literals("state", RegistrationState.literals).pipe(
      Flag.withDescription("Only those in this state; those that await approval when none is named"),
      Flag.withDefault("awaiting-approval" as const)
    ),
    all: Flag.Boolean("all").pipe(Flag.withDescription("Those in every state"), Flag.withDefault(false)),
    json
  },
  Effect.fn(function* (input) {
    const { Registrations } = yield* Effect.promise(() => import("../../store/index.ts"))
    const { diagnosisOf } = yield* loadRegistering
    yield* Effect.gen(function* () {
      const registrations = yield* Registrations
      yield* registrations.expire
      const found = yield* registrations.list(input.all ? {} : { state: input.state })
      if (input.json) return yield* printJson(found)
      if (found.length === 0) {
        return yield* print(input.all ? "Nobody has registered yet." : `None is ${input.state}.`)
      }
      yield* print(
        columns(
          ["id", "state", "received", "initiative", "address", "check", "proof", "mail"],
          found.map((one) => [
            one.id,
            one.state,
            one.createdAt.slice(0, 10),
            one.initiativeId ?? `new: ${one.newInitiative?.name ?? ""}`,
            one.source?.url ?? one.url,
            Option.match(diagnosisOf(one), { onNone: () => "-", onSome: ({ verdict }) => verdict }),
            one.proof?.method ?? "none",
            one.email
          ])
        )
      )
      for (const { id, remark } of found) {
        if (remark !== "") yield* print(`\n${id} remarks: ${remark.replace(/\s+/g, " ")}`)
      }
    }).pipe(Effect.provide(existingStore))
  })
).pipe(
  Command.withDescription("List registrations; those that await approval unless another state is named"),
  Command.withExamples([
    { command: "tributary registrations list", description: "What waits for a decision" }
  ])
)
