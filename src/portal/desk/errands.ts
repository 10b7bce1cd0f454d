/**
 * Sends processes that work for the desk, see work.ts. They go on when the page is left, and end with the
 * portal.
 */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Context, Effect, Layer, Schema } from "effect"
import type { JobRunId } from "../../domain/index.ts"
import { PortalSettings } from "../settings.ts"
import { beginLimit, type Errand, FirstAnswer, type Order } from "./order.ts"

const program = fileURLToPath(new URL("work.ts", import.meta.url))

/** Processes at the same time at most; each has the memory of an import. */
const mostAtOnce = 3

/** The work did not begin; the sentence says why. */
export class NotBegun extends Schema.TaggedError<NotBegun>()("NotBegun", { message: Schema.String }) {}

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(FirstAnswer))

export class Errands extends Context.Service<
  Errands,
  {
    /** Begins the work; gives the run under which it stands in the history. */
    readonly send: (errand: Errand, by: Order["by"]) => Effect.Effect<JobRunId, NotBegun>
  }
>()("tributary/portal/Errands") {
  static readonly layer = Layer.effect(
    Errands,
    Effect.gen(function* () {
      const { dataDirectory } = yield* PortalSettings
      const underWay = new Set<ReturnType<typeof spawn>>()
      yield* Effect.addFinalizer(() =>
        Effect.promise(async () => {
          const ends = [...underWay].map(
            (child) => new Promise<void>((resolve) => child.once("close", () => resolve()))
          )
          for (const child of underWay) child.kill("SIGTERM")
          const late = setTimeout(() => {
            for (const child of underWay) child.kill("SIGKILL")
          }, 8000)
          await Promise.all(ends)
          clearTimeout(late)
        })
      )

      const first = (order: Order) =>
        Effect.callback<string>((resume) => {
          const child = spawn(process.execPath, [program, JSON.stringify(order)], {
            stdio: ["ignore", "pipe", "pipe"]
          })
          underWay.add(child)
          let said = ""
          let wrong = ""
          child.stdout.setEncoding("utf8").on("data", (text: string) => {
            if (said.includes("\n")) return
            said += text
            if (said.includes("\n")) resume(Effect.succeed(said.split("\n", 1)[0] ?? ""))
          })
          child.stderr.setEncoding("utf8").on("data", (text: string) => {
            wrong = (wrong + text).slice(-2000)
          })
          const isOver = () => {
            underWay.delete(child)
            resume(Effect.as(wrong === "" ? Effect.void : Effect.logError(`desk: ${wrong}`), said))
          }
          child.once("error", isOver).once("close", isOver)
        })

      const send = Effect.fn("Errands.send")(function* (errand: Errand, by: Order["by"]) {
        if (underWay.size >= mostAtOnce) {
          return yield* new NotBegun({
            message: "Enough is at work already: wait until something of it has ended."
          })
        }
        const line = yield* first({ dataDirectory, by, errand }).pipe(
          Effect.timeoutOrElse({ duration: beginLimit, orElse: () => Effect.succeed("") })
        )
        const told = decode(line)
        if (told._tag === "None") {
          return yield* new NotBegun({
            message: "The work did not begin in time: look at the list of runs, and try again."
          })
        }
        if ("refused" in told.value) return yield* new NotBegun({ message: told.value.refused })
        return told.value.run
      })

      return Errands.of({ send })
    })
  )
}
