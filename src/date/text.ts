/**
 * Dates that people write, in English, French, Spanish, Portuguese, German, Russian, Arabic, Chinese,
 * Japanese and Korean, with ranges of days. The order of day and month is never guessed.
 */
import type { IsoDate } from "../domain/ids.ts"
import { isoDate, weekday } from "./calendar.ts"
import { fold, monthOf, monthPattern } from "./months.ts"

/** A date or a range of days found in a text. */
export interface DateMention {
  readonly start: IsoDate
  /** Last day of a range; equal to `start` for a single day. */
  readonly end: IsoDate
  /** Place in `text.normalize("NFC")`, in UTF-16 code units, end exclusive. */
  readonly from: number
  readonly to: number
  /** Sentences about what does not fit, such as a day of the week that the date does not have. */
  readonly warnings: ReadonlyArray<string>
}

/** What is known of the text; a language decides the order in 03/04/2025, with its region where it matters. */
export interface DateOptions {
  /** BCP 47 tag of the text's language, e.g. `fr`, `en-GB`; null or absent when unknown. */
  readonly language?: string | null
}

/** Words of a date that cannot be: a day that does not exist, or an end before its beginning. */
export interface ImpossibleDate {
  readonly year: number
  /** The days that do exist. */
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly from: number
  readonly to: number
}

/** Mentions in order of place, and warnings about dates that could not be decided. */
export interface DatesFound {
  readonly mentions: ReadonlyArray<DateMention>
  /** In order of place; none of them overlaps a mention. */
  readonly impossible: ReadonlyArray<ImpossibleDate>
  readonly warnings: ReadonlyArray<string>
}

type Order = "day-first" | "month-first" | null

/** Order of day and month by language (CLDR short dates); English without a region tells nothing. */
const orderOf = (language: string | null | undefined): Order => {
  const tag = (language ?? "").toLowerCase()
  if (/^en-(?:us|ph)$/.test(tag) || tag === "es-us") return "month-first"
  if (tag.startsWith("en-")) return /^en-(?:ca|za)$/.test(tag) ? null : "day-first"
  return /^(?:fr|es|pt|ar|ru|de|it|uk|sw|nl|pl|cs|ro|tr|el|bg|sr|ka|vi|id)(?:-|$)/.test(tag) &&
    tag !== "fr-ca"
    ? "day-first"
    : null
}

const year = "(\\d{4})(?!\\d)"
const day = "(\\d{1,2})(?:\\s?(?:st|nd|rd|th|er|º|ª|°|\\.|-?го|-?е))?"
const of = "\\s*[,.]?\\s*(?:(?:of|de|du|del|do|den)\\s+)?(?:the\\s+)?"
/** In Arabic often by two names at once: تشرين الأول/أكتوبر. */
const month = `(${monthPattern})(?!\\p{L})\\.?(?:\\s?/\\s?\\p{L}+)?`
const dash =
  "\\s*(?:[-\\u2010-\\u2015~\\u301c\\uff5e/&+]|to|and|until|through|au|et|al|a|y|e|ao|ate|hasta|bis|und|по|до|и|الى|حتى|و)\\s*"
const start = "(?<![\\p{L}\\p{N}])"
/** An article or a day of the week before the second day. */
const leading = "(?:\\p{L}+,?\\s)?"

const dayMonthYear = new RegExp(
  `${start}(?:${day}(?:${of}${month})?${dash}${leading})?${day}${of}${month}${of}${year}`,
  "gu"
)
const monthDayYear = new RegExp(
  `${start}${month}\\s+${day}(?:${dash}(?:${month}\\s+)?${day})?\\s*,?\\s+(?:of\\s+)?${year}`,
  "gu"
)
const cjk =
  /(?:(\d{4})|(令和|平成)\s?(\d{1,2}|元))\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?(?:[^\p{L}\d]{0,6}?(?:至|到|から|[-~–—〜～])\s?(?:(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?)?(\d{1,2})\s?[日号號일])?/gu
const yearFirst = /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?![./-]\d)/gu
const numeric = /(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d)(?![./-]\d)/gu

