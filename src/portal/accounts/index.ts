/** Pages of accounts: signing in and out, one's own account, and the people of the Secretariat. */
import { Layer } from "effect"
import { Passwords } from "../../accounts/index.ts"
import { people } from "./people.ts"
import { profile } from "./profile.ts"
import { signInAtProvider } from "./provider.ts"
import { signIn } from "./sign-in.ts"

export const accounts = Layer.provide(
  Layer.mergeAll(signIn, signInAtProvider, profile, people),
  Passwords.layer
)
