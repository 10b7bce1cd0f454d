/**
 * Many sources on 200 hosts of loopback that are asked each hour, and the jobs' own surroundings to ask them:
 * what `schedule.ts` and `soak.ts` measure on.
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { JobSettings } from "../src/jobs/job/job.ts"
import { defaultRetention } from "../src/jobs/job/retention-rules.ts"
import { RunProgress } from "../src/jobs/run-progress.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { Database, Initiatives, Sources, Store } from "../src/store/index.ts"

const hosts = 200

/** Sources of an initiative. */
const perInitiative = 5

const hostNames = Array.from({ length: hosts }, (_, index) => `h${index}.example`)

/** Starts the server; `revise` gives every hundredth source news. */
const startServer = async () => {
  const server = fork(new URL("hourly-server.ts", import.meta.url), { execArgv: [] })
  const [port]: ReadonlyArray<unknown> = await once(server, "message")
  const revise = async () => {
    server.send("revise")
    await once(server, "message")
  }
  return { port: Number(port), revise, stop: () => server.disconnect() }
}

/** Registers the sources: five of each initiative, on one host. */
export const register = Effect.fn("register")(function* (total: number) {
  const ids = Array.from({ length: Math.ceil(total / perInitiative) }, (_, index) =>
    InitiativeId.make(`igf-${index}`)
  )
  yield* (yield* Initiatives).upsert(
    ids.map((id) => ({
      id,
      name: `Forum ${id}`,
      type: "national",
      country: null,
      unGroups: ["WEOG"],
      languages: [],
      website: null,
      evidenceUrl: null
    }))
  )
  yield* (yield* Sources).upsert(
    Array.from({ length: total }, (_, index) => {
      const initiative = Math.floor(index / perInitiative)
      return {
        id: SourceId.make(`igf-${initiative}/feed-${index}`),
        initiativeId: InitiativeId.make(`igf-${initiative}`),
        kind: "feed",
        url: HttpUrl.make(`http://${hostNames[initiative % hosts] ?? ""}/feed-${index}`),
        status: "approved",
        verified: true,
        validFrom: null,
        validUntil: null,
        options: {}
      }
    })
  )
})

/** What time does: all sources are due. */
export const anHourLater = Effect.gen(function* () {
  const { guard, sql } = yield* Database
  yield* guard(sql`UPDATE source_states SET next_visit_at = '2026-01-01T00:00:00.000Z'`)
})

/** A store in a folder of its own with everything that jobs need, and the server; `close` ends both. */
export const openHourly = async () => {
  const server = await startServer()
  const directory = mkdtempSync(join(tmpdir(), "tributary-hourly-"))
  const settings = VisitConfig.layerWith({
    allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
    connectTo: new Map(hostNames.map((name) => [name, { address: "127.0.0.1", port: server.port }])),
    hostDelay: 0
  })
  const services = Layer.mergeAll(
    Visitor.layerNoDeps.pipe(Layer.provide(settings)),
    Normalizer.layer,
    RunProgress.layer,
    Layer.succeed(JobSettings, {
      dataDirectory: directory,
      freezeDaysBefore: 1,
      retention: defaultRetention,
      timeZone: "UTC"
    })
  ).pipe(Layer.provideMerge(Store.layer({ directory })))
  const close = () => {
    server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  return { services, revise: server.revise, close }
}
