/**
 * Links that lead to the passage itself, in the original.
 */
import type { Place } from "../domain/index.ts"

const words = new Intl.Segmenter(undefined, { granularity: "word" })

/** First and last words of a text, as they stand in it; null where the text is short enough to stand whole. */
const ends = (text: string): { readonly start: string; readonly end: string } | null => {
  if (text.length <= 60) return null
  const spans = [...words.segment(text.slice(0, 160))].filter((segment) => segment.isWordLike === true)
  const tail = Math.max(0, text.length - 160)
  const lastSpans = [...words.segment(text.slice(tail))].filter((segment) => segment.isWordLike === true)
  const fifth = spans[Math.min(5, spans.length - 1)]
  const fourthLast = lastSpans[Math.max(0, lastSpans.length - 4)]
  const last = lastSpans.at(-1)
  if (fifth === undefined || fourthLast === undefined || last === undefined) return null
  const start = text.slice(0, fifth.index + fifth.segment.length)
  const end = text.slice(tail + fourthLast.index, tail + last.index + last.segment.length)
  return tail + fourthLast.index > start.length ? { start, end } : null
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
