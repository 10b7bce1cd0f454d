/**
 * Near-duplicates: the same statement on two pages, with small mends, or quoted whole within another.
 *
 * The rule. Two texts are laid beside each other word by word, and each difference must be known to be harmless:
 *
 * - marks, case, accents, spaces, the number or bullet of a list;
 * - a word that carries nothing by itself (article, copula), more or less courtesy in a duty ("must", "should");
 * - a form or spelling of the same word, or one letter amiss within a long word (variants.ts);
 * - a number in words or in figures;
 * - the remark that a text is a translation (translation.ts);
 * - in one of the two only: the frame of a quotation ("as the X forum said:"), or a short clause set off by marks;
 * - in one of two texts of ten words or more, and with nothing else: a single word of content, unless it counts,
 *   measures, negates, restricts or has an opposite.
 *
 * Everything else keeps them apart: a number, ordinal, fraction, month or unit, a negation, an opposite, a
 * restriction ("only", "unless"), duty against leave ("must", "may"), and a word of content in another's place.
 * A text and its translation are never duplicates.
 */
import { align, bothAdd, haveAlike, type Gap, type Token, tokensOfBoth } from "./alignment.ts"
import { members, type Traits } from "./features.ts"
import { isMeasure } from "./numerals.ts"
import { polesIn } from "./poles.ts"
import { changesSense, quantifies, reports } from "./sense.ts"
import { anyStopWord } from "./word.ts"

/** True when the two hold opposite poles of one axis ("mandatory" here, "voluntary" there). */
export const opposed = (a: Traits, b: Traits): boolean => {
  if (a.poles === b.poles || a.poles === "" || b.poles === "") return false
  const own = members(a.poles)
  const others = members(b.poles)
  return own.some((pole) => {
    const other = pole.endsWith("+") ? `${pole.slice(0, -1)}-` : `${pole.slice(0, -1)}+`
    return others.includes(other) && !others.includes(pole) && !own.includes(other)
  })
}

/** Words of the whole statement from which it can be quoted. */
const shortestQuotation = 3
/** A clause: words of content that it has at least; at most, or its share of the other text's words at most. */
const shortestClause = 2
const shortClause = 5
const longestClause = 0.5
/** A frame: how many times as long as what it quotes. */
const longestFrame = 1.5
/** Words of a text in which one more or less does not matter. */
const longText = 10

const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
/** A character of Chinese or Japanese is about half a word. */
const lengthOf = (tokens: ReadonlyArray<Token>): number =>
  tokens.reduce((sum, { word }) => sum + (han.test(word) ? 0.5 : 1), 0)

const joined = (tokens: ReadonlyArray<Token>): string =>
  tokens.map(({ word }) => word.replaceAll("-", "")).join("")

/** "e mail" and "email". */
const sameLetters = (a: ReadonlyArray<Token>, b: ReadonlyArray<Token>): boolean =>
  a.length > 0 && b.length > 0 && joined(a) === joined(b) && !joined(a).includes("#")

/** True when a word may be missing from a long text without making it another one. */
const mayBeMissing = ({ word }: Token, language: string): boolean =>
  /^[\p{L}\p{M}'-]{2,}$/u.test(word) &&
  !han.test(word) &&
  !anyStopWord.has(word) &&
  !isMeasure(word) &&
  !quantifies(word) &&
  !changesSense([word], language) &&
  polesIn(word, [word]) === ""

/** True when a word of content more in one of two long texts is all that parts them. */
const oneWordMore = (gaps: ReadonlyArray<Gap>, whole: number, language: string): boolean => {
  const [gap, another] = gaps.filter(({ left, right }) => !sameLetters(left, right))
  if (gap === undefined || another !== undefined || whole < longText) return false
  const [word, second] = [...gap.left, ...gap.right]
  return word !== undefined && second === undefined && mayBeMissing(word, language)
}

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
export const nearDuplicate = (a: Traits, b: Traits): boolean => {
  if (a.key === b.key) return a.key !== ""
  if (a.divergent !== b.divergent || opposed(a, b)) return false
  // A frame may be in another language: what is quoted says which language the words are compared in.
  const { language } = a.text.length <= b.text.length ? a : b
  const [left, right] = tokensOfBoth(a.folded, b.folded, language)
  if (bothAdd(left, right)) return false
  const laid = align(left, right)
  if (laid === null || laid.common === 0) return false
  const whole = Math.min(lengthOf(left.tokens), lengthOf(right.tokens))
  if (whole < shortestQuotation && laid.gaps.length > 0)
    return laid.gaps.every(({ left, right }) => sameLetters(left, right))
  if (oneWordMore(laid.gaps, whole, language)) return true
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
export const contrasted = (a: Traits, b: Traits): boolean => {
  const [left, right] = tokensOfBoth(a.folded, b.folded, a.language)
  const least = oneMould * Math.min(left.tokens.length, right.tokens.length)
  if (!haveAlike(left, right, least)) return false
  const laid = align(left, right)
  if (laid === null || laid.common < least) return false
  return laid.gaps.some(
    (gap) => gap.left.length > 0 && gap.right.length > 0 && !sameLetters(gap.left, gap.right)
  )
}
