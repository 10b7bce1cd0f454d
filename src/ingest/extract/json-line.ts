/**
 * The JSON line that `tributary extract FILE` writes for one document.
 */
import type { ExtractedDocument } from "../../domain/document.ts"
import type { ExtractError } from "./error.ts"

export interface ExtractLine {
  readonly file: string
  readonly title: string | null
  readonly language: string | null
  readonly publishedAt: string | null
  /** Text of the blocks joined by newlines: the body and nothing else. */
  readonly text: string
  readonly blocks: ReadonlyArray<{ readonly kind: string; readonly level: number; readonly text: string }>
}

export interface ExtractErrorLine {
  readonly file: string
  readonly error: string
}

export const extractLine = (file: string, document: ExtractedDocument): ExtractLine => ({
  file,
  title: document.title,
  language: document.language,
  publishedAt: document.publishedAt,
  text: document.blocks.map((block) => block.text).join("\n"),
  blocks: document.blocks.map(({ kind, level, text }) => ({ kind, level, text }))
})

/** The line for a file that cannot be read. */
export const extractErrorLine = (file: string, error: ExtractError): ExtractErrorLine => ({
  file,
  error: error.message
})
