/**
 * The readers that give an opinion on where a page's body is: the elements that Readability keeps, the element
 * that the page names, the densest run of text, the article body stated in JSON-LD.
 */
import type { ElementNode } from "./tree.ts"
import { type Choice, type Judged, overlap, weigh } from "./judged.ts"

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

/** Readability renames and unwraps: an element counts as kept when it or the wrapper that holds only it is. */
export const keptBy = (kept: ReadonlySet<number>, element: ElementNode): boolean => {
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
export const densestRun = (judged: ReadonlyArray<Judged>): Choice => {
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
export const statedChoice = (judged: ReadonlyArray<Judged>, body: string): Choice => {
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

/** Named containers: the most telling one that holds a fair part of what the other readers see. */
export const namedChoice = (
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
export const isWhole = (
  judged: ReadonlyArray<Judged>,
  choice: Choice,
  told: Choice,
  stated: string
): boolean => {
  const weight = weigh(judged, told)
  return (
    weight >= 0.85 * stated.length &&
    /[.!?。؟…"”»)\]]\s*$/u.test(stated) &&
    !/(?:\.\.\.|…)\s*$/u.test(stated) &&
    weight >= 0.6 * weigh(judged, choice)
  )
}

/** The stated body, and between its first and last block also headings and lists that the statement left out. */
export const boundedBy = (judged: ReadonlyArray<Judged>, choice: Choice, told: Choice): Choice => {
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
