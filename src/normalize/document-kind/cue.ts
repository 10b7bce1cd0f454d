/**
 * The form of a rule of document kind: phrases in a zone of the document and what they weigh for each kind.
 */
import type { DocumentKind } from "../../domain/document.ts"

/**
 * title; url: path and file name; lead: the first 900 characters; body: all; heading: the headings; voice: the
 * beginning without what stands in quotation marks, so that only the author speaks; parts: the short pieces of the
 * beginning, as the lines of a table of contents are.
 */
export type Zone = "title" | "url" | "lead" | "body" | "heading" | "voice" | "parts"

export interface PhraseRule {
  readonly name: string
  readonly zone: Zone
  readonly weights: Readonly<Partial<Record<DocumentKind, number>>>
  /** The sentence a reviewer reads, with the words found in place of `%`. */
  readonly reason: string
  readonly phrases: ReadonlyArray<string>
  /** Names of rules that say nothing once this one has matched. */
  readonly silences?: ReadonlyArray<string>
  /** How many different passages must match; one if not given. */
  readonly least?: number
}
