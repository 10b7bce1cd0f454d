/**
 * How an import grows with workers: 1, 2 and 4 of them on one PostgreSQL server poll 2,000 sources whose answers
 * take 50 ms, once on so many hosts that those bind nobody, and once on so few that their limits do (one request
 * at a time, and a pause after each). Each worker makes four requests at a time at most.
 *
 * Prints one line of JSON for each measurement: seconds of the run, beside one worker; processor seconds of each
 * worker and of their sessions in PostgreSQL; and what the server saw: most requests at once on a host, and the
 * shortest pause between two. Needs Linux, for the processor time of other processes.
 *
 * Usage: node bench/workers.ts [number of sources, 2000 if not given]
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { Initiatives, Sources, Store } from "../src/store/index.ts"
import { type Running, start } from "../test/jobs/command.ts"
import { writeOnlyImports } from "../test/jobs/workers/watched.ts"
import { startServer } from "../test/postgres/server.ts"

const total = Number(process.argv[2] ?? 2000)
const pauseMs = 25

/** Sources with which everything is loaded and connected before the measurement begins. */
const warming = 64

/** Ticks of processor time in a second, as Linux counts them for programs. */
const ticks = 100

const Seen = Schema.Struct({ requests: Schema.Int, mostAtOnce: Schema.Int, shortestPauseMs: Schema.Finite })
const decodeSeen = Schema.decodeUnknownPromise(Seen)

const web = fork(new URL("workers-server.ts", import.meta.url), { execArgv: [] })
const [port]: ReadonlyArray<unknown> = await once(web, "message")
const lookAtServer = async () => {
  web.send("look")
  const [seen]: ReadonlyArray<unknown> = await once(web, "message")
  return decodeSeen(seen)
}

/** Seconds that the process has used. */
const used = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

const idOf = (host: string) => InitiativeId.make(host.replace(".example", ""))

/** Asks until there is an answer. */
const until = <A, E, R>(ask: Effect.Effect<ReadonlyArray<A>, E, R>) =>
  ask.pipe(Effect.delay("50 millis"), Effect.repeat({ until: (rows) => rows.length > 0 }))

/** What each has used since. */
const since = (now: ReadonlyArray<number>, earlier: ReadonlyArray<number>) =>
  now.map((one, index) => Number((one - (earlier[index] ?? 0)).toFixed(1)))

/** Registers a source each, spread over the hosts, which nobody visits before they are approved. */
const register = Effect.fnUntraced(function* (sources: number, hosts: ReadonlyArray<string>) {
  yield* (yield* Initiatives).upsert(
    hosts.map((host) => ({
      id: idOf(host),
      name: `IGF of ${host}`,
      type: "national",
      country: null,
      unGroups: ["WEOG"],
      languages: [],
      website: null,
      evidenceUrl: null
    }))
  )
  yield* (yield* Sources).upsert(
    Array.from({ length: sources }, (_, index) => {
      const host = hosts[index % hosts.length] ?? ""
      return {
        id: SourceId.make(`${idOf(host)}/feed-${index}`),
        initiativeId: idOf(host),
        kind: "feed",
        url: HttpUrl.make(`http://${host}/feed-${index}`),
        status: "proposed",
        verified: true,
        validFrom: null,
        validUntil: null,
        options: {}
      }
    })
  )
})

const RunRow = Schema.Tuple([Schema.Struct({ seconds: Schema.Finite })])
const Pids = Schema.Array(Schema.Struct({ pid: Schema.Int }))
const folder = mkdtempSync(join(tmpdir(), "tributary-workers-"))
const config = writeOnlyImports(folder)
const postgres = await startServer([
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200"
])
const clientOf = (url: string) =>
  PgClient.layer({ url: Redacted.make(url), startupParameters: { search_path: "tributary" } })

