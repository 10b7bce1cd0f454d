/**
 * The second factor: codes of an app by time (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, as all apps
 * know them), and recovery codes for the day on which the telephone is lost.
 */
import { createHmac } from "node:crypto"
import { Effect } from "effect"
import { Secret, TOTP } from "otpauth"
import { renderSVG } from "uqr"
import { hashOf, newLetters } from "./secrets.ts"

const period = 30

const hmac = (algorithm: string, key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac(algorithm.replaceAll("-", "").toLowerCase(), key).update(message).digest()

const generator = (secret: string, address: string) =>
  new TOTP({
    issuer: "Tributary",
    label: address,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period,
    hmac
  })

/** 160 random bits in base32 (RFC 4226, section 4). */
export const newTotpSecret = Effect.sync(() => new Secret({ size: 20 }).base32)

/** The address of the secret for apps. */
export const totpUri = (secret: string, address: string): string => generator(secret, address).toString()

/** The code at an instant, in milliseconds. */
export const codeAt = (secret: string, at: number): string =>
  generator(secret, "").generate({ timestamp: at })

/**
 * The time step to which a code belongs: that of the instant (milliseconds), or one beside it, since clocks
 * differ; null when it is none of these.
 */
export const stepOf = (secret: string, code: string, at: number): number | null => {
  const digits = code.replace(/\s/g, "")
  if (!/^\d{6}$/.test(digits)) return null
  const delta = generator(secret, "").validate({ token: digits, timestamp: at, window: 1 })
  return delta === null ? null : Math.floor(at / 1000 / period) + delta
}

/** The address of a secret as a picture for the app's camera: SVG without style or script. */
export const qrCode = (uri: string): string =>
  renderSVG(uri, { ecc: "M", border: 4, pixelSize: 6, whiteColor: "#ffffff", blackColor: "#000000" })

/** Ten codes for one use each, as `abcde-fghjk` (49 bits). */
export const newRecoveryCodes: Effect.Effect<ReadonlyArray<string>> = Effect.forEach(
  Array.from({ length: 10 }),
  () => Effect.map(newLetters(10), (text) => `${text.slice(0, 5)}-${text.slice(5)}`)
)

/** Under which a recovery code is kept, however it was typed. */
export const recoveryHash = (code: string): string =>
  hashOf(`recovery:${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`)
