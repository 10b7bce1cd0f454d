/**
 * Publication dates, minimal: ISO dates in metadata and addresses, and written dates in seven languages near
 * the beginning of a text. Everything that asks for a date in extraction comes through here.
 */
import { Option, Schema } from "effect"
import { type DateOrigin } from "../../domain/document.ts"
import { IsoDate } from "../../domain/ids.ts"

export interface FoundDate {
  readonly date: IsoDate
  readonly from: DateOrigin
}

const decodeIso = Schema.decodeUnknownOption(IsoDate)

const calendar = (year: number, month: number, day: number): IsoDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1990 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return Option.getOrNull(decodeIso(date.toISOString().slice(0, 10)))
}

const monthNames: ReadonlyArray<readonly [number, RegExp]> = (
  [
    [1, "jan(?:uary|vier|eiro|uar)?|enero|января|январь|يناير"],
    [2, "feb(?:ruary|rero|ruar)?|février|fev(?:ereiro)?|февраля|февраль|فبراير"],
    [3, "mar(?:ch|s|zo|ço)?|märz|марта|март|مارس"],
    [4, "apr(?:il)?|avril|abr(?:il)?|апреля|апрель|أبريل|ابريل"],
    [5, "may|mai|mayo|maio|мая|май|مايو"],
    [6, "june?|juin|junio|junho|juni|июня|июнь|يونيو"],
    [7, "july?|juillet|julio|julho|juli|июля|июль|يوليو"],
    [8, "aug(?:ust)?|août|agosto|ago|августа|август|أغسطس"],
    [9, "sept?(?:ember|embre|iembre)?|setembro|set|сентября|сентябрь|سبتمبر"],
    [10, "oct(?:ober|obre|ubre)?|outubro|out|okt(?:ober)?|октября|октябрь|أكتوبر"],
    [11, "nov(?:ember|embre|iembre|embro)?|ноября|ноябрь|نوفمبر"],
    [12, "dec(?:ember)?|décembre|dic(?:iembre)?|dez(?:embro|ember)?|декабря|декабрь|ديسمبر"]
  ] as const
).map(([month, names]) => [month, new RegExp(`^(?:${names})$`, "iu")])

const monthOf = (name: string): number | null =>
  monthNames.find(([, pattern]) => pattern.test(name.replace(/\.$/, "")))?.[0] ?? null

/** Dates as machines write them: `2024-06-03`, `2024-06-03T10:00:00+02:00`, `20240603`. */
export const isoDate = (text: string): IsoDate | null => {
  const match =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  return match === null ? null : calendar(Number(match[1]), Number(match[2]), Number(match[3]))
}

const written = new RegExp(
  [
    String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:de|of))?\s+(?<month>\p{L}{3,12}\.?),?(?:\s+(?:de|del))?\s+(?<year>(?:19|20)\d{2})(?!\d)`,
    String.raw`(?<month2>\p{L}{3,12}\.?)\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year2>(?:19|20)\d{2})(?!\d)`,
    String.raw`(?<year3>(?:19|20)\d{2})\s?年\s?(?<month3>\d{1,2})\s?月\s?(?<day3>\d{1,2})\s?日`,
    String.raw`(?<!\d)(?<year4>(?:19|20)\d{2})-(?<month4>\d{1,2})-(?<day4>\d{1,2})(?!\d)`
  ].join("|"),
  "giu"
)

/** The first written date in a text. */
export const writtenDate = (text: string): IsoDate | null => {
  for (const { groups } of text.matchAll(written)) {
    if (groups === undefined) continue
    const name = groups["month"] ?? groups["month2"]
    const month = name === undefined ? Number(groups["month3"] ?? groups["month4"]) : monthOf(name)
    const year = groups["year"] ?? groups["year2"] ?? groups["year3"] ?? groups["year4"]
    const day = groups["day"] ?? groups["day2"] ?? groups["day3"] ?? groups["day4"]
    const date = month === null ? null : calendar(Number(year), month, Number(day))
    if (date !== null) return date
  }
  return null
}

/** A date in an address: `/2024/06/03/`, `/2024-06-03-messages`. A year and month alone are no date. */
export const urlDate = (url: string): IsoDate | null => {
  const match = /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_.?-]|$)/.exec(url)
  return match === null ? null : calendar(Number(match[1]), Number(match[2]), Number(match[3]))
}

const anyDate = (text: string): IsoDate | null => isoDate(text) ?? writtenDate(text)

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
  const linked = evidence.jsonLd === null ? null : anyDate(evidence.jsonLd)
  if (linked !== null) return { date: linked, from: "json-ld" }
  for (const name of metaNames) {
    const date = anyDate(evidence.meta.get(name) ?? "")
    if (date !== null) return { date, from: "meta" }
  }
  for (const time of evidence.times) {
    const date = anyDate(time)
    if (date !== null) return { date, from: "time-element" }
  }
  const fromUrl = evidence.url === null ? null : urlDate(evidence.url)
  if (fromUrl !== null) return { date: fromUrl, from: "url" }
  for (const line of evidence.opening) {
    if (line.length > 160) continue
    const date = writtenDate(line)
    if (date !== null) return { date, from: "text" }
  }
  return null
}
