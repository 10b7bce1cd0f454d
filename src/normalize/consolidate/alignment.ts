/**
 * Two texts laid beside each other, word by word: what both have in the same order, and what stands in one only.
 */
import { fold } from "../phrases/fold.ts"
import { simplified } from "../language/han.ts"
import { hanNumerals, numeralOf, plainDigits } from "./numerals.ts"
import { withoutTranslationMark } from "./translation.ts"
import { isFree, nameOf, sameWord } from "./variants.ts"

/** One word as it is compared. */
export interface Token {
  /** The folded word; of a number its name, with `#` before it. */
  readonly word: string
  /** True when a mark (comma, colon, quotation mark, bracket) stands between it and the word before. */
  readonly apart: boolean
}

/** A place where the two differ: the words that only one has. Places are those of the first and of the last. */
export interface Gap {
  readonly left: ReadonlyArray<Token>
  readonly right: ReadonlyArray<Token>
  readonly atStart: boolean
  readonly atEnd: boolean
  /** True when a mark follows the words of the gap, or they end the text. */
  readonly closed: boolean
}

const hanLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const piece =
  /(?<mark>[,;:.!?()[\]{}"“”„‟«»‹›|/،؛؟।…，。；：！？、「」『』（）《》]|(?<=\s)-(?=\s))|(?<word>\d+(?:[.:/]\d+)*(?:st|nd|rd|th|º|ª)?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+(?:['-](?:(?![\p{Script=Han}])[\p{L}\p{M}\p{N}])+)*|[\p{Sc}%‰°<>=±])/gu

const numbering =
  /^(?:[-*•·▪–—]\s+|\(?(?:[a-z]|[ivx]{1,5})\)\s+|\(?\d{1,3}\)\s*|\d{1,2}-\s+(?=\p{L})|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{L})|(?:(?:key |main )?(?:message|recommendation|point)|recommandation|recomendacion|mensaje|mensagem|recomendacao|empfehlung|botschaft|raccomandazione|messaggio|рекомендация|рекомендація|послание|توصيه|رساله)\s*(?:no\.?\s*)?\d{1,3}\s*[.:-]\s+)/u
/** `3. ` begins a paragraph in these languages; in others it may be an ordinal ("3. Sitzung"). */
const numberedPoint = /^\d{1,3}\.\s+(?=[^\d\s])/u
const pointLanguages = new Set("en fr es pt it ru uk ar id sw hi zh ja".split(" "))
const beginsWithMonth = (rest: string, language: string): boolean =>
  (numeralOf(rest.match(/^[\p{L}\p{M}]+/u)?.[0] ?? "", language) ?? "").startsWith("m")

/** The folded text without a number or bullet that only orders it in a list. */
export const withoutNumbering = (folded: string, language: string): string => {
  const bare = folded.replace(numbering, "")
  const point = pointLanguages.has(language) ? numberedPoint.exec(bare) : null
  if (point === null) return bare
  const rest = bare.slice(point[0].length)
  return beginsWithMonth(rest, language) ? bare : rest
}

const contractions =
  /(?<![\p{L}])(?:(can)not|(won|can|shan)'t|(do|does|did|is|are|was|were|should|must|would|could|need|has|have|had)n't)(?![\p{L}])/gu
const elision = /(?<![\p{L}\p{M}])(?:l|d|qu|c|n|s|j|un|dell|nell|all|sull|dall|dell)'(?=\p{L})/gu

/** The folded text without the remark that it is a translation. */
export const levelled = (text: string): string => withoutTranslationMark(fold(text).replaceAll("ı", "i"))

const comparable = (text: string, language: string): string =>
  plainDigits(withoutNumbering(text, language), language)
    .replace(contractions, (_, can?: string, irregular?: string, verb?: string) => {
      const stem = can ?? irregular ?? verb ?? ""
      return `${stem === "won" ? "will" : stem === "shan" ? "shall" : stem} not`
    })
    .replace(elision, (found) => (found === "n'" ? "ne " : " "))
    .replace(/(?<=\p{L})'s(?![\p{L}])/gu, "")
    .replace(
      /(?<![\p{L}])(?:per cent|por ciento|por cento|pour cent|per cento|в процентах|في المائه|في المئه)(?![\p{L}])/gu,
      "%"
    )
    .replace(/(?<=^|\s)[-−](?=\d)/gu, " minus ")
    .replace(/应当|应该|应须|必须|须要|需要|须|需/gu, "应")
    .replace(/可以|能够/gu, "可")

/** The words of content of a text as they are compared, in order; free words are left out (variants.ts). */
export const tokensOf = (text: string, language: string): ReadonlyArray<Token> =>
  tokensIn(levelled(text), language)

/** The same of a levelled text. */
const tokensIn = (text: string, language: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  let apart = false
  const folded = comparable(text, language)
  for (const { groups } of (hanLetter.test(folded) ? simplified(folded) : folded).matchAll(piece)) {
    const word = groups?.["word"]
    if (word === undefined) {
      apart = true
      continue
    }
    const number = numeralOf(word, language) ?? (hanLetter.test(word) ? (hanNumerals(word)[0] ?? null) : null)
    if (number === null && isFree(word, language)) continue
    tokens.push({ word: number === null ? nameOf(word) : `#${number}`, apart: apart && tokens.length > 0 })
    apart = false
  }
  return tokens
}

/**
 * The words of a text by their numbers, so that two are compared at once: equal numbers are equal words.
 */
export interface Tokens {
  readonly language: string
  readonly tokens: ReadonlyArray<Token>
  readonly numbers: ReadonlyArray<number>
  /** Of each word the number of its first two letters: only words that begin alike may be one; -1 for others. */
  readonly heads: ReadonlyArray<number>
}

/** Numbers of words, and what their forms have in common; begun anew with the texts that are kept. */
class Words {
  readonly #numbers = new Map<string, number>()
  readonly texts = new Map<string, Tokens>()
  /** The number of the first two letters of each word; -1 for words that have no forms. */
  readonly heads: Array<number> = []
  readonly #beginnings = new Map<string, number>()
  readonly names: Array<string> = []
  /** Words without hyphens, and their first letters. */
  readonly spellings: Array<string> = []
  readonly firsts: Array<number> = []
  /** Each word as it stands with and without a mark before it: texts share them. */
  readonly #tokens: Array<readonly [Token, Token]> = []
  /** By language: whether two words are one. */
  readonly #same = new Map<string, Map<number, boolean>>()

  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.names.length
    this.#numbers.set(word, number)
    this.names.push(word)
    const spelling = word.includes("-") ? word.replaceAll("-", "") : word
    this.spellings.push(spelling)
    this.firsts.push(spelling.charCodeAt(0))
    this.#tokens.push([
      { word, apart: false },
      { word, apart: true }
    ])
    // Forms of one word begin alike: two letters decide most comparisons.
    const formless = word.length <= 3 || word.startsWith("#")
    this.heads.push(formless ? -1 : this.#beginning(word.slice(0, 2)))
    return number
  }

  #beginning(letters: string): number {
    const known = this.#beginnings.get(letters)
    if (known !== undefined) return known
    const number = this.#beginnings.size
    this.#beginnings.set(letters, number)
    return number
  }

  tokenOf(number: number, { apart, word }: Token): Token {
    return this.#tokens[number]?.[apart ? 1 : 0] ?? { word, apart }
  }

  /** True when two words are forms, spellings or slips of one word. */
  same(a: number, b: number, language: string): boolean {
    if (a === b) return true
    const head = this.heads[a] ?? -1
    if (head < 0 || head !== this.heads[b]) return false
    let answers = this.#same.get(language)
    if (answers === undefined) this.#same.set(language, (answers = new Map()))
    const pair = a * 0x4000000 + b
    const known = answers.get(pair)
    if (known !== undefined) return known
    if (answers.size >= mostPairs) answers.clear()
    const answer = sameWord(this.names[a] ?? "", this.names[b] ?? "", language)
    answers.set(pair, answer)
    return answer
  }
}

