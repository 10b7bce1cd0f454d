/**
 * A store of many statements, for measuring: the sample multiplied, without documents behind it.
 */
import { Effect } from "effect"
import { InitiativeId, IsoDate, OutputId, StatementId } from "../src/domain/index.ts"
import { Initiatives, Outputs, Statements, Store } from "../src/store/index.ts"
import { sampleInput } from "../test/export/sample.ts"

const initiativeCount = 400
const perOutput = 40

export const hex = (number: number): string => number.toString(16).padStart(16, "0")

const input = sampleInput()
/** Issues, words of their texts and initiatives that the store holds. */
export const issues = [...new Set(input.statements.flatMap((own) => own.issues.map(({ id }) => id)))]
export const words = [
  ...new Set(
    input.statements.flatMap(({ text }) => text.split(/[^\p{L}]+/u).filter((word) => word.length > 3))
  )
]
export const initiatives = Array.from({ length: initiativeCount }, (_, index) => {
  const own = input.initiatives[index % input.initiatives.length]
  if (own === undefined) throw new Error("the sample has initiatives")
  return { ...own, id: InitiativeId.make(`${own.id}-${index}`), name: `${own.name} ${index}` }
})

/** The sample multiplied, spread over six years, half of it inside the window of the newest meeting. */
export const fillStore = Effect.fn("fillStore")(function* (total: number) {
  yield* (yield* Initiatives).upsert(initiatives)
  const outputs = yield* Outputs
  const statements = yield* Statements
  const store = yield* Store
  const [model] = input.outputs
  if (model === undefined) throw new Error("the sample has outputs")
  for (let first = 0, number = 0; first < total; first += perOutput, number++) {
    const initiative = initiatives[number % initiatives.length]
    if (initiative === undefined) throw new Error("there are initiatives")
    const id = OutputId.make(`o-${hex(number)}`)
    const month = String((number % 12) + 1).padStart(2, "0")
    const date =
      number % 2 === 0
        ? `2025-${String(7 + (number % 6)).padStart(2, "0")}-15`
        : `${2019 + (number % 6)}-${month}-11`
    yield* store.transaction(
      Effect.gen(function* () {
        yield* outputs.upsert({
          ...model,
          id,
          initiativeId: initiative.id,
          sourceId: null,
          url: `https://igf.norvia.example/${number}`,
          title: `Messages ${number}`,
          kind: "messages",
          publishedAt: IsoDate.make(date),
          sameAs: null
        })
        yield* statements.replaceForOutput(
          id,
          Array.from({ length: Math.min(perOutput, total - first) }, (_, ordinal) => {
            const own = input.statements[(first + ordinal) % input.statements.length]
            if (own === undefined) throw new Error("the sample has statements")
            return {
              ...own,
              id: StatementId.make(`s-${hex(first + ordinal)}`),
              outputId: id,
              initiativeId: initiative.id,
              ordinal,
              text: `${own.text} (${first + ordinal})`,
              clusterId: null,
              duplicateOf: null
            }
          })
        )
      })
    )
  }
})
