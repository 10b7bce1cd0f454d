/**
 * Why a request gave no usable response, in the terms of the domain and in words for a person.
 */
import { Schema } from "effect"
import { VisitOutcome } from "../../domain/index.ts"

/** A request that failed; the message is one sentence with the remedy. */
export class VisitFailure extends Schema.TaggedError<VisitFailure>()("VisitFailure", {
  outcome: VisitOutcome,
  message: Schema.String,
  /** Status of the response, when there was one. */
  status: Schema.NullOr(Schema.Int),
  /** Milliseconds until the host may be asked again, when that is known. */
  retryAfter: Schema.NullOr(Schema.Finite)
}) {}

/** Makes a failure. */
export const fail = (
  outcome: VisitOutcome,
  message: string,
  more: { readonly status?: number; readonly retryAfter?: number } = {}
): VisitFailure =>
  new VisitFailure({ outcome, message, retryAfter: more.retryAfter ?? null, status: more.status ?? null })

/** Bytes as a person reads them. */
export const formatBytes = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(0)} KiB`
      : `${(bytes / 1024 / 1024).toFixed(0)} MiB`

/** Milliseconds as a person reads them. */
export const formatDuration = (millis: number): string =>
  millis < 1000
    ? `${Math.ceil(millis)} ms`
    : millis < 120_000
      ? `${Math.ceil(millis / 1000)} s`
      : millis < 7_200_000
        ? `${Math.ceil(millis / 60_000)} minutes`
        : `${Math.ceil(millis / 3_600_000)} hours`

interface Named {
  readonly code: string
  readonly message: string
}

/** Code and text of an unknown error; the first inner error of an aggregate (one per address tried). */
const named = (error: unknown): Named => {
  if (error instanceof AggregateError && error.errors.length > 0) return named(error.errors[0])
  if (!(error instanceof Error)) return { code: "", message: String(error) }
  const code = "code" in error && typeof error.code === "string" ? error.code : ""
  if (code === "" && error.cause !== undefined) return named(error.cause)
  // The parser does not always give its errors a code.
  return { code: code === "" && error.name === "HTTPParserError" ? "HPE_" : code, message: error.message }
}

const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECRYPT)|HOSTNAME_MISMATCH|INVALID_CA|CRL_|PATH_LENGTH)/

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain ends in an unknown authority",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host name",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it does not send the intermediate certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from an unknown authority"
}

const socketReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refuses connections",
  ECONNRESET: "closed the connection before the response was complete",
  EHOSTUNREACH: "cannot be reached from here",
  ENETUNREACH: "cannot be reached from here",
  EPIPE: "closed the connection before the response was complete",
  UND_ERR_SOCKET: "closed the connection before the response was complete",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "sent another length than it announced"
}

/**
 * The failure that an error of DNS, TLS, socket or HTTP parser stands for.
 *
 * @param host as in the URL, for the message
 */
export const failureOf = (error: unknown, host: string): VisitFailure => {
  if (error instanceof VisitFailure) return error
  if (error instanceof Error && error.cause instanceof VisitFailure) return error.cause
  const { code, message } = named(error)
  switch (code) {
    case "ENOTFOUND":
    case "ENODATA":
    case "ERR_INVALID_IP_ADDRESS":
      return fail("dns-error", `The host ${host} does not exist: check the spelling, or the site has moved.`)
    case "EAI_AGAIN":
    case "ESERVFAIL":
    case "ETIMEOUT":
      return fail("dns-error", `The name service does not answer for ${host}: it will be tried again.`)
    case "UND_ERR_CONNECT_TIMEOUT":
    case "ETIMEDOUT":
      return fail("too-slow", `${host} did not accept a connection in time: it will be tried again.`)
    case "UND_ERR_HEADERS_TIMEOUT":
      return fail("too-slow", `${host} accepted the request but did not answer in time: try again later.`)
    case "UND_ERR_BODY_TIMEOUT":
      return fail("too-slow", `${host} stopped in the middle of the response: it will be tried again.`)
    case "UND_ERR_HEADERS_OVERFLOW":
    case "HPE_HEADER_OVERFLOW":
      return fail("too-large", `${host} sent headers of more than 16 KiB: the site's owner must mend this.`)
  }
  if (tlsCodes.test(code)) {
    const reason = tlsReasons[code] ?? `the secure connection failed (${code})`
    return fail("tls-error", `${host} cannot be trusted: ${reason}; its owner must mend this, or try http.`)
  }
  if (code.startsWith("HPE_")) {
    return fail("network-error", `${host} does not answer in proper HTTP: check the address.`)
  }
  const reason = socketReasons[code] ?? `failed (${code === "" ? message : code})`
  return fail("network-error", `${host} ${reason}: it will be tried again.`)
}
