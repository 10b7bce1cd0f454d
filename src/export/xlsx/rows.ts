/**
 * Rows of tables as SpreadsheetML (ISO/IEC 29500-1, 18.3.1), put into sheets that a library has made.
 *
 * The library knows styles, panes and widths, but makes an object of every cell: the rows of 100,000
 * statements took it 14 seconds. It is given the heads and one row that shows how a date looks; the rows
 * themselves are written here, and packed by the zlib of Node.
 */
import { crc32, deflateRawSync } from "node:zlib"
import { strFromU8, strToU8, unzipSync, Zip } from "fflate"
import type { ZipInputFile } from "fflate"
import { zipDate } from "../open-package.ts"
import type { CellValue, Table } from "../table/column.ts"
import { cellText } from "./text.ts"

/** Part of the archive that holds a sheet, by its place from 1. */
export const sheetPart = (place: number): string => `xl/worksheets/sheet${place}.xml`

const stringsPart = "xl/sharedStrings.xml"

/** Characters after which what was written is turned into bytes. */
const chunk = 1 << 20

/** Days from 30 December 1899, as cells hold dates (18.17.4.1). */
const serial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text

/** Text in pieces that are bytes already, so that it may be longer than a string can be. */
class Pieces {
  private readonly done: Array<Uint8Array<ArrayBuffer>> = []
  private open = ""
  add(text: string): void {
    this.open += text
    if (this.open.length > chunk) this.close()
  }
  private close(): void {
    this.done.push(Buffer.from(this.open))
    this.open = ""
  }
  bytes(): Uint8Array<ArrayBuffer> {
    this.close()
    return Buffer.concat(this.done)
  }
}

/** The texts of a workbook, each once. */
class SharedStrings {
  private readonly known = new Map<string, number>()
  private readonly pieces = new Pieces()
  private readonly first: number
  /** Goes on after the texts that the library wrote. */
  constructor(part: string) {
    this.first = part.split("<si>").length - 1
    this.pieces.add(part.slice(0, part.lastIndexOf("</sst>")))
  }
  indexOf(text: string): number {
    const known = this.known.get(text)
    if (known !== undefined) return known
    const index = this.first + this.known.size
    this.known.set(text, index)
    const own = cellText(text)
    this.pieces.add(
      `<si><t${/^\s|\s$|[\n\t]/.test(own) ? ' xml:space="preserve"' : ""}>${escaped(own)}</t></si>`
    )
    return index
  }
  bytes(): Uint8Array<ArrayBuffer> {
    this.pieces.add("</sst>")
    return this.pieces.bytes()
  }
}

/** `A`, `Z`, `AA`: name of a column from 1. */
export const columnName = (index: number): string =>
  index === 0 ? "" : columnName(Math.floor((index - 1) / 26)) + String.fromCharCode(65 + ((index - 1) % 26))

/** Writes the rows of a table from the second on, in the place of the one that shows the style of dates. */
const filled = (part: string, { columns, rows }: Table, strings: SharedStrings): Uint8Array<ArrayBuffer> => {
  const shown = /<row r="2"[^>]*>.*?<\/row>/.exec(part)
  if (shown === null) throw new Error("a sheet without the row that shows how dates look")
  const style = /\ss="\d+"/.exec(shown[0])?.[0] ?? ""
  const names = columns.map((_, index) => columnName(index + 1))
  const dates = columns.map(({ type }) => type === "date")
  const write = (name: string, isDate: boolean, value: CellValue): string => {
    if (value === null) return ""
    if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`
    if (typeof value === "boolean") return `<c r="${name}" t="b"><v>${value ? 1 : 0}</v></c>`
    return isDate
      ? `<c r="${name}"${style}><v>${serial(value)}</v></c>`
      : `<c r="${name}" t="s"><v>${strings.indexOf(value)}</v></c>`
  }
  const pieces = new Pieces()
  pieces.add(part.slice(0, shown.index))
  for (const [index, row] of rows.entries()) {
    const number = index + 2
    let text = `<row r="${number}">`
    for (let at = 0; at < row.length; at += 1) {
      text += write(`${names[at]}${number}`, dates[at] === true, row[at] ?? null)
    }
    pieces.add(`${text}</row>`)
  }
  pieces.add(part.slice(shown.index + shown[0].length))
  return pieces.bytes()
}

/** How hard zlib tries: twice as fast as its usual 6, for a workbook that is a tenth larger. */
const level = 3

/** Archive of these parts in their order, with the first date that an archive can name. */
const packed = (parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Uint8Array => {
  const written: Array<Uint8Array> = []
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error
    written.push(bytes)
  })
  for (const [filename, bytes] of parts) {
    const part: ZipInputFile = {
      filename,
      size: bytes.length,
      crc: crc32(bytes),
      compression: 8,
      mtime: zipDate
    }
    archive.add(part)
    part.ondata?.(null, deflateRawSync(bytes, { level }), true)
  }
  archive.end()
  return new Uint8Array(Buffer.concat(written))
}

/** The workbook with the rows of these tables in its sheets, by the place of the sheet from 1. */
export const withRows = (archive: Uint8Array, tables: ReadonlyMap<number, Table>): Uint8Array => {
  const parts = new Map(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, new Uint8Array(bytes)] as const)
  )
  const text = (name: string): string => strFromU8(parts.get(name) ?? strToU8(""))
  const strings = new SharedStrings(text(stringsPart))
  for (const [place, table] of tables) {
    parts.set(sheetPart(place), filled(text(sheetPart(place)), table, strings))
  }
  parts.set(stringsPart, strings.bytes())
  return packed(parts)
}
