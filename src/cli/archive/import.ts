/** `tributary archive import`. */
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { CommandFailed, PartOfInputFailed } from "../failure.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

export const importCommand = Command.make(
  "import",
  {
    files: Argument.String("file").pipe(
      Argument.withDescription("WARC file, compressed or not"),
      Argument.atLeast(1)
    ),
    json
  },
  Effect.fn(function* (flags) {
    const { importArchive } = yield* Effect.promise(() => import("../../ingest/archive/index.ts"))
    const report = yield* importArchive(flags.files).pipe(Effect.provide(existingStore))
    if (flags.json) {
      yield* printJson(report)
    } else {
      yield* print(
        `${counted(report.captures, "new capture")}, ${counted(report.visits, "visit")}, ` +
          `${counted(report.outputs, "output")} in ${counted(report.versions, "version")}, ` +
          `${counted(report.items, "item")}, ${counted(report.reviews, "review")}; ` +
          `${counted(report.records, "record")} read.`
      )
      if (report.repaired > 0) yield* print(`${counted(report.repaired, "damaged capture")} put back.`)
      if (report.passedOver > 0) {
        yield* print(
          `${counted(report.passedOver, "record")} passed over: no successful answer of a web page.`
        )
      }
      if (report.versions > 0) {
        yield* print('Next: "tributary renormalize" derives statements and clusters.')
      }
    }
    for (const sentence of report.problems) yield* Console.error(`  ${sentence}`)
    if (report.records === 0) {
      return yield* new CommandFailed({
        message: `${flags.files.join(", ")}: no WARC record was found; check that it is a WARC file and whole.`
      })
    }
    if (report.problems.length > 0) {
      return yield* new PartOfInputFailed({
        message: `${counted(report.problems.length, "part")} of the archive could not be taken in; the lines above name each.`
      })
    }
  })
).pipe(
  Command.withDescription("Take captures, visits and outputs from WARC files; harmless when done again"),
  Command.withExamples([
    { command: "tributary archive import 2026.warc.gz", description: "Take in an archive" }
  ])
)
