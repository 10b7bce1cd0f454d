/**
 * The reporting form as a Word document: headings, tables to type into, and lists to choose from that also
 * take what is typed (ECMA-376, Part 1, 17.5.2.5 "comboBox").
 */
import {
  BorderStyle,
  Document,
  ImportedXmlComponent,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from "docx"
import { Effect } from "effect"
import { Attendance, locales } from "../../domain/index.ts"
import { columnLabel, formWords, markerOf, sections, type FormWords, type Section } from "../../form/index.ts"
import { escape, printable } from "../html/html.ts"
import { answerTo, linesOf, rowsOf, type TemplateContent } from "./content.ts"

/** Width of the page between its margins, in twentieths of a point. */
const pageWidth = 9638

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

class Writer {
  readonly #rtl: boolean
  readonly #words: FormWords

  constructor(content: TemplateContent) {
    this.#rtl = locales[content.language].direction === "rtl"
    this.#words = formWords(content.language)
  }

  run(
    text: string,
    look: { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string } = {}
  ) {
    return new TextRun({ text: printable(text), rightToLeft: this.#rtl, ...look })
  }

  paragraph(text: string, look: { readonly italics?: boolean; readonly style?: string } = {}): Paragraph {
    const { italics = false, style } = look
    return new Paragraph({
      children: text === "" ? [] : [this.run(text, italics ? { italics, color: "4D5663" } : {})],
      bidirectional: this.#rtl,
      spacing: { after: 80 },
      ...(style === undefined ? {} : { style, keepNext: true })
    })
  }

  /** A list to choose from or to write into; shows what is chosen, or that something can be. */
  choice(text: string, items: ReadonlyArray<string>): Paragraph {
    const paragraph = new Paragraph({ bidirectional: this.#rtl, spacing: { after: 80 }, children: [] })
    const listed = [...new Set(items)]
      .map((item) => `<w:listItem w:displayText="${escape(item)}" w:value="${escape(item)}"/>`)
      .join("")
    const direction = this.#rtl ? "<w:rtl/>" : ""
    const look =
      text === "" ? `<w:rPr><w:color w:val="6B7480"/>${direction}</w:rPr>` : `<w:rPr>${direction}</w:rPr>`
    paragraph.addChildElement(
      ImportedXmlComponent.fromXmlString(
        `<w:sdt xmlns:w="${namespace}"><w:sdtPr>${text === "" ? "<w:showingPlcHdr/>" : ""}<w:comboBox>${listed}</w:comboBox></w:sdtPr><w:sdtContent><w:r>${look}<w:t xml:space="preserve">${escape(text === "" ? this.#words.choose : text)}</w:t></w:r></w:sdtContent></w:sdt>`
      )
    )
    return paragraph
  }

  cell(content: Paragraph, width: number, head = false): TableCell {
    return new TableCell({
      children: [content],
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(head ? { shading: { fill: "EDF0F4" } } : {})
    })
  }

  head(text: string, width: number): TableCell {
    return this.cell(
      new Paragraph({
        children: [this.run(text, { bold: true })],
        bidirectional: this.#rtl,
        spacing: { after: 0 }
      }),
      width,
      true
    )
  }

  table(widths: ReadonlyArray<number>, rows: ReadonlyArray<ReadonlyArray<TableCell>>, heads: number): Table {
    const border = { style: BorderStyle.SINGLE, size: 4, color: "9AA3AF" }
    return new Table({
      rows: rows.map(
        (children, index) => new TableRow({ children, cantSplit: true, tableHeader: index < heads })
      ),
      columnWidths: widths,
      width: { size: pageWidth, type: WidthType.DXA },
      visuallyRightToLeft: this.#rtl,
      borders: {
        top: border,
        bottom: border,
        left: border,
        right: border,
        insideHorizontal: border,
        insideVertical: border
      }
    })
  }
}

const widthsOf = (parts: ReadonlyArray<number>): ReadonlyArray<number> => {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => Math.floor((pageWidth * part) / whole))
}

const body = (writer: Writer, content: TemplateContent, section: Section): Table => {
  const words = formWords(content.language)
  const issues = content.areas.flatMap((own) => own.issues)
  if (section.asks === "fields") {
    const [left = 0, right = 0] = widthsOf([2, 3])
    return writer.table(
      [left, right],
      section.fields.map((field) => {
        const text = answerTo(content, field)
        const forms = Attendance.literals.map((one) => words.attendance[one])
        return [
          writer.head(words.fields[field], left),
          writer.cell(field === "attendance" ? writer.choice(text, forms) : writer.paragraph(text), right)
        ]
      }),
      0
    )
  }
  if (section.asks === "list") {
    const [left = 0, right = 0] = widthsOf([1, 19])
    return writer.table(
      [left, right],
      linesOf(content, section).map((text, index) => [
        writer.cell(writer.paragraph(String(index + 1)), left),
        writer.cell(writer.paragraph(text), right)
      ]),
      0
    )
  }
  const widths = widthsOf(
    section.columns.map((column) => (column === "issue" ? 3 : column === "text" ? 7 : 4))
  )
  return writer.table(
    widths,
    [
      section.columns.map((column, index) =>
        writer.head(columnLabel(words, section.id, column), widths[index] ?? 0)
      ),
      ...rowsOf(content, section).map((row) =>
        row.map(({ column, text }, index) =>
          writer.cell(
            column === "issue" && issues.length > 0 ? writer.choice(text, issues) : writer.paragraph(text),
            widths[index] ?? 0
          )
        )
      )
    ],
    1
  )
}

/** Renders the form as DOCX bytes. */
export const renderDocxForm = Effect.fn("renderDocxForm")(function* (content: TemplateContent) {
  const { areas, language } = content
  const words = formWords(language)
  const writer = new Writer(content)
  const [left = 0, right = 0] = widthsOf([1, 3])
  const document = new Document({
    title: words.title,
    creator: "Tributary",
    customProperties: [{ name: "Form", value: markerOf(language) }],
    styles: {
      default: {
        document: {
          run: {
            font: "Calibri",
            size: 22,
            language: { value: locales[language].tag, bidirectional: locales[language].tag }
          }
        },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { size: 28, bold: true, color: "17365D" },
          paragraph: { spacing: { before: 320, after: 80 } }
        }
      }
    },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        children: [
          writer.paragraph(words.title, { style: "Title" }),
          writer.paragraph(words.intro),
          ...sections.flatMap((section, index) => [
            writer.paragraph(`${index + 1}. ${words.sections[section.id]}`, { style: "Heading1" }),
            writer.paragraph(words.hints[section.id], { italics: true }),
            body(writer, content, section)
          ]),
          ...(areas.length === 0
            ? []
            : [
                writer.paragraph(words.issueNames, { style: "Heading1" }),
                writer.table(
                  [left, right],
                  areas.map((own) => [
                    writer.head(own.area, left),
                    writer.cell(writer.paragraph(own.issues.join("; ")), right)
                  ]),
                  0
                )
              ])
        ]
      }
    ]
  })
  const buffer = yield* Effect.promise(() => Packer.toBuffer(document))
  return new Uint8Array(buffer)
})
