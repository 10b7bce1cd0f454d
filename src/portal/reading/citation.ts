/**
 * How a statement is cited: as text, for BibTeX, and as RIS (Reference Manager's format, which Zotero, EndNote
 * and Mendeley read).
 */
import type { Initiative, Output, Statement, Timestamp } from "../../domain/index.ts"
import { printable } from "../../export/html/html.ts"

export interface Cited {
  readonly statement: Statement
  readonly output: Output
  readonly initiative: Initiative
  /** Permanent address of the statement. */
  readonly address: string
  /** When the output was fetched. */
  readonly retrievedAt: Timestamp | null
}

/** On one line, without what would end a field. */
const line = (text: string): string => printable(text).replace(/\s+/g, " ").trim()

/** `Old Port IGF (2025-11-04). "…". In: Messages. https://… . Tributary s-0123, https://… .` */
export const plainCitation = ({ address, initiative, output, statement }: Cited): string => {
  const date = output.publishedAt ?? "n.d."
  const web = /^https?:/.test(output.url) ? ` ${output.url}.` : ""
  return line(
    `${initiative.name} (${date}). “${line(statement.text)}” In: ${line(output.title)}.${web} Tributary, ${statement.id}. ${address}`
  )
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
}

const tex = (text: string): string => line(text).replace(/[\\{}$&%#_~^]/g, (sign) => special[sign] ?? sign)

/** An entry `@misc`, with the passage as its note. */
export const bibtex = ({ address, initiative, output, retrievedAt, statement }: Cited): string => {
  const fields: ReadonlyArray<readonly [string, string | null]> = [
    ["author", `{${tex(initiative.name)}}`],
    ["title", `{${tex(output.title)}}`],
    ["year", output.publishedAt?.slice(0, 4) ?? null],
    ["month", output.publishedAt === null ? null : String(Number(output.publishedAt.slice(5, 7)))],
    ["note", tex(`“${statement.text}”`)],
    ["url", line(address).replace(/[{}\\]/g, "")],
    ["urldate", retrievedAt?.slice(0, 10) ?? null],
    ["language", tex(statement.language)]
  ]
  const rows = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
  return `@misc{tributary-${statement.id},\n${rows.join(",\n")}\n}\n`
}

/** An entry of type ELEC: each field on a line of its own, ended by `ER`. */
export const ris = ({ address, initiative, output, retrievedAt, statement }: Cited): string => {
  const fields: ReadonlyArray<readonly [string, string | null]> = [
    ["TY", "ELEC"],
    ["AU", line(initiative.name)],
    ["TI", line(output.title)],
    ["PY", output.publishedAt?.slice(0, 4) ?? null],
    ["DA", output.publishedAt?.replaceAll("-", "/") ?? null],
    ["AB", line(statement.text)],
    ["LA", line(statement.language)],
    ["UR", line(address)],
    ["Y2", retrievedAt?.slice(0, 10).replaceAll("-", "/") ?? null],
    ["ID", statement.id],
    ["ER", ""]
  ]
  return `${fields.flatMap(([name, value]) => (value === null ? [] : [`${name}  - ${value}`])).join("\r\n")}\r\n`
}
