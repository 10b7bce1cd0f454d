/** From the feed library's answers to items of one model. */
import type { AtomFeed, JsonFeed, RssFeed } from "feedsmith"
import { readDate } from "../../date/index.ts"
import type { FeedAttachment, FeedItem } from "./model.ts"
import { headOf, plainText } from "./text.ts"
import { languageTag } from "./tree.ts"

/** What the tree knows of an item beside the library. */
export interface Known {
  readonly index: number
  readonly id: string | null
  readonly permalink: string | null
  readonly base: string | null
  readonly language: string | null
}

/** Collects sentences, each once with the number of items that it concerns. */
export class Notes {
  private readonly counts = new Map<string, number>()

  add(sentence: string): void {
    this.counts.set(sentence, (this.counts.get(sentence) ?? 0) + 1)
  }

  sentences(): ReadonlyArray<string> {
    return [...this.counts].map(([sentence, count]) =>
      count > 1 ? `${sentence} (${count} items)` : sentence
    )
  }
}

const summaryLength = 500

const web = (address: string | null | undefined): string | null => {
  if (address === null || address === undefined) return null
  const url = URL.parse(address.trim())
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null
}

const text = (html: string | undefined): string | null => {
  if (html === undefined) return null
  const plain = plainText(html)
  return plain === "" ? null : plain
}

interface Parts {
  readonly known: Known
  readonly urls: ReadonlyArray<string | null | undefined>
  readonly title: string | null
  readonly dates: ReadonlyArray<string | undefined>
  readonly updated: ReadonlyArray<string | undefined>
  readonly summary: string | null
  readonly contentHtml: string | null
  readonly attachments: ReadonlyArray<FeedAttachment>
  readonly language: string | null
}

const assemble = (parts: Parts, notes: Notes): FeedItem => {
  const { known } = parts
  const url = parts.urls.map(web).find((found) => found !== null) ?? web(known.permalink)
  if (url === null) notes.add("An item has no address of a page.")
  const options = { language: parts.language }
  const stated = parts.dates.filter((date) => date !== undefined && date.trim() !== "")
  const readings = stated.map((date) => readDate(date ?? "", options))
  const published = readings.find((reading) => reading.date !== null)
  if (published === undefined) {
    notes.add(
      stated.length === 0
        ? "An item has no date."
        : `A date cannot be read: ${readings[0]?.warnings.join(" ") ?? ""}`
    )
  }
  const changed = parts.updated
    .filter((date) => date !== undefined)
    .map((date) => readDate(date ?? "", options))
    .find((reading) => reading.date !== null)
  const date = published ?? changed
  return {
    id: known.id ?? url ?? `item-${known.index + 1}`,
    url,
    title: parts.title,
    publishedAt: date?.date ?? null,
    publishedInstant: date?.instant ?? null,
    updatedAt: changed?.date ?? null,
    summary: parts.summary === null ? null : headOf(parts.summary, summaryLength),
    contentHtml: parts.contentHtml,
    baseUrl: known.base ?? url,
    language: parts.language,
    attachments: parts.attachments
  }
}

/** Item of the normalised RSS. */
export const rssItem = (item: RssFeed.Item<string>, known: Known, notes: Notes): FeedItem => {
  const content = item.content?.encoded ?? null
  const description = item.description ?? item.dc?.descriptions?.[0]
  return assemble(
    {
      known,
      urls: [
        item.link,
        known.permalink,
        item.atom?.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href,
        item.dc?.identifiers?.[0]
      ],
      title: text(item.title) ?? text(item.dc?.titles?.[0]) ?? text(item.media?.title?.value),
      dates: [
        item.pubDate,
        item.dc?.dates?.[0],
        item.dcterms?.issued?.[0],
        item.dcterms?.created?.[0],
        item.atom?.published
      ],
      updated: [item.dcterms?.modified?.[0], item.atom?.updated],
      summary: text(description) ?? text(item.media?.description?.value) ?? text(content ?? undefined),
      contentHtml: content ?? description ?? null,
      attachments: (item.enclosures ?? []).flatMap(({ url, type }) => {
        const address = web(url)
        return address === null ? [] : [{ url: address, mediaType: type ?? null }]
      }),
      language: languageTag(item.dc?.languages?.[0]) ?? known.language
    },
    notes
  )
}

const escapeHtml = (plain: string): string => plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const construct = (value: { readonly value?: string; readonly type?: string } | undefined) =>
  value?.value === undefined
    ? { plain: null, html: null }
    : value.type === "html"
      ? { plain: text(value.value), html: value.value }
      : { plain: value.value.replaceAll(/\s+/g, " ").trim(), html: escapeHtml(value.value) }

/** Entry of the normalised Atom. */
export const atomItem = (entry: AtomFeed.Entry<string>, known: Known, notes: Notes): FeedItem => {
  const links = entry.links ?? []
  const alternate =
    links.find(
      ({ rel, type }) =>
        (rel === undefined || rel === "alternate") && (type === undefined || /html/.test(type))
    ) ?? links.find(({ rel }) => rel === undefined || rel === "alternate")
  const content = construct(entry.content)
  const summary = construct(entry.summary)
  const media = entry.media?.groups?.[0]?.description?.value ?? entry.media?.description?.value
  return assemble(
    {
      known,
      urls: [
        alternate?.href,
        known.permalink,
        links.find(({ rel }) => rel === "related" || rel === "via")?.href
      ],
      title:
        construct(entry.title).plain ??
        text(entry.dc?.titles?.[0]) ??
        text(entry.media?.groups?.[0]?.title?.value),
      dates: [
        entry.published,
        entry.dcterms?.issued?.[0],
        entry.dcterms?.created?.[0],
        entry.dc?.dates?.[0],
        entry.updated
      ],
      updated: [entry.updated],
      summary: summary.plain ?? text(media) ?? content.plain,
      contentHtml: content.html ?? summary.html ?? (media === undefined ? null : escapeHtml(media)),
      attachments: links
        .filter(({ rel }) => rel === "enclosure")
        .flatMap(({ href, type }) => {
          const address = web(href)
          return address === null ? [] : [{ url: address, mediaType: type ?? null }]
        }),
      language: known.language
    },
    notes
  )
}

/** Item of a JSON Feed. */
export const jsonItem = (item: JsonFeed.Item<string>, known: Known, notes: Notes): FeedItem => {
  const html = item.content_html ?? (item.content_text === undefined ? null : escapeHtml(item.content_text))
  const resolved = (address: string | undefined) =>
    address === undefined
      ? null
      : (known.base === null ? URL.parse(address) : URL.parse(address, known.base))?.href
  return assemble(
    {
      known,
      urls: [resolved(item.url), known.permalink, resolved(item.external_url)],
      title: text(item.title),
      dates: [item.date_published, item.date_modified],
      updated: [item.date_modified],
      summary: item.summary ?? item.content_text?.replaceAll(/\s+/g, " ").trim() ?? text(item.content_html),
      contentHtml: html,
      attachments: (item.attachments ?? []).flatMap((attachment) => {
        const address = resolved(attachment.url)
        return address === null || address === undefined
          ? []
          : [{ url: address, mediaType: attachment.mime_type ?? null }]
      }),
      language: item.language ?? known.language
    },
    notes
  )
}
