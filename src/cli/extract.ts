/** `tributary extract`: the text and blocks of files. */
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { answerFiles } from "./files.ts"

export const extract = Command.make(
  "extract",
  {
    files: Argument.String("file").pipe(
      Argument.withDescription(".html, .html.gz, .pdf, .docx, .txt or .md"),
      Argument.atLeast(1)
    ),
    baseUrl: Flag.String("base-url").pipe(
      Flag.withMetavar("URL"),
      Flag.withDescription("Address that the files came from, for relative links"),
      Flag.optional
    )
  },
  Effect.fn(function* ({ baseUrl, files }) {
    const { extractDocument, extractLine } = yield* Effect.promise(() => import("../ingest/extract/index.ts"))
    yield* answerFiles(files, (file, bytes) =>
      Effect.map(
        extractDocument({
          bytes,
          mediaType: null,
          charset: null,
          url: Option.getOrNull(baseUrl),
          fileName: file
        }),
        (document) => extractLine(file, document)
      )
    )
  })
).pipe(
  Command.withDescription(
    'Write one JSON line a file: {"file","title","language","publishedAt","text","blocks"}'
  ),
  Command.withExamples([
    { command: "tributary extract report.pdf page.html", description: "See what is read of two files" }
  ])
)
