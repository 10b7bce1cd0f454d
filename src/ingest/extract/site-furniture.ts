/**
 * Furniture learnt from a site itself: what stands on most of its pages, whatever they are about, is the site's
 * and not the page's. One page cannot tell; several documents of one host can.
 *
 * What is left out of a document is recorded by its keys in the document's reading, so that the same capture
 * and reading give the same document again, and so that learning starts from whole pages every time.
 */
import { createHash } from "node:crypto"
import type { Block, ExtractedDocument } from "../../domain/document.ts"

/** Documents that are needed before anything is learnt, and the share of them on which a line must stand. */
const fewestDocuments = 4
const share = 0.5

/** Letters only: counters and years in a repeated line change from page to page. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]+/gu, " ")
    .trim()

/**
 * What a block is known by on other pages, 16 hexadecimal digits; null for what is never furniture. Headings
 * and numbered items are the form of a report, also where all reports of a host have them.
 */
const keyOf = ({ kind, label, text }: Block): string | null => {
  if (kind === "heading" || label !== undefined || text.length > 1_500) return null
  const letters = lettersOf(text)
  return letters.length > 3 ? createHash("sha256").update(letters).digest("hex").slice(0, 16) : null
}

/** Keys of everything on a page: of its document, and of what was left out of it (`Reading.furniture`). */
export const keysOfPage = (
  { blocks }: Pick<ExtractedDocument, "blocks">,
  leftOut: ReadonlyArray<string> = []
): ReadonlySet<string> => new Set([...leftOut, ...blocks.flatMap((block) => keyOf(block) ?? [])])

/**
 * Learns what is furniture of a host from its pages, one after the other: what stands on at least half of four
 * or more different ones. Copies of one page count once; the order of the pages does not matter.
 */
export class FurnitureLesson {
  readonly #sights = new Map<string, number>()
  readonly #bodies = new Set<string>()

  /** Takes the keys of one page (`keysOfPage`). */
  add(keys: ReadonlySet<string>): void {
    if (keys.size === 0) return
    const body = createHash("sha256")
      .update([...keys].toSorted().join("\n"))
      .digest("base64")
    if (this.#bodies.has(body)) return
    this.#bodies.add(body)
    for (const key of keys) this.#sights.set(key, (this.#sights.get(key) ?? 0) + 1)
  }

  /** The keys that are furniture. */
  get learnt(): ReadonlySet<string> {
    if (this.#bodies.size < fewestDocuments) return new Set()
    const needed = Math.max(3, Math.ceil(this.#bodies.size * share))
    return new Set([...this.#sights].filter(([, count]) => count >= needed).map(([key]) => key))
  }
}

/** The document without the blocks of these keys, and a sentence about them. */
export const withoutFurniture = (
  document: ExtractedDocument,
  furniture: ReadonlyArray<string>
): ExtractedDocument => {
  const keys = new Set(furniture)
  const blocks = document.blocks.filter((block) => !keys.has(keyOf(block) ?? ""))
  const left = document.blocks.length - blocks.length
  if (left === 0) return document
  const sentence = `${left} passage(s) that stand on most pages of the site were left out as its furniture.`
  return { ...document, blocks, warnings: [...document.warnings, sentence] }
}
