/** Sources that are feeds. */
import { Effect, Result } from "effect"
import { parseFeed, type FeedItem } from "../feed/index.ts"
import {
  alarmed,
  brokenOff,
  defaultPageLimit,
  listed,
  once,
  sameHost,
  unread,
  type ListedItem,
  type Listing,
  type SourceReader,
  type VisitFunction
} from "./reader.ts"

const accept =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5"

const listedItem = (item: FeedItem): ReadonlyArray<ListedItem> =>
  item.url === null && item.attachments[0] === undefined
    ? []
    : [
        {
          url: item.url ?? item.attachments[0]?.url ?? "",
          title: item.title,
          publishedAt: item.publishedAt,
          publishedFrom: item.publishedAt === null ? null : "feed",
          summary: item.summary,
          contentHtml: item.contentHtml,
          revision: item.updatedAt
        }
      ]

/** Reads the feed at an address and the pages that follow it (RFC 5005), as far as they stay on its host. */
export const readFeed = Effect.fnUntraced(function* (
  url: string,
  visit: VisitFunction,
  pageLimit: number
): Effect.fn.Return<Listing> {
  const items: Array<ListedItem> = []
  const warnings: Array<string> = []
  const seen = new Set<string>()
  let next: string | null = url
  while (next !== null && seen.size < pageLimit) {
    const address: string = next
    seen.add(address)
    const answer = yield* visit({ url: address, accept, purpose: "source" })
    if (answer.outcome !== "ok" || answer.body === null) {
      if (seen.size === 1) return unread(answer)
      return brokenOff(items, answer, address, warnings)
    }
    const parsed = parseFeed(answer.body, {
      contentType: answer.mediaType,
      charset: answer.charset,
      url: answer.finalUrl ?? address
    })
    if (Result.isFailure(parsed)) {
      const { message } = parsed.failure
      if (seen.size === 1) return alarmed({ name: "not-a-feed", message: `${address}: ${message}` })
      return listed(once(items), { complete: false, next: address, warnings: [...warnings, message] })
    }
    const feed = parsed.success
    items.push(...feed.items.flatMap(listedItem))
    warnings.push(...feed.warnings)
    const following: string | null = feed.next === null ? null : (URL.parse(feed.next, address)?.href ?? null)
    next = following !== null && !seen.has(following) && sameHost(following, address) ? following : null
  }
  return listed(once(items), { complete: next === null, next, warnings: [...new Set(warnings)] })
})

/** Feeds of any format. A feed shows only the newest entries, so absence from it says nothing. */
export const feedReader: SourceReader = {
  kind: "feed",
  read: (source, visit, context) =>
    readFeed(source.url, visit, Math.min(context?.pageLimit ?? defaultPageLimit, 20))
}
