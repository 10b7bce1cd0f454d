/**
 * Sealing: how a secret that must be read again (that of a second factor) stands in the store, so that the store
 * alone tells nothing. AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits; what it belongs to is
 * authenticated with it, so that nobody can put one person's secret in the place of another's.
 *
 * Written as `sealed:1:KEY:DATA`: the name of the key, and nonce, ciphertext and tag in base64url.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"

/** A key: 256 bits, and the name that follows from them. */
export interface SealingKey {
  readonly name: string
  readonly bytes: Buffer
}

const algorithm = "aes-256-gcm"
const keyLength = 32
const nonceLength = 12
const tagLength = 16
const prefix = "sealed:1:"

const nameOf = (bytes: Buffer): string =>
  createHash("sha256").update("tributary sealing key ").update(bytes).digest("hex").slice(0, 8)

/** A key of the operating system's random bits. */
export const newKey = (): SealingKey => {
  const bytes = randomBytes(keyLength)
  return { name: nameOf(bytes), bytes }
}

/** The key as it is written into its file: 44 characters of Base64. */
export const keyText = ({ bytes }: SealingKey): string => bytes.toString("base64")

/** A key from 32 bytes in Base64 (`openssl rand -base64 32`) or in hexadecimal; null when it is none. */
const parseKey = (text: string): SealingKey | null => {
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, "hex")
    : /^[\w+/-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : null
  return bytes === null || bytes.length !== keyLength ? null : { name: nameOf(bytes), bytes }
}

/** Keys with spaces, commas or lines between them, the one in use first; lines that begin with # say something else. Null when one of them is none. */
export const parseKeys = (text: string): ReadonlyArray<SealingKey> | null => {
  const words = text.replace(/^\s*#.*$/gm, "").match(/[^\s,]+/g) ?? []
  const keys = words.map(parseKey)
  return keys.every((key) => key !== null) ? keys : null
}

/** Whether a text is sealed; secrets of apps are base32 and never look like it. */
export const isSealed = (text: string): boolean => text.startsWith(prefix)

/** The name of the key that a sealed text needs. */
export const keyOf = (sealed: string): string => sealed.slice(prefix.length).split(":", 1)[0] ?? ""

/** Seals a text; `owner` is what it belongs to. */
export const seal = (key: SealingKey, text: string, owner: string): string => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(owner, "utf8"))
  const data = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `${prefix}${key.name}:${data.toString("base64url")}`
}

/** Opens a sealed text; null when it was changed, belongs to something else, or no key is that of its name. */
export const unseal = (keys: ReadonlyArray<SealingKey>, sealed: string, owner: string): string | null => {
  const key = keys.find(({ name }) => name === keyOf(sealed))
  const data = Buffer.from(sealed.slice(sealed.lastIndexOf(":") + 1), "base64url")
  if (key === undefined || !isSealed(sealed) || data.length < nonceLength + tagLength) return null
  const decipher = createDecipheriv(algorithm, key.bytes, data.subarray(0, nonceLength), {
    authTagLength: tagLength
  })
  decipher.setAAD(Buffer.from(owner, "utf8"))
  decipher.setAuthTag(data.subarray(-tagLength))
  try {
    const opened = decipher.update(data.subarray(nonceLength, -tagLength), undefined, "utf8")
    return opened + decipher.final("utf8")
  } catch {
    return null
  }
}
