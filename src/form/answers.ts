/**
 * Collects the answers of a form from its parts: what stands where something was asked. The form's own words
 * (titles, labels, instructions, empty rows) are no answers.
 */
import { FormField, type DigestLanguage, type FormAnswers } from "../domain/index.ts"
import { sections, type ColumnId, type Section } from "./definition.ts"
import { oneLine, says, type Part } from "./parts.ts"
import { keyOf } from "./recognise.ts"
import { columnLabel, formWords, type FormWords } from "./words.ts"

type Row = Map<ColumnId, Array<string>>
type Records = Extract<Section, { readonly asks: "records" }>

/** Everything that the form says itself. */
const ownTexts = (words: FormWords): ReadonlySet<string> =>
  new Set(
    [
      words.title,
      words.intro,
      words.choose,
      words.issueNames,
      words.save,
      words.addRow,
      ...Object.values<string>(words.sections),
      ...Object.values<string>(words.hints)
    ].map(keyOf)
  )

/** The column that a line belongs to when nothing says which. */
const mainColumn = (section: Records): ColumnId => (section.id === "cases" ? "what" : "text")

class Answers {
  readonly fields = new Map<FormField, Array<string>>()
  readonly rows = new Map<Section["id"], Array<Row>>()
  readonly lists = new Map<Section["id"], Array<string>>()
  readonly notes: Array<string> = []
  readonly #words: FormWords
  readonly #own: ReadonlySet<string>
  readonly #labels: ReadonlyMap<string, FormField>
  #section: Section | "reference" | null = null
  #field: FormField | null = null
  #row: Row | null = null
  #column: ColumnId | null = null
  /** Column in which each cell of a row stands, as the head of the table says. */
  #order: ReadonlyArray<ColumnId> = []
  /** An issue that somebody made a heading. */
  #issue: string | null = null

  constructor(words: FormWords) {
    this.#words = words
    this.#own = ownTexts(words)
    this.#labels = new Map(FormField.literals.map((field) => [keyOf(words.fields[field]), field]))
  }

