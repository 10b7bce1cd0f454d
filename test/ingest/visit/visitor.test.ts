import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Layer } from "effect"
import { HostLookup } from "../../../src/ingest/visit/connector.ts"
import { Visitor } from "../../../src/ingest/visit/visitor.ts"
import { connectTo, serve, visitorWith } from "./server.ts"

const source = (url: string) => ({ purpose: "source", url }) as const

/** A name service that answers from a list, one entry a question; the last one stays. */
const lookupOf = (answers: ReadonlyArray<ReadonlyArray<string>>) => {
  let asked = 0
  return Layer.succeed(HostLookup, (_hostname, callback) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))
    )
  })
}

describe("the Visitor", () => {
  it.live("says who it is, asks conditionally, and sends nothing else that tells of us", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve((_, response) => response.writeHead(304).end())
      const visitor = yield* Visitor
      const result = yield* visitor
        .visit({
          ...source(`http://127.0.0.1:${port}/feed#top`),
          accept: "application/rss+xml",
          etag: 'W/"v1"',
          lastModified: "Tue, 03 Feb 2026 10:00:00 GMT"
        })
        .pipe(Effect.withSpan("import"))
      assert.strictEqual(result.outcome, "not-modified")
      assert.deepStrictEqual(requests[1]?.headers, {
        accept: "application/rss+xml",
        "accept-encoding": "gzip, deflate, br, zstd",
        connection: "keep-alive",
        host: `127.0.0.1:${port}`,
        "if-modified-since": "Tue, 03 Feb 2026 10:00:00 GMT",
        "if-none-match": 'W/"v1"',
        "user-agent": "Tributary/0.1 (+https://tributary.example/about)"
      })
      assert.strictEqual(requests[1]?.url, "/feed")
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("does not send a validator that would break the request", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve((_, response) => response.end("x"))
      const visitor = yield* Visitor
      const result = yield* visitor.visit({
        ...source(`http://127.0.0.1:${port}/`),
        etag: '"a"\r\nx-evil: 1'
      })
      assert.strictEqual(result.outcome, "ok")
      assert.isUndefined(requests[1]?.headers["x-evil"])
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("tells all that the response says of itself", () =>
    Effect.gen(function* () {
      const { port } = yield* serve((_, response) =>
        response
          .writeHead(200, {
            "cache-control": "public, max-age=600",
            "content-type": 'Text/HTML; charset="Windows-1252"',
            age: "100",
            etag: '"v2"',
            "last-modified": "Tue, 03 Feb 2026 10:00:00 GMT"
          })
          .end("<p>Acc\u00e8s")
      )
      const visitor = yield* Visitor
      const url = `http://127.0.0.1:${port}/`
      const { body, durationMs, message, serverTime, ...result } = yield* visitor.visit(source(url))
      // Node states the time of its answers, in whole seconds.
      assert.approximately(serverTime ?? 0, yield* Clock.currentTimeMillis, 10_000)
      assert.deepStrictEqual(result, {
        bytes: 9,
        charset: "Windows-1252",
        etag: '"v2"',
        finalUrl: url,
        freshFor: 500_000,
        lastModified: "Tue, 03 Feb 2026 10:00:00 GMT",
        mediaType: "text/html",
        outcome: "ok",
        permanentUrl: null,
        retryAfter: null,
        status: 200,
        url
      })
      assert.strictEqual(body?.length, 9)
      assert.isAtLeast(durationMs, 0)
      assert.include(message, "9 bytes")
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("keeps the permanent part of a chain apart from the rest", () =>
    Effect.gen(function* () {
      const steps: Readonly<Record<string, readonly [number, string]>> = {
        "/2024": [301, "/2025"],
        "/2025": [308, "/2026"],
        "/2026": [302, "/maintenance"],
        "/maintenance": [301, "/end"]
      }
      const { port } = yield* serve((request, response) => {
        const [code, location] = steps[request.url ?? ""] ?? [200, ""]
        response.writeHead(code, { location }).end("x")
      })
      const visitor = yield* Visitor
      const base = `http://127.0.0.1:${port}`
      const moved = yield* visitor.visit(source(`${base}/2024`))
      assert.strictEqual(moved.permanentUrl, `${base}/2026`)
      assert.strictEqual(moved.finalUrl, `${base}/end`)
      const elsewhere = yield* visitor.visit(source(`${base}/2026`))
      assert.isNull(elsewhere.permanentUrl)
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("reads a Location in UTF-8 as it was meant", () =>
    Effect.gen(function* () {
      const { port } = yield* serve((request, response) => {
        if (request.url === "/") {
          response.writeHead(302, { location: Buffer.from("/communiqu\u00e9").toString("latin1") }).end()
        } else {
          response.end(request.url)
        }
      })
      const visitor = yield* Visitor
      const result = yield* visitor.visit(source(`http://127.0.0.1:${port}/`))
      assert.strictEqual(Buffer.from(result.body ?? []).toString(), "/communiqu%C3%A9")
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("reads robots.txt once for many visits at one time, and gives its sitemaps", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve(
        (request, response) =>
          void response.end(request.url === "/robots.txt" ? "Sitemap: https://kigf.example/map.xml" : "page"),
        { robots: true }
      )
      const visitor = yield* Visitor
      const urls = [1, 2, 3, 4].map((page) => `http://127.0.0.1:${port}/${page}`)
      const results = yield* Effect.forEach(urls, (url) => visitor.visit(source(url)), { concurrency: 4 })
      assert.isTrue(results.every(({ outcome }) => outcome === "ok"))
      assert.strictEqual(requests.filter(({ url }) => url === "/robots.txt").length, 1)
      const robots = yield* visitor.robots(urls[0] ?? "")
      assert.deepStrictEqual(robots?.sitemaps, ["https://kigf.example/map.xml"])
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("asks nothing more of a host that said Retry-After", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve((_, response) =>
        response.writeHead(503, { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }).end()
      )
      const visitor = yield* Visitor
      const first = yield* visitor.visit(source(`http://127.0.0.1:${port}/a`))
      assert.strictEqual(first.outcome, "server-error")
      assert.approximately(first.retryAfter ?? 0, 3_600_000, 5000)
      const second = yield* visitor.visit(source(`http://127.0.0.1:${port}/b`))
      assert.strictEqual(second.outcome, "rate-limited")
      assert.isNull(second.finalUrl)
      assert.strictEqual(requests.length, 2)
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("stops asking a host that fails and fails", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve((_, response) => response.writeHead(500).end())
      const visitor = yield* Visitor
      for (let count = 0; count < 8; count++)
        yield* visitor.visit(source(`http://127.0.0.1:${port}/${count}`))
      assert.strictEqual(requests.length, 1 + 3)
    }).pipe(Effect.provide(visitorWith({ breakerFailures: 3 })))
  )

  it.live("goes where TRIBUTARY_CONNECT_TO says and keeps the name everywhere else", () =>
    Effect.gen(function* () {
      const { port, requests } = yield* serve((_, response) => response.end("page"))
      const visit = Visitor.use((visitor) => visitor.visit(source("http://kigf.example/messages")))
      const unmapped = yield* visit.pipe(Effect.provide(visitorWith()))
      assert.strictEqual(unmapped.outcome, "dns-error")
      const mapped = yield* visit.pipe(
        Effect.provide(visitorWith({ connectTo: connectTo({ "kigf.example": port }) }))
      )
      assert.strictEqual(mapped.outcome, "ok")
      assert.strictEqual(mapped.finalUrl, "http://kigf.example/messages")
      assert.strictEqual(requests[0]?.headers.host, "kigf.example")
      const closed = yield* visit.pipe(
        Effect.provide(visitorWith({ allowNets: [], connectTo: connectTo({ "kigf.example": port }) }))
      )
      assert.strictEqual(closed.outcome, "blocked-address")
      assert.include(closed.message, "kigf.example leads to 127.0.0.1")
    }).pipe(Effect.provide(lookupOf([[]])))
  )

  it.live("is not fooled by a name that turns private at the second look", () =>
    Effect.gen(function* () {
      // Each answer ends its connection, robots.txt too: the page needs a second look.
      const { port } = yield* serve(
        (_, response) => response.writeHead(200, { connection: "close" }).end("page"),
        { robots: true }
      )
      const visitor = yield* Visitor
      const first = yield* visitor.visit(source(`http://kigf.example:${port}/`))
      assert.strictEqual(first.outcome, "blocked-address", first.message)
      assert.include(first.message, "10.0.0.7")
    }).pipe(
      Effect.provide(
        visitorWith({ breakerFailures: 99 }).pipe(Layer.provide(lookupOf([["127.0.0.1"], ["10.0.0.7"]])))
      )
    )
  )

  for (const addresses of [
    ["127.0.0.1", "10.0.0.7"],
    ["10.0.0.7"],
    ["::ffff:10.0.0.7"],
    ["fd00::1"],
    ["fe80::1%eth0"]
  ]) {
    it.live(`refuses a name with the addresses ${addresses.join(" and ")}`, () =>
      Effect.gen(function* () {
        const visitor = yield* Visitor
        const result = yield* visitor.visit(source("http://kigf.example/"))
        assert.strictEqual(result.outcome, "blocked-address", result.message)
      }).pipe(Effect.provide(visitorWith().pipe(Layer.provide(lookupOf([addresses])))))
    )
  }

  it.live("names a host that does not exist", () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor
      const result = yield* visitor.visit(source("http://kigf.example/"))
      assert.strictEqual(result.outcome, "dns-error")
      assert.include(result.message, "kigf.example")
    }).pipe(Effect.provide(visitorWith().pipe(Layer.provide(lookupOf([[]])))))
  )

  it.live("closes the socket when it is interrupted", () =>
    Effect.gen(function* () {
      const arrived = Promise.withResolvers<void>()
      const closed = Promise.withResolvers<void>()
      const { port } = yield* serve((request) => {
        request.socket.once("close", () => closed.resolve())
        arrived.resolve()
      })
      const visitor = yield* Visitor
      const fiber = yield* Effect.forkChild(visitor.visit(source(`http://127.0.0.1:${port}/`)))
      yield* Effect.promise(() => arrived.promise)
      yield* Fiber.interrupt(fiber)
      yield* Effect.promise(() => closed.promise)
    }).pipe(Effect.provide(visitorWith({ headersTimeout: 60_000, visitTimeout: 60_000 })))
  )

  it.live("is not held up by one host's visits when another's never end", () =>
    Effect.gen(function* () {
      const hanging = yield* serve(() => undefined)
      const healthy = yield* serve((_, response) => response.end("page"))
      const visitor = yield* Visitor
      const stuck = yield* Effect.forkChild(visitor.visit(source(`http://127.0.0.1:${hanging.port}/`)))
      const result = yield* visitor.visit(source(`http://127.0.0.1:${healthy.port}/`))
      assert.strictEqual(result.outcome, "ok")
      assert.isUndefined(stuck.pollUnsafe())
      yield* Fiber.interrupt(stuck)
    }).pipe(Effect.provide(visitorWith({ headersTimeout: 60_000, visitTimeout: 60_000 })))
  )
})
