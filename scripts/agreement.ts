/**
 * How far two annotators agree: `npm run agreement -- FIRST.jsonl SECOND.jsonl`, both as `npm run evaluate`
 * reads them and with the same ids.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Effect } from "effect"
import { agreementOf } from "../src/normalize/evaluate/agreement.ts"
import { readEvaluationFile } from "../src/normalize/evaluate/file.ts"
import { TaxonomyError } from "../src/normalize/taxonomy/errors.ts"

const [firstFile, secondFile] = process.argv.slice(2)

const program = Effect.gen(function* () {
  if (firstFile === undefined || secondFile === undefined) {
    return yield* new TaxonomyError({
      message: "name two files of the same statements: npm run agreement -- FIRST.jsonl SECOND.jsonl",
      faults: []
    })
  }
  const second = new Map((yield* readEvaluationFile(secondFile)).map((line) => [line.id, line]))
  const statements = (yield* readEvaluationFile(firstFile)).flatMap((line) => {
    const other = second.get(line.id)
    if (other === undefined) return []
    return [
      {
        language: line.lang,
        first: line.labels,
        second: other.labels,
        firstKind: line.kind ?? "",
        secondKind: other.kind ?? ""
      }
    ]
  })
  const { alpha, byLanguage, kindAlpha, microF1 } = agreementOf(statements)
  console.log(`${statements.length} statements labelled by both`)
  console.log(`Issues, micro F1                      ${microF1.toFixed(3)}`)
  console.log(`Issues, Krippendorff's alpha (MASI)   ${alpha.toFixed(3)}`)
  console.log(`Kinds, Krippendorff's alpha           ${kindAlpha.toFixed(3)}`)
  for (const [language, { microF1: f1, statements: count }] of byLanguage)
    console.log(`  ${language}  ${f1.toFixed(3)}  (${count})`)
})

NodeRuntime.runMain(
  program.pipe(
    Effect.catch(({ message }) =>
      Effect.sync(() => {
        process.stderr.write(`agreement: ${message}\n`)
        process.exitCode = 1
      })
    )
  )
)
