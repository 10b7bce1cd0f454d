/** What the thread that consolidates is told and what it answers: lists in parts, so that neither side stops long. */
import { Schema } from "effect"
import { Cluster, ClusterId, Output, StatementId, StatementToCompare } from "../../domain/index.ts"
import { stages } from "./progress.ts"

const Standing = Schema.Struct({
  decided: Schema.ReadonlySet(StatementId),
  merges: Schema.ReadonlyMap(StatementId, StatementId),
  apart: Schema.ReadonlySet(StatementId)
})

const Mark = Schema.Struct({
  id: StatementId,
  isFurniture: Schema.Boolean,
  duplicateOf: Schema.NullOr(StatementId),
  clusterId: Schema.NullOr(ClusterId)
})

/** Each is answered with `Taken`, but for the last one, after which the thread begins. */
export const Told = Schema.Union([
  Schema.TaggedStruct("Outputs", { outputs: Schema.Array(Output) }),
  Schema.TaggedStruct("Statements", { statements: Schema.Array(StatementToCompare) }),
  Schema.TaggedStruct("Begin", { standing: Standing })
])
export type Told = typeof Told.Type

export const Answer = Schema.Union([
  Schema.TaggedStruct("Taken", {}),
  Schema.TaggedStruct("Progress", { stage: Schema.Literals(stages), percent: Schema.Int }),
  Schema.TaggedStruct("Marks", { marks: Schema.Array(Mark) }),
  Schema.TaggedStruct("Clusters", { clusters: Schema.Array(Cluster) }),
  Schema.TaggedStruct("ChangedOutputs", { outputs: Schema.Array(Output) }),
  /** The last one. */
  Schema.TaggedStruct("Done", { statements: Schema.Int })
])
export type Answer = typeof Answer.Type
