/** `tributary import`: visits the sources and takes in what is new. */
import { Console, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { JobName } from "../domain/index.ts"
import { CommandFailed } from "./failure.ts"
import { counted, print, printJson, progress } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

const source = Flag.String("source").pipe(
  Flag.withMetavar("ID"),
  Flag.withDescription("Only this source (or all sources of this initiative); may be given several times"),
  Flag.atLeast(0)
)
const due = Flag.Boolean("due").pipe(
  Flag.withDescription("Only sources whose next visit has come, as scheduled imports do"),
  Flag.withDefault(false)
)

const followFlag = Flag.Boolean("follow").pipe(
  Flag.withDescription(
    "When an import is at work in another process, show how it goes on instead of refusing"
  ),
  Flag.withDefault(false)
)

const importJob = JobName.make("import")

/**
 * Shows the import that another process is at, if there is one and that is wanted; tells whether it did.
 * There is one import of a store at a time, so that hosts are asked one request at a time.
 */
const followOther = Effect.fnUntraced(function* (flags: {
  readonly follow: boolean
  readonly json: boolean
}) {
  const { giveUp, standingOf } = yield* Effect.promise(() => import("../jobs/durable/start.ts"))
  const { processWords } = yield* Effect.promise(() => import("../store/index.ts"))
  const standing = yield* standingOf(importJob)
  if (standing._tag === "Free") return false
  const { run } = standing
  if (standing._tag === "Waiting") {
    // This import does what that one had still to do.
    yield* giveUp(run, "interrupted")
    return false
  }
  if (!flags.follow) {
    return yield* new CommandFailed({
      message: `An import is at work already (${processWords(run.process)}): "tributary import --follow" shows it, "tributary jobs cancel ${run.id}" stops it.`
    })
  }
  const { RunProgress } = yield* Effect.promise(() => import("../jobs/run-progress.ts"))
  const { follow } = yield* Effect.promise(() => import("./jobs/follow.ts"))
  const last = yield* Effect.flatMap(RunProgress, ({ watch }) => follow(watch(run.id), flags.json)).pipe(
    Effect.provide(RunProgress.layer)
  )
  if (!flags.json && Option.isSome(last))
    yield* print(`${run.id}: ${last.value.state}; "tributary jobs history" tells more.`)
  return true
})

export const importCommand = Command.make(
  "import",
  { source, due, follow: followFlag, json },
  Effect.fn(function* (flags) {
    const { importNow, layer, reached, RunEvents } = yield* Effect.promise(() => import("../jobs/polling.ts"))
    const { Sources, now } = yield* Effect.promise(() => import("../store/index.ts"))

    yield* Effect.gen(function* () {
      const sources = yield* Sources
      const active = flags.due
        ? yield* sources.listDue(yield* now)
        : yield* sources.list({ status: "approved" })
      const known = yield* sources.list()
      for (const id of flags.source) {
        if (!known.some((one) => one.id === id || one.initiativeId === id)) {
          return yield* new CommandFailed({
            message: `There is no source or initiative ${id}: "tributary registry list" names them.`
          })
        }
      }
      const chosen =
        flags.source.length === 0
          ? active
          : known.filter((one) => flags.source.includes(one.id) || flags.source.includes(one.initiativeId))
      const readable = chosen.filter((one) => one.kind !== "upload")
      if (readable.length === 0) {
        return yield* flags.json
          ? printJson({ runId: null, sources: [], statements: 0, clusters: 0 })
          : print(
              flags.due
                ? "No source is due. Without --due all approved sources are visited."
                : 'No source is approved yet: add one with "tributary registry add".'
            )
      }

      if (yield* followOther(flags)) return

      const report = yield* Effect.scoped(
        Effect.gen(function* () {
          const bar = yield* progress(readable.length)
          const publish = RunEvents.of({
            publish: (event) => {
              if (event._tag !== "SourceFinished") return Effect.void
              const { initiativeId, message, newOutputs, newVersions, outcome, sourceId } = event.report
              const news = reached(outcome)
                ? `${counted(newOutputs, "new output")}, ${counted(newVersions, "changed", "changed")}`
                : message
              return Effect.andThen(bar.step(initiativeId), bar.note(`${sourceId}: ${news}`))
            }
          })
          return yield* importNow({ sources: readable, recheck: flags.due ? "due" : "listed" }).pipe(
            Effect.provideService(RunEvents, publish)
          )
        })
      )

      if (flags.json) return yield* printJson(report)
      const total = (pick: (one: (typeof report.sources)[number]) => number) =>
        report.sources.reduce((sum, one) => sum + pick(one), 0)
      const failing = report.sources.filter((one) => !reached(one.outcome))
      yield* print(
        `${counted(report.sources.length - failing.length, "source")} read, ${failing.length} failed; ` +
          `${counted(
            total((one) => one.newOutputs),
            "new output"
          )}, ` +
          `${total((one) => one.newVersions)} changed, ${total((one) => one.unchanged)} unchanged; ` +
          `${counted(report.statements, "statement")} and ${counted(report.clusters, "cluster")} in the store.`
      )
      for (const one of failing) yield* Console.error(`  ${one.sourceId}: ${one.message}`)
      for (const one of report.sources) {
        for (const notice of one.notices) yield* Console.error(`  ${notice}`)
        for (const failure of one.failures) yield* Console.error(`  ${one.sourceId}: ${failure.message}`)
        for (const warning of one.warnings) yield* Console.error(`  ${one.sourceId}: ${warning}`)
      }
      if (failing.length === report.sources.length) {
        return yield* new CommandFailed({
          message: "No source could be read. The lines above say why; the next import tries again."
        })
      }
    }).pipe(Effect.provide(Layer.provideMerge(layer, existingStore)))
  })
).pipe(
  Command.withDescription("Visit the approved sources and take in what is new or changed"),
  Command.withExamples([
    { command: "tributary import", description: "Visit all approved sources" },
    { command: "tributary import --source norvia-igf/feed", description: "Visit one source" },
    { command: "tributary import --follow", description: "Watch the import that the scheduler is at" },
    { command: "tributary import --due --json", description: "What a scheduled import does, for a machine" }
  ])
)
