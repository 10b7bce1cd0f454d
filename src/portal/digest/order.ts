/** What is asked of the process that prepares digests, as its only argument in JSON. */
import { Schema } from "effect"
import { MeetingId, ReleaseNumber } from "../../domain/index.ts"
import { DigestLanguage } from "../../domain/languages.ts"

/** Forms that are made when first asked for. */
export const DownloadFormat = Schema.Literals(["html", "pdf", "docx", "xlsx", "csv", "md", "json"])
export type DownloadFormat = typeof DownloadFormat.Type

export const Order = Schema.Struct({
  dataDirectory: Schema.NonEmptyString,
  /** The release; null for a preview of the meeting's digest. */
  release: Schema.NullOr(ReleaseNumber),
  meeting: Schema.NullOr(MeetingId),
  lang: DigestLanguage,
  /** Where readers reach the portal. */
  baseUrl: Schema.NonEmptyString,
  /** `pages`, or a form to download. */
  what: Schema.Union([Schema.Literal("pages"), DownloadFormat]),
  /** Folder that is made, whole or not at all. */
  folder: Schema.NonEmptyString
})
export type Order = typeof Order.Type

/** Name of the file of a page in its folder. */
export const fragmentFile = (path: string, page: number): string =>
  `${path === "" ? "summary" : path.replaceAll("/", "--")}.${page}.json`

/** The name of a digest in addresses. */
export const slugOf = (release: string | null): string => release ?? "preview"
