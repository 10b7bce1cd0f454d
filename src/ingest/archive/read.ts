/**
 * Reads a WARC file (ISO 28500:2017, and 1.0) record by record, as hostile input: nothing is held beyond one
 * record, every record has a limit, and every digest that a record states is recomputed.
 *
 * A damaged gzip member costs its own record: reading goes on at the next member that begins a record.
 */
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { AsyncIterReader, type WARCRecord, WARCParser } from "warcio"
import { splitHttp } from "./http.ts"
import { isGzip, type Member, memberAt, nextMember } from "./members.ts"

/** A record as read. */
export interface ArchivedRecord {
  /** Place in the file, from 1. */
  readonly number: number
  readonly type: string
  /** WARC-Record-ID; empty when it is missing. */
  readonly id: string
  readonly targetUri: string | null
  /** WARC-Date as it stands. */
  readonly date: string | null
  /** Media type of the block with its parameters. */
  readonly contentType: string
  readonly block: Uint8Array
  /** What is wrong with the record, as the end of a sentence; null when all its digests hold. */
  readonly damage: string | null
}

/** Largest block that is read, in bytes. */
const maxBlock = 256 * 1024 * 1024

/** Largest set of headers, and whatever stands between records. */
const maxHeaders = 1024 * 1024

const base32 = (bytes: Uint8Array): string => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  let bits = ""
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0")
  return bits.replace(/.{1,5}/g, (five) => letters.charAt(Number.parseInt(five.padEnd(5, "0"), 2)))
}

/** Whether the labelled digest (`sha256:...`, `sha1:...`, hexadecimal or base 32) is that of the bytes. */
const holds = (digest: string, bytes: Uint8Array): boolean => {
  const [, label = "", value = ""] = /^([a-z0-9-]+):(.*)$/i.exec(digest) ?? []
  const algorithm = label.toLowerCase().replace("-", "")
  // A digest of a kind that we do not know says nothing.
  if (!["sha1", "sha256", "sha512", "md5"].includes(algorithm)) return true
  const own = createHash(algorithm).update(bytes).digest()
  return value.toLowerCase() === own.toString("hex") || value.replace(/=+$/, "").toUpperCase() === base32(own)
}

const damageOf = (record: WARCRecord, block: Uint8Array): string | null => {
  const { warcBlockDigest, warcContentLength, warcPayloadDigest } = record
  if (block.length !== warcContentLength) return "is cut off"
  if (typeof warcBlockDigest === "string" && !holds(warcBlockDigest, block)) {
    return "does not have the block digest that it states"
  }
  // The payload of a revisit stands in another record.
  if (typeof warcPayloadDigest !== "string" || record.warcType === "revisit") return null
  const http = record.warcContentType?.startsWith("application/http") === true ? splitHttp(block) : null
  const payloads = http === null ? [block] : [http.body, http.unchunked]
  return payloads.some((payload) => holds(warcPayloadDigest, payload))
    ? null
    : "does not have the payload digest that it states"
}

async function* plain(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) if (chunk instanceof Uint8Array) yield chunk
}

interface Unpacking {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly number: number
  /** True when the chunks begin at a guessed place, which need not be a record. */
  readonly isGuess: boolean
}

async function* recordsOf({ chunks, isGuess, number: first }: Unpacking): AsyncGenerator<ArchivedRecord> {
  // The parser has no limits of its own: it gets no more bytes than the record under way may have.
  let room = 0
  async function* bounded() {
    for await (const chunk of chunks) {
      room -= chunk.length
      if (room < 0) throw new RangeError("A record's headers do not end.")
      yield chunk
    }
  }
  const reader = new AsyncIterReader(bounded(), null)
  const parser = new WARCParser(reader, { parseHttp: false })
  for (let number = first; ; number++) {
    room = maxHeaders
    const record = await parser.parse()
    if (record === null) return
    if (!record.warcHeaders.statusline.startsWith("WARC/1.")) {
      if (number === first && isGuess) return
      throw new SyntaxError("What follows is no WARC record.")
    }
    const length = record.warcContentLength
    const isReadable = Number.isSafeInteger(length) && length >= 0 && length <= maxBlock
    room = (isReadable ? length : Number.MAX_SAFE_INTEGER) + maxHeaders
    const about = {
      number,
      type: record.warcType,
      id: record.warcHeader("WARC-Record-ID") ?? "",
      targetUri: record.warcTargetURI ?? null,
      date: record.warcDate ?? null,
      contentType: record.warcContentType ?? ""
    }
    if (!isReadable) {
      await record.skipFully()
      const damage = "is larger than 256 MiB, or states no length"
      yield { ...about, block: new Uint8Array(0), damage }
      continue
    }
    const block = await record.readFully(false)
    yield { ...about, block, damage: damageOf(record, block) }
    const separator = new TextDecoder().decode(await reader.readSize(4))
    if (separator !== "" && separator !== "\r\n\r\n")
      throw new SyntaxError("A record does not end as it says.")
  }
}

/** A stretch of the file that holds no record that can be read. */
export interface Gap {
  /** A sentence that lacks the file's name at its beginning. */
  readonly gap: string
}

/** What is wrong with a stretch of the file, if it is the file and not this program that fails. */
const faultOf = (cause: unknown): string => {
  if (cause instanceof RangeError || cause instanceof SyntaxError) return cause.message
  const isZlib =
    cause instanceof Error && "code" in cause && typeof cause.code === "string" && cause.code.startsWith("Z_")
  if (isZlib) return "A gzip member is damaged or cut off."
  throw cause
}

/** Reads on after what is left, so that the end of a member is found. */
const drain = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
  for await (const _ of chunks) continue
}

/** All records of the file in their order, with the gaps between them; rejects when it cannot be opened. */
export async function* readArchive(file: string): AsyncGenerator<ArchivedRecord | Gap> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const packed = await isGzip(handle)
    let number = 0
    // After damage the next place is a guess, and silent when it proves wrong.
    let isGuess = false
    for (let start: number | null = 0; start !== null && start < size;) {
      const at: number = start
      const member: Member = packed ? memberAt(handle, at) : { chunks: plain(file), end: () => size }
      try {
        for await (const record of recordsOf({ chunks: member.chunks, number: number + 1, isGuess })) {
          number = record.number
          isGuess = false
          yield record
        }
        await drain(member.chunks)
      } catch (cause) {
        const fault = faultOf(cause)
        if (!isGuess) yield { gap: `is damaged after record ${number}, at byte ${at} of ${size}: ${fault}` }
        isGuess = true
      }
      start = member.end() ?? (packed ? await nextMember(handle, at + 1) : null)
    }
  } finally {
    await handle.close()
  }
}
