/** Items in the store: what each source lists, and which of it still waits to be read. */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import type { SqlError } from "effect/sql"
import {
  type HttpUrl,
  type InitiativeId,
  IsoDate,
  Item,
  type Source,
  SourceId,
  type Timestamp
} from "../domain/index.ts"
import { among } from "./bulk.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"
import { defineTable, UnreadableRow } from "./table.ts"

const table = defineTable("items", Item, {
  sourceId: "plain",
  initiativeId: "plain",
  url: "plain",
  fetchUrl: "plain",
  title: "plain",
  publishedAt: "plain",
  publishedFrom: "plain",
  summary: "plain",
  signature: "plain",
  firstSeenAt: "plain",
  lastSeenAt: "plain",
  visitedAt: "plain",
  outputId: "plain"
})

/** What a source says of one of its entries. */
export type ListedItem = Pick<
  Item,
  "url" | "fetchUrl" | "title" | "publishedAt" | "publishedFrom" | "summary" | "signature"
>

/** new: not listed before; changed: its signature differs, so it waits again; unchanged: seen once more. */
export type ItemChange = "new" | "changed" | "unchanged"

export interface RecordedItem {
  readonly item: Item
  readonly change: ItemChange
}

/** What a visit to an item leaves behind. */
export type ItemVisit = Pick<Item, "outputId"> & {
  readonly visitedAt: NonNullable<Item["visitedAt"]>
}

/** Items first seen after the one instant are due when they were last visited at or before the other. */
export interface DueRule {
  /** Null for items of any age. */
  readonly firstSeenAfter: Timestamp | null
  readonly visitedUntil: Timestamp
}

const PublicationDay = Schema.Struct({ sourceId: SourceId, day: IsoDate })
const decodeDays = Schema.decodeUnknownEffect(Schema.Array(PublicationDay))
const decodeIds = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ sourceId: SourceId })))
const unreadable = (error: Schema.SchemaError) =>
  new UnreadableRow({ table: "items", message: error.message })

/** URLs asked for in one query at most. */
const batchSize = 1000

const recorded = (
  source: Pick<Source, "id" | "initiativeId">,
  listed: ListedItem,
  known: Item | undefined,
  at: Item["lastSeenAt"]
): RecordedItem => {
  if (known === undefined) {
    const item: Item = {
      ...listed,
      sourceId: source.id,
      initiativeId: source.initiativeId,
      firstSeenAt: at,
      lastSeenAt: at,
      visitedAt: null,
      outputId: null
    }
    return { item, change: "new" }
  }
  if (known.signature === listed.signature) return { item: { ...known, lastSeenAt: at }, change: "unchanged" }
  // A date once stated is not unsaid by silence: an API that tells it may fail for a day.
  const date =
    listed.publishedAt === null ? { publishedAt: known.publishedAt, publishedFrom: known.publishedFrom } : {}
  return { item: { ...known, ...listed, ...date, lastSeenAt: at, visitedAt: null }, change: "changed" }
}

