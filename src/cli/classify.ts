/** `tributary classify`: issues and kind of statements given as JSON Lines. */
import { Effect, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { answerJsonLines } from "./json-lines.ts"

const Line = Schema.Struct({ id: Schema.Union([Schema.String, Schema.Finite]), text: Schema.String })

export const classify = Command.make(
  "classify",
  {
    explain: Flag.Boolean("explain").pipe(
      Flag.withDescription(
        "Write, for a person, the sum behind each label and what to change in the taxonomy"
      ),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ explain }) {
    const { classifyLine, explanationOf, loadClassifier } = yield* Effect.promise(
      () => import("../normalize/classify/index.ts")
    )
    const classifier = yield* loadClassifier
    yield* answerJsonLines(
      Line,
      (lines) =>
        Effect.sync(() =>
          lines.map(({ id, text }) =>
            explain ? explanationOf(classifier, id, text) : classifyLine(classifier, id, text)
          )
        ),
      explain ? { write: (answer) => `${String(answer)}\n` } : {}
    )
  })
).pipe(
  Command.withDescription(
    'Reads JSON Lines {"id","text"} on standard input; writes {"id","language","kind","issues"} in the same order'
  ),
  Command.withExamples([
    { command: "tributary classify < statements.jsonl", description: "Label a file of statements" },
    { command: "tributary classify --explain < statements.jsonl", description: "See what decided each label" }
  ])
)