  /** Begins a section when the text is its title. */
  #begins(text: string): boolean {
    const key = keyOf(text)
    const section = sections.find(({ id }) => keyOf(this.#words.sections[id]) === key)
    if (section === undefined && key !== keyOf(this.#words.issueNames)) return false
    this.#section = section ?? "reference"
    this.#order = section?.asks === "records" ? section.columns : []
    this.#field = null
    this.#row = null
    this.#column = null
    this.#issue = null
    return true
  }

  /** An answer's text without what the form says itself; empty when nothing is left. */
  #said(text: string): string {
    return says(text) && !this.#own.has(keyOf(text)) ? text : ""
  }

  #lines(lines: ReadonlyArray<string>): ReadonlyArray<string> {
    return lines.map((line) => this.#said(oneLine(line))).filter((line) => line !== "")
  }

  #begin(section: Records, first: ReadonlyArray<readonly [ColumnId, ReadonlyArray<string>]> = []): Row {
    const row: Row = new Map(first.map(([column, lines]) => [column, [...lines]]))
    if (this.#issue !== null && section.columns.includes("issue") && (row.get("issue") ?? []).length === 0)
      row.set("issue", [this.#issue])
    const rows = this.rows.get(section.id) ?? []
    rows.push(row)
    this.rows.set(section.id, rows)
    return row
  }

  #fieldRow(cells: ReadonlyArray<ReadonlyArray<string>>): void {
    const [head = [], ...others] = cells
    const field = this.#labels.get(keyOf(head[0] ?? ""))
    const values = this.#lines([...head.slice(1), ...others.flat()])
    if (field === undefined) this.notes.push(...this.#lines([cells.flat().join(" ")]))
    else this.#keep(field, values)
  }

  #keep(field: FormField, values: ReadonlyArray<string>): void {
    const known = this.fields.get(field) ?? []
    known.push(...values)
    this.fields.set(field, known)
    this.#field = field
  }

  #recordRow(section: Records, cells: ReadonlyArray<ReadonlyArray<string>>): void {
    const labels = new Map(
      section.columns.map((column) => [keyOf(columnLabel(this.#words, section.id, column)), column])
    )
    const named = cells.map((cell) => labels.get(keyOf(cell.join(" "))))
    if (cells.length > 1 && named.every((column) => column !== undefined)) {
      this.#order = named
      return
    }
    const order = cells.length === 1 ? [mainColumn(section)] : this.#order
    const last = order.at(-1) ?? mainColumn(section)
    const filled = new Map<ColumnId, ReadonlyArray<string>>()
    for (const [index, cell] of cells.entries()) {
      const column = order[index] ?? last
      filled.set(column, [...(filled.get(column) ?? []), ...this.#lines(cell)])
    }
    if ([...filled.values()].some((lines) => lines.length > 0)) this.#begin(section, [...filled])
  }

  row(cells: ReadonlyArray<ReadonlyArray<string>>): void {
    const only = cells.filter((cell) => cell.length > 0)
    if (only.length === 1 && cells.length === 1 && this.#begins(only[0]?.join(" ") ?? "")) return
    const section = this.#section
    if (section === "reference") return
    if (section === null) this.notes.push(...this.#lines([cells.flat().join(" ")]))
    else if (section.asks === "fields") this.#fieldRow(cells)
    else if (section.asks === "records") this.#recordRow(section, cells)
    else {
      const numbered = cells.length > 1 && /^\d*[.)]?$/u.test(cells[0]?.join("") ?? "")
      this.#list(section.id, (numbered ? cells.slice(1) : cells).flat())
    }
  }

  #list(id: Section["id"], lines: ReadonlyArray<string>): void {
    this.lists.set(id, [...(this.lists.get(id) ?? []), ...this.#lines(lines)])
  }

  /** A line `Label: answer`, or one that goes on with the answer before it. */
  line(text: string, kind: "heading" | "text" | "item"): void {
    if (kind !== "item" && this.#begins(text)) return
    const section = this.#section
    if (section === "reference" && kind === "item") return
    if (section === null || section === "reference") this.notes.push(...this.#lines([text]))
    else if (section.asks === "list") this.#list(section.id, [text])
    else if (section.asks === "fields") this.#fieldLine(text)
    else this.#recordLine(section, text, kind)
  }

  #split(text: string): readonly [string, string] {
    const at = text.search(/[:：]/u)
    return at < 0 ? [keyOf(text), ""] : [keyOf(text.slice(0, at)), text.slice(at + 1).trim()]
  }

  #fieldLine(text: string): void {
    const [label, value] = this.#split(text)
    const field = this.#labels.get(label)
    if (field !== undefined) this.#keep(field, this.#lines([value]))
    else if (this.#field !== null && this.#said(text) !== "") this.#keep(this.#field, this.#lines([text]))
    else this.notes.push(...this.#lines([text]))
  }

  #recordLine(section: Records, text: string, kind: "heading" | "text" | "item"): void {
    if (/^\d+[.)]?$/u.test(text)) {
      this.#row = null
      this.#column = null
      return
    }
    const [label, value] = this.#split(text)
    const column = section.columns.find((id) => keyOf(columnLabel(this.#words, section.id, id)) === label)
    if (column !== undefined) {
      if (this.#row === null || this.#row.has(column)) this.#row = this.#begin(section)
      this.#row.set(column, [...this.#lines([value])])
      this.#column = column
      return
    }
    const said = this.#lines([text])
    if (said.length === 0) return
    if (kind === "heading" && section.columns.includes("issue")) {
      this.#issue = text
      this.#row = null
      this.#column = null
    } else if (this.#row !== null && this.#column !== null) {
      this.#row.set(this.#column, [...(this.#row.get(this.#column) ?? []), ...said])
    } else this.#begin(section, [[mainColumn(section), said]])
  }
}

const joined = (lines: ReadonlyArray<string> | undefined): string | null =>
  lines === undefined || lines.length === 0 ? null : lines.join(" ")

/** The answers that stand in the parts of a form whose words are in this language. */
export const answersOf = (parts: ReadonlyArray<Part>, language: DigestLanguage): FormAnswers => {
  const found = new Answers(formWords(language))
  for (const part of parts) {
    if (part.kind === "row") found.row(part.cells)
    else found.line(part.text, part.kind)
  }
  const rows = (id: Section["id"]) => found.rows.get(id) ?? []
  // An issue beside which nothing is said is no message; it is kept as a note.
  const unsaid = [...rows("messages"), ...rows("views")].flatMap((row) =>
    joined(row.get("text")) === null ? (joined(row.get("issue")) ?? []) : []
  )
  return {
    fields: FormField.literals.flatMap((field) => {
      const text = joined(found.fields.get(field))
      return text === null ? [] : [{ field, text }]
    }),
    highlights: found.lists.get("highlights") ?? [],
    messages: rows("messages").flatMap((row) =>
      (row.get("text") ?? []).map((text) => ({ issue: joined(row.get("issue")), text }))
    ),
    cases: rows("cases").flatMap((row) => {
      const own = {
        name: joined(row.get("name")),
        what: joined(row.get("what")),
        result: joined(row.get("result"))
      }
      return own.name === null && own.what === null && own.result === null ? [] : [own]
    }),
    views: rows("views").flatMap((row) => {
      const text = joined(row.get("text"))
      return text === null ? [] : [{ issue: joined(row.get("issue")), text }]
    }),
    asks: found.lists.get("asks") ?? [],
    notes: [...found.notes, ...unsaid]
  }
}
