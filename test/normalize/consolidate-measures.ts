/**
 * Measures of clustering: B-cubed precision, recall and F (Bagga and Baldwin, 1998).
 */
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f: number
}

/** B-cubed of an answer against gold; both give for each item the name of its group, in the same order. */
export const bCubed = (gold: ReadonlyArray<string>, answer: ReadonlyArray<string>): Scores => {
  let precision = 0
  let recall = 0
  for (const [i, own] of answer.entries()) {
    const together = answer.flatMap((other, j) => (other === own ? [j] : []))
    const right = together.filter((j) => gold[j] === gold[i]).length
    precision += right / together.length
    recall += right / gold.filter((other) => other === gold[i]).length
  }
  const p = precision / answer.length
  const r = recall / answer.length
  return { precision: p, recall: r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}
