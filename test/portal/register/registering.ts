/** The portal with the fixture sites to register, a real mail server, and what an organiser does with both. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ConfigProvider, Effect, Layer, ManagedRuntime } from "effect"
import { fixtureRegistry } from "../../../fixtures/registry.ts"
import { type Fixtures, serveFixtures } from "../../../fixtures/server.ts"
import { Registry } from "../../../src/ingest/registry/index.ts"
import { HostLookup } from "../../../src/ingest/visit/connector.ts"
import { DnsTexts } from "../../../src/jobs/registering/index.ts"
import { Mail } from "../../../src/mail/index.ts"
import { Normalizer } from "../../../src/normalize/normalizer.ts"
import { portal, PortalSettings } from "../../../src/portal/index.ts"
import { Database, type Repositories, Store } from "../../../src/store/index.ts"
import { smtpServer } from "../../mail/server.ts"

/** Initiatives that the registry has before anybody registers; without sources, so that all can be registered. */
const known: ReadonlySet<string> = new Set(["norvia-igf", "igf-zumurrada", "beispielstadt-igf"])

export interface Registering {
  readonly url: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>
  ) => Promise<Response>
  /** Letters that the mail server has taken, decoded, once there are so many. */
  readonly letters: (count: number) => Promise<ReadonlyArray<string>>
  /** Runs what the program itself would do, on the portal's store. */
  readonly run: <A, E>(
    effect: Effect.Effect<A, E, Repositories | Store | Database | Registry | Mail>
  ) => Promise<A>
  readonly fixtures: Fixtures
  readonly texts: Map<string, ReadonlyArray<string>>
  readonly stop: () => Promise<void>
}

/** The text of a letter: its lines joined again where quoted-printable broke them (RFC 2045, section 6.7). */
const decoded = (letter: string): string => {
  const [, head = "", body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(letter) ?? []
  const text = /base64/i.test(head)
    ? Buffer.from(body, "base64").toString("utf8")
    : /quoted-printable/i.test(head)
      ? Buffer.from(
          body
            .replace(/=\r?\n/g, "")
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1"
        ).toString("utf8")
      : body
  return `${head}\n\n${text}`
}

export const serveRegistering = async (
  options: {
    readonly allowNets?: string
    readonly connectTo?: string
    readonly lookup?: HostLookup
    readonly mail?: boolean
  } = {}
): Promise<Registering> => {
  const directory = mkdtempSync(join(tmpdir(), "tributary-registering-"))
  const texts = new Map<string, ReadonlyArray<string>>()
  const ending = Promise.withResolvers<void>()
  const servers = await new Promise<{
    readonly fixtures: Fixtures
    readonly smtp: Effect.Success<ReturnType<typeof smtpServer>>
    readonly closed: Promise<void>
  }>((resolve, reject) => {
    const closed: Promise<void> = Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const fixtures = yield* serveFixtures
          const smtp = yield* smtpServer({})
          yield* Effect.sync(() => setImmediate(() => resolve({ fixtures, smtp, closed })))
          yield* Effect.promise(() => ending.promise)
        })
      )
    ).catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
  })
  const { fixtures, smtp } = servers
  const configuration = ConfigProvider.layer(
    ConfigProvider.fromUnknown({
      TRIBUTARY_ALLOW_NETS: options.allowNets ?? "127.0.0.0/8",
      TRIBUTARY_CONNECT_TO: options.connectTo ?? fixtures.connectTo,
      ...(options.mail === false
        ? {}
        : {
            TRIBUTARY_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
            TRIBUTARY_MAIL_FROM: "Tributary <tributary@igf.example>"
          })
    })
  )
  const outer = Layer.mergeAll(
    configuration,
    Layer.succeed(DnsTexts, (name: string) => Effect.sync(() => texts.get(name) ?? [])),
    options.lookup === undefined ? Layer.empty : Layer.succeed(HostLookup, options.lookup)
  )
  const store = Store.layer({ directory })
  const runtime = ManagedRuntime.make(
    portal({ host: "127.0.0.1", port: 0, trustedProxies: [], dataDirectory: directory }).pipe(
      Layer.provideMerge(Layer.mergeAll(Normalizer.layer, Registry.layer, Mail.layer)),
      Layer.provideMerge(store),
      Layer.provide(outer)
    )
  )
  const run: Registering["run"] = (effect) => runtime.runPromise(effect)
  await run(
    Effect.gen(function* () {
      const registry = yield* Registry
      for (const { initiative } of fixtureRegistry) {
        if (known.has(initiative.id)) yield* registry.add({ initiative, sources: [] })
      }
    })
  )
  const { baseUrl } = await runtime.runPromise(Effect.map(PortalSettings, (settings) => settings))
  const at = (path: string) => new URL(path, baseUrl)
  return {
    url: baseUrl.href,
    get: (path) => fetch(at(path), { redirect: "manual" }),
    post: (path, fields = {}, headers = {}) =>
      fetch(at(path), {
        method: "POST",
        redirect: "manual",
        headers: {
          origin: baseUrl.origin,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
          ...headers
        },
        body: new URLSearchParams({ csrf: "", ...fields }).toString()
      }),
    letters: async (count) => {
      const until = Date.now() + 5_000
      while (smtp.letters.length < count && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return smtp.letters.map(decoded)
    },
    run,
    fixtures,
    texts,
    stop: async () => {
      await runtime.dispose()
      ending.resolve()
      await servers.closed
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** The first link to a path in a text, as a path. */
export const linkTo = (text: string, path: string): string =>
  new RegExp(`/(?:en|fr|es|pt|ru|ar|zh)${path}/[\\w-]{43}`).exec(text)?.[0] ?? `no link to ${path}`

/** Where an answer leads. */
export const leadsTo = (response: Response): string => response.headers.get("location") ?? ""
