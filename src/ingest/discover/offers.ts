/** What a page offers as sources, by its markup and its links alone, ranked and with reasons. */
import type { SourceKind, SourceOptions } from "../../domain/index.ts"
import { oneLine } from "../feed/index.ts"
import { linkOn, type Page } from "../source/html.ts"
import { sameHost } from "../source/reader.ts"
import { documentsOn, isDocumentLink } from "../source/shelf.ts"
import { drupalViews } from "../source/drupal.ts"
import { youtubeFeed } from "../source/youtube.ts"
import { proposeSelectors } from "./pattern.ts"
import { topicOf } from "./words.ts"

/** A place that could be registered as a source. */
export interface Offer {
  readonly kind: SourceKind
  readonly url: string
  readonly options: SourceOptions
  /** From 0 to 100; how good a source it seems before anybody has read it. */
  readonly score: number
  /** Sentences that say why. */
  readonly reasons: ReadonlyArray<string>
}

const feedTypes: ReadonlyMap<string, string> = new Map([
  ["application/rss+xml", "RSS"],
  ["application/atom+xml", "Atom"],
  ["application/rdf+xml", "RDF"],
  ["application/feed+json", "JSON Feed"]
])

/** Feeds of a wiki's edits. */
const recentChanges = /recentchanges|action=feedrecentchanges/i

const feedPath = /(?:^|[/._-])(?:rss|atom|feed|rdf)(?:\.(?:xml|json|php|rdf))?\/?$|\.(?:rss|atom|rdf)$/i

const announced = (page: Page): ReadonlyArray<Offer> =>
  page
    .$('link[rel~="alternate"][href]')
    .toArray()
    .flatMap((element) => {
      const link = page.$(element)
      const name = feedTypes.get((link.attr("type") ?? "").trim().toLowerCase())
      const url = linkOn(page, link.attr("href"))
      if (name === undefined || url === null) return []
      const title = oneLine(link.attr("title") ?? "")
      const isComments = /comment|commentaire|comentario|comentário/i.test(`${title} ${url}`)
      const isChanges = recentChanges.test(url)
      return [
        {
          kind: "feed" as const,
          url,
          options: {},
          score: isComments ? 5 : isChanges ? 20 : 70,
          reasons: [
            `The page announces it as its ${name} feed${title === "" ? "" : ` "${title}"`}.`,
            ...(isComments ? ["It seems to hold comments only."] : []),
            ...(isChanges ? ["It tells of every edit, not of what was published."] : [])
          ]
        }
      ]
    })

const isDrupalPage = (page: Page): boolean =>
  /drupal/i.test(page.$('meta[name="generator" i]').attr("content") ?? "") ||
  page.$("[data-drupal-selector], .views-row").length > 0

/** Points of a Drupal view of news: it goes back to the first entry, a feed only ten entries. */
const drupalNewsScore = 80

