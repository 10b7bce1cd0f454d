/**
 * Office files that can be made again byte for byte.
 *
 * DOCX and XLSX files are zip archives of XML parts (ISO/IEC 29500-2). Libraries write the time of day and
 * random identifiers into them; here the parts get the date of the digest and identifiers in the order in
 * which they are met.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import type { Zippable } from "fflate"

/** First moment that a zip archive can name. Its fields are local time, so that this one is the same in every zone. */
export const zipDate = new Date(1980, 0, 1)

/** Text that XML 1.0 (section 2.2) allows, with whole surrogate pairs only. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")

/** Names of relationships drawn at random, as `rId` and at least ten letters. */
const randomId = /\brId[a-z0-9_-]{10,}/g

/** Numbers of bookmarks, which go on from one document to the next. */
const bookmarkId = /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)/g

/** Names in the order in which they are first asked for. */
const inOrder = (name: (index: number) => string) => {
  const known = new Map<string, string>()
  return (own: string): string => {
    const found = known.get(own) ?? name(known.size + 1)
    known.set(own, found)
    return found
  }
}

const isText = (name: string) => /\.(?:xml|rels)$/.test(name)

/**
 * The archive with fixed dates and identifiers, its parts in the order in which the library wrote them.
 * `date` is an RFC 3339 time and becomes the date of creation and of the last change.
 */
export const reproducible = (archive: Uint8Array, date: string): Uint8Array => {
  const parts: Zippable = {}
  const relationship = inOrder((index) => `rIdLink${index}`)
  const bookmark = inOrder(String)
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith("/")) continue
    if (!isText(name)) {
      parts[name] = bytes
      continue
    }
    const text = strFromU8(bytes)
      .replace(randomId, relationship)
      .replace(bookmarkId, (_, before: string, id: string) => before + bookmark(id))
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
    parts[name] = strToU8(text)
  }
  return zipSync(parts, { level: 6, mtime: zipDate })
}
