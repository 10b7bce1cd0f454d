/** `tributary status`: how the sources are, what waits for a person, who has not been heard. */
import { Effect, Option } from "effect"
import { minuteOf } from "../domain/instants.ts"
import { Command, Flag } from "effect/cli"
import { columns, counted, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

const all = Flag.Boolean("all").pipe(
  Flag.withDescription("List every source, not only those that need a look"),
  Flag.withDefault(false)
)

const day = (timestamp: string | null) => timestamp?.slice(0, 10) ?? "never"
const minute = (timestamp: string | null) => (timestamp === null ? "now" : minuteOf(timestamp))

export const status = Command.make(
  "status",
  { all, json },
  Effect.fn(function* (flags) {
    const { storeStatus } = yield* Effect.promise(() => import("../jobs/status.ts"))
    const found = yield* storeStatus.pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(found)

    const { counts } = found
    yield* print(
      `${counted(counts.initiatives, "initiative")}, ${counts.heard} with output; ` +
        `${counted(counts.sources, "source")}, ${counts.approved} approved; ` +
        `${counted(counts.outputs, "output")}, ${counts.counting} of the kinds that count; ` +
        `${counted(counts.statements, "statement")}, ${counted(counts.clusters, "cluster")}.`
    )
    yield* Option.match(Option.fromNullishOr(found.lastRun), {
      onNone: () => print('No run yet: "tributary import" makes the first one.'),
      onSome: (run) =>
        print(`Last run ${run.id} (${run.trigger}): ${run.state}, ${minute(run.startedAt)} UTC.`)
    })

    const quiet = new Set(["healthy", "proposed", "paused", "retired"])
    const shown = flags.all ? found.sources : found.sources.filter(({ verdict }) => !quiet.has(verdict))
    const proposed = found.sources.filter(({ verdict }) => verdict === "proposed").length
    if (proposed > 0) {
      yield* print(
        `${counted(proposed, "source")} proposed, not visited until somebody approves: "tributary registry set-status SOURCE approved".`
      )
    }
    if (shown.length > 0) {
      yield* print(`\n${flags.all ? "SOURCES" : "SOURCES THAT NEED A LOOK"}`)
      yield* print(
        columns(
          [
            "source",
            "verdict",
            "last success",
            "last change",
            "next visit (UTC)",
            "why then",
            "what happened"
          ],
          shown.map((one) => [
            one.id,
            one.verdict,
            day(one.lastSuccessAt),
            day(one.lastChangeAt),
            one.nextVisitAt === null && one.verdict !== "waiting" ? "" : minute(one.nextVisitAt),
            one.nextVisitReason ?? "",
            one.message ?? ""
          ])
        )
      )
    }
    if (found.inDoubt.length > 0) {
      yield* print("\nOUTPUTS IN DOUBT (they wait for a person's eye)")
      yield* print(
        columns(
          ["output", "initiative", "read as", "title"],
          found.inDoubt.map((one) => [one.id, one.initiativeId, one.kind, one.title.slice(0, 70)])
        )
      )
    }
    if (found.notHeard.length > 0) {
      yield* print(`\nNOT HEARD YET: ${found.notHeard.join(", ")}`)
    }
  })
).pipe(
  Command.withDescription("Show how the sources are, what waits for a person, and who has not been heard yet")
)
