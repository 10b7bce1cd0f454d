/** The fixtures, served on loopback, with everything that visits them as the program does. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ConfigProvider, Context, Effect, Layer } from "effect"
import { serveFixtures, type Fixtures } from "../../fixtures/server.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { VisitConfig, Visitor } from "../../src/ingest/visit/index.ts"
import { Normalizer } from "../../src/normalize/normalizer.ts"
import { Store } from "../../src/store/index.ts"

/** The running servers, for their log. */
export class Served extends Context.Service<Served, Fixtures>()("test/jobs/Served") {
  static readonly layer = Layer.effect(Served, serveFixtures)
}

const configuration = Layer.unwrap(
  Effect.map(Served, ({ connectTo }) =>
    ConfigProvider.layer(
      ConfigProvider.fromUnknown({
        TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
        TRIBUTARY_CONNECT_TO: connectTo,
        TRIBUTARY_MAX_BYTES: String(8 * 1024 * 1024),
        TRIBUTARY_VISIT_TIMEOUT: "5 seconds"
      })
    )
  )
)

/** A store in a folder of its own, removed afterwards, with its registry. */
export const storedLayer = Registry.layer.pipe(
  Layer.provideMerge(
    Layer.unwrap(
      Effect.map(
        Effect.acquireRelease(
          Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-"))),
          (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
        ),
        (directory) => Store.layer({ directory })
      )
    )
  )
)

/** Visits and normalisation over the served fixtures. */
export const servedLayer = Layer.merge(Visitor.layerNoDeps, Normalizer.layer).pipe(
  Layer.provideMerge(VisitConfig.layer),
  Layer.provide(configuration),
  Layer.provideMerge(Served.layer)
)
