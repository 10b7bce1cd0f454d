/** Sources on Drupal: its usual views, or the feed beside them. */
import { Effect } from "effect"
import type { ListingSelectors } from "../../domain/index.ts"
import { readFeed } from "./feed.ts"
import { linkOn, pageOf } from "./html.ts"
import { entriesOf, readListing } from "./listing.ts"
import { alarmed, defaultPageLimit, unread, type SourceReader, type VisitFunction } from "./reader.ts"

/** What Drupal 7 to 11 wrap the entries of a view in, the surest first. */
export const drupalViews: ReadonlyArray<ListingSelectors> = [
  { item: ".view-content .views-row" },
  { item: ".views-row" },
  { item: ".view-content table tbody tr" },
  { item: ".view-content .item-list li" },
  { item: ".view-content > article" },
  { item: "article.node--view-mode-teaser, article.node-teaser, .node-teaser" }
]

/** The selectors of the view that gives the most entries on a page, or null when there is none. */
const bestView = (page: Parameters<typeof entriesOf>[0]): ListingSelectors | null =>
  drupalViews.find((selectors) => entriesOf(page, selectors).items.length > 0) ?? null

/** The first page is visited once: later requests for it are answered from memory. */
const remembering = (
  visit: VisitFunction,
  first: Effect.Success<ReturnType<VisitFunction>>,
  url: string
): VisitFunction => {
  let used = false
  return (request) => {
    if (request.url !== url || used) return visit(request)
    used = true
    return Effect.succeed(first)
  }
}

/** Listing pages of Drupal sites. */
export const drupalReader: SourceReader = {
  kind: "drupal",
  read: Effect.fn("source.readDrupal")(function* (source, visit, context) {
    const pageLimit = context?.pageLimit ?? defaultPageLimit
    if (source.options.selectors !== undefined) {
      return yield* readListing(source.url, source.options.selectors, visit, pageLimit)
    }
    const answer = yield* visit({
      url: source.url,
      accept: "text/html, application/xhtml+xml, */*;q=0.5",
      purpose: "source"
    })
    if (answer.outcome !== "ok" || answer.body === null) return unread(answer)
    const page = pageOf(answer, source.url)
    if (page === null) {
      return alarmed({
        name: "not-html",
        message: `${source.url} is not an HTML page; choose another kind of source for it.`
      })
    }
    const view = bestView(page)
    if (view !== null)
      return yield* readListing(source.url, view, remembering(visit, answer, source.url), pageLimit)
    const feed = linkOn(
      page,
      page.$('link[rel~="alternate"][type="application/rss+xml"]').first().attr("href")
    )
    if (feed !== null) return yield* readFeed(feed, visit, 1)
    return alarmed({
      name: "selector-matches-nothing",
      message: `${source.url}: none of Drupal's usual selectors (".views-row" and others) matches and there is no feed; give the source a selector that matches each entry of the list.`
    })
  })
}
