/** `tributary consolidate`: duplicates and clusters of statements given as JSON Lines. */
import { Effect, Schema } from "effect"
import { Command } from "effect/cli"
import { answerJsonLines } from "./json-lines.ts"

const Line = Schema.Struct({
  id: Schema.Union([Schema.String, Schema.Finite]),
  initiative: Schema.String,
  text: Schema.String
})

export const consolidate = Command.make(
  "consolidate",
  {},
  Effect.fn(function* () {
    const module = yield* Effect.promise(() => import("../normalize/consolidate/consolidate.ts"))
    const { detectLanguage } = yield* Effect.promise(() => import("../normalize/language/detect.ts"))
    const { classifyLine, loadClassifier } = yield* Effect.promise(
      () => import("../normalize/classify/index.ts")
    )
    const classifier = yield* loadClassifier
    yield* answerJsonLines(
      Line,
      (lines) =>
        Effect.sync(() => {
          const found = module.consolidate(
            lines.map(({ id, initiative, text }) => ({
              id: String(id),
              initiative,
              text,
              language: detectLanguage(text).language,
              // Across languages the issues of a statement help to see what it says.
              concepts: classifyLine(classifier, id, text).issues.map((issue) => issue.id)
            }))
          )
          const given = new Map(lines.map(({ id }) => [String(id), id] as const))
          return found.map(({ cluster, duplicateOf, id }) => ({
            id: given.get(id) ?? id,
            duplicateOf: duplicateOf === null ? null : (given.get(duplicateOf) ?? duplicateOf),
            cluster
          }))
        }),
      { wholeInput: true }
    )
  })
).pipe(
  Command.withDescription(
    'Reads JSON Lines {"id","initiative","text"}; writes {"id","duplicateOf","cluster"} in the same order'
  )
)
