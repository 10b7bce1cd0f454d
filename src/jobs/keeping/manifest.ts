/**
 * What a backup says of itself, kept in a table of the copy: one file holds all, and nothing can be parted.
 */
import type { DatabaseSync } from "node:sqlite"
import { Schema } from "effect"
import { Timestamp } from "../../domain/index.ts"

/** Table of the copy that holds the manifest; a store has none of that name. */
export const manifestTable = "backup_manifest"

/** The contents of a backup. */
export const BackupManifest = Schema.Struct({
  format: Schema.Literal("tributary-backup/1"),
  madeAt: Timestamp,
  /** Number of the newest step of the schema. */
  schema: Schema.Int,
  /** Rows by table. */
  rows: Schema.Record(Schema.String, Schema.Int)
})
export type BackupManifest = typeof BackupManifest.Type

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(BackupManifest))

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The tables of a database, those of SQLite itself and of its full-text index left out. */
const tablesOf = (database: DatabaseSync): ReadonlyArray<string> =>
  database
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> ? ORDER BY name`
    )
    .all(manifestTable)
    .flatMap(({ name }) => (typeof name === "string" ? [name] : []))

const integer = (database: DatabaseSync, query: string): number => {
  const [value] = Object.values(database.prepare(query).get() ?? {})
  return typeof value === "number" ? value : 0
}

/** Counts what a database holds. */
export const countRows = (database: DatabaseSync): BackupManifest["rows"] =>
  Object.fromEntries(
    tablesOf(database).map((table) => [table, integer(database, `SELECT COUNT(*) FROM ${quoted(table)}`)])
  )

/** Takes stock of a copy and writes it into the copy. */
export const seal = (database: DatabaseSync, madeAt: Timestamp): BackupManifest => {
  const manifest: BackupManifest = {
    format: "tributary-backup/1",
    madeAt,
    schema: integer(database, "SELECT MAX(migration_id) FROM migrations"),
    rows: countRows(database)
  }
  database.exec(`CREATE TABLE ${manifestTable} (manifest TEXT NOT NULL)`)
  database.prepare(`INSERT INTO ${manifestTable} VALUES (?)`).run(JSON.stringify(manifest))
  return manifest
}

/** The manifest of a copy; undefined when it has none that can be read. */
export const manifestOf = (database: DatabaseSync): BackupManifest | undefined => {
  try {
    return decode(database.prepare(`SELECT manifest FROM ${manifestTable}`).get()?.["manifest"])
  } catch {
    return undefined
  }
}
