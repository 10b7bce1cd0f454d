/**
 * Shingle scores of extracted text against the expected body, as the public article-extraction-benchmark
 * (Zyte) computes them: tokens of letters and digits, runs of four, compared as multisets.
 */

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const shingleLength = 4

const shingleCounts = (text: string): Map<string, number> => {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let index = 0; index + shingleLength <= Math.max(tokens.length, shingleLength); index++) {
    const shingle = tokens.slice(index, index + shingleLength).join(" ")
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const harmonic = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

/** Scores one page. */
export const scoreText = (actual: string, expected: string): Score => {
  const found = shingleCounts(actual)
  const wanted = shingleCounts(expected)
  let common = 0
  let foundTotal = 0
  let wantedTotal = 0
  for (const [shingle, count] of found) {
    foundTotal += count
    common += Math.min(count, wanted.get(shingle) ?? 0)
  }
  for (const count of wanted.values()) wantedTotal += count
  const precision = foundTotal === 0 ? (wantedTotal === 0 ? 1 : 0) : common / foundTotal
  const recall = wantedTotal === 0 ? 1 : common / wantedTotal
  return { precision, recall, f1: harmonic(precision, recall) }
}

/** Mean precision and recall over pages, and the F1 of these means. */
export const meanScore = (scores: ReadonlyArray<Score>): Score => {
  const mean = (pick: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length)
  const precision = mean((score) => score.precision)
  const recall = mean((score) => score.recall)
  return { precision, recall, f1: harmonic(precision, recall) }
}
