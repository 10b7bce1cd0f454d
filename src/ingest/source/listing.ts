/** Sources that are pages with a list, read by CSS selectors. */
import type { Cheerio } from "cheerio"
import { Effect } from "effect"
import type { AnyNode } from "domhandler"
import type { ListingSelectors } from "../../domain/index.ts"
import { dateFromUrl, findDates, readDate } from "../../date/index.ts"
import { proposeSelectors } from "../discover/pattern.ts"
import { headOf, oneLine } from "../feed/index.ts"
import { linkOn, pageOf, wordsOf, type Page } from "./html.ts"
import {
  alarmed,
  brokenOff,
  defaultPageLimit,
  listed,
  listingLimit,
  once,
  sameHost,
  unread,
  type ListedItem,
  type Listing,
  type SourceAlarm,
  type SourceReader,
  type VisitFunction
} from "./reader.ts"

const generic =
  /^(?:read more|more|continue reading|lire (?:la suite|plus)|en savoir plus|leer más|ver más|leia mais|saiba mais|اقرأ المزيد|المزيد|подробнее|читать далее|阅读更多|更多|查看|»|›|→|\.\.\.|…|\[?pdf\]?)$/iu

/** Selectors with which Drupal, WordPress and others mark the link to the next page of a list. */
const usualNext =
  'a[rel~="next"], link[rel="next"], .pager__item--next a, li.pager-next a, .nav-previous a, .pagination .next a, a.next.page-numbers, .pagination a[aria-label="Next"]'

const dateOf = (
  page: Page,
  item: Cheerio<AnyNode>,
  selectors: ListingSelectors,
  url: string
): Pick<ListedItem, "publishedAt" | "publishedFrom"> => {
  const options = { language: page.language }
  const elements = selectors.date === undefined ? item.find("time[datetime]") : item.find(selectors.date)
  const element = elements.first()
  const inner = element.is("[datetime]") ? element : element.find("[datetime]").first()
  for (const stated of [inner.attr("datetime"), element.attr("content"), element.text()]) {
    if (stated === undefined || stated.trim() === "") continue
    const { date } = readDate(stated, options)
    if (date !== null) return { publishedAt: date, publishedFrom: "listing" }
  }
  // Without a selector a date counts only when it is the single one of the entry.
  const mentions = selectors.date === undefined ? findDates(wordsOf(item), options).mentions : []
  const [only] = mentions
  if (only !== undefined && mentions.length === 1)
    return { publishedAt: only.start, publishedFrom: "listing" }
  const fromUrl = dateFromUrl(url)
  return { publishedAt: fromUrl, publishedFrom: fromUrl === null ? null : "url" }
}

/** One entry of a list, or null when it holds no link to follow. */
const itemOf = (page: Page, item: Cheerio<AnyNode>, selectors: ListingSelectors): ListedItem | null => {
  const candidates =
    selectors.link === undefined ? item.find("a[href]").addBack("a[href]") : item.find(selectors.link)
  let link = candidates.first()
  let url: string | null = null
  for (const element of candidates.toArray()) {
    const one = page.$(element)
    const target = one.is("a[href]") ? one : one.find("a[href]").first()
    url = linkOn(page, target.attr("href"))
    link = target
    if (url !== null) break
  }
  if (url === null) return null
  const text = oneLine(link.text())
  const heading = oneLine(item.find("h1, h2, h3, h4, h5, h6").first().text())
  const chosen = selectors.title === undefined ? "" : oneLine(item.find(selectors.title).first().text())
  const title = [chosen, generic.test(text) ? heading : text, heading, link.attr("title") ?? "", text].find(
    (one) => one !== ""
  )
  const all = wordsOf(item)
  const rest = title === undefined ? all : oneLine(all.replace(title, " "))
  return {
    url,
    title: title ?? null,
    ...dateOf(page, item, selectors, url),
    summary: rest === "" ? null : headOf(rest, 500),
    contentHtml: null,
    revision: null
  }
}

