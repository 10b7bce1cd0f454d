/**
 * A comparison of two releases as plain text for a person; the data holds everything, the text the first
 * of each list and how many more there are. It is for the Secretariat's terminal, and in English.
 */
import type { ComparedStatement, Comparison } from "../domain/index.ts"
import { messages } from "./catalogue/index.ts"
import { opening } from "./view.ts"
import { printable } from "./html/html.ts"

const english = messages("en")

/** How many entries of each list the text shows. */
const shownEach = 20

const oneLine = (text: string, length: number): string =>
  opening(printable(text).replace(/\s+/g, " ").trim(), length)

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0
    ? []
    : [
        "",
        `${title} (${english.number(lines.length)})`,
        ...lines.slice(0, shownEach).map((line) => `  ${line}`),
        ...(lines.length > shownEach
          ? [`  and ${english.number(lines.length - shownEach)} more (all with --json)`]
          : [])
      ]

const statementLine = ({ initiativeId, language, text }: ComparedStatement): string =>
  `${initiativeId} [${language}]: “${oneLine(text, 140)}”`

const labelsOf = ({ issues, kind }: ComparedStatement): string =>
  `${kind}${issues.length === 0 ? ", no issue" : `, ${issues.join(", ")}`}`

const headLine = ({ asOf, number, outputs, published, registered, statements, window }: Comparison["from"]) =>
  `${number ?? "digest"}: ${english.dates(window.from, window.to)}, frozen ${english.date(asOf)}; ${english.text("ofInitiatives", { part: published, count: registered })}, ${english.text("outputCount", { count: outputs })}, ${english.text("statementCount", { count: statements })}`

const names = (list: Comparison["initiatives"]["joined"]): ReadonlyArray<string> =>
  list.map(({ id, name }) => `${name} (${id})`)

/** What changed, line by line. */
export const comparisonText = (comparison: Comparison): string => {
  const { from, initiatives, issues, outputs, overlap, statements, to } = comparison
  const changed = (status: ReadonlyArray<string>) =>
    issues
      .filter((row) => status.includes(row.status))
      .map((row) => `${row.label}: ${row.from} → ${row.to} (${english.difference(row.to - row.from)})`)
  const outputLine = ({ id, initiativeId, title, url }: Comparison["outputs"]["new"][number]) =>
    `${initiativeId}: ${oneLine(title, 100)} <${url}>${outputs.arrived.includes(id) ? `, in the window of ${from.number ?? "the first"} and arrived after its freeze` : ""}`
  const lines = [
    headLine(from),
    headLine(to),
    ...(from.taxonomyVersion === to.taxonomyVersion
      ? []
      : [
          `The taxonomy has changed in between (${from.taxonomyVersion}, ${to.taxonomyVersion}), so that an issue may be cut differently.`
        ]),
    ...(overlap
      ? []
      : [
          "The windows have no day in common: every statement of the first is gone, every one of the second new."
        ]),
    ...section("New issues", changed(["new"])),
    ...section("Issues raised by more", changed(["more"])),
    ...section("Issues raised by fewer", changed(["fewer"])),
    ...section("Issues gone quiet", changed(["quiet"])),
    ...section("Initiatives heard in the second and not in the first", names(initiatives.joined)),
    ...section("Initiatives heard in the first and not in the second", names(initiatives.absent)),
    ...section("Initiatives registered since", names(initiatives.registered)),
    ...section("Initiatives no longer registered", names(initiatives.removed)),
    ...section("New outputs", outputs.new.map(outputLine)),
    ...section("Outputs gone", outputs.gone.map(outputLine)),
    ...section("Outputs whose page was changed", outputs.changed.map(outputLine)),
    ...section("New statements", statements.new.map(statementLine)),
    ...section("Statements gone", statements.gone.map(statementLine)),
    ...section(
      "Statements in other words",
      statements.reworded.map(
        (pair) => `${statementLine(pair.from)}\n    now: “${oneLine(pair.to.text, 140)}”`
      )
    ),
    ...section(
      "Statements labelled otherwise",
      statements.relabelled.map(
        (pair) => `${statementLine(pair.to)}\n    was ${labelsOf(pair.from)}; is ${labelsOf(pair.to)}`
      )
    )
  ]
  return `${lines.length <= 2 ? [...lines, "", "Nothing has changed."].join("\n") : lines.join("\n")}\n`
}
