/**
 * The first place at which two digests differ, in words.
 */
import type { Digest } from "../domain/index.ts"

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Name by which an entry of a list is known; its place otherwise. */
const nameOf = (value: unknown, index: number): string => {
  if (isRecord(value)) {
    for (const key of ["id", "issue", "initiative", "statement", "sourceId", "group", "type", "language"]) {
      const name = value[key]
      if (typeof name === "string") return name
    }
  }
  return `no. ${index + 1}`
}

const shown = (value: unknown): string => {
  if (value === undefined) return "nothing"
  const text = JSON.stringify(value) ?? "nothing"
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

/** From where two texts differ on, with a little before it. */
const around = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60))

const compareValues = (path: ReadonlyArray<string>, a: unknown, b: unknown): string | null => {
  if (Object.is(a, b)) return null
  const place = path.length === 0 ? "The whole" : path.join(" › ")
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      const left: unknown = a[index]
      const right: unknown = b[index]
      const [was, is] = [nameOf(left, index), nameOf(right, index)]
      if (was !== is) return `${place}: at place ${index + 1} stood ${was}, and ${is} is computed now`
      const found = compareValues([...path, was], left, right)
      if (found !== null) return found
    }
    if (a.length === b.length) return null
    const longer: ReadonlyArray<unknown> = a.length > b.length ? a : b
    const at = Math.min(a.length, b.length)
    return `${place}: ${a.length} were frozen, ${b.length} are computed now; the first that ${a.length > b.length ? "is missing" : "is new"}: ${nameOf(longer[at], at)}`
  }
  if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = compareValues([...path, key], a[key], b[key])
      if (found !== null) return found
    }
    return null
  }
  if (typeof a === "string" && typeof b === "string" && Math.max(a.length, b.length) > 100) {
    let at = 0
    while (a[at] === b[at]) at += 1
    return `${place}: from character ${at + 1} on ${around(a, at)} was frozen, ${around(b, at)} is computed now`
  }
  return `${place}: ${shown(a)} was frozen, ${shown(b)} is computed now`
}

/** One sentence about the first difference in the order of the document; null when both hold the same. */
export const firstDifference = (frozen: Digest, computed: Digest): string | null => {
  const found = compareValues([], frozen, computed)
  return found === null ? null : `${found}.`
}
