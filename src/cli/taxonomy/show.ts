/** `tributary taxonomy show`: one issue with its labels, scope, neighbours and crosswalk. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { IssueId } from "../../domain/index.ts"
import { knownCycles } from "../cycles.ts"
import { CommandFailed } from "../failure.ts"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { dataDirectory } from "../store.ts"
import { folderFlag, folderOf } from "./folder.ts"

export const show = Command.make(
  "show",
  { issue: Argument.String("issue").pipe(Argument.withSchema(IssueId)), json, folder: folderFlag },
  Effect.fn(function* (flags) {
    const { loadTaxonomy } = yield* Effect.promise(() => import("../../normalize/taxonomy/load.ts"))
    const { loadPublication } = yield* Effect.promise(() => import("../../normalize/taxonomy/publication.ts"))
    const { describeIssue } = yield* Effect.promise(() => import("../../normalize/taxonomy/describe.ts"))
    const folder = yield* folderOf(flags.folder)
    const taxonomy = yield* loadTaxonomy(folder)
    const publication = yield* loadPublication(taxonomy, folder)
    const cycles = yield* knownCycles(yield* dataDirectory)
    const found = describeIssue(taxonomy, publication, cycles, flags.issue)
    if (found === null) {
      return yield* new CommandFailed({
        message: `There is no issue ${flags.issue}: "tributary taxonomy list" names them.`
      })
    }
    if (flags.json) return yield* printJson(found)
    yield* print(`${found.label}\n  ${found.id}, in the area ${found.area}`)
    if (found.definition !== null) yield* print(`\n${found.definition}`)
    yield* print(`\nSCOPE\n${found.scopeNote}`)
    yield* print(
      `\nNEIGHBOURS\n${columns(
        ["relation", "issue"],
        found.neighbours.map(({ id, relation }) => [relation, id])
      )}`
    )
    yield* print(
      `\nCROSSWALK\n${columns(
        ["scheme", "match", "concept"],
        found.crosswalk.map(({ concept, match, scheme }) => [scheme, match, concept])
      )}`
    )
    yield* print(
      `\nLABELS\n${columns(
        ["language", "preferred", "terms", "indicators", "for example"],
        found.languages.map((one) => [
          one.language,
          one.preferred ?? "none",
          String(one.terms),
          String(one.indicators),
          one.examples.join(", ")
        ])
      )}`
    )
  })
).pipe(Command.withDescription("Show an issue: labels, scope, neighbours, matches in other schemes"))
