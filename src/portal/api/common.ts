/** What holds for every operation: values that do not fit are told one by one, and the problems that any may have. */
import { Effect, Layer, SchemaIssue } from "effect"
import { HttpApiMiddleware } from "effect/http-api"
import { BadRequest, InternalError, TooManyRequests, Unavailable } from "./problem.ts"

export class Common extends HttpApiMiddleware.Service<Common>()("tributary/portal/api/Common", {
  error: [BadRequest, TooManyRequests, InternalError, Unavailable]
}) {}

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

/** Faults that are told at most. */
const mostFaults = 10

const plainKey = (segment: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof segment === "object" ? segment.key : segment
  return typeof key === "number" ? key : String(key)
}

/** Refuses a request whose values do not fit, each with a sentence; faults of our own become defects. */
export const common: Layer.Layer<Common> = HttpApiMiddleware.layerSchemaErrorTransform(Common, (error) => {
  if (error.kind === "Body" || error.kind === "ResponseHeaders") return Effect.die(error)
  const slot = error.kind.toLowerCase()
  const errors = issuesOf(error.cause.issue)
    .issues.slice(0, mostFaults)
    .map(({ message, path = [] }) => ({
      path: [slot, ...path.map(plainKey)],
      message: message.slice(0, 300)
    }))
  const said = errors.map(({ message, path }) => `${path.slice(1).join(".") || "The body"}: ${message}`)
  return Effect.fail(new BadRequest({ detail: said.join("; ").slice(0, 600), errors }))
})
