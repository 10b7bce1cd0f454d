/**
 * Feeds: bytes of RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF or JSON Feed to one model.
 *
 * The faults that feeds in the wild have are mended before the feed library sees them (encoding, prolog,
 * tree, normal form); each mending is told as a warning. What cannot be read is refused with its reason.
 */
import { Result } from "effect"
import { parseAtomFeed, parseRssFeed } from "feedsmith"
import { decodeText } from "../encoding/index.ts"
import { feedError, type FeedError } from "./error.ts"
import { atomItem, Notes, rssItem, type Known } from "./items.ts"
import { parseJson } from "./json.ts"
import { itemLimit, type FeedItem, type ParsedFeed } from "./model.ts"
import { contentOf, normalForm, permalink, statedId } from "./normal.ts"
import { readProlog } from "./prolog.ts"
import { findShape, type Shape } from "./shape.ts"
import { childrenOf, plainText, textOf } from "./text.ts"
import { languageTag, readTree, resolve } from "./tree.ts"

/** What is known of a feed's bytes beforehand. */
export interface FeedOptions {
  /** Content-Type header, or the bare media type. */
  readonly contentType?: string | null
  readonly charset?: string | null
  /** Address of the feed, against which relative addresses are resolved. */
  readonly url?: string | null
}

const plain = (html: string | undefined): string | null => {
  const found = html === undefined ? "" : plainText(html)
  return found === "" ? null : found
}

/** Own address of a channel, the base for relative addresses when nothing better is known. */
const channelBase = (shape: Shape): string | null => {
  const link = childrenOf(shape.channel, "", "link").find(
    (element) => element.attributes.get("rel") !== "self"
  )
  return link === undefined ? null : resolve(link.attributes.get("href") ?? textOf(link), null)
}

const knownOf = (shape: Shape, base: string | null, language: string | null): ReadonlyArray<Known> =>
  shape.items.map((item, index) => {
    // The content may have a base and a language of its own; they are what its readers need.
    const inner = contentOf(item) ?? item
    return {
      index,
      id: statedId(item),
      permalink: permalink(item),
      base: inner.base ?? base,
      language: inner.language ?? language
    }
  })

/** Lays the library's items beside the tree's by the position written into each; none can be lost. */
const align = <A>(
  known: ReadonlyArray<Known>,
  entries: ReadonlyArray<A>,
  position: (entry: A) => string | undefined,
  empty: A,
  read: (entry: A, known: Known) => FeedItem
): ReadonlyArray<FeedItem> => {
  const byPosition = new Map(entries.map((entry) => [position(entry), entry]))
  return known.map((one) => read(byPosition.get(String(one.index)) ?? empty, one))
}

const readRss = (
  shape: Shape,
  xml: string,
  base: string | null,
  notes: Notes
): Omit<ParsedFeed, "warnings"> => {
  const feed = parseRssFeed(xml)
  const language = languageTag(feed.language ?? feed.dc?.languages?.[0]) ?? shape.channel.language
  const items = align(
    knownOf(shape, base, language),
    feed.items ?? [],
    (item) => item.guid?.value,
    {},
    (item, known) => rssItem(item, known, notes)
  )
  return {
    format: shape.format,
    title: plain(feed.title) ?? plain(feed.dc?.titles?.[0]),
    language,
    link: feed.link ?? null,
    next: feed.atom?.links?.find(({ rel }) => rel === "next")?.href ?? null,
    items
  }
}

const readAtom = (
  shape: Shape,
  xml: string,
  base: string | null,
  notes: Notes
): Omit<ParsedFeed, "warnings"> => {
  const feed = parseAtomFeed(xml)
  const language = shape.channel.language ?? languageTag(feed.dc?.languages?.[0]) ?? null
  const items = align(
    knownOf(shape, base, language),
    feed.entries ?? [],
    (entry) => entry.id,
    {},
    (entry, known) => atomItem(entry, known, notes)
  )
  const title = feed.title?.value
  return {
    format: shape.format,
    title: title === undefined ? null : feed.title?.type === "html" ? plain(title) : title.trim(),
    language,
    link: feed.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href ?? null,
    next: feed.links?.find(({ rel }) => rel === "next")?.href ?? null,
    items
  }
}

/**
 * Reads a feed. Fails with a FeedError that names the true reason; never throws. Items are in the feed's
 * own order, at most 10,000; dates are days as stated; addresses are absolute where a base is known.
 */
export const parseFeed = (
  bytes: Uint8Array,
  options: FeedOptions = {}
): Result.Result<ParsedFeed, FeedError> => {
  const url = options.url ?? null
  if (bytes.length === 0) {
    return Result.fail(feedError("empty", "The feed is empty: the server sent no bytes; check the address."))
  }
  const decoded = decodeText(bytes, {
    contentType: options.contentType ?? null,
    charset: options.charset ?? null
  })
  if (decoded.failure !== null) return Result.fail(feedError("encoding", decoded.failure))
  const text = decoded.text.trimStart()
  if (text === "")
    return Result.fail(feedError("empty", "The feed is empty: it holds nothing but white space."))
  if (text.startsWith("{") || text.startsWith("[")) return parseJson(text, url, decoded.warnings)
  const prolog = readProlog(text)
  if (prolog.refused !== null) return Result.fail(feedError("entity-expansion", prolog.refused))
  if (prolog.body === "") {
    return Result.fail(feedError("not-a-feed", "The document holds neither XML nor JSON; it is not a feed."))
  }
  let tree = readTree(prolog.body, url)
  let found = findShape(tree)
  const base = url ?? (Result.isSuccess(found) ? channelBase(found.success) : null)
  if (url === null && base !== null) {
    // A file without its address: the channel's own link is the only base there is.
    tree = readTree(prolog.body, base)
    found = findShape(tree)
  }
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const shape = found.success
  const notes = new Notes()
  try {
    const xml = normalForm(shape)
    const feed =
      shape.family === "atom" ? readAtom(shape, xml, base, notes) : readRss(shape, xml, base, notes)
    return Result.succeed({
      ...feed,
      warnings: [
        ...decoded.warnings,
        ...prolog.warnings,
        ...shape.warnings,
        ...(tree.itemsCut ? [`Only the first ${itemLimit} items were read.`] : []),
        ...notes.sentences()
      ]
    })
  } catch (cause) {
    return Result.fail(feedError("malformed", `The feed cannot be read: ${String(cause)}`))
  }
}

/** What the command `feed FILE…` prints of a feed that was read: one line of JSON, in this order of keys. */
export const feedReport = (file: string, feed: ParsedFeed) => ({
  file,
  format: feed.format,
  title: feed.title,
  items: feed.items.map(({ id, url, title, publishedAt, summary }) => ({
    id,
    url,
    title,
    publishedAt,
    summary
  })),
  warnings: feed.warnings
})
