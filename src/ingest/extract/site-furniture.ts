/**
 * Furniture learnt from a site itself: what stands on most of its pages, whatever they are about, is the site's
 * and not the page's. One page cannot tell; several documents of one host can.
 */
import type { Block, ExtractedDocument } from "../../domain/document.ts"

/** Documents that are needed before anything is learnt, and the share of them on which a line must stand. */
const fewestDocuments = 4
const share = 0.5

/** Letters only: counters and years in a repeated line change from page to page. */
const keyOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]+/gu, " ")
    .trim()

/** Headings and numbered items are the form of a report, also where all reports of a host have them. */
const mayRepeat = (block: Block): boolean =>
  block.kind !== "heading" && block.label === undefined && block.text.length <= 1_500

/**
 * Learns from the documents of one host, and answers whether a block is furniture of that host: a paragraph
 * that stands on at least half of four or more different documents. Copies of one document count once.
 */
export const learnFurniture = (
  documents: ReadonlyArray<Pick<ExtractedDocument, "blocks">>
): ((block: Block) => boolean) => {
  const sights = new Map<string, number>()
  const bodies = new Set<string>()
  for (const { blocks } of documents) {
    const keys = blocks.filter(mayRepeat).map((block) => keyOf(block.text))
    const body = keys.toSorted().join("\n")
    if (blocks.length === 0 || bodies.has(body)) continue
    bodies.add(body)
    for (const key of new Set(keys)) if (key.length > 3) sights.set(key, (sights.get(key) ?? 0) + 1)
  }
  if (bodies.size < fewestDocuments) return () => false
  const needed = Math.max(3, Math.ceil(bodies.size * share))
  return (block) => mayRepeat(block) && (sights.get(keyOf(block.text)) ?? 0) >= needed
}
