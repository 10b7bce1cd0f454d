/** FNV-1a over UTF-16 units (32 bits): small, even enough, the same everywhere. */

export const hashStart = 0x811c9dc5

/** Goes on hashing with the units start..end of a text. */
export const hashOn = (hash: number, text: string, start = 0, end = text.length): number => {
  let value = hash
  for (let index = start; index < end; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** Spreads the bits, so that near texts fall apart (finaliser of MurmurHash3). */
export const finish = (hash: number): number => {
  let value = hash
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** A hash of two numbers in their order, to be finished. */
export const join = (seed: number, first: number, second: number): number =>
  Math.imul(Math.imul(seed ^ first, 0x9e3779b1) ^ second ^ (first >>> 15), 0x85ebca77)
