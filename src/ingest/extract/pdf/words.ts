/**
 * Lines joined to running text: words broken at a line's end are mended with what the document itself shows.
 */
import { joinPieces } from "./lines.ts"
import type { Line } from "./lines.ts"
import { columnKey, rightOf, sizeOf, textOf } from "./measures.ts"

/** What the document's own lines tell about broken words. */
export interface Vocabulary {
  /** Words that stand whole within a line, in lower case. */
  readonly known: ReadonlySet<string>
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
  return {
    known: new Set(
      lines.flatMap(
        (line) =>
          textOf(line)
            .toLowerCase()
            .match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
      )
    ),
    edges
  }
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

/** Text of lines joined; a hyphen at a line's end goes unless the document writes the word with it elsewhere. */
export const joinLines = (lines: ReadonlyArray<Line>, words: Vocabulary): string => {
  let text = ""
  let previous: Line | null = null
  for (const line of lines) {
    const next = textOf(line)
    if (previous !== null && hidesHyphen(previous, next, words)) text += "\u{ad}"
    previous = line
    const broken = /(\p{L}+)[-\u{ad}\u{2010}]$/u.exec(text)
    const following = /^\p{Ll}\p{L}*/u.exec(next)
    if (broken?.[1] !== undefined && following !== null) {
      const hyphenated = `${broken[1]}-${following[0]}`.toLowerCase()
      const joined = `${broken[1]}${following[0]}`.toLowerCase()
      text =
        (words.known.has(hyphenated) && !words.known.has(joined)
          ? text.replace(/[\u{ad}\u{2010}]$/u, "-")
          : text.slice(0, -1)) + next
    } else text = joinPieces(text, next, true)
  }
  return text.replaceAll("\u{ad}", "").replaceAll(/\s+/gu, " ").trim()
}
