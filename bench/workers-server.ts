/**
 * A server in a process of its own for many hosts, which answers after 50 ms and sees for itself how politely it
 * is asked. To each message from the parent it answers with what it saw since the last one, and forgets it. The
 * process ends with whoever started it.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- processes have no origin
import { createServer } from "node:http"

const latencyMs = 50

interface Host {
  underWay: number
  endedAt: number
}

const hosts = new Map<string, Host>()

/** Counts since the last message; the pause is the shortest from the end of an answer to the next request. */
const nothing = () => ({ requests: 0, mostAtOnce: 0, shortestPauseMs: Infinity })
let seen = nothing()

const list = (host: string): string => `<rss version="2.0"><channel><title>${host}</title></channel></rss>`

const server = createServer((request, response) => {
  const name = request.headers.host ?? ""
  const host = hosts.get(name) ?? { underWay: 0, endedAt: -Infinity }
  hosts.set(name, host)
  host.underWay++
  seen.requests++
  seen.mostAtOnce = Math.max(seen.mostAtOnce, host.underWay)
  seen.shortestPauseMs = Math.min(seen.shortestPauseMs, performance.now() - host.endedAt)
  response.once("close", () => host.underWay--)
  setTimeout(() => {
    host.endedAt = performance.now()
    if (request.url === "/robots.txt") response.writeHead(404).end()
    else response.writeHead(200, { "content-type": "application/rss+xml" }).end(list(name))
  }, latencyMs)
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" ? address?.port : 0)
})
process.on("message", () => {
  process.send?.(seen)
  seen = nothing()
})
process.on("disconnect", () => process.exit())
