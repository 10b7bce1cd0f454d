/** `tributary organisers list`: who has a private link to which initiative. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

const day = (timestamp: string | null) => (timestamp === null ? "never" : timestamp.slice(0, 10))

export const list = Command.make(
  "list",
  { json },
  Effect.fn(function* (flags) {
    const { OrganiserLinks } = yield* Effect.promise(() => import("../../store/index.ts"))
    const links = yield* Effect.flatMap(OrganiserLinks, (own) => own.list()).pipe(
      Effect.provide(existingStore)
    )
    if (flags.json) return yield* printJson(links)
    if (links.length === 0) {
      return yield* print(
        'Nobody has a private link yet: approve a registration, or "tributary organisers link INITIATIVE EMAIL" makes one.'
      )
    }
    yield* print(
      columns(
        ["address", "initiative", "made", "last used", "state"],
        links.map((link) => [
          link.email,
          link.initiativeId,
          day(link.madeAt),
          day(link.lastUsedAt),
          link.revokedAt === null ? "" : "withdrawn"
        ])
      )
    )
  })
).pipe(
  Command.withDescription("List the private links of organisers, without their secrets"),
  Command.withExamples([{ command: "tributary organisers list", description: "Who can open which page" }])
)
