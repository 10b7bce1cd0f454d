/** What stands on the shelf of prepared digests: its names, its outline, its pages, its forms to download. */
import { Schema } from "effect"
import { type Meeting, type Release, Timestamp, UnGroup } from "../../domain/index.ts"
import type { DownloadFormat } from "./order.ts"

/** A digest that can be read. */
export interface Shelved {
  /** Its name in addresses: `2026-1`, or `preview`. */
  readonly slug: string
  readonly release: Release | null
  readonly meeting: Meeting | null
}

const Outline = Schema.Struct({
  title: Schema.String,
  purpose: Schema.String,
  scope: Schema.String,
  number: Schema.NullOr(Schema.String),
  frozen: Schema.Boolean,
  asOf: Timestamp,
  contentHash: Schema.String,
  issues: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      label: Schema.String,
      area: Schema.String,
      par: Schema.Int,
      lastPar: Schema.Int,
      initiatives: Schema.Int,
      concerned: Schema.Int
    })
  ),
  groups: Schema.Array(UnGroup),
  hasChange: Schema.Boolean
})
export type ShelvedOutline = typeof Outline.Type

const Fragment = Schema.Struct({
  path: Schema.String,
  page: Schema.Int,
  pages: Schema.Int,
  title: Schema.String,
  html: Schema.String
})
export type ShelvedFragment = typeof Fragment.Type

export const decodeOutline = Schema.decodeUnknownEffect(Schema.fromJsonString(Outline))
export const decodeFragment = Schema.decodeUnknownEffect(Schema.fromJsonString(Fragment))

/** Names of the files of a form, and their media types. */
export const downloads: Readonly<Record<string, { readonly format: DownloadFormat; readonly type: string }>> =
  {
    "digest.html": { format: "html", type: "text/html; charset=utf-8" },
    "digest.pdf": { format: "pdf", type: "application/pdf" },
    "brief.pdf": { format: "pdf", type: "application/pdf" },
    "digest.docx": {
      format: "docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    },
    "digest.xlsx": {
      format: "xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    },
    "digest-csv.zip": { format: "csv", type: "application/zip" },
    "digest.md": { format: "md", type: "text/markdown; charset=utf-8" },
    "digest.json": { format: "json", type: "application/json; charset=utf-8" }
  }
