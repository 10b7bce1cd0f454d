/** A store in a folder of its own with some of the invented initiatives, served on loopback. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { ConfigProvider, Effect, Layer } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import type { Fixtures } from "../../fixtures/server.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { importRun, layer } from "../../src/jobs/index.ts"
import { Sources, Store, storeFileName } from "../../src/store/index.ts"

/**
 * What a process of the program is told, so that it finds the fixtures.
 *
 * @param visitTimeout longer where several processes make the machine slow
 */
export const environment = (fixtures: Pick<Fixtures, "connectTo">, visitTimeout = "5 seconds") => ({
  TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
  TRIBUTARY_CONNECT_TO: fixtures.connectTo,
  TRIBUTARY_VISIT_TIMEOUT: visitTimeout
})

/** Everything that jobs need, over the store in the folder. */
export const services = (directory: string, fixtures: Pick<Fixtures, "connectTo">, visitTimeout?: string) =>
  layer.pipe(
    Layer.merge(Registry.layer),
    Layer.provideMerge(Store.layer({ directory })),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment(fixtures, visitTimeout))))
  )

/** Registers the named initiatives of the fixtures. */
export const register = Effect.fnUntraced(function* (initiativeIds: ReadonlyArray<string>) {
  const registry = yield* Registry
  const entries = fixtureRegistry.filter(({ initiative }) => initiativeIds.includes(initiative.id))
  for (const entry of entries) yield* registry.add(entry)
})

/** Imports all approved sources once. */
export const importAll = Effect.gen(function* () {
  const sources = yield* (yield* Sources).list({ status: "approved" })
  return yield* importRun({ sources, trigger: "manual", recheck: "listed" })
})

/** What is derived or received, without instants and visit numbers: equal for stores that know the same. */
const contents: Readonly<Record<string, string>> = {
  captures: "SELECT id, bytes, media_type, charset, url FROM captures ORDER BY id",
  outputs: `SELECT id, initiative_id, source_id, url, title, kind, kind_reasons, in_doubt, language, published_at,
    published_from, edition, event_start, event_end, same_as FROM outputs ORDER BY id`,
  aliases: "SELECT * FROM output_aliases ORDER BY initiative_id, url",
  versions:
    "SELECT output_id, sequence, capture_id, reading, document FROM versions ORDER BY output_id, sequence",
  statements: "SELECT * FROM statements ORDER BY id",
  clusters: "SELECT * FROM clusters ORDER BY id",
  items: `SELECT source_id, url, fetch_url, title, published_at, published_from, summary, signature, output_id,
    visited_at IS NULL AS waits FROM items ORDER BY source_id, url`
}

/** The contents of the store in a folder, by table. */
export const contentsOf = (directory: string): Readonly<Record<string, ReadonlyArray<unknown>>> => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true })
  try {
    return Object.fromEntries(
      Object.entries(contents).map(([name, query]) => [
        name,
        database
          .prepare(query)
          .all()
          .map((row) => ({ ...row }))
      ])
    )
  } finally {
    database.close()
  }
}

/** Visits in the store of a folder that brought nothing, but for rules that a host does not have. */
export const failedVisitsOf = (directory: string): ReadonlyArray<unknown> => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true })
  try {
    return database
      .prepare(
        "SELECT url, outcome, message FROM visits WHERE outcome NOT IN ('ok', 'not-modified') AND url NOT LIKE '%/robots.txt'"
      )
      .all()
      .map((row) => ({ ...row }))
  } finally {
    database.close()
  }
}

/** Flips one byte of a kept body, behind the back of the program; gives the id of the capture. */
export const damageOneCapture = (directory: string): string => {
  const database = new DatabaseSync(join(directory, storeFileName))
  try {
    database.exec("DROP TRIGGER captures_no_update")
    const row = database.prepare("SELECT id, body FROM captures ORDER BY id LIMIT 1").get()
    const body = row?.["body"]
    if (!(body instanceof Uint8Array)) throw new Error("There is no capture.")
    const middle = Math.floor(body.length / 2)
    body[middle] = (body[middle] ?? 0) ^ 0xff
    const id = String(row?.["id"])
    database.prepare("UPDATE captures SET body = ? WHERE id = ?").run(body, id)
    return id
  } finally {
    database.close()
  }
}
