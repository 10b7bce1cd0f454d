import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect } from "effect"
import * as fc from "fast-check"
import { embeddedIPv4, makeAddressGuard, parseNet } from "../../../src/ingest/visit/address.ts"
import { VisitConfig } from "../../../src/ingest/visit/config.ts"
import { failureOf } from "../../../src/ingest/visit/failure.ts"
import { contentType, freshFor, retryAfter } from "../../../src/ingest/visit/header.ts"

const now = Date.parse("2026-02-05T08:00:00Z")

const configured = (env: Record<string, string>) =>
  VisitConfig.pipe(
    Effect.provide(VisitConfig.layer),
    Effect.provideService(ConfigProvider.ConfigProvider, ConfigProvider.fromEnv({ env })),
    Effect.match({ onFailure: (error) => error.message, onSuccess: (settings) => settings })
  )

describe("the configuration", () => {
  it.effect("names the contact in the user agent and opens what is listed", () =>
    Effect.gen(function* () {
      const settings = yield* configured({
        TRIBUTARY_ALLOW_NETS: "127.0.0.0/8, ::1/128",
        TRIBUTARY_ALLOW_PORTS: "8080",
        TRIBUTARY_CONNECT_TO: "KIGF.example=127.0.0.1:9001,igf.example=[::1]:9002",
        TRIBUTARY_CONTACT: "https://tributary.example/about",
        TRIBUTARY_HOST_DELAY: "2 seconds",
        TRIBUTARY_USER_AGENT: "Tributary/1.0"
      })
      if (typeof settings === "string") throw new Error(settings)
      assert.strictEqual(settings.userAgent, "Tributary/1.0 (+https://tributary.example/about)")
      assert.strictEqual(settings.hostDelay, 2000)
      assert.strictEqual(settings.maxBytes, 64 * 1024 * 1024)
      assert.deepStrictEqual(settings.connectTo.get("kigf.example"), { address: "127.0.0.1", port: 9001 })
      assert.deepStrictEqual(settings.connectTo.get("igf.example"), { address: "::1", port: 9002 })
      assert.isTrue(makeAddressGuard(settings.allowNets).isOwn("::1"))
    })
  )

  const mistakes: ReadonlyArray<readonly [string, string, string]> = [
    ["TRIBUTARY_ALLOW_NETS", "127.0.0.0/33", "ranges"],
    ["TRIBUTARY_ALLOW_NETS", "localhost", "ranges"],
    ["TRIBUTARY_ALLOW_PORTS", "0", "1 to 65535"],
    ["TRIBUTARY_CONNECT_TO", "kigf.example=9001", "host=address:port"],
    ["TRIBUTARY_CONTACT", "секретариат", "ASCII"],
    ["TRIBUTARY_USER_AGENT", "1/2", "product name"],
    ["TRIBUTARY_HOST_DELAY", "soon", "TRIBUTARY_HOST_DELAY"],
    ["TRIBUTARY_MAX_BYTES", "-1", "above 0"],
    ["TRIBUTARY_CONCURRENCY", "many", "TRIBUTARY_CONCURRENCY"]
  ]
  for (const [variable, value, says] of mistakes) {
    it.effect(`refuses ${variable}=${value} by name`, () =>
      Effect.gen(function* () {
        const message = yield* configured({ [variable]: value })
        if (typeof message !== "string") throw new Error("it was accepted")
        assert.include(message, variable)
        assert.include(message, says)
      })
    )
  }
})

describe("the address guard", () => {
  const guard = makeAddressGuard([])

  it("lets the public Internet through", () => {
    for (const address of [
      "8.8.8.8",
      "1.1.1.1",
      "172.32.0.1",
      "100.128.0.1",
      "2606:4700::1",
      "64:ff9b::808:808"
    ]) {
      assert.isNull(guard.refusal(address), address)
    }
  })

  it("judges an IPv4 address alike in every IPv6 form that carries it", () => {
    const octet = fc.integer({ max: 255, min: 0 })
    fc.assert(
      fc.property(octet, octet, octet, octet, (a, b, c, d) => {
        const ip = [a, b, c, d].join(".")
        for (const form of [`::ffff:${ip}`, `64:ff9b::${ip}`, `::ffff:0:${ip}`, `0:0:0:0:0:FFFF:${ip}`]) {
          assert.strictEqual(embeddedIPv4(form), ip)
          assert.strictEqual(guard.refusal(form), guard.refusal(ip))
        }
      })
    )
  })

  it("refuses what is not in the global unicast space, and what is no address", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(":")[0] || "0", 16)
        if (embeddedIPv4(address) === null && first >> 13 !== 1) assert.isNotNull(guard.refusal(address))
      })
    )
    for (const text of ["", "localhost", "1.2.3", "::g"]) assert.isNotNull(guard.refusal(text), text)
  })

  it("opens a range and nothing beside it, in every form", () => {
    const net = parseNet("10.1.0.0/16")
    if (net === null) throw new Error("not read")
    const opened = makeAddressGuard([net])
    assert.isNull(opened.refusal("10.1.2.3"))
    assert.isNull(opened.refusal("::ffff:10.1.2.3"))
    assert.isNotNull(opened.refusal("10.2.0.1"))
    assert.isTrue(opened.isOpened("10.1.2.3"))
    assert.isFalse(opened.isOwn("10.1.2.3"))
  })
})

