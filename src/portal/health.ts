/** `GET /health`, for load balancers: the checks of `tributary health` and the scheduler's sign of life. */
import { Effect, Layer } from "effect"
import { schedulerSign } from "../jobs/scheduler/lease.ts"
import { schedulerCheck } from "../observe/checks.ts"
import { Health } from "../observe/health.ts"
import { healthRoute } from "../observe/routes.ts"
import type { Leases } from "../store/index.ts"
import { PortalSettings } from "./settings.ts"

export const health = healthRoute.pipe(
  Layer.provide(
    Layer.unwrap(
      Effect.gen(function* () {
        const { dataDirectory } = yield* PortalSettings
        const services = yield* Effect.context<Leases>()
        return Health.layer({
          directory: dataDirectory,
          more: [schedulerCheck(Effect.provideContext(schedulerSign, services))]
        })
      })
    )
  )
)
