/**
 * The classifier: language, kind and issues of a statement, with the spans that decided them.
 *
 * Pure and deterministic: the same text gives the same answer, whatever was classified before.
 */
import type { Evidence, IssueId, StatementKind } from "../../domain/index.ts"
import { detectLanguage } from "../language/detect.ts"
import { type Analysis, Analyser } from "./analyse.ts"
import { isAccount } from "./account.ts"
import { Bridge } from "./bridge.ts"
import { decide, joinViews, logistic, signalScores } from "./decide.ts"
import { evidenceOf, noPlaces, type Reason, reasonsFor, wordPlaces } from "./evidence.ts"
import type { Model } from "./model.ts"
import { RowIndex, sparseScores, type Vector } from "./sparse.ts"

export interface StatementInput {
  readonly text: string
  /** Headings above the statement, outermost first. */
  readonly headings?: ReadonlyArray<string>
  /** Title of the document. */
  readonly title?: string
  /** Language where it is known (BCP 47); otherwise it is detected. */
  readonly language?: string
  /**
   * False when the caller knows that it is a message of an output: then the likeliest other kind and its
   * issues are given. True by default.
   */
  readonly mayBeBoilerplate?: boolean
}

export interface ClassifiedIssue {
  readonly id: IssueId
  /** How often such a label is right, 0 to 1. */
  readonly score: number
  /** Spans of `text` in order of place. */
  readonly evidence: ReadonlyArray<Evidence>
}

export interface Classification {
  readonly language: string
  readonly kind: StatementKind
  /** How often such a kind is right, 0 to 1. */
  readonly kindScore: number
  /** At most three, best first; none for boilerplate. */
  readonly issues: ReadonlyArray<ClassifiedIssue>
}

/** The sum behind an issue. */
export interface Explanation {
  readonly issue: IssueId
  readonly score: number
  /** Score of the vocabulary's view and of the surface view, before they are joined. */
  readonly vocabulary: number
  readonly surface: number
  /** What the headings and the title add. */
  readonly context: number
  readonly reasons: ReadonlyArray<Reason>
}

/** A heading names its section's theme, but not every statement below it is about it. */
const headingWeight = 1.2
const titleWeight = 0.6

interface Judged {
  readonly analysis: Analysis
  readonly vector: Vector
  readonly kind: StatementKind
  readonly kindScore: number
  readonly vocabulary: Float64Array
  readonly surface: Float64Array
  readonly context: Float64Array
  readonly found: ReadonlyArray<{ readonly issue: number; readonly score: number }>
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** Classifies statements with one model. Holds only caches besides it. */
export class Classifier {
  readonly model: Model
  private readonly analyser: Analyser
  private readonly surfaceIndex: RowIndex
  private readonly kindIndex: RowIndex

  constructor(model: Model) {
    this.model = model
    const surfaceIndex = new RowIndex(model.surface)
    const kindIndex = new RowIndex(model.kind)
    this.surfaceIndex = surfaceIndex
    this.kindIndex = kindIndex
    this.analyser = new Analyser(model.issues.length, model.terms, new Bridge(model.bridge), {
      issues: (hash) => surfaceIndex.rowOf(hash),
      kinds: (hash) => kindIndex.rowOf(hash)
    })
  }

  /** Labels one statement. */
  classify(input: StatementInput): Classification {
    const { analysis, found, kind, kindScore, vector } = this.judge(input)
    const places = found.length === 0 ? noPlaces : wordPlaces(analysis, vector)
    return {
      language: analysis.language,
      kind,
      kindScore,
      issues: found.flatMap(({ issue, score }) => {
        const id = this.model.issues[issue]
        if (id === undefined) return []
        const reasons = reasonsFor(analysis, this.model.surface, vector, places, issue)
        return [{ id, score: round(score), evidence: evidenceOf(analysis.folded, reasons) }]
      })
    }
  }

  /** The sums behind the issues of a statement: what a person would change to change a label. */
  explain(input: StatementInput): ReadonlyArray<Explanation> {
    const { analysis, context, found, surface, vector, vocabulary } = this.judge(input)
    const places = wordPlaces(analysis, vector)
    return found.flatMap(({ issue, score }) => {
      const id = this.model.issues[issue]
      if (id === undefined) return []
      return [
        {
          issue: id,
          score: round(score),
          vocabulary: round(vocabulary[issue] ?? 0),
          surface: round(surface[issue] ?? 0),
          context: round(context[issue] ?? 0),
          reasons: reasonsFor(analysis, this.model.surface, vector, places, issue)
        }
      ]
    })
  }

  private judge(input: StatementInput): Judged {
    const { joiner, kinds, lift } = this.model
    // Before the text itself: an analysis holds until the next.
    const context = this.contextOf(input)
    const analysis = this.analyser.analyse(input.text, input.language)
    const { words } = analysis
    const vector = this.surfaceIndex.vectorOf(analysis.surface, true)
    const vocabulary = signalScores(this.model.signals, analysis.signals)
    const surface = sparseScores(this.model.surface, vector)
    const { best, score: kindScore } = this.kindOf(analysis, input.mayBeBoilerplate !== false)
    const kind = kinds[best] ?? "information"
    const known = vector.length > 0 || analysis.own.length > 0 || analysis.foreign.length > 0
    const silent = kind === "boilerplate" || !known || words.length === 0
    const joined = joinViews(joiner.views, vocabulary, surface).map(
      (score, issue) => score + (context[issue] ?? 0)
    )
    return {
      analysis,
      vector,
      kind: words.length === 0 && input.mayBeBoilerplate !== false ? "boilerplate" : kind,
      kindScore,
      vocabulary,
      surface,
      context,
      found: silent ? [] : decide(joiner, { joined, vocabulary, surface, signals: analysis.signals }, lift)
    }
  }

  private kindOf(
    { folded, kindSurface, language }: Analysis,
    mayBeBoilerplate: boolean
  ): { best: number; score: number } {
    const scores = sparseScores(this.model.kind, this.kindIndex.vectorOf(kindSurface, true))
    const boilerplate = this.model.kinds.indexOf("boilerplate")
    for (let kind = 0; kind < scores.length; kind++)
      scores[kind] = (scores[kind] ?? 0) + (this.model.kindOffsets[kind] ?? 0)
    if (!mayBeBoilerplate || isAccount(folded.lower, language)) scores[boilerplate] = -Infinity
    let best = 0
    for (let index = 1; index < scores.length; index++)
      if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index
    const top = scores[best] ?? 0
    let sum = 0
    for (const score of scores) sum += Math.exp((score - top) * this.model.kindTemperature)
    return { best, score: round(1 / sum) }
  }

  /** What headings and title add to each issue. */
  private contextOf({ headings = [], language: stated, text, title }: StatementInput): Float64Array {
    const context = new Float64Array(this.model.issues.length)
    if (headings.length === 0 && title === undefined) return context
    const language = stated ?? detectLanguage(text).language
    const look = (above: string, weight: number) => {
      if (above.trim() === "") return
      const analysis = this.analyser.analyse(above, language)
      const scores = joinViews(
        this.model.joiner.views,
        signalScores(this.model.signals, analysis.signals),
        sparseScores(this.model.surface, this.surfaceIndex.vectorOf(analysis.surface, true))
      )
      for (const [issue, score] of scores.entries())
        context[issue] = (context[issue] ?? 0) + weight * logistic(score)
    }
    look(headings.slice(-3).join(". "), headingWeight)
    look(title ?? "", titleWeight)
    return context
  }
}
