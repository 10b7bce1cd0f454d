/**
 * Bodies: read from the socket and decoded under limits of size and ratio.
 *
 * Nothing is ever held beyond the limit: the stream is stopped, and with it the connection, at the first
 * byte too many, on the wire or decoded. A body of a few kilobytes that unpacks to gigabytes ends the same
 * way, long before by its ratio.
 */
import { PassThrough, type Readable, type Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress
} from "node:zlib"
import { fail, formatBytes, VisitFailure } from "./failure.ts"
import { header, type Headers } from "./header.ts"

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

/** What the client announces that it reads. */
export const acceptEncoding = "gzip, deflate, br, zstd"

type Coding = "gzip" | "deflate" | "br" | "zstd"

/** Codings in order of application; identity and empty members left out. */
const codingsOf = (headers: Headers, host: string): ReadonlyArray<Coding> => {
  const result: Array<Coding> = []
  for (const part of (header(headers, "content-encoding") ?? "").toLowerCase().split(",")) {
    const name = part.trim()
    if (name === "" || name === "identity" || name === "none" || name === "utf-8") continue
    if (name === "gzip" || name === "x-gzip") result.push("gzip")
    else if (name === "deflate" || name === "br" || name === "zstd") result.push(name)
    else throw fail("bad-encoding", `${host} packs its response as "${name}", which nobody asked for.`)
  }
  if (result.length > maxCodings) {
    throw fail("bad-encoding", `${host} packs its response ${result.length} times over: it is not read.`)
  }
  return result
}

/** `deflate` means zlib format by RFC 9110, section 8.4.1.2; some servers send the bare stream. */
const decoderOf = (coding: Coding, firstByte: number | undefined): Transform => {
  if (coding === "gzip") return createGunzip()
  if (coding === "br") return createBrotliDecompress()
  if (coding === "zstd") return createZstdDecompress()
  return firstByte === undefined || (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()
}

const tooLarge = (host: string, limit: BodyLimit): VisitFailure =>
  fail(
    "too-large",
    `The response of ${host} is larger than ${formatBytes(limit.maxBytes)}: raise TRIBUTARY_MAX_BYTES if it is wanted.`
  )

/** Thrown through the decoders to end reading early: what was read so far is what is wanted. */
class Enough extends Error {}

const bytesOf = (chunk: unknown): Buffer =>
  Buffer.isBuffer(chunk) ? chunk : chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)

const isZlibError = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(Z_|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR__?ERROR|ERR_PADDING)/.test(error.code)

/**
 * Reads a body to its end or to the limit.
 *
 * @param host for messages
 * @returns the decoded bytes
 * @throws VisitFailure `too-large` or `bad-encoding`; errors of the socket as they come
 */
export const readBody = async (
  body: Readable,
  headers: Headers,
  host: string,
  limit: BodyLimit,
  signal: AbortSignal
): Promise<Uint8Array> => {
  const chunks: Array<Buffer> = []
  let wire = 0
  let total = 0
  const announced = Number(header(headers, "content-length"))

  const collect = (chunk: Buffer): void => {
    const room = limit.maxBytes - total
    if (chunk.length > room) {
      if (limit.beyond === "fail") throw tooLarge(host, limit)
      chunks.push(chunk.subarray(0, room))
      throw new Enough()
    }
    total += chunk.length
    chunks.push(chunk)
    if (total > ratioFloor && total > wire * limit.maxRatio) {
      throw fail(
        "too-large",
        `The response of ${host} unpacks to more than ${limit.maxRatio} times its size: it is not read.`
      )
    }
  }
  const count = (chunk: Buffer): Buffer => {
    wire += chunk.length
    if (wire > limit.maxBytes && limit.beyond === "fail") throw tooLarge(host, limit)
    return chunk
  }

  try {
    const codings = codingsOf(headers, host)
    if (limit.beyond === "fail" && announced > limit.maxBytes) throw tooLarge(host, limit)
    if (codings.length === 0) {
      for await (const chunk of body) collect(count(bytesOf(chunk)))
    } else {
      const source = body[Symbol.asyncIterator]()
      const head = await source.next()
      if (head.done !== true) {
        const first = bytesOf(head.value)
        const [decoder = new PassThrough(), inner = new PassThrough()] = codings
          .toReversed()
          .map((coding) => decoderOf(coding, first[0]))
        await pipeline(
          async function* () {
            yield count(first)
            for (let next = await source.next(); next.done !== true; next = await source.next()) {
              yield count(bytesOf(next.value))
            }
          },
          decoder,
          inner,
          async (decoded: AsyncIterable<unknown>) => {
            for await (const chunk of decoded) collect(bytesOf(chunk))
          },
          { signal }
        )
      }
    }
  } catch (error) {
    if (!(error instanceof Enough)) {
      if (!isZlibError(error)) throw error
      throw fail(
        "bad-encoding",
        `The response of ${host} is damaged: it cannot be unpacked as its header says; try again later.`
      )
    }
  } finally {
    body.destroy()
  }
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
}
