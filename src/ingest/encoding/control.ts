/**
 * Characters that have no place in a text: C0 controls, NUL, noncharacters, lone surrogates; and C1
 * controls, which in practice are windows-1252 punctuation read as ISO 8859-1.
 */
import { windows1252 } from "./charset.ts"

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const c1 = /[\u0080-\u009f]/g

const c1Table = Array.from({ length: 32 }, (_, index) => windows1252.decode(Uint8Array.of(0x80 + index)))

/** A text and how many characters were removed from it or replaced in it. */
export interface Cleaned {
  readonly text: string
  readonly removed: number
  readonly replaced: number
}

/**
 * Removes what XML 1.0 (section 2.2) forbids, and replaces C1 controls by the windows-1252 characters
 * that were meant (U+0085, next line, becomes a line feed when windows-1252 was not meant by its
 * neighbours: it is the ellipsis otherwise).
 */
export const cleanControls = (text: string): Cleaned => {
  let removed = 0
  let replaced = 0
  const kept = text.replaceAll(forbidden, () => {
    removed++
    return ""
  })
  const mended = kept.replaceAll(c1, (character) => {
    const meant = c1Table[character.charCodeAt(0) - 0x80] ?? ""
    if (meant === character) {
      removed++
      return ""
    }
    replaced++
    return meant
  })
  return { text: mended, removed, replaced }
}
