/**
 * What an archive carries besides bytes: registry entries, runs, visits, items, outputs with the reading of
 * each version, and reviews. With these and the captures a store can be rebuilt; documents and statements
 * are derived again.
 *
 * Each stands as JSON in a `metadata` record (ISO 28500:2017, section 6.6) of a media type of our own, so
 * that other programs pass over it.
 */
import { Effect, Schema } from "effect"
import {
  Capture,
  CaptureId,
  Initiative,
  Item,
  Output,
  Reading,
  Review,
  Run,
  Source,
  SourceState,
  Timestamp,
  Visit
} from "../../domain/index.ts"

/** Media type of our metadata (RFC 6838, section 3.2); the form changes with the name. */
export const metadataType = "application/vnd.tributary.archive.v1+json"

/** A version as it can be rebuilt: the same capture and reading give the same document. */
export const ArchivedVersion = Schema.Struct({
  captureId: CaptureId,
  retrievedAt: Timestamp,
  reading: Reading
})
export type ArchivedVersion = typeof ArchivedVersion.Type

export const Metadata = Schema.Union([
  Schema.TaggedStruct("registry", {
    initiative: Initiative,
    sources: Schema.Array(Schema.Struct({ source: Source, state: SourceState }))
  }),
  Schema.TaggedStruct("run", { run: Run }),
  /** `capture` describes the record before this one; null when the bytes stand elsewhere or there are none. */
  Schema.TaggedStruct("visit", { visit: Visit, capture: Schema.NullOr(Capture) }),
  Schema.TaggedStruct("capture", { capture: Capture }),
  Schema.TaggedStruct("output", {
    output: Output,
    aliases: Schema.Array(Schema.String),
    versions: Schema.Array(ArchivedVersion)
  }),
  Schema.TaggedStruct("items", { items: Schema.Array(Item) }),
  Schema.TaggedStruct("review", { review: Review })
])
export type Metadata = typeof Metadata.Type

const Json = Schema.fromJsonString(Metadata)
const decodeJson = Schema.decodeUnknownEffect(Json)
const encodeJson = Schema.encodeSync(Json)

/** The block of a metadata record. */
export const encodeMetadata = (metadata: Metadata): Uint8Array =>
  new TextEncoder().encode(encodeJson(metadata))

/** Fails with the schema's words when the block does not hold what its type promises. */
export const decodeMetadata = (block: Uint8Array) =>
  Effect.suspend(() => decodeJson(new TextDecoder().decode(block)))
