/** The engines on which the store's tests run, each with a store of its own for every test. */
import { beforeAll } from "@effect/vitest"
import { Effect, Redacted, type Scope } from "effect"
import type { StoreOptions } from "../../src/store/index.ts"
import { freshDatabase } from "../postgres/database.ts"
import { temporaryDirectory } from "./example.ts"

export interface TestedEngine {
  readonly name: "SQLite" | "PostgreSQL"
  /** Options of a new store, which goes with the scope. */
  readonly fresh: Effect.Effect<StoreOptions, never, Scope.Scope>
}

export const engines: ReadonlyArray<TestedEngine> = [
  { name: "SQLite", fresh: Effect.map(temporaryDirectory, (directory) => ({ directory })) },
  {
    name: "PostgreSQL",
    fresh: Effect.map(freshDatabase, ({ url }) => ({ databaseUrl: Redacted.make(url) }))
  }
]

/** Has the engine ready before the first test: a server that starts counts against none of them. */
export const beforeTestsOf = ({ fresh }: TestedEngine): void =>
  beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.scoped(fresh))), 120_000)
