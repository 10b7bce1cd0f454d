/** `tributary archive export`. */
import { Console, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import packageJson from "../../../package.json" with { type: "json" }
import { InitiativeId } from "../../domain/index.ts"
import { dateFlag } from "../date-flag.ts"
import { CommandFailed, PartOfInputFailed } from "../failure.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

export const exportCommand = Command.make(
  "export",
  {
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("File to write; a name that ends in .warc gives an uncompressed one"),
      Flag.withDefault("tributary.warc.gz")
    ),
    initiative: Flag.String("initiative").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Only this initiative; may be given several times"),
      Flag.withSchema(InitiativeId),
      Flag.atLeast(0)
    ),
    from: dateFlag("from", "First day (UTC) on which bytes were fetched or taken in"),
    to: dateFlag("to", "Last day"),
    json
  },
  Effect.fn(function* (flags) {
    const { exportArchive } = yield* Effect.promise(() => import("../../ingest/archive/index.ts"))
    const { Initiatives } = yield* Effect.promise(() => import("../../store/index.ts"))
    yield* Effect.gen(function* () {
      const known = yield* (yield* Initiatives).list
      for (const id of flags.initiative) {
        if (!known.some((one) => one.id === id)) {
          return yield* new CommandFailed({
            message: `There is no initiative ${id}: "tributary registry list" names them.`
          })
        }
      }
      const from = Option.getOrNull(flags.from)
      const to = Option.getOrNull(flags.to)
      if (from !== null && to !== null && from > to) {
        return yield* new CommandFailed({
          message: `The window ends (${to}) before it begins (${from}): exchange --from and --to.`
        })
      }
      const filter = { initiativeIds: flags.initiative, from, to }
      const report = yield* exportArchive(flags.out, filter, packageJson.version)
      if (flags.json) {
        yield* printJson(report)
      } else {
        yield* print(report.file)
        yield* print(
          `${counted(report.captures, "capture")} of ${counted(report.visits, "visit")} ` +
            `(${report.revisits} brought nothing new), ${counted(report.outputs, "output")}.`
        )
      }
      for (const sentence of report.damaged) yield* Console.error(`  ${sentence}`)
      if (report.damaged.length > 0) {
        return yield* new PartOfInputFailed({
          message: `${counted(report.damaged.length, "damaged capture")} could not be archived; the lines above name them.`
        })
      }
    }).pipe(Effect.provide(existingStore))
  })
).pipe(
  Command.withDescription(
    "Write captures and visits, with all that a store needs to be rebuilt, as WARC 1.1"
  ),
  Command.withExamples([
    { command: "tributary archive export --out 2026.warc.gz", description: "The whole store" },
    {
      command: "tributary archive export --initiative norvia-igf --from 2025-01-01 --out norvia.warc.gz",
      description: "What one initiative published since a day"
    }
  ])
)
