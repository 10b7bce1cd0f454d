/**
 * Computes the digest of a release from its recorded inputs alone: every document is read again from its
 * capture, normalised, reviewed and consolidated. Freezing and verifying both do this, so that a release
 * is never made from anything that cannot be had again.
 */
import { Effect, Option, Schema } from "effect"
import {
  type CaptureId,
  type Digest,
  type Initiative,
  type InitiativeId,
  type Output,
  type ReleaseInputs,
  type Review,
  type Statement,
  type StatementMark,
  toCompare
} from "../../domain/index.ts"
import { buildDigest } from "../../export/index.ts"
import { readDocument } from "../../ingest/read.ts"
import { consolidateBeside, standingDecisions } from "../../normalize/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { captureIdOf, Captures, Reviews } from "../../store/index.ts"
import { deriveOutput } from "../derive-output.ts"
import type { OnOutput } from "../renormalize.ts"
import { hashOfReviews } from "./gather.ts"

/** Something that was recorded is not there any more, or not as it was. */
export class InputLost extends Schema.TaggedError<InputLost>()("InputLost", { message: Schema.String }) {}

/** The reviews that the release applied, checked against their recorded hash. */
const recordedReviews = Effect.fnUntraced(function* ({ number, reviews: recorded }: ReleaseInputs) {
  const reviews = (yield* (yield* Reviews).list()).filter(({ id }) => id <= recorded.upTo)
  if (reviews.length !== recorded.count || hashOfReviews(reviews) !== recorded.hash) {
    return yield* new InputLost({
      message: `The reviews up to number ${recorded.upTo} are not those that release ${number} was made with (${reviews.length} of ${recorded.count} are here): put back the last good copy of the store.`
    })
  }
  return reviews
})

/** The bytes of a capture, checked against the hash that is its id. */
const recordedBytes = Effect.fnUntraced(function* (id: CaptureId, url: string) {
  const captures = yield* Captures
  const bytes = Option.getOrUndefined(
    yield* captures
      .bytes(id)
      .pipe(
        Effect.catchTag("StoreError", (error) =>
          error.reason === "corrupt" ? Effect.succeedNone : Effect.fail(error)
        )
      )
  )
  if (bytes === undefined || captureIdOf(bytes) !== id) {
    return yield* new InputLost({
      message: `The capture ${id.slice(0, 12)} of ${url} is ${bytes === undefined ? "missing or unreadable" : "damaged"}: put it back with "tributary archive import FILE".`
    })
  }
  return bytes
})

/** A statement with what shows of it beside all others. */
const marked = (statement: Statement, mark: StatementMark | undefined): Statement => {
  if (mark === undefined) return statement
  const { clusterId, duplicateOf, isFurniture } = mark
  const kept = { ...statement, duplicateOf, clusterId }
  return isFurniture ? { ...kept, kind: "boilerplate", issues: [] } : kept
}

/** Output and statements after all that consolidation changes. */
const consolidated = Effect.fnUntraced(function* (
  outputs: ReadonlyArray<Output>,
  statements: ReadonlyArray<Statement>,
  reviews: ReadonlyArray<Review>
) {
  const found = yield* consolidateBeside(outputs, statements.map(toCompare), standingDecisions(reviews))
  const changedOutputs = new Map(found.changedOutputs.map((one) => [one.id, one]))
  const marks = new Map(found.marks.map((one) => [one.id, one]))
  return {
    outputs: outputs.map((one) => changedOutputs.get(one.id) ?? one),
    statements: statements.map((one) => marked(one, marks.get(one.id))),
    clusters: found.clusters
  }
})

/** The digest of recorded inputs; `hash` is that of their JSON, `previous` the release that they name. */
export const recompute = Effect.fn("recompute")(function* (
  inputs: ReleaseInputs,
  hash: CaptureId,
  previous: Digest | null,
  onOutput: OnOutput = () => Effect.void
) {
  const { reader: loadReader, taxonomy } = yield* Normalizer
  const reader = yield* loadReader
  const reviews = yield* recordedReviews(inputs)
  const initiatives = new Map<InitiativeId, Initiative>(inputs.initiatives.map((one) => [one.id, one]))
  const outputs: Array<Output> = []
  const statements: Array<Statement> = []
  let done = 0
  for (const version of inputs.outputs) {
    done += 1
    const initiative = initiatives.get(version.initiativeId)
    if (initiative === undefined) continue
    const bytes = yield* recordedBytes(version.captureId, version.url)
    const document = yield* readDocument(bytes, version.reading)
    const { output, reviewed } = deriveOutput(
      reader,
      {
        id: version.outputId,
        initiative,
        sourceId: version.sourceId,
        url: version.url,
        sameAs: null,
        supersededBy: null,
        firstSeenAt: version.firstSeenAt
      },
      document,
      reviews
    )
    outputs.push(...reviewed.outputs)
    statements.push(...reviewed.statements)
    yield* onOutput(done, inputs.outputs.length, output.title)
  }
  return buildDigest({
    title: null,
    number: inputs.number,
    cycle: inputs.cycle,
    meeting: inputs.meeting,
    window: inputs.meeting.window,
    asOf: inputs.asOf,
    frozen: true,
    inputs: hash,
    taxonomy,
    initiatives: inputs.initiatives,
    sources: inputs.sources,
    sourceStates: inputs.sourceStates,
    captures: inputs.outputs,
    ...(yield* consolidated(outputs, statements, reviews)),
    previous
  })
})
