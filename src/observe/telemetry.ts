/**
 * Traces, metrics and logs by OTLP, when the usual variables of OpenTelemetry ask for it
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/): an endpoint in
 * `OTEL_EXPORTER_OTLP_ENDPOINT`, or of one kind in `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` and its like. Headers,
 * compression and intervals are as the specification says; `OTEL_EXPORTER_OTLP_PROTOCOL` is `http/protobuf`
 * (usual) or `http/json`. Without an endpoint nothing is loaded.
 */
import { Config, ConfigProvider, Effect, Layer, Option, Schema } from "effect"
import packageJson from "../../package.json" with { type: "json" }

/** A variable whose value cannot be used. */
export class TelemetryConfigError extends Schema.TaggedError<TelemetryConfigError>()("TelemetryConfigError", {
  variable: Schema.String,
  message: Schema.String
}) {}

const endpoints = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
  "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"
] as const

/** What the specification says holds when nothing is said. */
const usual = { OTEL_TRACES_EXPORTER: "otlp", OTEL_METRICS_EXPORTER: "otlp", OTEL_LOGS_EXPORTER: "otlp" }

const isWeb = (text: string) => /^https?:$/u.test(URL.parse(text)?.protocol ?? "")

/** Whether an endpoint is named; fails when one cannot be used. */
export const telemetryWanted = Effect.gen(function* () {
  let wanted = false
  for (const variable of endpoints) {
    const value = Option.getOrNull(yield* Config.option(Config.NonEmptyString(variable)))
    if (value === null) continue
    wanted = true
    if (!isWeb(value)) {
      return yield* new TelemetryConfigError({
        variable,
        message: `${variable} cannot be used: write it as in http://localhost:4318.`
      })
    }
  }
  return wanted
})

/** Exports as the environment says; the layer is empty when it says nothing. */
export const telemetryLayer = Layer.unwrap(
  Effect.gen(function* () {
    if (!(yield* telemetryWanted)) return Layer.empty
    const variable = "OTEL_EXPORTER_OTLP_PROTOCOL"
    const protocol = yield* Config.String(variable).pipe(Config.withDefault("http/protobuf"))
    if (protocol !== "http/protobuf" && protocol !== "http/json") {
      return yield* new TelemetryConfigError({
        variable,
        message: `${variable} is "${protocol}": only http/protobuf and http/json are spoken.`
      })
    }
    const { Otlp, OtlpSerialization } = yield* Effect.promise(() => import("effect/observability"))
    const { FetchHttpClient } = yield* Effect.promise(() => import("effect/http"))
    const serviceName = yield* Config.String("OTEL_SERVICE_NAME").pipe(Config.withDefault("tributary"))
    const provider = yield* ConfigProvider.ConfigProvider
    return Otlp.layerFromConfig({ resource: { serviceName, serviceVersion: packageJson.version } }).pipe(
      Layer.provide(protocol === "http/json" ? OtlpSerialization.layerJson : OtlpSerialization.layerProtobuf),
      Layer.provide(FetchHttpClient.layer),
      Layer.provide(ConfigProvider.layer(ConfigProvider.orElse(provider, ConfigProvider.fromUnknown(usual))))
    )
  })
)
