/**
 * The evaluation as one value: what the table prints and `--json` writes.
 */
import {
  byKind,
  byLabel,
  calibrationError,
  firstLabelAccuracy,
  type Judgement,
  macroF1,
  type Measure,
  micro
} from "./metrics.ts"

export interface Evaluation {
  readonly statements: number
  readonly micro: Measure
  readonly macroF1: number
  readonly firstLabelAccuracy: number
  readonly calibrationError: number
  readonly kind: {
    readonly accuracy: number
    readonly macroF1: number
    readonly byKind: Readonly<Record<string, Measure>>
  }
  readonly boilerplate: Measure
  readonly byLanguage: Readonly<Record<string, Measure>>
  readonly byIssue: Readonly<Record<string, Measure>>
  readonly byArea: Readonly<Record<string, Measure>>
  /** Other ways of labelling the same statements, for comparison. */
  readonly baselines: Readonly<Record<string, Measure>>
  readonly worst: ReadonlyArray<{
    readonly id: string
    readonly text: string
    readonly wanted: ReadonlyArray<string>
    readonly given: ReadonlyArray<{ readonly id: string; readonly score: number }>
  }>
}

/** Most errors that are shown. */
const mostErrors = 20

/** How wrong a judgement is: confidence in wrong labels, and labels missed. */
const wrongness = ({ given, wanted }: Judgement): number =>
  given.reduce((sum, { id, score }) => sum + (wanted.includes(id) ? 0 : score), 0) +
  wanted.filter((id) => !given.some((label) => label.id === id)).length * 0.5

/** Evaluates judgements. `areaOf` gives the area of an issue. */
export const evaluate = (
  judgements: ReadonlyArray<Judgement>,
  areaOf: (issue: string) => string,
  baselines: Readonly<Record<string, Measure>> = {}
): Evaluation => {
  const issues = byLabel(judgements)
  const kinds = byKind(judgements)
  const withKind = judgements.filter(({ wantedKind }) => wantedKind !== undefined)
  const languages = [...new Set(judgements.map(({ language }) => language))].sort()
  return {
    statements: judgements.length,
    micro: micro(judgements),
    macroF1: macroF1(issues),
    firstLabelAccuracy: firstLabelAccuracy(judgements),
    calibrationError: calibrationError(judgements),
    kind: {
      accuracy:
        withKind.length === 0
          ? 0
          : withKind.filter(({ givenKind, wantedKind }) => givenKind === wantedKind).length / withKind.length,
      macroF1: macroF1(kinds),
      byKind: Object.fromEntries(kinds)
    },
    boilerplate: kinds.get("boilerplate") ?? {
      right: 0,
      given: 0,
      wanted: 0,
      precision: 0,
      recall: 0,
      f1: 0
    },
    byLanguage: Object.fromEntries(
      languages.map((language) => [language, micro(judgements.filter((item) => item.language === language))])
    ),
    byIssue: Object.fromEntries(issues),
    byArea: Object.fromEntries(byLabel(judgements, areaOf)),
    baselines,
    worst: [...judgements]
      .sort((a, b) => wrongness(b) - wrongness(a) || (a.id < b.id ? -1 : 1))
      .slice(0, mostErrors)
      .map(({ given, id, text, wanted }) => ({ id, text, wanted, given }))
  }
}
