/**
 * What is added to the score of each kind before the best is taken. The learned scores favour the kinds that
 * are frequent in the corpus; the offsets, fitted on held-out scores, give the rare ones their due.
 */
import { statementKinds } from "../classify/kinds.ts"

/** Scores of the kinds of a text by a model that had not seen it, and the kind that people gave it. */
export interface KindScores {
  readonly scores: Float64Array
  readonly kind: number
}

const boilerplate = statementKinds.indexOf("boilerplate")

/** The best kind once the offsets are added. */
export const bestKind = (scores: Float64Array, offsets: ReadonlyArray<number>): number => {
  let best = 0
  let top = -Infinity
  for (let kind = 0; kind < scores.length; kind++) {
    const score = (scores[kind] ?? 0) + (offsets[kind] ?? 0)
    if (score > top) {
      top = score
      best = kind
    }
  }
  return best
}

interface Counts {
  readonly right: Float64Array
  readonly given: Float64Array
  readonly wanted: Float64Array
}

const countOf = (held: ReadonlyArray<KindScores>, offsets: ReadonlyArray<number>): Counts => {
  const [right, given, wanted] = [0, 1, 2].map(() => new Float64Array(statementKinds.length))
  const counts = {
    right: right ?? new Float64Array(0),
    given: given ?? new Float64Array(0),
    wanted: wanted ?? new Float64Array(0)
  }
  for (const { kind, scores } of held) {
    const best = bestKind(scores, offsets)
    counts.given[best] = (counts.given[best] ?? 0) + 1
    counts.wanted[kind] = (counts.wanted[kind] ?? 0) + 1
    if (best === kind) counts.right[kind] = (counts.right[kind] ?? 0) + 1
  }
  return counts
}

const f1Of = ({ given, right, wanted }: Counts, kind: number): number =>
  (2 * (right[kind] ?? 0)) / Math.max(1, (given[kind] ?? 0) + (wanted[kind] ?? 0))

const macroOf = (held: ReadonlyArray<KindScores>, offsets: ReadonlyArray<number>): number => {
  const counts = countOf(held, offsets)
  return statementKinds.reduce((sum, _, kind) => sum + f1Of(counts, kind), 0) / statementKinds.length
}

/** The best F1 of boilerplate, its precision hardly under 0.85: a statement lost to a reader costs more. */
const fitBoilerplate = (held: ReadonlyArray<KindScores>): number => {
  let best = 0
  let bestScore = -1
  for (let tenths = 0; tenths <= 30; tenths++) {
    const counts = countOf(
      held,
      statementKinds.map((_, kind) => (kind === boilerplate ? -tenths / 10 : 0))
    )
    const precision = (counts.right[boilerplate] ?? 0) / Math.max(1, counts.given[boilerplate] ?? 0)
    const score = f1Of(counts, boilerplate) - Math.max(0, 0.85 - precision)
    if (score > bestScore + 1e-9) {
      bestScore = score
      best = -tenths / 10
    }
  }
  return best
}

/** Fits the offsets for the best macro F1, kind by kind in steps that grow smaller. */
export const fitKindOffsets = (held: ReadonlyArray<KindScores>): Array<number> => {
  const offsets = statementKinds.map(() => 0)
  offsets[boilerplate] = fitBoilerplate(held)
  let best = macroOf(held, offsets)
  for (const step of [0.6, 0.3, 0.15]) {
    for (let round = 0; round < 3; round++) {
      for (let kind = 0; kind < statementKinds.length; kind++) {
        for (const change of kind === boilerplate ? [] : [-step, step]) {
          const before = offsets[kind] ?? 0
          offsets[kind] = Math.round((before + change) * 100) / 100
          const score = macroOf(held, offsets)
          if (score > best + 1e-4) best = score
          else offsets[kind] = before
        }
      }
    }
  }
  return offsets
}

/** The temperature at which the scores, offsets added, are the likeliest probabilities. */
export const fitKindTemperature = (
  held: ReadonlyArray<KindScores>,
  offsets: ReadonlyArray<number>
): number => {
  let best = 1
  let bestLoss = Infinity
  for (let tenths = 4; tenths <= 20; tenths++) {
    let loss = 0
    for (const { kind, scores } of held) {
      let sum = 0
      for (let other = 0; other < scores.length; other++)
        sum += Math.exp(((scores[other] ?? 0) + (offsets[other] ?? 0)) * (tenths / 10))
      loss += Math.log(sum) - ((scores[kind] ?? 0) + (offsets[kind] ?? 0)) * (tenths / 10)
    }
    if (loss < bestLoss) {
      bestLoss = loss
      best = tenths / 10
    }
  }
  return best
}
