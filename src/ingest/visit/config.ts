/**
 * Limits and permissions of the Visitor, read from the environment.
 *
 * Variables (all optional):
 * - `TRIBUTARY_USER_AGENT`: product and version, default `Tributary/0.1`
 * - `TRIBUTARY_CONTACT`: URL or mail address that a server's owner can turn to
 * - `TRIBUTARY_ALLOW_NETS`: comma-separated CIDR list of private ranges that may be reached
 * - `TRIBUTARY_ALLOW_PORTS`: comma-separated ports besides 80 and 443
 * - `TRIBUTARY_CONNECT_TO`: comma-separated `host=address:port`; the socket goes there, the name stays
 * - `TRIBUTARY_HOST_DELAY`: least time between two requests to a host, such as `2 seconds`
 * - `TRIBUTARY_MAX_BYTES`: largest body, decoded; default 64 MiB
 * - `TRIBUTARY_VISIT_TIMEOUT`: longest visit as a whole, default `120 seconds`
 * - `TRIBUTARY_CONCURRENCY`: requests at one time over all hosts, default 128
 */
import { Config, Context, Duration, Effect, Layer, Option, Schema } from "effect"
import { parseNet, type Net } from "./address.ts"

/** Where the socket for a host goes instead of where DNS says. */
export interface ConnectTarget {
  readonly address: string
  readonly port: number
}

/** All limits; times in milliseconds, sizes in bytes. */
export interface VisitSettings {
  /** Value of the User-Agent header, contact included. */
  readonly userAgent: string
  readonly allowNets: ReadonlyArray<Net>
  readonly allowPorts: ReadonlySet<number>
  /** By lower-case host name without port. */
  readonly connectTo: ReadonlyMap<string, ConnectTarget>
  /** Least time between two requests to one host; null: 1 s, none on loopback. */
  readonly hostDelay: number | null
  /** Longest crawl-delay of a robots.txt that is honoured. */
  readonly maxCrawlDelay: number
  /** Largest body, on the wire and decoded. */
  readonly maxBytes: number
  /** Largest decoded length for each byte on the wire, once the body is over 1 MiB. */
  readonly maxRatio: number
  readonly maxRedirects: number
  readonly connectTimeout: number
  readonly headersTimeout: number
  /** Longest pause within a body. */
  readonly bodyTimeout: number
  /** Longest visit, from the first request to the last byte, redirects included, waiting excluded. */
  readonly visitTimeout: number
  readonly concurrency: number
  /** A request older than this gives its place to others (up to `slowConcurrency` of them). */
  readonly slowAfter: number
  readonly slowConcurrency: number
  /** Longest Retry-After that is believed. */
  readonly maxRetryAfter: number
  /** Failures in a row after which a host is left alone for `breakerPause`. */
  readonly breakerFailures: number
  readonly breakerPause: number
}

/** What holds when nothing is configured. */
export const defaultSettings: VisitSettings = {
  userAgent: "Tributary/0.1",
  allowNets: [],
  allowPorts: new Set(),
  connectTo: new Map(),
  hostDelay: null,
  maxCrawlDelay: 30_000,
  maxBytes: 64 * 1024 * 1024,
  maxRatio: 200,
  maxRedirects: 5,
  connectTimeout: 10_000,
  headersTimeout: 30_000,
  bodyTimeout: 20_000,
  visitTimeout: 120_000,
  concurrency: 128,
  slowAfter: 1_000,
  slowConcurrency: 256,
  maxRetryAfter: 24 * 3_600_000,
  breakerFailures: 5,
  breakerPause: 10 * 60_000
}

/** A variable whose value cannot be used. */
export class VisitConfigError extends Schema.TaggedError<VisitConfigError>()("VisitConfigError", {
  variable: Schema.String,
  message: Schema.String
}) {}

const refuse = (variable: string, value: string, expected: string) =>
  new VisitConfigError({ variable, message: `${variable} is "${value}": ${expected}.` })

const list = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")

const parseNets = Effect.fnUntraced(function* (text: string) {
  return yield* Effect.forEach(list(text), (part) => {
    const net = parseNet(part)
    return net === null
      ? Effect.fail(
          refuse("TRIBUTARY_ALLOW_NETS", part, "write ranges as in 127.0.0.0/8,10.1.0.0/16,fd00::/8")
        )
      : Effect.succeed(net)
  })
})

const portOf = (text: string): number | null => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

