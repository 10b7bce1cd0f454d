/**
 * The workers of a store as a cluster (`effect/cluster`): each registers under its address, they look after
 * each other's health, and duties that one of them has at a time move to another when it is gone.
 *
 * Registration, shards and messages stand in the store's database, in tables of their own; the shards are
 * locks of a database session, which go with the process that held it.
 */
import * as NodeClusterSocket from "@effect/platform-node/NodeClusterSocket"
import * as NodeCrypto from "@effect/platform-node/NodeCrypto"
import { Effect, Layer, Option } from "effect"
import {
  RunnerAddress,
  RunnerHealth,
  Runners,
  ShardingConfig,
  SocketRunner,
  SqlMessageStorage,
  SqlRunnerStorage
} from "effect/cluster"
import { RpcSerialization } from "effect/rpc"
import { SqlClient } from "effect/sql"
import { Database, workflowPrefix } from "../../store/index.ts"

/** Where this worker is reached by the others, and listens. */
export interface WorkerAddress {
  readonly host: string
  readonly port: number
}

/** A worker of which nothing is heard for so long is gone, and its duties are another one's. */
const silence = "15 seconds"

const prefix = `${workflowPrefix}_workers`

/** The cluster works in the store's own database. */
const databaseClient = Layer.effect(
  SqlClient.SqlClient,
  Effect.map(Database, ({ sql }) => sql)
)

/** This process as a member of the cluster, for the life of the layer. */
export const clusterLayer = (address: WorkerAddress) => {
  const configuration = ShardingConfig.layer({
    runnerAddress: Option.some(RunnerAddress.make(address.host, address.port)),
    // A few duties, not thousands of entities: a shard each, and some to spare.
    shardsPerGroup: 16,
    shardLockExpiration: silence,
    shardLockRefreshInterval: "4 seconds",
    refreshAssignmentsInterval: "2 seconds",
    runnerHealthCheckInterval: "5 seconds",
    entityTerminationTimeout: "5 seconds"
  })
  const protocol = NodeClusterSocket.layerClientProtocol
  const health = RunnerHealth.layerPing.pipe(Layer.provide(Runners.layerRpc), Layer.provide(protocol))
  return SocketRunner.layer.pipe(
    Layer.provide([NodeClusterSocket.layerSocketServer, protocol, health]),
    Layer.provide(SqlMessageStorage.layerWith({ prefix })),
    Layer.provide(Layer.orDie(SqlRunnerStorage.layerWith({ prefix }))),
    Layer.provide([configuration, databaseClient, NodeCrypto.layerDigest]),
    Layer.provide(RpcSerialization.layerSchemaBinary())
  )
}
