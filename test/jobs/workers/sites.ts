/**
 * Invented initiatives on hosts of their own, each with a feed of messages, and one library on which all of
 * them keep their first message. The log tells when each request came and was answered.
 */
import { createServer } from "node:http"
import { Effect } from "effect"
import { HttpUrl, InitiativeId, SourceId } from "../../../src/domain/index.ts"
import { Initiatives, Sources } from "../../../src/store/index.ts"

export interface SitesRequest {
  readonly host: string
  readonly url: string
  readonly begun: number
  ended: number
}

export const library = "library.example"

/** Milliseconds that the library asks everybody to leave between two requests. */
export const crawlDelayMs = 60

const hostOf = (index: number): string => `igf${index}.example`

const feed = (host: string, messages: number): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${Array.from(
    { length: messages },
    (_, number) =>
      `<item><title>Messages ${number} of the ${host} forum</title><link>http://${number === 0 ? `${library}/${host}` : host}/messages-${number}</link><guid>http://${host}/${number}</guid><pubDate>Mon, 0${number + 1} Jun 2026 08:00:00 GMT</pubDate></item>`
  ).join("")}</channel></rss>`

const page = (host: string, path: string): string =>
  `<!doctype html><html lang="en"><title>Messages of ${host}${path}</title><main><h1>Key messages ${path}</h1>
  <p>The forum of ${host} met on 3 June 2026 and agreed on these messages.</p><ol>${Array.from(
    { length: 4 },
    (_, point) =>
      `<li>Point ${point}: the registry of ${host} should accept names in local scripts before ${2027 + point} (${path}).</li>`
  ).join("")}</ol></main></html>`

/** Serves the sites of so many initiatives until the scope closes. */
export const serveSites = (initiatives: number, messages: number, latencyMs: number) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const log: Array<SitesRequest> = []
      const server = createServer((request, response) => {
        const host = request.headers.host ?? ""
        const path = request.url ?? "/"
        const entry: SitesRequest = {
          host,
          url: `http://${host}${path}`,
          begun: performance.now(),
          ended: Infinity
        }
        log.push(entry)
        response.on("close", () => (entry.ended = performance.now()))
        setTimeout(() => {
          if (path === "/robots.txt") {
            const rules = `User-agent: *\nDisallow:\nCrawl-delay: ${crawlDelayMs / 1000}\n`
            return host === library
              ? response.writeHead(200, { "content-type": "text/plain" }).end(rules)
              : response.writeHead(404).end()
          }
          const isFeed = path === "/feed"
          return response
            .writeHead(200, { "content-type": isFeed ? "application/rss+xml" : "text/html; charset=utf-8" })
            .end(isFeed ? feed(host, messages) : page(host, path))
        }, latencyMs)
      })
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      const hosts = [library, ...Array.from({ length: initiatives }, (_, index) => hostOf(index))]
      return {
        log,
        environment: {
          TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
          TRIBUTARY_CONNECT_TO: hosts.map((host) => `${host}=127.0.0.1:${port}`).join(","),
          TRIBUTARY_VISIT_TIMEOUT: "5 seconds"
        },
        close: () =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
            server.closeAllConnections()
          })
      }
    }),
    ({ close }) => Effect.promise(close)
  )

/** Registers them in the store, each with its feed. */
export const registerSites = Effect.fnUntraced(function* (initiatives: number) {
  const all = Array.from({ length: initiatives }, (_, index) => ({
    id: InitiativeId.make(`igf-${index}`),
    url: HttpUrl.make(`http://${hostOf(index)}/feed`)
  }))
  yield* (yield* Initiatives).upsert(
    all.map(({ id }) => ({
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
    all.map(({ id, url }) => ({
      id: SourceId.make(`${id}/feed`),
      initiativeId: id,
      kind: "feed",
      url,
      status: "approved",
      verified: true,
      validFrom: null,
      validUntil: null,
      options: {}
    }))
  )
})

/** The most requests that one host had to answer at one time, by host. */
export const mostAtOnce = (log: ReadonlyArray<SitesRequest>): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(log, ({ host }) => host)].map(([host, requests]) => [
      host,
      Math.max(
        ...requests.map(
          ({ begun }) => requests.filter((one) => one.begun <= begun && begun < one.ended).length
        )
      )
    ])
  )
