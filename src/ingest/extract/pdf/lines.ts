/**
 * From the text runs of one PDF page to its lines in reading order: runs on one baseline make a row, a row is
 * cut at wide gaps, gutters that run down the page part its columns, and columns are read one after another,
 * each between the lines that go across. Pure geometry; units are PDF points, y counts upwards.
 */

/** One run of text as the PDF draws it. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
}

/** A stretch of one baseline without a wide gap. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly rightToLeft: boolean
}

/** A line in reading order. Several segments: cells of a table row. */
export interface Line {
  readonly segments: ReadonlyArray<Segment>
  readonly page: number
  /** Column that the line stands in: lines of one column follow each other down the page. */
  readonly column: number
  readonly columnLeft: number
  readonly columnRight: number
}

const rightToLeftLetter = /[\u{590}-\u{8ff}\u{fb1d}-\u{fdff}\u{fe70}-\u{feff}]/u
const wideLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}，。、；：！？（）《》「」]/u

const isRightToLeft = (text: string): boolean => {
  let strong = 0
  let letters = 0
  for (const character of text) {
    if (!/\p{L}/u.test(character)) continue
    letters++
    if (rightToLeftLetter.test(character)) strong++
  }
  return strong > letters * 0.5
}

/** Joins two pieces: Chinese and Japanese have no spaces between characters. */
export const joinPieces = (before: string, after: string, spaced: boolean): string => {
  if (before === "" || after === "") return before + after
  const last = before.at(-1) ?? ""
  const first = after.charAt(0)
  if (!spaced || /\s/.test(last) || /\s/.test(first)) return before + after
  if (wideLetter.test(last) && wideLetter.test(first)) return before + after
  return `${before} ${after}`
}

/** Raised small numbers are marks of footnotes. */
const isNoteMark = (run: TextRun, body: TextRun): boolean =>
  /^\s*\[?\d{1,3}\]?\s*$/.test(run.text) && run.size < body.size * 0.8 && run.y > body.y + body.size * 0.15

const makeSegment = (all: ReadonlyArray<TextRun>): Segment => {
  const lead = all.reduce((best, run) => (run.text.length > best.text.length ? run : best))
  const runs = all.filter((run) => !isNoteMark(run, lead))
  const rightToLeft = isRightToLeft(runs.map((run) => run.text).join(""))
  const ordered = rightToLeft ? runs.toSorted((a, b) => b.x - a.x) : runs
  let text = ""
  let previous: TextRun | null = null
  for (const run of ordered) {
    const gap =
      previous === null
        ? 0
        : rightToLeft
          ? previous.x - (run.x + run.width)
          : run.x - (previous.x + previous.width)
    text = joinPieces(text, run.text, gap > run.size * 0.13)
    previous = run
  }
  const characters = runs.reduce((sum, run) => sum + run.text.length, 0)
  const boldCharacters = runs.reduce((sum, run) => sum + (run.bold ? run.text.length : 0), 0)
  const longest = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best))
  return {
    text: (rightToLeft || /[\u{fb00}-\u{fb4f}\u{fe70}-\u{feff}]/u.test(text) ? text.normalize("NFKC") : text)
      .replaceAll(/\s+/gu, " ")
      .trim(),
    left: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.x + run.width)),
    y: longest.y,
    size: longest.size,
    bold: boldCharacters > characters * 0.7,
    rightToLeft
  }
}

/** Rows of runs on one baseline (superscripts ride along), cut where the gap is wider than a word space. */
export const segmentsOf = (runs: ReadonlyArray<TextRun>): Array<Segment> => {
  const rows: Array<Array<TextRun>> = []
  for (const run of runs.filter((item) => item.text.trim() !== "").toSorted((a, b) => b.y - a.y)) {
    const row = rows[rows.length - 1]
    const lead = row?.[0]
    if (row !== undefined && lead !== undefined && lead.y - run.y < Math.max(lead.size, run.size) * 0.45)
      row.push(run)
    else rows.push([run])
  }
  const segments: Array<Segment> = []
  for (const row of rows) {
    let part: Array<TextRun> = []
    let reach = Number.NEGATIVE_INFINITY
    for (const run of row.toSorted((a, b) => a.x - b.x)) {
      if (part.length > 0 && run.x - reach > Math.max(run.size * 0.9, 7)) {
        segments.push(makeSegment(part))
        part = []
      }
      part.push(run)
      reach = Math.max(reach, run.x + run.width)
    }
    if (part.length > 0) segments.push(makeSegment(part))
  }
  return segments
}

interface Gutter {
  readonly left: number
  readonly right: number
}

const binWidth = 3

/**
 * A white strip with prose on both sides: at least three lines each, which fill more than half of their
 * column's width (the cells of a table do not) and stand side by side.
 */
