/**
 * Writes a WARC file: one gzip member a record (ISO 28500:2017, annex D), so that a reader can begin at any
 * record. It is written beside its name and renamed when it is whole: nobody meets half an archive.
 */
import { open, rename, rm } from "node:fs/promises"
import { Effect, Exit } from "effect"
import { type WARCRecord, WARCSerializer } from "warcio"
import { fileError } from "./error.ts"

/** Appends one record. */
export type WriteRecord = (record: WARCRecord) => Effect.Effect<void, ReturnType<typeof fileError>>

const attempt = <A>(file: string, operation: () => Promise<A>) =>
  Effect.tryPromise({ try: operation, catch: (cause) => fileError(file, "written", cause) })

/**
 * Opens the file for the given work, and gives it its name once the work is done. When the work fails or is
 * interrupted nothing is left. A name that ends in `.warc` gives an uncompressed file.
 */
export const writingArchive = <A, E, R>(
  file: string,
  work: (write: WriteRecord) => Effect.Effect<A, E, R>
) => {
  const part = `${file}.part`
  const gzip = !file.endsWith(".warc")
  return Effect.acquireUseRelease(
    attempt(file, () => open(part, "w")),
    (handle) =>
      Effect.gen(function* () {
        const done = yield* work((record) =>
          attempt(file, async () => {
            for await (const chunk of new WARCSerializer(record, { gzip })) await handle.writeFile(chunk)
          })
        )
        yield* attempt(file, () => handle.sync())
        yield* attempt(file, () => rename(part, file))
        return done
      }),
    (handle, exit) =>
      Effect.promise(async () => {
        await handle.close()
        if (!Exit.isSuccess(exit)) await rm(part, { force: true })
      })
  )
}
