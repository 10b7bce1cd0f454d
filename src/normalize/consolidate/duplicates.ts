/**
 * Near-duplicates: the same statement on two pages, with small mends, or quoted whole within another.
 *
 * The rule. Two texts are laid beside each other word by word, and each difference must be known to be harmless:
 *
 * - marks, case, accents, spaces, the number or bullet of a list;
 * - a word that carries nothing by itself (article, copula), more or less courtesy in a duty ("must", "should");
 * - a form or spelling of the same word, or one letter amiss within a long word (variants.ts);
 * - a number in words or in figures;
 * - in one of the two only: the frame of a quotation ("as the X forum said:"), or a short clause set off by marks.
 *
 * Everything else keeps them apart: a number, ordinal, fraction, month or unit, a negation, an opposite, a
 * restriction ("only", "unless"), duty against leave ("must", "may"), and any other word of content, known or not.
 *
 * A translation is a duplicate only where it says that it is one (translation.ts).
 */
import { align, type Gap, keptTokensOf, type Token } from "./alignment.ts"
import type { Features } from "./features.ts"
import { changesSense, reports } from "./sense.ts"

/** True when the two hold opposite poles of one axis ("mandatory" here, "voluntary" there). */
export const opposed = (a: Features, b: Features): boolean =>
  [...a.poles].some((pole) => {
    const other = pole.endsWith("+") ? `${pole.slice(0, -1)}-` : `${pole.slice(0, -1)}+`
    return b.poles.has(other) && !b.poles.has(pole) && !a.poles.has(other)
  })

/** Words of the whole statement from which it can be quoted. */
const shortestQuotation = 3
/** A clause: words of content that it has at least; at most, or its share of the other text's words at most. */
const shortestClause = 2
const shortClause = 5
const longestClause = 0.5
/** A frame: how many times as long as what it quotes. */
const longestFrame = 1.5

const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
/** A character of Chinese or Japanese is about half a word. */
const lengthOf = (tokens: ReadonlyArray<Token>): number =>
  tokens.reduce((sum, { word }) => sum + (han.test(word) ? 0.5 : 1), 0)

const joined = (tokens: ReadonlyArray<Token>): string =>
  tokens.map(({ word }) => word.replaceAll("-", "")).join("")

/** "e mail" and "email". */
const sameLetters = (a: ReadonlyArray<Token>, b: ReadonlyArray<Token>): boolean =>
  joined(a) === joined(b) && !joined(a).includes("#")

/** True when a run of words that only one text has leaves the sense of the rest as it is. */
const addsNothing = (run: ReadonlyArray<Token>, gap: Gap, whole: number, language: string): boolean => {
  const words = run.map(({ word }) => word)
  if (words.some((word) => word.startsWith("#")) || changesSense(words, language)) return false
  const opened = gap.atStart || run[0]?.apart === true
  const length = lengthOf(run)
  if (gap.atStart && gap.atEnd) return false
  const isFrame =
    (gap.atStart || gap.atEnd) &&
    reports(words) &&
    whole >= shortestQuotation &&
    length <= whole * longestFrame
  if (isFrame) return true
  return (
    opened && gap.closed && length >= shortestClause && length <= Math.max(shortClause, whole * longestClause)
  )
}

/** True when `b` says word for word, or nearly so, what `a` says. */
export const nearDuplicate = (a: Features, b: Features): boolean => {
  if (a.key === b.key) return a.key !== ""
  if (a.divergent !== b.divergent || opposed(a, b)) return false
  // A frame may be in another language: what is quoted says which language the words are compared in.
  const { language } = a.text.length <= b.text.length ? a : b
  const left = keptTokensOf(a.text, language)
  const right = keptTokensOf(b.text, language)
  const laid = align(left, right, language)
  if (laid === null || laid.common === 0) return false
  const whole = Math.min(lengthOf(left), lengthOf(right))
  if (whole < shortestQuotation && laid.gaps.length > 0)
    return laid.gaps.every(({ left, right }) => sameLetters(left, right))
  let addedLeft = false
  let addedRight = false
  for (const gap of laid.gaps) {
    if (sameLetters(gap.left, gap.right)) continue
    if (gap.left.length > 0 && gap.right.length > 0) return false
    const run = gap.left.length > 0 ? gap.left : gap.right
    if (!addsNothing(run, gap, whole, language)) return false
    if (gap.left.length > 0) addedLeft = true
    else addedRight = true
  }
  return !(addedLeft && addedRight)
}

/** Share of the shorter text's words, in the same order, from which two texts are one sentence with other fillings. */
const oneMould = 0.6

/**
 * True when two texts of a language are the same sentence but for words that stand in each other's place
 * ("inside the region", "outside the region"): two demands that look alike, not two wordings of one.
 */
export const contrasted = (a: Features, b: Features): boolean => {
  const left = keptTokensOf(a.text, a.language)
  const right = keptTokensOf(b.text, a.language)
  const laid = align(left, right, a.language)
  if (laid === null || laid.common < oneMould * Math.min(left.length, right.length)) return false
  return laid.gaps.some(
    (gap) => gap.left.length > 0 && gap.right.length > 0 && !sameLetters(gap.left, gap.right)
  )
}
