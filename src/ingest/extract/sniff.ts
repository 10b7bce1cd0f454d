/**
 * What kind of document bytes are, by the bytes first and the label second: servers send PDFs as HTML, HTML
 * error pages as PDFs, and anything as application/octet-stream.
 */

export type DocumentFormat =
  "html" | "pdf" | "docx" | "text" | "markdown" | "zip" | "legacy-word" | "rtf" | "binary"

export interface Sniffed {
  readonly format: DocumentFormat
  /** Media type that goes with the format. */
  readonly mediaType: string
}

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  text: "text/plain",
  markdown: "text/markdown",
  zip: "application/zip",
  "legacy-word": "application/msword",
  rtf: "application/rtf",
  binary: "application/octet-stream"
}

const latin = new TextDecoder("latin1")

const includes = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text)

const htmlStart =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|(?!rss|feed|rdf|svg|opml|urlset|sitemapindex|xml)[a-z][a-z0-9]{0,14}(?=[\s>/]))/iu
const xhtmlStart = /^\s*<\?xml[^>]{0,200}>\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/iu

/** Control characters that no text has (WHATWG MIME Sniffing, section 3, "binary data byte"). */
const looksBinary = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 4096)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false
  let strange = 0
  for (const byte of head)
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 11) strange++
  return strange > Math.max(8, head.length * 0.02)
}

/**
 * @param label media type as the server or the caller names it, or null.
 * @param fileName name with its ending, or null.
 */
export const sniff = (bytes: Uint8Array, label: string | null, fileName: string | null): Sniffed => {
  const format = formatOf(
    bytes,
    label?.split(";")[0]?.trim().toLowerCase() ?? null,
    fileName?.toLowerCase() ?? null
  )
  return { format, mediaType: mediaTypes[format] }
}

const formatOf = (bytes: Uint8Array, label: string | null, fileName: string | null): DocumentFormat => {
  const head = latin.decode(bytes.subarray(0, 1024))
  // Some servers put a byte order mark or a few lines before the header (ISO 32000-1, annex H, note 13).
  if (head.includes("%PDF-")) return "pdf"
  if (head.startsWith("PK\u{3}\u{4}")) return includes(bytes, "word/document") ? "docx" : "zip"
  if (head.startsWith("\u{d0}\u{cf}\u{11}\u{e0}")) return "legacy-word"
  if (head.startsWith("{\\rtf")) return "rtf"
  if (looksBinary(bytes)) return "binary"
  const named = /\.(md|markdown|txt|html?|xhtml)(?:\.gz)?$/.exec(fileName ?? "")?.[1]
  const start = latin
    .decode(bytes.subarray(0, 4096))
    .replaceAll("\u{0}", "")
    .replace(/^(?:ï»¿|ÿþ|þÿ)/u, "")
  const markup = htmlStart.test(start) || xhtmlStart.test(start)
  if (named === "md" || named === "markdown" || label === "text/markdown") return "markdown"
  if (markup && named !== "txt") return "html"
  if (named === "txt" || label === "text/plain") return "text"
  if (label === "text/html" || label === "application/xhtml+xml" || named !== undefined) return "html"
  return /<\/(?:p|div|html|body|h[1-6]|li)>/iu.test(start) ? "html" : "text"
}
