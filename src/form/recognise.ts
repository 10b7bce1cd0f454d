/**
 * Knows a reporting form by its hidden marker, or by its headings when the marker is lost.
 */
import { digestLanguages, type DigestLanguage } from "../domain/index.ts"
import { markerPattern } from "./definition.ts"
import { fold } from "../normalize/phrases/fold.ts"
import type { Part } from "./parts.ts"
import { formWords } from "./words.ts"

/** A text as labels and titles are compared: folded, without number before it and marks after it. */
export const keyOf = (text: string): string =>
  fold(text)
    .replace(/^\d+\s*[.)\-:]\s*/u, "")
    .replace(/[\s*_:：.。]+$/u, "")
    .replace(/^[\s*_]+/u, "")

/** Headings that make a form known without its marker: more of its eight than a report has by chance. */
const enoughHeadings = 5

const titles: ReadonlyMap<DigestLanguage, ReadonlySet<string>> = new Map(
  digestLanguages.map((language) => [
    language,
    new Set(Object.values<string>(formWords(language).sections).map(keyOf))
  ])
)

/** For each language the titles, each as the form writes it and as keyboards do. */
const spellings: ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>> = digestLanguages.map((language) =>
  Object.values<string>(formWords(language).sections).map((title) => [
    ...new Set([title, title.replaceAll("’", "'")])
  ])
)

export interface Recognised {
  readonly language: DigestLanguage
  readonly by: "marker" | "headings"
}

/** A sign that a text may hold a form, cheap enough to ask of every page. */
export const mayBeForm = (text: string): boolean => {
  if (markerPattern.test(text)) return true
  return spellings.some((titles) => {
    let missed = 0
    for (const variants of titles) {
      if (variants.some((title) => text.includes(title))) continue
      missed++
      if (missed > titles.length - enoughHeadings) return false
    }
    return true
  })
}

/** Whether the parts are those of a form, and in which language its words are. */
export const recognise = (marker: string, parts: ReadonlyArray<Part>): Recognised | null => {
  const keys = new Set(
    parts.flatMap((part) =>
      part.kind === "heading" || part.kind === "text"
        ? [keyOf(part.text)]
        : part.kind === "row" && part.cells.length === 1
          ? [keyOf(part.cells[0]?.join(" ") ?? "")]
          : []
    )
  )
  const counts = digestLanguages
    .map((language) => ({
      language,
      found: [...(titles.get(language) ?? [])].filter((title) => keys.has(title)).length
    }))
    .toSorted((a, b) => b.found - a.found)
  const stated = markerPattern.exec(marker)?.[2]
  const marked = counts.find(({ language }) => language === stated)
  if (marked !== undefined && marked.found > 0) return { language: marked.language, by: "marker" }
  const best = counts[0]
  return best !== undefined && best.found >= enoughHeadings
    ? { language: best.language, by: "headings" }
    : null
}
