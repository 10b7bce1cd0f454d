/**
 * Statements as a large store holds them, at their most alike: the beginning of one sentence of the corpus with the
 * end of another one in its language, so that most statements resemble many others. The same number gives the same.
 */
import { readdirSync, readFileSync } from "node:fs"
import { Effect, Schema } from "effect"
import {
  InitiativeId,
  IssueId,
  LanguageTag,
  type Output,
  OutputId,
  StatementId,
  type StatementToCompare
} from "../src/domain/index.ts"
import { Initiatives, Outputs, Statements } from "../src/store/index.ts"
import { sampleInput } from "../test/export/sample.ts"

const corpus = new URL("../corpus/", import.meta.url)
const Row = Schema.fromJsonString(
  Schema.Struct({
    lang: Schema.String,
    text: Schema.String,
    labels: Schema.optionalKey(Schema.Array(IssueId))
  })
)
const decodeRow = Schema.decodeUnknownSync(Row)
const rowsOf = (file: string) =>
  readFileSync(new URL(file, corpus), "utf8")
    .trim()
    .split("\n")
    .map((line) => decodeRow(line))

const initiatives = 400
const perOutput = 40

/** Numbers from 0 to 1 (mulberry32), the same ones each time. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const half = (text: string, isFirst: boolean): string => {
  const at = text.indexOf(" ", text.length / 2)
  const middle = at === -1 ? Math.floor(text.length / 2) : at
  return isFirst ? text.slice(0, middle) : text.slice(middle)
}

const hex = (number: number): string => number.toString(16).padStart(16, "0")

/** So many statements, and the outputs in which they stand. */
export const denseStatements = (total: number) => {
  const random = randomFrom(total)
  const pick = <A>(some: ReadonlyArray<A>): A => {
    const one = some[Math.floor(random() * some.length)]
    if (one === undefined) throw new Error("nothing to pick from")
    return one
  }
  const rows = [
    "clusters.jsonl",
    ...readdirSync(new URL("training/", corpus)).map((name) => `training/${name}`)
  ]
    .toSorted()
    .flatMap(rowsOf)
  const byLanguage = Map.groupBy(rows, ({ lang }) => lang)
  const [model] = sampleInput().outputs
  if (model === undefined) throw new Error("the sample has outputs")
  const outputs: Array<Output> = []
  const statements: Array<StatementToCompare> = []
  for (let number = 0; number < total; number++) {
    const place = Math.floor(number / perOutput)
    const initiativeId = InitiativeId.make(`igf-${place % initiatives}`)
    const outputId = OutputId.make(`o-${hex(place)}`)
    if (number % perOutput === 0)
      outputs.push({
        ...model,
        id: outputId,
        initiativeId,
        url: `https://igf.example/${place}`,
        sameAs: null
      })
    const one = pick(rows)
    const other = pick(byLanguage.get(one.lang) ?? rows)
    statements.push({
      id: StatementId.make(`s-${hex(number)}`),
      outputId,
      initiativeId,
      text: half(one.text, true) + half(other.text, false),
      language: LanguageTag.make(one.lang),
      kind: "key-message",
      isNumbered: false,
      issues: [...new Set([...(one.labels ?? []), ...(other.labels ?? [])])].slice(0, 3),
      duplicateOf: null,
      clusterId: null
    })
  }
  return { outputs, statements }
}

/** Puts so many statements into the store, with the issues of the sample. */
export const fillDenseStore = Effect.fn("fillDenseStore")(function* (total: number) {
  const { outputs, statements } = denseStatements(total)
  const sample = sampleInput()
  const [initiative] = sample.initiatives
  const [model] = sample.statements
  if (initiative === undefined || model === undefined) throw new Error("the sample is not empty")
  const speakers = new Set(outputs.map(({ initiativeId }) => initiativeId))
  yield* (yield* Initiatives).upsert([...speakers].map((id) => ({ ...initiative, id })))
  const byOutput = Map.groupBy(statements, ({ outputId }) => outputId)
  for (const output of outputs) {
    yield* (yield* Outputs).upsert({ ...output, sourceId: null })
    const own = (byOutput.get(output.id) ?? []).map(
      ({ clusterId, duplicateOf, id, initiativeId, language, outputId, text }, ordinal) => ({
        ...model,
        id,
        initiativeId,
        language,
        outputId,
        text,
        ordinal,
        duplicateOf,
        clusterId
      })
    )
    yield* (yield* Statements).replaceForOutput(output.id, own)
  }
})
