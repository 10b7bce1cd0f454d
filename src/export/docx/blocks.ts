/**
 * The blocks of the printed forms as paragraphs and tables of Word.
 *
 * Numbers of paragraphs are written out, and not left to Word's own numbering: they are cited from every
 * form of the digest, and must stay what they are when somebody deletes a paragraph.
 */
import { FootnoteReferenceRun, Tab, TextRun } from "docx"
import type { Paragraph, ParagraphChild, Table } from "docx"
import { Option, Schema } from "effect"
import { StatementId } from "../../domain/index.ts"
import type { Quotation } from "../../domain/index.ts"
import { printable } from "../html/html.ts"
import { runs, say } from "../pdf/model.ts"
import type { Block, QuotationBlock } from "../pdf/model.ts"
import { longText } from "../pdf/quotation.ts"
import { opening } from "../view.ts"
import { contentsOf } from "./contents.ts"
import { footnote } from "./source.ts"
import { tableOf } from "./table.ts"
import { bookmarked, inline, paragraph, runsRightToLeft, textRuns } from "./writer.ts"
import type { Writer } from "./writer.ts"

type Blocks = ReadonlyArray<Block>
type Part = Paragraph | Table

/** Number that stands before the next paragraph, and the place that it names; null within a paragraph. */
interface Position {
  readonly par: number | null
  readonly inside: boolean
}

const outside: Position = { par: null, inside: false }
const inside: Position = { par: null, inside: true }

/** The number of a paragraph, bookmarked, and a tab after it; nothing where it has been written. */
const numberOf = (writer: Writer, { par }: Position): ReadonlyArray<ParagraphChild> =>
  par === null
    ? []
    : [
        ...bookmarked(writer, `p${par}`, [new TextRun({ text: `${par}.` })]),
        new TextRun({ children: [new Tab()] })
      ]

const bodyStyle = ({ par, inside: within }: Position, plain: string) =>
  par === null ? (within ? "ContinuedParagraph" : plain) : "NumberedParagraph"

const isStatementId = Schema.decodeUnknownOption(StatementId)

const statementOf = (writer: Writer, block: QuotationBlock): Quotation | undefined =>
  Option.match(isStatementId(block.statement), {
    onNone: () => undefined,
    onSome: (id) => writer.view.statements.get(id)
  })

/** Who says it, with the footnote that says where; then what is said, in its own language and direction. */
const quotationParts = (writer: Writer, block: QuotationBlock, at: Position): ReadonlyArray<Part> => {
  const quotation = statementOf(writer, block)
  if (quotation === undefined) return []
  const { m } = writer.view
  writer.footnotes.push(footnote(writer, quotation))
  const long = quotation.text.length > longText
  const text = printable(long ? opening(quotation.text, 800) : quotation.text)
  const rtl = block.dir === "auto" ? runsRightToLeft(text, false) : block.dir === "rtl"
  const named =
    block.case === null
      ? []
      : [
          ...textRuns(writer, block.case, { look: { bold: true }, lang: block.lang }),
          new TextRun({ break: 1 })
        ]
  return [
    paragraph(
      writer,
      "Speaker",
      [
        ...numberOf(writer, at),
        ...inline(writer, block.by),
        ...(long
          ? inline(
              writer,
              runs(m.text("semicolon"), m.text("openingOfText", { count: quotation.text.length }))
            )
          : []),
        new FootnoteReferenceRun(writer.footnotes.length)
      ],
      at.par === null ? { indent: { start: 600, firstLine: 0 } } : {}
    ),
    paragraph(
      writer,
      "Quote",
      [...named, ...textRuns({ ...writer, rtl }, text, { lang: block.lang })],
      rtl === writer.rtl
        ? { bidirectional: rtl }
        : // Set in on the same sides as what runs the other way.
          { bidirectional: rtl, indent: { start: 280, end: 880 } }
    )
  ]
}

const headingStyles = ["Heading1", "Heading1", "Heading2", "Heading3"] as const

