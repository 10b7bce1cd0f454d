/**
 * The entry point of normalisation: taxonomy and classifier, loaded once from the project's files.
 *
 * Everything behind it is pure; only loading touches the disk.
 */
import { Context, Effect, Layer } from "effect"
import { loadClassifier } from "./classify/index.ts"
import { detectLanguage } from "./language/detect.ts"
import type { Classify, DetectLanguage, IssueNamed } from "./normalize.ts"
import { issueNames } from "./taxonomy/issue-names.ts"
import { type Labels, loadLabels } from "./taxonomy/labels.ts"
import { type Concepts, loadConcepts } from "./taxonomy/load.ts"

export class Normalizer extends Context.Service<
  Normalizer,
  {
    /** Version, areas, issues and their labels; the vocabulary is in the classifier. */
    readonly taxonomy: Concepts & { readonly labels: Labels }
    readonly classify: Classify
    readonly detectLanguage: DetectLanguage
    readonly issueNamed: IssueNamed
  }
>()("tributary/normalize/Normalizer") {
  /** From `taxonomy/`. A taxonomy or model that cannot be used is named by file. */
  static readonly layer = Layer.effect(
    Normalizer,
    Effect.gen(function* () {
      const taxonomy = { ...(yield* loadConcepts()), labels: yield* loadLabels() }
      const classifier = yield* loadClassifier
      return Normalizer.of({
        taxonomy,
        classify: (input) => classifier.classify(input),
        detectLanguage: (text) => detectLanguage(text).language,
        issueNamed: issueNames(taxonomy)
      })
    })
  )
}
