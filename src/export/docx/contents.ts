/**
 * Contents with the paragraphs of each part, as United Nations documents have them. Numbers of paragraphs
 * are known when the document is written; numbers of pages are not, before a program has set it.
 */
import { InternalHyperlink, LeaderType, Tab, TabStopType, TextRun } from "docx"
import type { Paragraph } from "docx"
import type { Block } from "../pdf/model.ts"
import { textWidth } from "./styles.ts"
import { bookmarkName, paragraph, textRuns } from "./writer.ts"
import type { Writer } from "./writer.ts"

interface Entry {
  readonly level: number
  readonly title: string
  readonly place: string
  readonly first: number | null
  readonly last: number | null
}

/** Parts and issues with their first and last paragraph. */
export const contentsEntries = (blocks: ReadonlyArray<Block>): ReadonlyArray<Entry> => {
  const heads = blocks.flatMap((block, index) =>
    block.kind === "heading" && block.level <= 2 && block.id !== "" ? [{ block, index }] : []
  )
  return heads.map(({ block, index }) => {
    const next = blocks.findIndex(
      (own, at) => at > index && own.kind === "heading" && own.level <= Math.max(1, block.level)
    )
    const pars = blocks
      .slice(index, next === -1 ? blocks.length : next)
      .flatMap((own) => (own.kind === "numbered" ? [own.par] : []))
    const number = block.number === "" ? "" : `${block.number}. `
    return {
      level: block.level,
      title: number + block.text,
      place: block.id,
      first: pars[0] ?? null,
      last: pars.at(-1) ?? null
    }
  })
}

/** The contents, without a page of their own. */
export const contentsOf = (
  writer: Writer,
  title: string,
  blocks: ReadonlyArray<Block>
): ReadonlyArray<Paragraph> => {
  const { m } = writer.view
  const end = { type: TabStopType.RIGHT, position: textWidth }
  const heads = [...textRuns(writer, title), new TextRun({ children: [new Tab()] })]
  return [
    paragraph(
      writer,
      "Heading1",
      [...heads, ...textRuns(writer, m.text("paragraphs"), { look: { size: 19, bold: false } })],
      { tabStops: [end], pageBreakBefore: true }
    ),
    ...contentsEntries(blocks).map(({ level, title: own, place, first, last }) =>
      paragraph(
        writer,
        level === 2 ? "TOC2" : "TOC1",
        [
          new InternalHyperlink({ anchor: bookmarkName(place), children: [...textRuns(writer, own)] }),
          ...(first === null || last === null
            ? []
            : [
                new TextRun({ children: [new Tab()] }),
                ...textRuns(
                  writer,
                  first === last
                    ? String(first)
                    : m.text("span", { first: String(first), last: String(last) })
                )
              ])
        ],
        { tabStops: [{ ...end, leader: LeaderType.DOT }] }
      )
    )
  ]
}
