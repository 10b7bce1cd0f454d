/**
 * PDF bytes to blocks with pdf.js. Runs in the extraction thread. Nothing of the file is executed: scripting is
 * not loaded, fonts are not drawn, nothing is fetched.
 */
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { layOut } from "./layout.ts"
import type { PageOfLines } from "./measures.ts"
import { type TextRun, pageLines } from "./lines.ts"
import { hasTurnedLigatures, mendTurnedLigatures } from "./arabic.ts"
import type { Block, DocumentLink } from "../../../domain/document.ts"
import type { Failure, PdfContent } from "../worker-protocol.ts"

const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))

/** Pages beyond this are not read; the longest reports have some hundreds. */
const maximumPages = 1_500

const failure = (reason: Failure["reason"], message: string): Failure => ({
  kind: "failure",
  reason,
  message
})

const open = (bytes: Uint8Array) =>
  getDocument({
    data: bytes,
    cMapUrl: `${join(packageFolder, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(packageFolder, "standard_fonts")}/`,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    fontExtraProperties: true,
    verbosity: 0
  })

type Pdf = Awaited<ReturnType<typeof open>["promise"]>
type Page = Awaited<ReturnType<Pdf["getPage"]>>

const errorName = (error: unknown): string => (error instanceof Error ? error.name : "")

/** pdf.js keeps a font's name to itself, but writes it into the name table of the font program that it rebuilds. */
const isBoldFont = (font: unknown): boolean => {
  if (typeof font !== "object" || font === null) return false
  if ("bold" in font && font.bold === true) return true
  const data: unknown = "data" in font ? font.data : null
  if (!(data instanceof Uint8Array)) return false
  return /bold|black|heavy|semib|demib/i.test(
    Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1")
  )
}

/** Weight of fonts by their PostScript name, asked for only when a page brings a new font. */
const boldFonts = async (
  page: Page,
  names: ReadonlySet<string>,
  known: Map<string, boolean>
): Promise<void> => {
  if ([...names].every((name) => known.has(name))) return
  await page.getOperatorList()
  for (const name of names) {
    if (known.has(name)) continue
    known.set(name, page.commonObjs.has(name) && isBoldFont(page.commonObjs.get(name)))
  }
}

const readPage = async (page: Page, number: number, weights: Map<string, boolean>): Promise<PageOfLines> => {
  const content = await page.getTextContent({ includeMarkedContent: false })
  const view = page.getViewport({ scale: 1 })
  const items = content.items.flatMap((item) => ("str" in item ? [item] : []))
  await boldFonts(page, new Set(items.map((item) => item.fontName)), weights)
  const runs: Array<TextRun> = []
  for (const item of items) {
    const [a, b, c, d, x, y] = item.transform.map(Number)
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue
    // Text turned by a quarter is a label in a margin or a chart.
    if (Math.abs(b) > Math.abs(a)) continue
    runs.push({
      text: item.str,
      x: x ?? 0,
      y: y ?? 0,
      width: item.width,
      size: Math.hypot(c, d),
      bold: weights.get(item.fontName) ?? false
    })
  }
  return { page: number, height: view.height, lines: pageLines(runs, number) }
}

const readLinks = async (page: Page): Promise<Array<DocumentLink>> => {
  const annotations: ReadonlyArray<unknown> = await page.getAnnotations()
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== "object" || annotation === null || !("url" in annotation)) return []
    return typeof annotation.url === "string" && /^https?:/i.test(annotation.url)
      ? [{ url: annotation.url, text: "" }]
      : []
  })
}

/** Titles that a program wrote and no person meant. */
const implausibleTitle =
  /^(?:untitled|microsoft (?:word|powerpoint)|document\d*|doc\d*|sans titre|sin título|slide \d|layout \d|print|report|template)|\.(?:docx?|pdf|indd|pptx?|odt|rtf|pub|qxd|pages|cdr|ai)\b|^[\w-]*\d{5,}[\w-]*$|^\W*$/iu

