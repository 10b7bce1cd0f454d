/** Sources that are sitemaps (sitemaps.org protocol): indexes, gzip, text; cycles and sizes bounded. */
import { gunzipSync } from "node:zlib"
import { Effect } from "effect"
import { dateFromUrl, readDate } from "../../date/index.ts"
import { decodeText } from "../encoding/index.ts"
import { readSitemapXml, type Sitemap, type SitemapEntry } from "./sitemap-xml.ts"
import {
  alarmed,
  listed,
  listingLimit,
  once,
  sameHost,
  unread,
  type ListedItem,
  type SourceReader,
  type VisitResult
} from "./reader.ts"

const sitemapLimit = 50
const depthLimit = 3
const unpackedLimit = 52_428_800

/** Why a file that was reached is none; follows its address in a sentence. */
const isNone = "is not a sitemap"

const unpacked = (body: Uint8Array): Uint8Array | string => {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return new Uint8Array(gunzipSync(body, { maxOutputLength: unpackedLimit }))
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
      ? "unpacks to more than the 50 MB that a sitemap may have, and was not read"
      : "is a damaged gzip file"
  }
}

/** The sitemap of an answer, or why there is none. */
const sitemapOf = (answer: VisitResult): Sitemap | string => {
  const bytes = answer.body === null ? isNone : unpacked(answer.body)
  if (typeof bytes === "string") return bytes
  const decoded = decodeText(bytes, { charset: answer.charset, mend: false })
  return (decoded.failure === null ? readSitemapXml(decoded.text) : null) ?? isNone
}

const itemOf = (entry: SitemapEntry): ListedItem => {
  const news = readDate(entry.published ?? "").date
  const publishedAt = news ?? dateFromUrl(entry.url)
  return {
    url: entry.url,
    title: entry.title,
    publishedAt,
    publishedFrom: publishedAt === null ? null : news === null ? "url" : "feed",
    summary: null,
    contentHtml: null,
    revision: entry.changed
  }
}

/** Sitemaps and indexes of sitemaps. Only addresses of the sitemap's own host are listed. */
export const sitemapReader: SourceReader = {
  kind: "sitemap",
  read: Effect.fn("source.readSitemap")(function* (source, visit, context) {
    const items: Array<ListedItem> = []
    const warnings = new Set<string>()
    const seen = new Set<string>([source.url])
    const queue: Array<{ readonly url: string; readonly depth: number }> = [{ url: source.url, depth: 0 }]
    let visited = 0
    for (let next = queue.shift(); next !== undefined && items.length < listingLimit; next = queue.shift()) {
      const { url, depth } = next
      visited++
      const answer = yield* visit({
        url,
        accept: "application/xml, text/xml, text/plain;q=0.8, */*;q=0.5",
        purpose: "source"
      })
      const first = visited === 1
      if (answer.outcome !== "ok") {
        if (first) return unread(answer)
        if (answer.outcome !== "not-modified") warnings.add(`${url}: ${answer.message}`)
        continue
      }
      const found = sitemapOf(answer)
      if (typeof found === "string") {
        if (first)
          return alarmed({
            name: "not-a-feed",
            message: `${url} ${found}; look for the sitemap's address in robots.txt.`
          })
        warnings.add(`${url} ${found}.`)
        continue
      }
      const since = context?.since ?? null
      for (const entry of found.entries) {
        const changed = entry.changed === null ? null : readDate(entry.changed).date
        if (since !== null && changed !== null && changed < since) continue
        if (sameHost(entry.url, source.url)) items.push(itemOf(entry))
        else warnings.add("Addresses of other hosts in the sitemap were left out.")
      }
      for (const child of found.sitemaps) {
        if (seen.has(child)) continue
        if (depth + 1 > depthLimit || seen.size >= sitemapLimit || !sameHost(child, source.url)) {
          warnings.add(
            `Some sitemaps were not read: at most ${sitemapLimit} of the same host, ${depthLimit} levels deep.`
          )
          continue
        }
        seen.add(child)
        queue.push({ url: child, depth: depth + 1 })
      }
    }
    const complete = queue.length === 0 && items.length < listingLimit && warnings.size === 0
    if (items.length >= listingLimit) warnings.add(`Only the first ${listingLimit} addresses were listed.`)
    return listed(once(items).slice(0, listingLimit), { complete, warnings: [...warnings] })
  })
}
