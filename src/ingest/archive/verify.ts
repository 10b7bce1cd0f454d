/** Recomputes the hashes of captures in the store, or of the records of WARC files. */
import { Effect, Option, Stream } from "effect"
import { Captures } from "../../store/index.ts"
import { fileError } from "./error.ts"
import { type ArchivedRecord, type Gap, readArchive } from "./read.ts"

export interface VerifyReport {
  /** Number of captures or records. */
  readonly checked: number
  /** A sentence for each that is damaged. */
  readonly damaged: ReadonlyArray<string>
}

/** Recomputes the SHA-256 of every capture of the store. */
export const verifyStore = Effect.gen(function* () {
  const captures = yield* Captures
  const { checked, damaged } = yield* captures.verifyAll
  const sentences = yield* Effect.forEach(damaged, (id) =>
    Effect.map(captures.get(id), (capture) => {
      const { retrievedAt, url } = Option.getOrElse(capture, () => ({ url: "unknown", retrievedAt: "?" }))
      return `The capture ${id} of ${url} (${retrievedAt}) is damaged: put it back with "tributary archive import" from an archive, or visit it again.`
    })
  )
  return { checked, damaged: sentences } satisfies VerifyReport
}).pipe(Effect.withSpan("verifyStore"))

/** Recomputes every digest that the records of a WARC file state. */
export const verifyArchive = Effect.fn("verifyArchive")(function* (file: string) {
  const damaged: Array<string> = []
  let checked = 0
  yield* Stream.fromAsyncIterable(readArchive(file), (cause) => fileError(file, "read", cause)).pipe(
    Stream.runForEach((entry: ArchivedRecord | Gap) =>
      Effect.sync(() => {
        if ("gap" in entry) return void damaged.push(`${file} ${entry.gap}`)
        checked++
        if (entry.damage === null) return
        const what = entry.targetUri ?? entry.type
        damaged.push(`${file}, record ${entry.number} (${what}, ${entry.date ?? "no date"}) ${entry.damage}.`)
      })
    )
  )
  return { checked, damaged } satisfies VerifyReport
})
