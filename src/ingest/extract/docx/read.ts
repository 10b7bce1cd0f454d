/**
 * DOCX bytes to HTML with mammoth. Runs in the extraction thread. Nothing outside the file is read.
 */
import mammoth from "mammoth"
import { lookIntoZip } from "./zip.ts"
import type { DocxContent, Failure } from "../worker-protocol.ts"

const limits = { entries: 4_000, bytes: 150_000_000 }

const sentences: Readonly<Record<"broken" | "too-large" | "password", string>> = {
  broken: "The Word file is damaged or cut off and cannot be opened; fetch or upload it again.",
  "too-large": "The Word file unpacks to more than any report needs and was not read; ask for a plain copy.",
  password: "The Word file is protected by a password; ask the initiative for an open copy."
}

const failure = (reason: "broken" | "too-large" | "password"): Failure => ({
  kind: "failure",
  reason,
  message: sentences[reason]
})

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='toc 1'] => !",
  "p[style-name='toc 2'] => !",
  "p[style-name='toc 3'] => !",
  "p[style-name='TOC Heading'] => !"
]

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const field = (xml: string, name: string): string | null => {
  const match = new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{1,1000})</${name}>`, "u").exec(xml)
  const text = match?.[1]
    ?.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? "")
    .trim()
  return text === undefined || text === "" ? null : text
}

/** Reads a DOCX; every trouble comes back as a failure with its sentence. */
export const readDocxHtml = async (bytes: Uint8Array): Promise<DocxContent | Failure> => {
  const zip = lookIntoZip(bytes, limits)
  if (!zip.ok) return failure(zip.why)
  try {
    const core = new TextDecoder().decode(zip.read("docProps/core.xml") ?? new Uint8Array())
    const custom = zip.read("docProps/custom.xml")
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" }))
      }
    )
    return {
      kind: "docx",
      html: result.value,
      form: custom === null ? null : new TextDecoder().decode(custom.subarray(0, 100_000)),
      title: field(core, "dc:title"),
      language: field(core, "dc:language"),
      created: field(core, "dcterms:created") ?? field(core, "dcterms:modified"),
      warnings: result.messages.some((message) => message.type === "error")
        ? ["Parts of the Word file could not be read; compare with the original."]
        : []
    }
  } catch {
    return failure("broken")
  }
}
