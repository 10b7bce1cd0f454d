/**
 * Near-duplicates: the same statement on two pages, with small mends, or quoted whole within another.
 *
 * Two statements that differ in a number, a negation, an opposite or a name are never duplicates.
 */
import { members, type Traits } from "./features.ts"

/** True when the two hold opposite poles of one axis ("mandatory" here, "voluntary" there). */
export const opposed = (a: Traits, b: Traits): boolean => {
  if (a.poles === b.poles || a.poles === "" || b.poles === "") return false
  const own = members(a.poles)
  const others = members(b.poles)
  return own.some((pole) => {
    const other = pole.endsWith("+") ? `${pole.slice(0, -1)}-` : `${pole.slice(0, -1)}+`
    return others.includes(other) && !others.includes(pole) && !own.includes(other)
  })
}

const onlyIn = (names: string, { key }: Traits): ReadonlyArray<string> =>
  members(names).filter((name) => !key.includes(name.slice(0, 4)))

const otherNames = (a: Traits, b: Traits): boolean =>
  onlyIn(a.names, b).length > 0 && onlyIn(b.names, a).length > 0

const grams = (key: string): Map<string, number> => {
  const counts = new Map<string, number>()
  const size = /\p{Script=Han}/u.test(key) ? 2 : 4
  for (let start = 0; start + size <= key.length; start += 1) {
    const gram = key.slice(start, start + size)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const count = (map: ReadonlyMap<string, number>): number =>
  [...map.values()].reduce((sum, value) => sum + value, 0)

const overlap = (a: Traits, b: Traits): { readonly dice: number; readonly contained: number } => {
  const left = grams(a.key)
  const right = grams(b.key)
  const sizeLeft = count(left)
  const sizeRight = count(right)
  let shared = 0
  for (const [gram, value] of left) shared += Math.min(value, right.get(gram) ?? 0)
  const smaller = Math.min(sizeLeft, sizeRight)
  return smaller === 0
    ? { dice: 0, contained: 0 }
    : { dice: (2 * shared) / (sizeLeft + sizeRight), contained: shared / smaller }
}

/** Shares of common letter sequences from which two texts are the same statement, whole or quoted. */
const nearly = 0.8
const quoted = 0.95
const shortestQuotation = 6

/** True when `b` says word for word, or nearly so, what `a` says. */
export const nearDuplicate = (a: Traits, b: Traits): boolean => {
  if (a.key === b.key) return a.key !== ""
  if (a.numbers !== b.numbers || a.negations !== b.negations || opposed(a, b) || otherNames(a, b))
    return false
  const ratio = Math.min(a.key.length, b.key.length) / Math.max(1, Math.max(a.key.length, b.key.length))
  if (ratio < 0.4) return false
  const { dice, contained } = overlap(a, b)
  return dice >= nearly || (contained >= quoted && Math.min(a.wordCount, b.wordCount) >= shortestQuotation)
}
