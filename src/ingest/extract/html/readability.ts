/**
 * Mozilla's Readability over linkedom, as one opinion among several: which elements of the page it keeps.
 */
import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { type ElementNode, descendants, numberAttribute, serialise } from "./tree.ts"

/** Beyond this many elements Readability's repeated walks take seconds; the other candidates must do. */
const maximumElements = 30_000

const numberPattern = new RegExp(` ${numberAttribute}="(\\d+)"`, "g")

/**
 * Numbers of the elements that Readability keeps; null when it finds no article or cannot cope.
 * The tree should be free of scripts and hidden parts already.
 */
export const readabilityChoice = (root: ElementNode): ReadonlySet<number> | null => {
  let elements = 0
  for (const _ of descendants(root)) if (++elements > maximumElements) return null
  try {
    const { document } = parseHTML(`<!doctype html><html><body>${serialise(root)}</body></html>`)
    const article = new Readability(document, { disableJSONLD: true, charThreshold: 300 }).parse()
    const content = article?.content
    if (typeof content !== "string" || content === "") return null
    const kept = new Set<number>()
    for (const match of content.matchAll(numberPattern)) kept.add(Number(match[1]))
    return kept.size === 0 ? null : kept
  } catch {
    // It throws on pages without a body's worth of elements: no opinion, and the other candidates decide.
    return null
  }
}
