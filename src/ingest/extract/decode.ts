/**
 * Bytes to text, minimal: byte order mark, then valid UTF-8, then the declared charset, then windows-1252.
 */

const declared = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048))
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ??
    null
  )
}

const decodeAs = (bytes: Uint8Array, charset: string, fatal: boolean): string | null => {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    // An unknown charset name, or bytes that are not in this charset: the next one is tried.
    return null
  }
}

/** @param charset the charset parameter of the media type, when there was one. */
export const decodeText = (bytes: Uint8Array, charset: string | null): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, "utf-16le", false) ?? ""
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, "utf-16be", false) ?? ""
  const utf8 = decodeAs(bytes, "utf-8", true)
  if (utf8 !== null) return utf8
  for (const name of [charset, declared(bytes)]) {
    if (name === null || /^utf-?8$/i.test(name)) continue
    const text = decodeAs(bytes, name, false)
    if (text !== null) return text
  }
  // A page that is UTF-8 but for a few bytes (cut in half, a bad include) is still UTF-8.
  const lenient = decodeAs(bytes, "utf-8", false) ?? ""
  const broken = lenient.split("\u{fffd}").length - 1
  const beyond = lenient.length - (lenient.match(/\p{ASCII}/gu)?.length ?? 0) - broken
  if (broken <= Math.max(2, beyond * 0.02)) return lenient
  return decodeAs(bytes, "windows-1252", false) ?? lenient
}
