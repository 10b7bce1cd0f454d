/**
 * What an uploaded file is, before anything reads it: by its bytes, set against its name. Whatever is not
 * plainly one of the kinds that are taken is refused, with a reason that a page puts into words.
 *
 * A file that is two things at once (a web page in front of a PDF, an archive behind one) is read as one thing
 * here and might be taken for another elsewhere, so it is none that is taken.
 */
import { type DocumentFormat, sniff } from "../../ingest/extract/sniff.ts"

/** Bytes of a file at most: the largest reports seen have 17 MB. */
export const largestUpload = 25 * 1024 * 1024

/** Why a file is not taken. */
export type UploadRefusal =
  | "empty"
  | "too-large"
  | "archive"
  | "old-word"
  | "rtf"
  | "macros"
  | "two-in-one"
  | "other-kind"
  | "not-a-document"

/** The kinds that are taken. */
export type UploadFormat = "pdf" | "docx" | "html" | "text" | "markdown"

const endings: Readonly<Record<string, ReadonlyArray<UploadFormat>>> = {
  pdf: ["pdf"],
  docx: ["docx"],
  html: ["html"],
  htm: ["html"],
  xhtml: ["html"],
  txt: ["text"],
  md: ["markdown"],
  markdown: ["markdown"]
}

/** Endings that a file picker offers. */
export const takenEndings: ReadonlyArray<string> = Object.keys(endings).map((ending) => `.${ending}`)

/** Longest name of a file, in UTF-16 code units. */
const longestName = 120

/**
 * The name of a file as it is kept: the last part of whatever path was sent, on one line, without characters
 * that a file system or a header would read otherwise. Never empty, never `.` or `..`.
 */
export const safeFileName = (sent: string): string => {
  const last = sent.toWellFormed().normalize("NFC").split(/[/\\]/u).at(-1) ?? ""
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%;]+/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "")
  if (plain === "") return "report"
  if (plain.length <= longestName) return plain
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(plain)?.[0] ?? ""
  return `${plain
    .slice(0, longestName - ending.length)
    .toWellFormed()
    .trimEnd()}${ending}`
}

const endingOf = (name: string): string | undefined =>
  /\.([A-Za-z][A-Za-z0-9]{0,7})$/u.exec(name)?.[1]?.toLowerCase()

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isBlank = (byte: number): boolean => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13)

/** Bytes at the end of a ZIP file in which its directory is announced (PKWARE APPNOTE 6.3, 4.3.16). */
const zipTail = 65_557

const zipEnd = Buffer.from([0x50, 0x4b, 5, 6])

/** Whether the bytes are also something else than their format. */
const isTwoInOne = (file: Buffer, format: DocumentFormat): boolean => {
  const head = file.toString("latin1", 0, 1024)
  const pdfAt = head.indexOf("%PDF-")
  if (format === "pdf") {
    // A byte order mark and blank lines stand before the header of some honest files, words never do.
    const before = head.slice(0, pdfAt).replace(/^ï»¿/u, "")
    return before.trim() !== "" || file.subarray(-zipTail).includes(zipEnd)
  }
  if (format === "docx" || format === "zip") return pdfAt >= 0
  return file.subarray(-zipTail).includes(zipEnd)
}

const refusals: Partial<Readonly<Record<DocumentFormat, UploadRefusal>>> = {
  zip: "archive",
  "legacy-word": "old-word",
  rtf: "rtf",
  binary: "not-a-document"
}

const textTypes = /^text\//u

/** Whether what the browser says of the file speaks against what it is. */
const isOtherType = (label: string | null, format: UploadFormat): boolean => {
  const type = label?.split(";")[0]?.trim().toLowerCase() ?? ""
  if (type === "" || type === "application/octet-stream" || type === "application/x-download") return false
  if (format === "pdf") return !type.endsWith("pdf")
  if (format === "docx") return !/(?:wordprocessingml\.document|zip|msword)$/u.test(type)
  return !textTypes.test(type) && type !== "application/xhtml+xml" && type !== "application/xml"
}

/**
 * What a file is, or why it is not taken.
 *
 * @param name as it is kept
 * @param label media type that the browser gives, or null
 */
export const uploadedFormat = (
  bytes: Uint8Array,
  name: string,
  label: string | null
): { readonly format: UploadFormat; readonly mediaType: string } | { readonly refusal: UploadRefusal } => {
  if (bytes.length > largestUpload) return { refusal: "too-large" }
  if (bytes.every(isBlank)) return { refusal: "empty" }
  // Packed once more, a file could be anything.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { refusal: "archive" }
  const file = view(bytes)
  const { format, mediaType } = sniff(bytes, null, name)
  if (isTwoInOne(file, format)) return { refusal: "two-in-one" }
  const refusal = refusals[format]
  if (refusal !== undefined) return { refusal }
  if (
    format !== "pdf" &&
    format !== "docx" &&
    format !== "html" &&
    format !== "text" &&
    format !== "markdown"
  ) {
    return { refusal: "not-a-document" }
  }
  const ending = endingOf(name)
  const expected = ending === undefined ? undefined : endings[ending]
  if (ending === "docm" || (format === "docx" && file.includes("word/vbaProject.bin"))) {
    return { refusal: "macros" }
  }
  const fits = expected === undefined ? ending === undefined : expected.includes(format)
  return fits && !isOtherType(label, format) ? { format, mediaType } : { refusal: "other-kind" }
}
