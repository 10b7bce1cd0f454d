/**
 * A filled-in form as a document: blocks in the order of the form with what was filled in and nothing else,
 * and the passages among them that say something, with what the form tells of each.
 *
 * The contact is not among them: a digest's archived copies are made of blocks.
 */
import { ContactField, type Block, type ReportForm, type StatementKind } from "../domain/index.ts"
import { sections } from "./definition.ts"
import { formWords } from "./words.ts"

/** A passage to become a statement. */
export interface FormPassage {
  /** Index of its block, and the headings above it. */
  readonly block: number
  readonly headings: ReadonlyArray<string>
  readonly text: string
  /** What the form itself says of its kind; null where its words must tell. */
  readonly kind: StatementKind | null
  /** False where it was written beside the questions. */
  readonly asked: boolean
  readonly caseName: string | null
  /** The issue in the initiative's words. */
  readonly issue: string | null
}

const contact: ReadonlySet<string> = new Set(ContactField.literals)

/** Parts of a case in one text: `Name: what was done. Result`. */
const caseText = (parts: {
  readonly name: string | null
  readonly what: string | null
  readonly result: string | null
}): string => {
  const told = [parts.what, parts.result].filter((part) => part !== null)
  const [first = "", second] = told
  const text =
    second === undefined
      ? first
      : /[.!?;:…。！？；؟؛]["'”’»)]*$/u.test(first)
        ? `${first} ${second}`
        : `${first}; ${second}`
  return parts.name === null ? text : text === "" ? parts.name : `${parts.name}: ${text}`
}

/** Blocks and passages of a form; the same form always gives the same. */
export const formDocument = (
  form: ReportForm
): {
  readonly title: string | null
  readonly blocks: ReadonlyArray<Block>
  readonly passages: ReadonlyArray<FormPassage>
} => {
  const { answers, language } = form
  const words = formWords(language)
  const written = new Map(answers.fields.map(({ field, text }) => [field, text]))
  const title = [written.get("name"), written.get("edition")].filter((part) => part !== undefined)
  const blocks: Array<Block> = []
  const passages: Array<FormPassage> = []
  const heading = (level: number, text: string) => blocks.push({ kind: "heading", level, text })
  const passage = (
    section: string,
    text: string,
    told: Partial<Pick<FormPassage, "kind" | "caseName" | "issue" | "asked">> = {}
  ) => {
    const { asked = true, caseName = null, issue = null, kind = null } = told
    const headings = [section, ...(issue === null ? [] : [issue])]
    passages.push({ block: blocks.length, headings, text, kind, asked, caseName, issue })
    blocks.push({ kind: "list-item", level: 1, text })
  }

  heading(1, title.length === 0 ? words.title : title.join(", "))
  for (const section of sections) {
    const name = words.sections[section.id]
    if (section.asks === "fields") {
      const rows = section.fields.flatMap((field) => {
        const text = contact.has(field) ? undefined : written.get(field)
        return text === undefined ? [] : [`${words.fields[field]}\t${text}`]
      })
      if (rows.length > 0) {
        heading(2, name)
        blocks.push({ kind: "table", level: 0, text: rows.join("\n") })
      }
      continue
    }
    if (answers[section.id].length > 0) heading(2, name)
    switch (section.id) {
      case "highlights":
        for (const text of answers.highlights) passage(name, text)
        break
      case "asks":
        for (const text of answers.asks) passage(name, text, { kind: "recommendation" })
        break
      case "cases":
        for (const own of answers.cases)
          passage(name, caseText(own), { kind: "best-practice", caseName: own.name })
        break
      case "messages":
      case "views": {
        let issue: string | null = null
        for (const own of answers[section.id]) {
          if (own.issue !== null && own.issue !== issue) heading(3, own.issue)
          issue = own.issue
          passage(name, own.text, {
            issue: own.issue,
            kind: section.id === "views" ? "divergence" : null
          })
        }
        break
      }
    }
  }
  const [mainTitle = ""] = blocks.map((block) => block.text)
  for (const text of answers.notes) passage(mainTitle, text, { asked: false })
  return { title: title.length === 0 ? null : title.join(", "), blocks, passages }
}
