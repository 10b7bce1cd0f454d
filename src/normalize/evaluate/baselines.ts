/**
 * Simple ways of labelling, to measure the classifier against.
 */
import type { Taxonomy } from "../../domain/index.ts"
import { Analyser } from "../classify/analyse.ts"
import { Bridge } from "../classify/bridge.ts"
import { order, signalScores } from "../classify/decide.ts"
import type { Model } from "../classify/model.ts"
import { lastingVector, RowIndex, sparseScores } from "../classify/sparse.ts"
import { compileAll } from "../train/build.ts"
import type { LabelledStatement } from "../train/corpus.ts"
import { type Measure, measure } from "./metrics.ts"

interface Item {
  readonly text: string
  readonly lang: string
  readonly labels: ReadonlyArray<string>
}

const compare = (items: ReadonlyArray<Item>, label: (item: Item) => ReadonlyArray<string>): Measure => {
  let right = 0
  let given = 0
  let wanted = 0
  for (const item of items) {
    const labels = label(item)
    given += labels.length
    wanted += item.labels.length
    right += labels.filter((id) => item.labels.includes(id)).length
  }
  return measure(right, given, wanted)
}

/**
 * Labels by: the preferred and alternative labels found in the text; the nearest centroids of the training texts (TF-IDF,
 * cosine); the surface model alone; the matcher's signals alone. The last three give two labels each.
 */
export const baselines = (
  items: ReadonlyArray<Item>,
  taxonomy: Taxonomy,
  model: Model,
  training: ReadonlyArray<LabelledStatement>
): Readonly<Record<string, Measure>> => {
  const issues = taxonomy.issues.map(({ id }) => id)
  const names = (ranked: ReadonlyArray<number>) => ranked.flatMap((issue) => issues[issue] ?? [])
  const labelled = items.filter(({ labels }) => labels.length > 0)
  const preferred = compileAll({
    ...taxonomy,
    terms: taxonomy.terms.filter(({ role }) => role === "preferred" || role === "alternative")
  })
  const bridge = new Bridge(model.bridge)
  const labelMatcher = new Analyser(issues.length, (language) => preferred.get(language), bridge)
  const analyser = new Analyser(issues.length, model.terms, bridge)
  const index = new RowIndex(model.surface)
  const centroids = centroidsOf(training, issues, analyser, index)
  return {
    "labels only": compare(labelled, ({ lang, text }) =>
      names([...new Set(labelMatcher.analyse(text, lang).own.map(({ issue }) => issue))].slice(0, 3))
    ),
    "nearest centroid (TF-IDF)": compare(labelled, ({ lang, text }) => {
      const { rows, values } = lastingVector(index.vectorOf(analyser.analyse(text, lang).surface))
      const scores = new Float64Array(issues.length)
      for (const [place, row] of rows.entries()) {
        const centroid = row * issues.length
        for (let issue = 0; issue < issues.length; issue++) {
          scores[issue] = (scores[issue] ?? 0) + (values[place] ?? 0) * (centroids[centroid + issue] ?? 0)
        }
      }
      return names(order(scores).slice(0, 2))
    }),
    "linear model alone": compare(labelled, ({ lang, text }) =>
      names(
        order(sparseScores(model.surface, index.vectorOf(analyser.analyse(text, lang).surface))).slice(0, 2)
      )
    ),
    "matcher alone": compare(labelled, ({ lang, text }) => {
      const analysis = analyser.analyse(text, lang)
      return analysis.own.length === 0
        ? []
        : names(order(signalScores(model.signals, analysis.signals)).slice(0, 2))
    })
  }
}

/** Mean vector of the texts of each issue, of length one: row after row, issue by issue. */
const centroidsOf = (
  training: ReadonlyArray<LabelledStatement>,
  issues: ReadonlyArray<string>,
  analyser: Analyser,
  index: RowIndex
): Float32Array => {
  let size = 0
  const vectors = training
    .filter(({ labels }) => labels.length > 0)
    .map(({ labels, lang, text }) => {
      const { rows, values } = lastingVector(index.vectorOf(analyser.analyse(text, lang).surface))
      for (const row of rows) size = Math.max(size, row + 1)
      return { rows, values, issues: labels.map((label) => issues.indexOf(label)) }
    })
  const sums = new Float32Array(size * issues.length)
  for (const { issues: labels, rows, values } of vectors) {
    for (const issue of labels) {
      for (const [place, row] of rows.entries()) {
        sums[row * issues.length + issue] = (sums[row * issues.length + issue] ?? 0) + (values[place] ?? 0)
      }
    }
  }
  for (let issue = 0; issue < issues.length; issue++) {
    let square = 0
    for (let row = 0; row < size; row++) square += (sums[row * issues.length + issue] ?? 0) ** 2
    const length = Math.sqrt(square) || 1
    for (let row = 0; row < size; row++) {
      sums[row * issues.length + issue] = (sums[row * issues.length + issue] ?? 0) / length
    }
  }
  return sums
}
