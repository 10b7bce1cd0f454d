/** Pages of accounts: signing in and out, one's own account, and the people of the Secretariat. */
import { Effect, Layer } from "effect"
import { FactorRule, Notices, Passwords, SecretKeys } from "../../accounts/index.ts"
import { portalMail } from "../mail.ts"
import { PortalSettings } from "../settings.ts"
import { factors } from "./factor.ts"
import { people } from "./people.ts"
import { profile } from "./profile.ts"
import { signInAtProvider } from "./provider.ts"
import { signIn } from "./sign-in.ts"

/** Seals what an older version, or an older key, left in the store. What goes wrong is told by the doctor too. */
const sealing = Layer.effectDiscard(
  Effect.gen(function* () {
    const count = yield* (yield* SecretKeys).sealAll
    if (count > 0) yield* Effect.logInfo(`Second factors were sealed: ${count}`)
  }).pipe(Effect.catch(({ message }) => Effect.logError(`Second factors could not be sealed: ${message}`)))
)

/** What changing accounts needs, for the pages and for the interface for programs. */
export const accountServices = Layer.mergeAll(
  Passwords.layer,
  Layer.provide(Notices.layer, portalMail),
  Layer.unwrap(
    Effect.map(PortalSettings, ({ baseUrl, dataDirectory }) =>
      Layer.merge(FactorRule.layer(baseUrl), SecretKeys.layer(dataDirectory))
    )
  )
)

export const accounts = Layer.provide(
  Layer.mergeAll(signIn, signInAtProvider, profile, factors, people, sealing),
  accountServices
)
