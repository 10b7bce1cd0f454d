/**
 * Lines joined to running text: words broken at a line's end are mended with what the document itself shows.
 */
import { joinPieces } from "./lines.ts"
import type { Line } from "./lines.ts"
import { columnKey, rightOf, sizeOf, textOf } from "./measures.ts"

/** What the document's own lines tell about broken words. */
export interface Vocabulary {
  /**
   * Words in lower case and how often they stand within a line. Its first word counts only with a capital, its
   * last only before a full stop or the like: else they may be pieces.
   */
  readonly known: ReadonlyMap<string, number>
  /** First parts of compounds that the document writes with a hyphen ("multi" of "multi-stakeholder"). */
  readonly prefixes: ReadonlySet<string>
  /** Right edge of each column that is set to one (justified). */
  readonly edges: ReadonlyMap<string, number>
}

export const vocabularyOf = (lines: ReadonlyArray<Line>): Vocabulary => {
  const columns = Map.groupBy(lines, columnKey)
  const edges = new Map<string, number>()
  for (const [column, own] of columns) {
    // Punctuation may hang into the margin; letters do not.
    const edge = Math.max(...own.filter((line) => /\p{L}$/u.test(textOf(line))).map(rightOf))
    const flush = own.filter((line) => Math.abs(rightOf(line) - edge) < sizeOf(line) * 0.6).length
    if (own.length >= 4 && flush >= own.length * 0.5) edges.set(column, edge)
  }
  const known = new Map<string, number>()
  for (const line of lines) {
    const words =
      textOf(line)
        .toLowerCase()
        .match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
    const capital = /^\P{L}*\p{Lu}/u.test(textOf(line)) ? 0 : 1
    const closed = /\p{P}$/u.test(textOf(line)) && !/[-\u{ad}\u{2010}]$/u.test(textOf(line)) ? 0 : 1
    for (const word of words.slice(capital, words.length - closed))
      known.set(word, (known.get(word) ?? 0) + 1)
  }
  const prefixes = new Set([...known.keys()].flatMap((word) => /^(\p{L}+)-/u.exec(word)?.[1] ?? []))
  return { known, prefixes, edges }
}

/**
 * Soft hyphens are drawn but have no text in pdf.js: in a justified column such a line ends a hyphen's width
 * short of the edge.
 */
const hidesHyphen = (line: Line, next: string, words: Vocabulary): boolean => {
  const edge = words.edges.get(columnKey(line))
  if (edge === undefined) return false
  // Hyphens may hang into the margin by half.
  const free = edge - rightOf(line)
  const size = sizeOf(line)
  return free > size * 0.09 && free < size * 0.55 && /\p{Ll}$/u.test(textOf(line)) && /^\p{Ll}/u.test(next)
}

/**
 * Two pieces of one word whose hyphen is not in the text at all: the document knows the word, and does not know
 * one of the pieces.
 */
const arePieces = (last: string, next: string, { known }: Vocabulary): boolean => {
  const sights = known.get(last + next) ?? 0
  return (sights >= 1 && !known.has(last)) || (sights >= 1 && next.length >= 5 && !known.has(next))
}

/** Text of lines joined; a hyphen at a line's end goes unless the document writes the word with it elsewhere. */
export const joinLines = (lines: ReadonlyArray<Line>, words: Vocabulary): string => {
  let text = ""
  let previous: Line | null = null
  for (const line of lines) {
    const next = textOf(line)
    const following = /^\p{Ll}\p{L}*/u.exec(next)
    const last = /\p{L}*\p{Ll}$/u.exec(text)
    const hidden =
      previous !== null &&
      (hidesHyphen(previous, next, words) ||
        (last !== null &&
          following !== null &&
          arePieces(last[0].toLowerCase(), following[0].toLowerCase(), words)))
    if (hidden) text += "\u{ad}"
    previous = line
    const broken = /(\p{L}+)[-\u{ad}\u{2010}]$/u.exec(text)
    if (broken?.[1] !== undefined && following !== null) {
      const hyphenated = `${broken[1]}-${following[0]}`.toLowerCase()
      const joined = `${broken[1]}${following[0]}`.toLowerCase()
      // A compound such as "multi-year" or "small-claims": the document begins others so, or both are its words.
      const first = broken[1].toLowerCase()
      const compound =
        !hidden &&
        (words.prefixes.has(first) ||
          (first.length > 2 &&
            following[0].length > 4 &&
            words.known.has(first) &&
            words.known.has(following[0].toLowerCase())))
      text =
        ((words.known.has(hyphenated) || compound) && !words.known.has(joined)
          ? text.replace(/[\u{ad}\u{2010}]$/u, "-")
          : text.slice(0, -1)) + next
    } else text = joinPieces(text, next, true)
  }
  return text.replaceAll("\u{ad}", "").replaceAll(/\s+/gu, " ").trim()
}