/** Entries of a page by selectors, and how many elements the item selector matched. Throws on bad selectors. */
export const entriesOf = (
  page: Page,
  selectors: ListingSelectors
): { readonly matched: number; readonly items: ReadonlyArray<ListedItem> } => {
  const elements = page.$(selectors.item).toArray()
  const items = elements.flatMap((element) => {
    const item = itemOf(page, page.$(element), selectors)
    return item === null ? [] : [item]
  })
  return { matched: elements.length, items }
}

const nextOf = (page: Page, selectors: ListingSelectors): string | null => {
  const element = page.$(selectors.next ?? usualNext).first()
  const target = element.is("[href]") ? element : element.find("a[href]").first()
  const url = linkOn(page, target.attr("href"))
  return url !== null && url !== page.url && sameHost(url, page.url) ? url : null
}

const tryEntries = (page: Page, selectors: ListingSelectors) => {
  try {
    return { ...entriesOf(page, selectors), next: nextOf(page, selectors), broken: null }
  } catch (cause) {
    return {
      matched: 0,
      items: [],
      next: null,
      broken: cause instanceof Error ? cause.message : String(cause)
    }
  }
}

const alarmOf = (
  url: string,
  selectors: ListingSelectors,
  matched: number,
  broken: string | null
): SourceAlarm => {
  const text = JSON.stringify(selectors)
  if (broken !== null) {
    return {
      name: "bad-selector",
      message: `${url}: the selectors ${text} are not valid CSS (${broken}); correct the source's selectors.`
    }
  }
  return matched === 0
    ? {
        name: "selector-matches-nothing",
        message: `${url}: the selector "${selectors.item}" matches nothing; the page was probably redesigned. Choose a selector that matches each entry of the list.`
      }
    : {
        name: "no-items",
        message: `${url}: the selector "${selectors.item}" matches ${matched} element(s), but none holds a link${selectors.link === undefined ? "" : ` at "${selectors.link}"`}; correct the source's selectors.`
      }
}

/** Reads a list page and those that follow it. */
export const readListing = Effect.fn("source.readListing")(function* (
  url: string,
  stated: ListingSelectors | null,
  visit: VisitFunction,
  pageLimit: number
): Effect.fn.Return<Listing> {
  const items: Array<ListedItem> = []
  const warnings = new Set<string>()
  const seen = new Set<string>()
  let selectors = stated
  let next: string | null = url
  while (next !== null && seen.size < pageLimit && items.length < listingLimit) {
    const address: string = next
    seen.add(address)
    const answer = yield* visit({
      url: address,
      accept: "text/html, application/xhtml+xml, */*;q=0.5",
      purpose: "source"
    })
    const first = seen.size === 1
    if (answer.outcome !== "ok" || answer.body === null) {
      if (first) return unread(answer)
      return brokenOff(items, answer, address, warnings)
    }
    const page = pageOf(answer, address)
    if (page === null) {
      if (first)
        return alarmed({
          name: "not-html",
          message: `${address} is not an HTML page; choose another kind of source for it.`
        })
      break
    }
    for (const warning of page.warnings) warnings.add(warning)
    if (selectors === null) {
      const proposal = proposeSelectors(page)
      if (proposal === null) {
        return alarmed({
          name: "no-selector",
          message: `${address}: no repeated entries were found on the page; give the source a selector that matches each entry of the list.`
        })
      }
      selectors = proposal.selectors
      warnings.add(
        `No selector is configured; entries were found by the page's structure ("${selectors.item}"). Put it into the source's selectors to make this lasting.`
      )
    }
    const found = tryEntries(page, selectors)
    if (found.items.length === 0 && first) {
      return alarmed(alarmOf(address, selectors, found.matched, found.broken), { warnings: [...warnings] })
    }
    if (found.items.length < found.matched)
      warnings.add(`${address}: ${found.matched - found.items.length} entries hold no link.`)
    items.push(...found.items)
    next = found.items.length === 0 || found.next === null || seen.has(found.next) ? null : found.next
  }
  return listed(once(items).slice(0, listingLimit), {
    complete: next === null,
    next,
    warnings: [...warnings]
  })
})

/** Pages with a list of links to outputs. */
export const listingReader: SourceReader = {
  kind: "listing",
  read: (source, visit, context) =>
    readListing(source.url, source.options.selectors ?? null, visit, context?.pageLimit ?? defaultPageLimit)
}
