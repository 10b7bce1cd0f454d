/**
 * Captures in the store: bytes as received, addressed by their SHA-256 and kept compressed (Zstandard,
 * RFC 8878). A capture is written once and never changed.
 */
import { createHash } from "node:crypto"
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import { Capture, CaptureId } from "../domain/index.ts"
import { compress, decompress } from "./compression.ts"
import { Database } from "./database.ts"
import { StoreError } from "./error.ts"
import { defineTable, UnreadableRow } from "./table.ts"

const table = defineTable("captures", Capture, {
  id: "plain",
  bytes: "plain",
  mediaType: "plain",
  charset: "plain",
  url: "plain",
  retrievedAt: "plain"
})

const Body = Schema.Struct({
  bytes: Schema.Int,
  encoding: Schema.Literals(["zstd", "identity"]),
  body: Schema.Uint8Array
})
type Body = typeof Body.Type
const decodeBodies = Schema.decodeUnknownEffect(Schema.Array(Body))

/** SHA-256 of the bytes (FIPS 180-4), which is the capture's id. */
export const captureIdOf = (bytes: Uint8Array): CaptureId =>
  CaptureId.make(createHash("sha256").update(bytes).digest("hex"))

const encode = (bytes: Uint8Array): Effect.Effect<Pick<Body, "encoding" | "body">> =>
  Effect.map(compress(bytes), (compressed) =>
    // An empty blob would become NULL, so even nothing is kept as a frame.
    compressed.length < bytes.length || bytes.length === 0
      ? { encoding: "zstd", body: compressed }
      : { encoding: "identity", body: bytes }
  )

const decode = ({ body, bytes, encoding }: Body): Effect.Effect<Uint8Array, UnreadableRow> =>
  encoding === "identity" ? Effect.succeed(body) : decompress("captures", body, bytes)

const decodeBody = Schema.decodeUnknownEffect(Schema.Struct({ ...Body.fields, id: CaptureId }))

/** Whether a row of captures holds the bytes that its id promises. */
export const isIntact = (row: unknown): Effect.Effect<boolean> =>
  decodeBody(row).pipe(
    Effect.flatMap((body) =>
      Effect.map(decode(body), (plain) => plain.length === body.bytes && captureIdOf(plain) === body.id)
    ),
    Effect.catch(() => Effect.succeed(false))
  )

export type CaptureCheck = "intact" | "damaged" | "missing"

export class Captures extends Context.Service<
  Captures,
  {
    /**
     * Keeps the bytes. Bytes that are there already are not written again, and what was recorded about
     * them first stays. Compression needs no lock: before a transaction is the better place.
     */
    readonly put: (
      bytes: Uint8Array,
      about: Omit<Capture, "id" | "bytes">
    ) => Effect.Effect<Capture, StoreError>
    readonly get: (id: CaptureId) => Effect.Effect<Option.Option<Capture>, StoreError>
    /** The bytes as received. */
    readonly bytes: (id: CaptureId) => Effect.Effect<Option.Option<Uint8Array>, StoreError>
    /** Recomputes length and hash of one capture. */
    readonly verify: (id: CaptureId) => Effect.Effect<CaptureCheck, StoreError>
    /** Puts back the bytes of a capture whose own are damaged; false when they are intact, or unknown here. */
    readonly repair: (bytes: Uint8Array) => Effect.Effect<boolean, StoreError>
    /** Ids of captures that no visit brought: uploads, and what came from foreign archives. Oldest first. */
    readonly unvisited: Effect.Effect<ReadonlyArray<CaptureId>, StoreError>
    /** All ids, in their order. */
    readonly ids: Effect.Effect<ReadonlyArray<CaptureId>, StoreError>
    /** Recomputes all; gives how many there are and which are damaged. */
    readonly verifyAll: Effect.Effect<
      { readonly checked: number; readonly damaged: ReadonlyArray<CaptureId> },
      StoreError
    >
  }
