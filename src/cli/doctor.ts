/** `tributary doctor`: looks at all that the program needs, and says what to do. */
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { columns, counted, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { dataDirectory, existingStore } from "./store.ts"

const marks = { ok: "ok", warn: "look", fail: "FAIL" } as const

export const doctor = Command.make(
  "doctor",
  {
    network: Flag.Boolean("network").pipe(
      Flag.withDescription("Look up the name of a source's host, and compare its clock with ours, too"),
      Flag.withDefault(false)
    ),
    all: Flag.Boolean("all").pipe(
      Flag.withDescription("Hash all captures again, instead of a hundred"),
      Flag.withDefault(false)
    ),
    json
  },
  Effect.fn(function* (flags) {
    const { examineFiles, examineProgram, examineStore } = yield* Effect.promise(
      () => import("../jobs/doctor/index.ts")
    )
    const directory = yield* dataDirectory
    const program = yield* examineProgram(directory)
    const store = yield* examineStore({ directory, network: flags.network, allCaptures: flags.all }).pipe(
      Effect.provide(existingStore),
      Effect.catch((error) =>
        Effect.map(examineFiles(directory), (files) => [
          ...files,
          { name: "store", state: "fail" as const, sentence: error.message, remedy: null }
        ])
      )
    )
    const findings = [...program, ...store]
    const failing = findings.filter(({ state }) => state === "fail")
    if (flags.json) yield* printJson({ findings })
    else {
      yield* print(
        columns(
          ["", "what", "found"],
          findings.map(({ name, remedy, sentence, state }) => [
            marks[state],
            name,
            remedy === null ? sentence : `${sentence} → ${remedy}`
          ])
        )
      )
    }
    if (failing.length > 0) {
      return yield* new CommandFailed({
        message: `${counted(failing.length, "thing")} must be mended: ${failing.map(({ name }) => name).join(", ")}.`
      })
    }
  })
).pipe(
  Command.withDescription("Look at configuration, store, clock, disk, mail and model; say what to do"),
  Command.withExamples([
    { command: "tributary doctor", description: "All that can be seen on this machine" },
    { command: "tributary doctor --network --all", description: "Names of hosts and every capture too" }
  ])
)
