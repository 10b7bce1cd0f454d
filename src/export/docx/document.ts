/**
 * The digest as a Word document (Office Open XML, ISO/IEC 29500).
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  TabStopType,
  TextRun
} from "docx"
import { Effect } from "effect"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { reproducible } from "../open-package.ts"
import { digestBlocks } from "../pdf/document.ts"
import { places } from "../pdf/model.ts"
import { digestPart, digestPurpose, digestScope, digestTitle } from "../titles.ts"
import { viewOf } from "../view.ts"
import type { ViewOptions } from "../view.ts"
import { documentParts } from "./blocks.ts"
import { bullets, hair, styles, textWidth } from "./styles.ts"
import { paragraph, textRuns } from "./writer.ts"
import type { Writer } from "./writer.ts"

/** What a rendering may be given. Archived copies are named by their hash, since a document travels alone. */
export interface DocxOptions extends ViewOptions {
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

/** Title, meeting, what is covered and the state of it. */
const titleParts = (writer: Writer, hash: string) => {
  const { view } = writer
  const { digest, m } = view
  const state = { date: m.date(digest.asOf), hash: hash.slice(0, 6) }
  const part = digestPart(digest, m)
  return [
    paragraph(writer, "Title", textRuns(writer, digestTitle(digest, m))),
    paragraph(writer, "Subtitle", textRuns(writer, digestPurpose(digest, m))),
    paragraph(
      writer,
      "Note",
      textRuns(
        writer,
        [digestScope(digest, m), m.text(digest.frozen ? "frozen" : "stateOf", state)].join(m.text("gap"))
      )
    ),
    ...(part === null ? [] : [paragraph(writer, "Normal", textRuns(writer, part, { look: { bold: true } }))])
  ]
}

/** Where the digest comes from, on the last page. */
const colophon = (writer: Writer, hash: string) => {
  const { digest, m } = writer.view
  const lines = [
    m.text("madeBy", { version: digest.taxonomyVersion }),
    m.text("contentHash", { hash }),
    m.text("belongTo")
  ]
  return paragraph(writer, "Note", textRuns(writer, lines.join(m.text("gap"))), {
    spacing: { before: 400 },
    border: { top: { style: BorderStyle.SINGLE, size: 4, color: hair, space: 6 } }
  })
}

const header = (writer: Writer): Header => {
  const { digest, m } = writer.view
  const values = { title: digestTitle(digest, m), date: m.date(digest.asOf) }
  return new Header({
    children: [
      paragraph(
        writer,
        "Header",
        textRuns(writer, m.text(digest.frozen ? "runningFrozen" : "runningState", values)),
        {
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: hair, space: 4 } }
        }
      )
    ]
  })
}

const footer = (writer: Writer): Footer =>
  new Footer({
    children: [
      paragraph(
        writer,
        "Footer",
        [
          ...textRuns(writer, `${writer.view.m.text("belongTo")}\t`),
          new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] })
        ],
        { alignment: AlignmentType.START, tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] }
      )
    ]
  })

/** The digest as a Word document. The same digest and options give the same bytes. */
export const renderDocx = (digest: Digest, options: DocxOptions = {}): Effect.Effect<Uint8Array> =>
  Effect.suspend(() => {
    const view = viewOf(digest, options)
    const { m } = view
    const blocks = digestBlocks(view)
    const hash = options.contentHash ?? contentHash(digest)
    const writer: Writer = {
      view,
      rtl: m.direction === "rtl",
      places: places(blocks),
      bookmarks: new Set(),
      footnotes: []
    }
    const children = [...titleParts(writer, hash), ...documentParts(writer, blocks), colophon(writer, hash)]
    const document = new Document({
      title: digestTitle(view.digest, m),
      subject: digestPurpose(view.digest, m),
      creator: "Tributary",
      lastModifiedBy: "Tributary",
      revision: 1,
      description: m.text("description", { window: m.dates(digest.window.from, digest.window.to) }),
      keywords: [m.text("keyword"), "IGF", "NRI"].join(", "),
      compatibility: { version: 15 },
      defaultTabStop: 600,
      styles: styles(m.tag),
      numbering: bullets,
      footnotes: Object.fromEntries(writer.footnotes.map((own, index) => [index + 1, own])),
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: 11_906, height: 16_838 },
              margin: { top: 1_247, bottom: 1_134, left: 1_247, right: 1_247, header: 624, footer: 510 }
            }
          },
          headers: { default: header(writer), first: new Header({ children: [] }) },
          footers: { default: footer(writer), first: footer(writer) },
          children
        }
      ]
    })
    return Effect.map(
      Effect.promise(() => Packer.toBuffer(document)),
      (archive) => reproducible(archive, digest.asOf)
    )
  })
