/** Outputs in the store, with their versions and the other URLs under which they stand. */
import { Array, Context, Effect, Layer, Option, Schema, Struct } from "effect"
import {
  type DocumentKind,
  type InitiativeId,
  type IsoDate,
  Output,
  type OutputId,
  Version
} from "../domain/index.ts"
import { among } from "./bulk.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable, UnreadableRow } from "./table.ts"

export const outputTable = defineTable("outputs", Output, {
  id: "plain",
  initiativeId: "plain",
  sourceId: "plain",
  url: "plain",
  title: "plain",
  kind: "plain",
  kindReasons: "json",
  inDoubt: "boolean",
  language: "plain",
  publishedAt: "plain",
  publishedFrom: "plain",
  edition: "plain",
  eventStart: "plain",
  eventEnd: "plain",
  sameAs: "plain",
  supersededBy: "plain",
  firstSeenAt: "plain"
})

const versionTable = defineTable("versions", Version, {
  outputId: "plain",
  sequence: "plain",
  captureId: "plain",
  retrievedAt: "plain",
  reading: "json",
  document: "json"
})

export interface OutputFilter {
  readonly ids?: ReadonlyArray<OutputId>
  readonly initiativeId?: InitiativeId
  readonly kinds?: ReadonlyArray<DocumentKind>
  /** First day of publication; outputs without a date are left out when a bound is given. */
  readonly from?: IsoDate
  /** Last day of publication. */
  readonly to?: IsoDate
  /** Only outputs without a date of publication. */
  readonly undated?: true
}

const OutputEvent = Output.mapFields(Struct.pick(["initiativeId", "eventStart", "eventEnd"]))
/** First and last day of an event that an output tells of. */
export type OutputEvent = typeof OutputEvent.Type
const decodeEvents = Schema.decodeUnknownEffect(Schema.Array(OutputEvent))

/** Tells versions of one output apart, and puts them in the order in which they were retrieved. */
const versionKey = (version: Omit<Version, "sequence">) => `${version.retrievedAt} ${version.captureId}`

export class Outputs extends Context.Service<
  Outputs,
  {
    /** Adds the output, or overwrites the one of the same id; when it was first seen stays. */
    readonly upsert: (output: Output) => Effect.Effect<void, StoreError>
    readonly get: (id: OutputId) => Effect.Effect<Option.Option<Output>, StoreError>
    /** The initiative's output at this canonical URL or under an alias. */
    readonly byUrl: (
      initiativeId: InitiativeId,
      url: string
    ) => Effect.Effect<Option.Option<Output>, StoreError>
    /** By initiative, then by date of publication, undated ones first. */
    readonly list: (filter?: OutputFilter) => Effect.Effect<ReadonlyArray<Output>, StoreError>
    /**
     * The events that outputs tell of, each once for an initiative, in the order in which `list` gives their
     * first outputs.
     */
    readonly events: Effect.Effect<ReadonlyArray<OutputEvent>, StoreError>
    /** Remembers another URL under which the output stands; the newest word counts. */
    readonly addAlias: (
      output: Pick<Output, "id" | "initiativeId">,
      url: string
    ) => Effect.Effect<void, StoreError>
    readonly aliases: (id: OutputId) => Effect.Effect<ReadonlyArray<string>, StoreError>
    /**
     * Adds a version under the next sequence number. When the latest version was read from the same
     * capture no version is added: its document is replaced by the new reading.
     */
    readonly addVersion: (
      version: Omit<Version, "sequence">
    ) => Effect.Effect<{ readonly version: Version; readonly added: boolean }, StoreError>
    /**
     * Enters an output of another store with its aliases and versions. Of an output that is here already only
     * missing versions are added, each in its place by the instant of retrieval; gives how many were.
     */
    readonly restore: (
      output: Output,
      aliases: ReadonlyArray<string>,
      versions: ReadonlyArray<Omit<Version, "sequence">>
    ) => Effect.Effect<{ readonly added: boolean; readonly versions: number }, StoreError>
    readonly latestVersion: (id: OutputId) => Effect.Effect<Option.Option<Version>, StoreError>
    /** Oldest first. */
    readonly versions: (id: OutputId) => Effect.Effect<ReadonlyArray<Version>, StoreError>
  }
