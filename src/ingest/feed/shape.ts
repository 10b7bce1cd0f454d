/** Which feed a tree holds: its format, its channel and its items. */
import { Result } from "effect"
import { feedError, type FeedError } from "./error.ts"
import { itemLimit } from "./model.ts"
import { atomNamespaces } from "./namespaces.ts"
import { childrenOf, elementsOf } from "./text.ts"
import type { Element, Tree } from "./tree.ts"

/** A feed in a tree. */
export interface Shape {
  readonly format: string
  readonly family: "rss" | "atom" | "cdf"
  /** Element that holds title and link of the whole. */
  readonly channel: Element
  readonly items: ReadonlyArray<Element>
  readonly warnings: ReadonlyArray<string>
}

const rootNames = new Set(["rss", "rdf", "feed", "channel", "entry", "item"])

/** First element that can be a feed's root, at most six levels deep (PHP warnings may stand around it). */
const findRoot = (element: Element, depth: number): Element | null => {
  for (const child of elementsOf(element)) {
    if (
      rootNames.has(child.name) &&
      (child.vocabulary === "" || child.vocabulary === "rdf" || child.name === "rss")
    )
      return child
    // A feed in Atom whose prefix was never declared.
    if (child.name === "feed" || (child.name === "rdf" && child.vocabulary === "?")) return child
    const inner = depth < 6 ? findRoot(child, depth + 1) : null
    if (inner !== null) return inner
  }
  return null
}

const otherRoots: ReadonlyArray<readonly [RegExp, "html-page" | "other-xml", string]> = [
  [
    /^html$|^body$|^head$/,
    "html-page",
    "This is an HTML page, not a feed; look for a feed link on it, or register it as a listing page."
  ],
  [
    /^urlset$|^sitemapindex$/,
    "other-xml",
    "This is a sitemap, not a feed; register it with the kind sitemap."
  ],
  [/^opml$/, "other-xml", "This is an OPML list of feeds, not a feed; use registry import for it."],
  [/^svg$/, "other-xml", "This is an SVG picture, not a feed."],
  [
    /^error$|^message$|^fault$/,
    "other-xml",
    "The server answered with an error message in XML instead of a feed."
  ]
]

const collectItems = (root: Element): ReadonlyArray<Element> => {
  const items: Array<Element> = []
  const walk = (element: Element) => {
    for (const child of elementsOf(element)) {
      const isItem = child.vocabulary === "" && (child.name === "item" || child.name === "entry")
      if (isItem) items.push(child)
      else if (!["source", "content", "description", "summary", "image"].includes(child.name)) walk(child)
    }
  }
  walk(root)
  return items
}

const rssVersion = (version: string | undefined): string => {
  const found = /^\s*(0\.9\d?|1\.0|1\.1|2\.0)/.exec(version ?? "")
  return found?.[1] === undefined ? "rss" : `rss-${found[1]}`
}

const isCdf = (root: Element): boolean =>
  root.attributes.has("href") ||
  root.attributes.has("lastmod") ||
  childrenOf(root, "", "abstract").length > 0 ||
  collectItems(root).some(
    (item) =>
      item.attributes.has("href") ||
      item.attributes.has("lastmod") ||
      childrenOf(item, "", "abstract").length > 0
  )

/** An item is kept from a document cut off when its last child element is whole and it can be told apart. */
const isWhole = (item: Element): boolean => {
  if (item.closed !== "no") return true
  const children = elementsOf(item)
  return (
    children.length > 0 &&
    children.every((child) => child.closed === "yes") &&
    children.some((child) => child.name === "link" || child.name === "guid" || child.name === "id")
  )
}

/** Finds the feed in a tree, or the true reason why there is none. */
export const findShape = (tree: Tree): Result.Result<Shape, FeedError> => {
  const first = elementsOf(tree.root)[0]
  const other = otherRoots.find(([name]) => first !== undefined && name.test(first.name))
  const root = other?.[1] === "html-page" && first?.vocabulary !== "" ? null : findRoot(tree.root, 0)
  if (root === null || (other !== undefined && root !== first)) {
    const [, reason, message] = other ?? [
      null,
      "not-a-feed" as const,
      first === undefined
        ? "The document holds no XML elements; it is not a feed."
        : `The document's root element <${first.name.slice(0, 40)}> is none of RSS, RDF, Atom or CDF; check the address.`
    ]
    return Result.fail(feedError(reason, message))
  }
  const warnings: Array<string> = [...tree.warnings]
  const all = root.name === "entry" || root.name === "item" ? [root] : collectItems(root)
  const items = all.filter(isWhole).slice(0, itemLimit)
  if (tree.truncated) {
    warnings.push(
      items.length < all.length
        ? `The document is cut off: ${all.length - items.length} incomplete item(s) at its end were left out, ${items.length} kept.`
        : "The document is cut off: its last elements are not closed."
    )
  }
  const inner = childrenOf(root, "", "channel")[0] ?? null
  const channel = inner ?? root
  if (root.name === "feed" || root.name === "entry") {
    const format =
      atomNamespaces.get(root.uri) ?? (root.attributes.get("version") === "0.3" ? "atom-0.3" : "atom-1.0")
    if (root.uri === "") warnings.push("The feed does not declare the namespace of Atom.")
    return Result.succeed({ format, family: "atom", channel: root, items, warnings })
  }
  if (root.name === "rdf") {
    const format = /0\.9/.test(channel.uri + (items[0]?.uri ?? "")) ? "rss-0.90" : "rss-1.0"
    return Result.succeed({ format, family: "rss", channel, items, warnings })
  }
  if (root.name === "channel" && isCdf(root)) {
    return Result.succeed({ format: "cdf", family: "cdf", channel: root, items, warnings })
  }
  const format = rssVersion(root.attributes.get("version"))
  if (format === "rss") warnings.push("The feed does not state its version of RSS.")
  return Result.succeed({ format, family: "rss", channel, items, warnings })
}
