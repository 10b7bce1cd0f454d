/** A store of its own with accounts, for a test. */
import { Effect, Layer } from "effect"
import { addAccount, Passwords } from "../../src/accounts/index.ts"
import type { Role } from "../../src/domain/index.ts"
import { Store } from "../../src/store/index.ts"
import type { TestedEngine } from "../store/engines.ts"
import { temporaryDirectory } from "../store/example.ts"

/** A password that nothing speaks against. */
export const goodPassword = "tranquil river, stone lamp"

export const here = { address: "192.0.2.7", agent: "Test/1" }

/** Accounts over a new store of an engine. */
export const accountsOn = ({ fresh }: TestedEngine) =>
  Layer.unwrap(Effect.map(fresh, (options) => Layer.merge(Passwords.layer, Store.layer(options))))

/** Accounts over a store in a folder of its own. */
export const accountsOverStore = Layer.unwrap(
  Effect.map(temporaryDirectory, (directory) => Layer.merge(Passwords.layer, Store.layer({ directory })))
)

/** Somebody with an account. */
export const person = (name: string, role: Role = "editor", temporary = false) =>
  addAccount(
    {
      name,
      address: `${name.toLowerCase().replace(/\W+/g, ".")}@igf.example`,
      role,
      password: goodPassword,
      temporary
    },
    { id: null, name: "command line" }
  )
