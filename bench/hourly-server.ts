/**
 * A server in a process of its own for many hosts with many feeds each (`/feed-7`): a feed lists one page, and
 * both keep their state until they are revised. Each message from the parent revises one feed in a hundred, with
 * its page, so that every hundredth source has news; the others answer 304 to whoever knows their ETag. The process
 * ends with whoever started it.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- processes have no origin
import { createServer } from "node:http"

/** One feed in so many is revised at a time. */
const share = 100

let revisions = 0

/** How often a feed was revised. */
const revisionOf = (feed: number): number => Math.max(0, Math.ceil((revisions - (feed % share)) / share))

const page = (host: string, feed: number, revision: number): string => {
  const points = Array.from(
    { length: 12 },
    (_, point) =>
      `<li>Point ${point}: the registry of ${host} should accept ${feed + point} names in local scripts before ${2030 + revision}.</li>`
  )
  return `<!doctype html><html lang="en"><title>Messages ${feed}</title><main><h1>Messages ${feed} of the forum</h1><p>The forum met in its hall.</p><ol>${points.join("")}</ol></main></html>`
}

const list = (host: string, feed: number, revision: number): string =>
  `<rss version="2.0"><channel><title>${host}</title><item><title>Messages ${feed}, as revised ${revision} times</title><link>http://${host}/messages-${feed}</link><guid>http://${host}/${feed}</guid></item></channel></rss>`

const server = createServer((request, response) => {
  const host = request.headers.host ?? "h0.example"
  const path = request.url ?? "/"
  if (path === "/robots.txt") return response.writeHead(404).end()
  const feed = Number(path.slice(path.lastIndexOf("-") + 1))
  const revision = revisionOf(feed)
  const etag = `"r${revision}"`
  if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end()
  return path.startsWith("/feed-")
    ? response.writeHead(200, { etag, "content-type": "application/rss+xml" }).end(list(host, feed, revision))
    : response.writeHead(200, { etag, "content-type": "text/html" }).end(page(host, feed, revision))
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" ? address?.port : 0)
})
process.on("message", () => {
  revisions++
  process.send?.(revisions)
})
process.on("disconnect", () => process.exit())
