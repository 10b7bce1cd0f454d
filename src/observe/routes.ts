/**
 * `GET /health` for load balancers and `GET /metrics` for Prometheus, as routes that any server mounts.
 *
 * /health answers with status 200 while the program does its work (also degraded) and with 503 when a check is
 * failing. Neither tells anything secret; /metrics is for the operator's network all the same.
 */
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { PrometheusMetrics } from "effect/observability"
import { Outbox, Watch } from "../store/index.ts"
import { Health } from "./health.ts"
import { refresh } from "./metrics.ts"

const uncached = { "cache-control": "no-store" }

/** `GET /health`. */
export const healthRoute = Layer.unwrap(
  Effect.map(Health, ({ report }) =>
    HttpRouter.add(
      "GET",
      "/health",
      Effect.map(report, (found) =>
        HttpServerResponse.jsonUnsafe(found, {
          status: found.state === "failing" ? 503 : 200,
          headers: uncached
        })
      )
    )
  )
)

/** `GET /metrics`, in Prometheus' text format. */
export const metricsRoute = Layer.unwrap(
  Effect.gen(function* () {
    const context = yield* Effect.context<Watch | Outbox>()
    return HttpRouter.add(
      "GET",
      "/metrics",
      Effect.gen(function* () {
        // What is counted in this process is told also while the store does not answer.
        yield* refresh.pipe(
          Effect.provideContext(context),
          Effect.catch((error) => Effect.logWarning(`The gauges could not be read: ${error.message}`))
        )
        return HttpServerResponse.text(yield* PrometheusMetrics.format(), {
          contentType: "text/plain; version=0.0.4; charset=utf-8",
          headers: uncached
        })
      })
    )
  })
)

/** Both. */
export const observeRoutes = Layer.merge(healthRoute, metricsRoute)
