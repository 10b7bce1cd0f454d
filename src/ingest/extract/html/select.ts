/**
 * Which blocks of a page are its body. Several readers give their opinion (Readability, the page's own
 * content element, its JSON-LD, the densest run of text); where they agree there is nothing to decide, and
 * where they differ the sizes, the overlap and the share of links decide. Then lines that are furniture by
 * their words go, and blocks that a reader lost in the middle of its own choice come back.
 */
import { type LineVerdict, judgeLine, opensTrailingSection } from "./lines.ts"
import type { PageBlock } from "./blocks.ts"
import type { ElementNode } from "./tree.ts"

/** Elements that hold the body by name, most telling first. */
const bodyNames: ReadonlyArray<(element: ElementNode) => boolean> = [
  (element) => /(?:^|\s)articleBody(?:\s|$)/.test(element.attributes["itemprop"] ?? ""),
  (element) =>
    /(?:^|\s)(?:mw-parser-output|entry-content|entry__content|post-content|post__content|article-content|article__content|article-body|article__body|articleBody|article-text|article_text|article__text|story-body|story-content|story__body|storytext|post-body|post_content|post-text|td-post-content|single-content|blog-content|news-content|news-detail|news_text|field--name-body|field-name-body|node__content|node-content|itemFullText|item-page|rich-text|richtext|wysiwyg|text-content|main-text|content-text|body-text|body-copy|page-content|content-body|content__body|content__article-body|body-content|detail-content|TRS_Editor|elementor-widget-theme-post-content|wp-block-post-content|e-content|postcontent|article-detail|caas-body|ArticleBody|c-entry-content|rte|texto|corpo|noticia-texto|materia-conteudo)(?:\s|$)/u.test(
      `${element.attributes["class"] ?? ""} ${element.attributes["id"] ?? ""}`
    ),
  (element) => element.tag === "article" || element.attributes["role"] === "article",
  (element) =>
    element.tag === "main" ||
    element.attributes["role"] === "main" ||
    /^(?:content|main|main-content|maincontent|mw-content-text|contenu|contenido|conteudo)$/.test(
      element.attributes["id"] ?? ""
    )
]

type Choice = ReadonlySet<number>

interface Judged {
  readonly page: PageBlock
  readonly index: number
  readonly verdict: LineVerdict
  readonly linkShare: number
  /** Characters that count as content: link text does not. */
  readonly weight: number
}

const isWithin = (element: ElementNode, container: ElementNode): boolean => {
  for (let at: ElementNode | null = element; at !== null; at = at.parent) if (at === container) return true
  return false
}

const weigh = (judged: ReadonlyArray<Judged>, choice: Choice): number => {
  let sum = 0
  for (const item of judged) if (choice.has(item.index) && item.verdict !== "furniture") sum += item.weight
  return sum
}

const linkShareOf = (judged: ReadonlyArray<Judged>, choice: Choice): number => {
  let links = 0
  let all = 1
  for (const item of judged) {
    if (!choice.has(item.index)) continue
    links += item.page.linkChars
    all += item.page.block.text.length
  }
  return links / all
}

/** Readability renames and unwraps: an element counts as kept when it or the wrapper that holds only it is. */
const keptBy = (kept: ReadonlySet<number>, element: ElementNode): boolean => {
  if (kept.has(element.id)) return true
  let at = element
  for (let steps = 0; steps < 4; steps++) {
    const parent = at.parent
    if (parent === null || parent.chars > at.chars + 2) return false
    if (kept.has(parent.id)) return true
    at = parent
  }
  return false
}

/** All blocks inside the elements that one rule names, when they are few enough to be one page's body. */
const containerChoice = (judged: ReadonlyArray<Judged>, test: (element: ElementNode) => boolean): Choice => {
  const memory = new Map<ElementNode, boolean>()
  const inside = (element: ElementNode): boolean => {
    const known = memory.get(element)
    if (known !== undefined) return known
    const answer = test(element) || (element.parent !== null && inside(element.parent))
    memory.set(element, answer)
    return answer
  }
  return new Set(judged.filter((item) => inside(item.page.element)).map((item) => item.index))
}

/**
 * The run of blocks with the greatest sum of text less links: maximum subsequence segmentation
 * (Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation", 2009).
 */
