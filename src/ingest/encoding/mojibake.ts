/**
 * Mojibake: UTF-8 that somebody read as windows-1252 or windows-1251 and saved again, once or more often.
 *
 * The proof is arithmetic: the suspicious characters, turned back into bytes, must form valid UTF-8.
 * That alone is not certain for very short runs (a Spanish "PERÚ”" would become an Arabic letter), so a
 * run is mended only when its lead characters are the well-known ones (Ã, Â, â€) or when it
 * gives several letters of one script.
 */
import { charsetOf, windows1252 } from "./charset.ts"

interface Misreading {
  readonly name: string
  /** Character to byte, for the bytes above 0x7F. */
  readonly bytes: ReadonlyMap<string, number>
  /** Runs of such characters that begin as a UTF-8 sequence does. */
  readonly run: RegExp
}

const tableOf = (label: string): ReadonlyMap<string, number> => {
  const charset = charsetOf(label) ?? windows1252
  const table = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const character = charset.decode(Uint8Array.of(byte))
    if (character !== "\ufffd") table.set(character, byte)
    // Bytes that the charset leaves open, or that were read as ISO 8859-1, survive as C1 controls.
    if (byte < 0xa0) table.set(String.fromCharCode(byte), byte)
  }
  return table
}

const classOf = (table: ReadonlyMap<string, number>, low: number, high: number): string =>
  [...table]
    .filter(([, byte]) => byte >= low && byte <= high)
    .map(([character]) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("")

const misreading = (name: string, label: string): Misreading => {
  const bytes = tableOf(label)
  const tail = classOf(bytes, 0x80, 0xbf)
  const two = `[${classOf(bytes, 0xc2, 0xdf)}][${tail}]`
  const three = `[${classOf(bytes, 0xe0, 0xef)}][${tail}]{2}`
  const four = `[${classOf(bytes, 0xf0, 0xf4)}][${tail}]{3}`
  return { name, bytes, run: new RegExp(`(?:${two}|${three}|${four})+`, "g") }
}

const misreadings: ReadonlyArray<Misreading> = [
  misreading("windows-1252", "windows-1252"),
  misreading("windows-1251", "windows-1251")
]

const strictUtf8 = charsetOf("utf-8")

const scripts: ReadonlyArray<RegExp> = [
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Devanagari}+$/u,
  /^\p{Script=Ethiopic}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]+$/u
]

/** Ã before a closing quote or a dash may be the end of a Portuguese word; within a word it is mojibake. */
const mayEndWord = /^\u00c3[\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u203a\u00bb]$/

const signature =
  /^(?:[\u00c2-\u00c5].|\u00e2[\u20ac\u0080\u201a\u0082\u201e\u0084\u2020\u0086].|\u00ef\u00bb\u00bf|\u00f0\u0178..)+$/su

const isCertain = (reading: Misreading, run: string, mended: string, next: string): boolean => {
  if (mayEndWord.test(run) && !/^\p{L}/u.test(next)) return false
  const characters = Array.from(mended)
  const letters = characters.filter((character) => /[\p{L}\p{M}]/u.test(character)).join("")
  if (reading.name === "windows-1252") {
    // Latin letters and punctuation: Ã, Â, â before € or a C1 control; Ä and Å only in company.
    if (signature.test(run) && (characters.length >= 2 || !/^[\u00c4\u00c5]/.test(run))) return true
  }
  return characters.length >= 2 && letters.length >= 2 && scripts.some((script) => script.test(letters))
}

/** A text, how many runs were mended in it, and by undoing which misreadings, the outermost first. */
export interface Mended {
  readonly text: string
  readonly runs: number
  readonly misreadings: ReadonlyArray<string>
  /** Runs that look like mojibake but are too short to be sure of; left as they are. */
  readonly doubtful: number
}

const lower = (table: ReadonlyMap<string, number>, run: string): Uint8Array =>
  Uint8Array.from(Array.from(run, (character) => table.get(character) ?? 0x3f))

const quick =
  /[\u0080-\u00ff\u0401-\u040f\u0420\u0421\u0452-\u045f\u0178\u0160\u017d\u2013-\u2026\u20ac\u2122]/

const roundLimit = 3

/** Undoes certain mojibake. Never lengthens a text, and text without it comes back as it is. */
export const mendMojibake = (text: string): Mended => {
  let current = text
  let runs = 0
  let doubtful = 0
  const undone: Array<string> = []
  for (let round = 0; round < roundLimit; round++) {
    if (!quick.test(current)) break
    let changed = false
    doubtful = 0
    for (const reading of misreadings) {
      let here = 0
      const next = current.replaceAll(reading.run, (run: string, at: number, whole: string) => {
        const mended = strictUtf8?.decodeStrict(lower(reading.bytes, run)) ?? null
        if (mended === null) return run
        if (!isCertain(reading, run, mended, whole.slice(at + run.length, at + run.length + 2))) {
          doubtful++
          return run
        }
        here++
        return mended
      })
      if (here > 0) {
        current = next
        runs += here
        undone.push(reading.name)
        changed = true
      }
    }
    if (!changed) break
  }
  return { text: current, runs, misreadings: undone, doubtful }
}
