/**
 * Passwords: what is taken as one (NIST SP 800-63B, section 5.1.1.2), and how it is kept: Argon2id (RFC 9106)
 * with the parameters of OWASP's Password Storage Cheat Sheet, as a PHC string.
 *
 * A hash takes 19 MiB and some 50 ms of a core. It runs in the thread pool, two at once, so that a crowd at
 * the door neither fills the memory nor stops the pages.
 */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { Context, Effect, Layer, Schema, Semaphore } from "effect"

export const shortestPassword = 12
export const longestPassword = 128

const memory = 19_456
const passes = 2
const parallelism = 1
const hashLength = 32
const atOnce = 2
const waitingLimit = "10 seconds"

/** More wait for a hash than can be served in time. */
export class TooBusy extends Schema.TaggedError<TooBusy>()("TooBusy", { message: Schema.String }) {}

/** What speaks against a password. */
export type Objection = "short" | "long" | "common" | "name"

const derive = (password: string, nonce: Uint8Array, cost: Cost): Effect.Effect<Buffer> =>
  Effect.callback((resume) => {
    argon2(
      "argon2id",
      // The same characters may be typed in more than one way (RFC 8265, section 4.2).
      { message: password.normalize("NFC"), nonce, tagLength: hashLength, ...cost },
      (error, key) => resume(error === null ? Effect.succeed(key) : Effect.die(error))
    )
  })

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

const usual: Cost = { memory, passes, parallelism }

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "")

const written = (cost: Cost, salt: Uint8Array, key: Uint8Array): string => {
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(key)}`
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,})\$([A-Za-z0-9+/]{43})$/

const read = (hash: string) => {
  const [, m, t, p, salt, key] = phc.exec(hash) ?? []
  if (salt === undefined || key === undefined) return null
  return {
    cost: { memory: Number(m), passes: Number(t), parallelism: Number(p) },
    salt: Buffer.from(salt, "base64"),
    key: Buffer.from(key, "base64")
  }
}

/** Whether a hash was made with other parameters than are usual now. */
export const isOutdated = (hash: string): boolean =>
  !hash.startsWith(written(usual, new Uint8Array(), new Uint8Array()).slice(0, -1))

/** Parts of a person's name and address that no password may hold: words of four letters and more. */
const ownWords = (own: ReadonlyArray<string>): ReadonlyArray<string> =>
  own
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((text) => text.normalize("NFKC").toLowerCase())
    .filter((text) => Array.from(text).length >= 4)

/** Below: fewer than 10^8 guesses; see the scale of zxcvbn. */
const leastScore = 3

export class Passwords extends Context.Service<
  Passwords,
  {
    /** Null when it can be taken; `own` are the person's name and address. */
    readonly objection: (password: string, own: ReadonlyArray<string>) => Effect.Effect<Objection | null>
    readonly hash: (password: string) => Effect.Effect<string, TooBusy>
    /** Takes as long for null, where there is no password, as for any other; then it is false. */
    readonly verify: (password: string, hash: string | null) => Effect.Effect<boolean, TooBusy>
  }
>()("tributary/accounts/Passwords") {
  static readonly layer = Layer.effect(
    Passwords,
    Effect.gen(function* () {
      const semaphore = yield* Semaphore.make(atOnce)
      const bounded = <A>(effect: Effect.Effect<A>) =>
        semaphore
          .withPermits(1)(effect)
          .pipe(
            Effect.timeoutOrElse({
              duration: waitingLimit,
              orElse: () =>
                new TooBusy({ message: "Too many people sign in at this moment: try again in a minute." })
            })
          )
      const estimator = yield* Effect.cached(
        Effect.promise(async () => {
          const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
            import("@zxcvbn-ts/core"),
            import("@zxcvbn-ts/language-common")
          ])
          // Its time grows faster than the length; what begins with 64 hard characters is hard.
          return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64 })
        })
      )
      const none = { cost: usual, salt: randomBytes(16), key: randomBytes(hashLength) }

      const objection = Effect.fn("Passwords.objection")(function* (
        password: string,
        own: ReadonlyArray<string>
      ) {
        const length = Array.from(password).length
        if (length < shortestPassword) return "short"
        if (length > longestPassword) return "long"
        const lower = password.normalize("NFKC").toLowerCase()
        if (ownWords(own).some((word) => lower.includes(word))) return "name"
        const { score } = (yield* estimator).check(password, [...own, "tributary", "igf", "secretariat"])
        return score < leastScore ? "common" : null
      })

      const hash = Effect.fn("Passwords.hash")((password: string) =>
        bounded(
          Effect.gen(function* () {
            const salt = yield* Effect.sync(() => randomBytes(16))
            return written(usual, salt, yield* derive(password, salt, usual))
          })
        )
      )

      const verify = Effect.fn("Passwords.verify")((password: string, hash: string | null) =>
        bounded(
          Effect.gen(function* () {
            const known = (hash === null ? null : read(hash)) ?? none
            // Whoever types more than any password holds learns nothing from the time either.
            const key = yield* derive(password.slice(0, 4 * longestPassword), known.salt, known.cost)
            return timingSafeEqual(key, known.key) && known !== none && password.length <= 4 * longestPassword
          })
        )
      )

      return Passwords.of({ objection, hash, verify })
    })
  )
}