const findGutter = (segments: ReadonlyArray<Segment>): Gutter | null => {
  if (segments.length < 12) return null
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const bins = Math.ceil((right - left) / binWidth)
  if (bins < 20 || bins > 2_000) return null
  const cover = Array.from({ length: bins }, () => 0)
  for (const segment of segments) {
    const last = Math.min(bins - 1, Math.floor((segment.right - left) / binWidth))
    for (let bin = Math.floor((segment.left - left) / binWidth); bin <= last; bin++)
      cover[bin] = (cover[bin] ?? 0) + 1
  }
  // Titles and full-width lines may cross; a short column beside a long one allows only few of them.
  for (const crossing of [0.12, 0.06, 0.03, 0]) {
    const gutter = widestGap(cover, left, Math.floor(segments.length * crossing), (gap) =>
      partsProse(segments, gap)
    )
    if (gutter !== null) return gutter
  }
  return null
}

const widestGap = (
  cover: ReadonlyArray<number>,
  left: number,
  allowed: number,
  accept: (gap: Gutter) => boolean
): Gutter | null => {
  let best: Gutter | null = null
  let start = -1
  for (let bin = 0; bin <= cover.length; bin++) {
    if (bin < cover.length && (cover[bin] ?? 0) <= allowed) {
      if (start < 0) start = bin
      continue
    }
    if (start >= 0) {
      const gap = { left: left + start * binWidth, right: left + bin * binWidth }
      const wide = gap.right - gap.left
      if (wide >= 6 && wide > (best === null ? 0 : best.right - best.left) && accept(gap)) best = gap
      start = -1
    }
  }
  return best
}

const partsProse = (segments: ReadonlyArray<Segment>, gutter: Gutter): boolean => {
  const middle = (gutter.left + gutter.right) / 2
  return [
    segments.filter((segment) => segment.right <= middle),
    segments.filter((segment) => segment.left >= middle)
  ].every((side) => {
    const rows = new Map<number, { left: number; right: number }>()
    for (const { left, right, y } of side) {
      const row = rows.get(Math.round(y))
      rows.set(Math.round(y), {
        left: Math.min(left, row?.left ?? left),
        right: Math.max(right, row?.right ?? right)
      })
    }
    if (rows.size < 3) return false
    const width =
      Math.max(...side.map((segment) => segment.right)) - Math.min(...side.map((segment) => segment.left))
    const extents = [...rows.values()].map((row) => row.right - row.left)
    const mean = extents.reduce((sum, extent) => sum + extent, 0) / rows.size
    return width > 70 && mean > width * 0.55
  })
}

/** Lines of a page in reading order. */
export const pageLines = (runs: ReadonlyArray<TextRun>, page: number): Array<Line> => {
  const lines: Array<Line> = []
  let column = 0
  const readColumn = (segments: ReadonlyArray<Segment>, depth: number): void => {
    const gutter = depth < 3 ? findGutter(segments) : null
    if (gutter === null) return readRows(segments)
    const middle = (gutter.left + gutter.right) / 2
    const rightToLeft = segments.filter((segment) => segment.rightToLeft).length * 2 > segments.length
    let band: Array<Segment> = []
    const flush = (): void => {
      const sides = [
        band.filter((segment) => (segment.left + segment.right) / 2 < middle),
        band.filter((segment) => (segment.left + segment.right) / 2 >= middle)
      ]
      for (const side of rightToLeft ? sides.toReversed() : sides)
        if (side.length > 0) readColumn(side, depth + 1)
      band = []
    }
    for (const segment of segments.toSorted((a, b) => b.y - a.y)) {
      if (segment.left < gutter.left - 1 && segment.right > gutter.right + 1) {
        flush()
        readRows([segment])
      } else band.push(segment)
    }
    flush()
  }
  const readRows = (segments: ReadonlyArray<Segment>): void => {
    if (segments.length === 0) return
    column++
    const columnLeft = Math.min(...segments.map((segment) => segment.left))
    const columnRight = Math.max(...segments.map((segment) => segment.right))
    const rows: Array<Array<Segment>> = []
    for (const segment of segments.toSorted((a, b) => b.y - a.y)) {
      const row = rows[rows.length - 1]
      const lead = row?.[0]
      if (row !== undefined && lead !== undefined && lead.y - segment.y < lead.size * 0.45) row.push(segment)
      else rows.push([segment])
    }
    for (const row of rows) {
      const rightToLeft = row.every((segment) => segment.rightToLeft)
      const ordered = row.toSorted((a, b) => (rightToLeft ? b.left - a.left : a.left - b.left))
      lines.push({ segments: ordered, page, column, columnLeft, columnRight })
    }
  }
  readColumn(segmentsOf(runs), 0)
  return lines
}
