/**
 * Footnotes: where a quotation stands, so that it can be found again from paper alone.
 */
import type { Paragraph } from "docx"
import type { Quotation, QuotationPlace } from "../../domain/index.ts"
import { printable } from "../html/html.ts"
import { passageUrl } from "../passage-link.ts"
import { foreign, join, named, runs, say, webLink } from "../pdf/model.ts"
import type { Inline, Run } from "../pdf/model.ts"
import { nameOf } from "../pdf/quotation.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { inline, paragraph } from "./writer.ts"
import type { Writer } from "./writer.ts"

/** The output's address as it can be typed, leading to the passage; a file that was sent has none. */
const address = (view: View, quotation: Quotation, own: QuotationPlace): Run => {
  const url = view.outputs.get(own.outputId)?.url ?? ""
  const target = passageUrl(url, own.place, quotation.text)
  // The text is the address itself, without the places to break that `runs` would put into it.
  return target === null
    ? { text: view.m.text("sentAsFile") }
    : webLink(target, { text: printable(decoded(url)), apart: true })
}

/** An address as browsers show it, in letters; as it is where it cannot be read. */
const decoded = (url: string): string => {
  try {
    return decodeURI(url).replace(/\s/g, encodeURIComponent)
  } catch {
    return url
  }
}

const small = (text: string): Run => ({ text, style: "small" })

const source = (view: View, quotation: Quotation, own: QuotationPlace): ReadonlyArray<Run> => {
  const { m } = view
  const output = view.outputs.get(own.outputId)
  if (output === undefined) return runs(named(nameOf(view, own.initiativeId)))
  const { headings, number, page } = own.place
  const heading = headings.at(-1)
  const parts: ReadonlyArray<Inline> = [
    named(nameOf(view, own.initiativeId)),
    foreign(opening(output.title, 160), output.language, "title"),
    m.names.kind[output.kind],
    m.date(output.publishedAt),
    ...(heading === undefined ? [] : [foreign(opening(heading, 120), output.language)]),
    ...(number === null ? [] : [say(m, "placeNumber", { number: named(number) })]),
    ...(page === null ? [] : [m.text("placePage", { page: String(page) })])
  ]
  const capture =
    output.captureId === null
      ? null
      : output.retrievedAt === null
        ? say(m, "footnoteBytes", { hash: small(output.captureId) })
        : say(m, "footnoteCapture", { hash: small(output.captureId), date: m.date(output.retrievedAt) })
  return [
    ...runs(say(m, "sentence", { text: join(parts, m.text("comma")) }), m.text("gap")),
    address(view, quotation, own),
    // A hash is copied from here: it keeps no places to break.
    ...(capture === null
      ? []
      : runs(" ", capture).map((run) => ({ ...run, text: run.text.replaceAll("\u200b", "") })))
  ]
}

/** The footnote of a quotation, one paragraph for each place where it stands word for word. */
export const footnote = (writer: Writer, quotation: Quotation): { readonly children: Array<Paragraph> } => ({
  children: quotation.places.map((own, index) =>
    paragraph(
      writer,
      "FootnoteText",
      inline(
        writer,
        index === 0
          ? [{ text: " " }, ...source(writer.view, quotation, own)]
          : [...runs(`${writer.view.m.text("alsoWordForWord")} `), ...source(writer.view, quotation, own)]
      )
    )
  )
})