const parsePorts = Effect.fnUntraced(function* (text: string) {
  const ports = yield* Effect.forEach(list(text), (part) => {
    const port = portOf(part)
    return port === null
      ? Effect.fail(refuse("TRIBUTARY_ALLOW_PORTS", part, "write ports from 1 to 65535, as in 8080,8443"))
      : Effect.succeed(port)
  })
  return new Set(ports)
})

const parseConnectTo = Effect.fnUntraced(function* (text: string) {
  const entries = yield* Effect.forEach(list(text), (part) => {
    const match = /^([^=\s]+)=(?:\[([0-9a-fA-F:.]+)\]|([^:\s]+)):(\d+)$/.exec(part)
    const [, host, v6, v4, digits = ""] = match ?? []
    const address = v6 ?? v4
    const port = portOf(digits)
    return host === undefined || address === undefined || port === null
      ? Effect.fail(
          refuse("TRIBUTARY_CONNECT_TO", part, "write host=address:port, as in igf.example=127.0.0.1:8080")
        )
      : Effect.succeed([host.toLowerCase(), { address, port }] as const)
  })
  return new Map(entries)
})

/** Header values are visible ASCII and spaces (RFC 9110, section 5.5). */
const parseUserAgent = Effect.fnUntraced(function* (product: string, contact: string | null) {
  const parts = [
    ["TRIBUTARY_USER_AGENT", product],
    ["TRIBUTARY_CONTACT", contact ?? "none"]
  ] as const
  for (const [variable, value] of parts) {
    if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(value)) {
      return yield* refuse(variable, value, "use plain ASCII characters only")
    }
  }
  if (!/^[A-Za-z_-]/.test(product)) {
    return yield* refuse(
      "TRIBUTARY_USER_AGENT",
      product,
      "begin with a product name, as in Tributary/0.1; robots.txt files name it"
    )
  }
  return contact === null ? product : `${product} (+${contact})`
})

const positive = (variable: string, value: number | null, otherwise: number) =>
  value === null || value > 0
    ? Effect.succeed(value ?? otherwise)
    : Effect.fail(refuse(variable, String(value), "give a number above 0"))

const environment = Config.all({
  userAgent: Config.String("TRIBUTARY_USER_AGENT").pipe(Config.withDefault(defaultSettings.userAgent)),
  contact: Config.option(Config.NonEmptyString("TRIBUTARY_CONTACT")),
  allowNets: Config.String("TRIBUTARY_ALLOW_NETS").pipe(Config.withDefault("")),
  allowPorts: Config.String("TRIBUTARY_ALLOW_PORTS").pipe(Config.withDefault("")),
  connectTo: Config.String("TRIBUTARY_CONNECT_TO").pipe(Config.withDefault("")),
  hostDelay: Config.option(Config.Duration("TRIBUTARY_HOST_DELAY")),
  maxBytes: Config.option(Config.Int("TRIBUTARY_MAX_BYTES")),
  visitTimeout: Config.option(Config.Duration("TRIBUTARY_VISIT_TIMEOUT")),
  concurrency: Config.option(Config.Int("TRIBUTARY_CONCURRENCY"))
})

/** The settings of this process. */
export class VisitConfig extends Context.Service<VisitConfig, VisitSettings>()(
  "tributary/ingest/visit/VisitConfig"
) {
  /** From the environment; fails with a sentence that names the variable. */
  static readonly layer = Layer.effect(
    VisitConfig,
    Effect.gen(function* () {
      const read = yield* environment
      return VisitConfig.of({
        ...defaultSettings,
        userAgent: yield* parseUserAgent(read.userAgent, Option.getOrNull(read.contact)),
        allowNets: yield* parseNets(read.allowNets),
        allowPorts: yield* parsePorts(read.allowPorts),
        connectTo: yield* parseConnectTo(read.connectTo),
        hostDelay: Option.getOrNull(Option.map(read.hostDelay, Duration.toMillis)),
        maxBytes: yield* positive(
          "TRIBUTARY_MAX_BYTES",
          Option.getOrNull(read.maxBytes),
          defaultSettings.maxBytes
        ),
        visitTimeout: yield* positive(
          "TRIBUTARY_VISIT_TIMEOUT",
          Option.getOrNull(Option.map(read.visitTimeout, Duration.toMillis)),
          defaultSettings.visitTimeout
        ),
        concurrency: yield* positive(
          "TRIBUTARY_CONCURRENCY",
          Option.getOrNull(read.concurrency),
          defaultSettings.concurrency
        )
      })
    })
  )

  /** The defaults with some of them replaced; for tests and for embedding. */
  static readonly layerWith = (settings: Partial<VisitSettings>) =>
    Layer.succeed(VisitConfig, { ...defaultSettings, ...settings })
}
