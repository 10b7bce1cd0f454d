/**
 * Documents: the blocks extracted from a capture, and the output that they make.
 */
import { Schema } from "effect"
import { CaptureId, InitiativeId, IsoDate, LanguageTag, OutputId, SourceId, Timestamp } from "./ids.ts"
import { ReportForm } from "./report-form.ts"

export const BlockKind = Schema.Literals(["heading", "paragraph", "list-item", "table", "quote"])
export type BlockKind = typeof BlockKind.Type

/** A block of a document in reading order; its index in the document is its place. */
export const Block = Schema.Struct({
  kind: BlockKind,
  /** Heading: 1 to 6. List item: depth of nesting from 1. Otherwise 0. */
  level: Schema.Int,
  /** Text with single spaces. In tables rows are lines, and cells are parted by a tab. */
  text: Schema.String,
  /** Page of a paged document, from 1. */
  page: Schema.optionalKey(Schema.Int),
  /** Fragment identifier of the nearest element with an id, so that a reader can be led to the passage. */
  anchor: Schema.optionalKey(Schema.String),
  /** Number or letter that the list itself prints before the item ("3", "iv", "b"). */
  label: Schema.optionalKey(Schema.String)
})
export type Block = typeof Block.Type

/** Where a date was found; earlier in this list is trusted more. */
export const DateOrigin = Schema.Literals([
  "review",
  "json-ld",
  "meta",
  "time-element",
  "feed",
  "listing",
  "api",
  "url",
  "text",
  "file-metadata",
  "http"
])
export type DateOrigin = typeof DateOrigin.Type

/** A link in the main content of a document. */
export const DocumentLink = Schema.Struct({ url: Schema.String, text: Schema.String })
export type DocumentLink = typeof DocumentLink.Type

/**
 * All that extraction is told besides the bytes: the same capture and reading give the same document.
 * What a source says of an item (title, date) counts where the document itself says nothing.
 */
export const Reading = Schema.Struct({
  url: Schema.String,
  mediaType: Schema.NullOr(Schema.String),
  charset: Schema.NullOr(Schema.String),
  fileName: Schema.NullOr(Schema.String),
  title: Schema.NullOr(Schema.String),
  publishedAt: Schema.NullOr(IsoDate),
  publishedFrom: Schema.NullOr(DateOrigin),
  /** Language as whoever handed the document in stated it; it counts where the text does not tell. */
  language: Schema.optionalKey(LanguageTag),
  /** Keys of passages on this page that most pages of its site have too, and that are left out for that. */
  furniture: Schema.optionalKey(Schema.Array(Schema.String))
})
export type Reading = typeof Reading.Type

/** What extraction sees in one capture, before anything is decided about it. */
export const ExtractedDocument = Schema.Struct({
  title: Schema.NullOr(Schema.String),
  /** Language that the document states or that its text shows; null when neither tells. */
  language: Schema.NullOr(LanguageTag),
  publishedAt: Schema.NullOr(IsoDate),
  publishedFrom: Schema.NullOr(DateOrigin),
  /** `rel=canonical` or the like, absolute. */
  canonicalUrl: Schema.NullOr(Schema.String),
  /** Media type that the reader settled on. */
  mediaType: Schema.String,
  blocks: Schema.Array(Block),
  /** Links inside the main content, absolute, in reading order, without repetition. */
  links: Schema.Array(DocumentLink),
  /** Sentences about what could not be read or had to be mended. */
  warnings: Schema.Array(Schema.String),
  /** Set when the document is the project's own reporting form: then the blocks are what was filled in. */
  form: Schema.optionalKey(ReportForm)
})
export type ExtractedDocument = typeof ExtractedDocument.Type

/** Kind of document, decided before any topic (DESIGN.md, Terms). */
export const DocumentKind = Schema.Literals([
  "messages",
  "communique",
  "declaration",
  "report",
  "session-summary",
  "draft",
  "transcript",
  "announcement",
  "news",
  "press-account",
  "not-an-output"
])
export type DocumentKind = typeof DocumentKind.Type

/** The kinds that enter a digest. */
export const countingKinds: ReadonlyArray<DocumentKind> = [
  "messages",
  "communique",
  "declaration",
  "report",
  "session-summary"
]

/** One document of an initiative, at one canonical URL. */
export const Output = Schema.Struct({
  id: OutputId,
  initiativeId: InitiativeId,
  /** Null for uploads. */
  sourceId: Schema.NullOr(SourceId),
  /** Canonical URL, or `upload:` and the file's name. */
  url: Schema.String,
  title: Schema.String,
  kind: DocumentKind,
  /** Sentences that say why it is of this kind. */
  kindReasons: Schema.Array(Schema.String),
  /** True when a reviewer should look at the kind. */
  inDoubt: Schema.Boolean,
  language: LanguageTag,
  publishedAt: Schema.NullOr(IsoDate),
  publishedFrom: Schema.NullOr(DateOrigin),
  /** Year or number of the initiative's event. */
  edition: Schema.NullOr(Schema.String),
  eventStart: Schema.NullOr(IsoDate),
  eventEnd: Schema.NullOr(IsoDate),
  /** Another output of which this is the same text on another page or host. */
  sameAs: Schema.NullOr(OutputId),
  /** Of a draft: the final that took its place. */
  supersededBy: Schema.NullOr(OutputId),
  firstSeenAt: Timestamp
})
export type Output = typeof Output.Type

/** One state of an output: the capture it was read from, and what was read. */
export const Version = Schema.Struct({
  outputId: OutputId,
  /** 1 for the first version, then counting up. */
  sequence: Schema.Int,
  captureId: CaptureId,
  retrievedAt: Timestamp,
  reading: Reading,
  document: ExtractedDocument
})
export type Version = typeof Version.Type
