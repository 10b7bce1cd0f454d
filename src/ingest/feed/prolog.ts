/**
 * What stands before the root element: junk, declarations, document types. Entities that a document
 * declares itself are never expanded; nested ones ("billion laughs") are refused outright.
 */

/** The document from its first tag on, without document type; or the reason to refuse it. */
export interface Prolog {
  readonly body: string
  readonly refused: string | null
  readonly warnings: ReadonlyArray<string>
}

/** Skips a quoted string, a comment or a processing instruction that begins at `at`; the place after it. */
const skip = (text: string, at: number): number => {
  const quote = text.charAt(at)
  const ends: ReadonlyArray<readonly [boolean, string]> = [
    [text.startsWith("<!--", at), "-->"],
    [text.startsWith("<?", at), "?>"],
    [quote === '"' || quote === "'", quote]
  ]
  for (const [applies, end] of ends) {
    if (!applies) continue
    const close = text.indexOf(end, at + 1)
    return close < 0 ? text.length : close + end.length
  }
  return at + 1
}

/** End of the document type declaration that begins at `start` (after its `>`), quotes and subset minded. */
const doctypeEnd = (text: string, start: number): number => {
  let at = start + 2
  let inSubset = false
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === "[") inSubset = true
    else if (character === "]") inSubset = false
    else if (character === ">" && !inSubset) return at + 1
    at = skip(text, at)
  }
  // An unclosed quote in a public identifier is a known fault: then the first `>` has to do.
  const first = text.indexOf(">", start)
  return first < 0 ? text.length : first + 1
}

/** Where the document type declaration stands among comments and instructions before the root; -1 if none. */
const doctypeStart = (text: string): number => {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return at
    if (!text.startsWith("<!--", at) && !text.startsWith("<?", at)) return -1
    at = skip(text, at)
  }
  return -1
}

const nested =
  /<!ENTITY\s+(?:%\s+)?[^\s>]+\s+(?:"[^"]*[&%][A-Za-z_][\w.-]*;[^"]*"|'[^']*[&%][A-Za-z_][\w.-]*;[^']*')/i
const harmless = /&(?:amp|lt|gt|quot|apos);/gi

/** Cuts the prolog off. Linear in the length of the text. */
export const readProlog = (text: string): Prolog => {
  const warnings: Array<string> = []
  const firstTag = text.search(/<[?!A-Za-z_]/)
  if (firstTag < 0) return { body: "", refused: null, warnings }
  if (text.slice(0, firstTag).trim() !== "") warnings.push("Text before the XML declaration was skipped.")
  let body = text.slice(firstTag)
  const start = doctypeStart(body)
  if (start >= 0) {
    const end = doctypeEnd(body, start)
    const declaration = body.slice(start, end)
    if (nested.test(declaration.replaceAll(harmless, " "))) {
      return {
        body: "",
        refused:
          "The document declares entities made of other entities, as an expansion attack does; it was refused. Ask the publisher for a feed without entity declarations.",
        warnings
      }
    }
    if (/<!ENTITY/i.test(declaration)) {
      warnings.push(
        "The document declares entities of its own; they were not expanded and nothing external was read."
      )
    }
    body = body.slice(0, start) + body.slice(end)
  }
  return { body, refused: null, warnings }
}