const headingParts = (
  writer: Writer,
  block: Extract<Block, { readonly kind: "heading" }>,
  at: Position
): ReadonlyArray<Part> => {
  const number = block.number === "" ? "" : `${block.number}. `
  return [
    paragraph(
      writer,
      headingStyles[block.level] ?? "Heading3",
      [...numberOf(writer, at), ...bookmarked(writer, block.id, textRuns(writer, number + block.text))],
      {
        ...(block.page ? { pageBreakBefore: true } : {}),
        ...(at.par === null ? {} : { indent: { start: 600, hanging: 600 } })
      }
    ),
    ...(block.note === ""
      ? []
      : [paragraph(writer, "Note", textRuns(writer, block.note), { keepNext: true })])
  ]
}

const textParts = (
  writer: Writer,
  block: Extract<Block, { readonly kind: "text" }>,
  at: Position
): ReadonlyArray<Part> => {
  const children = [...numberOf(writer, at), ...inline(writer, block.runs)]
  if (block.form === "label") {
    return [paragraph(writer, at.inside || at.par !== null ? "Heading4" : "Heading3", children)]
  }
  return [paragraph(writer, bodyStyle(at, block.form === "note" ? "Note" : "Normal"), children)]
}

const tilesParts = (writer: Writer, block: Extract<Block, { readonly kind: "tiles" }>): ReadonlyArray<Part> =>
  tableOf(writer, {
    kind: "table",
    form: "plain",
    caption: "",
    columns: block.items.map(() => ({ width: 1 })),
    head: [{ cells: block.items.map(({ label }) => ({ runs: runs(label) })) }],
    rows: [{ cells: block.items.map((item) => ({ runs: item.runs })) }]
  })

/** Parts that need a number written before them get it in a line of its own. */
const afterNumber = (writer: Writer, at: Position, parts: () => ReadonlyArray<Part>) =>
  at.par === null
    ? parts()
    : [paragraph(writer, "NumberedParagraph", numberOf(writer, at), { keepNext: true }), ...parts()]

const partsOf = (writer: Writer, block: Block, at: Position): ReadonlyArray<Part> => {
  const { m } = writer.view
  switch (block.kind) {
    case "heading":
      return headingParts(writer, block, at)
    case "numbered":
      return block.body.flatMap((own, index) =>
        partsOf(writer, own, index === 0 ? { par: block.par, inside: true } : inside)
      )
    case "text":
      return textParts(writer, block, at)
    case "quotation":
      return quotationParts(writer, block, at)
    case "list":
      return afterNumber(writer, at, () =>
        block.items.map((item) =>
          paragraph(writer, "ListParagraph", inline(writer, item.runs), {
            numbering: { reference: "bullets", level: 0 }
          })
        )
      )
    case "table":
      return afterNumber(writer, at, () => tableOf(writer, block))
    case "tiles":
      return afterNumber(writer, at, () => tilesParts(writer, block))
    case "pair":
      return [...block.left, ...block.right]
        .toSorted((a, b) => (a.kind === "numbered" ? a.par : 0) - (b.kind === "numbered" ? b.par : 0))
        .flatMap((own) => partsOf(writer, own, at))
    case "legend":
      return [
        paragraph(
          writer,
          bodyStyle(at, "Note"),
          inline(
            writer,
            runs(
              say(m, "labelled", { label: { text: "1, 2, 3 …", style: "bold" }, text: block.concern }),
              m.text("semicolon"),
              m.text("labelled", { label: "1, 2, 3 …", text: block.raised }),
              m.text("semicolon"),
              m.text("labelled", { label: "[\u00a0\u00a0]", text: block.published }),
              m.text("semicolon"),
              m.text("labelled", { label: "[–]", text: block.unheard })
            )
          ),
          { keepNext: true }
        )
      ]
    case "contents":
    case "break":
      return []
  }
}

/** All blocks in their order; the contents where they are asked for. */
export const documentParts = (writer: Writer, blocks: Blocks): ReadonlyArray<Part> =>
  blocks.flatMap((block) =>
    block.kind === "contents" ? contentsOf(writer, block.title, blocks) : partsOf(writer, block, outside)
  )
