/**
 * Takes in a file that came by mail or was uploaded, as an output of an initiative.
 */
import { Effect, Option, Schema } from "effect"
import type { DocumentKind, InitiativeId, IsoDate, Reading } from "../domain/index.ts"
import { readDocument } from "../ingest/read.ts"
import { outputIdOf } from "../normalize/index.ts"
import { Captures, Initiatives, now, Reviews } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { keepOutput } from "./keep-output.ts"

export class UnknownInitiative extends Schema.TaggedError<UnknownInitiative>()("UnknownInitiative", {
  message: Schema.String
}) {}

/** The file holds nothing that can be read; nothing was kept. */
export class UnreadableFile extends Schema.TaggedError<UnreadableFile>()("UnreadableFile", {
  message: Schema.String
}) {}

export interface AddedFile {
  readonly initiativeId: InitiativeId
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What the person who adds it says of it; used where the document itself is silent. */
  readonly title: string | null
  readonly publishedAt: IsoDate | null
  /** Decided by a person: kept as a review. */
  readonly kind: DocumentKind | null
  readonly by: string
}

/** Keeps the file as a capture, reads it, and derives output and statements. */
export const addFile = Effect.fn("addFile")(function* (file: AddedFile) {
  const initiatives = yield* Initiatives
  const captures = yield* Captures
  const reviews = yield* Reviews
  const initiative = Option.getOrUndefined(yield* initiatives.get(file.initiativeId))
  if (initiative === undefined) {
    return yield* new UnknownInitiative({
      message: `There is no initiative ${file.initiativeId}: "tributary registry list" names them, "tributary registry add" adds one.`
    })
  }
  const reading: Reading = {
    url: `upload:${file.fileName}`,
    mediaType: null,
    charset: null,
    fileName: file.fileName,
    title: file.title,
    publishedAt: file.publishedAt,
    publishedFrom: file.publishedAt === null ? null : "review"
  }
  const document = yield* readDocument(file.bytes, reading)
  if (document.blocks.length === 0) {
    return yield* new UnreadableFile({
      message: `${file.fileName} was not added: ${document.warnings.join(" ") || "it holds no text."}`
    })
  }
  const retrievedAt = yield* now
  const capture = yield* captures.put(file.bytes, {
    mediaType: document.mediaType,
    charset: null,
    url: reading.url,
    retrievedAt
  })
  if (file.kind !== null) {
    yield* reviews.append({
      by: file.by,
      reason: `Stated when ${file.fileName} was added.`,
      decision: {
        _tag: "document-kind",
        outputId: outputIdOf(initiative.id, reading.url),
        kind: file.kind
      }
    })
  }
  const kept = yield* keepOutput({
    initiative,
    sourceId: null,
    url: reading.url,
    captureId: capture.id,
    retrievedAt,
    reading,
    document
  })
  yield* consolidate()
  return { ...kept, document }
})
