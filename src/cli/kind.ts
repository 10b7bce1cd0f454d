/** `tributary kind`: document kinds of titles and texts given as JSON Lines. */
import { Effect, Schema } from "effect"
import { Command } from "effect/cli"
import { answerJsonLines } from "./json-lines.ts"

const Line = Schema.Struct({
  id: Schema.Union([Schema.String, Schema.Finite]),
  title: Schema.String,
  text: Schema.optionalKey(Schema.NullOr(Schema.String)),
  url: Schema.optionalKey(Schema.NullOr(Schema.String))
})

export const kind = Command.make(
  "kind",
  {},
  Effect.fn(function* () {
    const { decideDocumentKind } = yield* Effect.promise(() => import("../normalize/document-kind/decide.ts"))
    yield* answerJsonLines(Line, (lines) =>
      Effect.sync(() =>
        lines.map(({ id, text, title, url }) => {
          const { counts, documentKind, reasons } = decideDocumentKind({
            title,
            text: text ?? "",
            url: url ?? null
          })
          return { id, documentKind, counts, reasons }
        })
      )
    )
  })
).pipe(
  Command.withDescription(
    'Reads JSON Lines {"id","title","text","url"}; writes {"id","documentKind","counts","reasons"} in the same order'
  )
)
