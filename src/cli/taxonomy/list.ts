/** `tributary taxonomy list`: the issues by area. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { columns, counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { folderFlag, folderOf } from "./folder.ts"

export const list = Command.make(
  "list",
  { json, folder: folderFlag },
  Effect.fn(function* (flags) {
    const { loadTaxonomy } = yield* Effect.promise(() => import("../../normalize/taxonomy/load.ts"))
    const { areas, issues, terms, version } = yield* loadTaxonomy(yield* folderOf(flags.folder))
    const counts = Map.groupBy(terms, ({ issue }) => issue)
    const rows = issues.map(({ area, id, label }) => ({
      id,
      area,
      label,
      terms: counts.get(id)?.length ?? 0
    }))
    if (flags.json) return yield* printJson({ version, areas, issues: rows })
    yield* print(
      columns(
        ["area", "issue", "terms", "label"],
        rows.map(({ area, id, label, terms: count }) => [area, id, count.toLocaleString("en"), label])
      )
    )
    yield* print(
      `\nVersion ${version}: ${counted(issues.length, "issue")} in ${counted(areas.length, "area")}, ` +
        `${counted(terms.length, "term")} in ${counted(new Set(terms.map(({ language }) => language)).size, "language")}.`
    )
  })
).pipe(Command.withDescription("List the issues by area, with how many terms each has"))
