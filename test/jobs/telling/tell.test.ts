import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http"
import { once } from "node:events"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { fixtureRegistry } from "../../../fixtures/registry.ts"
import { type OutboxMessage, Timestamp } from "../../../src/domain/index.ts"
import { deliverWebhook, tell, TellingConfig, TellingConfigError } from "../../../src/jobs/telling/index.ts"
import { signature } from "../../../src/jobs/telling/webhook.ts"
import { Mail } from "../../../src/mail/index.ts"
import { Alarms, Initiatives, Outbox, Sources, unvisited } from "../../../src/store/index.ts"
import { storeLayer } from "../../mail/store.ts"

const secret = "a secret of the two of us"

const Body = Schema.fromJsonString(
  Schema.Struct({
    type: Schema.String,
    data: Schema.Struct({ subject: Schema.String, needsAction: Schema.Boolean })
  })
)

/** A receiver on loopback that answers with the given statuses in turn, the last one for ever. */
const receiver = (statuses: ReadonlyArray<number>) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const received: Array<{ readonly headers: IncomingHttpHeaders; readonly body: string }> = []
      const listener: RequestListener = (request, response) => {
        let body = ""
        request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
        request.on("end", () => {
          const status = statuses[Math.min(received.length, statuses.length - 1)] ?? 200
          received.push({ headers: request.headers, body })
          response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("thanks")
        })
      }
      const server = createServer(listener).listen(0, "127.0.0.1")
      await once(server, "listening")
      const address = server.address()
      return { server, received, port: typeof address === "object" && address !== null ? address.port : 0 }
    }),
    ({ server }) => Effect.sync(() => server.close())
  )

const layerOver = (environment: Record<string, string>, sent: Array<OutboxMessage> = []) =>
  Layer.mergeAll(Mail.memory(sent), TellingConfig.layer).pipe(
    Layer.provideMerge(storeLayer),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment)))
  )

const hook = (port: number) => ({
  TRIBUTARY_WEBHOOK_URL: `http://127.0.0.1:${port}/hooks/t0ken`,
  TRIBUTARY_WEBHOOK_SECRET: secret,
  TRIBUTARY_WEBHOOK_ALLOW_NETS: "127.0.0.0/8"
})

/** One source that has failed for long. */
const failingSource = Effect.gen(function* () {
  const entry = fixtureRegistry.find(({ initiative }) => initiative.id === "norvia-igf")
  assert.isDefined(entry)
  yield* (yield* Initiatives).upsert([entry.initiative])
  const sources = yield* Sources
  yield* sources.upsert(entry.sources)
  const [first] = entry.sources
  assert.isDefined(first)
  const state = {
    ...unvisited(first.id),
    lastOutcome: "server-error",
    lastMessage: "The server answered with 503.",
    lastSuccessAt: Timestamp.make("1969-12-01T00:00:00.000Z"),
    failures: 4
  } as const
  yield* sources.saveState(state)
  return { mend: sources.saveState({ ...state, lastOutcome: "ok", failures: 0, itemsListed: 3 }) }
})

/** What is said of a delivery to a receiver. */
const delivered = (environment: Record<string, string>) =>
  Effect.gen(function* () {
    yield* failingSource
    yield* tell("run")
    yield* deliverWebhook
    const [message] = yield* (yield* Outbox).list()
    return `${message?.state}: ${message?.problem}`
  }).pipe(Effect.provide(layerOver(environment)))

