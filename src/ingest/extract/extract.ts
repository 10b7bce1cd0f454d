/**
 * Extraction: from the bytes of a capture to a document (blocks, title, language, date, links).
 *
 * The format is settled by the bytes, then by label and name. HTML, text and Markdown are read here, PDF and
 * DOCX in a thread that can be stopped. Whatever the bytes are, the answer is a document or an `ExtractError`.
 */
import { gunzipSync } from "node:zlib"
import { Effect } from "effect"
import { decodeText } from "../encoding/index.ts"
import { findDate, statedDate } from "./dates.ts"
import { ExtractError } from "./error.ts"
import { formAsDocument } from "./form.ts"
import { readHtml } from "./html/html.ts"
import { settleLanguage } from "./language.ts"
import { markdownHtml, readMarkdown } from "./markdown.ts"
import { type DocumentFormat, type Sniffed, sniff } from "./sniff.ts"
import { textBlocks } from "./text.ts"
import { readInThread } from "./thread.ts"
import { mayBeForm } from "../../form/index.ts"
import { type Block, DateOrigin, type ExtractedDocument } from "../../domain/document.ts"
import type { IsoDate } from "../../domain/ids.ts"
import type { DocxContent, PdfContent } from "./worker-protocol.ts"

/** What someone else (a feed's item, a listing) says about the document. */
export interface ExtractHints {
  readonly title?: string
  readonly publishedAt?: IsoDate
  readonly publishedFrom?: DateOrigin
}

export interface ExtractInput {
  readonly bytes: Uint8Array
  /** Media type as the server labelled it, parameters allowed; null when there was no label. */
  readonly mediaType: string | null
  /** Charset parameter of that label. */
  readonly charset: string | null
  /** Address that the bytes came from: base of links. */
  readonly url: string | null
  readonly fileName: string | null
  /** True for HTML that is the main content already (from a content API): only cleaned, nothing chosen. */
  readonly bodyOnly?: boolean
  /** They win only where the document itself states nothing, or something that is trusted less. */
  readonly hints?: ExtractHints
}

/** Bytes beyond which a text format is not read: the longest HTML report seen has 3 MB. */
const maximumTextBytes = 20_000_000
const maximumBytes = 200_000_000

const refusals: Partial<Readonly<Record<DocumentFormat, string>>> = {
  zip: "The file is an archive, not a document; upload the documents inside it one by one.",
  "legacy-word": "The file is an old Office document (.doc); save it as DOCX or PDF and upload it again.",
  rtf: "The file is in RTF; save it as DOCX or PDF and upload it again.",
  binary: "The file is not a document that can be read (HTML, PDF, DOCX, Markdown or plain text)."
}

const failed = (reason: ExtractError["reason"], message: string): ExtractError =>
  new ExtractError({ reason, message })

const unzip = (bytes: Uint8Array): Effect.Effect<Uint8Array, ExtractError> =>
  bytes[0] === 0x1f && bytes[1] === 0x8b
    ? Effect.try({
        try: () => gunzipSync(bytes, { maxOutputLength: maximumTextBytes * 4 }),
        catch: (error) =>
          error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
            ? failed("too-large", "The compressed file unpacks to more than 80 MB and was not read.")
            : failed("broken", "The compressed file is damaged or cut off; fetch or upload it again.")
      })
    : Effect.succeed(bytes)

/** Extracts a document. Never dies: all failures are `ExtractError`s with one sentence for a person. */
export const extractDocument = Effect.fn("extractDocument")(function* (
  input: ExtractInput
): Effect.fn.Return<ExtractedDocument, ExtractError> {
  const bytes = yield* unzip(input.bytes)
  if (bytes.every(isBlank)) return yield* failed("empty", "The file is empty.")
  if (bytes.length > maximumBytes)
    return yield* failed("too-large", "The file has more than 200 MB and was not read.")
  const sniffed = sniff(bytes, input.mediaType, input.fileName)
  const refusal = refusals[sniffed.format]
  if (refusal !== undefined) return yield* failed("not-a-document", refusal)
  const document = yield* readFormat(sniffed, bytes, input)
  if (document.blocks.length === 0 && sniffed.format !== "html")
    return yield* failed("empty", "The document has no text.")
  return withHints(document, input.hints)
})

const isBlank = (byte: number): boolean => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13)

