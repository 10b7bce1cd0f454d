/** `tributary user list`: who may sign in. */
import { Effect } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { Command } from "effect/cli"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

export const list = Command.make(
  "list",
  { json },
  Effect.fn(function* (flags) {
    const { People } = yield* Effect.promise(() => import("../../store/index.ts"))
    const people = yield* Effect.gen(function* () {
      return yield* (yield* People).list
    }).pipe(Effect.provide(existingStore))
    // What lets somebody in stays in the store.
    const told = people.map((one) => ({
      id: one.id,
      name: one.name,
      address: one.address,
      role: one.role,
      secondFactor: one.totpSecret !== null,
      secondFactorAskedAt: one.factorAskedAt,
      identityProvider: one.subject !== null,
      createdAt: one.createdAt,
      signedInAt: one.signedInAt,
      disabledAt: one.disabledAt
    }))
    if (flags.json) return yield* printJson(told)
    if (told.length === 0) {
      return yield* print(
        'Nobody may sign in yet: "tributary user add ADDRESS --name NAME --role admin" adds somebody.'
      )
    }
    yield* print(
      columns(
        ["address", "name", "role", "second factor", "last sign-in (UTC)", "state"],
        told.map((one) => [
          one.address,
          one.name,
          one.role,
          one.secondFactor
            ? "yes"
            : one.secondFactorAskedAt === null
              ? "no"
              : `asked for since ${one.secondFactorAskedAt.slice(0, 10)}`,
          one.signedInAt === null ? "never" : minuteOf(one.signedInAt),
          one.disabledAt === null ? "" : "disabled"
        ])
      )
    )
  })
).pipe(
  Command.withDescription("List the people who may sign in"),
  Command.withExamples([
    { command: "tributary user list", description: "Who may sign in, and since when not any more" }
  ])
)
