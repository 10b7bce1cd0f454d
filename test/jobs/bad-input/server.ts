/** One server on loopback for all rows: each row is a host of it, healthy first and hostile then. */
import { createServer, type RequestListener } from "node:http"
import { createServer as createSecureServer } from "node:https"
import type { AddressInfo, Socket } from "node:net"
import { Effect } from "effect"
import type { HostLookup } from "../../../src/ingest/visit/connector.ts"
import { certificate, privateKey } from "../../ingest/visit/certificate.ts"
import { body, entry, feed, html, page, sitemap, status, type Answer } from "./answers.ts"
import type { Row } from "./row.ts"

/** Host whose name leads elsewhere at the second look-up of the hostile time. */
export const rebindingName = "rebinding.example"
export const secureHost = "secure.example"

export const hostOf = (index: number): string => `row-${index}.example`

const goodPage = (index: number) => html(page(`radio network ${index}`))

const post = (host: string, index: number) => ({
  id: 7,
  link: `http://${host}/first`,
  date: "2025-06-09T09:00:00",
  title: { rendered: "Good" },
  content: { rendered: page(`radio network ${index}`) }
})

/** What a healthy host has at each path. */
const healthy = (row: Row, index: number, path: string): Answer => {
  const host = hostOf(index)
  if (path === "/first") return goodPage(index)
  switch (row.kind ?? "feed") {
    case "sitemap":
      return body(sitemap([`http://${host}/first`]), "application/xml")
    case "listing":
      return html('<main><article class="entry"><a href="/first">Good</a></article></main>')
    case "wordpress":
      if (path === "/wp-json/wp/v2/posts")
        return body(JSON.stringify([post(host, index)]), "application/json")
      return path.startsWith("/wp-json/")
        ? body(JSON.stringify(post(host, index)), "application/json")
        : status(404)
    default:
      return body(feed([entry("/first", "Good")]))
  }
}

const listening = (listener: RequestListener, secure: boolean) =>
  Effect.acquireRelease(
    Effect.callback<{ readonly port: number; readonly close: () => void }>((resume) => {
      const sockets = new Set<Socket>()
      const server = secure
        ? createSecureServer({ cert: certificate, key: privateKey }, listener)
        : createServer(listener)
      server.on("connection", (socket: Socket) => {
        sockets.add(socket)
        socket.on("close", () => sockets.delete(socket))
        socket.on("error", () => undefined)
      })
      const close = () => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      server.listen(0, "127.0.0.1", () => {
        const address: AddressInfo | string | null = server.address()
        resume(
          Effect.succeed({ close, port: address === null || typeof address === "string" ? 0 : address.port })
        )
      })
    }),
    ({ close }) => Effect.sync(close)
  )

/** Serves the rows; `setHostile` says whether their hosts misbehave. */
export const serveRows = (rows: ReadonlyArray<Row>) =>
  Effect.gen(function* () {
    let hostile = false
    let lookups = 0
    const listener: RequestListener = (request, response) => {
      const path = (request.url ?? "/").replace(/\?.*$/, "")
      const host = request.headers.host ?? ""
      const index = Number(/^row-(\d+)\./.exec(host)?.[1] ?? -1)
      const row = rows[index]
      // Each request of the host whose name leads elsewhere needs a look-up of its own.
      if (row !== undefined && isRebinding(row)) response.setHeader("connection", "close")
      if (row === undefined) return status(404)(request, response)
      if (path === "/robots.txt") return ((hostile ? row.robots : null) ?? status(404))(request, response)
      const door = path === doorOf(row) ? row.door : null
      const own = door ?? row.pages?.[request.url ?? "/"] ?? row.pages?.[path]
      return ((hostile ? own : null) ?? healthy(row, index, path))(request, response)
    }
    const plain = yield* listening(listener, false)
    const secure = yield* listening(listener, true)
    const lookup: HostLookup = (name, callback) => {
      const answer: Readonly<Record<string, ReadonlyArray<string>>> = {
        [rebindingName]: [hostile && ++lookups > 1 ? "10.0.0.7" : "127.0.0.1"],
        "inside.example": ["192.168.0.9"],
        "both.example": ["8.8.8.8", "10.0.0.7"]
      }
      const addresses = answer[name] ?? []
      if (addresses.length === 0)
        return callback(Object.assign(new Error("not found"), { code: "ENOTFOUND" }), [])
      return callback(
        null,
        addresses.map((address) => ({ address, family: 4 }))
      )
    }
    const connectTo = new Map([
      ...rows.map(
        (row, index) =>
          [
            hostOf(index),
            { address: isRebinding(row) ? rebindingName : "127.0.0.1", port: plain.port }
          ] as const
      ),
      [secureHost, { address: "127.0.0.1", port: secure.port }] as const
    ])
    return { connectTo, lookup, setHostile: (now: boolean) => void (hostile = now) }
  })

const isRebinding = (row: Row): boolean => row.source.includes("second look-up")

/** Path of a row's source. */
export const doorOf = (row: Row): string => (row.kind === "wordpress" ? "/" : "/source")
