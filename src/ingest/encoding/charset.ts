/**
 * Charset names and their decoders.
 *
 * Names are resolved as the WHATWG Encoding Standard does (so `iso-8859-1` means windows-1252), by the
 * platform's TextDecoder; what that standard leaves out (DOS code pages, UTF-32, old Macintosh sets) is
 * decoded by iconv-lite. UTF-7 is refused on purpose: it hides markup in plain ASCII.
 */
import iconv from "iconv-lite"

/** A charset that can be decoded here. */
export interface Charset {
  /** Lower-case name: that of the Encoding Standard where it has one. */
  readonly name: string
  /** Text of the bytes; what does not belong to the charset becomes U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string
  /** Text of the bytes, or null when some byte sequence does not belong to the charset. */
  readonly decodeStrict: (bytes: Uint8Array) => string | null
}

/** EBCDIC code pages by their IANA and usual names; recognised only to say the true reason for refusing them. */
const ebcdic =
  /^(?:cs)?(?:ebcdic[-_a-z0-9]*|(?:cp|ibm)[-_]?0?(?:37|39|273|277|278|280|284|285|297|420|423|424|500|870|871|875|880|905|918|1026|1047|114[0-9]))$/

const refusedNames = /^(?:x-?)?(?:unicode-1-1-)?utf-?7|hz-gb-2312|replacement$/

/** Names that occur in the wild and that neither library knows. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["cp_is", "cp861"],
  ["cp-is", "cp861"],
  ["ansi", "windows-1252"],
  ["winbaltri", "windows-1257"],
  ["utf", "utf-8"],
  ["u8", "utf-8"],
  ["unicode", "utf-16le"],
  ["cp936", "gbk"],
  ["cp951", "big5"],
  ["johab", "euc-kr"]
])

const cleanLabel = (label: string): string =>
  label
    .trim()
    .replaceAll(/^["']|["']$/g, "")
    .trim()
    .toLowerCase()

/** True when the label names an EBCDIC code page. */
export const isEbcdicLabel = (label: string): boolean => ebcdic.test(cleanLabel(label))

/** True when bytes begin with `<?xm` or `<rss`, `<fee`, `<rdf` in EBCDIC. */
export const looksEbcdic = (bytes: Uint8Array): boolean => {
  const [a, b, c, d] = bytes
  if (a !== 0x4c) return false
  const next = [b, c, d].join(",")
  return ["111,167,148", "153,162,162", "134,133,133", "153,132,134"].includes(next)
}

const platform = (label: string): Charset | null => {
  try {
    const lenient = new TextDecoder(label, { ignoreBOM: true })
    const strict = new TextDecoder(label, { ignoreBOM: true, fatal: true })
    return {
      name: lenient.encoding,
      decode: (bytes) => lenient.decode(bytes),
      decodeStrict: (bytes) => {
        try {
          return strict.decode(bytes)
        } catch {
          return null
        }
      }
    }
  } catch {
    return null
  }
}

const fromIconv = (label: string): Charset | null => {
  if (!iconv.encodingExists(label)) return null
  const decode = (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), label, { stripBOM: false })
  return {
    name: label,
    decode,
    decodeStrict: (bytes) => {
      const text = decode(bytes)
      return text.includes("\ufffd") ? null : text
    }
  }
}

const known = new Map<string, Charset | null>()

/** The charset that a label names, or null when it cannot be decoded here. Labels are case-insensitive. */
export const charsetOf = (label: string): Charset | null => {
  const clean = cleanLabel(label)
  if (clean === "" || clean.length > 40) return null
  const cached = known.get(clean)
  if (cached !== undefined) return cached
  const name = aliases.get(clean) ?? clean
  const found =
    refusedNames.test(name) || ebcdic.test(name)
      ? null
      : (platform(name) ?? platform(name.replaceAll("_", "-")) ?? fromIconv(name))
  // Labels come from strangers: remember only so many.
  if (known.size < 500) known.set(clean, found)
  return found
}

const always = (label: string): Charset => {
  const charset = charsetOf(label)
  if (charset === null)
    throw new Error(`This runtime lacks the charset ${label}; install Node with full ICU.`)
  return charset
}

/** Charsets that decoding itself relies on. */
export const utf8 = always("utf-8")
export const windows1252 = always("windows-1252")