describe("Telling", () => {
  it.effect("tells mail and webhook of an alarm once, remembers it, and tells when it has ended", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { port, received } = yield* receiver([500, 200])
        const sent: Array<OutboxMessage> = []
        yield* Effect.gen(function* () {
          const { mend } = yield* failingSource
          const mail = yield* Mail
          yield* tell("run")
          yield* tell("run")
          yield* mail.deliver
          assert.sameMembers(
            sent.map(({ recipient }) => recipient),
            ["a@example.org", "b@example.org"]
          )
          assert.isTrue(sent.every(({ subject }) => subject === "Tributary: 1 thing needs a look"))
          assert.lengthOf(yield* (yield* Alarms).open, 1)

          // The receiver fails at first, and gets the same delivery again, signed anew.
          assert.strictEqual((yield* deliverWebhook)?.postponed, 1)
          yield* TestClock.adjust("1 minute")
          assert.strictEqual((yield* deliverWebhook)?.sent, 1)
          assert.strictEqual((yield* deliverWebhook)?.sent, 0)
          assert.lengthOf(received, 2)
          const [first, second] = received
          assert.isDefined(first)
          assert.isDefined(second)
          assert.strictEqual(first.headers["webhook-id"], second.headers["webhook-id"])
          assert.strictEqual(
            second.headers["webhook-signature"],
            signature(
              secret,
              String(second.headers["webhook-id"]),
              Number(second.headers["webhook-timestamp"]),
              second.body
            )
          )
          const body = yield* Schema.decodeEffect(Body)(second.body)
          assert.deepStrictEqual(body, {
            type: "tributary.report.run",
            data: { subject: "Tributary: 1 thing needs a look", needsAction: true }
          })
          // The address of the receiver may hold a secret: the outbox has its origin only.
          assert.notInclude(JSON.stringify(yield* (yield* Outbox).list()), "t0ken")

          yield* mend
          yield* tell("run")
          yield* mail.deliver
          assert.strictEqual(sent.at(-1)?.subject, "Tributary: 1 thing is well again")
          assert.lengthOf(yield* (yield* Alarms).open, 0)
        }).pipe(
          Effect.provide(
            layerOver({ ...hook(port), TRIBUTARY_REPORT_TO: "a@example.org, b@example.org" }, sent)
          )
        )
      })
    )
  )

  it.effect("tells of a week once, and of a quiet run not at all", () => {
    const sent: Array<OutboxMessage> = []
    return Effect.gen(function* () {
      const mail = yield* Mail
      yield* tell("run")
      yield* tell("week")
      yield* tell("week")
      yield* mail.deliver
      assert.lengthOf(sent, 1)
      yield* TestClock.adjust("7 days")
      yield* tell("week")
      yield* mail.deliver
      assert.lengthOf(sent, 2)
    }).pipe(Effect.provide(layerOver({ TRIBUTARY_REPORT_TO: "a@example.org" }, sent)))
  })

  it.effect("keeps an alarm for the next report when the week was told before", () => {
    const sent: Array<OutboxMessage> = []
    return Effect.gen(function* () {
      const mail = yield* Mail
      yield* tell("week")
      yield* mail.deliver
      yield* failingSource
      yield* tell("week")
      yield* tell("run")
      yield* mail.deliver
      assert.deepStrictEqual(
        sent.map(({ subject }) => subject),
        ["Tributary: the week to 1 January 1970, 0 new outputs", "Tributary: 1 thing needs a look"]
      )
    }).pipe(Effect.provide(layerOver({ TRIBUTARY_REPORT_TO: "a@example.org" }, sent)))
  })
})

describe("The webhook", () => {
  for (const [status, expected] of [
    [302, /^waiting: .* status 302\. Redirects are not followed/],
    [401, /^waiting: .* status 401\. Look whether both sides have the same TRIBUTARY_WEBHOOK_SECRET/],
    [410, /^given-up: .* gone \(410\)/]
  ] as const) {
    it.effect(`says what to do when it answers with ${status}`, () =>
      Effect.scoped(
        Effect.gen(function* () {
          const { port, received } = yield* receiver([status])
          assert.match(yield* delivered(hook(port)), expected)
          assert.lengthOf(received, 1)
        })
      )
    )
  }

  for (const url of [
    "https://127.0.0.1:1/",
    "https://[::1]/",
    "https://169.254.169.254/",
    "https://localhost/"
  ]) {
    it.effect(`does not go to ${url} unless its range is opened`, () =>
      Effect.gen(function* () {
        const said = yield* delivered({ TRIBUTARY_WEBHOOK_URL: url, TRIBUTARY_WEBHOOK_SECRET: secret })
        assert.match(said, /^waiting: .*(loopback|link-local).*not visited.*TRIBUTARY_WEBHOOK_ALLOW_NETS/)
      })
    )
  }

  it.effect("says when nobody listens", () =>
    Effect.gen(function* () {
      assert.match(yield* delivered(hook(1)), /^waiting: .*could not be reached.*ECONNREFUSED/)
    })
  )

  it("signs as Standard Webhooks do", () => {
    // The example of the specification's reference libraries.
    assert.strictEqual(
      signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        '{"test": 2432232314}'
      ),
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )
  })

  for (const [variable, environment] of [
    ["TRIBUTARY_REPORT_TO", { TRIBUTARY_REPORT_TO: "a@example.org, nobody" }],
    ["TRIBUTARY_WEBHOOK_URL", { ...hook(1), TRIBUTARY_WEBHOOK_URL: "ftp://example.org/t0ken" }],
    ["TRIBUTARY_WEBHOOK_URL", { ...hook(1), TRIBUTARY_WEBHOOK_ALLOW_NETS: "" }],
    ["TRIBUTARY_WEBHOOK_SECRET", { ...hook(1), TRIBUTARY_WEBHOOK_SECRET: "t0ken" }],
    ["TRIBUTARY_WEBHOOK_ALLOW_NETS", { ...hook(1), TRIBUTARY_WEBHOOK_ALLOW_NETS: "home" }]
  ] as const) {
    it.effect(`is refused with a sentence that names ${variable}: ${JSON.stringify(environment)}`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(
          Effect.asVoid(TellingConfig).pipe(Effect.provide(layerOver(environment)))
        )
        assert.instanceOf(error, TellingConfigError)
        assert.strictEqual(error.variable, variable)
        assert.notInclude(error.message, "t0ken")
      })
    )
  }
})
