/**
 * Which blocks of a page are its body. Where the readers agree there is nothing to decide; where they differ
 * the sizes, the overlap and the share of links decide. Blocks that a reader lost in the middle of its own
 * choice come back, then the choice is pruned.
 */
import type { PageBlock } from "./blocks.ts"
import type { ElementNode } from "./tree.ts"
import { type Choice, type Judged, intersect, judge, linkShareOf, overlap, union, weigh } from "./judged.ts"
import { type Naming, prune } from "./prune.ts"
import { boundedBy, densestRun, isWhole, keptBy, namedChoice, statedChoice } from "./readers.ts"

const isWithin = (element: ElementNode, container: ElementNode): boolean => {
  for (let at: ElementNode | null = element; at !== null; at = at.parent) if (at === container) return true
  return false
}

/**
 * True when the page names its body, and the densest run of text is that body: a further opinion would change
 * nothing, and Readability's costs more than all the rest.
 */
const isEvident = (judged: ReadonlyArray<Judged>, dense: Choice): boolean => {
  const named = namedChoice(judged, dense)
  return (
    named !== null &&
    named.rank <= 1 &&
    weigh(judged, named.choice) >= 800 &&
    overlap(judged, dense, named.choice) >= 0.9 &&
    overlap(judged, named.choice, dense) >= 0.8 &&
    linkShareOf(judged, named.choice) < 0.15
  )
}

/** The base choice among the candidates, before pruning. */
const decide = (
  judged: ReadonlyArray<Judged>,
  readability: () => ReadonlySet<number> | null,
  stated: string | null
): Choice => {
  const dense = densestRun(judged)
  const kept = isEvident(judged, dense) ? null : readability()
  const read: Choice =
    kept === null
      ? dense
      : new Set(judged.filter((item) => keptBy(kept, item.page.element)).map((item) => item.index))
  const reference = weigh(judged, read) >= 0.3 * weigh(judged, dense) ? read : dense
  const named = namedChoice(judged, reference)
  let choice = reference
  if (named !== null) {
    const covered = overlap(judged, reference, named.choice)
    const grown = weigh(judged, named.choice) / Math.max(1, weigh(judged, reference))
    const linked = linkShareOf(judged, named.choice)
    if (named.rank <= 1) {
      // The page names its body: believe it, unless Readability sees much beside it.
      if (covered >= 0.8) choice = linked < 0.5 || grown < 1.2 ? named.choice : reference
      else choice = union(named.choice, reference)
    } else if (covered >= 0.8 && grown > 1.25 && linked < 0.3)
      choice = union(reference, intersect(named.choice, dense))
    else if (covered >= 0.8) choice = intersect(reference, named.choice)
  }
  if (stated !== null && stated.length >= 300) {
    const told = statedChoice(judged, stated)
    if (isWhole(judged, choice, told, stated)) return boundedBy(judged, choice, told)
  }
  return restoreGaps(judged, choice)
}

/** Blocks that stand among chosen ones and are text: what a reader dropped in the middle of its own choice. */
const restoreGaps = (judged: ReadonlyArray<Judged>, choice: Choice): Choice => {
  const restored = new Set(choice)
  const parents = new Set<ElementNode>()
  for (const item of judged) {
    const { parent } = item.page.element
    if (choice.has(item.index) && parent !== null) parents.add(parent)
  }
  const last = Math.max(-1, ...choice)
  const first = Math.min(judged.length, ...choice)
  for (const item of judged) {
    if (restored.has(item.index) || item.index < first || item.index > last + 12) continue
    if (item.verdict !== "content" || item.linkShare > 0.35) continue
    const { parent } = item.page.element
    const opensChosen = item.page.block.kind === "heading" && choice.has(item.index + 1)
    if (opensChosen || (parent !== null && parents.has(parent))) restored.add(item.index)
    else if (
      item.index < last &&
      restored.has(item.index - 1) &&
      gapEnd(judged, restored, item.index) <= 8 &&
      isSibling(judged, item)
    )
      restored.add(item.index)
  }
  return restored
}

const gapEnd = (judged: ReadonlyArray<Judged>, choice: Choice, index: number): number => {
  for (let next = index + 1; next < judged.length && next < index + 12; next++)
    if (choice.has(next)) return next - index
  return Number.POSITIVE_INFINITY
}

/** Shares a grandparent (not the whole page) with the block before it. */
const isSibling = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  const before = judged[item.index - 1]?.page.element
  const container = before?.parent?.parent ?? before?.parent
  return (
    container !== undefined &&
    container !== null &&
    container.tag !== "body" &&
    isWithin(item.page.element, container)
  )
}

/**
 * The blocks of a page's body, in reading order.
 * @param readability asks Readability which elements it keeps; null when it has no opinion.
 * @param stated article body from the page's JSON-LD.
 */
export const selectBody = (
  blocks: ReadonlyArray<PageBlock>,
  readability: () => ReadonlySet<number> | null,
  stated: string | null,
  naming: Naming
): ReadonlyArray<PageBlock> => {
  const judged = judge(blocks)
  const found = decide(judged, readability, stated)
  // A page of one or two lines convinces no reader: then everything that is not a menu is its body.
  const choice = weigh(judged, found) > 0 ? found : new Set(judged.map((item) => item.index))
  return prune(judged, choice, naming).map((item) => item.page)
}

/** For HTML that is the body already: only lines that are furniture by their words go. */
export const cleanBody = (blocks: ReadonlyArray<PageBlock>, naming: Naming): ReadonlyArray<PageBlock> => {
  // Dates and names at its edges are the document's own ("Adopted in Lisbon, 3 June 2024").
  const judged = judge(blocks).map((item): Judged => {
    const { index, linkShare, page, verdict, weight } = item
    return { index, linkShare, page, weight, verdict: verdict === "edge" ? "content" : verdict }
  })
  return prune(judged, new Set(judged.map((item) => item.index)), naming).map((item) => item.page)
}
