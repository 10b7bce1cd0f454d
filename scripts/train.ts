/**
 * Makes `taxonomy/model.bin` from the taxonomy and the training corpus: `npm run train`.
 *
 * Makes `taxonomy/document-kinds.bin` from the labelled documents as well; with `--document-kinds` only that.
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
import { encodeKindModel, kindModelFile } from "../src/normalize/document-kind/model.ts"
import { buildModel } from "../src/normalize/train/build.ts"
import { loadCorpus } from "../src/normalize/train/corpus.ts"
import { trainDocumentKinds, tuningDocuments } from "../src/normalize/train/document-kinds.ts"
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

const kindBytes = encodeKindModel(trainDocumentKinds(tuningDocuments()))
if (!process.argv.includes("--dry-run")) writeFileSync(kindModelFile, kindBytes)
console.log(`${kindModelFile.pathname}: ${Math.round(kindBytes.byteLength / 1000)} kB`)
if (!process.argv.includes("--document-kinds")) await Effect.runPromise(program)
