/**
 * A scheduler at a high rate while the mail server is down: it leaves no timer and no descriptor behind, and the
 * mail goes out when the server is there again.
 */
import { existsSync, readdirSync } from "node:fs"
import { createServer } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Deferred, Effect, Layer } from "effect"
import { serveFixtures } from "../../fixtures/server.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { defaultJobsConfig, layerOf, startScheduler } from "../../src/jobs/scheduled.ts"
import { Mail } from "../../src/mail/index.ts"
import { Database, Outbox, Store } from "../../src/store/index.ts"
import { smtpServer } from "../mail/server.ts"
import { temporaryDirectory } from "../store/example.ts"
import { environment, register } from "./fixture-store.ts"

const descriptors = (): number => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0)
const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length

/** Runs of the import that are waited for. */
const runs = 12

/** Times of the jobs, with seconds. */
const times: Readonly<Record<string, string>> = { import: "* * * * * *", backup: "*/6 * * * * *" }

/** A port on which nobody listens. */
const freePort = Effect.promise(async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address !== null ? address.port : 0
})

const mailTo = (port: number) =>
  Mail.layer.pipe(
    Layer.provide(
      ConfigProvider.layer(
        ConfigProvider.fromUnknown({
          TRIBUTARY_SMTP_URL: `smtp://127.0.0.1:${port}`,
          TRIBUTARY_MAIL_FROM: "Secretariat <digest@igf.example>"
        })
      )
    )
  )

/** Everything that jobs need, and mail to a server that is down. */
const services = (directory: string, connectTo: string, port: number) =>
  Layer.merge(Registry.layer, mailTo(port)).pipe(
    Layer.provideMerge(layerOf(directory, defaultJobsConfig)),
    Layer.provideMerge(Store.layer({ directory })),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment({ connectTo }))))
  )

/** The scheduler until so many imports are done; gives descriptors and timers after each. */
const busy = Effect.gen(function* () {
  const { guard, sql } = yield* Database
  const mail = yield* Mail
  const over = yield* Deferred.make<void>()
  const notes: Array<{ readonly descriptors: number; readonly timers: number }> = []
  const failures: Array<string> = []
  yield* Effect.scoped(
    Effect.gen(function* () {
      assert.deepInclude(yield* mail.deliver, { sent: 0, postponed: 1 })
      yield* Effect.forkScoped(mail.delivering)
      yield* startScheduler(
        defaultJobsConfig.jobs.map(({ job }) => ({ job, expression: times[job.name] ?? "*/4 * * * * *" })),
        "UTC",
        Effect.fnUntraced(function* ({ event, job, sentence }) {
          if (event === "failed" || event === "trouble") failures.push(`${job}: ${sentence}`)
          if (job !== "import" || event !== "completed") return
          notes.push({ descriptors: descriptors(), timers: timers() })
          yield* Effect.orDie(guard(sql`UPDATE source_states SET next_visit_at = '2026-01-01T00:00:00.000Z'`))
          if (notes.length === runs) yield* Deferred.succeed(over, undefined)
        })
      )
      yield* Deferred.await(over)
    })
  )
  assert.deepStrictEqual(failures, [])
  return notes
})

describe("A scheduler that runs for long", () => {
  it.live(
    "leaves no timer and no descriptor behind, and loses no mail while the server is down",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const port = yield* freePort
        const { connectTo } = yield* serveFixtures
        // What is loaded and opened once is there before the first look.
        const rest = yield* Effect.scoped(
          Effect.gen(function* () {
            yield* register(["norvia-igf"])
            yield* (yield* Mail).queue({ to: "nri@igf.example", subject: "Report", text: "All is well." })
            return { descriptors: descriptors(), timers: timers() }
          }).pipe(Effect.provide(services(directory, connectTo, port)))
        )
        const notes = yield* Effect.provide(busy, services(directory, connectTo, port))
        // The system gives descriptors back in its own time.
        for (let tries = 0; tries < 50 && descriptors() > rest.descriptors; tries++) {
          yield* Effect.promise(() => wait(100))
        }
        assert.isAtMost(descriptors(), rest.descriptors)
        assert.isAtMost(timers(), rest.timers + 1)
        const [early, late] = [notes[3], notes.at(-1)]
        assert.isAtMost(late?.descriptors ?? 0, (early?.descriptors ?? 0) + 8)
        assert.isAtMost(late?.timers ?? 0, (early?.timers ?? 0) + 8)

        yield* Effect.gen(function* () {
          const outbox = yield* Outbox
          const [waiting] = yield* outbox.list({ state: "waiting" })
          assert.isDefined(waiting)
          assert.match(waiting.problem ?? "", /127\.0\.0\.1/)
          assert.isAtLeast(waiting.attempts, 1)
          const server = yield* smtpServer({})
          yield* outbox.again(waiting.id, waiting.giveUpAt)
          const { sent } = yield* Effect.flatMap(Mail, (mail) => mail.deliver).pipe(
            Effect.provide(Layer.fresh(mailTo(server.port)))
          )
          assert.strictEqual(sent, 1)
          assert.lengthOf(server.letters, 1)
        }).pipe(Effect.scoped, Effect.provide(Store.layer({ directory })))
      }),
    180_000
  )
})
