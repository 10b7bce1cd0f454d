/**
 * From a capture to a document: the same bytes and the same reading always give the same document.
 *
 * A reading is all that extraction is told besides the bytes. It is kept with the version, so that the
 * document can be extracted again years later, when the extraction has become better.
 */
import { Effect } from "effect"
import type { ExtractedDocument, Reading } from "../domain/index.ts"
import { extractDocument, withoutFurniture, type ExtractHints } from "./extract/index.ts"
import { unwrapItem } from "./source/index.ts"

/** A document that could not be read: nothing in it but the reason, so that a person sees it. */
const unreadable = (reading: Reading, message: string): ExtractedDocument => ({
  title: reading.title,
  language: null,
  publishedAt: reading.publishedAt,
  publishedFrom: reading.publishedFrom,
  canonicalUrl: null,
  mediaType: reading.mediaType ?? "application/octet-stream",
  blocks: [],
  links: [],
  warnings: [message]
})

/** What the source said of the document, for where the document itself is silent. */
const hintsOf = (reading: Pick<Reading, "title" | "publishedAt" | "publishedFrom">): ExtractHints => ({
  ...(reading.title === null ? {} : { title: reading.title }),
  ...(reading.publishedAt === null ? {} : { publishedAt: reading.publishedAt }),
  ...(reading.publishedFrom === null ? {} : { publishedFrom: reading.publishedFrom })
})

/** With the language that a person stated, where the document does not tell its own. */
const withTold = (document: ExtractedDocument, { language }: Reading): ExtractedDocument =>
  language === undefined || document.language !== null ? document : { ...document, language }

/** Extracts the document, or fails with the reason why it cannot be read. */
export const tryReadDocument = Effect.fn("tryReadDocument")(function* (bytes: Uint8Array, reading: Reading) {
  const wrapped = unwrapItem(bytes, reading.mediaType, reading.url)
  const extraction =
    wrapped === null
      ? extractDocument({
          bytes,
          mediaType: reading.mediaType,
          charset: reading.charset,
          url: reading.url,
          fileName: reading.fileName,
          hints: hintsOf(reading)
        })
      : extractDocument({
          bytes: new TextEncoder().encode(wrapped.html),
          mediaType: "text/html",
          charset: "utf-8",
          url: wrapped.url ?? reading.url,
          fileName: null,
          bodyOnly: true,
          hints: hintsOf({
            title: wrapped.title ?? reading.title,
            publishedAt: wrapped.publishedAt ?? reading.publishedAt,
            publishedFrom: wrapped.publishedAt === null ? reading.publishedFrom : "api"
          })
        })
  const document = withTold(yield* extraction, reading)
  return reading.furniture === undefined ? document : withoutFurniture(document, reading.furniture)
})

/** Extracts the document. Never fails: what cannot be read becomes a document with a warning and no blocks. */
export const readDocument = Effect.fn("readDocument")((bytes: Uint8Array, reading: Reading) =>
  Effect.catchTag(tryReadDocument(bytes, reading), "ExtractError", (error) =>
    Effect.succeed(unreadable(reading, error.message))
  )
)
