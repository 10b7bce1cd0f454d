/**
 * The check of the whole taxonomy: every finding of every kind, with file and line.
 */
import { Effect } from "effect"
import type { Cycle } from "../../../domain/index.ts"
import { loadCorpus } from "../../train/corpus.ts"
import type { TaxonomyError } from "../errors.ts"
import { loadBridge, loadConceptsWithLines, loadTerms } from "../load.ts"
import { loadPublication } from "../publication.ts"
import { checkAmbiguity } from "./ambiguity.ts"
import { checkCompleteness } from "./completeness.ts"
import { checkCrosswalk } from "./crosswalk.ts"
import type { Finding } from "./finding.ts"
import { checkStructure } from "./structure.ts"
import { checkUsage } from "./usage.ts"
import { checkVersion, versionState, writeRecord } from "./version.ts"

export type { Finding } from "./finding.ts"

export interface CheckResult {
  /** Empty where concepts.yaml cannot be read at all. */
  readonly version: string
  readonly issues: number
  readonly terms: number
  readonly languages: number
  /** In order of the checks, then of place. */
  readonly findings: ReadonlyArray<Finding>
  /** Whether the version was recorded now. */
  readonly recorded: boolean
}

export interface CheckOptions {
  readonly folder: URL
  /** IGF years whose sub-themes name issues. */
  readonly cycles: ReadonlyArray<Cycle>
  /** Records the version when nothing else is wrong. */
  readonly record: boolean
  /** false leaves out what the corpus says about the terms, which takes the longest. */
  readonly corpus?: boolean
  /** Told what is looked at next. */
  readonly onStep?: (text: string) => Effect.Effect<void>
}

/** Steps of which `onStep` is told. */
export const checkSteps = 7

const placed = /^([\w./-]+\.(?:csv|yaml|jsonl)(?::\d+)?): (.*)$/su

/** Faults of reading, which carry their place in front, as findings. */
const formFindings = ({
  faults,
  message
}: Pick<TaxonomyError, "faults" | "message">): ReadonlyArray<Finding> =>
  (faults.length === 0 ? [message] : faults).map((fault) => {
    const [, place = "taxonomy", rest = fault] = placed.exec(fault) ?? []
    return { severity: "error", check: "form", place, message: rest }
  })

/** Runs all checks. What cannot be read is itself a finding; the other checks go on without it. */
export const checkTaxonomy = Effect.fn("Taxonomy.check")(function* (options: CheckOptions) {
  const { cycles, folder, onStep = () => Effect.void } = options
  const findings: Array<Finding> = []
  const found = (more: ReadonlyArray<Finding>) => {
    for (const finding of more) findings.push(finding)
  }
  const orNull = <A, R>(effect: Effect.Effect<A, TaxonomyError, R>) =>
    effect.pipe(
      Effect.catch((error) => {
        found(formFindings(error))
        return Effect.succeed(null)
      })
    )
  yield* onStep("concepts")
  const read = yield* orNull(loadConceptsWithLines(folder))
  if (read === null)
    return { version: "", issues: 0, terms: 0, languages: 0, findings, recorded: false } satisfies CheckResult
  const { concepts, lineOf } = read
  yield* onStep("terms")
  const ids = new Set<string>(concepts.issues.map(({ id }) => id))
  const terms = (yield* orNull(loadTerms(ids, folder))) ?? { placed: [], faults: [] }
  if (terms.faults.length > 0) found(formFindings({ faults: terms.faults, message: "" }))
  yield* orNull(loadBridge(folder))
  yield* onStep("structure and crosswalks")
  found(checkStructure(concepts, lineOf))
  const publication = yield* orNull(loadPublication(concepts, folder))
  if (publication !== null) found(checkCrosswalk(concepts, lineOf, publication, cycles))
  yield* onStep("ambiguous labels")
  found(checkAmbiguity(terms.placed))
  yield* onStep("languages")
  found(checkCompleteness(concepts, terms.placed))
  yield* onStep("use in the corpus")
  const statements = options.corpus === false ? null : yield* orNull(loadCorpus())
  if (statements !== null) found(checkUsage(concepts, lineOf, terms.placed, statements))
  yield* onStep("version")
  const others = findings.some(({ severity }) => severity === "error")
  const state = yield* orNull(versionState(concepts.version, folder))
  const judged = state === null ? null : checkVersion(state, lineOf)
  const record = options.record && !others && judged?.recordable === true
  if (record && state !== null) yield* writeRecord(folder, { version: state.version, hash: state.hash })
  else found(judged?.findings ?? [])
  return {
    version: concepts.version,
    issues: concepts.issues.length,
    terms: terms.placed.length,
    languages: new Set(terms.placed.map(({ term }) => term.language)).size,
    findings,
    recorded: record
  } satisfies CheckResult
})
