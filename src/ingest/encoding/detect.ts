/**
 * Detection of a legacy charset by statistics: chardet's n-gram models, asked about the bytes outside
 * markup only, then checked by decoding. Used when neither a byte order mark, nor valid UTF-8, nor a
 * label decides.
 */
import { analyse } from "chardet"
import { charsetOf, windows1252, type Charset } from "./charset.ts"

/** A charset and how sure the statistics are, from 0 to 100. */
export interface Detection {
  readonly charset: Charset
  readonly confidence: number
}

const sampleLimit = 64 * 1024

/** Bytes of the text, without tags: markup is ASCII and would hide the few bytes that tell. */
const withoutTags = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.min(bytes.length, sampleLimit))
  let length = 0
  let inTag = false
  for (const byte of bytes) {
    if (length === out.length) break
    if (byte === 0x3c) {
      // A Chinese trail byte can be 0x3C only in GB18030's four-byte form, which is rare enough.
      inTag = true
    } else if (byte === 0x3e && inTag) {
      inTag = false
      out[length++] = 0x20
    } else if (!inTag && byte !== 0) {
      out[length++] = byte
    }
  }
  return out.subarray(0, length)
}

/** ICU's detector names the ISO set where bytes 0x80 to 0x9F are absent; the Windows superset reads both. */
const superset: ReadonlyMap<string, string> = new Map([
  ["iso-8859-1", "windows-1252"],
  ["iso-8859-9", "windows-1254"],
  ["iso-8859-8", "windows-1255"],
  ["ascii", "windows-1252"]
])

/** Share of double-byte pairs whose lead byte lies among Big5's frequent characters (level 1). */
const big5Share = (bytes: Uint8Array): number => {
  let frequent = 0
  let pairs = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    pairs++
    at++
    if (lead >= 0xa1 && lead <= 0xc6) frequent++
  }
  return pairs === 0 ? 0 : frequent / pairs
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Japanese shown by its kana, traditional Chinese by its frequent pairs; null when neither is plain. */
const eastAsian = (sample: Uint8Array, confidence: number): Detection | null => {
  for (const label of ["shift_jis", "euc-jp"]) {
    const charset = charsetOf(label)
    const text = charset?.decodeStrict(sample) ?? null
    if (charset === null || text === null) continue
    const kana = count(text, /[\u3041-\u30fe]/g)
    const foreign = count(text, /[^ -~\s\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g)
    if (kana >= 3 && foreign === 0) return { charset, confidence: 60 }
  }
  if (confidence >= 45) return null
  const big5 = charsetOf("big5")
  const text = big5?.decodeStrict(sample) ?? null
  if (big5 === null || text === null || big5Share(sample) <= 0.95) return null
  return count(text, /\p{Script=Han}/gu) >= 4 ? { charset: big5, confidence: 50 } : null
}

/**
 * The most probable legacy charset of bytes that are not UTF-8; windows-1252 with confidence 0 when the
 * statistics say nothing.
 */
export const detectCharset = (bytes: Uint8Array): Detection => {
  const sample = withoutTags(bytes)
  let best: Detection = { charset: windows1252, confidence: 0 }
  for (const guess of analyse(sample)) {
    const name = guess.name.toLowerCase()
    if (name.startsWith("utf") || guess.confidence <= best.confidence) continue
    const charset = charsetOf(superset.get(name) ?? name)
    if (charset === null || charset.decodeStrict(sample) === null) continue
    best = { charset, confidence: guess.confidence }
  }
  // Short texts in East Asia are too few for the n-grams, but their characters are unmistakable.
  return best.confidence < 60 ? (eastAsian(sample, best.confidence) ?? best) : best
}
