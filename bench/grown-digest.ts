/**
 * A digest of any size, for measuring: the sample multiplied.
 */
import { InitiativeId, OutputId, StatementId } from "../src/domain/index.ts"
import type { Digest } from "../src/domain/index.ts"
import { buildDigest } from "../src/export/index.ts"
import { sampleInput } from "../test/export/sample.ts"

const initiativeCount = 400

/** The sample multiplied: other names and other words, the same languages, kinds and issues. */
export const grown = (count: number): Digest => {
  const input = sampleInput()
  const initiatives = Array.from({ length: initiativeCount }, (_, index) => {
    const own = input.initiatives[index % input.initiatives.length]
    if (own === undefined) throw new Error("the sample has initiatives")
    return { ...own, id: InitiativeId.make(`${own.id}-${index}`), name: `${own.name} ${index}` }
  })
  const outputs = initiatives.flatMap((initiative, index) => {
    const own = input.outputs[index % input.outputs.length]
    if (own === undefined) return []
    const id = OutputId.make(`o-${index.toString(16).padStart(16, "0")}`)
    return [{ ...own, id, initiativeId: initiative.id, sameAs: null, kind: "messages" as const }]
  })
  const dated = outputs.filter(({ publishedAt }) => publishedAt !== null)
  const statements = Array.from({ length: count }, (_, index) => {
    const own = input.statements[index % input.statements.length]
    const output = dated[index % dated.length]
    if (own === undefined || output === undefined) throw new Error("the sample has statements")
    return {
      ...own,
      id: StatementId.make(`s-${index.toString(16).padStart(16, "0")}`),
      outputId: output.id,
      initiativeId: output.initiativeId,
      text: `${own.text} (${index})`,
      clusterId: null
    }
  })
  return buildDigest({
    ...input,
    initiatives,
    outputs,
    statements,
    clusters: [],
    captures: [],
    sources: [],
    sourceStates: []
  })
}
