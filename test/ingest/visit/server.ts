/**
 * Servers on loopback that behave as badly as a test asks.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { createServer as createSecureServer } from "node:https"
import { createServer as createRawServer, type AddressInfo, type Socket } from "node:net"
import { Effect, Layer } from "effect"
import { VisitConfig, type VisitSettings } from "../../../src/ingest/visit/config.ts"
import { Visitor } from "../../../src/ingest/visit/visitor.ts"
import { certificate, privateKey } from "./certificate.ts"

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

/** A running server: its port and what it was asked so far. */
export interface Running {
  readonly port: number
  readonly requests: Array<IncomingMessage>
  /** Sockets that are open now. */
  readonly sockets: Set<Socket>
}

const portOf = (address: AddressInfo | string | null): number =>
  address === null || typeof address === "string" ? 0 : address.port

const listen = (server: Server, sockets: Set<Socket>, requests: Array<IncomingMessage>) =>
  Effect.acquireRelease(
    Effect.callback<Running>((resume) => {
      server.on("connection", (socket: Socket) => {
        sockets.add(socket)
        socket.on("close", () => sockets.delete(socket))
        socket.on("error", () => undefined)
      })
      server.listen(0, "127.0.0.1", () =>
        resume(Effect.succeed({ port: portOf(server.address()), requests, sockets }))
      )
    }),
    () =>
      Effect.callback<void>((resume) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resume(Effect.void))
      })
  )

/** An HTTP server for the scope; robots.txt is missing unless the behaviour answers it itself. */
export const serve = (
  behaviour: Behaviour,
  options: { readonly robots?: boolean; readonly tls?: boolean } = {}
) =>
  Effect.suspend(() => {
    const requests: Array<IncomingMessage> = []
    const handler: Behaviour = (request, response) => {
      requests.push(request)
      if (request.url === "/robots.txt" && options.robots !== true) response.writeHead(404).end()
      else behaviour(request, response)
    }
    const server =
      options.tls === true
        ? createSecureServer({ cert: certificate, key: privateKey }, handler)
        : createServer(handler)
    return listen(server, new Set(), requests)
  })

/** A server that writes these bytes at each request, whatever was asked; robots.txt is missing. */
export const serveRaw = (answer: (socket: Socket) => void) =>
  Effect.acquireRelease(
    Effect.callback<{ readonly port: number; readonly close: () => void }>((resume) => {
      const sockets = new Set<Socket>()
      const server = createRawServer((socket) => {
        sockets.add(socket)
        socket.on("error", () => undefined)
        socket.on("data", (data) => {
          if (data.toString("latin1").startsWith("GET /robots.txt")) {
            socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
          } else {
            answer(socket)
          }
        })
      })
      const close = () => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      server.listen(0, "127.0.0.1", () => resume(Effect.succeed({ close, port: portOf(server.address()) })))
    }),
    ({ close }) => Effect.sync(close)
  )

const loopback = { address: "127.0.0.0", family: "ipv4", prefix: 8 } as const

/** Limits short enough for tests that wait for them. */
export const testSettings: Partial<VisitSettings> = {
  allowNets: [loopback],
  bodyTimeout: 300,
  connectTimeout: 300,
  headersTimeout: 300,
  maxBytes: 256 * 1024,
  userAgent: "Tributary/0.1 (+https://tributary.example/about)",
  visitTimeout: 800
}

/** A Visitor of its own for one test. */
export const visitorWith = (settings: Partial<VisitSettings> = {}) =>
  Layer.fresh(Visitor.layerNoDeps).pipe(
    Layer.provide(VisitConfig.layerWith({ ...testSettings, ...settings }))
  )

/** `host` answers on this port of 127.0.0.1. */
export const connectTo = (hosts: Readonly<Record<string, number>>): VisitSettings["connectTo"] =>
  new Map(Object.entries(hosts).map(([host, port]) => [host, { address: "127.0.0.1", port }]))
