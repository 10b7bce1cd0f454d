/**
 * Speed of classification on one core: `node bench/classify.ts`.
 *
 * Prints the time of loading, of the first answer, and statements a second on the training corpus (of which
 * each text is new to the caches once), without being told the language.
 */
import { performance } from "node:perf_hooks"
import { Effect } from "effect"
import { loadClassifier } from "../src/normalize/classify/index.ts"
import { loadCorpus } from "../src/normalize/train/corpus.ts"

const before = performance.now()
const classifier = await Effect.runPromise(loadClassifier)
const loaded = performance.now()
classifier.classify({ text: "Submarine cables should land in more than one place." })
const answered = performance.now()
console.log(`load ${(loaded - before).toFixed(0)} ms, first answer ${(answered - loaded).toFixed(0)} ms`)

const statements = await Effect.runPromise(loadCorpus())
for (const round of [1, 2, 3]) {
  const start = performance.now()
  for (const { text } of statements) classifier.classify({ text })
  const seconds = (performance.now() - start) / 1000
  console.log(`round ${round}: ${Math.round(statements.length / seconds)} statements a second`)
}
console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
