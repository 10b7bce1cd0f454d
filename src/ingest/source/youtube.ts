/** Sources that are channels or playlists of YouTube, by their feeds: title, date, description, link. */
import { Effect } from "effect"
import { readFeed } from "./feed.ts"
import { alarmed, unread, type SourceReader } from "./reader.ts"

const feedAddress = "https://www.youtube.com/feeds/videos.xml"

/** Feed of an address that names its channel or playlist outright; null when the page must be asked. */
export const youtubeFeed = (address: string): string | null => {
  const url = URL.parse(address)
  if (url === null) return null
  if (url.pathname.endsWith("/feeds/videos.xml")) return url.href
  const channel = /\/channel\/(UC[\w-]{22})/.exec(url.pathname)?.[1]
  if (channel !== undefined) return `${feedAddress}?channel_id=${channel}`
  const list = url.searchParams.get("list")
  return list !== null && /^[\w-]{10,50}$/.test(list) ? `${feedAddress}?playlist_id=${list}` : null
}

/** Feed that a channel's page (`/@name`, `/c/name`, `/user/name`) names in its markup. */
export const youtubeFeedIn = (html: string): string | null => {
  const found =
    /feeds\/videos\.xml\?channel_id=(UC[\w-]{22})/.exec(html) ??
    /"(?:externalId|channelId)"\s*:\s*"(UC[\w-]{22})"/.exec(html) ??
    /\/channel\/(UC[\w-]{22})"/.exec(html)
  return found?.[1] === undefined ? null : `${feedAddress}?channel_id=${found[1]}`
}

/** Channels and playlists of YouTube. */
export const youtubeReader: SourceReader = {
  kind: "youtube",
  read: Effect.fn("source.readYoutube")(function* (source, visit) {
    const direct = youtubeFeed(source.url)
    if (direct !== null) return yield* readFeed(direct, visit, 1)
    const answer = yield* visit({ url: source.url, accept: "text/html", purpose: "check" })
    if (answer.outcome !== "ok" || answer.body === null) return unread(answer)
    const feed = youtubeFeedIn(new TextDecoder().decode(answer.body))
    if (feed === null) {
      return alarmed({
        name: "bad-configuration",
        message: `${source.url} does not show which channel it is; register https://www.youtube.com/channel/UC… or the channel's feed.`
      })
    }
    return yield* readFeed(feed, visit, 1)
  })
}
