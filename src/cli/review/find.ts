/** `tributary review find`: statements by their words, issue or initiative, with their ids. */
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { InitiativeId, IssueId } from "../../domain/index.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

/** Case and accents do not matter to a person who looks for words. */
const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/gu, " ").toLowerCase()

export const find = Command.make(
  "find",
  {
    words: Argument.String("words").pipe(
      Argument.withDescription("A part of the statement; case and accents do not matter"),
      Argument.optional
    ),
    issue: Flag.String("issue").pipe(
      Flag.withMetavar("ISSUE"),
      Flag.withDescription("Only statements under this issue"),
      Flag.withSchema(IssueId),
      Flag.optional
    ),
    initiative: Flag.String("initiative").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Only statements of this initiative"),
      Flag.withSchema(InitiativeId),
      Flag.optional
    ),
    limit: Flag.Int("limit").pipe(Flag.withDescription("Show so many at most"), Flag.withDefault(20)),
    json
  },
  Effect.fn(function* (flags) {
    const { Statements } = yield* Effect.promise(() => import("../../store/index.ts"))
    const statements = yield* Effect.flatMap(Statements, (all) =>
      all.list({
        ...(Option.isSome(flags.issue) ? { issue: flags.issue.value } : {}),
        ...(Option.isSome(flags.initiative) ? { initiativeId: flags.initiative.value } : {})
      })
    ).pipe(Effect.provide(existingStore))
    const wanted = plain(Option.getOrElse(flags.words, () => ""))
    const found = statements.filter(({ text }) => plain(text).includes(wanted))
    const shown = found.slice(0, Math.max(0, flags.limit))
    if (flags.json) return yield* printJson(shown)
    for (const { id, initiativeId, issues, kind, language, text } of shown) {
      const labels = issues.map((issue) => `${issue.id} ${issue.score.toFixed(2)}`).join(", ")
      yield* print(`${id}  ${initiativeId}  ${language}  ${kind}  ${labels || "no issue"}\n  ${text}\n`)
    }
    const more = found.length > shown.length ? ` (${shown.length} shown: --limit shows more)` : ""
    yield* print(`${counted(found.length, "statement")}${more}`)
  })
).pipe(Command.withDescription("Find statements and their ids by words, issue or initiative"))
