/**
 * Measures the classifier on labelled statements: `npm run evaluate -- FILE.jsonl [--json]`.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Effect } from "effect"
import { loadClassifier } from "../src/normalize/classify/index.ts"
import { evaluateFile } from "../src/normalize/evaluate/file.ts"
import { printTable } from "../src/normalize/evaluate/report.ts"

const file = process.argv.slice(2).find((argument) => !argument.startsWith("--"))

const program = Effect.gen(function* () {
  if (file === undefined) {
    process.stderr.write(
      "evaluate: name a file of labelled statements: npm run evaluate -- FILE.jsonl [--json]\n"
    )
    process.exitCode = 1
    return
  }
  const evaluation = yield* evaluateFile(file, yield* loadClassifier)
  process.stdout.write(
    process.argv.includes("--json")
      ? `${JSON.stringify(evaluation, undefined, 2)}\n`
      : `${printTable(evaluation)}\nLanguage right: ${evaluation.languageRight.toFixed(3)}\n`
  )
})

NodeRuntime.runMain(
  program.pipe(
    Effect.catch(({ message }) =>
      Effect.sync(() => {
        process.stderr.write(`evaluate: ${message}\n`)
        process.exitCode = 1
      })
    )
  )
)