/** What is kept; more is forgotten together. */
const mostTexts = 120_000
const mostWords = 500_000
const mostPairs = 200_000
let words = new Words()

const keptTokensOf = (text: string, language: string): Tokens => {
  const known = words.texts.get(text)
  if (known?.language === language) return known
  const found = tokensIn(text, language)
  const numbers = found.map(({ word }) => words.numberOf(word))
  const tokens = found.map((token, place) => words.tokenOf(numbers[place] ?? -1, token))
  const made = { language, tokens, numbers, heads: numbers.map((number) => words.heads[number] ?? -1) }
  words.texts.set(text, made)
  return made
}

/** The words of two texts that are levelled as both are compared, remembered: a text compared with many is read once. */
export const tokensOfBoth = (a: string, b: string, language: string): readonly [Tokens, Tokens] => {
  if (words.texts.size >= mostTexts || words.names.length >= mostWords) words = new Words()
  return [keptTokensOf(a, language), keptTokensOf(b, language)]
}

/**
 * Whether so many words of one text have their like in the other, wherever it stands; no more than these can be
 * aligned.
 */
export const haveAlike = (a: Tokens, b: Tokens, least: number): boolean => {
  let missing = a.numbers.length - least
  for (const own of a.numbers) {
    if (hasLike(b, own, a.language, false)) continue
    missing -= 1
    if (missing < 0) return false
  }
  return true
}