/** One measurement on a database of its own. */
const measure = Effect.fnUntraced(function* (workers: number, hosts: number) {
  const name = `bench_${workers}_${hosts}`
  yield* Effect.flatMap(SqlClient.SqlClient, (sql) => sql`CREATE DATABASE ${sql(name)}`).pipe(
    Effect.provide(clientOf(`${postgres.url}/postgres`))
  )
  const url = `${postgres.url}/${name}`
  const names = Array.from({ length: hosts }, (_, index) => `h${index}.example`)
  const first = Array.from({ length: warming }, (_, index) => `w${index}.example`)
  yield* Effect.andThen(register(total, names), register(warming, first)).pipe(
    Effect.provide(Store.layer({ databaseUrl: Redacted.make(url) }))
  )
  return yield* Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const polled = Effect.fnUntraced(function* (like: string, sources: number) {
      yield* sql`UPDATE sources SET status = 'approved' WHERE url LIKE ${like}`
      return yield* until(sql`SELECT EXTRACT(EPOCH FROM finished_at::timestamptz - started_at::timestamptz)::float8
        AS seconds FROM job_runs WHERE state = 'completed' AND total = ${sources}`)
    })
    const crew: Array<Running> = []
    const environment = {
      TRIBUTARY_DATABASE_URL: url,
      TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
      TRIBUTARY_CONNECT_TO: [...names, ...first].map((host) => `${host}=127.0.0.1:${String(port)}`).join(","),
      TRIBUTARY_HOST_DELAY: `${pauseMs} millis`,
      TRIBUTARY_CONCURRENCY: "4"
    }
    yield* Effect.addFinalizer(() =>
      Effect.promise(() => {
        for (const worker of crew) worker.kill("SIGTERM")
        return Promise.all(crew.map(({ ended }) => ended))
      })
    )
    for (let index = 0; index < workers; index++) {
      crew.push(start(["worker", "--data", folder, "--config", config], { environment, limit: 600_000 }))
    }
    yield* until(
      sql`SELECT 1 FROM workflow_workers_runners HAVING COUNT(*) = ${workers}`.pipe(
        Effect.orElseSucceed(() => [])
      )
    )
    yield* polled("http://w%", warming)
    // The duty to run the jobs is where it stays, and the first run is over.
    yield* Effect.sleep("5 seconds")
    yield* Effect.promise(lookAtServer)
    const sessions = yield* Schema.decodeUnknownEffect(Pids)(
      yield* sql`SELECT pid FROM pg_stat_activity WHERE datname = ${name} AND pid <> pg_backend_pid()`
    )
    const pids = crew.map(({ pid }) => pid)
    const before = [pids.map(used), sessions.map(({ pid }) => used(pid))] as const
    const load = loadavg()[0] ?? 0
    const [{ seconds }] = yield* Schema.decodeUnknownEffect(RunRow)(yield* polled("http://h%", total))
    const workerSeconds = since(pids.map(used), before[0])
    const databaseSeconds = since(
      sessions.map(({ pid }, index) => {
        try {
          return used(pid)
        } catch {
          return before[1][index] ?? 0
        }
      }),
      before[1]
    ).reduce((sum, one) => sum + one, 0)
    const seen = yield* Effect.promise(lookAtServer)
    return { seconds, load, workerSeconds, databaseSeconds, ...seen }
  }).pipe(Effect.scoped, Effect.provide(clientOf(url)))
})

try {
  for (const hosts of [Math.ceil(total / 4), 8]) {
    let alone = 0
    for (const workers of [1, 2, 4]) {
      const found = await Effect.runPromise(measure(workers, hosts))
      if (workers === 1) alone = found.seconds
      console.log(
        JSON.stringify({
          bench: "workers",
          sources: total,
          hosts,
          workers,
          seconds: Number(found.seconds.toFixed(1)),
          timesOfOne: Number((alone / found.seconds).toFixed(2)),
          processorSecondsOfWorkers: found.workerSeconds,
          processorSecondsOfDatabase: Number(found.databaseSeconds.toFixed(1)),
          requests: found.requests,
          mostAtOnceOnAHost: found.mostAtOnce,
          shortestPauseMs: Number(found.shortestPauseMs.toFixed(1)),
          loadBefore: Number(found.load.toFixed(1))
        })
      )
    }
  }
} finally {
  if (web.connected) web.disconnect()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
