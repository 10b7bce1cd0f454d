/** The clock of the database: the same for all machines that share it, whatever their own clocks say. */
import type { SqlClient, Statement } from "effect/sql"

/** The present instant as an SQL expression: milliseconds since 1970. */
export const databaseNow = (sql: SqlClient.SqlClient): Statement.Fragment =>
  sql.literal(
    sql.onDialectOrElse({
      pg: () => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
      orElse: () => "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"
    })
  )
