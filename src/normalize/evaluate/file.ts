/** Evaluates the classifier on a file of labelled statements `{"id","text","lang","labels":[...],"kind"}`. */
import { readFile } from "node:fs/promises"
import { Effect, Predicate, Result, Schema } from "effect"
import { StatementKind } from "../../domain/index.ts"
import type { Classifier } from "../classify/index.ts"
import { TaxonomyError } from "../taxonomy/errors.ts"
import { loadTaxonomy } from "../taxonomy/load.ts"
import { loadCorpus } from "../train/corpus.ts"
import { baselines } from "./baselines.ts"
import { evaluate } from "./evaluation.ts"

const Line = Schema.Struct({
  id: Schema.Union([Schema.String, Schema.Finite]),
  text: Schema.String,
  lang: Schema.String,
  labels: Schema.Array(Schema.String),
  kind: Schema.optionalKey(StatementKind)
})

/** Reads the lines; a line that cannot be used is an error with its number. */
export const readEvaluationFile = Effect.fn("Evaluation.read")(function* (file: string) {
  const text = yield* Effect.tryPromise({
    try: () => readFile(file, "utf8"),
    catch: (error) =>
      new TaxonomyError({
        message: `Cannot read ${file}: ${Predicate.isError(error) ? error.message : String(error)}.`,
        faults: []
      })
  })
  const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Line))
  const lines: Array<typeof Line.Type> = []
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue
    const decoded = decode(line)
    if (Result.isFailure(decoded)) {
      return yield* new TaxonomyError({
        message: `${file}:${index + 1}: expected {"id","text","lang","labels","kind"}: ${decoded.failure.message.split("\n").join(" ")}`,
        faults: []
      })
    }
    lines.push(decoded.success)
  }
  return lines
})

/** The whole evaluation of a file, with baselines. The classifier is not told the language. */
export const evaluateFile = Effect.fn("Evaluation.file")(function* (file: string, classifier: Classifier) {
  const lines = yield* readEvaluationFile(file)
  const taxonomy = yield* loadTaxonomy()
  const training = yield* loadCorpus()
  const areas = new Map<string, string>(taxonomy.issues.map(({ area, id }) => [id, area]))
  let languageRight = 0
  const judgements = lines.map(({ id, kind, labels, lang, text }) => {
    const answer = classifier.classify({ text })
    if (answer.language === lang) languageRight++
    return {
      id: String(id),
      text,
      language: lang,
      wanted: labels,
      wantedKind: kind,
      given: answer.issues,
      givenKind: answer.kind
    }
  })
  return {
    ...evaluate(
      judgements,
      (issue) => areas.get(issue) ?? issue,
      baselines(lines, taxonomy, classifier.model, training)
    ),
    languageRight: lines.length === 0 ? 0 : languageRight / lines.length
  }
})