export class Items extends Context.Service<
  Items,
  {
    /**
     * Records what a source lists now, in the order given. Of entries with the same URL the first counts.
     * A changed item waits again.
     */
    readonly record: (
      source: Pick<Source, "id" | "initiativeId">,
      listed: ReadonlyArray<ListedItem>
    ) => Effect.Effect<ReadonlyArray<RecordedItem>, StoreError>
    /** Items of a source that wait to be read, newest date first. */
    readonly waiting: (sourceId: SourceId, limit?: number) => Effect.Effect<ReadonlyArray<Item>, StoreError>
    /** All items of a source, newest date first. */
    readonly list: (sourceId: SourceId) => Effect.Effect<ReadonlyArray<Item>, StoreError>
    /** Days on which entries of a source or outputs from it were published: the newest `limit` up to `until`. */
    readonly publicationDays: (
      until: IsoDate,
      limit: number
    ) => Effect.Effect<ReadonlyMap<SourceId, ReadonlyArray<IsoDate>>, StoreError>
    /** Sources that list anything at all. */
    readonly sourcesWithItems: Effect.Effect<ReadonlySet<SourceId>, StoreError>
    /** Sources of which an item waits, or one of the `newest` items is due by one of the rules. */
    readonly sourcesWithDueItems: (
      newest: number,
      rules: ReadonlyArray<DueRule>
    ) => Effect.Effect<ReadonlySet<SourceId>, StoreError>
    /** What all sources of an initiative list under these URLs. */
    readonly listedAs: (
      initiativeId: InitiativeId,
      urls: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Item>, StoreError>
    /** Enters items of another store; of those that are here already nothing changes. Gives how many are new. */
    readonly restore: (items: ReadonlyArray<Item>) => Effect.Effect<number, StoreError>
    readonly find: (sourceId: SourceId, url: HttpUrl) => Effect.Effect<Option.Option<Item>, StoreError>
    /** The item no longer waits. */
    readonly markVisited: (
      sourceId: SourceId,
      url: HttpUrl,
      visit: ItemVisit
    ) => Effect.Effect<void, StoreError>
  }
>()("tributary/store/Items") {
  static readonly layer = Layer.effect(
    Items,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)
      const newestFirst = sql.literal("ORDER BY COALESCE(published_at, '') DESC, first_seen_at DESC, url")

      const record = Effect.fn("Items.record")(
        (source: Pick<Source, "id" | "initiativeId">, listed: ReadonlyArray<ListedItem>) =>
          transaction(
            Effect.gen(function* () {
              const entries = new Map<string, ListedItem>()
              for (const entry of listed) if (!entries.has(entry.url)) entries.set(entry.url, entry)
              const at = yield* now
              const known = new Map<string, Item>()
              for (const urls of Array.chunksOf(entries.keys(), batchSize)) {
                const rows = yield* sql`SELECT ${columns} FROM items
                  WHERE source_id = ${source.id} AND ${among(sql, "url", urls)}`
                for (const item of yield* table.decode(rows)) known.set(item.url, item)
              }
              const result = [...entries.values()].map((entry) =>
                recorded(source, entry, known.get(entry.url), at)
              )
              yield* table.upsert(
                sql,
                result.map(({ item }) => item),
                ["sourceId", "url"]
              )
              return result
            })
          )
      )

      const waiting = Effect.fn("Items.waiting")((sourceId: SourceId, limit = 10_000) =>
        sql`SELECT ${columns} FROM items WHERE source_id = ${sourceId} AND visited_at IS NULL
            ${newestFirst} LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
      )

      const list = Effect.fn("Items.list")((sourceId: SourceId) =>
        sql`SELECT ${columns} FROM items WHERE source_id = ${sourceId} ${newestFirst}`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      )

      const listedAs = Effect.fn("Items.listedAs")(
        (initiativeId: InitiativeId, urls: ReadonlyArray<string>) =>
          sql`SELECT ${columns} FROM items
              WHERE initiative_id = ${initiativeId} AND ${among(sql, "url", urls)} ORDER BY source_id`.pipe(
            Effect.flatMap(table.decode),
            guard
          )
      )

      const publicationDays = Effect.fn("Items.publicationDays")((until: IsoDate, limit: number) =>
        sql`SELECT source_id AS "sourceId", published_at AS "day" FROM (
              SELECT source_id, published_at,
                ROW_NUMBER() OVER (PARTITION BY source_id ORDER BY published_at DESC) AS place
              FROM (SELECT source_id, published_at FROM items WHERE published_at <= ${until}
                    UNION SELECT source_id, published_at FROM outputs
                    WHERE published_at <= ${until} AND source_id IS NOT NULL) AS days
            ) AS placed WHERE place <= ${limit} ORDER BY source_id, published_at DESC`.pipe(
          Effect.flatMap(decodeDays),
          Effect.map((rows) => {
            const found = new Map<SourceId, Array<IsoDate>>()
            for (const { day, sourceId } of rows) {
              const days = found.get(sourceId)
              if (days === undefined) found.set(sourceId, [day])
              else days.push(day)
            }
            return found
          }),
          Effect.catchTag("SchemaError", unreadable),
          guard
        )
      )

      const idsOf = (rows: Effect.Effect<ReadonlyArray<unknown>, SqlError.SqlError>) =>
        rows.pipe(
          Effect.flatMap(decodeIds),
          Effect.map((found) => new Set(found.map(({ sourceId }) => sourceId))),
          Effect.catchTag("SchemaError", unreadable),
          guard
        )

      const sourcesWithItems = idsOf(sql`SELECT DISTINCT source_id AS "sourceId" FROM items`)

      const sourcesWithDueItems = Effect.fn("Items.sourcesWithDueItems")((
        newest: number,
        rules: ReadonlyArray<DueRule>
      ) => {
        const due = rules.map(({ firstSeenAfter, visitedUntil }) =>
          firstSeenAfter === null
            ? sql`visited_at <= ${visitedUntil}`
            : sql`first_seen_at > ${firstSeenAfter} AND visited_at <= ${visitedUntil}`
        )
        return idsOf(sql`SELECT DISTINCT source_id AS "sourceId" FROM (
              SELECT source_id, first_seen_at, visited_at,
                ROW_NUMBER() OVER (PARTITION BY source_id ${newestFirst}) AS place FROM items
            ) AS placed WHERE visited_at IS NULL OR (place <= ${newest} AND ${sql.or(due)})`)
      })

      const find = Effect.fn("Items.find")((sourceId: SourceId, url: HttpUrl) =>
        sql`SELECT ${columns} FROM items WHERE source_id = ${sourceId} AND url = ${url}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const restore = Effect.fn("Items.restore")((given: ReadonlyArray<Item>) =>
        transaction(
          Effect.gen(function* () {
            let added = 0
            for (const item of given) {
              const rows = yield* sql`INSERT INTO items ${sql.insert(table.toRow(item))}
                ON CONFLICT (source_id, url) DO NOTHING RETURNING url`
              added += rows.length
            }
            return added
          })
        )
      )

      const markVisited = Effect.fn("Items.markVisited")(
        (sourceId: SourceId, url: HttpUrl, visit: ItemVisit) =>
          sql`UPDATE items SET visited_at = ${visit.visitedAt}, output_id = ${visit.outputId}
            WHERE source_id = ${sourceId} AND url = ${url}`.pipe(Effect.asVoid, guard)
      )

      return Items.of({
        record,
        waiting,
        list,
        publicationDays,
        sourcesWithItems,
        sourcesWithDueItems,
        listedAs,
        restore,
        find,
        markVisited
      })
    })
  )
}
