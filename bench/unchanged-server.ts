/**
 * A server in a thread of its own: a feed of three items, 304 to whoever knows its ETag, no robots.txt.
 * Answers any message with the processor time of its thread, so that it can be taken off.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { createServer } from "node:http"
import { parentPort } from "node:worker_threads"

const etag = '"v1"'

const items = (host: string): string =>
  [1, 2, 3]
    .map(
      (number) =>
        `<item><title>Messages ${number}</title><link>http://${host}/messages-${number}</link><guid>http://${host}/${number}</guid></item>`
    )
    .join("")

const server = createServer((request, response) => {
  const host = request.headers.host ?? "h0.example"
  if (request.url === "/robots.txt") {
    response.writeHead(404).end()
  } else if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end()
  } else if (request.url === "/feed") {
    response
      .writeHead(200, { etag, "content-type": "application/rss+xml" })
      .end(`<rss version="2.0"><channel><title>${host}</title>${items(host)}</channel></rss>`)
  } else {
    response
      .writeHead(200, { etag, "content-type": "text/html" })
      .end(`<title>Messages</title><p>The registry of ${host} should accept names in local scripts.</p>`)
  }
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  parentPort?.postMessage(typeof address === "object" ? address?.port : 0)
})
parentPort?.on("message", () => {
  const { user, system } = process.threadCpuUsage()
  parentPort?.postMessage((user + system) / 1000)
})
