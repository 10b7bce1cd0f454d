/**
 * Edition: the year or number of the event that a document belongs to, and the days on which it was held.
 */
import { asciiDigits, fold } from "../phrases/fold.ts"
import { compile } from "../phrases/phrases.ts"
import { statedDates, type StatedDates } from "./dates.ts"

export interface EditionFacts {
  readonly title: string
  readonly url?: string | null
  /** Running text of the document, or its beginning. */
  readonly text: string
  /** ISO date, only used to notice an event after its own outcome. */
  readonly publishedAt?: string | null
  /** False for calls and announcements, whose event lies ahead of them; true by default. */
  readonly happened?: boolean
}

export interface Edition {
  /** Year ("2025") where one is stated, otherwise the number ("7"); null when neither is. */
  readonly edition: string | null
  /** Number of the event in the initiative's own counting. */
  readonly number: number | null
  readonly eventStart: string | null
  readonly eventEnd: string | null
  /** Sentences about what cannot be right; the values are kept as stated. */
  readonly problems: ReadonlyArray<string>
}

const ordinals: ReadonlyArray<string> = [
  "first premier premiere primer primero primera primeiro primeira первый первого первом первая الاول الاولي 一 primo prima ersten erste",
  "second deuxieme seconde segundo segunda второй второго втором вторая الثاني الثانيه 二 secondo zweiten zweite",
  "third troisieme tercer tercero tercera terceiro terceira третий третьего третьем третья الثالث الثالثه 三 terzo dritten",
  "fourth quatrieme cuarto cuarta quarto quarta четвертый четвертого четвертом четвертая الرابع الرابعه 四 vierten",
  "fifth cinquieme quinto quinta пятый пятого пятом пятая الخامس الخامسه 五 funften",
  "sixth sixieme sexto sexta шестой шестого шестом шестая السادس السادسه 六 sechsten sesto",
  "seventh septieme septimo septima setimo setima седьмой седьмого седьмом седьмая السابع السابعه 七 siebten settimo",
  "eighth huitieme octavo octava oitavo oitava восьмой восьмого восьмом восьмая الثامن الثامنه 八 achten ottavo",
  "ninth neuvieme noveno novena nono nona девятый девятого девятом девятая التاسع التاسعه 九 neunten",
  "tenth dixieme decimo decima десятый десятого десятом десятая العاشر العاشره 十 zehnten",
  "eleventh onzieme undecimo undecima одиннадцатый одиннадцатого 十一",
  "twelfth douzieme duodecimo duodecima двенадцатый двенадцатого 十二",
  "thirteenth treizieme 十三",
  "fourteenth quatorzieme 十四",
  "fifteenth quinzieme 十五"
]
const ordinalOf = new Map(
  ordinals.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const))
)

const spelled = [...ordinalOf.keys()]
  .filter((word) => !/\p{Script=Han}/u.test(word))
  .toSorted((a, b) => b.length - a.length)
  .join("|")
const event =
  "(?:edition|annual|igf|fgi|forum|foro|meeting|national|youth|[\\p{L}-]+ (?:igf|youth|internet|forum)|edicao|edicion|reunion annuelle|session annuelle|форум\\p{L}*|ежегодн\\p{L}*|edizione|ausgabe|igf-d)"

const numberPatterns: ReadonlyArray<RegExp> = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|e|eme|er|re|a|o|ª|º|-й|-го|-ю|\\.)\\s${event}`,
    "u"
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])(${spelled})\\s${event}`, "u"),
  /第([一二三四五六七八九十]{1,3}|\d{1,2})届/u,
  new RegExp(`المنتدي (?:الوطني )?(${spelled})(?!\\p{L})`, "u"),
  new RegExp(`(?:الدوره|النسخه) (${spelled})(?!\\p{L})`, "u")
]

const numberIn = (folded: string): number | null => {
  for (const pattern of numberPatterns) {
    const word = pattern.exec(folded)?.[1]
    if (word !== undefined) {
      const number = ordinalOf.get(word) ?? Number(word)
      if (Number.isInteger(number) && number > 0) return number
    }
  }
  return null
}

