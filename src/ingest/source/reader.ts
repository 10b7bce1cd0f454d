/**
 * The one interface of all kinds of sources: given a source and a way to visit addresses, list what the
 * source holds. A reader knows nothing of the network, the store or other kinds. A failure is a listing
 * that says so, never an exception.
 */
import type { Effect } from "effect"
import type {
  DateOrigin,
  IsoDate,
  Source,
  SourceKind,
  VisitOutcome,
  VisitPurpose
} from "../../domain/index.ts"

/**
 * A request for one visit. Validators are attached by whoever provides the visit function, and only for
 * the purpose `source`: a `check` must be answered with a body.
 */
export interface VisitRequest {
  readonly url: string
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Value of the Accept header. */
  readonly accept?: string
  readonly purpose: VisitPurpose
}

/** What a reader needs to know of a finished visit. */
export interface VisitResult {
  readonly outcome: VisitOutcome
  readonly status: number | null
  readonly finalUrl: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  /** Decoded body; null when there was none. */
  readonly body: Uint8Array | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** One sentence for a person. */
  readonly message: string
}

/** Makes a guarded, polite visit; never fails. */
export type VisitFunction = (request: VisitRequest) => Effect.Effect<VisitResult>

/** An entry that a source lists. */
export interface ListedItem {
  /** Page for people: the item's identity and what a reader follows. */
  readonly url: string
  /** Where the item's content is fetched instead, such as the API address of that one item. */
  readonly fetchUrl?: string
  readonly title: string | null
  readonly publishedAt: IsoDate | null
  /** Where `publishedAt` comes from; null when there is none. */
  readonly publishedFrom: DateOrigin | null
  readonly summary: string | null
  /** Full content where the list itself carries it; hostile until sanitised. */
  readonly contentHtml: string | null
  /** Whatever changes when the item changes: date of change, revision number; null when the list says nothing. */
  readonly revision: string | null
}

/** Something a person must look at: the source was reached, but not read as it should be. */
export interface SourceAlarm {
  readonly name:
    | "selector-matches-nothing"
    | "bad-selector"
    | "no-selector"
    | "no-items"
    | "not-a-feed"
    | "not-an-api"
    | "not-html"
    | "bad-configuration"
  /** What is wrong, with the selector or address in question, and the remedy. */
  readonly message: string
}

/** What a source holds now. */
export interface Listing {
  readonly items: ReadonlyArray<ListedItem>
  /** True when all that the source shows was read. Feeds show only their newest entries. */
  readonly complete: boolean
  /** True when the source said that nothing changed since the last visit; items are then empty. */
  readonly unchanged: boolean
  readonly warnings: ReadonlyArray<string>
  readonly alarm: SourceAlarm | null
  /** Where reading would go on, when a limit ended it. */
  readonly next: string | null
  readonly outcome: VisitOutcome
  /** One sentence for a person. */
  readonly message: string
}

/** What the caller may say about how far to read. */
export interface ReadContext {
  /** Items changed before this day need not be listed, where the source can tell. */
  readonly since?: IsoDate | null
  /** Pages of a list to read at most. Default 20. */
  readonly pageLimit?: number
}

/** A kind of source. */
export interface SourceReader {
  readonly kind: SourceKind
  readonly read: (source: Source, visit: VisitFunction, context?: ReadContext) => Effect.Effect<Listing>
}

/** Pages of a list that are read unless the caller says otherwise. */
export const defaultPageLimit = 20

/** Items of one listing at most; more are left for the caller's next visit. */
export const listingLimit = 10_000

/** A listing that was read. */
export const listed = (
  items: ReadonlyArray<ListedItem>,
  more: Partial<Omit<Listing, "items">> = {}
): Listing => ({
  complete: true,
  unchanged: false,
  warnings: [],
  alarm: null,
  next: null,
  outcome: "ok",
  message: `${items.length} item(s) listed.`,
  ...more,
  items
})

/** The listing that a visit without a readable answer makes: unchanged, or failed. */
export const unread = (visit: VisitResult): Listing =>
  listed([], {
    complete: visit.outcome === "not-modified",
    unchanged: visit.outcome === "not-modified",
    outcome: visit.outcome,
    message: visit.message
  })

/** A listing that raises an alarm: something was reached and cannot be read as configured. */
export const alarmed = (alarm: SourceAlarm, more: Partial<Omit<Listing, "items">> = {}): Listing =>
  listed([], { complete: false, message: alarm.message, ...more, alarm })

const hostOf = (url: string): string | null =>
  URL.parse(url)
    ?.host.toLowerCase()
    .replace(/^www\./, "") ?? null

/** True when two addresses are of one host, `www.` aside. */
export const sameHost = (a: string, b: string): boolean => hostOf(a) !== null && hostOf(a) === hostOf(b)

/** What was read of a list before one of its further pages could not be; an unchanged page is no fault. */
export const brokenOff = (
  items: ReadonlyArray<ListedItem>,
  answer: VisitResult,
  url: string,
  warnings: Iterable<string>
): Listing => {
  const unchanged = answer.outcome === "not-modified"
  return listed(once(items), {
    complete: false,
    next: unchanged ? null : url,
    warnings: unchanged ? [...warnings] : [...warnings, `${url}: ${answer.message}`]
  })
}

/** Each address once, the first mention kept. */
export const once = (items: ReadonlyArray<ListedItem>): ReadonlyArray<ListedItem> => {
  const seen = new Set<string>()
  return items.filter(({ url }) => !seen.has(url) && seen.add(url))
}
