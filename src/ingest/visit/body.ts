/**
 * Bodies: read from the socket and decoded under limits of size and ratio.
 *
 * Nothing is ever held beyond the limit: the stream is stopped, and with it the connection, at the first
 * byte too many, on the wire or decoded. A body of a few kilobytes that unpacks to gigabytes ends the same
 * way, long before by its ratio.
 */
import type { Transform } from "node:stream"
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress
} from "node:zlib"
import { fail, formatBytes, VisitFailure } from "./failure.ts"
import { header, type Headers } from "./header.ts"
import { largeBody } from "./room.ts"

/** How much of a body is wanted. */
export interface BodyLimit {
  /** Largest length in bytes, on the wire and decoded. */
  readonly maxBytes: number
  /** Largest decoded length for each byte on the wire, applied above 1 MiB. */
  readonly maxRatio: number
  /** At the limit: stop with a failure, or keep what is there. */
  readonly beyond: "fail" | "cut"
}

/** Ratios mean nothing for small bodies: an empty template may pack 500 to 1. */
const ratioFloor = 1024 * 1024
/** More codings than two have no honest use. */
const maxCodings = 2

/** Each chunk that is unpacked costs a turn of the event loop: small ones let a bomb last for seconds. */
const chunkSize = 128 * 1024

/** What the client announces that it reads. */
export const acceptEncoding = "gzip, deflate, br, zstd"

type Coding = "gzip" | "deflate" | "br" | "zstd"

/** Codings in order of application, identity and empty members left out; or why they are not read. */
const codingsOf = (headers: Headers, host: string): ReadonlyArray<Coding> | VisitFailure => {
  const result: Array<Coding> = []
  for (const part of (header(headers, "content-encoding") ?? "").toLowerCase().split(",")) {
    const name = part.trim()
    if (name === "" || name === "identity" || name === "none" || name === "utf-8") continue
    if (name === "gzip" || name === "x-gzip") result.push("gzip")
    else if (name === "deflate" || name === "br" || name === "zstd") result.push(name)
    else return fail("bad-encoding", `${host} packs its response as "${name}", which nobody asked for.`)
  }
  if (result.length > maxCodings) {
    return fail("bad-encoding", `${host} packs its response ${result.length} times over: it is not read.`)
  }
  return result
}

/** `deflate` means zlib format by RFC 9110, section 8.4.1.2; some servers send the bare stream. */
const decoderOf = (coding: Coding, firstByte: number | undefined): Transform => {
  if (coding === "gzip") return createGunzip({ chunkSize })
  if (coding === "br") return createBrotliDecompress({ chunkSize })
  if (coding === "zstd") return createZstdDecompress({ chunkSize })
  return firstByte === undefined || (firstByte & 0x0f) === 8
    ? createInflate({ chunkSize })
    : createInflateRaw({ chunkSize })
}

const tooLarge = (host: string, limit: BodyLimit): VisitFailure =>
  fail(
    "too-large",
    `The response of ${host} is larger than ${formatBytes(limit.maxBytes)}: raise TRIBUTARY_MAX_BYTES if it is wanted.`
  )

/** What a body tells the exchange that it belongs to. Exactly one of `done` and `failed` is called, once. */
export interface BodyEvents {
  /** The whole body, or its beginning where the limit cuts. */
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (failure: VisitFailure) => void
  /** Once, when the body is larger than `largeBody`. */
  readonly grown: () => void
  /** After a `write` that gave false: ready for more. */
  readonly drained: () => void
}

/** Takes a body as it comes from the socket. */
export interface BodySink {
  /** Gives false when the socket should wait for `drained`. */
  readonly write: (chunk: Buffer) => boolean
  /** The last byte has come. */
  readonly end: () => void
  /** What was decoded so far, for a body that broke off; no event follows. */
  readonly abandon: () => Uint8Array
}

const damaged = (host: string): VisitFailure =>
  fail(
    "bad-encoding",
    `The response of ${host} is damaged: it cannot be unpacked as its header says; try again later.`
  )

/**
 * A sink for one response's body, decoding as the headers say.
 *
 * @param host for messages
 */
export const makeBody = (headers: Headers, host: string, limit: BodyLimit, events: BodyEvents): BodySink => {
  const chunks: Array<Buffer> = []
  let wire = 0
  let total = 0
  let isOver = false
  let decoders: ReadonlyArray<Transform> | null = null

  const close = (): Uint8Array => {
    isOver = true
    for (const decoder of decoders ?? []) decoder.destroy()
    const [only] = chunks
    return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
  }
  const failed = (failure: VisitFailure): void => {
    if (isOver) return
    close()
    events.failed(failure)
  }
  const done = (): void => {
    if (!isOver) events.done(close())
  }
  const collect = (chunk: Buffer): void => {
    if (isOver) return
    const room = limit.maxBytes - total
    if (chunk.length > room) {
      if (limit.beyond === "fail") return failed(tooLarge(host, limit))
      chunks.push(chunk.subarray(0, room))
      return done()
    }
    if (total <= largeBody && total + chunk.length > largeBody) events.grown()
    total += chunk.length
    chunks.push(chunk)
    if (total > ratioFloor && total > wire * limit.maxRatio) {
      const message = `The response of ${host} unpacks to more than ${limit.maxRatio} times its size: it is not read.`
      failed(fail("too-large", message))
    }
  }

  /** The chain of decoders for a body that begins with this chunk. */
  const connect = (codings: ReadonlyArray<Coding>, first: Buffer): ReadonlyArray<Transform> => {
    const chain = codings.toReversed().map((coding) => decoderOf(coding, first[0]))
    for (const [index, decoder] of chain.entries()) {
      decoder.on("error", () => failed(damaged(host)))
      const next = chain[index + 1]
      if (next === undefined) decoder.on("data", collect).on("end", done)
      else decoder.pipe(next)
    }
    chain[0]?.on("drain", () => {
      if (!isOver) events.drained()
    })
    return chain
  }

  const codingsOrFailure = codingsOf(headers, host)
  const codings = codingsOrFailure instanceof VisitFailure ? [] : codingsOrFailure
  const isTooLong = limit.beyond === "fail" && Number(header(headers, "content-length")) > limit.maxBytes
  if (codingsOrFailure instanceof VisitFailure) failed(codingsOrFailure)
  else if (isTooLong) failed(tooLarge(host, limit))

  return {
    abandon: close,
    end: () => {
      const first = decoders?.[0]
      if (first === undefined) done()
      else if (!isOver) first.end()
    },
    write: (chunk) => {
      if (isOver) return true
      wire += chunk.length
      if (wire > limit.maxBytes && limit.beyond === "fail") {
        failed(tooLarge(host, limit))
        return true
      }
      if (codings.length === 0) {
        collect(chunk)
        return true
      }
      decoders ??= connect(codings, chunk)
      return decoders[0]?.write(chunk) ?? true
    }
  }
}
