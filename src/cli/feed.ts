/** `tributary feed`: the items of feed files. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { answerFiles } from "./files.ts"

export const feed = Command.make(
  "feed",
  {
    files: Argument.String("file").pipe(
      Argument.withDescription("RSS, Atom, RDF or JSON Feed, as the bytes came"),
      Argument.atLeast(1)
    )
  },
  Effect.fn(function* ({ files }) {
    const { feedReport, parseFeed } = yield* Effect.promise(() => import("../ingest/feed/index.ts"))
    yield* answerFiles(files, (file, bytes) =>
      Effect.map(Effect.fromResult(parseFeed(bytes, {})), (parsed) => feedReport(file, parsed))
    )
  })
).pipe(
  Command.withDescription('Write one JSON line a file: {"file","format","title","items","warnings"}'),
  Command.withExamples([{ command: "tributary feed feed.xml", description: "See what a feed lists" }])
)