const yearPattern = /(?<![\p{N}/.-])(20\d{2})(?![\p{N}])/gu
const held = compile([
  "held",
  "took place",
  "met on",
  "met in",
  "gathered",
  "convened",
  "annual meeting",
  "brought together",
  "tenu*",
  "reuni*",
  "a eu lieu",
  "se celebro",
  "celebr*",
  "realiz*",
  "tuvo lugar",
  "reunid*",
  "decorreu",
  "teve lugar",
  "состоял*",
  "прош*",
  "прошед*",
  "собрал*",
  "участник*",
  "انعقد",
  "عقد",
  "المنعقد",
  "المجتمعين",
  "举行",
  "召开",
  "举办",
  "fand",
  "si e tenut*",
  "svolt*"
])
const naming = compile(["igf", "fgi", "forum", "foro", "форум*", "论坛", "المنتدي"])
const publishedMark = compile([
  "published",
  "posted",
  "last updated",
  "updated",
  "publie*",
  "mise en ligne",
  "mis en ligne",
  "publicado",
  "actualizado",
  "publicad*",
  "نشر",
  "опубликован*",
  "обновлен*",
  "发布",
  "更新",
  "印发",
  "deadline",
  "date limite",
  "prazo",
  "срок",
  "截止",
  "adopted in",
  "resolution"
])

const yearsIn = (text: string): ReadonlyArray<number> =>
  [...asciiDigits(text).matchAll(yearPattern)]
    .map((match) => Number(match[1]))
    .filter((year) => year >= 2005 && year <= 2060)

/** A year in the path of an address; the month beside it marks the day of publication, which counts for less. */
const urlYear = (url: string): { readonly year: number; readonly dated: boolean } | null => {
  const path = URL.parse(url)?.pathname ?? url
  const dated = /\/(20\d{2})[/-](?:0[1-9]|1[0-2])(?:\/|$|-)/u.exec(path)?.[1]
  const plain = /(?<!\d)(20\d{2})(?!\d)/gu
  const years = [...path.matchAll(plain)].map((match) => Number(match[1]))
  const last = years.at(-1)
  if (last === undefined) return null
  return { year: last, dated: dated !== undefined && years.length === 1 }
}

const reach = 2500

const eventDates = (
  folded: string,
  dates: ReadonlyArray<StatedDates>,
  titleYear: number | null
): StatedDates | null => {
  const scored = dates
    .filter((date) => date.at < reach)
    .map((date) => {
      const before = folded.slice(Math.max(0, date.at - 90), date.at)
      const near = folded.slice(Math.max(0, date.at - 160), date.at + date.stated.length + 60)
      const score =
        (held.test(near) ? 1.6 : 0) +
        (naming.test(near) ? 0.6 : 0) +
        (date.start !== date.end ? 2 : 0) -
        (publishedMark.test(before.slice(-40)) ? 4 : 0) +
        (titleYear !== null && date.year === titleYear ? 1 : 0) -
        (titleYear !== null && date.year !== titleYear ? 2 : 0) -
        date.at / reach
      return { date, score }
    })
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]
  return best !== undefined && best.score > 0.9 ? best.date : null
}

/** Finds edition and event dates in title, address and text. What is impossible is kept as stated and reported. */
export const findEdition = (facts: EditionFacts): Edition => {
  const text = `${facts.title}\n${facts.text}`
  const folded = fold(text.slice(0, 30_000))
  const titleYears = yearsIn(facts.title)
  const titleYear = titleYears.length === 1 || new Set(titleYears).size === 1 ? (titleYears[0] ?? null) : null
  const address = facts.url === undefined || facts.url === null ? null : urlYear(facts.url)
  const hint = titleYear ?? (address !== null && !address.dated ? address.year : null)
  const dates = eventDates(folded, statedDates(text), hint)
  const number = numberIn(fold(facts.title)) ?? numberIn(folded.slice(0, reach))
  const year =
    titleYear ??
    (address !== null && !address.dated ? address.year : null) ??
    dates?.year ??
    address?.year ??
    null
  const published = facts.publishedAt ?? null
  const late =
    facts.happened !== false &&
    dates !== null &&
    dates.start !== null &&
    published !== null &&
    dates.start > published
      ? [`The event (${dates.start}) is said to be after the day of publication (${published}).`]
      : []
  const differs =
    dates !== null && year !== null && dates.year !== year
      ? [`The edition is ${year}, but the event is dated ${dates.year}.`]
      : []
  return {
    edition: year !== null ? String(year) : number !== null ? String(number) : null,
    number,
    eventStart: dates?.start ?? null,
    eventEnd: dates?.end ?? null,
    problems: [...(dates?.problems ?? []), ...late, ...differs]
  }
}
