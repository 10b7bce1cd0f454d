/** `tributary organisers revoke`: takes the private links of an organiser out of force. */
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { InitiativeId } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { counted, print } from "../print.ts"
import { existingStore } from "../store.ts"
import { commandLine } from "../user/accounts.ts"

export const revoke = Command.make(
  "revoke",
  {
    email: Argument.String("email").pipe(Argument.withDescription("Mail address of the organiser")),
    initiative: Flag.String("initiative").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Only the links to this initiative"),
      Flag.withSchema(InitiativeId),
      Flag.optional
    )
  },
  Effect.fn(function* ({ email, initiative }) {
    const { revokeLinks } = yield* Effect.promise(() => import("../../jobs/organisers/index.ts"))
    const count = yield* revokeLinks(email, Option.getOrNull(initiative), yield* commandLine).pipe(
      Effect.provide(existingStore)
    )
    if (count === 0) {
      return yield* new CommandFailed({
        message: `${email} has no link in force: "tributary organisers list" names those that are.`
      })
    }
    yield* print(
      `${counted(count, "link")} withdrawn; open pages are closed, and no new link is mailed there.`
    )
  })
).pipe(
  Command.withDescription("Withdraw the private links of an organiser"),
  Command.withExamples([
    { command: "tributary organisers revoke amina@kigf.example", description: "All links of an address" }
  ])
)
