/**
 * How much each word of the vocabulary speaks for each issue: a spread-out view of its terms.
 *
 * A unit is a stem, an acronym as written (`=UA`) or a pair of Chinese or Japanese characters. Each has a
 * number; its issues lie side by side in typed arrays.
 */
import { functionWordsOf } from "../language/function-words.ts"
import type { CompiledTerm } from "./vocabulary.ts"

/** Units of an atom: itself, or pairs of characters in Chinese and Japanese. */
const unitsOf = (text: string): Array<string> => {
  if (!/[一-鿿ぁ-ヺ]/u.test(text)) return [text.replace(/\*$/u, "")]
  const units: Array<string> = []
  for (let at = 0; at + 2 <= text.length; at++) units.push(text.slice(at, at + 2))
  return units
}

export class WordAffinity {
  private readonly units = new Map<string, number>()
  /** First place of each unit in the two arrays that follow, and the end of the last. */
  private readonly starts: Int32Array
  private readonly issues: Uint8Array
  private readonly weights: Float64Array
  /** Text in which a unit was last counted. */
  private readonly seen: Int32Array
  private round = 0

  constructor(language: string, terms: Iterable<CompiledTerm>, issueCount: number) {
    const small = functionWordsOf(language)
    const counts = new Map<string, Map<number, number>>()
    for (const { atoms, issue, role, strength } of terms) {
      const units = atoms.flatMap(({ text }) => unitsOf(text))
      const weight = ((role === "indicator" ? 0.8 : 1) * (strength / 2)) / Math.sqrt(units.length)
      for (const unit of new Set(units)) {
        if (small.has(unit)) continue
        const entry = counts.get(unit) ?? new Map<number, number>()
        counts.set(unit, entry)
        entry.set(issue, (entry.get(issue) ?? 0) + weight)
      }
    }
    const starts = [0]
    const issues: Array<number> = []
    const weights: Array<number> = []
    for (const [unit, entry] of counts) {
      let sum = 0
      for (const value of entry.values()) sum += value
      const before = issues.length
      // Share of the issue in the word, less what chance gives; rare issues are not favoured.
      for (const [issue, value] of entry) {
        const lift = value / (sum + 0.5) - 1.5 / issueCount
        if (lift <= 0.02) continue
        issues.push(issue)
        weights.push(lift * Math.min(1, 0.4 + 0.3 * Math.log2(1 + value)))
      }
      if (issues.length === before) continue
      this.units.set(unit, starts.length - 1)
      starts.push(issues.length)
    }
    this.starts = Int32Array.from(starts)
    this.issues = Uint8Array.from(issues)
    this.weights = Float64Array.from(weights)
    this.seen = new Int32Array(starts.length)
  }

  /** Adds the number of a unit to a list, if the vocabulary has it. */
  unitInto(list: Array<number>, unit: string): void {
    const number = this.units.get(unit)
    if (number !== undefined) list.push(number)
  }

  /** Begins a text: each unit counts once in it. */
  begin(): void {
    this.round++
  }

  /** Adds what a unit says to the issues' scores, if the text has not had it yet. */
  add(scores: Float64Array, unit: number): void {
    if (this.seen[unit] === this.round) return
    this.seen[unit] = this.round
    const end = this.starts[unit + 1] ?? 0
    for (let at = this.starts[unit] ?? 0; at < end; at++) {
      const issue = this.issues[at] ?? 0
      scores[issue] = (scores[issue] ?? 0) + (this.weights[at] ?? 0)
    }
  }

  /** The same for the pairs of characters of a run, in simplified characters. */
  addRun(scores: Float64Array, run: string): void {
    if (!/[一-鿿ぁ-ヺ]/u.test(run)) {
      const unit = this.units.get(run)
      if (unit !== undefined) this.add(scores, unit)
      return
    }
    for (let at = 0; at + 2 <= run.length; at++) {
      const unit = this.units.get(run.slice(at, at + 2))
      if (unit !== undefined) this.add(scores, unit)
    }
  }
}
