/** `tributary add`: takes in a report that came by mail. */
import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { DocumentKind, InitiativeId } from "../domain/index.ts"
import { dateFlag } from "./date-flag.ts"
import { acknowledgement, formWords, partLabel } from "../form/index.ts"
import { CommandFailed } from "./failure.ts"
import { counted, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

const flags = {
  file: Argument.String("file").pipe(
    Argument.withDescription("HTML, PDF, DOCX, Markdown or plain text; also the reporting form, filled in")
  ),
  initiative: Flag.String("initiative").pipe(
    Flag.withMetavar("ID"),
    Flag.withDescription("The initiative whose output it is"),
    Flag.withSchema(InitiativeId)
  ),
  date: dateFlag("date", "Date of publication, when the document does not state it"),
  title: Flag.String("title").pipe(
    Flag.withDescription("Title, when the document does not state it"),
    Flag.optional
  ),
  kind: Flag.Literals("kind", DocumentKind.literals).pipe(
    Flag.withDescription("Kind of document, when you know better than the program (kept as a review)"),
    Flag.optional
  ),
  by: Flag.String("by").pipe(
    Flag.withDescription("Your name, for the review that --kind makes"),
    Flag.withDefault("Secretariat")
  ),
  json
}

export const add = Command.make(
  "add",
  flags,
  Effect.fn(function* ({ by, date, file, initiative, json, kind, title }) {
    const { addFile, layer } = yield* Effect.promise(() => import("../jobs/index.ts"))
    const bytes = yield* Effect.tryPromise({
      try: () => readFile(file),
      catch: () =>
        new CommandFailed({ message: `The file ${file} could not be read: check its name and rights.` })
    })
    const added = yield* addFile({
      initiativeId: initiative,
      fileName: basename(file),
      bytes,
      title: Option.getOrNull(title),
      publishedAt: Option.getOrNull(date),
      kind: Option.getOrNull(kind),
      by
    }).pipe(Effect.provide(Layer.provideMerge(layer, existingStore)))

    const { document, output, statements } = added
    if (json) {
      const { form = null, warnings } = document
      return yield* printJson({ output, statements, warnings, form })
    }
    yield* print(output.title)
    yield* print(
      `  ${output.kind}, ${output.language}, ${output.publishedAt ?? "no date"}, output ${output.id}`
    )
    for (const reason of output.kindReasons) yield* print(`  ${reason}`)
    yield* print(`  ${counted(statements, "statement")}`)
    for (const warning of document.warnings) yield* print(`  ${warning}`)
    const { form } = document
    if (form !== undefined) {
      const figures = form.participation.map(
        ({ figure, stated }) => `${partLabel(formWords("en"), figure)} ${stated}`
      )
      if (figures.length > 0) yield* print(`  Who took part: ${figures.join("; ")}`)
      if (form.language !== "en" && statements > 0) {
        yield* print(`  To send on: ${acknowledgement(form.language, form.missing)}`)
      }
    }
    if (output.publishedAt === null) {
      yield* print(
        "  Without a date it is listed apart in a digest and not counted: give it with --date YYYY-MM-DD."
      )
    }
  })
).pipe(
  Command.withDescription("Take in a report that came by mail, as an output of an initiative"),
  Command.withExamples([
    {
      command: "tributary add report.pdf --initiative norvia-igf --date 2025-11-04",
      description: "Add a report"
    }
  ])
)
