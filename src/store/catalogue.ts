/**
 * What tables a store has, read from the database itself, so that what is copied or counted is always all of
 * it. Left out: the list of migrations, what the engine keeps beside tables (indexes of full text), and the
 * tables of the engine of durable runs, which each database has of its own form: a run that is copied
 * unfinished begins its unfinished steps again.
 */
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { migrationTable } from "./migrations/index.ts"

/** Names of the tables in which the engine of durable runs keeps its state begin with it and an underscore. */
export const workflowPrefix = "workflow"

export interface StoredTable {
  readonly name: string
  /** Columns that are written, in their order; not those that the database computes. */
  readonly columns: ReadonlyArray<string>
  /** Columns of the primary key, in its order. */
  readonly key: ReadonlyArray<string>
}

interface ColumnFound {
  readonly table: string
  readonly column: string
  /** Place in the primary key from 1; 0 for other columns. */
  readonly place: number
}

const inFile = `SELECT t.name AS "table", c.name AS "column", c.pk AS place
  FROM pragma_table_list t JOIN sqlite_schema s ON s.name = t.name AND s.type = 'table'
  JOIN pragma_table_xinfo(t.name) c
  WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
  ORDER BY s.rowid, c.cid`

const inServer = `SELECT c.relname AS "table", a.attname AS "column",
    COALESCE(array_position(i.indkey::int[], a.attnum::int) - array_lower(i.indkey::int[], 1) + 1, 0)::int AS place
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE n.nspname = 'tributary' AND c.relkind = 'r' ORDER BY c.oid, a.attnum`

/** All tables in the order in which they were made: each refers only to those before it. */
export const tablesOf = (
  sql: SqlClient.SqlClient
): Effect.Effect<ReadonlyArray<StoredTable>, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<ColumnFound>(sql.onDialectOrElse({ pg: () => inServer, orElse: () => inFile })),
    (found) => {
      const tables = Map.groupBy(found, ({ table }) => table)
      tables.delete(migrationTable)
      const own = [...tables].filter(([name]) => !name.startsWith(`${workflowPrefix}_`))
      return own.map(([name, columns]) => ({
        name,
        columns: columns.map(({ column }) => column),
        key: columns
          .filter(({ place }) => place > 0)
          .toSorted((a, b) => a.place - b.place)
          .map(({ column }) => column)
      }))
    }
  )

/** How many rows a table has. */
export const rowsIn = (sql: SqlClient.SqlClient, table: string): Effect.Effect<number, SqlError.SqlError> =>
  Effect.map(
    sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM ${sql(table)}`,
    ([row]) => row?.count ?? 0
  )
