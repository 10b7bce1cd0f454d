/** `tributary registrations refuse`: a registration is not followed, and its organiser is told why. */
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { print } from "../print.ts"
import { commandLine } from "../user/accounts.ts"
import { registration } from "./flags.ts"
import { loadRegistering, registrationsLayer } from "./layer.ts"

export const refuse = Command.make(
  "refuse",
  {
    id: registration,
    reason: Flag.String("reason").pipe(
      Flag.withDescription("Why; it is mailed to the organiser as it stands")
    )
  },
  Effect.fn(function* ({ id, reason }) {
    const { refuseRegistration } = yield* loadRegistering
    yield* Effect.gen(function* () {
      const refused = yield* refuseRegistration({ id, reason, by: yield* commandLine })
      yield* print(`${id} is refused; the reason goes to ${refused.email}.`)
    }).pipe(Effect.provide(registrationsLayer))
  })
).pipe(
  Command.withDescription("Refuse a registration; the reason is mailed to its organiser"),
  Command.withExamples([
    {
      command:
        "tributary registrations refuse reg-0123456789abcdef --reason 'This page belongs to another initiative.'",
      description: "With the reason that the organiser reads"
    }
  ])
)
