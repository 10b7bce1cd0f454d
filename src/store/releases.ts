/** Releases in the store with what they hold: written once, which the database itself enforces. */
import { Array, Context, Effect, Equal, Layer, Option, Schema } from "effect"
import { Release, ReleaseNumber } from "../domain/index.ts"
import { compress, decompress } from "./compression.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable, UnreadableRow } from "./table.ts"

const table = defineTable("releases", Release, {
  number: "plain",
  meetingId: "plain",
  frozenAt: "plain",
  window: "json",
  contentHash: "plain",
  taxonomyVersion: "plain"
})

/** What is kept of a release, as it was frozen. */
export interface ReleaseContents {
  /** Who froze it; null where nobody was named. */
  readonly by: string | null
  /** The recorded inputs as JSON text. */
  readonly inputs: string
  /** The digest as JSON text; the release's content hash is that of these bytes. */
  readonly digest: string
}

const Blobs = Schema.Struct({
  frozen_by: Schema.NullOr(Schema.String),
  inputs_bytes: Schema.Int,
  inputs: Schema.Uint8Array,
  digest_bytes: Schema.Int,
  digest: Schema.Uint8Array
})
const decodeBlobs = Schema.decodeUnknownEffect(Schema.Array(Blobs))

const contentsTable = "release_contents"

/** A number with who froze it. */
const Names = Schema.Array(Schema.Struct({ number: ReleaseNumber, by: Schema.NullOr(Schema.String) }))
const decodeNames = Schema.decodeUnknownEffect(Names)

const unreadable = (error: { readonly message: string }) =>
  new UnreadableRow({ table: contentsTable, message: error.message })

/** The number belongs to another release already. */
export class ReleaseFrozen extends Schema.TaggedError<ReleaseFrozen>()("ReleaseFrozen", {
  number: ReleaseNumber,
  message: Schema.String
}) {}

export class Releases extends Context.Service<
  Releases,
  {
    /**
     * Keeps a release with its contents. The very same release may be put again; another one under its
     * number is refused.
     */
    readonly put: (
      release: Release,
      contents: ReleaseContents
    ) => Effect.Effect<void, StoreError | ReleaseFrozen>
    readonly get: (number: ReleaseNumber) => Effect.Effect<Option.Option<Release>, StoreError>
    /** What was kept, unchecked: the caller compares it with the content hash. */
    readonly contents: (number: ReleaseNumber) => Effect.Effect<Option.Option<ReleaseContents>, StoreError>
    /** In the order in which they were frozen. */
    readonly list: Effect.Effect<ReadonlyArray<Release>, StoreError>
    /** Who froze which release. */
    readonly authors: Effect.Effect<ReadonlyMap<ReleaseNumber, string | null>, StoreError>
  }
>()("tributary/store/Releases") {
  static readonly layer = Layer.effect(
    Releases,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const get = Effect.fn("Releases.get")((number: ReleaseNumber) =>
        sql`SELECT ${columns} FROM releases WHERE number = ${number}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const put = Effect.fn("Releases.put")(function* (release: Release, contents: ReleaseContents) {
        const inputs = Buffer.from(contents.inputs, "utf8")
        const digest = Buffer.from(contents.digest, "utf8")
        const row = {
          number: release.number,
          frozen_by: contents.by,
          inputs_bytes: inputs.length,
          inputs: yield* compress(inputs),
          digest_bytes: digest.length,
          digest: yield* compress(digest)
        }
        yield* transaction(
          Effect.gen(function* () {
            const known = Option.getOrUndefined(yield* get(release.number))
            if (known === undefined) {
              yield* table.insert(sql, [release])
              yield* sql`INSERT INTO release_contents ${sql.insert(row)}`
              return
            }
            if (Equal.equals(known, release)) return
            return yield* new ReleaseFrozen({
              number: release.number,
              message: `Release ${release.number} was frozen on ${known.frozenAt.slice(0, 10)} and never changes: freeze this digest under the next number.`
            })
          })
        )
      })

      const contents = Effect.fn("Releases.contents")((number: ReleaseNumber) =>
        sql`SELECT frozen_by, inputs_bytes, inputs, digest_bytes, digest FROM release_contents
            WHERE number = ${number}`.pipe(
          Effect.flatMap((rows) => Effect.mapError(decodeBlobs(rows), unreadable)),
          Effect.flatMap(
            Effect.forEach((row) =>
              Effect.gen(function* () {
                const inputs = yield* decompress(contentsTable, row.inputs, row.inputs_bytes)
                const digest = yield* decompress(contentsTable, row.digest, row.digest_bytes)
                const found: ReleaseContents = {
                  by: row.frozen_by,
                  inputs: Buffer.from(inputs).toString("utf8"),
                  digest: Buffer.from(digest).toString("utf8")
                }
                return found
              })
            )
          ),
          Effect.map(Array.head),
          guard
        )
      )

      const list = sql`SELECT ${columns} FROM releases ORDER BY frozen_at, number`.pipe(
        Effect.flatMap(table.decode),
        guard,
        Effect.withSpan("Releases.list")
      )

      const authors = sql`SELECT number, frozen_by AS "by" FROM release_contents`.pipe(
        Effect.flatMap((rows) => Effect.mapError(decodeNames(rows), unreadable)),
        Effect.map((rows) => new Map(rows.map(({ by, number }) => [number, by] as const))),
        guard,
        Effect.withSpan("Releases.authors")
      )

      return Releases.of({ put, get, contents, list, authors })
    })
  )
}
