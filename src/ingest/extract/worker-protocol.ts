/**
 * What the extraction thread is asked and what it answers.
 */
import { Schema } from "effect"
import { Block } from "../../domain/document.ts"
import { ExtractReason } from "./error.ts"

export interface WorkerTask {
  readonly format: "pdf" | "docx"
  readonly bytes: Uint8Array
}

/** Properties that a file states about itself. */
const Properties = {
  title: Schema.NullOr(Schema.String),
  language: Schema.NullOr(Schema.String),
  /** As the file writes it, an ISO 8601 date or instant. */
  created: Schema.NullOr(Schema.String),
  warnings: Schema.Array(Schema.String)
}

export const PdfContent = Schema.Struct({
  kind: Schema.Literal("pdf"),
  blocks: Schema.Array(Block),
  links: Schema.Array(Schema.Struct({ url: Schema.String, text: Schema.String })),
  ...Properties
})
export type PdfContent = typeof PdfContent.Type

export const DocxContent = Schema.Struct({
  kind: Schema.Literal("docx"),
  html: Schema.String,
  /** The file's own (custom) properties as XML: where a reporting form keeps its marker; null without any. */
  form: Schema.NullOr(Schema.String),
  ...Properties
})
export type DocxContent = typeof DocxContent.Type

export const Failure = Schema.Struct({
  kind: Schema.Literal("failure"),
  reason: ExtractReason,
  message: Schema.String
})
export type Failure = typeof Failure.Type

export const WorkerAnswer = Schema.Union([PdfContent, DocxContent, Failure])
export type WorkerAnswer = typeof WorkerAnswer.Type
