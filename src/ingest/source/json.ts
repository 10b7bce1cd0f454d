/** JSON answers of APIs. */
import { Option, Schema } from "effect"
import { decodeText } from "../encoding/index.ts"

/** Decodes a JSON body by a schema; None for anything else. */
export const decodeJsonBody =
  <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  (body: Uint8Array): Option.Option<S["Type"]> => {
    const { text, failure } = decodeText(body, { mend: false })
    return failure === null ? Schema.decodeOption(Schema.fromJsonString(schema))(text) : Option.none()
  }
