/** Accounts: who is added, changed and kept out, tokens, and the log of it. */
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { TestClock } from "effect/testing"
import {
  addAccount,
  changeRole,
  disableAccount,
  makeToken,
  readKnown,
  readToken,
  revokeToken,
  setPassword,
  signInByPassword,
  tokensOf
} from "../../src/accounts/index.ts"
import { Audit, Database } from "../../src/store/index.ts"
import { beforeTestsOf, engines } from "../store/engines.ts"
import { accountsOn, goodPassword, here, person } from "./accounts-store.ts"

const by = { id: null, name: "command line (secretary)" }

const open = (address: string) =>
  Effect.map(
    signInByPassword({ address, password: goodPassword, from: here, former: "", data: null }),
    (outcome) => ("secret" in outcome ? outcome.secret : "")
  )

describe.each(engines)("An account in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("is of one address, in whatever case it is written", () =>
    Effect.gen(function* () {
      yield* person("Amina Odhiambo")
      const twice = yield* Effect.flip(
        addAccount(
          {
            name: "Other",
            address: "AMINA.odhiambo@igf.example",
            role: "reader",
            password: null,
            temporary: false
          },
          by
        )
      )
      assert.include(twice.message, "has an account already")
      for (const address of ["", "amina", "a@b", "a b@igf.example", "a@igf.example\r\nBcc: x@igf.example"]) {
        const refused = yield* Effect.flip(
          addAccount({ name: "Other", address, role: "reader", password: null, temporary: false }, by)
        )
        assert.include(refused.message, "is no mail address", address)
      }
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("loses its sessions with its role, its password and its right to sign in", () =>
    Effect.gen(function* () {
      yield* person("Root", "admin")
      const amina = yield* person("Amina Odhiambo", "admin")
      const changes = [
        changeRole(amina.id, "reader", by),
        setPassword(amina.id, goodPassword, { temporary: false }, by),
        disableAccount(amina.id, by)
      ]
      for (const change of changes) {
        const secret = yield* open(amina.address)
        assert.isTrue(Option.isSome(yield* readKnown(secret, "signed-in")))
        yield* change
        assert.isTrue(Option.isNone(yield* readKnown(secret, "signed-in")))
      }
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("of the last administrator can be neither lowered nor disabled", () =>
    Effect.gen(function* () {
      const root = yield* person("Root", "admin")
      yield* person("Amina Odhiambo", "editor")
      for (const change of [changeRole(root.id, "editor", by), disableAccount(root.id, by)]) {
        assert.include((yield* Effect.flip(change)).message, "last administrator")
      }
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})

describe.each(engines)("A token in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("lets in whoever shows it, for its scopes and its time, and is not kept itself", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo", "editor")
      const { text, token } = yield* makeToken(amina, {
        name: "Report",
        scopes: ["read", "manage"],
        days: 30
      })
      assert.deepStrictEqual(token.scopes, ["read"])
      assert.notInclude(JSON.stringify(yield* tokensOf(amina.id)), text)
      const holder = Option.getOrThrow(yield* readToken(text))
      assert.strictEqual(holder.account.id, amina.id)
      const other = text.endsWith("A") ? "B" : "A"
      assert.isTrue(Option.isNone(yield* readToken(`${text.slice(0, -1)}${other}`)))
      yield* TestClock.adjust("31 days")
      assert.isTrue(Option.isNone(yield* readToken(text)))
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("may no more than its person, at any time", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo", "editor")
      const { text } = yield* makeToken(amina, { name: "Report", scopes: ["read", "publish"], days: 30 })
      yield* changeRole(amina.id, "reader", by)
      assert.deepStrictEqual(Option.getOrThrow(yield* readToken(text)).scopes, ["read"])
      yield* disableAccount(amina.id, by)
      assert.isTrue(Option.isNone(yield* readToken(text)))
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("is revoked by its own person alone", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const other = yield* person("Li Wei")
      const { text, token } = yield* makeToken(amina, { name: "Report", scopes: ["read"], days: 30 })
      assert.isFalse(yield* revokeToken(other, token.prefix))
      assert.isTrue(Option.isSome(yield* readToken(text)))
      assert.isTrue(yield* revokeToken(amina, token.prefix))
      assert.isTrue(Option.isNone(yield* readToken(text)))
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})

describe.each(engines)("The audit log in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("tells who changed what, from what to what, and no secret", () =>
    Effect.gen(function* () {
      yield* person("Root", "admin")
      const amina = yield* person("Amina Odhiambo", "reader")
      yield* changeRole(amina.id, "editor", by)
      yield* setPassword(amina.id, goodPassword, { temporary: true }, by)
      const entries = yield* (yield* Audit).list({ thing: `person:${amina.id}` })
      assert.deepStrictEqual(
        entries.map(({ action }) => action),
        ["account.reset-password", "account.role", "account.add"]
      )
      assert.deepStrictEqual(entries[1]?.before, { role: "reader" })
      assert.deepStrictEqual(entries[1]?.after, { role: "editor" })
      assert.strictEqual(entries[1]?.by, by.name)
      assert.notInclude(JSON.stringify(entries), "argon2")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("cannot be changed or emptied by any hand", () =>
    Effect.gen(function* () {
      yield* person("Amina Odhiambo")
      const { sql } = yield* Database
      const refusal = (statement: string) =>
        Effect.map(Effect.flip(sql.unsafe(statement)), (error) => inspect(error, { depth: 6 }))
      assert.match(yield* refusal(`UPDATE audit_log SET "by" = 'nobody'`), /never changed/)
      assert.match(yield* refusal("DELETE FROM audit_log"), /never removed/)
      // SQLite alone has a second word for it.
      if (engine.name === "SQLite") {
        const replace = `INSERT OR REPLACE INTO audit_log (id, "at", "by", "action", thing)
          SELECT id, "at", 'nobody', "action", thing FROM audit_log`
        assert.match(yield* refusal(replace), /never replaced/)
      }
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})
