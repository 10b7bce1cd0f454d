/**
 * The repeated entries of a page, found by structure alone: siblings of one shape that each hold a link of
 * their own, outside navigation, preferably with headings and dates.
 */
import type { Cheerio } from "cheerio"
import type { Element } from "domhandler"
import type { ListingSelectors } from "../../domain/index.ts"
import { findDates } from "../../date/index.ts"
import { linkOn, wordsOf, type Page } from "../source/html.ts"

/** Selectors proposed for a page, with the reasons. */
export interface PatternProposal {
  readonly selectors: ListingSelectors
  readonly count: number
  readonly score: number
  readonly reasons: ReadonlyArray<string>
}

const furniture =
  'nav, header, footer, aside, form, [role="navigation"], [class*="menu"], [class*="breadcrumb"], [class*="pager"], [class*="pagination"], [class*="sidebar"], [class*="social"], [class*="cookie"], [class*="widget"]'

/** Classes that name the shape of an entry, not its state or number. */
const lasting = (names: string): ReadonlyArray<string> =>
  names
    .split(/\s+/)
    .filter(
      (name) =>
        /^[A-Za-z][A-Za-z_-]*$/.test(name) &&
        !/(?:^|[-_])(?:odd|even|first|last|active|current|sticky|new|col|row-\w|status|category|tag|format|has)(?:$|[-_])/i.test(
          name
        )
    )
    .slice(0, 2)

const shapeOf = (element: Element): string => {
  const classes = lasting(element.attribs["class"] ?? "")
  return [element.name, ...classes].join(".")
}

const selectorOf = (page: Page, parent: Element, shape: string): string => {
  const id = parent.attribs["id"]
  if (id !== undefined && /^[A-Za-z][\w-]*$/.test(id) && !/\d{2}/.test(id)) return `#${id} > ${shape}`
  const parentShape = shapeOf(parent)
  const direct = `${parentShape} > ${shape}`
  if (shape.includes(".") && page.$(shape).length === page.$(parent).children(shape).length) return shape
  if (parentShape.includes(".")) return direct
  const outer = page.$(parent).parents("[class], main, article").first().get(0)
  return outer === undefined ? direct : `${shapeOf(outer)} ${direct}`
}

interface Measure {
  readonly links: number
  readonly headings: number
  readonly dates: number
  readonly length: number
}

const measure = (page: Page, entries: Cheerio<Element>): Measure => {
  const urls = new Set<string>()
  let headings = 0
  let dates = 0
  let length = 0
  for (const element of entries.toArray()) {
    const entry = page.$(element)
    const link = element.name === "a" ? entry : entry.find("a[href]").first()
    const url = linkOn(page, link.attr("href"))
    if (url !== null && url !== page.url) urls.add(url)
    const text = wordsOf(entry)
    length += Math.min(text.length, 400)
    if (entry.find("h1, h2, h3, h4, h5").length > 0) headings++
    if (
      entry.find("time").length > 0 ||
      findDates(text.slice(0, 600), { language: page.language }).mentions.length > 0
    )
      dates++
  }
  const count = entries.length
  return {
    links: urls.size / count,
    headings: headings / count,
    dates: dates / count,
    length: length / count
  }
}

const elementLimit = 20_000

/** The best pattern of repeated entries on a page, or null when nothing repeats convincingly. */
export const proposeSelectors = (page: Page): PatternProposal | null => {
  const { $ } = page
  let best: PatternProposal | null = null
  const parents = new Set(
    $("body a[href]")
      .slice(0, elementLimit)
      .toArray()
      .flatMap((link) => $(link).parents().slice(0, 5).toArray())
  )
  for (const parent of parents) {
    if ($(parent).closest(furniture).length > 0) continue
    const groups = new Map<string, number>()
    for (const child of $(parent).children().toArray())
      groups.set(shapeOf(child), (groups.get(shapeOf(child)) ?? 0) + 1)
    for (const [shape, count] of groups) {
      if (count < 3 || /^(?:script|style|br|hr|option|td|th|span|p)$/.test(shape)) continue
      const entries = $(parent).children(shape)
      const m = measure(page, entries)
      if (m.links < 0.8 || m.length < 15) continue
      const score =
        Math.min(count, 20) *
        m.links *
        (0.5 + m.headings + 1.5 * m.dates) *
        Math.sqrt(Math.min(m.length, 300))
      if (best !== null && score <= best.score) continue
      const hasTime = entries.find("time").length >= count * 0.6
      best = {
        selectors: {
          item: selectorOf(page, parent, shape),
          ...(m.headings > 0.8 && entries.find(":is(h1,h2,h3,h4,h5) a[href]").length >= count * 0.8
            ? { link: ":is(h1,h2,h3,h4,h5) a" }
            : {}),
          ...(hasTime ? { date: "time" } : {})
        },
        count,
        score,
        reasons: [
          `${count} neighbouring elements of the same shape, each with a link of its own`,
          ...(m.headings > 0.8 ? ["each has a heading"] : []),
          ...(m.dates > 0.5 ? ["most have a date"] : [])
        ]
      }
    }
  }
  return best
}
