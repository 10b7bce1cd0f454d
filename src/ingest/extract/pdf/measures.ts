/**
 * Measures of a line on a page, in PDF points.
 */
import type { Line } from "./lines.ts"

export interface PageOfLines {
  readonly page: number
  readonly height: number
  readonly lines: ReadonlyArray<Line>
}

export const textOf = (line: Line): string => line.segments.map((segment) => segment.text).join(" ")

export const sizeOf = (line: Line): number =>
  line.segments.reduce(
    (best, segment) => (segment.text.length > best.text.length ? segment : best),
    line.segments[0] ?? nothing
  ).size

const nothing = { text: "", size: 0 }

export const yOf = (line: Line): number => line.segments[0]?.y ?? 0

export const leftOf = (line: Line): number => line.segments[0]?.left ?? 0

export const rightOf = (line: Line): number => line.segments[line.segments.length - 1]?.right ?? 0

export const isBold = (line: Line): boolean => line.segments.every((segment) => segment.bold)

export const columnKey = (line: Line): string => `${line.page}/${line.column}`