const readFormat = (
  { format, mediaType }: Sniffed,
  bytes: Uint8Array,
  input: ExtractInput
): Effect.Effect<ExtractedDocument, ExtractError> => {
  if (format === "pdf" || format === "docx") {
    return readInThread({ format, bytes: new Uint8Array(bytes) }).pipe(
      Effect.map((content) =>
        content.kind === "pdf" ? fromPdf(content, mediaType, input) : fromDocx(content, mediaType, input)
      )
    )
  }
  if (bytes.length > maximumTextBytes)
    return Effect.fail(failed("too-large", "The page has more than 20 MB of text and was not read."))
  const decoded = decodeText(bytes, { charset: input.charset, contentType: input.mediaType })
  if (decoded.failure !== null) return Effect.fail(failed("not-a-document", decoded.failure))
  return Effect.try({
    try: () => {
      const document = fromDecoded(decoded.text, format, mediaType, input)
      return { ...document, warnings: [...decoded.warnings, ...document.warnings] }
    },
    catch: () =>
      failed("broken", "The document is built so strangely that it cannot be read; ask for another copy.")
  })
}

const fromDecoded = (
  text: string,
  format: DocumentFormat,
  mediaType: string,
  input: ExtractInput
): ExtractedDocument => {
  // A form in Markdown may come under the name of a plain text.
  const form =
    input.bodyOnly !== true && mayBeForm(text)
      ? formAsDocument(format === "html" ? text : markdownHtml(text), mediaType, text)
      : null
  if (form !== null) return form
  if (format === "markdown") return readMarkdown(text, input.url)
  if (format === "html")
    return readHtml(text, { url: input.url, bodyOnly: input.bodyOnly === true, mediaType })
  return fromText(text, mediaType, input)
}

const joined = (blocks: ReadonlyArray<Block>): string => blocks.map((block) => block.text).join("\n")

const noMeta: ReadonlyMap<string, string> = new Map()

/** A date printed in the first lines, or one in the address. */
const printedDate = (blocks: ReadonlyArray<Block>, url: string | null) =>
  findDate({
    jsonLd: null,
    meta: noMeta,
    times: [],
    url,
    opening: blocks.slice(0, 12).map((block) => block.text)
  })

const fromText = (text: string, mediaType: string, input: ExtractInput): ExtractedDocument => {
  const blocks = textBlocks(text)
  const first = blocks[0]
  const date = printedDate(blocks, input.url)
  return {
    title: first !== undefined && (first.kind === "heading" || first.text.length <= 120) ? first.text : null,
    language: settleLanguage(null, joined(blocks)).language,
    publishedAt: date?.date ?? null,
    publishedFrom: date?.from ?? null,
    canonicalUrl: null,
    mediaType,
    blocks,
    links: [],
    warnings: []
  }
}

const fromPdf = (content: PdfContent, mediaType: string, input: ExtractInput): ExtractedDocument => {
  const language = settleLanguage(content.language, joined(content.blocks))
  const created = content.created === null ? null : statedDate(content.created)
  const date =
    printedDate(content.blocks, input.url) ??
    (created === null ? null : { date: created, from: "file-metadata" as const })
  return {
    title: content.title,
    language: language.language,
    publishedAt: date?.date ?? null,
    publishedFrom: date?.from ?? null,
    canonicalUrl: null,
    mediaType,
    blocks: content.blocks,
    links: content.links,
    warnings: [...content.warnings, ...(language.warning === null ? [] : [language.warning])]
  }
}

const fromDocx = (content: DocxContent, mediaType: string, input: ExtractInput): ExtractedDocument => {
  const form = formAsDocument(content.html, mediaType, content.form ?? "")
  if (form !== null) return { ...form, warnings: [...content.warnings, ...form.warnings] }
  const document = readHtml(content.html.replaceAll(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu, ""), {
    url: input.url,
    bodyOnly: true,
    mediaType
  })
  const created = content.created === null ? null : statedDate(content.created)
  const printed = printedDate(document.blocks, input.url)
  const date = printed ?? (created === null ? null : { date: created, from: "file-metadata" as const })
  const heading = document.title ?? document.blocks.find((block) => block.kind === "heading")?.text ?? null
  return {
    ...document,
    title: heading ?? content.title,
    publishedAt: date?.date ?? null,
    publishedFrom: date?.from ?? null,
    warnings: [...content.warnings, ...document.warnings]
  }
}

/** Order of trust as in `DateOrigin`. */
const trust = DateOrigin.literals

const withHints = (document: ExtractedDocument, hints: ExtractHints | undefined): ExtractedDocument => {
  if (hints === undefined) return document
  const from = hints.publishedFrom ?? "feed"
  const better =
    hints.publishedAt !== undefined &&
    (document.publishedFrom === null || trust.indexOf(from) < trust.indexOf(document.publishedFrom))
  return {
    ...document,
    title: document.title ?? hints.title ?? null,
    ...(better && hints.publishedAt !== undefined
      ? { publishedAt: hints.publishedAt, publishedFrom: from }
      : {})
  }
}
