/**
 * Bytes to text, with the reason for the charset chosen.
 *
 * Order of trust: byte order mark, valid UTF-8 (real text in another charset is practically never valid
 * UTF-8), the HTTP header's charset, the document's own declaration, statistics, windows-1252.
 */
import { charsetOf, isEbcdicLabel, looksEbcdic, utf8, windows1252, type Charset } from "./charset.ts"
import { cleanControls } from "./control.ts"
import { detectCharset } from "./detect.ts"
import { mendMojibake } from "./mojibake.ts"

/** Why a charset was chosen. */
export type EncodingReason =
  | "byte-order-mark"
  | "valid-utf-8"
  | "http-header"
  | "declaration"
  | "byte-pattern"
  | "statistics"
  | "default"

/** A decoded text; `warnings` are sentences for a person. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly reason: EncodingReason
  /** Sequences that did not belong to the charset and became U+FFFD. */
  readonly undecodable: number
  /** Set when the bytes cannot be read as text at all; `text` is then empty. */
  readonly failure: string | null
  readonly warnings: ReadonlyArray<string>
}

/** What is known of the bytes beforehand. */
export interface DecodeOptions {
  /** Content-Type header or its charset parameter, as the server stated it. */
  readonly contentType?: string | null
  readonly charset?: string | null
  /** False keeps mojibake and control characters as they are. Default true. */
  readonly mend?: boolean
}

const marks: ReadonlyArray<readonly [ReadonlyArray<number>, string]> = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"]
]

const startsWith = (bytes: Uint8Array, prefix: ReadonlyArray<number>) =>
  prefix.every((byte, index) => bytes[index] === byte)

/** UTF-16 and UTF-32 without a mark, by where the NULs stand in the first bytes (XML 1.0, appendix F). */
const wideCharset = (bytes: Uint8Array): string | null => {
  const head = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 4), 256))
  if (head.length < 4) return null
  const zeros = [0, 0, 0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1
  const quarter = head.length / 4
  const many = zeros.map((count) => count > quarter * 0.6)
  const key = many.map((yes) => (yes ? "0" : "x")).join("")
  if (key === "x000") return "utf-32le"
  if (key === "000x") return "utf-32be"
  if (key === "x0x0") return "utf-16le"
  if (key === "0x0x") return "utf-16be"
  return null
}

const asciiHead = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes.subarray(0, 2048)) text += String.fromCharCode(byte)
  return text
}

/** The charset that the document itself states: XML declaration, HTML meta, CSS-like `@charset`. */
export const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = asciiHead(bytes)
  const xml = /^[^<]{0,100}<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)
  if (xml?.[1] !== undefined) return xml[1]
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return meta?.[1] ?? null
}

/** The charset parameter of a Content-Type value (RFC 9110, section 8.3.2), or null. */
export const charsetParameter = (contentType: string | null | undefined): string | null =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? "")?.[1] ?? null

/** Lengths in bytes of the valid multi-byte sequences and of the invalid bytes, as UTF-8. */
const utf8Balance = (bytes: Uint8Array): { valid: number; invalid: number } => {
  let valid = 0
  let invalid = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const length =
      byte >= 0xc2 && byte <= 0xdf
        ? 2
        : byte >= 0xe0 && byte <= 0xef
          ? 3
          : byte >= 0xf0 && byte <= 0xf4
            ? 4
            : 0
    let complete = length > 0
    for (let next = 1; complete && next < length; next++) {
      const tail = bytes[at + next] ?? 0
      if (tail < 0x80 || tail > 0xbf) complete = false
    }
    if (complete) {
      valid++
      at += length - 1
    } else {
      invalid++
    }
  }
  return { valid, invalid }
}

const hasEscape = (bytes: Uint8Array): boolean => bytes.includes(0x1b)

interface Choice {
  readonly charset: Charset
  readonly reason: EncodingReason
  readonly skip: number
  readonly strict: string | null
  readonly notes: ReadonlyArray<string>
}

