/**
 * Discovery: given a home page, find and rank what it offers, and show what each would import.
 *
 * At most a handful of visits: the page, robots.txt for sitemaps, well-known feed paths only when nothing
 * is announced, and the best offers, which are read as sources would be.
 */
import { Effect, Schema } from "effect"
import { HttpUrl, InitiativeId, SourceId, type Source, type VisitOutcome } from "../../domain/index.ts"
import { pageOf, wordsOf, type Page } from "../source/html.ts"
import { readerOf, type ListedItem, type Listing, type VisitFunction } from "../source/index.ts"
import { offersOfPage, ranked, type Offer } from "./offers.ts"
import { topicOf } from "./words.ts"

/** An offer that was read: what would be imported. */
export interface Proposal extends Offer {
  /** All that was read of it: the first page of a list that has several. */
  readonly listing: Listing
  /** Number of items listed. */
  readonly count: number
  /** The first items of the list. */
  readonly preview: ReadonlyArray<ListedItem>
  readonly warnings: ReadonlyArray<string>
}

/** An offer that was not read, or that holds nothing. */
export interface Rejected extends Offer {
  /** What reading gave; null when it was not read. */
  readonly listing: Listing | null
}

/** What was found at a home page. */
export interface Discovery {
  readonly outcome: VisitOutcome
  readonly message: string
  readonly language: string | null
  /** Offers that were read and hold items, best first. */
  readonly proposals: ReadonlyArray<Proposal>
  /** Offers that were not read, or hold nothing, with the reason in their last sentence. */
  readonly others: ReadonlyArray<Rejected>
}

/** What the caller may say about how to look. */
export interface DiscoverOptions {
  /**
   * Sitemaps that the site's robots.txt names, where the caller knows them already; without it the file is
   * visited.
   */
  readonly sitemapsOf?: (url: string) => Effect.Effect<ReadonlyArray<string>>
  /** Stop reading offers as soon as none of the others can be better: fewer visits, fewer alternatives. */
  readonly bestOnly?: boolean
}

const wellKnown = ["/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"]
const sitemapLimit = 10
const guessReason = "Feeds often stand at this path."

/** Sitemaps named in a robots.txt (RFC 9309 leaves the line to sitemaps.org), at most ten. */
export const sitemapsIn = (robots: string): ReadonlyArray<string> =>
  robots
    .split(/\r?\n/)
    .flatMap((line) => /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1] ?? [])
    .filter((address) => URL.canParse(address))
    .slice(0, sitemapLimit)

/** Asks robots.txt for the sitemaps of a site. */
const visitedSitemaps = (url: string, visit: VisitFunction) =>
  visit({ url: new URL("/robots.txt", url).href, accept: "text/plain", purpose: "robots" }).pipe(
    Effect.map(({ body, outcome }) =>
      outcome === "ok" && body !== null ? sitemapsIn(new TextDecoder().decode(body)) : []
    )
  )

const isUrl = Schema.is(HttpUrl)
const initiativeId = Schema.decodeSync(InitiativeId)("discovery")
const sourceId = Schema.decodeSync(SourceId)("discovery/preview")

/** A source that exists only to be read once. */
const trial = (offer: Offer): Source | null =>
  isUrl(offer.url)
    ? {
        id: sourceId,
        initiativeId,
        kind: offer.kind,
        url: offer.url,
        status: "proposed",
        verified: false,
        validFrom: null,
        validUntil: null,
        options: offer.options
      }
    : null

const previewLength = 5
const readLimit = 4

/** Most points that reading can add to an offer. */
const mostMerit = 45

/** A list with so many points spares guessing at feeds that nobody announces. */
const goodEnough = 65

/** Points for what reading shows: enough items, titles and dates, which a digest cannot do without. */
const merit = (items: ReadonlyArray<ListedItem>): number => {
  const count = items.length
  if (count === 0) return -100
  const share = (test: (item: ListedItem) => boolean) => items.filter(test).length / count
  return (
    10 * share(({ title }) => title !== null) +
    25 * share(({ publishedAt }) => publishedAt !== null) -
    (count < 2 ? 20 : 0)
  )
}

/** Points for how much of what the site offers is listed; a list that goes on lists all of it. */
const coverage = (listing: Listing, most: number): number =>
  listing.next !== null ? 10 : (10 * Math.min(listing.items.length, most)) / Math.max(most, 1)

/** A page with less text than this lists or announces. */
const documentLength = 1000
/** Words on a page that promise an output at least as surely as "reports" does. */
const outputWeight = 52

/** Whether a page below the home page is an output itself, by its title and length. */
const isOutputPage = (page: Page): boolean => {
  const { pathname } = new URL(page.url)
  const title = `${page.$("title").first().text()} ${page.$("h1").first().text()}`
  return (
    pathname !== "/" &&
    (topicOf(title)?.weight ?? topicOf(pathname.replaceAll(/[-_/.]/g, " "))?.weight ?? 0) >= outputWeight &&
    wordsOf(page.$("body")).length >= documentLength
  )
}

