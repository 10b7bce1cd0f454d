/** A store of its own with accounts, for a test. */
import { Context, Effect, Layer } from "effect"
import { addAccount, FactorRule, Notices, Passwords, SecretKeys } from "../../src/accounts/index.ts"
import type { OutboxMessage, Role } from "../../src/domain/index.ts"
import { Mail } from "../../src/mail/index.ts"
import { Store } from "../../src/store/index.ts"
import type { TestedEngine } from "../store/engines.ts"
import { temporaryDirectory } from "../store/example.ts"

/** A password that nothing speaks against. */
export const goodPassword = "tranquil river, stone lamp"

export const here = { address: "192.0.2.7", agent: "Test/1" }

export interface AccountsOptions {
  /** Who needs a second factor; nobody when not given. */
  readonly rule?: "admins" | "everybody" | "nobody"
}

/** Accounts over a new store of an engine, with a data folder of their own; mails wait in the outbox. */
export const accountsOn = ({ fresh }: TestedEngine, { rule = "nobody" }: AccountsOptions = {}) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const options = yield* fresh
      const directory = yield* temporaryDirectory
      const sent: Array<OutboxMessage> = []
      return Layer.mergeAll(
        Passwords.layer,
        Layer.provideMerge(Notices.layer, Mail.memory(sent)),
        SecretKeys.layer(directory),
        FactorRule.by(rule),
        Layer.succeed(DataFolder, directory)
      ).pipe(Layer.provideMerge(Store.layer(options)))
    })
  )

/** The data folder of `accountsOn`. */
export class DataFolder extends Context.Service<DataFolder, string>()("test/DataFolder") {}

/** Accounts over the store in a folder, which is the data folder too. */
export const accountsIn = (directory: string) =>
  Layer.mergeAll(
    Passwords.layer,
    Layer.provide(Notices.layer, Mail.memory([])),
    SecretKeys.layer(directory),
    FactorRule.by("nobody")
  ).pipe(Layer.provideMerge(Store.layer({ directory })))

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
