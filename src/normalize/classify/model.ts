/**
 * The classifier's model and its file.
 *
 * Layout: the six bytes `TRIB3\n`, the length of the head (32 bits, little end first), the head as JSON, then the
 * sections that the head names with their place and length: numbers as they lie in memory (little end
 * first), terms as deflated text, a language each.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib"
import { Schema } from "effect"
import { IssueId, StatementKind } from "../../domain/index.ts"
import type { Joiner, SignalModel } from "./decide.ts"
import type { SparseModel } from "./sparse.ts"
import { type CompiledTerm, readTerms, writeTerms } from "./vocabulary.ts"

export interface Model {
  /** Version of the taxonomy it was made from. */
  readonly taxonomyVersion: string
  /** SHA-256 over taxonomy and corpus. */
  readonly inputs: string
  readonly issues: ReadonlyArray<IssueId>
  readonly kinds: ReadonlyArray<StatementKind>
  readonly signals: SignalModel
  readonly joiner: Joiner
  /** Log lift of issue b beside issue a. */
  readonly lift: Float32Array
  readonly surface: SparseModel
  readonly kind: SparseModel
  /** Temperature of the kinds' scores. */
  readonly kindTemperature: number
  /** What is added to the score of each kind before the best is taken. */
  readonly kindOffsets: ReadonlyArray<number>
  /** Terms of a language, or undefined. */
  readonly terms: (language: string) => Iterable<CompiledTerm> | undefined
  readonly languages: ReadonlyArray<string>
  /** The file `taxonomy/bridge.csv`. */
  readonly bridge: string
}

const Numbers = Schema.Array(Schema.Finite)
const SparseHead = Schema.Struct({ classes: Schema.Int, familyWeights: Numbers })
const Head = Schema.Struct({
  taxonomyVersion: Schema.NonEmptyString,
  inputs: Schema.NonEmptyString,
  issues: Schema.Array(IssueId),
  kinds: Schema.Array(StatementKind),
  signals: Schema.Struct({ weights: Numbers, bias: Numbers }),
  joiner: Schema.Struct({
    views: Numbers,
    ranks: Numbers,
    thresholds: Schema.Tuple([Schema.Finite, Schema.Finite])
  }),
  kindTemperature: Schema.Finite,
  kindOffsets: Numbers,
  surface: SparseHead,
  kind: SparseHead,
  languages: Schema.Array(Schema.String),
  sections: Schema.Record(Schema.String, Schema.Tuple([Schema.Int, Schema.Int]))
})

const magic = "TRIB3\n"

const bytesOf = (view: Float32Array | Uint32Array | Int8Array): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** The model as the bytes of its file. */
export const encodeModel = (model: Model): Uint8Array => {
  const sections: Record<string, readonly [number, number]> = {}
  const parts: Array<Uint8Array> = []
  let length = 0
  const put = (name: string, bytes: Uint8Array) => {
    sections[name] = [length, bytes.byteLength]
    const padding = (8 - (bytes.byteLength % 8)) % 8
    parts.push(bytes, new Uint8Array(padding))
    length += bytes.byteLength + padding
  }
  put("lift", bytesOf(model.lift))
  for (const name of ["surface", "kind"] as const) {
    const sparse = model[name]
    put(`${name}.bias`, bytesOf(sparse.bias))
    put(`${name}.hashes`, bytesOf(sparse.hashes))
    put(`${name}.rarity`, bytesOf(sparse.rarity))
    put(`${name}.scale`, bytesOf(sparse.scale))
    put(`${name}.weights`, bytesOf(Int8Array.from(sparse.weights)))
  }
  for (const language of model.languages) {
    put(`terms.${language}`, deflateRawSync(writeTerms(model.terms(language) ?? []), { level: 9 }))
  }
  put("bridge", deflateRawSync(model.bridge, { level: 9 }))
  const head = JSON.stringify({
    taxonomyVersion: model.taxonomyVersion,
    inputs: model.inputs,
    issues: model.issues,
    kinds: model.kinds,
    signals: model.signals,
    joiner: model.joiner,
    kindTemperature: model.kindTemperature,
    kindOffsets: model.kindOffsets,
    surface: { classes: model.surface.classes, familyWeights: model.surface.familyWeights },
    kind: { classes: model.kind.classes, familyWeights: model.kind.familyWeights },
    languages: model.languages,
    sections
  })
  const headBytes = new TextEncoder().encode(
    head.padEnd(Math.ceil((head.length + magic.length + 4) / 8) * 8 - magic.length - 4)
  )
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, headBytes.byteLength, true)
  return Buffer.concat([new TextEncoder().encode(magic), size, headBytes, ...parts])
}

/** Terms that are read anew each time they are gone through. */
const termsIn = (text: string): Iterable<CompiledTerm> => ({ [Symbol.iterator]: () => readTerms(text) })

/**
 * Reads a model file.
 *
 * @throws a sentence when the bytes are not a model of this program's version.
 */
export const decodeModel = (file: Uint8Array): Model => {
  if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic) {
    throw new Error("not a model file of this version")
  }
  // Numbers are read where they lie, which asks for an even start.
  const bytes = file.byteOffset % 8 === 0 ? file : new Uint8Array(file)
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true)
  const start = magic.length + 4 + headLength
  const headText = new TextDecoder().decode(bytes.subarray(magic.length + 4, start))
  const head = Schema.decodeSync(Schema.fromJsonString(Head))(headText)
  const section = (name: string): Uint8Array => {
    const found = head.sections[name]
    if (found === undefined || start + found[0] + found[1] > bytes.byteLength)
      throw new Error(`the section ${name} is cut off`)
    return bytes.subarray(start + found[0], start + found[0] + found[1])
  }
  const floats = (name: string) => {
    const part = section(name)
    return new Float32Array(part.buffer, part.byteOffset, part.byteLength / 4)
  }
  const sparse = (name: "kind" | "surface"): SparseModel => {
    const hashes = section(`${name}.hashes`)
    const weights = section(`${name}.weights`)
    return {
      ...head[name],
      bias: floats(`${name}.bias`),
      hashes: new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.byteLength / 4),
      rarity: floats(`${name}.rarity`),
      scale: floats(`${name}.scale`),
      weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength)
    }
  }
  return {
    taxonomyVersion: head.taxonomyVersion,
    inputs: head.inputs,
    issues: head.issues,
    kinds: head.kinds,
    signals: head.signals,
    joiner: head.joiner,
    kindTemperature: head.kindTemperature,
    kindOffsets: head.kindOffsets,
    lift: floats("lift"),
    surface: sparse("surface"),
    kind: sparse("kind"),
    languages: head.languages,
    bridge: inflateRawSync(section("bridge")).toString("utf8"),
    terms: (language) =>
      head.languages.includes(language)
        ? termsIn(inflateRawSync(section(`terms.${language}`)).toString("utf8"))
        : undefined
  }
}
