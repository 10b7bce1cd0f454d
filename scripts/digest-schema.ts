/**
 * Writes the JSON Schema of the digest, which is generated from its schema in `src/domain/digest.ts`, and
 * beside it the JSON-LD context of `src/export/json-ld.ts`.
 */
import { writeFileSync } from "node:fs"
import { contextFile, digestContext } from "../src/export/json-ld.ts"
import { digestJsonSchema } from "../src/export/json.ts"

const write = (name: string, content: object) =>
  writeFileSync(new URL(`../src/export/${name}`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`)

write("digest.schema.json", digestJsonSchema())
write(contextFile, digestContext())
