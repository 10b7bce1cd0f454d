/** Fills in empty forms by program, in the files themselves, as people do in Word, an editor or a browser. */
import { load } from "cheerio"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { Effect } from "effect"
import type { DigestLanguage, FormAnswers, FormField } from "../../src/domain/index.ts"
import { columnLabel, formWords, sections, type Section } from "../../src/form/index.ts"
import { renderTemplate, type NamedArea, type TemplateFormat } from "../../src/export/template/index.ts"

export const areas: ReadonlyArray<NamedArea> = [
  { area: "Security", issues: ["Child online safety", "Cybercrime & fraud"] },
  { area: "Development", issues: ["Access", "Community networks"] }
]

const answer = (answers: FormAnswers, field: FormField): string =>
  answers.fields.find((own) => own.field === field)?.text ?? ""

/** The cells of a section in the order in which the form shows them, row by row. */
const cellsOf = (section: Section, answers: FormAnswers): ReadonlyArray<ReadonlyArray<string>> => {
  if (section.asks === "fields") return section.fields.map((field) => [answer(answers, field)])
  if (section.asks === "list") return answers[section.id].map((text) => [text])
  const rows: ReadonlyArray<Readonly<Record<string, string | null>>> = answers[section.id]
  return rows.map((row) => section.columns.map((column) => row[column] ?? ""))
}

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** Types into the cells of a Word document: its tables stand in the order of the sections. */
const fillDocx = (bytes: Uint8Array, answers: FormAnswers): Uint8Array => {
  const files = unzipSync(bytes)
  const document = strFromU8(files["word/document.xml"] ?? new Uint8Array())
  let at = -1
  const filled = document.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/gu, (table) => {
    at++
    const section = sections[at]
    if (section === undefined) return table
    const cells = cellsOf(section, answers)
    let line = section.asks === "records" ? -1 : 0
    return table.replace(/<w:tr>[\s\S]*?<\/w:tr>/gu, (row) => {
      const texts = line < 0 ? undefined : cells[line]
      line++
      if (texts === undefined) return row
      let column = section.asks === "records" ? 0 : -1
      return row.replace(/<w:tc>[\s\S]*?<\/w:tc>/gu, (cell) => {
        const text = texts[column]
        column++
        if (text === undefined || text === "") return cell
        // A person who types replaces the content control's prompt, or writes into the empty paragraph.
        const run = `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
        return cell.includes("<w:sdt ")
          ? cell.replace(
              /<w:sdtContent>[\s\S]*<\/w:sdtContent>/u,
              () => `<w:sdtContent>${run}</w:sdtContent>`
            )
          : cell.replace(/<\/w:p>/u, () => `${run}</w:p>`)
      })
    })
  })
  return zipSync({ ...files, "word/document.xml": strToU8(filled) })
}

/** What the page's own script does when the filled-in form is saved. */
const fillHtml = (html: string, answers: FormAnswers): string => {
  const $ = load(html)
  for (const section of sections) {
    const cells = cellsOf(section, answers)
    const rows = $(`section[aria-labelledby="s-${section.id}"] tbody tr`).get()
    for (const [line, texts] of cells.entries()) {
      const fields = $(rows[line]).find("input, textarea, select").get()
      for (const [index, text] of texts.entries()) {
        const field = $(fields[index])
        if (field.is("textarea")) field.text(text)
        else if (field.is("select")) {
          field.find("option").each((_, option) => {
            if ($(option).text() === text) $(option).attr("selected", "")
          })
        } else field.attr("value", text)
      }
    }
  }
  return $.html()
}

/** Types after the labels and numbers. */
const fillMarkdown = (markdown: string, answers: FormAnswers, language: DigestLanguage): string => {
  const words = formWords(language)
  const parts = markdown.split(/^(?=## )/mu)
  const filled = sections.map((section, index) => {
    const part = parts[index + 1] ?? ""
    const cells = cellsOf(section, answers)
    if (section.asks === "fields") {
      let line = 0
      return part.replace(/^- \*\*.*$/gmu, (label) => `${label} ${cells[line++]?.[0] ?? ""}`.trimEnd())
    }
    if (section.asks === "list") {
      let line = 0
      return part.replace(/^\d+\.$/gmu, (label) => `${label} ${cells[line++]?.[0] ?? ""}`.trimEnd())
    }
    const labels = section.columns.map((column) => columnLabel(words, section.id, column))
    let count = 0
    return part.replace(/^- \*\*.*$/gmu, (label) => {
      const text = cells[Math.floor(count / labels.length)]?.[count % labels.length] ?? ""
      count++
      return `${label} ${text}`.trimEnd()
    })
  })
  return [parts[0], ...filled, ...parts.slice(sections.length + 1)].join("")
}

/** An empty form with these answers typed into it. They fit the rows that the form has. */
export const filledForm = (
  format: TemplateFormat,
  language: DigestLanguage,
  answers: FormAnswers
): Effect.Effect<Uint8Array> =>
  Effect.map(renderTemplate(format, { language, areas }), (bytes) => {
    if (format === "docx") return fillDocx(bytes, answers)
    const text = new TextDecoder().decode(bytes)
    return new TextEncoder().encode(
      format === "html" ? fillHtml(text, answers) : fillMarkdown(text, answers, language)
    )
  })
