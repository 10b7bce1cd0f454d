/**
 * Dates as people write them, in the languages of the initiatives: "20-22 October 2025", "8 y 9 de octubre de
 * 2025", "18–19 сентября 2025 года", "2025年11月13日至14日", "٢٤ تشرين الأول/أكتوبر ٢٠٢٥", "2025-10-20".
 */
import { fold } from "../phrases/fold.ts"

/** A day or a run of days found in a text. Impossible days are kept as stated and flagged in `problems`. */
export interface StatedDates {
  /** The words, folded. */
  readonly stated: string
  /** Offset in the folded text. */
  readonly at: number
  readonly year: number
  /** ISO 8601 calendar dates; null when the day does not exist. */
  readonly start: string | null
  readonly end: string | null
  readonly problems: ReadonlyArray<string>
}

const monthNames: ReadonlyArray<string> = [
  "january jan janvier enero janeiro января январь januar gennaio січня يناير جانفي جانفيي januari ocak",
  "february feb fevrier fevr febrero fevereiro февраля февраль februar febbraio лютого فبراير فيفري شباط februari subat",
  "march mar mars marzo marco марта март marz березня مارس اذار maret mart",
  "april apr avril abril апреля апрель aprile квітня ابريل افريل نيسان nisan",
  "may mai mayo maio мая май maggio травня مايو ماي ايار mei mayis",
  "june jun juin junio junho июня июнь juni giugno червня يونيو جوان حزيران haziran",
  "july jul juillet juil julio julho июля июль juli luglio липня يوليو جويليه تموز temmuz",
  "august aug aout agosto августа август серпня اغسطس اوت اب agustus agustos",
  "september sep sept septembre septiembre setiembre setembro сентября сентябрь settembre вересня سبتمبر ايلول eylul",
  "october oct octobre octubre outubro октября октябрь oktober ottobre жовтня اكتوبر ekim",
  "november nov novembre noviembre novembro ноября ноябрь листопада نوفمبر kasim",
  "december dec decembre diciembre dezembro декабря декабрь dezember dicembre грудня ديسمبر desember aralik"
]

const months = new Map<string, number>([
  ...monthNames.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
  ["كانون الثاني", 1],
  ["تشرين الاول", 10],
  ["تشرين الثاني", 11],
  ["كانون الاول", 12]
])

const month = `(${[...months.keys()].toSorted((a, b) => b.length - a.length).join("|")})(?:\\s?/\\s?[\\p{L}]+)?\\.?`
const day = "(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.|-го)?"
const to = "\\s?(?:-|/|to|and|&|au|et|al|y|a|e|до|по|и|bis|und|الي|و|حتي|عبر|until|through|through to|ao)\\s?"
const of = "(?:\\s?(?:of|de|do|del|di))?\\s"
const year = "(?:[,،]?\\s?(?:of|de|del|do|di|عام|سنه)?\\s?)((?:19|20)\\d{2})(?!\\d)"
const edge = "(?<![\\p{L}\\p{N}])"
const wordDays = "(?:\\p{L}+,?\\s)?"

interface Fields {
  readonly day: string | undefined
  readonly month: string | undefined
  readonly day2: string | undefined
  readonly month2: string | undefined
  readonly year: string | undefined
}

interface Form {
  readonly pattern: RegExp
  readonly read: (groups: ReadonlyArray<string | undefined>) => Fields
}

