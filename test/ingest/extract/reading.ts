/**
 * How the tests of extraction call it: bytes or text in, document or error out.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type ExtractInput, extractDocument } from "../../../src/ingest/extract/extract.ts"

export const read = (source: string | Uint8Array, more: Partial<ExtractInput> = {}) =>
  extractDocument({
    bytes: typeof source === "string" ? Buffer.from(source) : source,
    mediaType: null,
    charset: null,
    url: "https://forum.example/reports/one",
    fileName: null,
    ...more
  })

export const file = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, "files", name))

/** A PDF of one page from its objects, numbered from 1; object 1 is the catalogue. */
export const rawPdf = (objects: ReadonlyArray<string>, trailer = ""): Uint8Array => {
  let text = "%PDF-1.4\n"
  const offsets: Array<number> = []
  for (const [index, body] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, "latin1")
}
