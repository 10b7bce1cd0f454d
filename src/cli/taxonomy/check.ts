/** `tributary taxonomy check`: what is wrong with the taxonomy, by file and line. */
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { knownCycles } from "../cycles.ts"
import { CommandFailed } from "../failure.ts"
import { counted, print, printJson, progress } from "../print.ts"
import { json } from "../root.ts"
import { dataDirectory } from "../store.ts"
import { folderFlag, folderOf } from "./folder.ts"

export const check = Command.make(
  "check",
  {
    record: Flag.Boolean("record").pipe(
      Flag.withDescription("When nothing else is wrong, record these contents under their version"),
      Flag.withDefault(false)
    ),
    verbose: Flag.Boolean("verbose").pipe(
      Flag.withDescription("Name every term that occurs in no statement of the corpus"),
      Flag.withDefault(false)
    ),
    json,
    folder: folderFlag
  },
  Effect.fn(function* (flags) {
    const { checkSteps, checkTaxonomy } = yield* Effect.promise(
      () => import("../../normalize/taxonomy/check/index.ts")
    )
    const folder = yield* folderOf(flags.folder)
    const cycles = yield* knownCycles(yield* dataDirectory)
    const { findings, ...result } = yield* Effect.scoped(
      Effect.gen(function* () {
        const bar = yield* progress(checkSteps)
        return yield* checkTaxonomy({ folder, cycles, record: flags.record, onStep: bar.step })
      })
    )
    const errors = findings.filter(({ severity }) => severity === "error")
    const unused = findings.filter(({ check, severity }) => check === "usage" && severity === "warning")
    const quiet = new Set(flags.verbose ? [] : unused)
    const shown = findings.filter((finding) => !quiet.has(finding))
    if (flags.json)
      yield* printJson({ ...result, errors: errors.length, unusedTerms: unused.length, findings: shown })
    else {
      for (const { message, place, severity } of shown) yield* print(`${place}: ${severity}: ${message}`)
      yield* print(
        `Version ${result.version}: ${counted(result.issues, "issue")}, ` +
          `${counted(result.terms, "term")} in ${counted(result.languages, "language")}. ` +
          (errors.length === 0 ? "No errors." : `${counted(errors.length, "error")}.`)
      )
      if (unused.length > 0) {
        const more = flags.verbose ? "" : " (--verbose names them)"
        yield* print(
          `${counted(unused.length, "term")} occur in no statement of the training corpus${more}: rare, or worth a look.`
        )
      }
      if (result.recorded) yield* print(`Version ${result.version} is recorded.`)
    }
    if (errors.length > 0) {
      return yield* new CommandFailed({
        message: `The taxonomy has ${counted(errors.length, "error")}; each is named with its file and line.`
      })
    }
  })
).pipe(
  Command.withDescription("Check the taxonomy: form, structure, ambiguity, languages, crosswalks, version")
)
