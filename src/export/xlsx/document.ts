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
import { undated, xmlText } from "../open-package.ts"
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
import type { CellValue, ColumnType, Table } from "../table/column.ts"
import { statementsTable } from "../table/statements.ts"
import { viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"

/** What a rendering may be given. */
export interface XlsxOptions extends ViewOptions {
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

/** What pictures in a workbook may be given as. */
type FileContent = Parameters<typeof writeXlsxFile>[0][number] extends Sheet<infer Content> ? Content : never

/** Characters that a cell holds (Excel specifications and limits). */
const cellLength = 32_767

/** Names that every object has: the library's table of strings would give their values for them. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

/**
 * Text as a cell holds it: without what XML does not allow, line ends as one character, and `_x0041_` as
 * itself and not as the letter that it stands for (ISO/IEC 29500-1, 22.4.2.4).
 */
export const cellText = (text: string): string => {
  const own = xmlText(text)
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
  const fitting = own.length > cellLength ? `${own.slice(0, cellLength - 2).toWellFormed()} …` : own
  return inherited.has(fitting) ? `${fitting} ` : fitting
}

// Cells have no form of their own where they need none: half of the time of a large workbook goes into it.
const cell = (value: CellValue, type: ColumnType): Cell =>
  typeof value !== "string"
    ? value
    : type === "date"
      ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
      : cellText(value)

const head = (text: string): CellObject => ({
  value: cellText(text),
  type: String,
  fontWeight: "bold",
  alignVertical: "bottom",
  wrap: true,
  bottomBorderStyle: "thin",
  bottomBorderColor: "#1D262D"
})

/** `A`, `Z`, `AA`: name of a column from 1. */
export const columnName = (index: number): string =>
  index === 0 ? "" : columnName(Math.floor((index - 1) / 26)) + String.fromCharCode(65 + ((index - 1) % 26))

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
    [
      own.columns.map((column) => head(columnWords(view, column)[0])),
      ...own.rows.map((row) => row.map((value, index) => cell(value, own.columns[index]?.type ?? "text")))
    ],
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
          ...fixed.map((column) => cell(column.value(line), column.type)),
          cell(line.page.mainConcernOf.length, "integer"),
          cell(line.page.initiatives.length, "integer"),
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
    { value: cellText(line), type: String, wrap: true, ...(index === 0 ? { fontWeight: "bold" } : {}) }
  ]),
  columns: [{ width: 110 }],
  showGridLines: false,
  ...(view.m.direction === "rtl" ? { rightToLeft: true } : {})
})

/** Arrows to filter by in the row of headings, which the library does not know of (ISO/IEC 29500-1, 18.3.1.2). */
const filters = (sheets: ReadonlyArray<Sheet<FileContent>>): Feature<FileContent> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _, { sheetIndex }) => {
          const data = sheets[sheetIndex]?.data ?? []
          const columns = data[0]?.length ?? 0
          return columns < 2
            ? xml
            : xml.replace(
                "</sheetData>",
                `</sheetData><autoFilter ref="A1:${columnName(columns)}${data.length}"/>`
              )
        }
      }
    }
  }
})

/** The digest as a workbook. The same digest and options give the same bytes. */
export const renderXlsx = (digest: Digest, options: XlsxOptions = {}): Effect.Effect<Uint8Array> =>
  Effect.suspend(() => {
    const view = viewOf(digest, options)
    const tables = [
      statementsTable(view, "words"),
      coverageTable(view, "words"),
      sourcesTable(view, "words")
    ] as const
    const described = [tables[0], { ...matrixTable(view, "words"), rows: [] }, tables[1], tables[2]]
    const sheets = [
      sheetOf(view, tables[0], 3),
      matrixSheet(view),
      sheetOf(view, tables[1], 1),
      sheetOf(view, tables[2], 1),
      sheetOf(view, dictionaryTable(view, described, "words"), 0),
      aboutSheet(view, options.contentHash ?? contentHash(digest))
    ]
    return Effect.map(
      Effect.promise(() => writeXlsxFile(sheets, { features: [filters(sheets)] }).toBuffer()),
      (archive) => undated(archive)
    )
  })
