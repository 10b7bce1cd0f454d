/** What is read from a feed, whatever its format. */
import type { IsoDate, Timestamp } from "../../domain/ids.ts"

/** A file that belongs to an item, such as the PDF of a report. */
export interface FeedAttachment {
  readonly url: string
  readonly mediaType: string | null
}

/** One entry of a feed. */
export interface FeedItem {
  /** As the feed states it: Atom id, RSS guid, JSON Feed id; else the URL, else the position as `item-3`. */
  readonly id: string
  /** Absolute http(s) URL of the page; null when the feed gives none. */
  readonly url: string | null
  /** Plain text. */
  readonly title: string | null
  /** Day of publication as stated in its own time zone. */
  readonly publishedAt: IsoDate | null
  /** Exact instant of publication, when hour and zone are stated. */
  readonly publishedInstant: Timestamp | null
  /** Day of the last change, when stated. */
  readonly updatedAt: IsoDate | null
  /** Plain text: the summary, or the head of the content when there is no summary. */
  readonly summary: string | null
  /** HTML of the full content as the feed gives it, hostile until sanitised; null when there is none. */
  readonly contentHtml: string | null
  /** Base for relative addresses inside `contentHtml`. */
  readonly baseUrl: string | null
  readonly language: string | null
  readonly attachments: ReadonlyArray<FeedAttachment>
}

/** A feed that was read. */
export interface ParsedFeed {
  /** `rss-2.0`, `rss-0.91`, `rss-1.0`, `atom-1.0`, `atom-0.3`, `cdf`, `json-feed-1.1` and the like; `rss` when it states no version. */
  readonly format: string
  readonly title: string | null
  readonly language: string | null
  /** Page that the feed belongs to. */
  readonly link: string | null
  /** Next page of the feed (RFC 5005), if any. */
  readonly next: string | null
  readonly items: ReadonlyArray<FeedItem>
  /** Sentences about what was mended, cut or missing. */
  readonly warnings: ReadonlyArray<string>
}

/** Items beyond this number are not read. */
export const itemLimit = 10_000
