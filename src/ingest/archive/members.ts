/**
 * The members of a gzip file (RFC 1952), one by one, so that a damaged one is known by its place and costs no
 * other. Node's own Gunzip joins members, and passes over what follows the last whole one.
 */
import type { FileHandle } from "node:fs/promises"
import { Readable } from "node:stream"
import { crc32, createInflateRaw } from "node:zlib"

/** Magic and method (RFC 1952, section 2.3.1). */
const magic = Buffer.from([0x1f, 0x8b, 0x08])

/** Length of the fixed part of a member's header, and of its trailer. */
const headerLength = 10
const trailerLength = 8

/** Largest header that is read: extra field, name and comment have no limit of their own. */
const maxHeader = 64 * 1024 + 1024

const readAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** True when the file begins as a gzip file does. */
export const isGzip = async (handle: FileHandle): Promise<boolean> =>
  (await readAt(handle, 0, magic.length)).equals(magic)

/** Length of a member's header; throws when it is none. */
const lengthOfHeader = (bytes: Buffer): number => {
  const flags = bytes[3]
  if (!bytes.subarray(0, magic.length).equals(magic) || flags === undefined) {
    throw new SyntaxError("No gzip member begins here.")
  }
  let length = headerLength
  if ((flags & 4) !== 0) length += 2 + bytes.readUInt16LE(length)
  // Name and comment end with a zero byte.
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, length)
    if (end < 0) throw new SyntaxError("The header of a gzip member does not end.")
    length = end + 1
  }
  return (flags & 2) === 0 ? length : length + 2
}

async function* bytesFrom(handle: FileHandle, start: number): AsyncGenerator<Buffer> {
  // Most members are small: the first piece is.
  for (let position = start, length = 16 * 1024; ; length = 64 * 1024) {
    const bytes = await readAt(handle, position, length)
    if (bytes.length === 0) return
    position += bytes.length
    yield bytes
  }
}

/** A member, unpacked as it is read. */
export interface Member {
  readonly chunks: AsyncIterable<Uint8Array>
  /** Where the next one begins; only once all chunks were read without an error. */
  readonly end: () => number | null
}

/** The member at the place; reading its chunks throws when it is damaged or cut off. */
export const memberAt = (handle: FileHandle, start: number): Member => {
  let end: number | null = null
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const bodyAt = start + lengthOfHeader(await readAt(handle, start, maxHeader))
    const inflate = createInflateRaw()
    const packed = Readable.from(bytesFrom(handle, bodyAt), { objectMode: false })
    packed.on("error", (cause) => inflate.destroy(cause)).pipe(inflate)
    let sum = 0
    let length = 0
    try {
      for await (const chunk of inflate) {
        if (!(chunk instanceof Uint8Array)) continue
        sum = crc32(chunk, sum)
        length += chunk.length
        yield chunk
      }
    } finally {
      packed.destroy()
      inflate.destroy()
    }
    const trailerAt = bodyAt + inflate.bytesWritten
    const trailer = await readAt(handle, trailerAt, trailerLength)
    const isWhole =
      trailer.length === trailerLength &&
      trailer.readUInt32LE(0) === sum &&
      trailer.readUInt32LE(4) === length % 2 ** 32
    if (!isWhole) throw new SyntaxError("A gzip member does not have the check sum that it states.")
    end = trailerAt + trailerLength
  }
  return { chunks: chunks(), end: () => end }
}

/** Where the next member may begin, from the place on; null when there is none. */
export const nextMember = async (handle: FileHandle, from: number): Promise<number | null> => {
  const length = 1024 * 1024
  for (let at = from; ; at += length - magic.length + 1) {
    const window = await readAt(handle, at, length)
    const found = window.indexOf(magic)
    if (found >= 0) return at + found
    if (window.length < length) return null
  }
}
