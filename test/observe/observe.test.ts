import { once } from "node:events"
import { createServer } from "node:http"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Metric } from "effect"
import { TestClock } from "effect/testing"
import packageJson from "../../package.json" with { type: "json" }
import { schedulerCheck } from "../../src/observe/checks.ts"
import { Health } from "../../src/observe/health.ts"
import { countRun, countVisit } from "../../src/observe/metrics.ts"
import { observeServer } from "../../src/observe/server.ts"
import { telemetryLayer } from "../../src/observe/telemetry.ts"
import { Runs, Store, storeFileName } from "../../src/store/index.ts"
import { run } from "../jobs/command.ts"

/** A port that was free a moment ago. */
const freePort = Effect.promise(async () => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  await new Promise((resolve) => server.close(resolve))
  return port
})

const inFolder = () => mkdtempSync(join(tmpdir(), "tributary-observe-"))

const observed = <A, E>(
  use: (address: string, directory: string) => Effect.Effect<A, E, Health | Runs>,
  more: Parameters<typeof observeServer>[0]["more"] = []
) =>
  Effect.gen(function* () {
    const port = yield* freePort
    const directory = inFolder()
    return yield* use(`http://127.0.0.1:${port}`, directory).pipe(
      Effect.provide(
        observeServer({ port, directory, more }).pipe(
          Layer.provideMerge(Store.layer({ directory, busyTimeoutMs: 50 }))
        )
      ),
      // What other tests counted in this process is not counted here.
      Effect.provideService(Metric.MetricRegistry, new Map())
    )
  })

const ask = (url: string) =>
  Effect.promise(async () => {
    const response = await fetch(url)
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      text: await response.text()
    }
  })

/** Names and states of the checks in an answer of /health. */
const states = (text: string) =>
  [...text.matchAll(/"name":"([a-z]+)","state":"([a-z]+)"/g)].map(([, a, b]) => `${a} ${b}`)

describe("GET /health", () => {
  it.effect("answers 200 with all checks, degraded before the first import and well after it", () =>
    observed((address) =>
      Effect.gen(function* () {
        const before = yield* ask(`${address}/health`)
        assert.strictEqual(before.status, 200)
        assert.sameMembers(
          states(before.text).filter((one) => !one.startsWith("disk")),
          ["database ok", "import degraded", "clock ok", "outbox ok"]
        )
        const runs = yield* Runs
        yield* runs.finish((yield* runs.start("schedule")).id, "completed")
        yield* TestClock.adjust("6 seconds")
        assert.include(states((yield* ask(`${address}/health`)).text), "import ok")
        yield* TestClock.adjust("30 hours")
        assert.include(states((yield* ask(`${address}/health`)).text), "import degraded")
        yield* TestClock.adjust("60 hours")
        const old = yield* ask(`${address}/health`)
        assert.strictEqual(old.status, 503)
        assert.match(old.text, /The last import came to its end 4 days ago: look whether the scheduler runs/)
      })
    )
  )

  it.effect("answers 503 when the database cannot be written, without telling where it is", () =>
    observed((address, directory) =>
      Effect.gen(function* () {
        const other = new DatabaseSync(join(directory, storeFileName))
        other.exec("BEGIN IMMEDIATE")
        const broken = yield* ask(`${address}/health`)
        other.close()
        assert.strictEqual(broken.status, 503)
        assert.include(states(broken.text), "database failing")
        assert.include(broken.text, "it is locked by another program: stop that one")
        assert.notInclude(broken.text, directory)
      })
    )
  )

  it.effect("tells of a scheduler that gives no sign of life", () => {
    let lease: { readonly heartbeatAt: number; readonly lasts: number } | null = null
    const check = schedulerCheck(Effect.sync(() => lease))
    return observed(
      (address) =>
        Effect.gen(function* () {
          assert.include(states((yield* ask(`${address}/health`)).text), "scheduler degraded")
          lease = { heartbeatAt: 0, lasts: 60_000 }
          yield* TestClock.adjust("10 seconds")
          assert.include(states((yield* ask(`${address}/health`)).text), "scheduler ok")
          yield* TestClock.adjust("2 minutes")
          const dead = yield* ask(`${address}/health`)
          assert.strictEqual(dead.status, 503)
        }),
      [check]
    )
  })

  it.effect("says in a sentence that the port is taken", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const server = createServer().listen(0, "127.0.0.1")
        yield* Effect.promise(() => once(server, "listening"))
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        const directory = inFolder()
        const error = yield* Layer.build(
          observeServer({ port, directory }).pipe(Layer.provide(Store.layer({ directory })))
        ).pipe(Effect.flip)
        assert.match(error.message, /cannot be served on 127\.0\.0\.1:\d+; another program has this port/)
        server.close()
      })
    )
  )
})

