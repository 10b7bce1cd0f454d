/** How a build does on initiatives that its models had not seen. */
import type { Taxonomy } from "../../domain/index.ts"
import { statementKinds } from "../classify/kinds.ts"
import type { BuildResult } from "../train/build.ts"
import { type Evaluation, evaluate } from "./evaluation.ts"

/** Evaluates the predictions of the cross-validation. */
export const crossValidated = (taxonomy: Taxonomy, { heldOut, predictions }: BuildResult): Evaluation => {
  const issues = taxonomy.issues
  const areas = new Map<string, string>(issues.map(({ area, id }) => [id, area]))
  return evaluate(
    heldOut.map(({ sample }, index) => {
      const prediction = predictions[index]
      return {
        id: sample.id,
        text: sample.text,
        language: sample.language,
        wanted: sample.issues.map((issue) => issues[issue]?.id ?? ""),
        wantedKind: statementKinds[sample.kind],
        given: (prediction?.issues ?? []).map(({ issue, score }) => ({ id: issues[issue]?.id ?? "", score })),
        givenKind: statementKinds[prediction?.kind ?? 0] ?? "information"
      }
    }),
    (issue) => areas.get(issue) ?? issue
  )
}