const choose = (bytes: Uint8Array, options: DecodeOptions): Choice | { readonly failure: string } => {
  for (const [prefix, label] of marks) {
    const charset = charsetOf(label)
    if (charset !== null && startsWith(bytes, prefix)) {
      const strict = charset.decodeStrict(bytes.subarray(prefix.length))
      // A mark of UTF-8 before text of another charset is a known fault of editors: then the mark lies.
      if (strict !== null || label !== "utf-8" || utf8Balance(bytes.subarray(3)).valid > 0) {
        return { charset, reason: "byte-order-mark", skip: prefix.length, strict, notes: [] }
      }
      return choose(bytes.subarray(prefix.length), options)
    }
  }
  const wide = wideCharset(bytes)
  if (wide !== null) {
    const charset = charsetOf(wide)
    if (charset !== null)
      return { charset, reason: "byte-pattern", skip: 0, strict: charset.decodeStrict(bytes), notes: [] }
  }
  if (looksEbcdic(bytes)) {
    return {
      failure: "The document is written in EBCDIC, which is not read here; ask its publisher for UTF-8."
    }
  }
  const header = options.charset ?? charsetParameter(options.contentType)
  const declared = declaredCharset(bytes)
  const notes: Array<string> = []
  const labels: ReadonlyArray<readonly [string | null, EncodingReason, string]> = [
    [header, "http-header", "HTTP header"],
    [declared, "declaration", "document's declaration"]
  ]
  const named = labels.flatMap(([label, reason, place]) => {
    if (label === null) return []
    const charset = charsetOf(label)
    if (charset === null) notes.push(`The ${place} names the encoding "${label}", which is not known here.`)
    return charset === null ? [] : [{ charset, reason, place }]
  })

  // ISO-2022 is made of ASCII bytes only, so it would pass as UTF-8.
  const shifting = named.find(({ charset }) => charset.name === "iso-2022-jp")
  if (shifting !== undefined && hasEscape(bytes)) {
    return { ...shifting, skip: 0, strict: shifting.charset.decodeStrict(bytes), notes }
  }
  const asUtf8 = utf8.decodeStrict(bytes)
  if (asUtf8 !== null) {
    const other = named.find(({ charset }) => charset.name !== "utf-8" && !charset.name.startsWith("utf-16"))
    if (other !== undefined && bytes.some((byte) => byte >= 0x80)) {
      notes.push(
        `The ${other.place} says ${other.charset.name}, but the bytes are valid UTF-8 and were read so.`
      )
    }
    return { charset: utf8, reason: "valid-utf-8", skip: 0, strict: asUtf8, notes }
  }
  const balance = utf8Balance(bytes)
  if (balance.valid > 0 && balance.valid >= balance.invalid * 2) {
    notes.push(`${balance.invalid} byte(s) are damaged UTF-8 and were replaced by a mark (\ufffd).`)
    return { charset: utf8, reason: named[0]?.reason ?? "statistics", skip: 0, strict: null, notes }
  }
  for (const { charset, reason, place } of named) {
    if (charset.name === "utf-8" || charset.name.startsWith("utf-16") || charset.name.startsWith("utf-32")) {
      notes.push(`The ${place} says ${charset.name}, but the bytes are not.`)
      continue
    }
    const strict = charset.decodeStrict(bytes)
    if (strict === null) {
      notes.push(`The ${place} says ${charset.name}, but the bytes are not.`)
      continue
    }
    // A Latin label is what servers say when they know nothing; strong statistics are stronger.
    if (charset.name === "windows-1252") {
      const detected = detectCharset(bytes)
      if (
        detected.confidence >= 50 &&
        !detected.charset.name.startsWith("windows-1252") &&
        !latin.has(detected.charset.name)
      ) {
        notes.push(
          `The ${place} says ${charset.name}, but the text is ${detected.charset.name} by its letters.`
        )
        return { charset: detected.charset, reason: "statistics", skip: 0, strict: null, notes }
      }
    }
    return { charset, reason, skip: 0, strict, notes }
  }
  const detected = detectCharset(bytes)
  if (detected.confidence > 0) {
    return { charset: detected.charset, reason: "statistics", skip: 0, strict: null, notes }
  }
  return { charset: windows1252, reason: "default", skip: 0, strict: null, notes }
}

/** Charsets that share most of their letters with windows-1252: short texts confuse them. */
const latin: ReadonlySet<string> = new Set([
  "iso-8859-2",
  "windows-1250",
  "windows-1254",
  "windows-1257",
  "iso-8859-15",
  "iso-8859-8",
  "windows-1255"
])

const isBinary = (text: string): boolean => {
  const head = text.slice(0, 4096)
  let nulls = 0
  for (let at = 0; at < head.length; at++) if (head.charCodeAt(at) === 0) nulls++
  return nulls > head.length / 10
}

/**
 * Text of the bytes, mended where that is certain, and how its charset was found. Never throws.
 * A label naming EBCDIC over ASCII bytes is only noted; bytes in EBCDIC are a failure.
 */
export const decodeText = (bytes: Uint8Array, options: DecodeOptions = {}): DecodedText => {
  const choice = choose(bytes, options)
  if ("failure" in choice) {
    return {
      text: "",
      encoding: "unknown",
      reason: "byte-pattern",
      undecodable: 0,
      failure: choice.failure,
      warnings: []
    }
  }
  const warnings = [...choice.notes]
  const raw = choice.strict ?? choice.charset.decode(bytes.subarray(choice.skip))
  const undecodable = choice.strict === null ? (raw.match(/\ufffd/g)?.length ?? 0) : 0
  if (choice.reason === "statistics" || choice.reason === "default") {
    warnings.push(
      `The encoding was not stated rightly; it was read as ${choice.charset.name}${choice.reason === "default" ? " for want of better" : " by its letters"}.`
    )
  }
  const base = { encoding: choice.charset.name, reason: choice.reason, undecodable, failure: null }
  if (isBinary(raw)) {
    return {
      ...base,
      text: "",
      failure: "The bytes are not text: they are full of NUL characters.",
      warnings
    }
  }
  if (options.mend === false) return { ...base, text: raw.replace(/^\ufeff+/, ""), warnings }
  const mended = mendMojibake(raw.replace(/^\ufeff+/, ""))
  if (mended.runs > 0) {
    warnings.push(
      `Text was UTF-8 read as ${[...new Set(mended.misreadings)].join(" and ")}${mended.misreadings.length > 1 ? ", more than once" : ""}; ${mended.runs} place(s) were mended.`
    )
  }
  if (mended.doubtful > 0) {
    warnings.push(
      `${mended.doubtful} place(s) look like wrongly decoded text but are too short to be sure; left as they are.`
    )
  }
  const clean = cleanControls(mended.text)
  if (clean.removed > 0) warnings.push(`${clean.removed} control character(s) were removed.`)
  if (clean.replaced > 0)
    warnings.push(
      `${clean.replaced} control character(s) were replaced by the windows-1252 characters meant.`
    )
  return { ...base, text: clean.text, warnings }
}

export { isEbcdicLabel }
