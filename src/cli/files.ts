/**
 * Commands over files: one JSON line a file, and a line that names the error for each that cannot be read.
 */
import { readFile } from "node:fs/promises"
import { Console, Effect, Predicate } from "effect"
import { PartOfInputFailed } from "./failure.ts"

/** Why a file could not be opened, in a person's words. */
const openingError = (file: string, cause: unknown): string => {
  const code = Predicate.hasProperty(cause, "code") ? cause.code : undefined
  if (code === "ENOENT") return `There is no file ${file}.`
  if (code === "EACCES") return `The file ${file} may not be read by this user.`
  if (code === "EISDIR") return `${file} is a folder: name the files in it.`
  return `The file ${file} could not be read (${String(code ?? cause)}).`
}

/** Answers each file with one JSON line; status 2 when any of them could not be read. */
export const answerFiles = <E extends { readonly message: string }, R>(
  files: ReadonlyArray<string>,
  answer: (file: string, bytes: Uint8Array) => Effect.Effect<object, E, R>
) =>
  Effect.gen(function* () {
    let unreadable = 0
    for (const file of files) {
      const line = yield* Effect.tryPromise({
        try: () => readFile(file),
        catch: (cause) => ({ message: openingError(file, cause) })
      }).pipe(
        Effect.flatMap((bytes) => answer(file, bytes)),
        Effect.catch((error: { readonly message: string }) => {
          unreadable++
          return Effect.succeed({ file, error: error.message })
        })
      )
      yield* Console.log(JSON.stringify(line))
    }
    if (unreadable > 0) {
      return yield* new PartOfInputFailed({
        message: `${unreadable} of ${files.length} files could not be read; their lines say why.`
      })
    }
  })
