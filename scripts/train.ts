/**
 * Makes `taxonomy/model.bin` from the taxonomy and the training corpus: `npm run train`.
 *
 * Prints how the model does on initiatives it has not seen (cross-validation); `--dry-run` writes nothing.
 */
import { writeFileSync } from "node:fs"
import { Effect } from "effect"
import { modelFile } from "../src/normalize/classify/index.ts"
import { encodeModel } from "../src/normalize/classify/model.ts"
import { printTable } from "../src/normalize/evaluate/report.ts"
import { crossValidated } from "../src/normalize/evaluate/cross-validation.ts"
import { loadBridge, loadTaxonomy } from "../src/normalize/taxonomy/load.ts"
import { buildModel } from "../src/normalize/train/build.ts"
import { loadCorpus } from "../src/normalize/train/corpus.ts"
import { inputsHash } from "../src/normalize/train/inputs.ts"

const program = Effect.gen(function* () {
  const taxonomy = yield* loadTaxonomy()
  const statements = yield* loadCorpus()
  const result = buildModel(taxonomy, statements, yield* loadBridge(), yield* inputsHash, (sentence) =>
    console.error(sentence)
  )
  const bytes = encodeModel(result.model)
  if (!process.argv.includes("--dry-run")) writeFileSync(modelFile, bytes)
  console.log(`${modelFile.pathname}: ${(bytes.byteLength / 1e6).toFixed(2)} MB`)
  console.log(printTable(crossValidated(taxonomy, result)))
})

await Effect.runPromise(program)