>()("tributary/store/Captures") {
  static readonly layer = Layer.effect(
    Captures,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const get = Effect.fn("Captures.get")((id: CaptureId) =>
        sql`SELECT ${columns} FROM captures WHERE id = ${id}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const put = Effect.fn("Captures.put")(function* (
        bytes: Uint8Array,
        about: Omit<Capture, "id" | "bytes">
      ) {
        const id = captureIdOf(bytes)
        const known = yield* get(id)
        if (Option.isSome(known)) return known.value
        const capture: Capture = { ...about, id, bytes: bytes.length }
        const row = { ...table.toRow(capture), ...(yield* encode(bytes)) }
        const inserted = yield* guard(
          sql`INSERT INTO captures ${sql.insert(row)} ON CONFLICT (id) DO NOTHING RETURNING id`
        )
        // Another writer may have put the same bytes in the meantime: what it recorded stays.
        return inserted.length === 1 ? capture : Option.getOrElse(yield* get(id), () => capture)
      })

      const bodyOf = (id: CaptureId) =>
        sql`SELECT bytes, encoding, body FROM captures WHERE id = ${id}`.pipe(
          Effect.flatMap(decodeBodies),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "captures", message: error.message })
          ),
          Effect.map(Array.head)
        )

      const bytes = Effect.fn("Captures.bytes")(function* (id: CaptureId) {
        const body = yield* guard(bodyOf(id))
        return Option.isNone(body) ? Option.none() : Option.some(yield* guard(decode(body.value)))
      })

      const verify = Effect.fn("Captures.verify")((id: CaptureId) =>
        bodyOf(id).pipe(
          Effect.flatMap(
            Option.match({
              onNone: () => Effect.succeed<CaptureCheck>("missing"),
              onSome: (body) =>
                Effect.map(decode(body), (plain): CaptureCheck =>
                  plain.length === body.bytes && captureIdOf(plain) === id ? "intact" : "damaged"
                )
            })
          ),
          Effect.catchTag("UnreadableRow", () => Effect.succeed<CaptureCheck>("damaged")),
          guard
        )
      )

      const repair = Effect.fn("Captures.repair")(function* (bytes: Uint8Array) {
        const id = captureIdOf(bytes)
        if ((yield* verify(id)) !== "damaged") return false
        const known = yield* get(id)
        if (Option.isNone(known)) return false
        const row = { ...table.toRow({ ...known.value, bytes: bytes.length }), ...(yield* encode(bytes)) }
        // A capture is never updated, which a trigger sees to: the damaged row goes and the right one comes. In
        // between, visits and versions refer to nothing, so their reference is looked at when all is done.
        yield* transaction(
          Effect.gen(function* () {
            yield* sql.unsafe(
              sql.onDialectOrElse({
                pg: () => "SET CONSTRAINTS ALL DEFERRED",
                orElse: () => "PRAGMA defer_foreign_keys = ON"
              })
            )
            yield* sql`DELETE FROM captures WHERE id = ${id}`
            yield* sql`INSERT INTO captures ${sql.insert(row)}`
          })
        )
        return true
      })

      const unvisited = sql<{ readonly id: string }>`SELECT id FROM captures
          WHERE id NOT IN (SELECT capture_id FROM visits WHERE capture_id IS NOT NULL)
          ORDER BY retrieved_at, id`.pipe(
        Effect.map((rows) => rows.map((row) => CaptureId.make(row.id))),
        guard,
        Effect.withSpan("Captures.unvisited")
      )

      const ids = guard(sql<{ readonly id: string }>`SELECT id FROM captures ORDER BY id`).pipe(
        Effect.map((rows) => rows.map(({ id }) => CaptureId.make(id))),
        Effect.withSpan("Captures.ids")
      )

      const verifyAll = Effect.gen(function* () {
        const all = yield* ids
        const damaged: Array<CaptureId> = []
        for (const id of all) if ((yield* verify(id)) !== "intact") damaged.push(id)
        return { checked: all.length, damaged }
      }).pipe(Effect.withSpan("Captures.verifyAll"))

      return Captures.of({ put, get, bytes, verify, repair, unvisited, ids, verifyAll })
    })
  )
}
