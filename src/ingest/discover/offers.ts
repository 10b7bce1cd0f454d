/** What a page offers as sources, by its markup and its links alone, ranked and with reasons. */
import type { SourceKind, SourceOptions } from "../../domain/index.ts"
import { oneLine } from "../feed/index.ts"
import { linkOn, type Page } from "../source/html.ts"
import { sameHost } from "../source/reader.ts"
import { documentsOn } from "../source/shelf.ts"
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
      return [
        {
          kind: "feed" as const,
          url,
          options: {},
          score: isComments ? 5 : 70,
          reasons: [
            `The page announces it as its ${name} feed${title === "" ? "" : ` "${title}"`}.`,
            ...(isComments ? ["It seems to hold comments only."] : [])
          ]
        }
      ]
    })

const apis = (page: Page): ReadonlyArray<Offer> => {
  const wordpress = linkOn(page, page.$('link[rel="https://api.w.org/"]').attr("href"))
  const generator = page.$('meta[name="generator" i]').attr("content") ?? ""
  const edit = linkOn(page, page.$('link[rel="EditURI"]').attr("href"))
  const isWiki = /mediawiki/i.test(generator) || (edit !== null && /api\.php/.test(edit))
  const isDrupal = /drupal/i.test(generator) || page.$("[data-drupal-selector], .views-row").length > 0
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
      score: 60,
      reasons: ["The page is made by Drupal and shows a view of entries."]
    })
  }
  return offers
}

/** Links whose words, in seven languages, promise outputs. */
const promising = (page: Page): ReadonlyArray<Offer> =>
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
      const topic =
        topicOf(text) ??
        topicOf(
          decodeURI(new URL(url).pathname.replaceAll(/%(?![\da-f]{2})/gi, "")).replaceAll(/[-_/]/g, " ")
        )
      if (topic === null || text.length > 80) return []
      return [
        {
          kind: "listing",
          url,
          options: {},
          score: topic.weight,
          reasons: [`The link "${text}" promises ${topic.name}.`]
        }
      ]
    })

const lists = (page: Page): ReadonlyArray<Offer> => {
  const offers: Array<Offer> = []
  const documents = documentsOn(page)
  if (documents.length >= 2) {
    offers.push({
      kind: "shelf",
      url: page.url,
      options: {},
      score: Math.min(40 + documents.length, 65),
      reasons: [`The page links to ${documents.length} documents (PDF or Word).`]
    })
  }
  const pattern = proposeSelectors(page)
  if (pattern !== null) {
    offers.push({
      kind: "listing",
      url: page.url,
      options: { selectors: pattern.selectors },
      score: 45,
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
  const links = [...promising(page)].sort((a, b) => b.score - a.score).slice(0, 20)
  return ranked([...announced(page), ...apis(page), ...lists(page), ...links])
}
