/**
 * The registry as CSV (RFC 4180): one file of initiatives and one of sources, columns named as the
 * fields of the domain; lists separated by semicolons, options as JSON.
 *
 * Cells that a spreadsheet would run as a formula get an apostrophe in front on the way out, which is
 * taken away again on the way in (OWASP, "CSV Injection").
 */
import { CsvError, parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import { Result, Schema } from "effect"
import { Initiative, Source } from "../../domain/index.ts"
import { emptyContent, type Located, type RegistryContent, type RegistryFile } from "./content.ts"

const initiativeColumns = [
  "id",
  "name",
  "type",
  "country",
  "unGroups",
  "languages",
  "website",
  "evidenceUrl"
] as const satisfies ReadonlyArray<keyof Initiative>

const sourceColumns = [
  "id",
  "initiativeId",
  "kind",
  "url",
  "status",
  "verified",
  "validFrom",
  "validUntil",
  "options"
] as const satisfies ReadonlyArray<keyof Source>

/** Columns without which a file of initiatives or of sources makes no sense. */
const neededForInitiatives = ["id", "name", "type", "unGroups"]
const neededForSources = ["id", "initiativeId", "kind", "url"]

/** First characters that make a cell a formula, in their full-width forms too. */
const formula = /^'*[=+\-@＝＋－＠\t\r]/u
const neutralised = /^'+[=+\-@＝＋－＠\t\r]/u

/** A cell that no spreadsheet runs. */
export const neutralise = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `neutralise`. */
export const restore = (cell: string): string => (neutralised.test(cell) ? cell.slice(1) : cell)

const Records = Schema.Array(
  Schema.Struct({
    record: Schema.Array(Schema.String),
    raw: Schema.String,
    info: Schema.Struct({ lines: Schema.Int })
  })
)

interface Line {
  readonly number: number
  readonly cells: ReadonlyArray<string>
}

/** Semicolons or tabs, which some spreadsheets write instead of commas. */
const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n/, 1)[0] ?? ""
  return [",", ";", "\t"].find((delimiter) => header.includes(delimiter)) ?? ","
}

const readLines = (file: RegistryFile): Result.Result<ReadonlyArray<Line>, string> => {
  try {
    const records: unknown = parse(file.text, {
      bom: true,
      delimiter: delimiterOf(file.text.replace(/^\uFEFF/, "")),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true
    })
    return Result.succeed(
      Schema.decodeUnknownSync(Records)(records).map(({ info, raw, record }) => ({
        // The reader counts to the end of a record; a cell may span lines.
        number: info.lines - (raw.replace(/^[\r\n]+|[\r\n]+$/g, "").match(/\n/g)?.length ?? 0),
        cells: record.map(restore)
      }))
    )
  } catch (error) {
    const line =
      error instanceof CsvError && typeof error["lines"] === "number" ? `, line ${error["lines"]}` : ""
    const reason = error instanceof Error ? error.message : String(error)
    return Result.fail(`${file.name}${line}: this is not readable as CSV: ${reason}.`)
  }
}

const list = (cell: string): ReadonlyArray<string> =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")

const orNull = (cell: string): string | null => (cell === "" ? null : cell)