const digit = (character: string): number => "〇一二三四五六七八九".indexOf(character)

/** Chinese numerals of dates (二〇二五年十一月四日) as digits; keeps the length by padding with spaces. */
const foldChineseNumerals = (text: string): string =>
  text.replaceAll(/[〇零○一二三四五六七八九十]{1,4}(?=\s?[年月日号號])/g, (numeral) => {
    const plain = numeral.replaceAll(/[零○]/g, "〇")
    let value: string
    if (plain.includes("十")) {
      const [tens = "", ones = ""] = plain.split("十")
      value = String((tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones)))
    } else {
      value = Array.from(plain, (character) => String(digit(character))).join("")
    }
    return value.padStart(numeral.length, " ")
  })

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    "sunday dimanche domingo sonntag воскресенье الاحد",
    "monday lundi lunes segunda-feira montag понедельник الاثنين الإثنين",
    "tuesday mardi martes terca-feira dienstag вторник الثلاثاء",
    "wednesday mercredi miercoles quarta-feira mittwoch среда الاربعاء",
    "thursday jeudi jueves quinta-feira donnerstag четверг الخميس",
    "friday vendredi viernes sexta-feira freitag пятница الجمعة",
    "saturday samedi sabado samstag суббота السبت"
  ].flatMap((line, index) => line.split(" ").map((name) => [name, index] as const))
)

type Candidate = Omit<DateMention, "warnings">
type Reading = Candidate | ImpossibleDate

const isCandidate = (reading: Reading): reading is Candidate => !("year" in reading)

const int = (text: string | undefined): number => Number(text ?? Number.NaN)

/** A candidate when both days exist and stand in order; what the words say is kept when they do not. */
const candidate = (
  found: RegExpExecArray,
  year: number,
  first: IsoDate | null,
  last: IsoDate | null
): Reading => {
  const place = { from: found.index, to: found.index + found[0].length }
  return first === null || last === null || last < first
    ? { ...place, year, start: first, end: last }
    : { ...place, start: first, end: last }
}

const matches = (pattern: RegExp, text: string): ReadonlyArray<RegExpExecArray> => [...text.matchAll(pattern)]

const worded = (text: string): ReadonlyArray<Reading> => [
  ...matches(dayMonthYear, text).map((found) => {
    const endMonth = monthOf(found[4] ?? "") ?? 0
    const endYear = int(found[5])
    const end = isoDate(endYear, endMonth, int(found[3]))
    if (found[1] === undefined) return candidate(found, endYear, end, end)
    const startMonth = found[2] === undefined ? endMonth : (monthOf(found[2]) ?? 0)
    const startYear = startMonth > endMonth ? endYear - 1 : endYear
    const begin = isoDate(startYear, startMonth, int(found[1]))
    // "No. 12 – 3 March 2025": what stands before the dash is no day of a range that ends there.
    const isRange = end === null || (begin !== null && begin <= end)
    return candidate(found, endYear, isRange ? begin : end, end)
  }),
  ...matches(monthDayYear, text).map((found) => {
    const startMonth = monthOf(found[1] ?? "") ?? 0
    const endMonth = found[3] === undefined ? startMonth : (monthOf(found[3]) ?? 0)
    const endYear = int(found[5])
    const begin = isoDate(startMonth > endMonth ? endYear - 1 : endYear, startMonth, int(found[2]))
    const end = found[4] === undefined ? begin : isoDate(endYear, endMonth, int(found[4]))
    return candidate(found, endYear, begin, end)
  }),
  ...matches(cjk, text).map((found) => {
    const era = found[2] === "令和" ? 2018 : 1988
    const firstYear = found[1] === undefined ? era + (found[3] === "元" ? 1 : int(found[3])) : int(found[1])
    const begin = isoDate(firstYear, int(found[4]), int(found[5]))
    if (found[8] === undefined) return candidate(found, firstYear, begin, begin)
    const end = isoDate(int(found[6] ?? String(firstYear)), int(found[7] ?? found[4]), int(found[8]))
    return candidate(found, firstYear, begin, end)
  }),
  ...matches(yearFirst, text).map((found) => {
    const date = isoDate(int(found[1]), int(found[3]), int(found[4]))
    return candidate(found, int(found[1]), date, date)
  })
]

