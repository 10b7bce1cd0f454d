/**
 * The publication date of a document: which of its signs is trusted, in the order of `DateOrigin`.
 */
import type { DateOrigin } from "../../domain/document.ts"
import type { IsoDate } from "../../domain/ids.ts"
import { dateFromUrl, findDates, readDate } from "../../date/index.ts"

export interface FoundDate {
  readonly date: IsoDate
  readonly from: DateOrigin
}

/** The date of a field that holds nothing else. */
export const statedDate = (field: string): IsoDate | null => readDate(field).date

/** The first single day written in a text; a range of days is an event, not a publication. */
const writtenDate = (text: string): IsoDate | null =>
  findDates(text).mentions.find(({ end, start }) => start === end)?.start ?? null

export interface DateEvidence {
  readonly jsonLd: string | null
  readonly meta: ReadonlyMap<string, string>
  readonly times: ReadonlyArray<string>
  readonly url: string | null
  /** First lines of the page or document, in reading order. */
  readonly opening: ReadonlyArray<string>
}

const metaNames = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date.issued",
  "dc.date",
  "dcterms.created",
  "dcterms.date",
  "dcterms.issued",
  "citation_publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "article:published"
]

/** The publication date that the evidence gives, most trusted origin first (`DateOrigin`). */
export const findDate = (evidence: DateEvidence): FoundDate | null => {
  const linked = evidence.jsonLd === null ? null : statedDate(evidence.jsonLd)
  if (linked !== null) return { date: linked, from: "json-ld" }
  for (const name of metaNames) {
    const date = statedDate(evidence.meta.get(name) ?? "")
    if (date !== null) return { date, from: "meta" }
  }
  for (const time of evidence.times) {
    const date = statedDate(time)
    if (date !== null) return { date, from: "time-element" }
  }
  const fromUrl = evidence.url === null ? null : dateFromUrl(evidence.url)
  if (fromUrl !== null) return { date: fromUrl, from: "url" }
  for (const line of evidence.opening) {
    if (line.length > 160) continue
    const date = writtenDate(line)
    if (date !== null) return { date, from: "text" }
  }
  return null
}
