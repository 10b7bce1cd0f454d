/**
 * Store: opens or creates the database, a file in a directory or one of PostgreSQL, and gives all repositories
 * over it.
 *
 * It is safe against a killed process: what was committed is there at the next start, and what was not is gone
 * as a whole.
 */
import { Context, Effect, Layer } from "effect"
import { type AccountRepositories, accountRepositories } from "./accounts/index.ts"
import { Alarms } from "./alarms.ts"
import { Captures } from "./captures.ts"
import { Clusters } from "./clusters.ts"
import { CycleEdits } from "./cycle-edits.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { HostTurns } from "./host-turns.ts"
import { ImportGroups } from "./import-groups.ts"
import { Initiatives } from "./initiatives.ts"
import { Items } from "./items.ts"
import { JobMemory } from "./job-memory.ts"
import { JobRuns } from "./job-runs.ts"
import { Leases } from "./leases.ts"
import { Listings } from "./listings.ts"
import { Outbox } from "./outbox.ts"
import { Outputs } from "./outputs.ts"
import type { PostgresOptions } from "./postgres/open.ts"
import { Readings } from "./readings.ts"
import { type RegisteringRepositories, registeringRepositories } from "./registering/index.ts"
import { Releases } from "./releases.ts"
import { ReviewQueue } from "./review-queue.ts"
import { ReviewWork } from "./review-work.ts"
import { Reviews } from "./reviews.ts"
import { Runs } from "./runs.ts"
import { Search } from "./search/index.ts"
import { Sources } from "./sources.ts"
import { open as openFile, type SqliteStoreOptions } from "./sqlite-store.ts"
import { Statements } from "./statements.ts"
import { Visits } from "./visits.ts"
import { Retention } from "./retention.ts"
import { Watch } from "./watch.ts"
import { Worklist } from "./worklist.ts"

/** Where the store is: in a directory, or in a PostgreSQL database. */
export type StoreOptions = SqliteStoreOptions | PostgresOptions

/** The driver of PostgreSQL is loaded by those who use it. */
const openDatabase = (options: PostgresOptions) =>
  Effect.flatMap(
    Effect.promise(() => import("./postgres/open.ts")),
    ({ open }) => open(options)
  )

const repositories = Layer.mergeAll(
  accountRepositories,
  registeringRepositories,
  Initiatives.layer,
  Sources.layer,
  Runs.layer,
  Visits.layer,
  Captures.layer,
  Items.layer,
  Outputs.layer,
  Statements.layer,
  Clusters.layer,
  Reviews.layer,
  ReviewWork.layer,
  ReviewQueue.layer,
  Releases.layer,
  JobRuns.layer,
  ImportGroups.layer,
  HostTurns.layer,
  JobMemory.layer,
  Leases.layer,
  Listings.layer,
  Outbox.layer,
  Alarms.layer,
  Watch.layer,
  Layer.provide(Retention.layer, Releases.layer),
  Search.layer,
  Readings.layer,
  CycleEdits.layer,
  Worklist.layer
)

export type Repositories =
  | AccountRepositories
  | RegisteringRepositories
  | Initiatives
  | Sources
  | Runs
  | Visits
  | Captures
  | Items
  | Outputs
  | Statements
  | Clusters
  | Reviews
  | ReviewWork
  | ReviewQueue
  | Releases
  | JobRuns
  | ImportGroups
  | HostTurns
  | JobMemory
  | Leases
  | Listings
  | Outbox
  | Alarms
  | Watch
  | Retention
  | Search
  | Readings
  | CycleEdits
  | Worklist

export class Store extends Context.Service<
  Store,
  {
    readonly engine: Database["Service"]["engine"]
    /** Path of the database file, or URL of the database without its password. */
    readonly file: string
    /** Runs the effect in one transaction: all of it is kept, or nothing. May be nested. */
    readonly transaction: Database["Service"]["transaction"]
  }
>()("tributary/store/Store") {
  /**
   * Opens `DIR/tributary.sqlite`, creating directory, file and tables where they are missing; or the database,
   * creating its tables.
   */
  static layer(options: StoreOptions): Layer.Layer<Store | Database | Repositories, StoreError> {
    const opened = "directory" in options ? openFile(options) : openDatabase(options)
    const self = Layer.effect(
      Store,
      Effect.map(Database, ({ engine, file, transaction }) => Store.of({ engine, file, transaction }))
    )
    return Layer.unwrap(
      Effect.map(opened, ({ client, engine }) =>
        Layer.merge(self, repositories).pipe(
          Layer.provideMerge(Layer.provide(Database.layer(engine), client))
        )
      )
    )
  }
}

/** Runs the effect in one transaction of the store: all of it is kept, or nothing. */
export const transaction = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.flatMap(Store, (store) => store.transaction(effect))
