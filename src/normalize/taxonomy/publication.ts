/**
 * What publishing the taxonomy needs: `scheme.yaml`, and in spreadsheets the concepts of other schemes
 * (`schemes.csv`), the areas in other languages (`areas.csv`) and the definitions (`definitions.csv`).
 *
 * It stands apart from `concepts.yaml` and `terms/`, because the classifier is not made from it: a better
 * definition needs no new model.
 */
import { parse as parseCsv } from "csv-parse/sync"
import { Effect, Predicate, Result, Schema } from "effect"
import { parse as parseYaml } from "yaml"
import { AreaId, CrosswalkScheme, IssueId, type Publication, SchemeConcept } from "../../domain/index.ts"
import { TaxonomyError } from "./errors.ts"
import { type Concepts, readText, taxonomyFolder } from "./load.ts"

const Description = Schema.Struct({
  base: Schema.String.check(
    Schema.isPattern(/^https?:\/\/.*\/$/u, { message: "expected a web address that ends in /" })
  ),
  title: Schema.NonEmptyString,
  description: Schema.NonEmptyString,
  creator: Schema.NonEmptyString,
  licence: Schema.NonEmptyString,
  schemes: Schema.Array(CrosswalkScheme)
})

const Rows = Schema.Array(
  Schema.Struct({
    record: Schema.Record(Schema.String, Schema.String),
    info: Schema.Struct({ lines: Schema.Int })
  })
)

interface Row {
  /** File and line, as faults name them. */
  readonly place: string
  readonly cells: Readonly<Record<string, string>>
}

const reasonOf = (error: unknown): string => (Predicate.isError(error) ? error.message : String(error))
const oneLine = (text: string): string => text.split("\n").join(" ")

/** Rows of a CSV file whose columns must include the given ones. */
const readRows = (
  text: string,
  file: string,
  columns: ReadonlyArray<string>
): Result.Result<ReadonlyArray<Row>, string> =>
  Result.try({
    try: (): unknown => parseCsv(text, { bom: true, columns: true, info: true, skip_empty_lines: true }),
    catch: (error) => `${file}: not a CSV file: ${reasonOf(error)}. Save it as UTF-8 CSV with commas.`
  }).pipe(
    Result.flatMap((parsed) =>
      Result.mapError(
        Schema.decodeUnknownResult(Rows)(parsed),
        ({ message }) => `${file}: ${oneLine(message)}`
      )
    ),
    Result.flatMap((rows) =>
      rows.some(({ record }) => columns.some((column) => record[column] === undefined))
        ? Result.fail(`${file}:1: expected the columns ${columns.join(",")}.`)
        : Result.succeed(rows.map(({ info, record }) => ({ place: `${file}:${info.lines}`, cells: record })))
    )
  )

const cell = (row: Row, column: string): string => (row.cells[column] ?? "").trim()

const conceptsOf = (
  rows: ReadonlyArray<Row>,
  schemes: ReadonlyArray<CrosswalkScheme>,
  issues: ReadonlySet<string>,
  faults: Array<string>
): ReadonlyArray<SchemeConcept> =>
  rows.flatMap((row) => {
    const close = cell(row, "close")
      .split("|")
      .map((part) => part.trim())
      .filter((part) => part !== "")
    if (!schemes.some(({ id }) => id === cell(row, "scheme"))) {
      faults.push(
        `${row.place}: no scheme is called "${cell(row, "scheme")}"; see scheme.yaml for the names.`
      )
      return []
    }
    for (const id of close) {
      if (!issues.has(id))
        faults.push(`${row.place}: no issue is called "${id}"; see concepts.yaml for the names.`)
    }
    const decoded = Schema.decodeUnknownResult(SchemeConcept)({
      scheme: cell(row, "scheme"),
      notation: cell(row, "notation"),
      label: cell(row, "label"),
      close,
      uri: cell(row, "uri") === "" ? null : cell(row, "uri")
    })
    if (Result.isSuccess(decoded)) return [decoded.success]
    faults.push(`${row.place}: ${oneLine(decoded.failure.message)}`)
    return []
  })

/** Reads the four files; every fault of every file is named at once, with its line. */
export const loadPublication = Effect.fn("Taxonomy.loadPublication")(function* (
  concepts: Concepts,
  folder: URL = taxonomyFolder
) {
  const faults: Array<string> = []
  const fileOf = (name: string) => readText(new URL(name, folder))
  const rowsOf = Effect.fnUntraced(function* (file: string, columns: ReadonlyArray<string>) {
    const read = readRows(yield* fileOf(file), file, columns)
    if (Result.isSuccess(read)) return read.success
    faults.push(read.failure)
    return []
  })
  const yaml = yield* fileOf("scheme.yaml")
  const described = Result.try({ try: (): unknown => parseYaml(yaml), catch: reasonOf }).pipe(
    Result.flatMap((value) =>
      Result.mapError(Schema.decodeUnknownResult(Description)(value), ({ message }) => oneLine(message))
    )
  )
  if (Result.isFailure(described)) {
    const fault = `scheme.yaml: ${described.failure}`
    return yield* new TaxonomyError({
      message: `The taxonomy's description cannot be used: ${fault}`,
      faults: [fault]
    })
  }
  const issueIds = new Set<string>(concepts.issues.map(({ id }) => id))
  const areaIds = new Set<string>(concepts.areas.map(({ id }) => id))
  const others = conceptsOf(
    yield* rowsOf("schemes.csv", ["scheme", "notation", "label", "close", "uri"]),
    described.success.schemes,
    issueIds,
    faults
  )
  const areaLabels = new Map<AreaId, ReadonlyArray<readonly [string, string]>>()
  for (const row of yield* rowsOf("areas.csv", ["area", "en"])) {
    const { area = "", ...labels } = row.cells
    if (!areaIds.has(area))
      faults.push(`${row.place}: no area is called "${area}"; see concepts.yaml for the names.`)
    else {
      areaLabels.set(
        AreaId.make(area),
        Object.entries(labels).filter(([, label]) => label.trim() !== "")
      )
    }
  }
  const definitions = new Map<IssueId, string>()
  for (const row of yield* rowsOf("definitions.csv", ["issue", "definition"])) {
    const issue = cell(row, "issue")
    if (!issueIds.has(issue))
      faults.push(`${row.place}: no issue is called "${issue}"; see concepts.yaml for the names.`)
    else definitions.set(IssueId.make(issue), cell(row, "definition"))
  }
  if (faults.length > 0) {
    const more = faults.length > 5 ? ` (and ${faults.length - 5} more)` : ""
    return yield* new TaxonomyError({
      message: `The taxonomy has faults: ${faults.slice(0, 5).join(" ")}${more}`,
      faults
    })
  }
  return { ...described.success, concepts: others, areaLabels, definitions } satisfies Publication
})
