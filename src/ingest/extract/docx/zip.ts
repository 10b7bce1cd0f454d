/**
 * Looks into a ZIP file before a library unpacks it: how many entries there are and how large they really
 * become. A directory may lie, so every entry is inflated under a limit and thrown away again.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { inflateRawSync } from "node:zlib"

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together when unpacked. */
  readonly bytes: number
}

export type ZipLook =
  | { readonly ok: true; readonly read: (name: string) => Uint8Array | null }
  | { readonly ok: false; readonly why: "broken" | "too-large" | "password" }

const no = (why: "broken" | "too-large" | "password"): ZipLook => ({ ok: false, why })

/** Inspects all entries; `read` then gives single ones by name. */
export const lookIntoZip = (bytes: Uint8Array, limits: ZipLimits): ZipLook => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) return no("broken")
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > limits.entries) return no("too-large")
  const places = new Map<string, { readonly data: Buffer; readonly method: number }>()
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return no("broken")
    const flags = file.readUInt16LE(at + 8)
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const local = file.readUInt32LE(at + 42)
    const name = file.toString("utf8", at + 46, at + 46 + nameLength)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if ((flags & 1) === 1) return no("password")
    if (local + 30 > file.length) return no("broken")
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (start + packed > file.length) return no("broken")
    const data = file.subarray(start, start + packed)
    const size = sizeOf(data, method, limits.bytes - total)
    if (size === null) return no("broken")
    total += size
    if (total > limits.bytes) return no("too-large")
    places.set(name, { data, method })
  }
  return {
    ok: true,
    read: (name) => {
      const place = places.get(name)
      if (place === undefined) return null
      return place.method === 0 ? place.data : inflateRawSync(place.data, { maxOutputLength: limits.bytes })
    }
  }
}

const sizeOf = (data: Buffer, method: number, limit: number): number | null => {
  if (method === 0) return data.length
  if (method !== 8) return null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null
    return code === "ERR_BUFFER_TOO_LARGE" ? Number.POSITIVE_INFINITY : null
  }
}
