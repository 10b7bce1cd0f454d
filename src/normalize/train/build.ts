/**
 * Makes the model: looks at the corpus, trains the views on all but a fifth of the initiatives at a time,
 * fits on what they say of the rest how the views are joined and what a score is worth, and trains the
 * views once more on everything.
 */
import { statementKinds } from "../classify/kinds.ts"
import { Analyser } from "../classify/analyse.ts"
import { Bridge } from "../classify/bridge.ts"
import {
  candidates,
  decide,
  dot,
  joinViews,
  type Joiner,
  logistic,
  rankFeatureCount,
  type Scores,
  type SignalModel,
  signalScores
} from "../classify/decide.ts"
import type { Model } from "../classify/model.ts"
import { RowIndex, shrink, type SparseModel, sparseScores } from "../classify/sparse.ts"
import { lasting, lastingFeatures } from "../classify/surface.ts"
import { type CompiledTerm, compileTerms, sharedNames } from "../classify/vocabulary.ts"
import type { IssueId, Taxonomy } from "../../domain/index.ts"
import type { LabelledStatement } from "./corpus.ts"
import { bestKind, fitKindOffsets, fitKindTemperature, type KindScores } from "./kind-offsets.ts"
import { fitLogistic } from "./logistic.ts"
import { type Sample, type TermSample, trainIssueSurface, trainKind, trainSignals } from "./views.ts"

/** Number of parts of the cross-validation: as many as there are hands in the language with most of them. */
export const foldCount = 3

/** What the views, trained without a sample's initiative, say of it. */
export interface HeldOut {
  readonly sample: Sample
  readonly fold: number
  readonly vocabulary: Float64Array
  readonly surface: Float64Array
  readonly kind: Float64Array
}

export interface BuildResult {
  readonly model: Model
  readonly heldOut: ReadonlyArray<HeldOut>
  /** Labels given to each held-out sample by models and joiners that had not seen its initiative. */
  readonly predictions: ReadonlyArray<Prediction>
}

export interface Prediction {
  readonly kind: number
  readonly issues: ReadonlyArray<{ readonly issue: number; readonly score: number }>
}

/** Compiles the vocabularies of all languages. */
export const compileAll = (taxonomy: Taxonomy): ReadonlyMap<string, ReadonlyArray<CompiledTerm>> => {
  const issues = taxonomy.issues.map(({ id }) => id)
  const languages = [...new Set(taxonomy.terms.map(({ language }) => language))].sort()
  return new Map(languages.map((language) => [language, compileTerms(taxonomy.terms, language, issues)]))
}

/** Looks at the labelled statements. */
export const samplesOf = (
  statements: ReadonlyArray<LabelledStatement>,
  issues: ReadonlyArray<IssueId>,
  analyser: Analyser
): Array<Sample> => {
  const place = new Map<string, number>(issues.map((id, index) => [id, index]))
  return statements.map((statement) => {
    const analysis = analyser.analyse(statement.text, statement.lang)
    return {
      id: statement.id,
      initiative: statement.initiative,
      hand: statement.hand,
      language: statement.lang,
      text: statement.text,
      issues: statement.labels.map((label) => place.get(label) ?? -1).filter((index) => index >= 0),
      kind: statementKinds.indexOf(statement.kind),
      boilerplate: statement.kind === "boilerplate",
      signals: analysis.signals.slice(),
      surface: lasting(analysis.surface),
      kindSurface: lastingFeatures(analysis.kindSurface)
    }
  })
}