const toJson = (cell: string): unknown => {
  if (cell === "") return {}
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

const toBoolean = (cell: string): unknown => {
  const word = cell.toLowerCase()
  return word === "true" ? true : word === "false" || word === "" ? false : cell
}

/** The fields of a line, decoded later by the schema; `cell` gives trimmed text by column name. */
const initiativeFields = (cell: (column: string) => string): Record<keyof Initiative, unknown> => ({
  id: cell("id"),
  name: cell("name"),
  type: cell("type"),
  country: orNull(cell("country")),
  unGroups: list(cell("unGroups")),
  languages: list(cell("languages")),
  website: orNull(cell("website")),
  evidenceUrl: orNull(cell("evidenceUrl"))
})

const sourceFields = (cell: (column: string) => string): Record<keyof Source, unknown> => ({
  id: cell("id"),
  initiativeId: cell("initiativeId"),
  kind: cell("kind"),
  url: cell("url"),
  status: cell("status") === "" ? "proposed" : cell("status"),
  verified: toBoolean(cell("verified")),
  validFrom: orNull(cell("validFrom")),
  validUntil: orNull(cell("validUntil")),
  options: toJson(cell("options"))
})

const decodeInitiative = Schema.decodeUnknownResult(Initiative)
const decodeSource = Schema.decodeUnknownResult(Source)

const decodeLines = <A>(
  file: RegistryFile,
  header: ReadonlyArray<string>,
  lines: ReadonlyArray<Line>,
  fields: (cell: (column: string) => string) => object,
  decode: (input: unknown) => Result.Result<A, { readonly message: string }>
): { readonly values: ReadonlyArray<Located<A>>; readonly problems: ReadonlyArray<string> } => {
  const values: Array<Located<A>> = []
  const problems: Array<string> = []
  for (const { cells, number } of lines) {
    const place = `${file.name}, line ${number}`
    if (cells.length !== header.length) {
      problems.push(
        `${place}: there are ${cells.length} cells, but the first line names ${header.length} columns.`
      )
      continue
    }
    const decoded = decode(fields((column) => (cells[header.indexOf(column)] ?? "").trim()))
    if (Result.isSuccess(decoded)) values.push({ value: decoded.success, place })
    else problems.push(`${place}: ${decoded.failure.message.replace(/\s+/g, " ")}.`)
  }
  return { values, problems }
}

/**
 * Reads a file of initiatives or of sources; the column names tell which. Bad lines become problems
 * with their line number, good lines are kept.
 */
export const decodeCsv = (file: RegistryFile): RegistryContent => {
  const read = readLines(file)
  if (Result.isFailure(read)) return { ...emptyContent, problems: [read.failure] }
  const [first, ...lines] = read.success
  if (first === undefined) return { ...emptyContent, problems: [`${file.name}: the file is empty.`] }
  const header = first.cells.map((cell) => cell.trim())
  const isSources = header.includes("initiativeId")
  const known: ReadonlyArray<string> = isSources ? sourceColumns : initiativeColumns
  const needed = isSources ? neededForSources : neededForInitiatives
  const problems = [
    ...needed
      .filter((column) => !header.includes(column))
      .map((column) => `the column "${column}" is missing`),
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => `the column "${column}" is unknown`),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) => `the column "${column}" stands twice`)
  ].map((text) => `${file.name}, line ${first.number}: ${text}; the columns are ${known.join(", ")}.`)
  if (problems.length > 0) return { ...emptyContent, problems }
  if (isSources) {
    const { problems, values } = decodeLines(file, header, lines, sourceFields, decodeSource)
    return { ...emptyContent, sources: values, problems }
  }
  const decoded = decodeLines(file, header, lines, initiativeFields, decodeInitiative)
  return { ...emptyContent, initiatives: decoded.values, problems: decoded.problems }
}

const write = (columns: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  stringify([columns, ...rows.map((row) => row.map(neutralise))])

/** Initiatives as CSV with a line of column names. */
export const encodeInitiatives = (initiatives: ReadonlyArray<Initiative>): string =>
  write(
    initiativeColumns,
    initiatives.map((initiative) => [
      initiative.id,
      initiative.name,
      initiative.type,
      initiative.country ?? "",
      initiative.unGroups.join(";"),
      initiative.languages.join(";"),
      initiative.website ?? "",
      initiative.evidenceUrl ?? ""
    ])
  )

/** Sources as CSV with a line of column names. */
export const encodeSources = (sources: ReadonlyArray<Source>): string =>
  write(
    sourceColumns,
    sources.map((source) => [
      source.id,
      source.initiativeId,
      source.kind,
      source.url,
      source.status,
      String(source.verified),
      source.validFrom ?? "",
      source.validUntil ?? "",
      Object.keys(source.options).length === 0 ? "" : JSON.stringify(source.options)
    ])
  )
