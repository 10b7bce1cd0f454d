/**
 * What a statement says it is not about: "this is not about surveillance but about maintenance".
 *
 * The words from such a phrase to the end of its clause speak for no issue.
 */
import type { Folded } from "../language/fold.ts"

/** Words between a phrase and the end of its clause. */
const clause = String.raw`[^.,;:!?()。，；：！？،؛]{1,80}?(?=[.,;:!?()。，；：！？،؛–—]|$|\s+(?:but|rather|mais|sino|mas|senão|но|а|بل|sondern|ma|tetapi|ama)\s|而是)`

/** Openings of such phrases by language. */
const openings: Readonly<Record<string, string>> = {
  en: String.raw`\b(?:is|are|was|were|it's|this's)(?:\s+not|n['’]t)\s+(?:a\s+(?:question|matter|problem)\s+of|about)\s|\bnot\s+a\s+(?:question|matter)\s+of\s|\bha(?:s|ve)\s+nothing\s+to\s+do\s+with\s`,
  fr: String.raw`\bil\s+ne\s+s['’]agi(?:t|ssait)\s+pas\s+(?:ici\s+)?(?:de\s|d['’]|du\s|des\s)|\bce\s+n['’](?:est|était)\s+pas\s+une\s+(?:question|affaire)\s+d|\bn['’]a\s+rien\s+à\s+voir\s+avec\s`,
  es: String.raw`\bno\s+se\s+trata(?:ba)?\s+(?:aquí\s+)?(?:de\s|del\s)|\bno\s+es\s+(?:una\s+)?cuestión\s+de\s|\bnada\s+(?:tiene\s+)?que\s+ver\s+con\s`,
  pt: String.raw`\bnão\s+se\s+trata(?:va)?\s+(?:aqui\s+)?(?:de\s|do\s|da\s|dos\s|das\s)|\bnão\s+é\s+(?:uma\s+)?questão\s+d|\bnada\s+(?:tem\s+)?a\s+ver\s+com\s`,
  ru: String.raw`(?<!\p{L})речь\s+(?:ид[её]т\s+|шла\s+)?не\s+об?о?\s|(?<!\p{L})не\s+(?:имеет\s+отношения\s+к|связано?\s+с)\s`,
  ar: String.raw`(?<!\p{L})(?:لا|لم)\s+(?:يتعلق|تتعلق)\s+(?:الأمر\s+|المسألة\s+)?ب|(?<!\p{L})(?:ليس|ليست)\s+مسألة\s`,
  zh: String.raw`(?:这|问题|重点)?(?:不是|并非)(?:关于|一个)(?!只)|与(?=[^，。；]{1,20}无关)`,
  de: String.raw`\bes\s+geht\s+(?:hier\s+)?nicht\s+um\s`,
  it: String.raw`\bnon\s+si\s+tratta(?:va)?\s+d(?:i|el|ella|ei|elle)\s`
}

const patterns: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(openings).map(([language, opening]) => [
    language,
    new RegExp(
      `(?:${opening})(?!(?:only|just|merely|seulement|solo|sólo|só|apenas|только|nur|solo)(?!\\p{L}))${clause}`,
      "gu"
    )
  ])
)

/** A stretch of the folded text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const none: ReadonlyArray<Stretch> = []

/** Stretches of a text that it sets aside; most texts have none. */
export const setAside = ({ lower }: Folded, language: string): ReadonlyArray<Stretch> => {
  const pattern = patterns.get(language)
  if (pattern === undefined || lower.search(pattern) < 0) return none
  return Array.from(lower.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length
  }))
}