const forms: ReadonlyArray<Form> = [
  {
    // 30 September - 2 October 2025
    pattern: new RegExp(`${edge}${day}${of}${month}${to}${wordDays}${day}${of}${month}${year}`, "gu"),
    read: ([, d, m, d2, m2, y]) => ({ day: d, month: m, day2: d2, month2: m2, year: y })
  },
  {
    // 20-22 October 2025, 8 y 9 de octubre de 2025, du 24 au 26 septembre 2025, ٢١ و٢٢ تشرين الأول
    pattern: new RegExp(`${edge}${day}${to}(?:el |le |o )?${day}${of}${month}${year}`, "gu"),
    read: ([, d, d2, m, y]) => ({ day: d, month: m, day2: d2, month2: m, year: y })
  },
  {
    // October 20-22, 2025
    pattern: new RegExp(`${edge}${month}\\s${day}${to}(?:${month}\\s)?${day},?${year}`, "gu"),
    read: ([, m, d, m2, d2, y]) => ({ day: d, month: m, day2: d2, month2: m2 ?? m, year: y })
  },
  {
    // 2025年11月13日至14日, 2025年9月30日至10月2日
    pattern:
      /((?:19|20)\d{2})年\s?(\d{1,2})月\s?(\d{1,2})日?(?:\s?[至到~—、和-]\s?(?:(\d{1,2})月\s?)?(\d{1,2})日)?/gu,
    read: ([, y, m, d, m2, d2]) => ({ day: d, month: m, day2: d2 ?? d, month2: m2 ?? m, year: y })
  },
  {
    // 2025-10-20, 2025/10/20
    pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    read: ([, y, m, d]) => ({ day: d, month: m, day2: d, month2: m, year: y })
  },
  {
    // 20 October 2025, 20 de octubre de 2025, 18 сентября 2025
    pattern: new RegExp(`${edge}${day}${of}${month}${year}`, "gu"),
    read: ([, d, m, y]) => ({ day: d, month: m, day2: d, month2: m, year: y })
  },
  {
    // October 20, 2025
    pattern: new RegExp(`${edge}${month}\\s${day},?${year}`, "gu"),
    read: ([, m, d, y]) => ({ day: d, month: m, day2: d, month2: m, year: y })
  }
]

const weekdays: ReadonlyArray<string> = [
  "sunday dimanche domingo воскресенье sonntag domenica الاحد 星期日 星期天 周日",
  "monday lundi lunes segunda-feira понедельник montag lunedi الاثنين 星期一 周一",
  "tuesday mardi martes terca-feira вторник dienstag martedi الثلاثاء 星期二 周二",
  "wednesday mercredi miercoles quarta-feira среда среду mittwoch mercoledi الاربعاء 星期三 周三",
  "thursday jeudi jueves quinta-feira четверг donnerstag giovedi الخميس 星期四 周四",
  "friday vendredi viernes sexta-feira пятница пятницу freitag venerdi الجمعه 星期五 周五",
  "saturday samedi sabado суббота субботу samstag sabato السبت 星期六 周六"
]
const weekdayOf = new Map(
  weekdays.flatMap((names, index) => names.split(" ").map((name) => [name, index] as const))
)

const pad = (value: number): string => String(value).padStart(2, "0")

/** The ISO date, or null when the calendar has no such day. */
export const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day >= 1
    ? `${year}-${pad(month)}-${pad(day)}`
    : null
}

const monthNumber = (text: string | undefined): number =>
  text === undefined ? 0 : (months.get(text) ?? Number(text))

const weekdayProblem = (folded: string, at: number, start: string | null): string | null => {
  const word = /(\S+?)[,،]?\s*$/u.exec(folded.slice(Math.max(0, at - 24), at))?.[1]
  const named = word === undefined ? undefined : weekdayOf.get(word)
  return named === undefined || start === null || new Date(`${start}T00:00:00Z`).getUTCDay() === named
    ? null
    : `The text says "${word}", but ${start} was another day of the week.`
}

/** All dates of a text in order of place; where two readings overlap the longer one holds. Years 1900 to 2099. */
export const findDates = (text: string): ReadonlyArray<StatedDates> => {
  const folded = fold(text.slice(0, 30_000))
  const taken: Array<{ readonly from: number; readonly to: number }> = []
  const found: Array<StatedDates> = []
  for (const form of forms) {
    for (const match of folded.matchAll(form.pattern)) {
      const from = match.index
      const until = from + match[0].length
      if (taken.some((span) => from < span.to && until > span.from)) continue
      const fields = form.read([...match])
      const year = Number(fields.year)
      const start = isoDate(year, monthNumber(fields.month), Number(fields.day))
      const end = isoDate(year, monthNumber(fields.month2), Number(fields.day2))
      const stated = match[0].trim()
      const crossing = start !== null && end !== null && end < start
      const weekday = weekdayProblem(folded, from, start)
      taken.push({ from, to: until })
      found.push({
        stated,
        at: from,
        year,
        start,
        end: crossing ? start : end,
        problems: [
          ...(start === null || end === null ? [`There is no such day as "${stated}".`] : []),
          ...(crossing ? [`"${stated}" ends before it begins.`] : []),
          ...(weekday === null ? [] : [weekday])
        ]
      })
    }
  }
  return found.toSorted((a, b) => a.at - b.at)
}