>()("tributary/store/Outputs") {
  static readonly layer = Layer.effect(
    Outputs,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(outputTable.selectList)
      const versionColumns = sql.literal(versionTable.selectList)

      const upsert = Effect.fn("Outputs.upsert")((output: Output) =>
        guard(outputTable.upsert(sql, [output], ["id"], ["firstSeenAt"]))
      )

      const get = Effect.fn("Outputs.get")((id: OutputId) =>
        sql`SELECT ${columns} FROM outputs WHERE id = ${id}`.pipe(
          Effect.flatMap(outputTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const byUrl = Effect.fn("Outputs.byUrl")((initiativeId: InitiativeId, url: string) =>
        sql`SELECT ${columns} FROM outputs WHERE initiative_id = ${initiativeId} AND (url = ${url} OR id IN (
              SELECT output_id FROM output_aliases WHERE initiative_id = ${initiativeId} AND url = ${url}))
            ORDER BY CASE WHEN url = ${url} THEN 0 ELSE 1 END LIMIT 1`.pipe(
          Effect.flatMap(outputTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const list = Effect.fn("Outputs.list")((filter: OutputFilter = {}) => {
        const conditions = where(sql, [
          filter.ids === undefined ? undefined : among(sql, "id", filter.ids),
          filter.initiativeId === undefined ? undefined : sql`initiative_id = ${filter.initiativeId}`,
          filter.kinds === undefined ? undefined : sql.in("kind", filter.kinds),
          filter.from === undefined ? undefined : sql`published_at >= ${filter.from}`,
          filter.to === undefined ? undefined : sql`published_at <= ${filter.to}`,
          filter.undated === undefined ? undefined : sql`published_at IS NULL`
        ])
        return sql`SELECT ${columns} FROM outputs WHERE ${conditions}
          ORDER BY initiative_id, COALESCE(published_at, ''), id`.pipe(
          Effect.flatMap(outputTable.decode),
          guard
        )
      })

      const events = sql`SELECT initiative_id AS "initiativeId", event_start AS "eventStart",
            event_end AS "eventEnd" FROM outputs WHERE event_start IS NOT NULL OR event_end IS NOT NULL
          GROUP BY initiative_id, event_start, event_end
          ORDER BY initiative_id, MIN(COALESCE(published_at, '') || ' ' || id)`.pipe(
        Effect.flatMap(decodeEvents),
        Effect.catchTag(
          "SchemaError",
          (error) => new UnreadableRow({ table: "outputs", message: error.message })
        ),
        guard
      )

      const addAlias = Effect.fn("Outputs.addAlias")(
        (output: Pick<Output, "id" | "initiativeId">, url: string) =>
          sql`INSERT INTO output_aliases (initiative_id, url, output_id)
              VALUES (${output.initiativeId}, ${url}, ${output.id})
              ON CONFLICT (initiative_id, url) DO UPDATE SET output_id = excluded.output_id`.pipe(
            Effect.asVoid,
            guard
          )
      )

      const aliases = Effect.fn("Outputs.aliases")((id: OutputId) =>
        sql<{
          readonly url: string
        }>`SELECT url FROM output_aliases WHERE output_id = ${id} ORDER BY url`.pipe(
          Effect.map((rows) => rows.map((row) => row.url)),
          guard
        )
      )

      const latestVersion = Effect.fn("Outputs.latestVersion")((id: OutputId) =>
        sql`SELECT ${versionColumns} FROM versions WHERE output_id = ${id} ORDER BY sequence DESC LIMIT 1`.pipe(
          Effect.flatMap(versionTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const addVersion = Effect.fn("Outputs.addVersion")((given: Omit<Version, "sequence">) =>
        transaction(
          Effect.gen(function* () {
            const latest = Option.getOrUndefined(yield* latestVersion(given.outputId))
            if (latest?.captureId === given.captureId) {
              const version: Version = { ...latest, reading: given.reading, document: given.document }
              yield* versionTable.upsert(sql, [version], ["outputId", "sequence"])
              return { version, added: false }
            }
            const version: Version = { ...given, sequence: (latest?.sequence ?? 0) + 1 }
            yield* versionTable.insert(sql, [version])
            return { version, added: true }
          })
        )
      )

      const versions = Effect.fn("Outputs.versions")((id: OutputId) =>
        sql`SELECT ${versionColumns} FROM versions WHERE output_id = ${id} ORDER BY sequence`.pipe(
          Effect.flatMap(versionTable.decode),
          guard
        )
      )

      const restore = Effect.fn("Outputs.restore")(
        (output: Output, otherUrls: ReadonlyArray<string>, given: ReadonlyArray<Omit<Version, "sequence">>) =>
          transaction(
            Effect.gen(function* () {
              const added = Option.isNone(yield* get(output.id))
              if (added) yield* outputTable.insert(sql, [output])
              for (const url of otherUrls) {
                yield* sql`INSERT INTO output_aliases (initiative_id, url, output_id)
                  VALUES (${output.initiativeId}, ${url}, ${output.id}) ON CONFLICT (initiative_id, url) DO NOTHING`
              }
              const known = yield* versions(output.id)
              const keys = new Set(known.map(versionKey))
              const missing = given.filter((version) => !keys.has(versionKey(version)))
              if (missing.length > 0) {
                const inOrder = [...known, ...missing].sort((a, b) =>
                  versionKey(a) < versionKey(b) ? -1 : 1
                )
                yield* sql`DELETE FROM versions WHERE output_id = ${output.id}`
                yield* versionTable.insert(
                  sql,
                  inOrder.map((version, index): Version => ({ ...version, sequence: index + 1 }))
                )
              }
              return { added, versions: missing.length }
            })
          )
      )

      return Outputs.of({
        upsert,
        get,
        byUrl,
        list,
        events,
        addAlias,
        aliases,
        addVersion,
        restore,
        latestVersion,
        versions
      })
    })
  )
}
