/**
 * Writes the JSON Schema of the digest, which is generated from its schema in `src/domain/digest.ts`.
 */
import { writeFileSync } from "node:fs"
import { digestJsonSchema } from "../src/export/json.ts"

writeFileSync(
  new URL("../src/export/digest.schema.json", import.meta.url),
  `${JSON.stringify(digestJsonSchema(), null, 2)}\n`
)
