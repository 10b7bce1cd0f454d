/**
 * The command `tributary`: its subcommands, and the edge where every failure becomes one sentence.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Cause, Console, Effect, Layer } from "effect"
import { CliError, Command } from "effect/cli"
import packageJson from "../../package.json" with { type: "json" }
import { loggingLayer } from "../observe/logging.ts"
import { telemetryLayer } from "../observe/telemetry.ts"
import { init } from "./init.ts"
import { registry } from "./registry/index.ts"
import { registrations } from "./registrations/index.ts"
import { importCommand } from "./import.ts"
import { jobs } from "./jobs/index.ts"
import { add } from "./add.ts"
import { template } from "./template.ts"
import { retention } from "./retention.ts"
import { restore } from "./restore.ts"
import { schedule } from "./schedule.ts"
import { worker } from "./worker.ts"
import { status } from "./status.ts"
import { digest } from "./digest/index.ts"
import { renormalize } from "./renormalize.ts"
import { backup } from "./backup.ts"
import { classify } from "./classify.ts"
import { consolidate } from "./consolidate.ts"
import { kind } from "./kind.ts"
import { extract } from "./extract.ts"
import { feed } from "./feed.ts"
import { visit } from "./visit.ts"
import { robots } from "./robots.ts"
import { archive } from "./archive/index.ts"
import { review } from "./review/index.ts"
import { taxonomy } from "./taxonomy/index.ts"
import { db } from "./db/index.ts"
import { doctor } from "./doctor.ts"
import { serve } from "./serve.ts"
import { organisers } from "./organisers/index.ts"
import { user } from "./user/index.ts"
import { demo } from "./demo.ts"
import { health } from "./health.ts"
import { mail } from "./mail/index.ts"
import { report as reportCommand } from "./report.ts"
import { root } from "./root.ts"

export const tributary = root.pipe(
  Command.withSubcommands([
    init,
    registry,
    registrations,
    importCommand,
    schedule,
    worker,
    jobs,
    doctor,
    backup,
    restore,
    retention,
    add,
    template,
    status,
    health,
    reportCommand,
    mail,
    digest,
    renormalize,
    classify,
    kind,
    consolidate,
    extract,
    feed,
    visit,
    robots,
    archive,
    review,
    taxonomy,
    db,
    serve,
    organisers,
    user,
    demo
  ])
)

const hasMessage = (error: unknown): error is { readonly message: string } =>
  typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"

/** Waits until what was printed has gone out: a failing process ends at once, and a pipe takes 64 KiB at a time. */
const printed = Effect.callback<void>((resume) => {
  process.stdout.write("", () => resume(Effect.void))
})

/** Prints why the program ended: a sentence for what a person can mend, the trace only when asked for. */
const report = (cause: Cause.Cause<unknown>) =>
  Effect.gen(function* () {
    yield* printed
    if (Cause.hasInterruptsOnly(cause)) {
      return yield* Console.error(
        "tributary: stopped. What was complete is kept; the same command goes on from there."
      )
    }
    const error = Cause.squash(cause)
    if (CliError.isCliError(error)) return
    const sentence = hasMessage(error) && error.message !== "" ? error.message : String(error)
    yield* Console.error(`tributary: ${sentence}`)
    if (Cause.hasDies(cause)) yield* Effect.logDebug(Cause.pretty(cause))
  })

/** The command line given in the process's arguments, as it runs: what fails has been told before it ends. */
export const program = Command.run(tributary, { version: packageJson.version }).pipe(
  Effect.provide(telemetryLayer),
  // Not interruptible, so that Ctrl-C is told too.
  Effect.onError(report),
  Effect.provide(Layer.merge(loggingLayer(), NodeServices.layer))
)

/** Runs it and ends the process. */
export const main = () => NodeRuntime.runMain(program, { disableErrorReporting: true })