describe("response headers", () => {
  const waits: ReadonlyArray<readonly [string, number | null]> = [
    ["120", 120_000],
    ["0", 0],
    ["Thu, 05 Feb 2026 08:02:00 GMT", 120_000],
    ["Thursday, 05-Feb-26 08:02:00 GMT", 120_000],
    ["Thu, 05 Feb 2026 07:00:00 GMT", 0],
    ["-5", null],
    ["soon", null]
  ]
  for (const [value, expected] of waits) {
    it(`read Retry-After: ${value} as ${expected} ms`, () => {
      assert.strictEqual(retryAfter({ "retry-after": value }, now), expected)
    })
  }

  const freshness: ReadonlyArray<readonly [Record<string, string>, number | null]> = [
    [{}, null],
    [{ "cache-control": "max-age=60" }, 60_000],
    [{ age: "20", "cache-control": "public,MAX-AGE=60" }, 40_000],
    [{ "cache-control": "no-cache, max-age=60" }, 0],
    [{ "cache-control": "no-store" }, 0],
    [{ "cache-control": "s-maxage=60" }, null],
    [{ date: "Thu, 05 Feb 2026 08:00:00 GMT", expires: "Thu, 05 Feb 2026 09:00:00 GMT" }, 3_600_000],
    [{ expires: "Thu, 05 Feb 2026 09:00:00 GMT" }, 3_600_000],
    [{ expires: "0" }, 0],
    [{ "cache-control": "max-age=60", expires: "0" }, 60_000]
  ]
  for (const [headers, expected] of freshness) {
    it(`read ${JSON.stringify(headers)} as fresh for ${expected} ms`, () => {
      assert.strictEqual(freshFor(headers, now), expected)
    })
  }

  const types: ReadonlyArray<readonly [string, string | null, string | null]> = [
    ["text/html; charset=UTF-8", "text/html", "UTF-8"],
    ["TEXT/HTML;Charset='utf-8'", "text/html", "'utf-8'"],
    ["application/rss+xml", "application/rss+xml", null],
    ["text/html charset=windows-1251", "text/html", "windows-1251"],
    ["html", null, null]
  ]
  for (const [value, mediaType, charset] of types) {
    it(`read Content-Type: ${value}`, () => {
      assert.deepStrictEqual(contentType({ "content-type": value }), { charset, mediaType })
    })
  }
})

describe("errors of the network in words", () => {
  const errors: ReadonlyArray<readonly [string, string, string]> = [
    ["ENOTFOUND", "dns-error", "does not exist"],
    ["EAI_AGAIN", "dns-error", "does not answer"],
    ["ECONNREFUSED", "network-error", "refuses connections"],
    ["EHOSTUNREACH", "network-error", "cannot be reached"],
    ["UND_ERR_CONNECT_TIMEOUT", "too-slow", "accept a connection"],
    ["CERT_HAS_EXPIRED", "tls-error", "expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls-error", "another host name"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-error", "intermediate"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls-error", "secure connection failed"],
    ["EWHATEVER", "network-error", "EWHATEVER"]
  ]
  for (const [code, outcome, says] of errors) {
    it(`${code} is ${outcome}`, () => {
      const inner = Object.assign(new Error("inner"), { code })
      for (const error of [inner, new Error("outer", { cause: inner }), new AggregateError([inner])]) {
        const failure = failureOf(error, "kigf.or.ke")
        assert.strictEqual(failure.outcome, outcome)
        assert.include(failure.message, says)
        assert.include(failure.message, "kigf.or.ke")
      }
    })
  }
})
