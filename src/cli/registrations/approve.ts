/** `tributary registrations approve`: a registration becomes a source, and its organiser gets a private link. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { HttpUrl, InitiativeId, SourceKind } from "../../domain/index.ts"
import { print } from "../print.ts"
import { commandLine } from "../user/accounts.ts"
import { loadRegistering, registrationsLayer } from "./layer.ts"
import { portalUrl, registration } from "./flags.ts"

export const approve = Command.make(
  "approve",
  {
    id: registration,
    baseUrl: portalUrl,
    initiative: Flag.String("initiative").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Another initiative of the registry, or the id of the new one"),
      Flag.withSchema(InitiativeId),
      Flag.optional
    ),
    kind: Flag.Literals("kind", SourceKind.literals).pipe(
      Flag.withDescription("How the source is read, where the look found nothing or not the best"),
      Flag.optional
    ),
    url: Flag.String("url").pipe(
      Flag.withDescription("Address that is followed, where it is not the one that was found"),
      Flag.withSchema(HttpUrl),
      Flag.optional
    )
  },
  Effect.fn(function* ({ baseUrl, id, initiative, kind, url }) {
    const { approveRegistration } = yield* loadRegistering
    yield* Effect.gen(function* () {
      const done = yield* approveRegistration({
        id,
        by: yield* commandLine,
        baseUrl,
        initiativeId: Option.getOrUndefined(initiative),
        kind: Option.getOrUndefined(kind),
        url: Option.getOrUndefined(url)
      })
      const isNew = done.isNew ? `, which is new: ${done.initiative.name}` : ""
      yield* print(`${done.source.id} is approved: ${done.source.kind}, ${done.source.url}${isNew}`)
      yield* print(`A private link goes to ${done.link.email}.`)
    }).pipe(Effect.provide(registrationsLayer))
  })
).pipe(
  Command.withDescription(
    "Approve a registration: its address is followed, its organiser gets a private link"
  ),
  Command.withExamples([
    {
      command: "tributary registrations approve reg-0123456789abcdef --base-url https://tributary.example/",
      description: "As the organiser registered it"
    }
  ])
)
