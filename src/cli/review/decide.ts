/** `tributary review relabel`, `kind`, `exclude`, `restore`, `merge`, `split`, `document-kind`, `correct-date`, `undo`. */
import { Config, Effect, Layer, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import {
  DocumentKind,
  IsoDate,
  IssueId,
  OutputId,
  type Review,
  type ReviewDecision,
  ReviewId,
  StatementId,
  StatementKind
} from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { print, printJson, progress } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"
import { decisionText } from "./words.ts"

const signature = {
  by: Flag.String("by").pipe(
    Flag.withMetavar("NAME"),
    Flag.withDescription("Your name; it stays with the decision (default: $TRIBUTARY_REVIEWER)"),
    Flag.withFallbackConfig(Config.String("TRIBUTARY_REVIEWER")),
    Flag.withSchema(Schema.NonEmptyString)
  ),
  reason: Flag.String("reason").pipe(
    Flag.withMetavar("TEXT"),
    Flag.withDescription("Why, in a sentence"),
    Flag.withDefault("")
  ),
  json
}

const statement = Argument.String("statement").pipe(
  Argument.withSchema(StatementId),
  Argument.withDescription('As "tributary review find" names it')
)
const output = Argument.String("output").pipe(
  Argument.withSchema(OutputId),
  Argument.withDescription('As "tributary status" names it')
)

type Signature = { readonly by: string; readonly json: boolean; readonly reason: string }

const tell = Effect.fnUntraced(function* (json: boolean, kept: ReadonlyArray<Review>) {
  if (json) return yield* printJson(kept)
  for (const review of kept)
    yield* print(`Review ${review.id} by ${review.by}: ${decisionText(review.decision)}.`)
})

/** Keeps the decisions, derives again what they concern, and says so. */
const decide = Effect.fnUntraced(function* (
  { by, json, reason }: Signature,
  decisions: ReadonlyArray<ReviewDecision>
) {
  const jobs = yield* Effect.promise(() => import("../../jobs/index.ts"))
  const { Outputs } = yield* Effect.promise(() => import("../../store/index.ts"))
  const kept = yield* Effect.scoped(
    Effect.gen(function* () {
      const bar = yield* progress((yield* (yield* Outputs).list()).length)
      return yield* jobs.review(by, reason, decisions, (_done, _total, title) => bar.step(title))
    })
  ).pipe(Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
  yield* tell(json, kept)
})

const decodeIssues = Schema.decodeUnknownEffect(Schema.Array(IssueId))

export const relabel = Command.make(
  "relabel",
  {
    statement,
    issues: Flag.String("issues").pipe(
      Flag.withMetavar("A,B"),
      Flag.withDescription('One to three issues parted by commas, the weightiest first; or "none"')
    ),
    kind: Flag.Literals("kind", StatementKind.literals).pipe(
      Flag.withDescription("Its kind too, where that is wrong"),
      Flag.optional
    ),
    ...signature
  },
  Effect.fn(function* ({ issues, kind, statement: statementId, ...signed }) {
    const named = issues
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
    if (named.length === 0) {
      return yield* new CommandFailed({ message: 'Name the issues after --issues, or say "none".' })
    }
    const ids = yield* decodeIssues(named.length === 1 && named[0] === "none" ? [] : named).pipe(
      Effect.mapError(
        () =>
          new CommandFailed({
            message: `No issue is called like one of ${named.join(", ")}: "tributary taxonomy list" names them.`
          })
      )
    )
    yield* decide(signed, [
      ...(Option.isSome(kind) ? [{ _tag: "statement-kind" as const, statementId, kind: kind.value }] : []),
      { _tag: "relabel", statementId, issues: ids }
    ])
  })
).pipe(Command.withDescription("Say which issues a statement has"))

export const kind = Command.make(
  "kind",
  { statement, kind: Argument.Literals("kind", StatementKind.literals), ...signature },
  ({ kind, statement: statementId, ...signed }) =>
    decide(signed, [{ _tag: "statement-kind", statementId, kind }])
).pipe(Command.withDescription("Say of which kind a statement is"))

export const exclude = Command.make(
  "exclude",
  { statement, ...signature },
  ({ statement: statementId, ...signed }) => decide(signed, [{ _tag: "exclude", statementId }])
).pipe(Command.withDescription("Keep a statement out of every digest to come"))

export const restore = Command.make(
  "restore",
  { statement, ...signature },
  ({ statement: statementId, ...signed }) => decide(signed, [{ _tag: "restore", statementId }])
).pipe(
  Command.withDescription(
    "Show a statement again as the program finds it, whatever was excluded, merged or split"
  )
)

export const merge = Command.make(
  "merge",
  {
    statement,
    into: Argument.String("into").pipe(
      Argument.withSchema(StatementId),
      Argument.withDescription("The statement that says the same")
    ),
    ...signature
  },
  ({ into, statement: statementId, ...signed }) => decide(signed, [{ _tag: "merge", statementId, into }])
).pipe(Command.withDescription("Say that a statement says what another one says"))

export const split = Command.make(
  "split",
  { statement, ...signature },
  ({ statement: statementId, ...signed }) => decide(signed, [{ _tag: "split", statementId }])
).pipe(Command.withDescription("Take a statement out of its cluster, for good"))

export const undo = Command.make(
  "undo",
  {
    review: Argument.Int("review").pipe(
      Argument.withSchema(ReviewId),
      Argument.withDescription('Its number, as "tributary review list" names it'),
      Argument.atLeast(1)
    ),
    ...signature
  },
  Effect.fn(function* ({ by, json, reason, review }) {
    const jobs = yield* Effect.promise(() => import("../../jobs/index.ts"))
    const { overtaken, reviews } = yield* jobs
      .takeBack(by, reason, review)
      .pipe(Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
    yield* tell(json, reviews)
    if (!json && overtaken.length > 0) {
      yield* print(`Overtaken by newer decisions, which stay: ${overtaken.join(", ")}.`)
    }
  })
).pipe(Command.withDescription("Take decisions back: what stood before them is decided anew"))

export const documentKind = Command.make(
  "document-kind",
  { output, kind: Argument.Literals("kind", DocumentKind.literals), ...signature },
  ({ kind, output: outputId, ...signed }) => decide(signed, [{ _tag: "document-kind", outputId, kind }])
).pipe(Command.withDescription("Say of which kind an output is"))

export const correctDate = Command.make(
  "correct-date",
  { output, date: Argument.String("date").pipe(Argument.withSchema(IsoDate)), ...signature },
  ({ date: publishedAt, output: outputId, ...signed }) =>
    decide(signed, [{ _tag: "correct-date", outputId, publishedAt }])
).pipe(Command.withDescription("Say when an output was published"))
