/**
 * Who has to have a second factor (OWASP ASVS 4.0.3, 4.3.1): administrators, where the portal is reached by https,
 * unless TRIBUTARY_SECOND_FACTOR says otherwise. It is asked for at the sign-in, where it can be put off for a
 * week from the first time on; nobody is ever locked out, since it is set up in the same place.
 *
 * Whoever signs in at the identity provider shows their second factor there.
 */
import { Config, Context, Effect, Layer, Option, Schema } from "effect"
import type { Account } from "../domain/index.ts"

/** Milliseconds for which it can be put off. */
export const factorGrace = 7 * 24 * 60 * 60_000

/** TRIBUTARY_SECOND_FACTOR cannot be used. */
export class FactorRuleError extends Schema.TaggedError<FactorRuleError>()("FactorRuleError", {
  message: Schema.String
}) {}

const choices = ["admins", "everybody", "nobody"] as const
type Choice = (typeof choices)[number]

/** What the setting says; null where it is left to the portal's address. */
export const readFactorChoice = Effect.gen(function* () {
  const text = (yield* Config.option(Config.String("TRIBUTARY_SECOND_FACTOR"))).pipe(
    Option.map((own) => own.trim()),
    Option.filter((own) => own !== "")
  )
  if (Option.isNone(text)) return null
  const choice = choices.find((one) => one === text.value)
  return (
    choice ??
    (yield* new FactorRuleError({
      message: `TRIBUTARY_SECOND_FACTOR cannot be used: write one of ${choices.join(", ")}.`
    }))
  )
})

const ruleOf = (choice: Choice): FactorRule["Service"] => ({
  asks: ({ role }) => choice === "everybody" || (choice === "admins" && role === "admin")
})

export class FactorRule extends Context.Service<
  FactorRule,
  {
    /** Whether a person must have a second factor. */
    readonly asks: (account: Pick<Account, "role">) => boolean
  }
>()("tributary/accounts/FactorRule") {
  /** @param baseUrl the address under which readers reach the portal */
  static layer(baseUrl: URL) {
    return Layer.effect(
      FactorRule,
      Effect.map(readFactorChoice, (choice) =>
        ruleOf(choice ?? (baseUrl.protocol === "https:" ? "admins" : "nobody"))
      )
    )
  }

  /** The same where the choice is known. */
  static readonly by = (choice: Choice) => Layer.succeed(FactorRule, ruleOf(choice))
}
