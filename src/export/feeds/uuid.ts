/**
 * Stable identifiers for feeds: UUIDs from names (RFC 9562, section 5.5, version 5).
 */
import { createHash } from "node:crypto"

/** The namespace of Tributary's names. */
const namespace = Buffer.from("5d0b6f0ce2c14a3f9a7e51f4c0d7a816", "hex")

/** The UUID of a name; the same name always has the same. */
export const uuidOf = (name: string): string => {
  const hash = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
