/**
 * The second factor: codes of an app by time (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, as all apps
 * know them), and recovery codes for the day on which the telephone is lost.
 */
import { createHmac } from "node:crypto"
import { Effect } from "effect"
import { Secret, TOTP } from "otpauth"
import { renderSVG } from "uqr"
import type { PersonId } from "../domain/index.ts"
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

/** Whether a text can be a code of an app; recovery codes are longer. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code.replace(/\s/g, ""))

/**
 * The time step to which a code belongs: that of the instant (milliseconds), or one beside it, since clocks
 * differ; null when it is none of these.
 */
export const stepOf = (secret: string, code: string, at: number): number | null => {
  if (!isAppCode(code)) return null
  const digits = code.replace(/\s/g, "")
  const delta = generator(secret, "").validate({ token: digits, timestamp: at, window: 1 })
  return delta === null ? null : Math.floor(at / 1000 / period) + delta
}

/** The address of a secret as a picture for the app's camera: SVG without style or script. */
export const qrCode = (uri: string): string =>
  renderSVG(uri, { ecc: "M", border: 4, pixelSize: 6, whiteColor: "#ffffff", blackColor: "#000000" })

/** Ten codes for one use each, as `abcde-fghjk-mnpqr` (74 bits). */
export const newRecoveryCodes: Effect.Effect<ReadonlyArray<string>> = Effect.forEach(
  Array.from({ length: 10 }),
  () => Effect.map(newLetters(15), (text) => [text.slice(0, 5), text.slice(5, 10), text.slice(10)].join("-"))
)

const plainCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, "")

/** Under which a person's recovery code is kept, however it was typed; the random id of the person is its salt. */
export const recoveryHash = (code: string, of: PersonId): string =>
  hashOf(`recovery:${of}:${plainCode(code)}`)

/** The same for codes that were given before they had a salt. */
export const unsaltedRecoveryHash = (code: string): string => hashOf(`recovery:${plainCode(code)}`)
