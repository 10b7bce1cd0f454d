/**
 * Trains the learned part of the decision on document kinds, and hashes what it is trained on.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Schema } from "effect"
import { DocumentKind } from "../../domain/index.ts"
import { lastingVector, RowIndex, shrink } from "../classify/sparse.ts"
import { lastingFeatures } from "../classify/surface.ts"
import { kindZones } from "../document-kind/decide.ts"
import type { KindModel } from "../document-kind/model.ts"
import { familyWeights, kindFeatures } from "../document-kind/surface.ts"
import { chooseFeatures } from "./features.ts"
import { trainLinear } from "./linear.ts"

/** A document with the kind that a person gave it. */
export const LabelledDocument = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Schema.String,
  text: Schema.String,
  url: Schema.String,
  lang: Schema.NonEmptyString,
  documentKind: DocumentKind,
  set: Schema.Literals(["tuning", "test"])
})
export type LabelledDocument = typeof LabelledDocument.Type

const decodeLine = Schema.decodeUnknownSync(Schema.fromJsonString(LabelledDocument))

const file = new URL("../../../corpus/documents.jsonl", import.meta.url)

/** All labelled documents, of both halves. */
export const labelledDocuments = (): ReadonlyArray<LabelledDocument> =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => decodeLine(line))

/** The half that may be learned from. */
export const tuningDocuments = (): ReadonlyArray<LabelledDocument> =>
  labelledDocuments().filter(({ set }) => set === "tuning")

/** SHA-256 over what the model learns from. */
export const documentInputs = (documents: ReadonlyArray<LabelledDocument>): string =>
  createHash("sha256")
    .update(
      JSON.stringify(
        documents.map(({ documentKind, id, text, title, url }) => [id, title, text, url, documentKind])
      )
    )
    .digest("hex")

/** Settings found by leaving out one writer of the corpus at a time. */
const settings = {
  leastTexts: 1,
  rounds: 3,
  epochs: 15,
  rate: 0.3,
  decay: 1e-4,
  dropout: 0.3,
  seed: 811,
  rows: 8000
}

const mean = (arrays: ReadonlyArray<Float32Array>): Float32Array =>
  Float32Array.from(
    arrays[0] ?? [],
    (_, at) => arrays.reduce((sum, array) => sum + (array[at] ?? 0), 0) / arrays.length
  )

/** Trains the model; the same documents give the same bytes. */
export const trainDocumentKinds = (documents: ReadonlyArray<LabelledDocument>): KindModel => {
  const kinds = DocumentKind.literals
  const surfaces = documents.map((document) => lastingFeatures(kindFeatures(kindZones(document))))
  const base = chooseFeatures(
    surfaces.map((surface) => ({ surface, weight: 1 })),
    settings.leastTexts,
    familyWeights
  )
  const index = new RowIndex(base)
  const examples = surfaces.map((surface, at) => {
    const { rows, values } = lastingVector(index.vectorOf(surface))
    const documentKind = documents[at]?.documentKind
    return {
      features: rows,
      values,
      target: Float32Array.from(kinds, (kind) => (kind === documentKind ? 1 : 0)),
      weight: 1
    }
  })
  const models = Array.from({ length: settings.rounds }, (_, round) =>
    trainLinear(examples, {
      classes: kinds.length,
      features: base.hashes.length,
      epochs: settings.epochs,
      rate: settings.rate,
      decay: settings.decay,
      dropout: settings.dropout,
      loss: "softmax",
      seed: settings.seed + round
    })
  )
  const sparse = {
    ...base,
    classes: kinds.length,
    bias: mean(models.map(({ bias }) => bias)),
    weights: mean(models.map(({ weights }) => weights)),
    scale: new Float32Array(base.hashes.length).fill(1)
  }
  return { inputs: documentInputs(documents), kinds, sparse: shrink(sparse, settings.rows) }
}
