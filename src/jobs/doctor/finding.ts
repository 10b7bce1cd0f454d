/** What the doctor finds: one line a check, and what to do where something is not well. */
import { Effect } from "effect"

export interface Finding {
  /** What was looked at, in a word or two. */
  readonly name: string
  readonly state: "ok" | "warn" | "fail"
  /** What was found. */
  readonly sentence: string
  /** What to do; null where all is well. */
  readonly remedy: string | null
}

export const well = (name: string, sentence: string): Finding => ({
  name,
  state: "ok",
  sentence,
  remedy: null
})

/** Works, but a person should know. */
export const doubtful = (name: string, sentence: string, remedy: string): Finding => ({
  name,
  state: "warn",
  sentence,
  remedy
})

/** Does not work, or will not for long. */
export const ill = (name: string, sentence: string, remedy: string): Finding => ({
  name,
  state: "fail",
  sentence,
  remedy
})

/** Any failure of a check is a finding; its message names the remedy. */
export const orIll = <R>(
  name: string,
  check: Effect.Effect<Finding, { readonly message: string }, R>
): Effect.Effect<Finding, never, R> =>
  check.pipe(
    Effect.catch(({ message }) => {
      const [what = message, ...how] = message.split(/: (?=[a-z])/)
      return Effect.succeed(ill(name, how.length === 0 ? message : `${what}.`, how.join(": ")))
    })
  )
