/**
 * Folding: one form of a text for all that is compared, with the way back to the original.
 *
 * Unicode normal form NFKC (UAX #15), invisible characters dropped, white space inside Chinese and
 * Japanese removed. Every UTF-16 unit of the folded text knows the span of the original that it came
 * from, so that evidence can be shown in the words of the source.
 *
 * Where cues are only looked for, and nothing is shown, `phrases/fold.ts` levels more: accents, digits, quotation marks.
 */

/** A folded text; `starts` and `ends` are null when it equals the original unit for unit. */
export interface Folded {
  readonly original: string
  /** NFKC, case kept. */
  readonly text: string
  /** The same in lower case, of the same length. */
  readonly lower: string
  /** Original offset of each unit of `text`. */
  readonly starts: Int32Array | null
  /** Original end of each unit of `text`. */
  readonly ends: Int32Array | null
}

/** Letters, digits and punctuation that neither combine nor change under NFKC: most European and Arabic text. */
const plain =
  /^[\t\n\r -~¡-§©«¬®±¶·»¿-ıĴ-ľŁ-ňŊ-žƀ-ƿΆ-ώЀ-Ҁ‐‒–—‘-”„†‡•‹›€№一-鿿、-〗ぁ-んァ-ヺー\u060c\u061b\u061f\u0620-\u064a\u0660-\u066d\u0671-\u0674\u0679-\u06d3]*$/u

/** The same and full-width forms of ASCII, each of which NFKC makes one other unit: most Chinese text. */
const plainOrWide =
  /^[\t\n\r -~¡-§©«¬®±¶·»¿-ıĴ-ľŁ-ňŊ-žƀ-ƿΆ-ώЀ-Ҁ‐‒–—‘-”„†‡•‹›€№一-鿿、-〗ぁ-んァ-ヺー\u060c\u061b\u061f\u0620-\u064a\u0660-\u066d\u0671-\u0674\u0679-\u06d3\uff01-\uff5e]*$/u

/** Zero-width, bidirectional and other invisible characters (general category Cf), and the soft hyphen. */
const invisible = /^\p{Cf}$/u

/** A character with all that combines with it; conjoining Hangul letters are one piece. */
const piece = /[\u1100-\u11ff]+|.(?:\p{M}|\u200c|\u200d|\ufe0f)*/gsu

const spaceInsideHan =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。，])\s+(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。，])/gu

const lowerOf = (text: string): string => {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  // A few capitals (as İ) become two units: those keep their case.
  let out = ""
  for (const char of text) {
    const low = char.toLowerCase()
    out += low.length === char.length ? low : char
  }
  return out
}

/** Combining dots that lower-casing or decomposition leaves after an i, as in Turkish. */
const strayDot = /i\u0307/g

/** Folds a text. Texts that differ only in normal form or in invisible characters fold to the same. */
export const fold = (original: string): Folded => {
  if (plain.test(original) && !/[一-鿿ぁ-ヺ]\s/u.test(original)) {
    return { original, text: original, lower: lowerOf(original), starts: null, ends: null }
  }
  if (plainOrWide.test(original) && !/[一-鿿ぁ-ヺ、。，]\s/u.test(original)) {
    const narrow = original.replaceAll(/[\uff01-\uff5e]/gu, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
    )
    return { original, text: narrow, lower: lowerOf(narrow), starts: null, ends: null }
  }
  let text = ""
  const starts: Array<number> = []
  const ends: Array<number> = []
  for (const match of original.matchAll(piece)) {
    const source = match[0]
    const start = match.index
    const end = start + source.length
    let clean = source.replaceAll(/\p{Cf}|\ufe0f/gu, "")
    if (clean === "" || invisible.test(clean)) {
      if (ends.length > 0 && /\u200c|\u200d/u.test(source)) ends[ends.length - 1] = end
      continue
    }
    clean = clean.normalize("NFKC").replaceAll(strayDot, "i")
    for (let index = 0; index < clean.length; index++) {
      starts.push(start)
      ends.push(end)
    }
    text += clean
  }
  if (text.search(spaceInsideHan) >= 0) {
    const keep = new Uint8Array(text.length).fill(1)
    for (const match of text.matchAll(spaceInsideHan))
      keep.fill(0, match.index, match.index + match[0].length)
    let kept = ""
    const keptStarts: Array<number> = []
    const keptEnds: Array<number> = []
    for (let index = 0; index < text.length; index++) {
      if (keep[index] === 0) continue
      kept += text[index] ?? ""
      keptStarts.push(starts[index] ?? 0)
      keptEnds.push(ends[index] ?? 0)
    }
    return {
      original,
      text: kept,
      lower: lowerOf(kept),
      starts: Int32Array.from(keptStarts),
      ends: Int32Array.from(keptEnds)
    }
  }
  return {
    original,
    text,
    lower: lowerOf(text),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends)
  }
}

/** Made once, when the first text needs it. */
let graphemes: Intl.Segmenter | undefined

/**
 * The span of the original text for a span of the folded text, in UTF-16 units, end exclusive, widened
 * to whole grapheme clusters (UAX #29).
 */
export const originalSpan = (folded: Folded, start: number, end: number): { start: number; end: number } => {
  if (folded.starts === null || folded.ends === null) return { start, end }
  let from = folded.starts[start] ?? folded.original.length
  let to = folded.ends[end - 1] ?? folded.original.length
  graphemes ??= new Intl.Segmenter("und", { granularity: "grapheme" })
  const segments = graphemes.segment(folded.original)
  from = segments.containing(from)?.index ?? from
  const last = segments.containing(Math.max(from, to - 1))
  if (last !== undefined) to = last.index + last.segment.length
  return { start: from, end: to }
}
