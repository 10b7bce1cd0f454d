/**
 * Secrets that let somebody in: random, shown to their owner alone, and kept as hashes.
 *
 * They come from the operating system's generator and not from the service `Random`, which may be seeded.
 * A secret of 256 random bits needs no slow hash: nobody can try them all.
 */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto"
import { Effect } from "effect"

/** 256 random bits in base64url, 43 characters. */
export const newSecret = Effect.sync(() => randomBytes(32).toString("base64url"))

/** Whether a text can be one of `newSecret`. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** Random bytes in hexadecimal. */
export const newHex = (bytes: number): Effect.Effect<string> =>
  Effect.sync(() => randomBytes(bytes).toString("hex"))

/** SHA-256, hexadecimal: under which a secret is kept. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex")

/** A value that follows from a secret and does not tell it: the token of a session's forms. */
export const derived = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose, "utf8").digest("base64url")

/** Compares in a time that does not tell where two texts differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a), "hex"), Buffer.from(hashOf(b), "hex"))

// Without letters and digits that are taken for others: 0 and o, 1 and l and i.
const letters = "abcdefghjkmnpqrstuvwxyz23456789"

/** Random letters and digits that can be read out and typed; each counts 4.9 bits. */
export const newLetters = (count: number): Effect.Effect<string> =>
  Effect.sync(() => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join(""))
