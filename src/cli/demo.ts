/** `tributary demo`: the whole way once, on invented initiatives served on loopback. */
import { existsSync } from "node:fs"
import { readdir, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { Clock, ConfigProvider, Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { columns, counted, print, progress } from "./print.ts"

/** The meeting that the demo prepares; the fixtures are dated for its window. */
const demoMeeting = "2026-first-consultations"

/** Only a folder that an earlier demo made is emptied. */
const clearFolder = Effect.fnUntraced(function* (directory: string, storeFile: string) {
  if (!existsSync(directory)) return
  const names = yield* Effect.promise(() => readdir(directory))
  if (names.length > 0 && !existsSync(join(directory, "store", storeFile))) {
    return yield* new CommandFailed({
      message: `${directory} is not empty and was not made by the demo: name another folder with --out.`
    })
  }
  yield* Effect.promise(() => rm(directory, { recursive: true, force: true }))
})

export const demo = Command.make(
  "demo",
  {
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder for the demo's store and digest; one of an earlier demo is replaced"),
      Flag.withDefault("demo-output")
    )
  },
  Effect.fn(function* ({ out }) {
    const startedAt = yield* Clock.currentTimeMillis
    const jobs = yield* Effect.promise(() => import("../jobs/index.ts"))
    const { Registry } = yield* Effect.promise(() => import("../ingest/registry/index.ts"))
    const { Sources, Store, storeFileName } = yield* Effect.promise(() => import("../store/index.ts"))
    const { serveFixtures } = yield* Effect.promise(() => import("../../fixtures/server.ts"))
    const { fixtureRegistry } = yield* Effect.promise(() => import("../../fixtures/registry.ts"))
    const directory = resolve(out)
    yield* clearFolder(directory, storeFileName)

    const fixtures = yield* serveFixtures
    yield* print(
      `Serving ${counted(Object.keys(fixtures.ports).length, "site")} of invented initiatives on loopback.`
    )

    const configuration = ConfigProvider.layer(
      ConfigProvider.fromUnknown({
        TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
        TRIBUTARY_CONNECT_TO: fixtures.connectTo,
        TRIBUTARY_CONTACT: "https://tributary.example/about",
        // The endless feed of the fixtures is to be refused soon, not after 64 MiB.
        TRIBUTARY_MAX_BYTES: String(8 * 1024 * 1024),
        TRIBUTARY_VISIT_TIMEOUT: "5 seconds"
      })
    )
    const services = jobs.layer.pipe(
      Layer.merge(Registry.layer),
      Layer.provideMerge(Store.layer({ directory: join(directory, "store") })),
      Layer.provide(configuration)
    )

    yield* Effect.gen(function* () {
      const registry = yield* Registry
      for (const entry of fixtureRegistry) yield* registry.add(entry)
      const sources = yield* (yield* Sources).list({ status: "approved" })
      yield* print(
        `Registered ${counted(fixtureRegistry.length, "initiative")} with ${counted(sources.length, "approved source")}.`
      )

      const run = (what: string) =>
        Effect.scoped(
          Effect.gen(function* () {
            const bar = yield* progress(sources.length)
            const events = jobs.RunEvents.of({
              publish: (event) =>
                event._tag === "SourceFinished"
                  ? bar.step(`${what}: ${event.report.initiativeId}`)
                  : Effect.void
            })
            return yield* jobs
              .importRun({ sources, trigger: "demo", recheck: "listed" })
              .pipe(Effect.provideService(jobs.RunEvents, events))
          })
        )

      const first = yield* run("first import")
      const sum = (report: typeof first, pick: (one: (typeof first.sources)[number]) => number) =>
        report.sources.reduce((total, one) => total + pick(one), 0)
      yield* print(
        `First import: ${counted(
          sum(first, (one) => one.newOutputs),
          "output"
        )}, ` +
          `${counted(first.statements, "statement")}, ${counted(first.clusters, "cluster")} over several initiatives.`
      )

      fixtures.clearLog()
      fixtures.setRevision(2)
      const second = yield* run("second import")
      const asked = fixtures.log().filter(({ url }) => !url.endsWith("/robots.txt"))
      const conditional = asked.filter((request) => request.conditional).length
      yield* print(
        `Second import: ${counted(asked.length, "request")}, ${conditional} of them conditional; ` +
          `${counted(
            sum(second, (one) => one.newOutputs),
            "new output"
          )}, ` +
          `${counted(
            sum(second, (one) => one.newVersions),
            "page"
          )} changed in the meantime.`
      )

      const failures = second.sources.flatMap((one) =>
        jobs.reached(one.outcome)
          ? one.failures.map((failure) => [one.sourceId, failure.outcome, failure.message])
          : [[one.sourceId, one.outcome, one.message]]
      )
      if (failures.length > 0) {
        yield* print(`\nWhat failed, and why (${failures.length}; nothing else was stopped by it):`)
        yield* print(columns(["source", "outcome", "what happened"], failures))
      }
      const notices = second.sources.flatMap((one) => one.notices)
      if (notices.length > 0) {
        yield* print(`\nWhat was noticed (${notices.length}):`)
        for (const notice of notices) yield* print(`  ${notice}`)
      }
      const warnings = [...new Set(first.sources.flatMap((one) => one.warnings))]
      if (warnings.length > 0) {
        yield* print(`\nWhat was read with difficulty (${warnings.length}):`)
        for (const warning of warnings) yield* print(`  ${warning}`)
      }

      const cycles = yield* jobs.presentCycles(directory)
      const { cycle, meeting } = yield* jobs.findMeeting(cycles, demoMeeting)
      const made = yield* jobs.makeDigest({ cycle, meeting, window: meeting.window })
      const written = yield* jobs.writeDigest(made, {
        directory: join(directory, "digest"),
        formats: ["html", "md", "json"],
        passages: true
      })
      const seconds = ((yield* Clock.currentTimeMillis) - startedAt) / 1000
      yield* print(`\nThe digest for the ${meeting.name} (${meeting.start}), after ${seconds.toFixed(1)} s:`)
      for (const file of written.files) yield* print(`  ${file}`)
      yield* print(
        `The store: ${join(directory, "store")} (try: tributary status --data ${join(out, "store")})`
      )
    }).pipe(Effect.provide(services))
  }, Effect.scoped)
).pipe(
  Command.withDescription(
    "Serve invented initiatives on loopback, import them and write a digest, in under a minute"
  )
)
