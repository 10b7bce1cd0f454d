/** Long lists a part at a time: every element once, in order, whatever is added meanwhile. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { IsoDate, type Output, OutputId } from "../../src/domain/index.ts"
import { Listings, Outputs, Search, Statements, Store } from "../../src/store/index.ts"
import { engines } from "./engines.ts"
import { messages2025, register, statement } from "./example.ts"

/** An output by number, on one of few days or without a date. */
const outputOf = (number: number, day: number): Output => {
  const id = OutputId.make(`o-${number.toString(16).padStart(16, "0")}`)
  return {
    ...messages2025,
    id,
    url: `https://igf.norvia.example/${id}`,
    publishedAt: day === 0 ? null : IsoDate.make(`2025-11-0${day}`)
  }
}

const keep = Effect.fnUntraced(function* (output: Output) {
  yield* (yield* Outputs).upsert(output)
  yield* (yield* Statements).replaceForOutput(output.id, [
    statement(output.id, 0, "encryption"),
    statement(output.id, 1, "access-and-digital-divide")
  ])
})

interface Step {
  readonly number: number
  readonly day: number
}

const step = fc.record({ number: fc.integer({ min: 0, max: 2 ** 31 }), day: fc.integer({ min: 0, max: 5 }) })

/** All parts of outputs and of search results; before each, one more is added. */
const readAll = Effect.fnUntraced(function* (added: ReadonlyArray<Step>, limit: number) {
  const listings = yield* Listings
  const search = yield* Search
  const left = [...added]
  const outputs: Array<Output> = []
  const found: Array<string> = []
  for (let last: Output | undefined; ; last = outputs.at(-1)) {
    const part = yield* listings.outputs({
      after: last === undefined ? null : [last.publishedAt ?? "", last.id],
      limit
    })
    outputs.push(...part.map(({ output }) => output))
    if (part.length < limit) break
    const next = left.shift()
    if (next !== undefined) yield* keep(outputOf(next.number, next.day))
  }
  for (let after: number | null = null; ;) {
    const part: ReadonlyArray<{ readonly id: string; readonly place: number }> = yield* search.part({
      text: "identify",
      facets: {},
      after,
      limit
    })
    found.push(...part.map(({ id }) => id))
    after = part.at(-1)?.place ?? after
    if (part.length < limit) break
    const next = left.shift()
    if (next !== undefined) yield* keep(outputOf(next.number, next.day))
  }
  return { outputs, found }
})

const everyOnce = Effect.fnUntraced(function* (
  first: ReadonlyArray<Step>,
  added: ReadonlyArray<Step>,
  limit: number
) {
  yield* register
  const numbers = new Set(first.map(({ number }) => number))
  for (const { day, number } of first) yield* keep(outputOf(number, day))
  const others = added.filter(({ number }) => !numbers.has(number))
  const { found, outputs } = yield* readAll(others, limit)
  const ids = outputs.map(({ id }): string => id)
  assert.strictEqual(new Set(ids).size, ids.length, "an output twice")
  assert.strictEqual(new Set(found).size, found.length, "a statement twice")
  for (const number of numbers) {
    const { id } = outputOf(number, 0)
    assert.include(ids, id)
    assert.include(found, statement(id, 0, "encryption").id)
    assert.include(found, statement(id, 1, "encryption").id)
  }
  const keys = outputs.map(({ id, publishedAt }) => `${publishedAt ?? ""} ${id}`)
  assert.deepStrictEqual(keys, keys.toSorted().toReversed())
})

const unique = fc.uniqueArray(step, { selector: ({ number }) => number, maxLength: 14 })

for (const { fresh, name } of engines) {
  describe(`Lists of ${name} a part at a time`, () => {
    it.effect("give every element that was there once, whatever is added meanwhile", () =>
      Effect.gen(function* () {
        const samples = fc.sample(fc.tuple(unique, unique, fc.integer({ min: 1, max: 5 })), {
          numRuns: name === "SQLite" ? 8 : 2,
          seed: 7
        })
        for (const [first, added, limit] of samples) {
          yield* Effect.scoped(
            Effect.gen(function* () {
              const options = yield* fresh
              yield* Effect.provide(everyOnce(first, added, limit), Store.layer(options))
            })
          )
        }
      })
    )
  })
}
