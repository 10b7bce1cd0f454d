/**
 * The durable form of a run: a workflow whose finished steps are kept in the store's database, in tables of
 * their own (`workflow_…`), by Effect's workflow engine.
 *
 * Each run has an engine and a shard group of its own. Which process may work on a run is decided by the
 * run's row (src/store/job-runs.ts), so that the engine of a process never takes up another one's work.
 */
import * as NodeCrypto from "@effect/platform-node/NodeCrypto"
import { Effect, Layer, Option } from "effect"
import {
  ClusterSchema,
  ClusterWorkflowEngine,
  EntityAddress,
  EntityId,
  EntityType,
  MachineId,
  MessageStorage,
  RunnerHealth,
  Runners,
  RunnerStorage,
  Sharding,
  ShardId,
  ShardingConfig,
  SqlMessageStorage
} from "effect/cluster"
import { SqlClient } from "effect/sql"
import { Workflow } from "effect/workflow"
import { JobRunId, JobSummary } from "../../domain/index.ts"
import { Database, workflowPrefix } from "../../store/index.ts"
import { JobFailed } from "../job/job.ts"

const groupOf = (executionId: string): string => `run-${executionId.slice(0, 24)}`

/** A run of a job. The same run is the same execution, in whichever process. */
export const JobWorkflow = Workflow.make("Job", {
  payload: { run: JobRunId },
  success: JobSummary,
  error: JobFailed,
  idempotencyKey: ({ run }) => run
}).annotate(ClusterSchema.ShardGroup, groupOf)

/** The engine works in the store's own database. */
const databaseClient = Layer.effect(
  SqlClient.SqlClient,
  Effect.map(Database, ({ sql }) => sql)
)

const configuration = (executionId: string) =>
  ShardingConfig.layer({
    availableShardGroups: ["default", groupOf(executionId)],
    assignedShardGroups: [groupOf(executionId)],
    shardsPerGroup: 1,
    entityTerminationTimeout: "5 seconds",
    simulateRemoteSerialization: false
  })

const messages = SqlMessageStorage.layerWith({ prefix: workflowPrefix })

/**
 * @param machine number below 1024 that no other engine at work on this store has: it is part of the ids of
 *   the engine's messages
 */
export const engineLayer = (executionId: string, machine: number) => {
  const runnerStorage = Layer.effect(
    RunnerStorage.RunnerStorage,
    Effect.map(RunnerStorage.makeMemory, (memory) =>
      RunnerStorage.RunnerStorage.of({
        ...memory,
        register: (runner, healthy) => Effect.as(memory.register(runner, healthy), MachineId.make(machine))
      })
    )
  )
  return ClusterWorkflowEngine.layer.pipe(
    Layer.provideMerge(Sharding.layer),
    Layer.provideMerge(Runners.layerNoop),
    Layer.provideMerge(messages),
    Layer.provide([runnerStorage, RunnerHealth.layerNoop]),
    Layer.provide([configuration(executionId), databaseClient, NodeCrypto.layerDigest])
  )
}

/** Forgets what the engine kept of a run that is over. */
export const forget = Effect.fn("forget")(function* (run: JobRunId) {
  const executionId = yield* JobWorkflow.executionId({ run })
  yield* Effect.flatMap(MessageStorage.MessageStorage, (storage) =>
    storage.clearAddress(
      EntityAddress.make({
        entityType: EntityType.make(`Workflow/${JobWorkflow._tag}`),
        entityId: EntityId.make(executionId),
        shardId: ShardId.make(groupOf(executionId), 1)
      })
    )
  ).pipe(
    Effect.provide(
      messages.pipe(Layer.provide([configuration(executionId), databaseClient, NodeCrypto.layerDigest]))
    ),
    // What is left there is never read again: the run's row is over.
    Effect.ignore
  )
})

/** Whether the engine has kept an answer of the run: a result, or that it is suspended. */
export const hasAnswer = (executionId: string) => Effect.map(JobWorkflow.poll(executionId), Option.isSome)