const numericDates = (text: string, order: Order, warn: (warning: string) => void): ReadonlyArray<Reading> =>
  matches(numeric, text).flatMap((found) => {
    const [a, b, y] = [int(found[1]), int(found[3]), int(found[4])]
    // Dots are written day first wherever they are used.
    const decided: Order =
      found[2] === "." ? "day-first" : a > 12 ? "day-first" : b > 12 ? "month-first" : order
    if (decided === null && a !== b) {
      if (isoDate(y, a, b) !== null) {
        warn(
          `"${found[0]}" may mean either of two days; state the source's language with its region, or write the month in words.`
        )
      }
      return []
    }
    const date = decided === "month-first" ? isoDate(y, a, b) : isoDate(y, b, a)
    return [candidate(found, y, date, date)]
  })

const joins = /^\s*(?:[-\u2010-\u2015~\u301c\uff5e]|to|au|al|ao|ate|bis|по|الى|至|から)\s*$/u

/** Takes overlapping finds away (the longer wins) and joins two days with a dash between to a range. */
const settle = (found: ReadonlyArray<Reading>, text: string): ReadonlyArray<Candidate> => {
  const sorted = found.filter(isCandidate).sort((a, b) => a.from - b.from || b.to - b.from - (a.to - a.from))
  const kept: Array<Candidate> = []
  for (const one of sorted) {
    const previous = kept.at(-1)
    if (previous !== undefined && one.from < previous.to) continue
    if (
      previous !== undefined &&
      previous.start === previous.end &&
      one.start > previous.start &&
      joins.test(text.slice(previous.to, one.from))
    ) {
      kept[kept.length - 1] = { start: previous.start, end: one.end, from: previous.from, to: one.to }
    } else {
      kept.push(one)
    }
  }
  return kept
}

/** Text longer than this is cut: dates of a document stand at its head, and time stays bounded. */
const textLimit = 200_000

/**
 * All dates with day, month and year in a text. Dates out of the calendar or of plausible years are left
 * out; where day and month could be exchanged and the language does not tell, the date is left out with
 * a warning.
 */
export const findDates = (text: string, options: DateOptions = {}): DatesFound => {
  const warnings: Array<string> = []
  const folded = foldChineseNumerals(fold(text.slice(0, textLimit)))
  if (!/\d{4}|[令平]/.test(folded)) return { mentions: [], impossible: [], warnings }
  const candidates = [
    ...worded(folded),
    ...numericDates(folded, orderOf(options.language), (warning) => {
      if (warnings.length < 20) warnings.push(warning)
    })
  ]
  const settled = settle(candidates, folded)
  const mentions = settled.map((one): DateMention => {
    const before = /([\p{L}-]+)[\s,.]*$/u.exec(folded.slice(Math.max(0, one.from - 24), one.from))?.[1] ?? ""
    const stated = weekdays.get(before)
    return {
      start: one.start,
      end: one.end,
      from: one.from,
      to: one.to,
      warnings:
        stated === undefined || stated === weekday(one.start)
          ? []
          : [`The text says "${before}", which ${one.start} was not; the date is kept as stated.`]
    }
  })
  const impossible = candidates
    .filter((one): one is ImpossibleDate => !isCandidate(one))
    .filter((one) => settled.every(({ from, to }) => one.to <= from || one.from >= to))
    .toSorted((a, b) => a.from - b.from)
  return { mentions, impossible, warnings }
}
