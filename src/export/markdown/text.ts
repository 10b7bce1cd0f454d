/**
 * Markdown (CommonMark with tables): escaped text, links, paragraphs, tables.
 *
 * Everything quoted is escaped, so that a text can neither format nor link nor hold markup.
 */
import type { InitiativeId } from "../../domain/index.ts"
import { printable, safeUrl } from "../html/html.ts"
import type { View } from "../view.ts"

/** Text as Markdown that shows exactly this text on one line. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, "\\$&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, "\\@")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1")

/** Link where the URL is safe, its bare label otherwise. */
export const linkTo = (url: string | null, label: string): string => {
  const target = url === null ? null : safeUrl(url)
  return target === null
    ? label
    : `[${label}](<${target.replace(/[<>\\\s]/g, (found) => encodeURIComponent(found))}>)`
}

/** A numbered paragraph with its anchor. */
export const para = (par: number, text: string): string => `<a id="p${par}"></a>**${par}.** ${text}\n`

/** A table; all columns but the first are set to the right. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [
    `| ${head.join(" | ")} |`,
    `|${head.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    ""
  ].join("\n")

/** Name of an initiative with its type and groups. */
export const nameOf = (view: View, id: InitiativeId): string => {
  const own = view.initiatives.get(id)
  return own === undefined
    ? escapeMarkdown(id)
    : `${escapeMarkdown(own.name)} ${view.m.text("bracketed", {
        text: [
          view.m.names.type[own.type],
          view.m.list(own.unGroups.map((group) => view.m.names.groupColumn[group]))
        ].join(view.m.text("comma"))
      })}`
}

/** A label in bold and what belongs to it, as a sentence. */
export const labelled = (view: View, label: string, text: string): string =>
  view.m.text("labelledSentence", { label: `**${label}**`, text })

/** A label with a number in brackets. */
export const counted = (view: View, label: string, count: number): string =>
  `${escapeMarkdown(label)} ${view.m.text("bracketed", { text: count })}`

/** Link to a paragraph of the same text. */
export const parLink = (par: number): string => `[${par}](#p${par})`
