/** The store: whether it opens, is whole, has room, and agrees with the clock. */
import { existsSync } from "node:fs"
import { stat, statfs } from "node:fs/promises"
import { dirname } from "node:path"
import { Array, Effect } from "effect"
import { Captures, Database, now, Store, Watch } from "../../store/index.ts"
import { doubtful, ill, orIll, well } from "./finding.ts"

const mebibyte = 1024 * 1024

/** Room below which the next import may not fit. */
const leastFree = 200 * mebibyte

/** Seconds by which the clock may be behind what the store says. */
const toleratedSeconds = 60

/** SQLite's own look through structure and references; other engines keep watch over that themselves. */
export const structure = orIll(
  "structure",
  Effect.gen(function* () {
    const { guard, sql } = yield* Database
    const faults = yield* guard(
      sql.onDialectOrElse({
        sqlite: () => sql<{ readonly integrity_check: string }>`PRAGMA integrity_check(3)`,
        orElse: () => Effect.succeed([])
      })
    )
    const wrong = faults.map((row) => row.integrity_check).filter((text) => text !== "ok")
    const orphans = yield* guard(
      sql.onDialectOrElse({
        sqlite: () => sql<{ readonly table: string }>`PRAGMA foreign_key_check`,
        orElse: () => Effect.succeed([])
      })
    )
    if (wrong.length === 0 && orphans.length === 0) return well("structure", "The database is whole.")
    const what = [...wrong, ...new Set(orphans.map(({ table }) => `${table} refers to what is not there`))]
    return ill(
      "structure",
      `The database is damaged: ${what.slice(0, 3).join("; ")}.`,
      "stop all programs that use it and restore the last good backup"
    )
  })
)

/** How many captures are looked at when not all are. */
const sample = 100

/** Recomputes hashes: of all captures, or of some that lie evenly among them. */
export const hashes = (all: boolean) =>
  orIll(
    "captures",
    Effect.gen(function* () {
      const captures = yield* Captures
      const ids = yield* captures.ids
      const step = all ? 1 : Math.max(1, Math.floor(ids.length / sample))
      const chosen = ids.filter((_, index) => index % step === 0)
      const checks = yield* Effect.forEach(chosen, (id) =>
        Effect.map(captures.verify(id), (check) => ({ id, check }))
      )
      const wrong = Array.filter(checks, ({ check }) => check !== "intact").map(({ id }) => id.slice(0, 12))
      const what = `${chosen.length} of ${ids.length} captures were hashed again`
      return wrong.length === 0
        ? well("captures", `${what}; all are as they were received.`)
        : ill(
            "captures",
            `${what}; ${wrong.length} are damaged (${wrong.slice(0, 3).join(", ")}).`,
            "bring them back with tributary archive import from a WARC file, or restore a backup"
          )
    })
  )

/** Whether the store can be written, by writing. */
export const writable = orIll(
  "writing",
  Effect.gen(function* () {
    yield* (yield* Watch).write
    return well("writing", "The store can be written.")
  })
)

/** Room on the disk of an SQLite store, beside the size of the store. */
export const room = orIll(
  "disk",
  Effect.gen(function* () {
    const { file } = yield* Store
    if (!existsSync(file)) return well("disk", "The database is on a server, whose disk is its own.")
    const { bavail, bsize } = yield* Effect.promise(() => statfs(dirname(file)))
    const { size } = yield* Effect.promise(() => stat(file))
    const free = bavail * bsize
    const sentence = `${Math.round(free / mebibyte).toLocaleString("en")} MiB are free; the store has ${Math.ceil(size / mebibyte).toLocaleString("en")} MiB.`
    if (free < leastFree) return ill("disk", sentence, "make room, or move the store to a larger disk")
    return free < 2 * size
      ? doubtful("disk", sentence, "make room: a backup needs as much as the store while it is made")
      : well("disk", sentence)
  })
)

/** Nothing in the store can have begun later than now. */
export const clock = orIll(
  "clock",
  Effect.gen(function* () {
    const at = yield* now
    const last = yield* (yield* Watch).lastStartAt
    if (last === null) return well("clock", `It is ${at}; the store has no run yet to compare with.`)
    const behind = (Date.parse(last) - Date.parse(at)) / 1000
    return behind > toleratedSeconds
      ? ill(
          "clock",
          `It is ${at} by this machine, but a run or a request in the store began at ${last}.`,
          "set the clock (a time service such as chrony keeps it right)"
        )
      : well("clock", `It is ${at}, after all that the store holds.`)
  })
)
