/** `tributary retention`: takes out what a rule lets go; nothing goes unless it is asked for. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { counted, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

/** Days below which a rule would touch what the next runs still need. */
const leastDays = 30

const days = (name: string, what: string) =>
  Flag.Int(name).pipe(Flag.withMetavar("DAYS"), Flag.withDescription(what), Flag.optional)

export const retention = Command.make(
  "retention",
  {
    visits: days(
      "visits",
      "Visits that brought no body go after so many days, but for the last of each address"
    ),
    listings: days(
      "listings",
      "Bodies of feeds and listing pages go after so many days, but for the newest of each address"
    ),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Only tell what would go"),
      Flag.withDefault(false)
    ),
    json
  },
  Effect.fn(function* (flags) {
    const { now, Retention, timestampOf } = yield* Effect.promise(() => import("../store/index.ts"))
    const wanted = [flags.visits, flags.listings].flatMap(Option.toArray)
    if (wanted.length === 0 || wanted.some((number) => number < leastDays)) {
      return yield* new CommandFailed({
        message: `Nothing goes unless a rule is named: give --visits or --listings with a number of days, ${leastDays} at least.`
      })
    }
    const at = Date.parse(yield* now)
    const before = (own: Option.Option<number>) =>
      Option.getOrNull(Option.map(own, (number) => timestampOf(at - number * 86_400_000)))
    const rules = { visitsBefore: before(flags.visits), listingsBefore: before(flags.listings) }
    const { captures, visits } = yield* Effect.flatMap(Retention, (service) =>
      flags.dryRun ? service.plan(rules) : service.carryOut(rules)
    ).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson({ dryRun: flags.dryRun, visits, captures })
    const bytes = captures.reduce((sum, own) => sum + own.bytes, 0)
    yield* print(
      `${counted(visits, "visit")} without a body and ${counted(captures.length, "body", "bodies")} of listings ` +
        `(${counted(bytes, "byte")}) ${flags.dryRun ? "would go" : "went; each is recorded"}. ` +
        "Versions, and what a release cites, stay."
    )
  })
).pipe(
  Command.withDescription("Take out old visits and listings by a rule; documents and releases always stay"),
  Command.withExamples([
    {
      command: "tributary retention --visits 400 --listings 400 --dry-run",
      description: "What would go of what is older than 400 days"
    }
  ])
)
