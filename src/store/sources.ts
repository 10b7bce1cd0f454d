/** Sources in the store, and what each knows of itself between runs. */
import { Array, Context, Effect, Layer, Option } from "effect"
import {
  type InitiativeId,
  Source,
  type SourceId,
  SourceState,
  type SourceStatus,
  type Timestamp
} from "../domain/index.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable } from "./table.ts"

const table = defineTable("sources", Source, {
  id: "plain",
  initiativeId: "plain",
  kind: "plain",
  url: "plain",
  status: "plain",
  verified: "boolean",
  validFrom: "plain",
  validUntil: "plain",
  options: "json"
})

const stateTable = defineTable("source_states", SourceState, {
  sourceId: "plain",
  etag: "plain",
  lastModified: "plain",
  finalUrl: "plain",
  lastVisitAt: "plain",
  lastSuccessAt: "plain",
  lastChangeAt: "plain",
  lastOutcome: "plain",
  lastMessage: "plain",
  alarm: "plain",
  failures: "plain",
  itemsListed: "plain",
  permanentUrl: "plain",
  permanentSeen: "plain",
  goneSeen: "plain",
  silentFrom: "plain",
  nextVisitAt: "plain",
  nextVisitReason: "plain"
})

/** The state of a source that has never been visited. */
export const unvisited = (sourceId: SourceId): SourceState => ({
  sourceId,
  etag: null,
  lastModified: null,
  finalUrl: null,
  lastVisitAt: null,
  lastSuccessAt: null,
  lastChangeAt: null,
  lastOutcome: null,
  lastMessage: null,
  alarm: null,
  failures: 0,
  itemsListed: null,
  permanentUrl: null,
  permanentSeen: 0,
  goneSeen: 0,
  silentFrom: null,
  nextVisitAt: null,
  nextVisitReason: null
})

export interface SourceFilter {
  readonly initiativeId?: InitiativeId
  readonly status?: SourceStatus
}

export class Sources extends Context.Service<
  Sources,
  {
    /** Sources by id. */
    readonly list: (filter?: SourceFilter) => Effect.Effect<ReadonlyArray<Source>, StoreError>
    readonly get: (id: SourceId) => Effect.Effect<Option.Option<Source>, StoreError>
    /** Adds the sources, or overwrites those of the same id; their initiatives must be there. */
    readonly upsert: (sources: ReadonlyArray<Source>) => Effect.Effect<void, StoreError>
    /** False when there is no such source. */
    readonly setStatus: (id: SourceId, status: SourceStatus) => Effect.Effect<boolean, StoreError>
    /** What the source knows of itself; that of an unvisited source when nothing was saved yet. */
    readonly state: (id: SourceId) => Effect.Effect<SourceState, StoreError>
    /** All saved states, by source; unvisited sources have none. */
    readonly states: Effect.Effect<ReadonlyArray<SourceState>, StoreError>
    /** Saves the states, all or none. */
    readonly saveStates: (states: ReadonlyArray<SourceState>) => Effect.Effect<void, StoreError>
    readonly saveState: (state: SourceState) => Effect.Effect<void, StoreError>
    /**
     * Approved sources that may be visited at `now`: valid on that day and with no later next visit.
     * Never visited ones first, then the longest overdue. Uploads are never due. What was visited later than
     * now was so by a clock that has been set back since: it is due.
     */
    readonly listDue: (now: Timestamp) => Effect.Effect<ReadonlyArray<Source>, StoreError>
  }
>()("tributary/store/Sources") {
  static readonly layer = Layer.effect(
    Sources,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)
      const stateColumns = sql.literal(stateTable.selectList)

      const list = Effect.fn("Sources.list")(({ initiativeId, status }: SourceFilter = {}) => {
        const conditions = where(sql, [
          initiativeId === undefined ? undefined : sql`initiative_id = ${initiativeId}`,
          status === undefined ? undefined : sql`status = ${status}`
        ])
        return sql`SELECT ${columns} FROM sources WHERE ${conditions} ORDER BY id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      })

      const get = Effect.fn("Sources.get")((id: SourceId) =>
        sql`SELECT ${columns} FROM sources WHERE id = ${id}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const upsert = Effect.fn("Sources.upsert")((sources: ReadonlyArray<Source>) =>
        transaction(table.upsert(sql, sources, ["id"]))
      )

      const setStatus = Effect.fn("Sources.setStatus")((id: SourceId, status: SourceStatus) =>
        sql`UPDATE sources SET status = ${status} WHERE id = ${id} RETURNING id`.pipe(
          Effect.map((rows) => rows.length === 1),
          guard
        )
      )

      const state = Effect.fn("Sources.state")((id: SourceId) =>
        sql`SELECT ${stateColumns} FROM source_states WHERE source_id = ${id}`.pipe(
          Effect.flatMap(stateTable.decode),
          Effect.map((states) => states[0] ?? unvisited(id)),
          guard
        )
      )

      const states = sql`SELECT ${stateColumns} FROM source_states ORDER BY source_id`.pipe(
        Effect.flatMap(stateTable.decode),
        guard,
        Effect.withSpan("Sources.states")
      )

      const saveStates = (states: ReadonlyArray<SourceState>) =>
        guard(stateTable.upsert(sql, states, ["sourceId"]))

      const saveState = Effect.fn("Sources.saveState")((state: SourceState) =>
        guard(stateTable.upsert(sql, [state], ["sourceId"]))
      )

      const listDue = Effect.fn("Sources.listDue")((now: Timestamp) => {
        const today = now.slice(0, 10)
        return sql`
          SELECT ${columns} FROM sources
          LEFT JOIN source_states ON source_states.source_id = sources.id
          WHERE sources.status = 'approved' AND sources.kind <> 'upload'
            AND (sources.valid_from IS NULL OR sources.valid_from <= ${today})
            AND (sources.valid_until IS NULL OR sources.valid_until >= ${today})
            AND (source_states.next_visit_at IS NULL OR source_states.next_visit_at <= ${now}
              OR source_states.last_visit_at > ${now})
          ORDER BY COALESCE(source_states.next_visit_at, ''), sources.id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      })

      return Sources.of({ list, get, upsert, setStatus, state, states, saveStates, saveState, listDue })
    })
  )
}
