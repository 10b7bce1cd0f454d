/** `tributary template`: the reporting form that an initiative fills in. */
import { writeFile } from "node:fs/promises"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { digestLanguages, InitiativeId } from "../domain/index.ts"
import { formWords } from "../form/index.ts"
import { CommandFailed } from "./failure.ts"
import { print } from "./print.ts"
import { existingStore } from "./store.ts"

export const template = Command.make(
  "template",
  {
    lang: Flag.Literals("lang", digestLanguages).pipe(
      Flag.withDescription("Language of the form; answers may be in any language"),
      Flag.withDefault("en")
    ),
    format: Flag.Literals("format", ["docx", "md", "html"]).pipe(
      Flag.withDescription("Word document, Markdown, or a page that is filled in and saved in the browser"),
      Flag.withDefault("docx")
    ),
    initiative: Flag.String("initiative").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Write the name of this initiative into it"),
      Flag.withSchema(InitiativeId),
      Flag.optional
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("File to write (default: report-form, in the form's language, in this folder)"),
      Flag.optional
    )
  },
  Effect.fn(function* ({ format, initiative, lang, out }) {
    const { initiativeName, makeTemplate } = yield* Effect.promise(() => import("../jobs/make-template.ts"))
    const name = Option.isNone(initiative)
      ? null
      : yield* initiativeName(initiative.value).pipe(Effect.provide(existingStore))
    const bytes = yield* makeTemplate(format, lang, name)
    const file = Option.getOrElse(out, () => `${formWords(lang).fileName}.${format}`)
    yield* Effect.tryPromise({
      try: () => writeFile(file, bytes),
      catch: () =>
        new CommandFailed({
          message: `${file} could not be written: name another file with --out, in a folder that is there.`
        })
    })
    yield* print(file)
  })
).pipe(
  Command.withDescription("Write the reporting form that an initiative fills in; `add` takes it in again"),
  Command.withExamples([
    {
      command: "tributary template --lang fr --format docx --out formulaire.docx",
      description: "A Word form in French"
    },
    {
      command: "tributary add formulaire.docx --initiative fgi-tessaly",
      description: "Take it in, filled in"
    }
  ])
)
