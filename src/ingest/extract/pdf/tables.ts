/**
 * Tables of a PDF: rows whose cells stand below each other.
 */
import type { Line } from "./lines.ts"

/** A cell begins or ends where one of the row above does; the outer edges of justified text prove nothing. */
const isAligned = (line: Line, first: Line): boolean =>
  line.segments
    .slice(1)
    .some((segment) =>
      first.segments
        .slice(1)
        .some(
          (cell, index) =>
            Math.abs(cell.left - segment.left) < 4 ||
            (index < first.segments.length - 2 && Math.abs(cell.right - segment.right) < 4)
        )
    )

/** Number of rows, at least three, whose inner cells stand below each other. */
export const tableAt = (lines: ReadonlyArray<Line>, start: number): number => {
  const first = lines[start]
  if (first === undefined || first.segments.length < 2) return 0
  let count = 1
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.page !== first.page || line.column !== first.column) break
    if (line.segments.length < 2 || !isAligned(line, first)) break
    count++
  }
  return count >= 3 ? count : 0
}
