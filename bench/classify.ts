/**
 * Speed of classification on one core: `node bench/classify.ts`.
 *
 * Prints the time of loading, of the first answer, and statements a second of processor time on the training
 * corpus (of which each text is new to the caches once), without being told the language; and the memory that
 * the classifier takes besides the program and the corpus.
 */
import { performance } from "node:perf_hooks"
import { Effect } from "effect"
import { loadClassifier } from "../src/normalize/classify/index.ts"
import { loadCorpus } from "../src/normalize/train/corpus.ts"

/** Processor time of this process in seconds: other programs on the machine count little. */
const processor = () => {
  const { system, user } = process.cpuUsage()
  return (system + user) / 1e6
}

const statements = await Effect.runPromise(loadCorpus())
const bare = process.memoryUsage().rss
const before = performance.now()
const classifier = await Effect.runPromise(loadClassifier)
const loaded = performance.now()
classifier.classify({ text: "Submarine cables should land in more than one place." })
const answered = performance.now()
console.log(`load ${(loaded - before).toFixed(0)} ms, first answer ${(answered - loaded).toFixed(0)} ms`)

for (const round of [1, 2, 3]) {
  const start = processor()
  for (const { text } of statements) classifier.classify({ text })
  const seconds = processor() - start
  console.log(`round ${round}: ${Math.round(statements.length / seconds)} statements a second`)
}
const { rss } = process.memoryUsage()
console.log(
  `memory ${((rss - bare) / 1e6).toFixed(0)} MB besides the ${(bare / 1e6).toFixed(0)} MB before loading`
)