const hasLike = ({ heads, numbers }: Tokens, own: number, language: string, isRight: boolean): boolean => {
  if (numbers.includes(own)) return true
  const head = words.heads[own] ?? -1
  if (head < 0) return false
  for (let place = heads.indexOf(head); place >= 0; place = heads.indexOf(head, place + 1)) {
    const other = numbers[place] ?? -1
    if (isRight ? words.same(other, own, language) : words.same(own, other, language)) return true
  }
  return false
}

/** Whether a word of one text may be spelt as two in the other: one begins with the other. */
const mayBeParted = (a: Tokens, b: Tokens): boolean => {
  const { firsts, spellings } = words
  for (const left of a.numbers) {
    const first = firsts[left]
    for (const right of b.numbers) {
      if (firsts[right] !== first || left === right) continue
      const own = spellings[left] ?? ""
      const other = spellings[right] ?? ""
      if (own.startsWith(other) || other.startsWith(own)) return true
    }
  }
  return false
}

/**
 * True when each of two texts has a word that the other has in no form, and none that is spelt apart in the other:
 * then each says something that the other does not. Settles most pairs without laying them beside each other.
 */
export const bothAdd = (a: Tokens, b: Tokens): boolean =>
  a.numbers.some((own) => !hasLike(b, own, a.language, false)) &&
  b.numbers.some((own) => !hasLike(a, own, a.language, true)) &&
  !mayBeParted(a, b)

/** Cells of the table of comparisons above which two texts are too long to be laid beside each other. */
const mostCells = 250_000

/** True when a mark, or nothing, follows what stands before a place. */
const after = (tokens: ReadonlyArray<Token>, at: number) => at >= tokens.length || tokens[at]?.apart === true

/** Gaps between two lists of words; null when they have little in common or are too long to compare. */
export const align = (
  left: Tokens,
  right: Tokens
): { readonly common: number; readonly gaps: ReadonlyArray<Gap> } | null => {
  const { heads: headsA, language, numbers: numbersA, tokens: a } = left
  const { heads: headsB, numbers: numbersB, tokens: b } = right
  const same = (i: number, j: number): boolean => {
    const own = numbersA[i] ?? -1
    const other = numbersB[j] ?? -1
    return own === other || (headsA[i] === headsB[j] && words.same(own, other, language))
  }
  let start = 0
  while (start < a.length && start < b.length && same(start, start)) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && same(a.length - 1 - end, b.length - 1 - end)) end += 1
  const rows = a.length - start - end
  const columns = b.length - start - end
  if (rows * columns > mostCells) return null
  const width = columns + 1
  const table = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      table[i * width + j] = same(start + i, start + j)
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  const gaps: Array<Gap> = []
  const close = (fromA: number, toA: number, fromB: number, toB: number): void => {
    if (toA === fromA && toB === fromB) return
    gaps.push({
      left: a.slice(fromA, toA),
      right: b.slice(fromB, toB),
      atStart: fromA === 0 && fromB === 0,
      atEnd: toA === a.length && toB === b.length,
      closed: toA > fromA ? after(a, toA) : after(b, toB)
    })
  }
  let i = 0
  let j = 0
  let fromA = start
  let fromB = start
  while (i < rows && j < columns) {
    if (same(start + i, start + j)) {
      close(fromA, start + i, fromB, start + j)
      i += 1
      j += 1
      fromA = start + i
      fromB = start + j
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  close(fromA, start + rows, fromB, start + columns)
  return { common: start + end + (table[0] ?? 0), gaps }
}
