/** Items in the store: what each source lists, and which of it still waits to be read. */
import { Array, Context, Effect, Layer, Option } from "effect"
import { type HttpUrl, type InitiativeId, Item, type Source, type SourceId } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"
import { defineTable } from "./table.ts"

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
                  WHERE source_id = ${source.id} AND ${sql.in("url", urls)}`
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
              WHERE initiative_id = ${initiativeId} AND ${sql.in("url", urls)} ORDER BY source_id`.pipe(
            Effect.flatMap(table.decode),
            guard
          )
      )

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

      return Items.of({ record, waiting, list, listedAs, restore, find, markVisited })
    })
  )
}