const textField = (info: unknown, key: string): string | null => {
  if (typeof info !== "object" || info === null) return null
  const value: unknown = new Map<string, unknown>(Object.entries(info)).get(key)
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

/** `D:20240603101500+02'00'` (ISO 32000-1, 7.9.4) as an ISO date. */
const pdfDate = (value: string | null): string | null => {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value ?? "")
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`
}

const settleTitle = (stated: string | null, largest: string | null, firstText: string): string | null => {
  const plausible =
    stated !== null && stated.length >= 5 && stated.length <= 250 && !implausibleTitle.test(stated)
  if (plausible) {
    // A title carried over from another document does not stand anywhere in the text.
    const words = stated.toLowerCase().match(/\p{L}{4,}/gu) ?? []
    const text = firstText.toLowerCase()
    if (words.length === 0 || words.some((word) => text.includes(word))) return stated
  }
  return largest ?? (plausible ? stated : null)
}

/** Reads a PDF; every trouble comes back as a failure with its sentence. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfContent | Failure> => {
  // pdf.js takes the buffer over: look at its end first.
  const cutOff = !Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2_048))).includes("%%EOF")
  const task = open(bytes)
  try {
    const pdf = await task.promise
    const metadata = await pdf.getMetadata().catch(() => null)
    const pages: Array<PageOfLines> = []
    const links = new Map<string, DocumentLink>()
    const weights = new Map<string, boolean>()
    const unread: Array<number> = []
    const last = Math.min(pdf.numPages, maximumPages)
    for (let number = 1; number <= last; number++) {
      try {
        const page = await pdf.getPage(number)
        pages.push(await readPage(page, number, weights))
        for (const link of await readLinks(page)) if (!links.has(link.url)) links.set(link.url, link)
        page.cleanup()
      } catch {
        unread.push(number)
      }
    }
    const laidOut = layOut(pages)
    const doubtful = laidOut.blocks.some((block) => hasTurnedLigatures(block.text))
    const blocks = doubtful
      ? laidOut.blocks.map((block): Block =>
          Object.assign({}, block, { text: mendTurnedLigatures(block.text) })
        )
      : laidOut.blocks
    const largest = laidOut.largest === null ? null : mendTurnedLigatures(laidOut.largest)
    const text = blocks.map((block) => block.text).join("\n")
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters < Math.max(12, pages.length * 4)) {
      return unread.length > 0 || cutOff || pages.length === 0
        ? failure(
            "broken",
            "The PDF is damaged or cut off and no page of it can be read; fetch or upload it again."
          )
        : failure(
            "needs-ocr",
            "The PDF is a scan without text and needs OCR (text recognition) before it can be read."
          )
    }
    const info: unknown = metadata?.info
    return {
      kind: "pdf",
      blocks,
      links: [...links.values()],
      title: settleTitle(textField(info, "Title"), largest, text.slice(0, 20_000)),
      language: textField(info, "Language"),
      created: pdfDate(textField(info, "CreationDate")),
      warnings: [
        ...(unread.length > 0
          ? [
              `${unread.length} of ${pdf.numPages} pages could not be read: ${unread.slice(0, 20).join(", ")}.`
            ]
          : []),
        ...(cutOff
          ? ["The PDF does not end as a PDF must: it may have been cut off, and text may be missing."]
          : []),
        ...(pdf.numPages > maximumPages
          ? [`Only the first ${maximumPages} of ${pdf.numPages} pages were read.`]
          : []),
        ...(doubtful || uncertainScript(text)
          ? ["Some letters of this PDF could not be told with certainty; compare with the original."]
          : [])
      ]
    }
  } catch (error) {
    if (errorName(error) === "PasswordException")
      return failure("password", "The PDF is protected by a password; ask the initiative for an open copy.")
    return failure("broken", "The PDF is damaged or cut off and cannot be opened; fetch or upload it again.")
  } finally {
    await task.destroy()
  }
}

/** Fonts without a map to Unicode give private or replacement characters, or Arabic letters parted by spaces. */
const uncertainScript = (text: string): boolean => {
  const strange = text.match(/[\u{fffd}\u{e000}-\u{f8ff}]/gu)?.length ?? 0
  const single = text.match(/(?<![\p{L}\p{M}])\p{Script=Arabic}(?![\p{L}\p{M}])/gu)?.length ?? 0
  const arabic = text.match(/\p{Script=Arabic}+/gu)?.length ?? 0
  return strange > text.length * 0.01 || single > Math.max(10, arabic * 0.35)
}
