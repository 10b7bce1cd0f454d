/**
 * Classification of statements: load the classifier once, then classify as many texts as there are.
 */
import { readFile } from "node:fs/promises"
import { Effect, Predicate } from "effect"
import { TaxonomyError } from "../taxonomy/errors.ts"
import { Classifier } from "./classifier.ts"
import { decodeModel } from "./model.ts"

export {
  type Classification,
  type ClassifiedIssue,
  Classifier,
  type Explanation,
  type StatementInput
} from "./classifier.ts"
export { explanationOf } from "./explain-text.ts"
export { TaxonomyError } from "../taxonomy/errors.ts"

/** File of the model that this program ships with. */
export const modelFile = new URL("../../../taxonomy/model.bin", import.meta.url)

/** Loads the classifier from its model file (about 30 ms). */
export const loadClassifierFrom = Effect.fn("Classifier.load")(function* (file: URL) {
  const bytes = yield* Effect.tryPromise({
    try: () => readFile(file),
    catch: (error) =>
      new TaxonomyError({
        message: `Cannot read the classifier's model ${file.pathname} (${Predicate.isError(error) ? error.message : String(error)}). Make it with: npm run train`,
        faults: []
      })
  })
  return yield* Effect.try({
    try: () => new Classifier(decodeModel(bytes)),
    catch: (error) =>
      new TaxonomyError({
        message: `The model ${file.pathname} cannot be used: ${Predicate.isError(error) ? error.message.split("\n").join(" ") : String(error)}. Make it anew with: npm run train`,
        faults: []
      })
  })
})

/** Loads the classifier that this program ships with. */
export const loadClassifier = loadClassifierFrom(modelFile)

/** The answer to one line of `tributary classify`: `{"id","language","kind","issues":[{"id","score","evidence"}]}`. */
export const classifyLine = (classifier: Classifier, id: string | number, text: string) => {
  const { issues, kind, language } = classifier.classify({ text })
  return { id, language, kind, issues }
}
