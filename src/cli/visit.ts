/** `tributary visit`: one guarded visit to each URL, without import. */
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { PartOfInputFailed } from "./failure.ts"

const urls = Argument.String("url").pipe(
  Argument.withDescription("http or https address"),
  Argument.atLeast(1)
)

export const visit = Command.make(
  "visit",
  { urls },
  Effect.fn(function* ({ urls }) {
    const { Visitor } = yield* Effect.promise(() => import("../ingest/visit/index.ts"))
    yield* Effect.gen(function* () {
      const visitor = yield* Visitor
      let failed = 0
      for (const url of urls) {
        const result = yield* visitor.visit({ url, purpose: "check" })
        if (result.outcome !== "ok") failed++
        yield* Console.log(
          JSON.stringify({
            url,
            finalUrl: result.finalUrl,
            outcome: result.outcome,
            status: result.status,
            mediaType: result.mediaType,
            bytes: result.bytes,
            message: result.message
          })
        )
      }
      if (failed > 0) {
        return yield* new PartOfInputFailed({
          message: `${failed} of ${urls.length} visits brought nothing; their lines say why.`
        })
      }
    }).pipe(Effect.provide(Visitor.layer))
  })
).pipe(
  Command.withDescription("Make one guarded visit to each URL and say in a JSON line what came of it"),
  Command.withExamples([
    { command: "tributary visit https://example.org/feed", description: "Try an address" }
  ])
)
