/**
 * Discovery: given a home page, find and rank what it offers, and show what each would import.
 *
 * At most a handful of visits: the page, robots.txt for sitemaps, well-known feed paths only when nothing
 * is announced, and the best offers, which are read as sources would be.
 */
import { Effect, Schema } from "effect"
import { HttpUrl, InitiativeId, SourceId, type Source, type VisitOutcome } from "../../domain/index.ts"
import { pageOf } from "../source/html.ts"
import { readerOf, type ListedItem, type Listing, type VisitFunction } from "../source/index.ts"
import { offersOfPage, ranked, type Offer } from "./offers.ts"

/** An offer that was read: what would be imported. */
export interface Proposal extends Offer {
  /** Number of items listed. */
  readonly count: number
  /** The first items of the list. */
  readonly preview: ReadonlyArray<ListedItem>
  readonly warnings: ReadonlyArray<string>
}

/** What was found at a home page. */
export interface Discovery {
  readonly outcome: VisitOutcome
  readonly message: string
  readonly language: string | null
  /** Offers that were read and hold items, best first. */
  readonly proposals: ReadonlyArray<Proposal>
  /** Offers that were not read, or hold nothing, with the reason in their last sentence. */
  readonly others: ReadonlyArray<Offer>
}

const wellKnown = ["/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"]
const guessReason = "Feeds often stand at this path."

/** Sitemaps named in a robots.txt (RFC 9309 leaves the line to sitemaps.org), at most ten. */
export const sitemapsIn = (robots: string): ReadonlyArray<string> =>
  robots
    .split(/\r?\n/)
    .flatMap((line) => /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1] ?? [])
    .filter((address) => URL.canParse(address))
    .slice(0, 10)

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

/** Points for what reading shows: enough items, titles and dates. */
const merit = (items: ReadonlyArray<ListedItem>): number => {
  const count = items.length
  if (count === 0) return -100
  const share = (test: (item: ListedItem) => boolean) => items.filter(test).length / count
  return (
    10 * share(({ title }) => title !== null) +
    10 * share(({ publishedAt }) => publishedAt !== null) -
    (count < 2 ? 20 : 0)
  )
}

/** Finds what a home page offers. Fails never: a page that cannot be read gives its outcome. */
export const discover = Effect.fn("discover")(function* (
  homeUrl: string,
  visit: VisitFunction
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
  const isFeed = !/html/i.test(answer.mediaType ?? "html")
  if (isFeed)
    found.push({ kind: "feed", url, options: {}, score: 90, reasons: ["The address itself may be a feed."] })
  if (isFeed && /pdf|msword|officedocument/i.test(answer.mediaType ?? "")) {
    found.splice(0, 1, {
      kind: "document",
      url,
      options: {},
      score: 90,
      reasons: ["The address is a document."]
    })
  }
  if (page !== null && !isFeed) {
    found.push(...offersOfPage(page))
    const robots = yield* visit({
      url: new URL("/robots.txt", url).href,
      accept: "text/plain",
      purpose: "robots"
    })
    if (robots.outcome === "ok" && robots.body !== null) {
      for (const address of sitemapsIn(new TextDecoder().decode(robots.body))) {
        found.push({
          kind: "sitemap",
          url: address,
          options: {},
          score: 35,
          reasons: ["robots.txt names it as the site's sitemap."]
        })
      }
    }
    if (!found.some(({ score }) => score >= 60)) {
      for (const path of wellKnown) {
        found.push({
          kind: "feed",
          url: new URL(path, url).href,
          options: {},
          score: 50,
          reasons: [guessReason]
        })
      }
    }
  }
  const offers = ranked(found)
  const reads: Array<{ readonly offer: Offer; readonly listing: Listing }> = []
  const unread: Array<Offer> = []
  let feedFound = false
  let visited = 0
  for (const offer of offers) {
    const isGuess = offer.reasons[0] === guessReason
    const source = trial(offer)
    // One after the other: most of them stand on one host, and a found feed spares the guesses.
    if (source === null || (isGuess ? feedFound : visited >= readLimit)) {
      if (!isGuess) unread.push(offer)
      continue
    }
    if (!isGuess) visited++
    const listing = yield* readerOf(offer.kind).read(source, visit, { pageLimit: 1 })
    feedFound = feedFound || (offer.kind === "feed" && listing.items.length > 0)
    if (!isGuess || listing.items.length > 0) reads.push({ offer, listing })
  }
  const proposals: Array<Proposal> = []
  const others: Array<Offer> = []
  for (const { offer, listing } of reads) {
    if (listing.items.length === 0) {
      others.push({
        kind: offer.kind,
        url: offer.url,
        options: offer.options,
        score: 0,
        reasons: [...offer.reasons, listing.message]
      })
      continue
    }
    proposals.push({
      kind: offer.kind,
      url: offer.url,
      options: offer.options,
      score: Math.max(0, Math.min(100, offer.score + merit(listing.items))),
      reasons: offer.reasons,
      count: listing.items.length,
      preview: listing.items.slice(0, previewLength),
      warnings: listing.warnings
    })
  }
  others.push(...unread)
  return {
    outcome: answer.outcome,
    message:
      proposals.length === 0
        ? `${url} was read, but offers nothing that could be imported; give the address of a list of outputs.`
        : `${proposals.length} possible source(s) found.`,
    language: page?.language ?? null,
    proposals: proposals.sort((a, b) => b.score - a.score),
    others
  }
})
