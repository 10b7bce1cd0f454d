/**
 * Tables of the Word form: fixed widths, heads that are repeated on each page, rows that stay whole.
 */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType
} from "docx"
import type { Paragraph } from "docx"
import type { Block, Cell, Column } from "../pdf/model.ts"
import { hair, ink, shades, textWidth, unheardGround } from "./styles.ts"
import { inline, paragraph } from "./writer.ts"
import type { Writer } from "./writer.ts"

type TableBlock = Extract<Block, { readonly kind: "table" }>

const points = /^(\d+(?:\.\d+)?)pt$/

/** Widths in twentieths of a point, which together fill the page where a column takes what others leave. */
export const columnWidths = (columns: ReadonlyArray<Column>): ReadonlyArray<number> => {
  const shares = columns.reduce((sum, { width }) => sum + (typeof width === "number" ? width : 0), 0)
  const fixed = columns.map(({ width }) =>
    typeof width === "number"
      ? 0
      : width === "auto"
        ? 1_150
        : Math.round(20 * Number(points.exec(width)?.[1]))
  )
  const left = textWidth - fixed.reduce((sum, width) => sum + width, 0)
  return columns.map(({ width }, index) =>
    typeof width === "number" ? Math.floor((left * width) / shares) : (fixed[index] ?? 0)
  )
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" }
const rule = (color: string, size: number) => ({ style: BorderStyle.SINGLE, size, color })

const ground = (cell: Cell) => {
  const fill =
    cell.hatched === true ? unheardGround : cell.shade === undefined ? undefined : shades[cell.shade - 1]
  return fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill } }
}

/** Words of a cell; what is not heard yet is told by a dash where the printed form hatches. */
const words = (writer: Writer, cell: Cell, style: string, column: Column | undefined, small: boolean) => {
  const dash = cell.hatched === true && cell.runs.length === 0
  const runs = dash ? [{ text: "–" }] : cell.runs
  const alignment =
    column?.right === true
      ? AlignmentType.END
      : column?.centre === true
        ? AlignmentType.CENTER
        : AlignmentType.START
  return paragraph(writer, style, inline(writer, runs, small ? { size: 14 } : {}), { alignment })
}

const cells = (
  writer: Writer,
  block: TableBlock,
  own: ReadonlyArray<Cell>,
  head: boolean,
  widths: ReadonlyArray<number>
): Array<TableCell> => {
  const narrow = block.form === "matrix"
  const grid = narrow || block.form === "heat"
  let at = 0
  return own.map((cell) => {
    const first = at
    at += cell.span ?? 1
    const column = cell.span === undefined ? block.columns[first] : undefined
    const style = head || (cell.head === true && cell.span !== undefined) ? "TableHead" : "TableText"
    return new TableCell({
      children: [words(writer, cell, style, column, narrow && first > 0)],
      width: { size: widths.slice(first, at).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      verticalAlign: head
        ? VerticalAlignTable.BOTTOM
        : grid
          ? VerticalAlignTable.CENTER
          : VerticalAlignTable.TOP,
      ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
      ...(cell.up === true ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
      ...ground(cell)
    })
  })
}

/** Columns whose cells are drawn as bars in print: here they are words, which need less room. */
const withoutBars = ({ columns, rows }: TableBlock): ReadonlyArray<Column> =>
  columns.map((column, index) =>
    typeof column.width === "string" && rows.some(({ cells: own }) => own[index]?.bar !== undefined)
      ? { ...column, width: "72pt" }
      : column
  )

/** A table with its caption. */
export const tableOf = (writer: Writer, block: TableBlock): ReadonlyArray<Paragraph | Table> => {
  const widths = columnWidths(withoutBars(block))
  const grid = block.form === "matrix" || block.form === "heat"
  const turned = block.head.some((row) => row.cells.some(({ up }) => up === true))
  const caption =
    block.caption === "" ? [] : [paragraph(writer, "Caption", inline(writer, [{ text: block.caption }]))]
  // A head of nothing but empty cells says nothing to anybody.
  const heads = block.head.filter((row) => row.cells.some(({ runs }) => runs.length > 0))
  return [
    ...caption,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...widths],
      margins: grid
        ? { left: 40, right: 40, marginUnitType: WidthType.DXA }
        : { left: 0, right: 120, marginUnitType: WidthType.DXA },
      ...(writer.rtl ? { visuallyRightToLeft: true } : {}),
      borders: {
        top: rule(ink, 6),
        bottom: rule(ink, 6),
        left: none,
        right: none,
        insideHorizontal: rule(hair, 4),
        insideVertical: grid ? rule(hair, 4) : none
      },
      rows: [
        ...heads.map(
          (row, index) =>
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              ...(turned && index === heads.length - 1
                ? { height: { value: 2_100, rule: HeightRule.EXACT } }
                : {}),
              children: cells(writer, block, row.cells, true, widths)
            })
        ),
        ...block.rows.map(
          (row) => new TableRow({ cantSplit: true, children: cells(writer, block, row.cells, false, widths) })
        )
      ]
    }),
    paragraph(writer, "AfterTable", [])
  ]
}
