/**
 * The thread that consolidates: minutes of work on a large store, during which the process that asked for it has to
 * answer. It takes outputs and statements in parts, and gives what changes in parts.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { parentPort } from "node:worker_threads"
import { Array, Schema } from "effect"
import type {
  InitiativeId,
  IssueId,
  LanguageTag,
  Output,
  OutputId,
  StatementToCompare
} from "../../domain/index.ts"
import type { StandingDecisions } from "../reviews.ts"
import { consolidateAll } from "./all.ts"
import { type Answer, Told } from "./worker-protocol.ts"

/** Marks, clusters or outputs of one answer. */
const inOneAnswer = 1000

const decodeTold = Schema.decodeUnknownSync(Told)
const say = (answer: Answer): void => parentPort?.postMessage(answer)

const outputs: Array<Output> = []
const statements: Array<StatementToCompare> = []

/** The first of equal values: messages bring copies of their own, and one of each is enough. */
const oneOf = <A>() => {
  const known = new Map<A, A>()
  return (value: A): A => {
    const first = known.get(value)
    if (first !== undefined) return first
    known.set(value, value)
    return value
  }
}
const outputId = oneOf<OutputId>()
const initiativeId = oneOf<InitiativeId>()
const language = oneOf<LanguageTag>()
const issue = oneOf<IssueId>()

const keep = (statement: StatementToCompare): void => {
  statements.push({
    ...statement,
    outputId: outputId(statement.outputId),
    initiativeId: initiativeId(statement.initiativeId),
    language: language(statement.language),
    issues: statement.issues.map(issue)
  })
}

const consolidate = (standing: StandingDecisions): void => {
  const found = consolidateAll(outputs, statements, standing, (stage, percent) =>
    say({ _tag: "Progress", stage, percent })
  )
  for (const some of Array.chunksOf(found.changedOutputs, inOneAnswer)) {
    say({ _tag: "ChangedOutputs", outputs: some })
  }
  for (const marks of Array.chunksOf(found.marks, inOneAnswer)) say({ _tag: "Marks", marks })
  for (const clusters of Array.chunksOf(found.clusters, inOneAnswer)) say({ _tag: "Clusters", clusters })
  say({ _tag: "Done", statements: found.statements })
}

parentPort?.on("message", (message: unknown) => {
  const told = decodeTold(message)
  if (told._tag === "Begin") {
    consolidate(told.standing)
    return
  }
  if (told._tag === "Outputs") outputs.push(...told.outputs)
  else told.statements.forEach(keep)
  say({ _tag: "Taken" })
})
