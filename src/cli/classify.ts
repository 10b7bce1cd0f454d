/** `tributary classify`: issues and kind of statements given as JSON Lines. */
import { Effect, Schema } from "effect"
import { Command } from "effect/cli"
import { answerJsonLines } from "./json-lines.ts"

const Line = Schema.Struct({ id: Schema.Union([Schema.String, Schema.Finite]), text: Schema.String })

export const classify = Command.make(
  "classify",
  {},
  Effect.fn(function* () {
    const { loadClassifier, classifyLine } = yield* Effect.promise(
      () => import("../normalize/classify/index.ts")
    )
    const classifier = yield* loadClassifier
    yield* answerJsonLines(Line, (lines) =>
      Effect.sync(() => lines.map(({ id, text }) => classifyLine(classifier, id, text)))
    )
  })
).pipe(
  Command.withDescription(
    'Reads JSON Lines {"id","text"} on standard input; writes {"id","language","kind","issues"} in the same order'
  ),
  Command.withExamples([
    { command: "tributary classify < statements.jsonl", description: "Label a file of statements" }
  ])
)
