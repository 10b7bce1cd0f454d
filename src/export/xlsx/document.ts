/**
 * The digest as a workbook (Office Open XML, ISO/IEC 29500): statements, matrix, coverage, sources, and
 * what every column means, and how the figures were made.
 *
 * Every text is a typed string, so that none is ever read as a formula. Headings and names of codes are in
 * the digest's language; the stable names of the columns stand in the data dictionary.
 */
import { Effect } from "effect"
import writeXlsxFile from "write-excel-file/node"
import type { Cell, CellObject, Feature, Row, Sheet } from "write-excel-file/node"
import type { Digest } from "../../domain/index.ts"
import { matrixCells, matrixParts } from "../grid.ts"
import { contentHash } from "../json.ts"
import { aboutLines } from "../table/about.ts"
import {
  coverageTable,
  dictionaryTable,
  issueColumns,
  matrixLines,
  matrixTable,
  sourcesTable
} from "../table/annex.ts"
import { columnWords, tableTitle } from "../table/column.ts"
import type { CellValue, Table } from "../table/column.ts"
import { statementsTable } from "../table/statements.ts"
import { viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"
import { columnName, withRows } from "./rows.ts"
import { cellText } from "./text.ts"

/** What a rendering may be given. */
export interface XlsxOptions extends ViewOptions {
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

/** What pictures in a workbook may be given as. */
type FileContent = Parameters<typeof writeXlsxFile>[0][number] extends Sheet<infer Content> ? Content : never

/** Names that every object has: the library's table of strings would give their values for them. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

/** Text of a cell that the library writes. */
const written = (text: string): string => {
  const own = cellText(text)
  return inherited.has(own) ? `${own} ` : own
}

const cell = (value: CellValue): Cell => (typeof value === "string" ? written(value) : value)

/** How a date looks; a row of it stands in for the rows of a table, which are written by rows.ts. */
const dateCell: CellObject = { value: new Date(0), type: Date, format: "yyyy-mm-dd" }

const head = (text: string): CellObject => ({
  value: written(text),
  type: String,
  fontWeight: "bold",
  alignVertical: "bottom",
  wrap: true,
  bottomBorderStyle: "thin",
  bottomBorderColor: "#1D262D"
})

const sheet = (
  view: View,
  name: string,
  data: ReadonlyArray<Row>,
  widths: ReadonlyArray<number>,
  sticky: number
): Sheet<FileContent> => ({
  sheet: name,
  data: [...data],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  stickyColumnsCount: sticky,
  ...(view.m.direction === "rtl" ? { rightToLeft: true } : {})
})

const sheetOf = (view: View, own: Table, sticky: number): Sheet<FileContent> =>
  sheet(
    view,
    tableTitle(view, own.name),
    [own.columns.map((column) => head(columnWords(view, column)[0])), [dateCell]],
    own.columns.map(({ width }) => width),
    sticky
  )

/** A main concern of the initiative. */
const stressed = { fontWeight: "bold", backgroundColor: "#97BAD3" } as const

/** Issues by initiative: a number (marked where it is a main concern), an empty cell for "published, did not raise it", a grey dash for "not heard yet". */
const matrixSheet = (view: View): Sheet<FileContent> => {
  const cells = matrixCells(view)
  const initiatives = matrixParts(view, 100_000).flat()
  const fixed = issueColumns("words")
  const unheard: CellObject = {
    value: "–",
    type: String,
    align: "center",
    backgroundColor: "#EDEDED"
  }
  return sheet(
    view,
    tableTitle(view, "matrix"),
    [
      [
        ...fixed.map((column) => head(columnWords(view, column)[0])),
        head(view.m.text("mainConcernOf")),
        head(columnWords(view, { key: "initiatives", index: null })[0]),
        ...initiatives.map(({ initiative }): CellObject => ({ ...head(initiative.name), textRotation: 90 }))
      ],
      ...matrixLines(view).map((line) => {
        const concerned = new Set(line.page.mainConcernOf)
        return [
          ...fixed.map((column) => cell(column.value(line))),
          cell(line.page.mainConcernOf.length),
          cell(line.page.initiatives.length),
          ...initiatives.map(({ initiative }): Cell => {
            if (initiative.status !== "published") return unheard
            const count = cells.get(line.page.id)?.get(initiative.id) ?? 0
            const style = concerned.has(initiative.id) ? stressed : {}
            return count === 0 ? null : { value: count, type: Number, align: "center", ...style }
          })
        ]
      })
    ],
    [...fixed.map(({ width }) => width), 11, 11, ...initiatives.map(() => 5)],
    fixed.length
  )
}

/** What the figures cover and how they were made. */
const aboutSheet = (view: View, hash: string): Sheet<FileContent> => ({
  sheet: view.m.text("method").slice(0, 31),
  data: aboutLines(view, hash).map((line, index) => [
    { value: written(line), type: String, wrap: true, ...(index === 0 ? { fontWeight: "bold" } : {}) }
  ]),
  columns: [{ width: 110 }],
  showGridLines: false,
  ...(view.m.direction === "rtl" ? { rightToLeft: true } : {})
})

/** A sheet, and the table whose rows it is to hold. */
interface Planned {
  readonly sheet: Sheet<FileContent>
  readonly table: Table | null
}

/** Arrows to filter by in the row of headings, which the library does not know of (ISO/IEC 29500-1, 18.3.1.2). */
const filters = (plan: ReadonlyArray<Planned>): Feature<FileContent> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _, { sheetIndex }) => {
          const own = plan[sheetIndex]
          const columns = own?.sheet.data[0]?.length ?? 0
          const rows = own?.table === null ? own.sheet.data.length : 1 + (own?.table.rows.length ?? 0)
          return columns < 2
            ? xml
            : xml.replace("</sheetData>", `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows}"/>`)
        }
      }
    }
  }
})

/** The digest as a workbook. The same digest and options give the same bytes. */
export const renderXlsx = (digest: Digest, options: XlsxOptions = {}): Effect.Effect<Uint8Array> =>
  Effect.suspend(() => {
    const view = viewOf(digest, options)
    const statements = statementsTable(view, "words")
    const coverage = coverageTable(view, "words")
    const sources = sourcesTable(view, "words")
    const matrix: Table = { ...matrixTable(view, "words"), rows: [] }
    const filled = (table: Table, sticky: number): Planned => ({ sheet: sheetOf(view, table, sticky), table })
    const plan: ReadonlyArray<Planned> = [
      filled(statements, 3),
      { sheet: matrixSheet(view), table: null },
      filled(coverage, 1),
      filled(sources, 1),
      filled(dictionaryTable(view, [statements, matrix, coverage, sources], "words"), 0),
      { sheet: aboutSheet(view, options.contentHash ?? contentHash(digest)), table: null }
    ]
    const tables = new Map(
      plan.flatMap(({ table }, index) => (table === null ? [] : [[index + 1, table] as const]))
    )
    return Effect.map(
      Effect.promise(() =>
        writeXlsxFile(
          plan.map((own) => own.sheet),
          { features: [filters(plan)] }
        ).toBuffer()
      ),
      (archive) => withRows(archive, tables)
    )
  })
