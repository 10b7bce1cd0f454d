/**
 * Terms of one language as a CSV file that opens in a spreadsheet:
 * `issue,role,strength,term,needs,unless`, alternatives in the last two parted by `|`.
 */
import { parse } from "csv-parse/sync"
import { Predicate, Result, Schema } from "effect"
import { Term } from "../../domain/index.ts"

/** The columns, in order. */
export const termColumns = ["issue", "role", "strength", "term", "needs", "unless"] as const

const Row = Schema.Struct({
  issue: Schema.String,
  role: Schema.String,
  strength: Schema.String,
  term: Schema.String,
  needs: Schema.optionalKey(Schema.String),
  unless: Schema.optionalKey(Schema.String)
})
const Records = Schema.Array(Schema.Struct({ record: Row, info: Schema.Struct({ lines: Schema.Int }) }))

const alternatives = (text: string | undefined): ReadonlyArray<string> =>
  (text ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "")

export interface ReadTermsResult {
  readonly terms: ReadonlyArray<Term>
  /** Line of each term in the file, in the same order. */
  readonly lines: ReadonlyArray<number>
  /** One sentence for each row that cannot be used, with file and line. */
  readonly faults: ReadonlyArray<string>
}

/**
 * Reads the terms of one language.
 *
 * @param file name used in the faults. @param issues the issues that a term may speak for.
 */
export const readTermsCsv = (
  text: string,
  file: string,
  language: string,
  issues: ReadonlySet<string>
): ReadTermsResult => {
  const terms: Array<Term> = []
  const lines: Array<number> = []
  const faults: Array<string> = []
  const decodeRecords = Schema.decodeUnknownResult(Records)
  const decodeTerm = Schema.decodeUnknownResult(Term)
  let parsed: unknown
  try {
    parsed = parse(text, {
      bom: true,
      columns: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true
    })
  } catch (error) {
    const reason = Predicate.isError(error) ? error.message : String(error)
    return { terms, lines, faults: [`${file}: not a CSV file: ${reason}. Save it as UTF-8 CSV with commas.`] }
  }
  const records = decodeRecords(parsed)
  if (Result.isFailure(records)) {
    return { terms, lines, faults: [`${file}:1: expected the columns ${termColumns.join(",")}.`] }
  }
  for (const { info, record } of records.success) {
    const place = `${file}:${info.lines}`
    if (!issues.has(record.issue)) {
      faults.push(`${place}: no issue is called "${record.issue}"; see concepts.yaml for the names.`)
      continue
    }
    const decoded = decodeTerm({
      issue: record.issue,
      language,
      role: record.role.trim(),
      strength: Number(record.strength),
      term: record.term.trim(),
      needs: alternatives(record.needs),
      unless: alternatives(record.unless)
    })
    if (Result.isFailure(decoded)) {
      faults.push(`${place}: ${decoded.failure.message.split("\n").join(" ")}`)
    } else {
      terms.push(decoded.success)
      lines.push(info.lines)
    }
  }
  return { terms, lines, faults }
}
