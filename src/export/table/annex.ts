/**
 * Coverage (one row an initiative), sources (one row a document), the matrix, and what every column means.
 */
import type { DigestInitiative, DigestOutput, IssuePage, ListedOutput } from "../../domain/index.ts"
import { failureText, failuresOf } from "../coverage.ts"
import { issuesByArea, matrixCells } from "../grid.ts"
import type { View } from "../view.ts"
import { column, columnWords, several, table, tableTitle } from "./column.ts"
import type { Table, TableColumn, Wording } from "./column.ts"
import { webAddress } from "./statements.ts"

const initiativeColumns = (
  { m }: View,
  wording: Wording
): ReadonlyArray<TableColumn<{ readonly initiative: DigestInitiative }>> => [
  column("initiative_name", "text", 40, ({ initiative }) => initiative.name),
  column("initiative_type", "text", 13, ({ initiative: { type } }) =>
    wording === "words" ? m.names.type[type] : type
  ),
  column("country", "text", 9, ({ initiative }) => initiative.country),
  column("un_groups", "text", 20, ({ initiative: { unGroups } }) =>
    several(unGroups.map((group) => (wording === "words" ? m.names.groupColumn[group] : group)))
  ),
  column("status", "text", 24, ({ initiative: { status } }) =>
    wording === "words" ? m.names.status[status] : status
  ),
  column("initiative", "text", 24, ({ initiative }) => initiative.id)
]

/** Every registered initiative. */
export const coverageTable = (view: View, wording: Wording): Table =>
  table<{ readonly initiative: DigestInitiative }>(
    "coverage",
    [
      ...initiativeColumns(view, wording),
      column("outputs", "integer", 10, ({ initiative }) => initiative.outputs),
      column("statements", "integer", 11, ({ initiative }) => initiative.statements),
      column("last_heard", "date", 12, ({ initiative }) => initiative.lastHeard),
      column("has_source", "boolean", 12, ({ initiative }) => initiative.hasSource),
      column("website", "url", 36, ({ initiative: { website } }) =>
        website === null ? null : webAddress(website)
      ),
      column("failures", "text", 50, ({ initiative }) =>
        several(failuresOf(view, initiative.id).map((own) => `${own.url} ${failureText(own, view.m)}`))
      )
    ],
    view.digest.initiatives.map((initiative) => ({ initiative }))
  )

type Document =
  | { readonly counted: true; readonly output: DigestOutput }
  | { readonly counted: false; readonly output: ListedOutput }

/** Counted documents, then those that are listed. */
export const sourcesTable = (view: View, wording: Wording): Table => {
  const { names } = view.m
  const { outputs, coverage } = view.digest
  const listed = [...coverage.drafts, ...coverage.pressAccounts, ...coverage.undated, ...coverage.late]
  return table<Document>(
    "sources",
    [
      column(
        "initiative_name",
        "text",
        40,
        ({ output }) => view.initiatives.get(output.initiativeId)?.name ?? null
      ),
      column("output_title", "text", 60, ({ output }) => output.title),
      column("document_kind", "text", 18, ({ output: { kind } }) =>
        wording === "words" ? names.kind[kind] : kind
      ),
      column("counted", "boolean", 9, ({ counted }) => counted),
      column("in_doubt", "boolean", 9, (own) => (own.counted ? own.output.inDoubt : null)),
      column("language", "text", 10, ({ output }) => output.language),
      column("published", "date", 12, ({ output }) => output.publishedAt),
      column("edition", "text", 10, (own) => (own.counted ? own.output.edition : null)),
      column("output_url", "url", 50, ({ output }) => webAddress(output.url)),
      column("also_at", "text", 40, (own) => (own.counted ? several(own.output.alsoAt) : null)),
      column("capture_sha256", "text", 66, (own) => (own.counted ? own.output.captureId : null)),
      column("retrieved", "time", 24, (own) => (own.counted ? own.output.retrievedAt : null)),
      column("initiative", "text", 24, ({ output }) => output.initiativeId),
      column("output", "text", 20, ({ output }) => output.id)
    ],
    [
      ...outputs.map((output): Document => ({ counted: true, output })),
      ...listed.map((output): Document => ({ counted: false, output }))
    ]
  )
}

interface MatrixLine {
  readonly area: { readonly id: string; readonly label: string }
  readonly page: IssuePage
}

/** Issues by area, as rows of the matrix. */
export const matrixLines = (view: View): ReadonlyArray<MatrixLine> =>
  issuesByArea(view).flatMap((area) => area.pages.map((page) => ({ area, page })))

/** Columns of an issue in a matrix. */
export const issueColumns = (wording: Wording): ReadonlyArray<TableColumn<MatrixLine>> => [
  column("area", "text", 18, ({ area }) => (wording === "words" ? area.label : area.id)),
  { ...column("one_issue", "text", 24, ({ page }: MatrixLine) => page.id), name: "issue" },
  { ...column("one_issue_label", "text", 40, ({ page }: MatrixLine) => page.label), name: "issue_label" }
]

/** The matrix, one row for each issue and initiative: 0 is "published, did not raise it", empty is "not heard". */
export const matrixTable = (view: View, wording: Wording): Table => {
  const cells = matrixCells(view)
  const concerned = new Map(view.digest.issues.map(({ id, mainConcernOf }) => [id, new Set(mainConcernOf)]))
  return table<MatrixLine & { readonly initiative: DigestInitiative }>(
    "matrix",
    [
      ...issueColumns(wording),
      ...initiativeColumns(view, wording),
      column("statements", "integer", 11, ({ page, initiative }) =>
        initiative.status === "published" ? (cells.get(page.id)?.get(initiative.id) ?? 0) : null
      ),
      column("main_concern", "boolean", 9, ({ page, initiative }) =>
        initiative.status === "published" ? concerned.get(page.id)?.has(initiative.id) === true : null
      )
    ],
    matrixLines(view).flatMap((line) =>
      view.digest.initiatives.map((initiative) => ({ ...line, initiative }))
    )
  )
}

/** What every column of the tables means. */
export const dictionaryTable = (view: View, tables: ReadonlyArray<Table>, wording: Wording): Table =>
  table<{ readonly own: Table; readonly field: Table["columns"][number] }>(
    "dictionary",
    [
      column("table", "text", 18, ({ own }) => (wording === "words" ? tableTitle(view, own.name) : own.name)),
      column("column", "text", 22, ({ field }) => field.name),
      column("column_heading", "text", 30, ({ field }) => columnWords(view, field)[0]),
      column("meaning", "text", 110, ({ field }) => columnWords(view, field)[1])
    ],
    tables.flatMap((own) => own.columns.map((field) => ({ own, field })))
  )
