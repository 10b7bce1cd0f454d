/**
 * Measures of labelling: how well given labels agree with those of people.
 */

/** One statement with the labels of people (`wanted`) and the given ones, best first. */
export interface Judgement {
  readonly id: string
  readonly text: string
  readonly language: string
  readonly wanted: ReadonlyArray<string>
  readonly wantedKind: string | undefined
  readonly given: ReadonlyArray<{ readonly id: string; readonly score: number }>
  readonly givenKind: string
}

/** Counts of right and wrong labels, and what follows from them (0 where nothing was counted). */
export interface Measure {
  readonly right: number
  readonly given: number
  readonly wanted: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const measure = (right: number, given: number, wanted: number): Measure => ({
  right,
  given,
  wanted,
  precision: given === 0 ? 0 : right / given,
  recall: wanted === 0 ? 0 : right / wanted,
  f1: given + wanted === 0 ? 0 : (2 * right) / (given + wanted)
})

/** Micro-averaged agreement over all labels. */
export const micro = (judgements: ReadonlyArray<Judgement>): Measure => {
  let right = 0
  let given = 0
  let wanted = 0
  for (const judgement of judgements) {
    given += judgement.given.length
    wanted += judgement.wanted.length
    right += judgement.given.filter(({ id }) => judgement.wanted.includes(id)).length
  }
  return measure(right, given, wanted)
}

/** Agreement label by label; `nameOf` may map labels to groups such as areas. */
export const byLabel = (
  judgements: ReadonlyArray<Judgement>,
  nameOf: (label: string) => string = (label) => label
): ReadonlyMap<string, Measure> => {
  const counts = new Map<string, { right: number; given: number; wanted: number }>()
  const of = (name: string) => {
    const known = counts.get(name)
    if (known !== undefined) return known
    const fresh = { right: 0, given: 0, wanted: 0 }
    counts.set(name, fresh)
    return fresh
  }
  for (const judgement of judgements) {
    const wanted = new Set(judgement.wanted.map(nameOf))
    const given = new Set(judgement.given.map(({ id }) => nameOf(id)))
    for (const name of wanted) of(name).wanted++
    for (const name of given) {
      of(name).given++
      if (wanted.has(name)) of(name).right++
    }
  }
  return new Map(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { given, right, wanted }]) => [name, measure(right, given, wanted)])
  )
}

/** Mean F1 over the labels that people gave at least once. */
export const macroF1 = (measures: ReadonlyMap<string, Measure>): number => {
  const counted = [...measures.values()].filter(({ wanted }) => wanted > 0)
  return counted.length === 0 ? 0 : counted.reduce((sum, { f1 }) => sum + f1, 0) / counted.length
}

/** Share of the labelled statements whose first given label is the first that people gave. */
export const firstLabelAccuracy = (judgements: ReadonlyArray<Judgement>): number => {
  const labelled = judgements.filter(({ wanted }) => wanted.length > 0)
  const right = labelled.filter(({ given, wanted }) => given[0]?.id === wanted[0]).length
  return labelled.length === 0 ? 0 : right / labelled.length
}

/**
 * Expected calibration error: mean distance between score and share of right labels, over ten bins of
 * scores, weighted by their size (Naeini, Cooper and Hauskrecht, 2015).
 */
export const calibrationError = (judgements: ReadonlyArray<Judgement>): number => {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, score: 0, right: 0 }))
  let total = 0
  for (const { given, wanted } of judgements) {
    for (const { id, score } of given) {
      const bin = bins[Math.min(9, Math.floor(score * 10))]
      if (bin === undefined) continue
      bin.count++
      bin.score += score
      if (wanted.includes(id)) bin.right++
      total++
    }
  }
  return total === 0 ? 0 : bins.reduce((sum, { right, score }) => sum + Math.abs(score - right), 0) / total
}

/** Agreement on the kind, kind by kind. */
export const byKind = (judgements: ReadonlyArray<Judgement>): ReadonlyMap<string, Measure> =>
  byLabel(
    judgements.flatMap(({ givenKind, id, language, text, wantedKind }) =>
      wantedKind === undefined
        ? []
        : [
            {
              id,
              text,
              language,
              wanted: [wantedKind],
              wantedKind,
              given: [{ id: givenKind, score: 1 }],
              givenKind
            }
          ]
    )
  )
