/**
 * The entry point of normalisation: taxonomy and classifier, loaded once from the project's files, the
 * classifier only when there is something to classify.
 *
 * Everything behind it is pure; only loading touches the disk.
 */
import { Context, Effect, Layer } from "effect"
import type { Explanation } from "./classify/index.ts"
import type { Classify, ClassifyInput, DetectLanguage, IssueNamed } from "./normalize.ts"
import type { TaxonomyError } from "./taxonomy/errors.ts"
import { issueNames } from "./taxonomy/issue-names.ts"
import { type Labels, loadLabels } from "./taxonomy/labels.ts"
import { type Concepts, loadConcepts } from "./taxonomy/load.ts"

/** What derives statements from text. */
export interface StatementReader {
  readonly classify: Classify
  readonly detectLanguage: DetectLanguage
  /** The sum behind each label of a text. */
  readonly explain: (input: ClassifyInput) => ReadonlyArray<Explanation>
  /** The issue that a person means by its name. */
  readonly issueNamed: IssueNamed
}

const loadReader = Effect.fnUntraced(function* (issueNamed: IssueNamed) {
  const { loadClassifier } = yield* Effect.promise(() => import("./classify/index.ts"))
  const { detectLanguage } = yield* Effect.promise(() => import("./language/detect.ts"))
  const classifier = yield* loadClassifier
  return {
    classify: (input) => classifier.classify(input),
    detectLanguage: (text) => detectLanguage(text).language,
    explain: (input) => classifier.explain(input),
    issueNamed
  } satisfies StatementReader
})

export class Normalizer extends Context.Service<
  Normalizer,
  {
    /** Version, areas, issues and their labels; the vocabulary is in the classifier. */
    readonly taxonomy: Concepts & { readonly labels: Labels }
    /** The classifier and the language detector, loaded when they are first asked for. */
    readonly reader: Effect.Effect<StatementReader, TaxonomyError>
  }
>()("tributary/normalize/Normalizer") {
  /** From `taxonomy/`. A taxonomy or model that cannot be used is named by file. */
  static readonly layer = Layer.effect(
    Normalizer,
    Effect.gen(function* () {
      const taxonomy = { ...(yield* loadConcepts()), labels: yield* loadLabels() }
      const reader = yield* Effect.cached(loadReader(issueNames(taxonomy)))
      return Normalizer.of({ taxonomy, reader })
    })
  )
}
