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

const comparable = (text: string, language: string): string =>
  plainDigits(withoutNumbering(withoutTranslationMark(fold(text).replaceAll("ı", "i")), language), language)
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
export const tokensOf = (text: string, language: string): ReadonlyArray<Token> => {
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

/** Texts whose words are kept, so that a text compared with many is read once; more are forgotten together. */
const mostKept = 10_000
const kept = new Map<string, { readonly language: string; readonly tokens: ReadonlyArray<Token> }>()

/** {@link tokensOf}, remembered. */
export const keptTokensOf = (text: string, language: string): ReadonlyArray<Token> => {
  const known = kept.get(text)
  if (known?.language === language) return known.tokens
  if (kept.size >= mostKept) kept.clear()
  const tokens = tokensOf(text, language)
  kept.set(text, { language, tokens })
  return tokens
}

/** Cells of the table of comparisons above which two texts are too long to be laid beside each other. */
const mostCells = 250_000

/** True when a mark, or nothing, follows what stands before a place. */
const after = (tokens: ReadonlyArray<Token>, at: number) => at >= tokens.length || tokens[at]?.apart === true

/** Gaps between two lists of words; null when they have little in common or are too long to compare. */
export const align = (
  a: ReadonlyArray<Token>,
  b: ReadonlyArray<Token>,
  language: string
): { readonly common: number; readonly gaps: ReadonlyArray<Gap> } | null => {
  const same = (i: number, j: number): boolean => {
    const left = a[i]?.word ?? ""
    const right = b[j]?.word ?? ""
    if (left === right) return true
    // Forms of one word begin alike: two letters decide most comparisons.
    if (left.length <= 3 || right.length <= 3 || left.charCodeAt(0) !== right.charCodeAt(0)) return false
    if (left.charCodeAt(1) !== right.charCodeAt(1) || left.startsWith("#")) return false
    return sameWord(left, right, language)
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
