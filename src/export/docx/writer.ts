/**
 * Inline parts of the Word form: runs with their language and direction, links, bookmarks, footnotes.
 */
import { createHash } from "node:crypto"
import { Bookmark, ExternalHyperlink, InternalHyperlink, Paragraph, TextRun } from "docx"
import type { IParagraphOptions, IRunOptions, ParagraphChild } from "docx"
import { xmlText } from "../open-package.ts"
import { languageCode } from "../pdf/model.ts"
import type { Run } from "../pdf/model.ts"
import type { View } from "../view.ts"
import { accent, soft } from "./styles.ts"

/** What is gathered while a document is written. */
export interface Writer {
  readonly view: View
  /** The document's own direction. */
  readonly rtl: boolean
  /** Places that links may lead to. */
  readonly places: ReadonlySet<string>
  /** Bookmarks so far; one name stands once. */
  readonly bookmarks: Set<string>
  /** Footnotes so far; the first has the number 1. */
  readonly footnotes: Array<{ readonly children: Array<Paragraph> }>
}

/** Letters of scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u

/** Whether a text runs from right to left: by its first letter, and without letters as the document does. */
export const runsRightToLeft = (text: string, otherwise: boolean): boolean => {
  const right = text.search(rightToLeft)
  const left = text.search(leftToRight)
  if (right === -1 && left === -1) return otherwise
  return right !== -1 && (left === -1 || right < left)
}

/** Language of a run as Word keeps it: apart for scripts from right to left and for those of East Asia. */
const language = (code: string, rtl: boolean): Pick<IRunOptions, "language"> =>
  code === ""
    ? {}
    : rtl
      ? { language: { bidirectional: code } }
      : ["zh", "ja", "ko"].includes(code)
        ? { language: { value: code, eastAsia: code } }
        : { language: { value: code } }

const looks: Readonly<Record<NonNullable<Run["style"]>, IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  quiet: { color: soft },
  small: { size: 15, color: soft },
  new: { bold: true, color: accent },
  title: { italics: true }
}

/** A text as runs, one for each of its lines. */
export const textRuns = (
  writer: Writer,
  text: string,
  options: { readonly look?: IRunOptions; readonly lang?: string } = {}
): ReadonlyArray<TextRun> => {
  const rtl = runsRightToLeft(text, writer.rtl)
  const code = languageCode(options.lang ?? "")
  return xmlText(text)
    .split(/\r\n?|\n/)
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...options.look,
          ...language(code, rtl),
          ...(rtl ? { rightToLeft: true } : {}),
          ...(index === 0 ? {} : { break: 1 })
        })
    )
}

/** Name of a bookmark: a letter, then letters, digits and low lines, at most 40 (ISO/IEC 29500-1, 17.13.6). */
export const bookmarkName = (place: string): string => {
  const name = place.replace(/[^A-Za-z0-9_]/g, "_")
  return name.length <= 40
    ? name
    : `${name.slice(0, 31)}_${createHash("sha256").update(place).digest("hex").slice(0, 8)}`
}

/** Parts with a bookmark around them; a place that has its bookmark already gets none. */
export const bookmarked = (
  { bookmarks }: Writer,
  place: string,
  children: ReadonlyArray<ParagraphChild>
): ReadonlyArray<ParagraphChild> => {
  if (place === "" || bookmarks.has(place)) return children
  bookmarks.add(place)
  return [new Bookmark({ id: bookmarkName(place), children: [...children] })]
}

/** A text that runs the other way between marks of the document's direction (UAX #9), which hold back what stands beside it. */
const keptApart = ({ rtl }: Writer, text: string): string => {
  if (!(rtl ? leftToRight : rightToLeft).test(text)) return text
  const mark = rtl ? "\u200f" : "\u200e"
  return mark + text + mark
}

/** Runs of the printed forms as runs of Word. */
export const inline = (
  writer: Writer,
  runs: ReadonlyArray<Run>,
  look: IRunOptions = {}
): ReadonlyArray<ParagraphChild> =>
  runs.flatMap((run): ReadonlyArray<ParagraphChild> => {
    const own = { ...look, ...(run.style === undefined ? {} : looks[run.style]) }
    const lang = run.lang === undefined ? {} : { lang: run.lang }
    if (run.url !== undefined) {
      const children = [...textRuns(writer, run.text, { look: { ...own, style: "Hyperlink" }, ...lang })]
      return [new ExternalHyperlink({ link: run.url, children })]
    }
    const children = [
      ...textRuns(writer, run.apart === true ? keptApart(writer, run.text) : run.text, { look: own, ...lang })
    ]
    return run.to !== undefined && writer.places.has(run.to)
      ? [new InternalHyperlink({ anchor: bookmarkName(run.to), children })]
      : children
  })

/** A paragraph in the document's direction. */
export const paragraph = (
  writer: Writer,
  style: string,
  children: ReadonlyArray<ParagraphChild>,
  more: IParagraphOptions = {}
): Paragraph =>
  new Paragraph({
    style,
    children: [...children],
    ...(writer.rtl ? { bidirectional: true } : {}),
    ...more
  })
