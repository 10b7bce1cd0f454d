/**
 * The HTTP message in the block of a response record (RFC 9112): status, headers, and the body as it stands
 * and without its transfer and content codings. Records of foreign programs keep these codings.
 */
import { Effect } from "effect"
import { makeBody } from "../visit/body.ts"
import type { VisitFailure } from "../visit/failure.ts"
import type { Headers } from "../visit/header.ts"

export interface HttpMessage {
  readonly status: number
  readonly headers: Headers
  /** As it stands in the record. */
  readonly body: Uint8Array
  /** Without chunked transfer coding; the same as `body` when there is none. */
  readonly unchunked: Uint8Array
}

const endOfHeaders = Buffer.from("\r\n\r\n")
const endOfLine = Buffer.from("\r\n")

/** Joins the chunks (RFC 9112, section 7.1); null when they are not what they should be. */
const unchunk = (body: Buffer): Uint8Array | null => {
  const chunks: Array<Uint8Array> = []
  for (let at = 0; ;) {
    const lineEnd = body.indexOf(endOfLine, at)
    if (lineEnd < 0 || lineEnd - at > 64) return null
    const [, digits] = /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(body.toString("latin1", at, lineEnd)) ?? []
    if (digits === undefined) return null
    const length = Number.parseInt(digits, 16)
    if (length === 0) return Buffer.concat(chunks)
    const from = lineEnd + endOfLine.length
    if (from + length + endOfLine.length > body.length) return null
    chunks.push(body.subarray(from, from + length))
    at = from + length + endOfLine.length
  }
}

/** Splits a response; null when the block is none. */
export const splitHttp = (bytes: Uint8Array): HttpMessage | null => {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = block.indexOf(endOfHeaders)
  if (end < 0) return null
  const [statusLine = "", ...lines] = block.toString("latin1", 0, end).split("\r\n")
  const [, digits] = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(statusLine) ?? []
  if (digits === undefined) return null
  // A map, since a name may be that of a property of all objects.
  const fields = new Map<string, Array<string>>()
  for (const line of lines) {
    const colon = line.indexOf(":")
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  const headers: Headers = Object.fromEntries(fields)
  const body = block.subarray(end + endOfHeaders.length)
  // Some writers keep the header and store the body without its chunks.
  const isChunked = fields.get("transfer-encoding")?.some((value) => /chunked/i.test(value)) === true
  return { status: Number(digits), headers, body, unchunked: (isChunked ? unchunk(body) : null) ?? body }
}

/** The body without codings, under a limit of size and ratio; as it stands when it is not coded as it says. */
export const decodedBody = (message: HttpMessage): Effect.Effect<Uint8Array> =>
  Effect.callback<Uint8Array, VisitFailure>((resume) => {
    const limit = { maxBytes: 64 * 1024 * 1024, maxRatio: 200, beyond: "fail" } as const
    const { "content-length": _, ...headers } = message.headers
    const sink = makeBody(headers, "the archive", limit, {
      done: (bytes) => resume(Effect.succeed(bytes)),
      failed: (failure) => resume(Effect.fail(failure)),
      drained: () => {},
      grown: () => {}
    })
    sink.write(Buffer.from(message.unchunked))
    sink.end()
  }).pipe(Effect.orElseSucceed(() => message.unchunked))
