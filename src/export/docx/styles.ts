/**
 * Styles of the Word form: black on white, one family of type, sizes in half-points, lengths in twentieths
 * of a point. Everything in the document has its form from a style, so that a reader can change it there.
 */
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType } from "docx"
import type { INumberingOptions, IStylesOptions } from "docx"

/** Text beside the numbers of paragraphs begins here. */
export const hanging = 600

/** Text between the margins of an A4 page. */
export const textWidth = 9_412

export const ink = "1D262D"
export const soft = "59646E"
export const accent = "14507A"
export const hair = "9AA5AE"

/** Grounds of shares, from few to all; the darkest still carries black text. */
export const shades = ["E7EFF5", "CFE0EC", "B4CEE0", "97BAD3", "7BA6C5"] as const

/** Ground of "not heard yet", in grey, with words or a dash on it. */
export const unheardGround = "EDEDED"

const font = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "SimSun" }

/** The list of bullets. */
export const bullets: INumberingOptions = {
  config: [
    {
      reference: "bullets",
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: hanging + 280, hanging: 280 } } }
        }
      ]
    }
  ]
}

/** Styles of paragraphs by the names under which Word shows them. */
export const styles = (tag: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        font,
        size: 20,
        color: ink,
        language: { value: tag, eastAsia: "zh-CN", bidirectional: "ar-SA" }
      },
      paragraph: { spacing: { after: 90, line: 250, lineRule: LineRuleType.AUTO } }
    },
    title: {
      run: { size: 36, bold: true, color: ink },
      paragraph: { spacing: { before: 0, after: 80 }, keepNext: true }
    },
    heading1: {
      run: { size: 28, bold: true, color: ink },
      paragraph: {
        spacing: { before: 240, after: 110 },
        keepNext: true,
        outlineLevel: 0,
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ink, space: 3 } }
      }
    },
    heading2: {
      run: { size: 24, bold: true, color: accent },
      paragraph: { spacing: { before: 360, after: 40 }, keepNext: true, outlineLevel: 1 }
    },
    heading3: {
      run: { size: 21, bold: true, color: ink },
      paragraph: { spacing: { before: 120, after: 50 }, keepNext: true, outlineLevel: 2 }
    },
    heading4: {
      run: { size: 20, bold: true, italics: true, color: ink },
      paragraph: { spacing: { before: 120, after: 60 }, keepNext: true, indent: { start: hanging } }
    },
    caption: {
      run: { size: 18, italics: true, color: soft },
      paragraph: { spacing: { before: 120, after: 60 }, keepNext: true }
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    hyperlink: { run: { color: accent, underline: {} } },
    footnoteText: {
      run: { size: 16 },
      paragraph: { spacing: { after: 10, line: 228, lineRule: LineRuleType.AUTO } }
    },
    footnoteReference: { run: { superScript: true } }
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 23, color: ink },
      paragraph: { spacing: { after: 80 } }
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      run: { italics: false },
      paragraph: {
        indent: { start: hanging + 280, end: 280 },
        spacing: { after: 120 },
        keepLines: true
      }
    },
    {
      id: "NumberedParagraph",
      name: "Numbered Paragraph",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { indent: { start: hanging, hanging } }
    },
    {
      id: "ContinuedParagraph",
      name: "Continued Paragraph",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { indent: { start: hanging } }
    },
    {
      id: "Speaker",
      name: "Speaker",
      basedOn: "NumberedParagraph",
      next: "Quote",
      quickFormat: true,
      paragraph: { spacing: { before: 60, after: 40 }, keepNext: true }
    },
    {
      id: "Note",
      name: "Note",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 18, color: soft },
      paragraph: { spacing: { after: 80 } }
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 17 },
      paragraph: { spacing: { before: 24, after: 24, line: 228, lineRule: LineRuleType.AUTO } }
    },
    {
      id: "TableHead",
      name: "Table Head",
      basedOn: "TableText",
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true }
    },
    {
      id: "AfterTable",
      name: "After Table",
      basedOn: "Normal",
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 0 } }
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      run: { bold: true, size: 18 },
      paragraph: { spacing: { before: 50, after: 0, line: 235, lineRule: LineRuleType.AUTO } }
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 235, lineRule: LineRuleType.AUTO }, indent: { start: 280 } }
    },
    {
      id: "Header",
      name: "header",
      basedOn: "Normal",
      run: { size: 17, color: soft },
      paragraph: { spacing: { after: 0 } }
    },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { size: 17, color: soft },
      paragraph: { spacing: { after: 0 } }
    }
  ]
})