const apis = (page: Page): ReadonlyArray<Offer> => {
  const wordpress = linkOn(page, page.$('link[rel="https://api.w.org/"]').attr("href"))
  const generator = page.$('meta[name="generator" i]').attr("content") ?? ""
  const edit = linkOn(page, page.$('link[rel="EditURI"]').attr("href"))
  const isWiki = /mediawiki/i.test(generator) || (edit !== null && /api\.php/.test(edit))
  const isDrupal = isDrupalPage(page)
  const offers: Array<Offer> = []
  if (wordpress !== null) {
    offers.push({
      kind: "wordpress",
      url: wordpress,
      options: {},
      score: 85,
      reasons: [
        "The page announces WordPress's API, which gives full texts and all posts, not only the newest."
      ]
    })
  }
  if (isWiki) {
    offers.push({
      kind: "mediawiki",
      url: edit?.replace(/[?#].*$/, "") ?? page.url,
      options: {},
      score: 75,
      reasons: ["The site is a MediaWiki; name a category or a prefix to narrow what is listed."]
    })
  }
  if (isDrupal && drupalViews.some(({ item }) => page.$(item).length >= 2)) {
    offers.push({
      kind: "drupal",
      url: page.url,
      options: {},
      score: 60 + bonusOf(page),
      reasons: ["The page is made by Drupal and shows a view of entries."]
    })
  }
  return offers
}

/** A single output is no list of them: its link is long, or names a year. */
const isSingle = (text: string): boolean => text.length > 40 || /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(text)

/** Links whose words, in seven languages, promise outputs. */
const promising = (page: Page, isDrupal: boolean): ReadonlyArray<Offer> =>
  page
    .$("a[href]")
    .toArray()
    .flatMap((element): ReadonlyArray<Offer> => {
      const link = page.$(element)
      const url = linkOn(page, link.attr("href"))
      if (url === null) return []
      const video = /(?:^|\.)youtube\.com$/.test(new URL(url).hostname)
      if (video && (youtubeFeed(url) !== null || /^\/(?:@|c\/|user\/)/.test(new URL(url).pathname))) {
        return [
          {
            kind: "youtube",
            url,
            options: {},
            score: 30,
            reasons: ["The page links to this YouTube channel."]
          }
        ]
      }
      if (!sameHost(url, page.url) || url === page.url) return []
      const text = oneLine(link.text() === "" ? (link.attr("title") ?? "") : link.text())
      const { pathname, search } = new URL(url)
      if (/^(?:rss|atom|feed|rdf|xml|json feed)\b/i.test(text) || feedPath.test(pathname)) {
        const isAside = /comment/i.test(url) || recentChanges.test(`${pathname}${search}`)
        return [
          {
            kind: "feed",
            url,
            options: {},
            score: isAside ? 5 : 60,
            reasons: [`The link "${text}" leads to a feed.`]
          }
        ]
      }
      if (isDocumentLink(url, link.attr("type"), false)) return []
      const path = decodeURI(pathname.replaceAll(/%(?![\da-f]{2})/gi, "")).replaceAll(/[-_/]/g, " ")
      const bySpoken = topicOf(text)
      const topic = bySpoken ?? topicOf(path)
      if (topic === null || text.length > 80) return []
      const isList = !isSingle(bySpoken === null ? path : text)
      const isView = isDrupal && isList
      return [
        {
          kind: isView ? "drupal" : "listing",
          url,
          options: {},
          score:
            isView && topic.name === "news" ? drupalNewsScore : isList ? topic.weight : topic.weight - 25,
          reasons: [
            `The link "${text}" promises ${topic.name}.`,
            ...(isView ? ["The site is made by Drupal, whose lists go back to their first entry."] : [])
          ]
        }
      ]
    })

/** Whoever names a page below the home page means its own list as a rule, not what its menu leads to. */
const namedPageBonus = 30

const bonusOf = (page: Page): number =>
  /^\/(?:index\.\w+)?$/.test(new URL(page.url).pathname) ? 0 : namedPageBonus

const lists = (page: Page): ReadonlyArray<Offer> => {
  const offers: Array<Offer> = []
  const documents = documentsOn(page)
  const pattern = proposeSelectors(page)
  // Where nearly every entry is a document the page is a shelf, whatever its pattern.
  const isShelf = documents.length >= 0.8 * (pattern?.count ?? 0)
  const bonus = bonusOf(page)
  if (documents.length >= 2) {
    offers.push({
      kind: "shelf",
      url: page.url,
      options: {},
      score: bonus + (isShelf ? Math.max(50, Math.min(40 + documents.length, 65)) : 40),
      reasons: [`The page links to ${documents.length} documents (PDF or Word).`]
    })
  }
  if (pattern !== null) {
    offers.push({
      kind: "listing",
      url: page.url,
      options: { selectors: pattern.selectors },
      score: bonus + 45,
      reasons: [`Repeated entries at "${pattern.selectors.item}": ${pattern.reasons.join("; ")}.`]
    })
  }
  return offers
}

/** Ranks offers, each kind and address once (the best score, all reasons). */
export const ranked = (offers: ReadonlyArray<Offer>): ReadonlyArray<Offer> => {
  const byPlace = new Map<string, Offer>()
  for (const offer of offers) {
    const key = `${offer.kind} ${offer.url}`
    const known = byPlace.get(key)
    const better = known === undefined || offer.score > known.score ? offer : known
    byPlace.set(key, {
      kind: better.kind,
      url: better.url,
      options: better.options,
      score: better.score,
      reasons: [...new Set([...(known?.reasons ?? []), ...offer.reasons])]
    })
  }
  return [...byPlace.values()].sort((a, b) => b.score - a.score || a.url.localeCompare(b.url))
}

/** Everything that a page offers, best first. */
export const offersOfPage = (page: Page): ReadonlyArray<Offer> => {
  const links = [...promising(page, isDrupalPage(page))].sort((a, b) => b.score - a.score).slice(0, 20)
  return ranked([...announced(page), ...apis(page), ...lists(page), ...links])
}
