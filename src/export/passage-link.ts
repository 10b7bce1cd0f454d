/**
 * Links that lead to the passage itself, in the original.
 */
import type { Place } from "../domain/index.ts"

const segments = new Intl.Segmenter(undefined, { granularity: "word" })

/** Start and end of each word of a text: between spaces where it has them, otherwise as its script has words. */
const wordsOf = (text: string): ReadonlyArray<{ readonly start: number; readonly end: number }> => {
  const spaced = [...text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)]
  const found =
    spaced.length * 15 > text.length
      ? spaced.map((match) => ({ start: match.index, word: match[0] }))
      : [...segments.segment(text)]
          .filter((segment) => segment.isWordLike === true)
          .map((segment) => ({ start: segment.index, word: segment.segment }))
  return found.map(({ start, word }) => ({ start, end: start + word.length }))
}

/** First six and last four words of a text, as they stand in it; null where the text is short enough to stand whole. */
const ends = (text: string): { readonly start: string; readonly end: string } | null => {
  if (text.length <= 60) return null
  const tail = Math.max(0, text.length - 100)
  const first = wordsOf(text.slice(0, 100))
  const last = wordsOf(text.slice(tail))
  const startEnd = first[Math.min(5, first.length - 1)]?.end
  const from = last[Math.max(0, last.length - 4)]
  const to = last.at(-1)
  if (startEnd === undefined || from === undefined || to === undefined) return null
  if (tail + from.start <= startEnd) return null
  return { start: text.slice(0, startEnd), end: text.slice(tail + from.start, tail + to.end) }
}

/** Percent-encodes for a text directive, in which `-` and `,` have a meaning of their own. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D")

/**
 * Address of a passage: the output's URL with a text fragment (WICG Scroll To Text Fragment) and the
 * nearest anchor, or with the page of a PDF (RFC 8118, section 3). Null for what is not on the web.
 */
export const passageUrl = (url: string, place: Place, text: string): string | null => {
  const parsed = URL.parse(url)
  if (parsed === null || (parsed.protocol !== "http:" && parsed.protocol !== "https:")) return null
  const fragment =
    place.anchor === null ? parsed.hash.slice(1) : encodeURIComponent(place.anchor.toWellFormed())
  parsed.hash = ""
  if (/\.pdf$/i.test(parsed.pathname)) {
    return place.page === null ? parsed.href : `${parsed.href}#page=${place.page}`
  }
  if (/\.(?:docx?|odt|rtf|txt|pptx?)$/i.test(parsed.pathname)) return parsed.href
  const found = ends(text)
  const directive = found === null ? encode(text.slice(0, 60)) : `${encode(found.start)},${encode(found.end)}`
  return `${parsed.href}#${fragment}:~:text=${directive}`
}