const densestRun = (judged: ReadonlyArray<Judged>): Choice => {
  let best = 0
  let from = 0
  let to = -1
  let sum = 0
  let start = 0
  for (const item of judged) {
    const { kind, text } = item.page.block
    const links = item.page.linkChars
    const gain =
      item.verdict === "furniture"
        ? -60
        : Math.min(600, text.length - links) - 2.5 * links - (kind === "heading" ? 20 : 45)
    if (sum <= 0) {
      sum = 0
      start = item.index
    }
    sum += gain
    if (sum > best) {
      best = sum
      from = start
      to = item.index
    }
  }
  const run = new Set<number>()
  for (let index = from; index <= to; index++) run.add(index)
  return run
}

const shingles = (text: string): ReadonlyArray<string> => {
  const tokens =
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  if (tokens.length < 4) return [tokens.join(" ")]
  return tokens
    .slice(3)
    .map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${tokens[index + 2]} ${token}`)
}

/** Blocks whose words stand in the article body that the page states in its JSON-LD. */
const statedChoice = (judged: ReadonlyArray<Judged>, body: string): Choice => {
  const known = new Set(shingles(body))
  return new Set(
    judged
      .filter((item) => {
        const own = shingles(item.page.block.text)
        return own.length > 0 && own.filter((shingle) => known.has(shingle)).length >= own.length * 0.7
      })
      .map((item) => item.index)
  )
}

const union = (a: Choice, b: Choice): Choice => new Set([...a, ...b])

const overlap = (judged: ReadonlyArray<Judged>, a: Choice, b: Choice): number =>
  weigh(judged, new Set([...a].filter((index) => b.has(index)))) / Math.max(1, weigh(judged, a))

/** Named containers: the most telling one that holds a fair part of what the other readers see. */
const namedChoice = (
  judged: ReadonlyArray<Judged>,
  reference: Choice
): { choice: Choice; rank: number } | null => {
  const wanted = weigh(judged, reference)
  for (const [rank, test] of bodyNames.entries()) {
    const choice = containerChoice(judged, test)
    const weight = weigh(judged, choice)
    if (weight < 140) continue
    if (weight >= wanted * 0.7 || overlap(judged, reference, choice) >= 0.7) return { choice, rank }
  }
  return null
}

/** The stated body is all there, ends as a text ends, and is not only the beginning of the page's body. */
const isWhole = (judged: ReadonlyArray<Judged>, choice: Choice, told: Choice, stated: string): boolean => {
  const weight = weigh(judged, told)
  return (
    weight >= 0.85 * stated.length &&
    /[.!?。؟…"”»)\]]\s*$/u.test(stated) &&
    !/(?:\.\.\.|…)\s*$/u.test(stated) &&
    weight >= 0.6 * weigh(judged, choice)
  )
}

/** The base choice among the candidates, before pruning. */
const decide = (
  judged: ReadonlyArray<Judged>,
  kept: ReadonlySet<number> | null,
  stated: string | null
): Choice => {
  const dense = densestRun(judged)
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

const intersect = (a: Choice, b: Choice): Choice => new Set([...a].filter((index) => b.has(index)))

/** The stated body, and between its first and last block also headings and lists that the statement left out. */
const boundedBy = (judged: ReadonlyArray<Judged>, choice: Choice, told: Choice): Choice => {
  const first = Math.min(...told)
  const last = Math.max(...told)
  return new Set(
    judged
      .filter(
        (item) =>
          told.has(item.index) ||
          (choice.has(item.index) &&
            item.index > first &&
            item.index < last &&
            item.linkShare < 0.3 &&
            item.page.block.kind !== "paragraph")
      )
      .map((item) => item.index)
  )
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

/** Runs of short blocks that are mostly link: menus, related stories, tags. */
const isLinkList = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  if (item.linkShare < 0.75) return false
  const { kind, text } = item.page.block
  if (kind === "heading" || kind === "table") return false
  const isLinkBlock = (offset: number): boolean => {
    const other = judged[item.index + offset]
    return other !== undefined && other.linkShare >= 0.75 && other.page.block.text.length < 200
  }
  const crowd = [-2, -1, 1, 2].filter(isLinkBlock).length
  return (
    text.length < 200 &&
    (crowd >= 2 || (kind === "paragraph" && text.length > 12 && !/[.!?。؟:]$/u.test(text)))
  )
}

const simple = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Takes from the choice what is furniture by its words, its place or its links. */
const prune = (
  judged: ReadonlyArray<Judged>,
  choice: Choice,
  title: string | null
): ReadonlyArray<Judged> => {
  const kept = dropTrailingSections(judged.filter((item) => choice.has(item.index))).filter(
    (item) => item.verdict !== "furniture" && !isLinkList(judged, item)
  )
  const total = kept.reduce((sum, item) => sum + item.weight, 0)
  const trimmed = (items: ReadonlyArray<Judged>): Array<Judged> => {
    let start = 0
    // Byline, date and the title again, within the first few lines.
    for (let index = 0; index < Math.min(6, items.length); index++) {
      const item = items[index]
      if (item === undefined) break
      const text = item.page.block.text
      const isTitle = title !== null && simple(text) === simple(title)
      if (item.verdict === "edge" || isTitle) start = index + 1
      else if (text.length > 80) break
    }
    const head = items.slice(0, start).filter((item) => item.verdict === "content" && !isTitleOf(item, title))
    let stop = items.length
    while (stop > start) {
      const item = items[stop - 1]
      if (item === undefined || !(item.verdict === "edge" || item.page.block.kind === "heading")) break
      stop--
    }
    return [...head, ...items.slice(start, stop)]
  }
  const edges = trimmed(kept)
  const left = edges.reduce((sum, item) => sum + item.weight, 0)
  return left >= 0.5 * total ? edges.filter((item, index) => !isDangling(judged, edges, item, index)) : kept
}

const isTitleOf = (item: Judged, title: string | null): boolean =>
  title !== null && simple(item.page.block.text) === simple(title)

/** A heading whose whole section was pruned has nothing to say. */
const isDangling = (
  judged: ReadonlyArray<Judged>,
  kept: ReadonlyArray<Judged>,
  item: Judged,
  index: number
): boolean => {
  if (item.page.block.kind !== "heading") return false
  const following = judged[item.index + 1]
  const next = kept[index + 1]
  if (following === undefined || next === undefined || following.index === next.index) return false
  return (
    next.page.block.kind === "heading" &&
    next.page.block.level <= item.page.block.level &&
    following.page.block.kind !== "heading"
  )
}

/** From a heading such as "Related articles" in the last part of the body, everything of short or linked kind goes. */
const dropTrailingSections = (items: ReadonlyArray<Judged>): Array<Judged> => {
  const total = items.reduce((sum, item) => sum + item.weight, 0)
  const dropped = new Set<Judged>()
  for (const [index, item] of items.entries()) {
    const { kind, level, text } = item.page.block
    const heading = kind === "heading" || (kind === "paragraph" && text.length < 60)
    if (!heading || !opensTrailingSection(text)) continue
    const section: Array<Judged> = [item]
    for (const next of items.slice(index + 1)) {
      if (next.page.block.kind === "heading" && kind === "heading" && next.page.block.level <= level) break
      section.push(next)
    }
    const weight = section.reduce((sum, next) => sum + next.weight, 0)
    if (weight < 0.35 * total) for (const next of section) dropped.add(next)
  }
  return items.filter((item) => !dropped.has(item))
}

/**
 * The blocks of a page's body, in reading order.
 * @param kept elements that Readability keeps, or null when it has no opinion.
 * @param stated article body from the page's JSON-LD.
 */
export const selectBody = (
  blocks: ReadonlyArray<PageBlock>,
  kept: ReadonlySet<number> | null,
  stated: string | null,
  title: string | null
): ReadonlyArray<PageBlock> => {
  const judged = judge(blocks)
  const found = decide(judged, kept, stated)
  // A page of one or two lines convinces no reader: then everything that is not a menu is its body.
  const choice = weigh(judged, found) > 0 ? found : new Set(judged.map((item) => item.index))
  return prune(judged, choice, title).map((item) => item.page)
}

/** For HTML that is the body already: only lines that are furniture by their words go. */
export const cleanBody = (
  blocks: ReadonlyArray<PageBlock>,
  title: string | null
): ReadonlyArray<PageBlock> => {
  // Dates and names at its edges are the document's own ("Adopted in Lisbon, 3 June 2024").
  const judged = judge(blocks).map((item): Judged => {
    const { index, linkShare, page, verdict, weight } = item
    return { index, linkShare, page, weight, verdict: verdict === "edge" ? "content" : verdict }
  })
  return prune(judged, new Set(judged.map((item) => item.index)), title).map((item) => item.page)
}

const judge = (blocks: ReadonlyArray<PageBlock>): ReadonlyArray<Judged> =>
  blocks.map((page, index) => {
    const { kind, text } = page.block
    const linkShare = page.linkChars / Math.max(1, text.length)
    const verdict = kind === "table" || kind === "quote" ? "content" : judgeLine(text, linkShare)
    return {
      page,
      index,
      verdict: kind === "heading" && verdict === "edge" ? "content" : verdict,
      linkShare,
      weight: Math.max(0, text.length - page.linkChars)
    }
  })
