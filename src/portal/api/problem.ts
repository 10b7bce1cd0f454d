/**
 * What the interface answers when it cannot do what was asked: problem details (RFC 9457), one class a status.
 *
 * `type` is `about:blank`, whose meaning is that of the status, but where a type is registered or ours; `detail`
 * says in a sentence what is wrong with this request and what to do.
 */
import { Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiError } from "effect/http-api"

/** Media type of problems. */
export const problemType = "application/problem+json"

/** One value of a request that cannot be taken. */
const Fault = Schema.Struct({
  /** Where it stands: `query`, `params` or `payload`, then names and places. */
  path: Schema.Array(Schema.Union([Schema.String, Schema.Int])),
  message: Schema.String
})

export class BadRequest extends HttpApiError.Problem<BadRequest>()(
  "BadRequest",
  { type: "about:blank", status: 400, title: "Bad Request" },
  { errors: Schema.optionalKey(Schema.Array(Fault)) }
) {}

export class Unauthorized extends HttpApiError.Problem<Unauthorized>()("Unauthorized", {
  type: "about:blank",
  status: 401,
  title: "Unauthorized"
}) {}

export class Forbidden extends HttpApiError.Problem<Forbidden>()("Forbidden", {
  type: "about:blank",
  status: 403,
  title: "Forbidden"
}) {}

export class NotFound extends HttpApiError.Problem<NotFound>()("NotFound", {
  type: "about:blank",
  status: 404,
  title: "Not Found"
}) {}

export class Conflict extends HttpApiError.Problem<Conflict>()("Conflict", {
  type: "about:blank",
  status: 409,
  title: "Conflict"
}) {}

export class ContentTooLarge extends HttpApiError.Problem<ContentTooLarge>()("ContentTooLarge", {
  type: "about:blank",
  status: 413,
  title: "Content Too Large"
}) {}

export class UnsupportedMediaType extends HttpApiError.Problem<UnsupportedMediaType>()(
  "UnsupportedMediaType",
  { type: "about:blank", status: 415, title: "Unsupported Media Type" }
) {}

export class Unprocessable extends HttpApiError.Problem<Unprocessable>()("Unprocessable", {
  type: "about:blank",
  status: 422,
  title: "Unprocessable Content"
}) {}

/** The type is that of draft-ietf-httpapi-ratelimit-headers, section 6.1. */
export const quotaExceeded = "https://iana.org/assignments/http-problem-types#quota-exceeded"

export class TooManyRequests extends HttpApiError.Problem<TooManyRequests>()(
  "TooManyRequests",
  { type: quotaExceeded, status: 429, title: "Too Many Requests" },
  { "violated-policies": Schema.optionalKey(Schema.Array(Schema.String)) }
) {}

export class InternalError extends HttpApiError.Problem<InternalError>()("InternalError", {
  type: "about:blank",
  status: 500,
  title: "Internal Server Error"
}) {}

export class Unavailable extends HttpApiError.Problem<Unavailable>()("Unavailable", {
  type: "about:blank",
  status: 503,
  title: "Service Unavailable"
}) {}

/** There is no such thing; `what` names it: `initiative kenya-igf`. */
export const noSuch = (what: string): NotFound => new NotFound({ detail: `There is no ${what}.` })

/** Titles and usual sentences of statuses that nothing more is known of. */
const usual: Readonly<Record<number, readonly [title: string, detail: string]>> = {
  400: ["Bad Request", "The request cannot be read."],
  401: ["Unauthorized", "This needs a token."],
  404: [
    "Not Found",
    "There is nothing at this address. The document at /api/v1/openapi.json names what there is."
  ],
  405: ["Method Not Allowed", "This method cannot be used here: the field Allow names those that can."],
  413: ["Content Too Large", "The body of the request is too large."],
  415: ["Unsupported Media Type", "Send the body as application/json."],
  500: [
    "Internal Server Error",
    "Something went wrong here, and it is written down. Please try again later."
  ],
  503: ["Service Unavailable", "This takes too long or the store is busy. Please try again in a minute."]
}

/** The problem of a status by itself. */
export const plainProblem = (status: number, detail?: string): HttpServerResponse.HttpServerResponse => {
  const [title, sentence] = usual[status] ?? ["Error", "The request failed."]
  return HttpServerResponse.jsonUnsafe(
    { type: "about:blank", status, title, detail: detail ?? sentence },
    { status, contentType: problemType }
  )
}
