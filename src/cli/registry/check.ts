/** `tributary registry check`: what an address holds, how it would be read, and what to mend. */
import { Effect, Layer } from "effect"
import { Argument, Command } from "effect/cli"
import { HttpUrl } from "../../domain/index.ts"
import type { Diagnosis } from "../../ingest/check/index.ts"
import { PartOfInputFailed } from "../failure.ts"
import { columns, counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { turnsWithOthers } from "./turns.ts"

const signs = { pass: "ok", warn: "WARN", fail: "FAIL", "not-applicable": "-" } as const

const printDiagnosis = Effect.fnUntraced(function* (found: Diagnosis) {
  yield* print(found.summary)
  if (found.source !== null) {
    yield* print(`\nREAD AS  ${found.source.kind}  ${found.source.url}`)
    for (const reason of found.source.reasons) yield* print(`  ${reason}`)
    for (const other of found.alternatives.slice(0, 3)) yield* print(`  also: ${other.kind} ${other.url}`)
  }
  yield* print("\nCHECKS")
  yield* print(
    columns(
      ["", "check", "what was seen"],
      found.checks.map(({ message, name, verdict }) => [signs[verdict], name, message])
    )
  )
  const remedies = found.checks.filter(({ remedy }) => remedy !== null)
  if (remedies.length > 0) {
    yield* print("\nTO MEND")
    for (const { name, remedy } of remedies) yield* print(`  ${name}: ${remedy ?? ""}`)
  }
  if (found.items.length > 0) {
    yield* print("\nENTRIES, AS THEY WOULD BE IMPORTED")
    yield* print(
      columns(
        ["date", "kind", "language", "issues", "title"],
        found.items.map(({ publishedAt, reading, title, url }) => [
          publishedAt ?? "no date",
          reading === null ? "(not looked into)" : `${reading.kind}${reading.inDoubt ? "?" : ""}`,
          reading?.language ?? "",
          reading?.issues
            .slice(0, 3)
            .map(({ id }) => id)
            .join(", ") ?? "",
          (title ?? url).slice(0, 70)
        ])
      )
    )
  }
  yield* print(`\n${counted(found.visits, "visit")} in ${(found.durationMs / 1000).toFixed(1)} s.`)
})

export const check = Command.make(
  "check",
  {
    url: Argument.String("url").pipe(
      Argument.withDescription("Address of a site, list, feed or document"),
      Argument.withSchema(HttpUrl)
    ),
    json
  },
  Effect.fn(function* (input) {
    const { checkSource } = yield* Effect.promise(() => import("../../jobs/check-source.ts"))
    const { VisitConfig, Visitor } = yield* Effect.promise(() => import("../../ingest/visit/index.ts"))
    const { Normalizer } = yield* Effect.promise(() => import("../../normalize/normalizer.ts"))
    const services = Layer.merge(Visitor.layerNoDeps, Normalizer.layer).pipe(
      Layer.provide(turnsWithOthers),
      Layer.provideMerge(VisitConfig.layer)
    )
    const found = yield* Effect.provide(checkSource(input.url), services)
    yield* input.json ? printJson(found) : printDiagnosis(found)
    if (found.verdict === "fail") {
      return yield* new PartOfInputFailed({
        message: "At least one check failed; its line says why and what to mend."
      })
    }
  })
).pipe(
  Command.withDescription(
    "Look at an address: what is found, how it would be read, what to mend; stores nothing"
  ),
  Command.withExamples([
    { command: "tributary registry check https://igf.norvia.example/", description: "Diagnose a site" }
  ])
)
