/**
 * The digest as JSON, its JSON Schema, and its content hash.
 */
import { createHash } from "node:crypto"
import { Schema } from "effect"
import { Digest } from "../domain/index.ts"
import { DigestDocument, digestDocument } from "./json-ld.ts"

/** The digest as JSON text (RFC 8259), UTF-8, one line end at its end; the same digest gives the same bytes. */
export const renderJson = (digest: Digest): string => `${JSON.stringify(digestDocument(digest), null, 1)}\n`

/** Reads a digest from its JSON text; fails with a SchemaError that names the place that does not fit. */
export const readDigest = Schema.decodeUnknownEffect(Schema.fromJsonString(Digest))

/** SHA-256 of the JSON form, 64 hexadecimal digits: two digests of one hash hold the same. */
export const contentHash = (digest: Digest): string =>
  createHash("sha256").update(renderJson(digest)).digest("hex")

/** JSON Schema (draft 2020-12) of the digest's JSON form. */
export const digestJsonSchema = (): object => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(DigestDocument)
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Tributary digest",
    description:
      "The consolidated document for one meeting: what national and regional IGF initiatives published in a window of time, by issue. Everything that carries `par` can be cited by that paragraph number.",
    ...schema,
    $defs: definitions
  }
}
