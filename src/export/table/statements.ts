/**
 * One row a statement, in the order of the digest.
 */
import type { DigestInitiative, DigestOutput, Quotation } from "../../domain/index.ts"
import { safeUrl } from "../html/html.ts"
import { passageUrl } from "../passage-link.ts"
import type { View } from "../view.ts"
import { column, columnOf, several, table } from "./column.ts"
import type { Table, TableColumn, Wording } from "./column.ts"

interface Row {
  readonly quotation: Quotation
  readonly initiative: DigestInitiative | undefined
  readonly output: DigestOutput | undefined
}

/** A web address that may be followed; null for any other. */
export const webAddress = (url: string): string | null => {
  const safe = safeUrl(url)
  return safe !== null && /^https?:/.test(safe) ? safe : null
}

const issueColumns = (view: View, index: number): ReadonlyArray<TableColumn<Row>> => {
  const at = ({ quotation }: Row) => quotation.issues[index - 1]
  return [
    columnOf("issue_label", index, "text", 28, (row) => {
      const id = at(row)?.id
      return id === undefined ? null : (view.pages.get(id)?.label ?? id)
    }),
    columnOf("issue", index, "text", 22, (row) => at(row)?.id ?? null),
    columnOf("issue_score", index, "number", 10, (row) => {
      const score = at(row)?.score
      return score === undefined ? null : Math.round(score * 1_000) / 1_000
    })
  ]
}

const columns = (view: View, wording: Wording): ReadonlyArray<TableColumn<Row>> => {
  const { names } = view.m
  const words = wording === "words"
  return [
    column("paragraph", "integer", 10, ({ quotation }) => quotation.par),
    column("statement", "text", 20, ({ quotation }) => quotation.id),
    column("initiative_name", "text", 34, ({ initiative }) => initiative?.name ?? null),
    column("initiative_type", "text", 13, ({ initiative }) =>
      initiative === undefined ? null : words ? names.type[initiative.type] : initiative.type
    ),
    column("country", "text", 9, ({ initiative }) => initiative?.country ?? null),
    column("un_groups", "text", 20, ({ initiative }) =>
      several((initiative?.unGroups ?? []).map((group) => (words ? names.groupColumn[group] : group)))
    ),
    column("published", "date", 12, ({ output }) => output?.publishedAt ?? null),
    column("language", "text", 10, ({ quotation }) => quotation.language),
    column("text", "text", 80, ({ quotation }) => quotation.text),
    column("characters", "integer", 11, ({ quotation }) => quotation.text.length),
    column("kind", "text", 16, ({ quotation }) => (words ? names.statement[quotation.kind] : quotation.kind)),
    column("case_name", "text", 24, ({ quotation }) => quotation.caseName),
    ...[1, 2, 3].flatMap((index) => issueColumns(view, index)),
    column("cluster", "text", 20, ({ quotation }) => quotation.clusterId),
    column("is_new", "boolean", 8, ({ quotation }) => quotation.isNew),
    column("initiative", "text", 24, ({ quotation }) => quotation.places[0].initiativeId),
    column("output", "text", 20, ({ quotation }) => quotation.places[0].outputId),
    column("output_title", "text", 40, ({ output }) => output?.title ?? null),
    column("document_kind", "text", 18, ({ output }) =>
      output === undefined ? null : words ? names.kind[output.kind] : output.kind
    ),
    column("edition", "text", 10, ({ output }) => output?.edition ?? null),
    column("heading", "text", 30, ({ quotation }) => quotation.places[0].place.headings.at(-1) ?? null),
    column("number", "text", 9, ({ quotation }) => quotation.places[0].place.number),
    column("page", "integer", 8, ({ quotation }) => quotation.places[0].place.page),
    column("passage_url", "url", 40, ({ quotation, output }) =>
      output === undefined ? null : passageUrl(output.url, quotation.places[0].place, quotation.text)
    ),
    column("output_url", "url", 40, ({ output }) => (output === undefined ? null : webAddress(output.url))),
    column("capture_sha256", "text", 66, ({ output }) => output?.captureId ?? null),
    column("retrieved", "time", 24, ({ output }) => output?.retrievedAt ?? null),
    column("other_places", "text", 30, ({ quotation }) =>
      several(quotation.places.slice(1).map(({ initiativeId, outputId }) => `${initiativeId} ${outputId}`))
    )
  ]
}

/** The statements. */
export const statementsTable = (view: View, wording: Wording): Table =>
  table(
    "statements",
    columns(view, wording),
    view.digest.statements.map((quotation): Row => {
      const [place] = quotation.places
      return {
        quotation,
        initiative: view.initiatives.get(place.initiativeId),
        output: view.outputs.get(place.outputId)
      }
    })
  )
