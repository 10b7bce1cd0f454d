/**
 * A server of its own for `/health` and `/metrics`, for programs that serve nothing else (`schedule
 * --observe-port`).
 */
import { createServer } from "node:http"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Effect, Layer, Predicate, Schema } from "effect"
import { HttpRouter, HttpServer } from "effect/http"
import type { Check } from "./check.ts"
import { Health } from "./health.ts"
import { observeRoutes } from "./routes.ts"

/** The server could not be started. */
export class ObserveServerError extends Schema.TaggedError<ObserveServerError>()("ObserveServerError", {
  message: Schema.String
}) {}

export interface ObserveOptions {
  readonly port: number
  /** Address to listen on; 127.0.0.1 when not given, so that only this machine sees it. */
  readonly host?: string
  /** Folder of the store, whose disk is checked. */
  readonly directory: string
  /** Checks besides the usual ones, such as the scheduler's. */
  readonly more?: ReadonlyArray<Check>
}

const reasons: Record<string, string> = {
  EADDRINUSE: "another program has this port: name another one",
  EACCES: "this user may not open this port: name one above 1023",
  EADDRNOTAVAIL: "this machine does not have this address"
}

const codeOf = (error: unknown): string => {
  if (!Predicate.hasProperty(error, "cause")) return ""
  const { cause } = error
  return Predicate.hasProperty(cause, "code") ? String(cause.code) : codeOf(cause)
}

/** Serves `/health` and `/metrics` for the life of the layer, and gives the Health that it shows. */
export const observeServer = ({ directory, host = "127.0.0.1", more = [], port }: ObserveOptions) =>
  HttpRouter.serve(observeRoutes, { disableLogger: true, disableListenLog: true }).pipe(
    Layer.provide(
      NodeHttpServer.layer(createServer, { port, host }).pipe(
        Layer.catch((error) =>
          Layer.effect(
            HttpServer.HttpServer,
            Effect.fail(
              new ObserveServerError({
                message: `Health and metrics cannot be served on ${host}:${port}; ${reasons[codeOf(error)] ?? "the system refuses it"}.`
              })
            )
          )
        )
      )
    ),
    Layer.provideMerge(Health.layer({ directory, more }))
  )