/** What an address that is no page seems to be, by its label and first bytes. */
const directOffer = (url: string, mediaType: string, body: Uint8Array): Offer => {
  const offer = (kind: Offer["kind"], reason: string): Offer => ({
    kind,
    url,
    options: {},
    score: 90,
    reasons: [reason]
  })
  const head = new TextDecoder().decode(body.subarray(0, 2000))
  if (/pdf|msword|officedocument/i.test(mediaType) || head.startsWith("%PDF-"))
    return offer("document", "The address is a document.")
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(head))
    return offer("sitemap", "The address is a sitemap.")
  if (/json/i.test(mediaType) && /\/wp-json|rest_route=/.test(url))
    return offer("wordpress", "The address is WordPress's API.")
  if (new URL(url).pathname.endsWith("/feeds/videos.xml"))
    return offer("youtube", "The address is the feed of a YouTube channel.")
  return offer("feed", "The address itself may be a feed.")
}

/** Finds what a home page offers. Fails never: a page that cannot be read gives its outcome. */
export const discover = Effect.fn("discover")(function* (
  homeUrl: string,
  visit: VisitFunction,
  options: DiscoverOptions = {}
): Effect.fn.Return<Discovery> {
  const answer = yield* visit({
    url: homeUrl,
    accept: "text/html, application/xhtml+xml, */*;q=0.5",
    purpose: "check"
  })
  const failed = {
    outcome: answer.outcome,
    message: answer.message,
    language: null,
    proposals: [],
    others: []
  }
  if (answer.outcome !== "ok" || answer.body === null) return failed
  const found: Array<Offer> = []
  const page = pageOf(answer, homeUrl)
  const url = answer.finalUrl ?? homeUrl
  const mediaType = answer.mediaType ?? "html"
  const isPage = /html/i.test(mediaType)
  if (!isPage) found.push(directOffer(url, mediaType, answer.body))
  if (page !== null && isPage) {
    found.push(...offersOfPage(page))
    const sitemaps = yield* options.sitemapsOf === undefined
      ? visitedSitemaps(url, visit)
      : options.sitemapsOf(url)
    for (const address of sitemaps.slice(0, sitemapLimit)) {
      found.push({
        kind: "sitemap",
        url: address,
        options: {},
        score: 35,
        reasons: ["robots.txt names it as the site's sitemap."]
      })
    }
    if (!found.some(({ score }) => score >= 60)) {
      for (const path of wellKnown) {
        found.push({
          kind: "feed",
          url: new URL(path, url).href,
          options: {},
          // After the list on the page itself, which is there already.
          score: 44,
          reasons: [guessReason]
        })
      }
    }
  }
  const offers = ranked(found)
  const reads: Array<{ readonly offer: Offer; readonly listing: Listing }> = []
  const unread: Array<Rejected> = []
  let feedFound = false
  let visited = 0
  let best = Number.NEGATIVE_INFINITY
  for (const offer of offers) {
    const isGuess = offer.reasons[0] === guessReason
    const isSettled = options.bestOnly === true && best >= (isGuess ? goodEnough : offer.score + mostMerit)
    const source = trial(offer)
    // One after the other: most of them stand on one host, and a found feed spares the guesses.
    if (source === null || isSettled || (isGuess ? feedFound : visited >= readLimit)) {
      if (!isGuess) unread.push({ ...offer, listing: null })
      continue
    }
    if (!isGuess) visited++
    const listing = yield* readerOf(offer.kind).read(source, visit, { pageLimit: 1 })
    feedFound = feedFound || (offer.kind === "feed" && listing.items.length > 0)
    best = Math.max(best, offer.score + merit(listing.items))
    if (!isGuess || listing.items.length > 0) reads.push({ offer, listing })
  }
  const most = Math.max(...reads.map(({ listing }) => listing.items.length), 1)
  const proposals: Array<Proposal> = []
  const others: Array<Rejected> = []
  for (const { offer, listing } of reads) {
    if (listing.items.length === 0) {
      others.push({
        kind: offer.kind,
        url: offer.url,
        options: offer.options,
        score: 0,
        reasons: [...offer.reasons, listing.message],
        listing
      })
      continue
    }
    proposals.push({
      kind: offer.kind,
      url: offer.url,
      options: offer.options,
      score: Math.max(0, offer.score + merit(listing.items) + coverage(listing, most)),
      reasons: offer.reasons,
      listing,
      count: listing.items.length,
      preview: listing.items.slice(0, previewLength),
      warnings: listing.warnings
    })
  }
  others.push(...unread)
  if (proposals.length === 0 && page !== null && isPage && isOutputPage(page)) {
    const offer: Offer = {
      kind: "document",
      url,
      options: {},
      score: 40,
      reasons: ["The page lists nothing, and holds a text whose title names an output."]
    }
    const source = trial(offer)
    if (source !== null) {
      const listing = yield* readerOf("document").read(source, visit)
      proposals.push({ ...offer, listing, count: 1, preview: listing.items, warnings: [] })
    }
  }
  return {
    outcome: answer.outcome,
    message:
      proposals.length === 0
        ? `${url} was read, but offers nothing that could be imported; give the address of a list of outputs.`
        : `${proposals.length} possible source(s) found.`,
    language: page?.language ?? null,
    proposals: proposals
      .sort((a, b) => b.score - a.score)
      .map((proposal) => ({ ...proposal, score: Math.min(100, Math.round(proposal.score)) })),
    others
  }
})
