/** The evaluation as a table for a terminal. */
import type { Evaluation } from "./evaluation.ts"
import type { Measure } from "./metrics.ts"

const share = (value: number): string => value.toFixed(3)

const row = (name: string, { f1, given, precision, recall, wanted }: Measure): string =>
  `  ${name.padEnd(38)} ${share(f1)}  ${share(precision)}  ${share(recall)}  ${String(wanted).padStart(6)}  ${String(given).padStart(6)}`

const head = `  ${"".padEnd(38)} F1     prec.  recall  wanted   given`

const section = (title: string, measures: Readonly<Record<string, Measure>>): Array<string> => {
  const entries = Object.entries(measures)
  return entries.length === 0 ? [] : ["", title, head, ...entries.map(([name, value]) => row(name, value))]
}

/** The table, lines parted by line ends. */
export const printTable = (evaluation: Evaluation): string =>
  [
    `${evaluation.statements} statements`,
    head,
    row("issues, micro", evaluation.micro),
    `  issues, macro F1 ${share(evaluation.macroF1)}   first label right ${share(evaluation.firstLabelAccuracy)}   calibration error ${share(evaluation.calibrationError)}`,
    row("boilerplate", evaluation.boilerplate),
    `  kind: macro F1 ${share(evaluation.kind.macroF1)}   accuracy ${share(evaluation.kind.accuracy)}`,
    ...section("Baselines (issues, micro)", evaluation.baselines),
    ...section("By language", evaluation.byLanguage),
    ...section("By area", evaluation.byArea),
    ...section("By issue", evaluation.byIssue),
    ...section("By kind", evaluation.kind.byKind),
    "",
    "Worst errors",
    ...evaluation.worst.flatMap(({ given, id, text, wanted }) => [
      `  ${id}: ${text.length > 160 ? `${text.slice(0, 157)}...` : text}`.toWellFormed(),
      `    wanted ${wanted.join(", ") || "none"}; given ${given.map((label) => `${label.id} ${label.score.toFixed(2)}`).join(", ") || "none"}`
    ])
  ].join("\n")
