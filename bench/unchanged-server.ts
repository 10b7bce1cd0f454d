/**
 * A server in a thread or a process of its own: a feed of three items (`/feed?items=N`: of N), 304 to whoever knows its
 * ETag, no robots.txt. Hosts called `slow-`, `failing-` and `endless-` do what their names say. Answers any message with the processor time of its thread, so that it can be
 * taken off, and the number of requests so far; a process ends with whoever started it.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { createServer, type ServerResponse } from "node:http"
import { parentPort } from "node:worker_threads"

const etag = '"v1"'

const items = (host: string, count: number): string =>
  Array.from(
    { length: count },
    (_, number) =>
      `<item><title>Messages ${number}</title><link>http://${host}/messages-${number}</link><guid>http://${host}/${number}</guid></item>`
  ).join("")

/** A page of some hundred words, each of its own. */
const page = (host: string, path: string): string => {
  const points = Array.from(
    { length: 12 },
    (_, point) =>
      `<li>Point ${point} of ${path}: the registry of ${host} should accept names in local scripts before ${2026 + point}.</li>`
  )
  return `<!doctype html><html lang="en"><title>Messages ${path}</title><main><h1>Messages ${path}</h1><p>The forum met for the ${path.length}th time.</p><ol>${points.join("")}</ol></main></html>`
}

let requests = 0

/** What hosts do whose name begins so. */
const faults: Readonly<Record<string, (response: ServerResponse) => void>> = {
  slow: (response) => {
    const timer = setTimeout(() => response.writeHead(304, { etag }).end(), 30_000)
    response.on("close", () => clearTimeout(timer))
  },
  failing: (response) => {
    response.writeHead(500, { "content-type": "text/html" }).end("<p>The database is away.</p>")
  },
  endless: (response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" })
    const timer = setInterval(() => response.write(" ".repeat(16_384)), 20)
    response.on("close", () => clearInterval(timer))
  }
}

const server = createServer((request, response) => {
  requests++
  const host = request.headers.host ?? "h0.example"
  const url = new URL(request.url ?? "/", `http://${host}`)
  const fault = faults[host.split("-")[0] ?? ""]
  if (fault !== undefined && url.pathname !== "/robots.txt") return fault(response)
  if (url.pathname === "/robots.txt") {
    response.writeHead(404).end()
  } else if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end()
  } else if (url.pathname === "/feed") {
    response
      .writeHead(200, { etag, "content-type": "application/rss+xml" })
      .end(
        `<rss version="2.0"><channel><title>${host}</title>${items(host, Number(url.searchParams.get("items") ?? 3))}</channel></rss>`
      )
  } else {
    response.writeHead(200, { etag, "content-type": "text/html" }).end(page(host, url.pathname))
  }
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  const port = typeof address === "object" ? address?.port : 0
  parentPort?.postMessage(port)
  process.send?.(port)
})
process.on("disconnect", () => process.exit())
parentPort?.on("message", () => {
  const { user, system } = process.threadCpuUsage()
  parentPort?.postMessage({ cpu: (user + system) / 1000, requests })
})
