/**
 * Filters over JSON Lines: one JSON value a line from standard input, one answer a line, in the same order.
 *
 * A line that cannot be read gets one line on standard error with its number; the rest goes on, and the
 * command ends with status 2.
 */
import { Effect, Predicate, Result, Schema, Stdio, Stream } from "effect"
import { PartOfInputFailed } from "./failure.ts"

/** The reader of our output went away, as `head` does: an end, not a failure. */
const isClosedPipe = (error: unknown): boolean =>
  Predicate.hasProperty(error, "reason") && String(error.reason).includes("EPIPE")

/**
 * Reads lines from standard input, decodes each with the schema, and writes one JSON line for each answer.
 *
 * @param answer gets the decoded lines that have come so far (with `wholeInput`: all of them) and gives
 *   as many answers in the same order.
 */
export const answerJsonLines = <A, E, R>(
  schema: Schema.Codec<A, unknown>,
  answer: (lines: ReadonlyArray<A>) => Effect.Effect<ReadonlyArray<unknown>, E, R>,
  options: {
    readonly wholeInput?: boolean
    /** How an answer is written; as a line of JSON where nothing is said. */
    readonly write?: (answer: unknown) => string
  } = {}
) =>
  Effect.gen(function* () {
    const stdio = yield* Stdio.Stdio
    const decode = Schema.decodeUnknownResult(Schema.fromJsonString(schema))
    let number = 0
    let unreadable = 0

    const accept = Effect.fnUntraced(function* (lines: ReadonlyArray<string>) {
      const good: Array<A> = []
      for (const line of lines) {
        number++
        if (line.trim() === "") continue
        const decoded = decode(line)
        if (Result.isSuccess(decoded)) {
          good.push(decoded.success)
        } else {
          unreadable++
          const reason = decoded.failure.message.split("\n").join(" ").slice(0, 200)
          yield* Effect.sync(() =>
            process.stderr.write(`line ${number}: not the JSON expected here: ${reason}\n`)
          )
        }
      }
      const answers = yield* answer(good)
      return answers.map(options.write ?? ((value) => `${JSON.stringify(value)}\n`)).join("")
    })

    const lines = stdio.stdin.pipe(Stream.decodeText, Stream.splitLines)
    const answered =
      options.wholeInput === true
        ? Stream.fromEffect(Effect.flatMap(Stream.runCollect(lines), accept))
        : lines.pipe(Stream.chunks, Stream.mapEffect(accept))
    yield* answered.pipe(
      Stream.run(stdio.stdout({ endOnDone: false })),
      Effect.catchIf(isClosedPipe, () => Effect.void)
    )
    if (unreadable > 0) {
      return yield* new PartOfInputFailed({
        message: `${unreadable} of ${number} lines could not be read; the others were answered.`
      })
    }
  })
