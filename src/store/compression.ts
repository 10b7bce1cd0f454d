/** Compressed blobs (Zstandard, RFC 8878). */
import { zstdCompress, zstdDecompress } from "node:zlib"
import { Effect } from "effect"
import { UnreadableRow } from "./table.ts"

/** Compresses bytes, nothing included. */
export const compress = (bytes: Uint8Array): Effect.Effect<Uint8Array> =>
  Effect.callback((resume) => {
    zstdCompress(bytes, (error, compressed) =>
      resume(error === null ? Effect.succeed(compressed) : Effect.die(error))
    )
  })

/** Decompresses a blob of a table; never gives more than the recorded length, whatever the frame says. */
export const decompress = (
  table: string,
  body: Uint8Array,
  length: number
): Effect.Effect<Uint8Array, UnreadableRow> =>
  Effect.callback((resume) => {
    zstdDecompress(body, { maxOutputLength: Math.max(1, length) }, (error, plain) =>
      resume(
        error === null
          ? Effect.succeed(new Uint8Array(plain))
          : Effect.fail(new UnreadableRow({ table, message: error.message }))
      )
    )
  })
