/**
 * How far two people agree who labelled the same statements independently: the ceiling for any classifier.
 */
import { measure } from "./metrics.ts"

/** One statement with the labels that each of two people gave it. */
export interface Annotated {
  readonly language: string
  readonly first: ReadonlyArray<string>
  readonly second: ReadonlyArray<string>
  readonly firstKind: string
  readonly secondKind: string
}

export interface Agreement {
  readonly statements: number
  /** Micro F1 of one person's labels against the other's; the same in both directions. */
  readonly microF1: number
  /** Krippendorff's alpha over sets of labels, with MASI distance. 1 is agreement, 0 is chance. */
  readonly alpha: number
  /** Krippendorff's alpha of the kinds, nominal. */
  readonly kindAlpha: number
  readonly byLanguage: ReadonlyMap<string, { readonly statements: number; readonly microF1: number }>
}

/**
 * Distance of two sets of labels, 0 to 1: Jaccard's coefficient, weighted by whether the sets are equal (1),
 * one holds the other (2/3), they overlap (1/3) or are disjoint (0). Passonneau, Measuring Agreement on
 * Set-valued Items (MASI) for Semantic and Pragmatic Annotation, LREC 2006.
 */
export const masiDistance = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): number => {
  const left = new Set(a)
  const right = new Set(b)
  const shared = left.intersection(right).size
  const all = left.union(right).size
  if (all === 0) return 0
  const monotonicity =
    left.size === right.size && shared === left.size
      ? 1
      : shared === Math.min(left.size, right.size) && shared > 0
        ? 2 / 3
        : shared > 0
          ? 1 / 3
          : 0
  return 1 - (shared / all) * monotonicity
}

/** Distance of two values that are the same or not. */
const nominalDistance = (a: string, b: string): number => (a === b ? 0 : 1)

/**
 * Krippendorff's alpha for two observers and no missing values: 1 - observed / expected disagreement, the
 * expected one over all pairs of values, whoever gave them. Krippendorff, Content Analysis, chapter 11.
 *
 * @returns 1 where there is no disagreement to expect.
 */
export const krippendorffAlpha = <A>(
  pairs: ReadonlyArray<readonly [A, A]>,
  distance: (a: A, b: A) => number
): number => {
  const values = pairs.flat()
  let observed = 0
  for (const [a, b] of pairs) observed += distance(a, b)
  let expected = 0
  for (const [index, a] of values.entries())
    for (let other = index + 1; other < values.length; other++) {
      const b = values[other]
      if (b !== undefined) expected += distance(a, b)
    }
  if (expected === 0) return 1
  return 1 - observed / pairs.length / (expected / ((values.length * (values.length - 1)) / 2))
}

const microF1 = (statements: ReadonlyArray<Annotated>): number => {
  let right = 0
  let first = 0
  let second = 0
  for (const one of statements) {
    first += one.first.length
    second += one.second.length
    right += one.first.filter((label) => one.second.includes(label)).length
  }
  return measure(right, second, first).f1
}

/** The agreement of two people over statements. */
export const agreementOf = (statements: ReadonlyArray<Annotated>): Agreement => ({
  statements: statements.length,
  microF1: microF1(statements),
  alpha: krippendorffAlpha(
    statements.map(({ first, second }) => [first, second] as const),
    masiDistance
  ),
  kindAlpha: krippendorffAlpha(
    statements.map(({ firstKind, secondKind }) => [firstKind, secondKind] as const),
    nominalDistance
  ),
  byLanguage: new Map(
    [...Map.groupBy(statements, ({ language }) => language)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, own]) => [language, { statements: own.length, microF1: microF1(own) }])
  )
})