describe("GET /metrics", () => {
  it.effect("tells what was counted and how the store stands, in Prometheus' format", () =>
    observed((address) =>
      Effect.gen(function* () {
        yield* countVisit({ outcome: "ok", purpose: "source", bytes: 1200 })
        yield* countVisit({ outcome: "not-modified", purpose: "source", bytes: 0 })
        yield* countRun({ state: "completed", seconds: 7, read: 2, failed: 1, newOutputs: 3 })
        const { status, text, type } = yield* ask(`${address}/metrics`)
        assert.strictEqual(status, 200)
        assert.match(type ?? "", /^text\/plain; version=0\.0\.4/)
        for (const line of [
          "# TYPE tributary_visits_total counter",
          'tributary_visits_total{outcome="ok",purpose="source"} 1',
          'tributary_visits_total{outcome="not-modified",purpose="source"} 1',
          "tributary_visit_bytes_total 1200",
          'tributary_runs_total{state="completed"} 1',
          'tributary_run_sources_total{result="failed"} 1',
          "tributary_new_outputs_total 3",
          'tributary_run_duration_seconds_bucket{le="15"} 1',
          "tributary_run_duration_seconds_count 1",
          "tributary_sources_due 0",
          "tributary_source_lag_seconds 0",
          'tributary_outbox_waiting{channel="mail"} 0'
        ]) {
          assert.include(text.split("\n"), line)
        }
        // Every line is a comment, or a sample: a name, labels, a number.
        for (const line of text.trimEnd().split("\n")) {
          assert.match(
            line,
            /^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? [0-9.e+]+)$/
          )
        }
      })
    )
  )
})

describe("OpenTelemetry", () => {
  it.live("gets traces, metrics and logs when an endpoint is named", () =>
    Effect.gen(function* () {
      const received = new Map<string, string>()
      const server = createServer((request, response) => {
        let body = ""
        request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
        request.on("end", () => {
          received.set(request.url ?? "", body)
          response.end("{}")
        })
      }).listen(0, "127.0.0.1")
      yield* Effect.promise(() => once(server, "listening"))
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      yield* countVisit({ outcome: "ok", purpose: "source", bytes: 1 }).pipe(
        Effect.andThen(Effect.logInfo("a line")),
        Effect.withSpan("importRun"),
        Effect.provide(
          telemetryLayer.pipe(
            Layer.provide(
              ConfigProvider.layer(
                ConfigProvider.fromUnknown({
                  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
                  OTEL_EXPORTER_OTLP_PROTOCOL: "http/json"
                })
              )
            )
          )
        )
      )
      server.close()
      assert.sameMembers([...received.keys()], ["/v1/logs", "/v1/metrics", "/v1/traces"])
      assert.include(received.get("/v1/traces"), '"importRun"')
      assert.include(received.get("/v1/metrics"), "tributary_visits_total")
      assert.include(received.get("/v1/logs"), "a line")
      for (const body of received.values()) {
        assert.include(body, '"service.name","value":{"stringValue":"tributary"}')
        assert.include(body, `"service.version","value":{"stringValue":"${packageJson.version}"}`)
      }
    })
  )

  for (const [variable, environment] of [
    ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" }],
    [
      "OTEL_EXPORTER_OTLP_PROTOCOL",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4317", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }
    ]
  ] as const) {
    it.effect(`is refused with a sentence for ${JSON.stringify(environment)}`, () =>
      Effect.scoped(
        Effect.gen(function* () {
          const error = yield* Layer.build(
            telemetryLayer.pipe(Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment))))
          ).pipe(Effect.flip)
          assert.include(error.message, variable)
        })
      )
    )
  }
})

describe("The command line", () => {
  it.live("writes logs as JSON lines to standard error, and only from the level that is asked for", () =>
    Effect.promise(async () => {
      const directory = inFolder()
      const environment = { TRIBUTARY_SMTP_URL: "smtp://127.0.0.1:1", TRIBUTARY_MAIL_FROM: "a@example.org" }
      await run(["init", "--data", directory])
      const loud = await run(["mail", "test", "b@example.org", "--data", directory], { environment })
      assert.strictEqual(loud.status, 1)
      const [line = ""] = loud.stderr.split("\n")
      assert.match(line, /^\{.*"level":"WARN".*\}$/)
      const quiet = await run(
        ["mail", "test", "b@example.org", "--data", directory, "--log-level", "error"],
        {
          environment
        }
      )
      assert.match(quiet.stderr, /^tributary: .*127\.0\.0\.1:1 could not be reached/)
    })
  )
})
