/**
 * Markdown (CommonMark with tables): escaped text, links, paragraphs, tables.
 *
 * Everything quoted is escaped, so that a text can neither format nor link nor hold markup.
 */
import type { InitiativeId } from "../../domain/index.ts"
import { printable, safeUrl } from "../html/html.ts"
import type { View } from "../view.ts"
import { enumerate, groupColumn, typeName } from "../words.ts"

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
    : `${escapeMarkdown(own.name)} (${typeName[own.type]}, ${enumerate(own.unGroups.map((group) => groupColumn[group]))})`
}
