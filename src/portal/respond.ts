/**
 * From a page to an answer: validators (RFC 9110, section 8.8), caching (RFC 9111) and compression.
 *
 * What a signed-in person sees, and every page that asks not to be kept, is neither kept nor compressed: beside
 * a secret, compression would let whoever sees lengths guess it (BREACH).
 */
import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { layout } from "./layout.ts"
import type { Page } from "./page.ts"
import type { PortalRequest } from "./request.ts"
import { PortalSettings } from "./settings.ts"

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

/** Below this many bytes compression is not worth its while. */
const smallest = 1024

const tagOf = (hash: string): string => `W/"${hash.slice(0, 22)}"`

/** The entity tag of bytes. Weak, since compressed and plain bytes share it. */
export const etagOf = (bytes: Uint8Array): string =>
  tagOf(createHash("sha256").update(bytes).digest("base64url"))

/** The entity tag of bytes of which the SHA-256 is known, in hexadecimal digits. */
export const etagOfHash = (sha256: string): string => tagOf(Buffer.from(sha256, "hex").toString("base64url"))

/** A body that can be sent to anybody, with its compressed forms, made when first asked for. */
export class Content {
  readonly bytes: Buffer
  readonly type: string
  readonly etag: string
  #gzip: Promise<Buffer> | undefined
  #brotli: Promise<Buffer> | undefined
  /** @param etag its entity tag where it is known already */
  constructor(text: string | Uint8Array, type: string, etag?: string) {
    this.bytes = typeof text === "string" ? Buffer.from(text, "utf8") : Buffer.from(text)
    this.type = type
    this.etag = etag ?? etagOf(this.bytes)
  }
  /** Bytes in a coding that the field `Accept-Encoding` allows. */
  async encoded(accepted: string): Promise<readonly [coding: string | null, bytes: Buffer]> {
    if (this.bytes.length < smallest) return [null, this.bytes]
    if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) {
      this.#brotli ??= brotliAsync(this.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      return ["br", await this.#brotli]
    }
    if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) {
      this.#gzip ??= gzipAsync(this.bytes, { level: 5 })
      return ["gzip", await this.#gzip]
    }
    return [null, this.bytes]
  }
}

/** Whether the field `If-None-Match` names the tag. */
export const isKnownTag = (field: string | undefined, etag: string): boolean =>
  field !== undefined &&
  (field.trim() === "*" || field.split(",").some((own) => own.trim().replace(/^(?!W\/)/, "W/") === etag))

export interface SendOptions {
  readonly status?: number
  readonly maxAge?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers with a body that is the same for every reader. */
export const sendContent = Effect.fnUntraced(function* (
  request: PortalRequest,
  content: Content,
  options: SendOptions = {}
) {
  const headers: Record<string, string> = {
    "cache-control": `public, max-age=${options.maxAge ?? 60}, stale-while-revalidate=600`,
    etag: content.etag,
    vary: "Accept-Encoding, Cookie",
    ...options.headers
  }
  if (isKnownTag(request.raw.headers["if-none-match"], content.etag))
    return HttpServerResponse.empty({ status: 304, headers })
  const accepted = request.raw.headers["accept-encoding"] ?? ""
  const [coding, bytes] = yield* Effect.promise(() => content.encoded(accepted))
  if (coding !== null) headers["content-encoding"] = coding
  return HttpServerResponse.uint8Array(bytes, {
    status: options.status ?? 200,
    contentType: content.type,
    headers
  })
})

/** Lays out a page; `Content` that may be kept for other readers of the same language. */
export const pageContent = Effect.fnUntraced(function* (request: PortalRequest, page: Page) {
  const { operator } = yield* PortalSettings
  return new Content(layout(request, page, operator), "text/html; charset=utf-8")
})

/** Answers with a page. */
export const sendPage = Effect.fnUntraced(function* (request: PortalRequest, page: Page) {
  const status = page.status ?? 200
  const content = yield* pageContent(request, page)
  const isPrivate = request.person !== null || page.headers?.["cache-control"] === "no-store"
  if (isPrivate || status !== 200 || request.method === "POST") {
    return HttpServerResponse.uint8Array(content.bytes, {
      status,
      contentType: content.type,
      headers: { "cache-control": "no-store", ...page.headers }
    })
  }
  return yield* sendContent(request, content, {
    ...(page.maxAge === undefined ? {} : { maxAge: page.maxAge }),
    ...(page.headers === undefined ? {} : { headers: page.headers })
  })
})

/** Leads the reader on; 303, so that a form is not sent again (RFC 9110, section 15.4.4). */
export const redirect = (path: string, status: 301 | 302 | 303 | 308 = 303) =>
  HttpServerResponse.redirect(path, { status, headers: { "cache-control": "no-store" } })
