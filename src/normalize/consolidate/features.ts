/**
 * What consolidation compares: the words, notions, numbers and polarity of a statement.
 */
import { kindCues } from "../segment/cues.ts"
import { levelled, withoutNumbering } from "./alignment.ts"
import { hanNumerals, numeralOf, plainDigits } from "./numerals.ts"
import { polesAmong } from "./poles.ts"
import { han, hanRun } from "./script.ts"
import { notionsIn, stopWords, wordOf } from "./word.ts"

/** A statement to consolidate. `concepts`: issues it was given, which help across languages. */
export interface StatementToConsolidate {
  readonly id: string
  readonly initiative: string
  readonly text: string
  readonly language?: string
  readonly concepts?: ReadonlyArray<string>
}

/** What tells two statements of similar words apart; held for all statements at once. */
export interface Traits {
  /** The text as far as it is compared. */
  readonly text: string
  /** The same folded (`levelled` of alignment.ts). */
  readonly folded: string
  /** Folded text, letters and digits only, single spaces: equal keys are equal texts. */
  readonly key: string
  readonly language: string
  /** Numbers, and below poles, separated by spaces. */
  readonly numbers: string
  readonly negations: number
  readonly poles: string
  /** True when it says that views differed. */
  readonly divergent: boolean
}

/** The features of one statement. */
export interface Features extends Traits {
  /** Words (Chinese and Japanese: pairs of characters) cut to their stems; in order, with repetitions. */
  readonly words: ReadonlyArray<string>
  /** Features that other languages share: notions, cognates, numbers, concepts. */
  readonly shared: ReadonlyArray<string>
}

/** The traits alone. */
export const traitsOf = ({
  divergent,
  folded,
  key,
  language,
  negations,
  numbers,
  poles,
  text
}: Features): Traits => ({ text, folded, key, language, numbers, negations, poles, divergent })

/** The members of a list in traits. */
export const members = (list: string): ReadonlyArray<string> => (list === "" ? [] : list.split(" "))

const numberToken = /\d+(?:\.\d+)?(?:st|nd|rd|th|º|ª)?(?![\p{L}])|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu
const token = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu

const guessLanguage = (text: string, tokens: ReadonlyArray<string>): string => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja"
  if (han.test(text)) return "zh"
  let best = "und"
  let most = 0
  for (const [language, words] of Object.entries(stopWords)) {
    const count = tokens.reduce((sum, word) => sum + (words.has(word) ? 1 : 0), 0)
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}

/** Firsts and seconds are everywhere; months and multiples say little across languages. */
const telling = /^(?:\d+(?:\.\d+)?|1\/\d|[3-9]\.|\d\d+\.)$/u

const numbersIn = (plain: string, language: string): ReadonlyArray<string> => {
  const found = (plain.replace(hanRun, " ").match(numberToken) ?? []).flatMap((word) => {
    const number = numeralOf(word, language)
    return number !== null && telling.test(number) ? [number] : []
  })
  return [...found, ...(han.test(plain) ? hanNumerals(plain) : [])].toSorted()
}

const hanNegation = /不(?!仅|同|断|但)|未(?!来|成年)|没有|无需|无须|勿|非法|禁止|ない|ません/gu

const bigrams = (folded: string): ReadonlyArray<string> =>
  (folded.match(hanRun) ?? []).flatMap((run) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2))
  )

/** Longest text that is compared; what is beyond decides nothing. */
const longest = 4000

const primaries = new Map<string, string>()

/** The language of a tag without script and region; equal ones are one string. */
const primaryOf = (tag: string): string => {
  const known = primaries.get(tag)
  if (known !== undefined) return known
  const primary = tag.split("-")[0] ?? "und"
  primaries.set(tag, primary)
  return primary
}

/** Computes the features of a statement. */
export const featuresOf = (
  statement: Pick<StatementToConsolidate, "text" | "language" | "concepts">
): Features => {
  const text = statement.text.slice(0, longest)
  const whole = levelled(text)
  const language = primaryOf(
    statement.language ?? guessLanguage(whole, whole.replace(hanRun, " ").match(token) ?? [])
  )
  const folded = withoutNumbering(whole, language)
  const tokens = folded.replace(hanRun, " ").match(token) ?? []
  const plain = plainDigits(folded, language)
  const known = tokens.map(wordOf)
  const content = known.filter(({ isContent }) => isContent)
  const words = [...content.map(({ stem }) => stem), ...bigrams(folded)]
  const numbers = numbersIn(plain, language)
  const cognates = new Set(content.flatMap(({ cognate }) => cognate ?? []))
  return {
    text,
    folded: whole,
    key: plain
      .replace(/(?<=^|\s)[-−](?=\d)/gu, "±")
      .replace(/(?:(?<!\d)[.:/]|[.:/](?!\d)|[^\p{L}\p{M}\p{N}\p{Sc}%‰<>=±.:/])+/gu, " ")
      .trim(),
    language,
    words,
    shared: [
      ...notionsIn(folded, known, language).map((id) => `n:${id}`),
      ...[...cognates].map((start) => `c:${start}`),
      ...numbers.map((number) => `#${number}`),
      ...(statement.concepts ?? []).map((concept) => `k:${concept}`)
    ],
    numbers: numbers.join(" "),
    negations: known.filter((word) => word.isNegation).length + (folded.match(hanNegation)?.length ?? 0),
    poles: polesAmong(
      folded,
      known.map((word) => word.poles)
    ),
    divergent: kindCues(text).some((cue) => cue.kind === "divergence")
  }
}