/** The terms as very short texts. */
export const termSamplesOf = (taxonomy: Taxonomy, analyser: Analyser): Array<TermSample> => {
  const place = new Map<string, number>(taxonomy.issues.map(({ id }, index) => [id, index]))
  return taxonomy.terms.map((term) => ({
    issue: place.get(term.issue) ?? 0,
    surface: lasting(
      analyser.surface(term.term.replaceAll("*", ""), term.language === sharedNames ? "en" : term.language)
    ),
    weight: term.strength / 3
  }))
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Log of how much oftener two issues stand together than by chance; on the diagonal, how much oftener than
 * the mean one stands.
 */
export const liftOf = (samples: ReadonlyArray<Sample>, issueCount: number): Float32Array => {
  const single = new Float64Array(issueCount)
  const pairs = new Float64Array(issueCount * issueCount)
  let total = 0
  for (const { issues } of samples) {
    if (issues.length === 0) continue
    total++
    for (const a of issues) {
      single[a] = (single[a] ?? 0) + 1
      for (const b of issues) if (a !== b) pairs[a * issueCount + b] = (pairs[a * issueCount + b] ?? 0) + 1
    }
  }
  const lift = new Float32Array(issueCount * issueCount)
  for (let a = 0; a < issueCount; a++) {
    for (let b = 0; b < issueCount; b++) {
      const expected = ((single[a] ?? 0) * (single[b] ?? 0)) / Math.max(1, total)
      if (a === b) {
        lift[a * issueCount + a] = Math.log(
          (((single[a] ?? 0) + 2) * issueCount) / (sumOf(single) + 2 * issueCount)
        )
        continue
      }
      lift[a * issueCount + b] = Math.log(((pairs[a * issueCount + b] ?? 0) + 2) / (expected + 2))
    }
  }
  return lift
}

interface Views {
  readonly signals: SignalModel
  readonly surface: SparseModel
  readonly kind: SparseModel
}

const trainViews = (
  samples: ReadonlyArray<Sample>,
  terms: ReadonlyArray<TermSample>,
  issueCount: number
): Views => ({
  signals: trainSignals(samples, issueCount),
  surface: trainIssueSurface(samples, terms, issueCount),
  kind: trainKind(samples, statementKinds.length)
})

/**
 * Part of each initiative. Where a language has as many hands as there are parts, a part is a hand, because
 * the texts to come are by other hands too; elsewhere its initiatives are dealt out like cards.
 */
export const foldsOf = (samples: ReadonlyArray<Sample>): ReadonlyMap<string, number> => {
  const folds = new Map<string, number>()
  for (const language of new Set(samples.map((sample) => sample.language))) {
    const own = samples.filter((sample) => sample.language === language)
    const hands = [...new Set(own.map(({ hand }) => hand))].sort()
    const initiatives = [...new Set(own.map(({ initiative }) => initiative))].sort()
    for (const [index, initiative] of initiatives.entries()) {
      const hand = own.find((sample) => sample.initiative === initiative)?.hand ?? ""
      const part = hands.length >= foldCount ? hands.indexOf(hand) : index
      if (!folds.has(initiative)) folds.set(initiative, part % foldCount)
    }
  }
  return folds
}

/** What models say of initiatives they have not seen. */
export const holdOut = (
  samples: ReadonlyArray<Sample>,
  terms: ReadonlyArray<TermSample>,
  issueCount: number,
  progress: (sentence: string) => void
): Array<HeldOut> => {
  const folds = foldsOf(samples)
  const out: Array<HeldOut> = []
  for (let fold = 0; fold < foldCount; fold++) {
    const views = trainViews(
      samples.filter(({ initiative }) => folds.get(initiative) !== fold),
      terms,
      issueCount
    )
    const surfaceIndex = new RowIndex(views.surface)
    const kindIndex = new RowIndex(views.kind)
    for (const sample of samples) {
      if (folds.get(sample.initiative) !== fold) continue
      out.push({
        sample,
        fold,
        vocabulary: signalScores(views.signals, sample.signals),
        surface: sparseScores(views.surface, surfaceIndex.vectorOf(sample.surface)),
        kind: sparseScores(views.kind, kindIndex.vectorOf(sample.kindSurface))
      })
    }
    progress(`part ${fold + 1} of ${foldCount}`)
  }
  return out
}

/** What the views say of a sample, joined. */
export const scoresOf = (
  views: ReadonlyArray<number>,
  { sample, surface, vocabulary }: Pick<HeldOut, "sample" | "surface" | "vocabulary">
): Scores => ({
  joined: joinViews(views, vocabulary, surface),
  vocabulary,
  surface,
  signals: sample.signals
})

/** Thresholds that are tried for the second and the third issue, lowest first. */
const thresholds = Array.from({ length: 11 }, (_, step) => (20 + 2 * step) / 100)

/**
 * Micro F1 has a flat top: thresholds whose F1 differs by less than this are as good as each other. Of them
 * the lowest is taken, which names about as many issues as people name instead of a tenth fewer.
 */
const flat = 0.002

/** Fits how the views are joined, on held-out scores. */
export const fitJoiner = (heldOut: ReadonlyArray<HeldOut>, lift: Float32Array): Joiner => {
  const labelled = heldOut.filter(({ sample }) => !sample.boilerplate)
  const observations = labelled.flatMap(({ sample, surface, vocabulary }) =>
    Array.from(vocabulary.keys())
      // All right ones, and one in four of the others, each weighing the same for the slope.
      .filter((issue) => sample.issues.includes(issue) || (issue + sample.text.length) % 4 === 0)
      .map((issue) => ({
        features: [1, vocabulary[issue] ?? 0, surface[issue] ?? 0],
        outcome: sample.issues.includes(issue) ? 1 : 0
      }))
  )
  const views = fitLogistic(observations, 3, 1e-3)
  const ranked = labelled.map(({ sample, surface, vocabulary }) => ({
    sample,
    found: candidates(scoresOf(views, { sample, surface, vocabulary }), lift)
  }))
  const ranks = fitLogistic(
    ranked.flatMap(({ found, sample }) =>
      found.map(({ features, issue }) => ({ features, outcome: sample.issues.includes(issue) ? 1 : 0 }))
    ),
    rankFeatureCount,
    3
  )
  const scored = ranked.map(({ found, sample }) => ({
    sample,
    best: found
      .map(({ features, issue }) => ({ issue, score: logistic(dot(ranks, features)) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
  }))
  const wanted = scored.reduce((sum, { sample }) => sum + sample.issues.length, 0)
  // One threshold for the second and the third issue: two of them fit the chances of the corpus.
  const measured = thresholds.map((threshold) => {
    let given = 0
    let right = 0
    for (const { best, sample } of scored) {
      for (const [place, { issue, score }] of best.entries()) {
        if (place > 0 && score < threshold) continue
        given++
        if (sample.issues.includes(issue)) right++
      }
    }
    return { threshold, f1: (2 * right) / (given + wanted) }
  })
  const highest = Math.max(...measured.map(({ f1 }) => f1))
  const threshold = measured.find(({ f1 }) => f1 > highest - flat)?.threshold ?? 0.3
  return { views, ranks, thresholds: [threshold, threshold] }
}

const kindScoresOf = ({ kind, sample }: HeldOut): KindScores => ({ scores: kind, kind: sample.kind })

/** Most rows of the issues' and of the kinds' surface model. */
const rowLimits = { issues: 50_000, kinds: 30_000 }

/** Makes the model from taxonomy and corpus. `inputs` is the hash of both. */
export const buildModel = (
  taxonomy: Taxonomy,
  statements: ReadonlyArray<LabelledStatement>,
  bridgeText: string,
  inputs: string,
  progress: (sentence: string) => void
): BuildResult => {
  const issues = taxonomy.issues.map(({ id }) => id)
  const vocabularies = compileAll(taxonomy)
  const bridge = new Bridge(bridgeText)
  const analyser = new Analyser(issues.length, (language) => vocabularies.get(language), bridge)
  const samples = samplesOf(statements, issues, analyser)
  const terms = termSamplesOf(taxonomy, analyser)
  progress(`${samples.length} statements, ${terms.length} terms`)
  const heldOut = holdOut(samples, terms, issues.length, progress)
  const lift = liftOf(samples, issues.length)
  const joiner = fitJoiner(heldOut, lift)
  const predictions: Array<Prediction> = []
  for (let fold = 0; fold < foldCount; fold++) {
    const others = heldOut.filter((item) => item.fold !== fold)
    const other = fitJoiner(others, lift)
    const offsets = fitKindOffsets(others.map(kindScoresOf))
    for (const item of heldOut) {
      if (item.fold !== fold) continue
      const kind = bestKind(item.kind, offsets)
      const scores = scoresOf(other.views, item)
      predictions.push({
        kind,
        issues: statementKinds[kind] === "boilerplate" ? [] : decide(other, scores, lift)
      })
    }
  }
  const views = trainViews(samples, terms, issues.length)
  const kindOffsets = fitKindOffsets(heldOut.map(kindScoresOf))
  return {
    model: {
      taxonomyVersion: taxonomy.version,
      inputs,
      issues,
      kinds: statementKinds,
      signals: views.signals,
      joiner,
      lift,
      surface: shrink(views.surface, rowLimits.issues),
      kind: shrink(views.kind, rowLimits.kinds),
      kindTemperature: fitKindTemperature(heldOut.map(kindScoresOf), kindOffsets),
      kindOffsets,
      languages: [...vocabularies.keys()],
      bridge: bridgeText,
      terms: (language) => vocabularies.get(language)
    },
    heldOut,
    predictions
  }
}
