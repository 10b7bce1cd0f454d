/** Watching the program at work: logs, traces, metrics, health. */
export { type Check, type HealthCheck, type HealthState, worst } from "./check.ts"
export { type Lease, schedulerCheck } from "./checks.ts"
export { Health, type HealthReport } from "./health.ts"
export { loggingLayer } from "./logging.ts"
export { countRun, countVisit, refresh } from "./metrics.ts"
export { telemetryLayer, TelemetryConfigError, telemetryWanted } from "./telemetry.ts"
