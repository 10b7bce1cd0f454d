/**
 * The learned part of the decision on document kinds, and its file: a linear model over hashed words, letters and
 * forms (surface.ts), trained on the tuning half of `corpus/documents.jsonl`.
 *
 * Layout: the seven bytes `TRIBK1\n` and one blank, the length of the head (32 bits, little end first) and four
 * bytes of nothing, the head as JSON filled up with blanks to eights, then bias, hashes, rarities, scales (32
 * bits each) and weights (8 bits each).
 */
import { readFileSync } from "node:fs"
import { Schema } from "effect"
import { DocumentKind } from "../../domain/document.ts"
import { RowIndex, type SparseModel, sparseScores } from "../classify/sparse.ts"
import { kindFeatures, type KindZones } from "./surface.ts"

export interface KindModel {
  /** SHA-256 of what it was trained on. */
  readonly inputs: string
  readonly kinds: ReadonlyArray<DocumentKind>
  readonly sparse: SparseModel
}

/** File of the model that this program ships with. */
export const kindModelFile = new URL("../../../taxonomy/document-kinds.bin", import.meta.url)

const Head = Schema.fromJsonString(
  Schema.Struct({
    inputs: Schema.NonEmptyString,
    kinds: Schema.Array(DocumentKind),
    familyWeights: Schema.Array(Schema.Finite),
    rows: Schema.Int
  })
)

const magic = "TRIBK1\n "
const headStart = 16

const bytesOf = (view: Float32Array | Uint32Array | Int8Array): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** The model as the bytes of its file. */
export const encodeKindModel = ({ inputs, kinds, sparse }: KindModel): Uint8Array => {
  const head = JSON.stringify({
    inputs,
    kinds,
    familyWeights: sparse.familyWeights,
    rows: sparse.hashes.length
  })
  const headBytes = new TextEncoder().encode(head.padEnd(Math.ceil(head.length / 8) * 8))
  const start = new Uint8Array(headStart)
  start.set(new TextEncoder().encode(magic))
  new DataView(start.buffer).setUint32(magic.length, headBytes.byteLength, true)
  return Buffer.concat([
    start,
    headBytes,
    bytesOf(sparse.bias),
    bytesOf(sparse.hashes),
    bytesOf(sparse.rarity),
    bytesOf(sparse.scale),
    bytesOf(Int8Array.from(sparse.weights))
  ])
}

/**
 * Reads a model file.
 *
 * @throws a sentence when the bytes are not a model of this program's version.
 */
export const decodeKindModel = (file: Uint8Array): KindModel => {
  if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic) {
    throw new Error("The bytes are not a model of document kinds. Make it anew with: npm run train")
  }
  // Numbers are read where they lie, which asks for an even start.
  const bytes = new Uint8Array(file)
  const headLength = new DataView(bytes.buffer).getUint32(magic.length, true)
  const headEnd = headStart + headLength
  const head = Schema.decodeSync(Head)(new TextDecoder().decode(bytes.subarray(headStart, headEnd)))
  const classes = head.kinds.length
  if (bytes.byteLength !== headEnd + 4 * classes + head.rows * (12 + classes)) {
    throw new Error("The model of document kinds is cut off. Make it anew with: npm run train")
  }
  const rowsAt = headEnd + 4 * classes
  return {
    inputs: head.inputs,
    kinds: head.kinds,
    sparse: {
      classes,
      familyWeights: head.familyWeights,
      bias: new Float32Array(bytes.buffer, headEnd, classes),
      hashes: new Uint32Array(bytes.buffer, rowsAt, head.rows),
      rarity: new Float32Array(bytes.buffer, rowsAt + 4 * head.rows, head.rows),
      scale: new Float32Array(bytes.buffer, rowsAt + 8 * head.rows, head.rows),
      weights: new Int8Array(bytes.buffer, rowsAt + 12 * head.rows, head.rows * classes)
    }
  }
}

/** A model ready to be asked. */
export class KindReader {
  private readonly model: KindModel
  private readonly index: RowIndex

  constructor(model: KindModel) {
    this.model = model
    this.index = new RowIndex(model.sparse)
  }

  /** The chance of each kind by the words alone; they add up to 1. */
  chances(zones: KindZones): ReadonlyMap<DocumentKind, number> {
    const scores = sparseScores(this.model.sparse, this.index.vectorOf(kindFeatures(zones)))
    const top = Math.max(...scores)
    const powers = Array.from(scores, (score) => Math.exp(score - top))
    const sum = powers.reduce((total, power) => total + power, 0)
    return new Map(this.model.kinds.map((kind, at) => [kind, (powers[at] ?? 0) / sum]))
  }
}

let shipped: KindReader | null = null

/**
 * The model this program ships with, read when it is first asked for.
 *
 * @throws a sentence when the file is missing or not a model.
 */
export const shippedKindReader = (): KindReader => {
  shipped ??= new KindReader(decodeKindModel(readFileSync(kindModelFile)))
  return shipped
}
