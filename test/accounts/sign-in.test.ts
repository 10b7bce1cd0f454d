/** Signing in: passwords, second factor, waits, sessions, and what people are told of it. */
import { rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Clock, ConfigProvider, Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { afterAttempt, accountLimit, networkOf } from "../../src/accounts/guessing.ts"
import {
  codeAt,
  disableAccount,
  disableSecondFactor,
  enableSecondFactor,
  FactorRule,
  type From,
  keyFileName,
  makeToken,
  newTotpSecret,
  openSessions,
  type Outcome,
  Passwords,
  readKnown,
  readNewFactor,
  SecretKeys,
  setPassword,
  signInByCode,
  signInByNewFactor,
  signInByNewPassword,
  signInByPassword,
  signInWithoutFactor
} from "../../src/accounts/index.ts"
import { stepOf } from "../../src/accounts/second-factor.ts"
import { type Attempted, Outbox, People } from "../../src/store/index.ts"
import { beforeTestsOf, engines } from "../store/engines.ts"
import { accountsOn, DataFolder, goodPassword, here, person } from "./accounts-store.ts"

const by = { id: null, name: "command line" }

const signIn = (address: string, password = goodPassword, from: From = here) =>
  signInByPassword({ address, password, from, former: "", data: null })

const secretOf = (outcome: Outcome): string => ("secret" in outcome ? outcome.secret : "")

describe.each(engines)("Signing in in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("gives a session of a new secret, of which the store holds the hash alone", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const outcome = yield* signIn(" Amina.Odhiambo@IGF.example ")
      assert.strictEqual(outcome._tag, "SignedIn")
      const secret = secretOf(outcome)
      const known = yield* readKnown(secret, "signed-in")
      assert.strictEqual(Option.getOrThrow(known).account.id, amina.id)
      const [session] = yield* openSessions(amina.id)
      assert.notInclude(JSON.stringify(session), secret)
      assert.isTrue(Option.isNone(yield* readKnown(secret, "second-factor")))
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("answers an unknown address, a wrong password and a disabled account alike", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      yield* person("Root", "admin")
      assert.deepStrictEqual(yield* signIn("nobody@igf.example"), { _tag: "Refused" })
      assert.deepStrictEqual(yield* signIn(amina.address, "not the password"), { _tag: "Refused" })
      yield* disableAccount(amina.id, by)
      assert.deepStrictEqual(yield* signIn(amina.address), { _tag: "Refused" })
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("ends the session that the browser brought, and never takes its secret over", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const first = secretOf(yield* signIn(amina.address))
      const second = secretOf(
        yield* signInByPassword({
          address: amina.address,
          password: goodPassword,
          from: here,
          former: first,
          data: null
        })
      )
      assert.notStrictEqual(second, first)
      assert.isTrue(Option.isNone(yield* readKnown(first, "signed-in")))
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("makes whoever guesses wait, the right password too, for known and unknown addresses alike", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      for (const address of [amina.address, "nobody@igf.example"]) {
        for (let guess = 0; guess < 5; guess++) {
          assert.strictEqual((yield* signIn(address, "wrong wrong wrong"))._tag, "Refused")
        }
        assert.deepStrictEqual(yield* signIn(address), { _tag: "Wait", seconds: 30 })
      }
      yield* TestClock.adjust("31 seconds")
      assert.strictEqual((yield* signIn(amina.address))._tag, "SignedIn")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("lets only as many guesses through at once as one after another", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const outcomes = yield* Effect.all(
        Array.from({ length: 12 }, () => signIn(amina.address, "wrong wrong wrong")),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(outcomes.filter(({ _tag }) => _tag === "Refused").length, 5)
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("makes a network that tries many addresses wait", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      for (let guess = 0; guess < 30; guess++) yield* signIn(`n${guess}@igf.example`, "wrong wrong wrong")
      assert.strictEqual((yield* signIn(amina.address))._tag, "Wait")
      const elsewhere = { address: "198.51.100.9", agent: "" }
      assert.strictEqual((yield* signIn(amina.address, goodPassword, elsewhere))._tag, "SignedIn")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("asks for a password of one's own where somebody else has set it", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo", "editor", true)
      const outcome = yield* signIn(amina.address)
      assert.strictEqual(outcome._tag, "NewPassword")
      const secret = secretOf(outcome)
      assert.isTrue(Option.isNone(yield* readKnown(secret, "signed-in")))
      const same = yield* Effect.flip(signInByNewPassword({ secret, password: goodPassword, from: here }))
      assert.strictEqual(same._tag === "AccountRefused" ? same.reason : "", "password-same")
      const own = "a lantern for the ferry men"
      assert.strictEqual((yield* signInByNewPassword({ secret, password: own, from: here }))._tag, "SignedIn")
      assert.strictEqual((yield* signIn(amina.address))._tag, "Refused")
      assert.strictEqual((yield* signIn(amina.address, own))._tag, "SignedIn")
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})

describe.each(engines)("A second factor in $name", (engine) => {
  beforeTestsOf(engine)
  const withFactor = Effect.gen(function* () {
    const amina = yield* person("Amina Odhiambo")
    const secret = yield* newTotpSecret
    const at = yield* Clock.currentTimeMillis
    const codes = yield* enableSecondFactor(amina, secret, codeAt(secret, at))
    yield* TestClock.adjust("2 minutes")
    return { amina, secret, codes }
  })

  it.effect("is asked for after the password, and gives another secret", () =>
    Effect.gen(function* () {
      const { amina, secret } = yield* withFactor
      const first = yield* signIn(amina.address)
      assert.strictEqual(first._tag, "SecondFactor")
      assert.isTrue(Option.isNone(yield* readKnown(secretOf(first), "signed-in")))
      const code = codeAt(secret, yield* Clock.currentTimeMillis)
      const second = yield* signInByCode({ secret: secretOf(first), code, from: here })
      assert.strictEqual(second._tag, "SignedIn")
      assert.isTrue(Option.isNone(yield* readKnown(secretOf(first), "second-factor")))
      // RFC 6238, section 5.2: a code is taken once.
      const again = yield* signIn(amina.address)
      assert.strictEqual((yield* signInByCode({ secret: secretOf(again), code, from: here }))._tag, "Refused")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("takes each recovery code once, however it is typed", () =>
    Effect.gen(function* () {
      const { amina, codes } = yield* withFactor
      const code = ` ${(codes[0] ?? "").toUpperCase()} `
      const first = secretOf(yield* signIn(amina.address))
      assert.strictEqual((yield* signInByCode({ secret: first, code, from: here }))._tag, "SignedIn")
      const second = secretOf(yield* signIn(amina.address))
      assert.strictEqual((yield* signInByCode({ secret: second, code, from: here }))._tag, "Refused")
      assert.strictEqual(yield* (yield* People).countRecovery(amina.id), 9)
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("cannot be guessed: after five wrong codes there is a wait, with a new password step too", () =>
    Effect.gen(function* () {
      const { amina } = yield* withFactor
      for (let guess = 0; guess < 5; guess++) {
        const secret = secretOf(yield* signIn(amina.address))
        assert.strictEqual((yield* signInByCode({ secret, code: "abc", from: here }))._tag, "Refused")
      }
      const secret = secretOf(yield* signIn(amina.address))
      assert.strictEqual((yield* signInByCode({ secret, code: "abc", from: here }))._tag, "Wait")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("stands sealed in the store, for its person alone, and in no readable form beside it", () =>
    Effect.gen(function* () {
      const { amina, secret } = yield* withFactor
      const people = yield* People
      const stored = Option.getOrThrow(yield* people.get(amina.id)).totpSecret ?? ""
      assert.match(stored, /^sealed:1:[0-9a-f]{8}:[\w-]{50,}$/)
      assert.notInclude(stored, secret)
      const file = join(yield* DataFolder, keyFileName)
      assert.strictEqual(statSync(file).mode & 0o777, 0o600)
      const keys = yield* SecretKeys
      assert.strictEqual(yield* keys.open(stored, amina.id), secret)
      const root = yield* person("Root", "admin")
      assert.strictEqual((yield* Effect.flip(keys.open(stored, root.id)))._tag, "KeyUnavailable")
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("of an older version is sealed at the next start, and anew with a new key", () =>
    Effect.gen(function* () {
      const { amina, secret } = yield* withFactor
      const people = yield* People
      const keys = yield* SecretKeys
      yield* people.change(amina.id, { totpSecret: secret })
      assert.deepStrictEqual(
        (yield* keys.state).readable.map(({ id }) => id),
        [amina.id]
      )
      assert.strictEqual(yield* keys.sealAll, 1)
      const before = (yield* keys.state).inUse
      const first = Option.getOrThrow(yield* people.get(amina.id)).totpSecret ?? ""
      yield* keys.renew
      const after = yield* keys.state
      assert.notStrictEqual(after.inUse, before)
      assert.strictEqual(after.sealed.length, 1)
      const second = Option.getOrThrow(yield* people.get(amina.id)).totpSecret ?? ""
      // What an older backup holds can be opened still.
      for (const sealed of [first, second]) assert.strictEqual(yield* keys.open(sealed, amina.id), secret)
      assert.strictEqual(yield* keys.sealAll, 0)
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("whose key is gone lets recovery codes in alone, and no other key takes its place unasked", () =>
    Effect.gen(function* () {
      const { amina, codes, secret } = yield* withFactor
      const keys = yield* SecretKeys
      rmSync(join(yield* DataFolder, keyFileName))
      assert.strictEqual((yield* keys.state).lost.length, 1)
      const first = secretOf(yield* signIn(amina.address))
      const code = codeAt(secret, yield* Clock.currentTimeMillis)
      assert.strictEqual((yield* signInByCode({ secret: first, code, from: here }))._tag, "Unreadable")
      const again = { secret: first, code: codes[0] ?? "", from: here }
      assert.strictEqual((yield* signInByCode(again))._tag, "SignedIn")
      const refused = yield* Effect.flip(keys.seal(secret, amina.id))
      assert.match(refused.message, /put it back/)
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("that a role needs is set up at the sign-in, and can be put off for a week", () =>
    Effect.gen(function* () {
      const root = yield* person("Root", "admin")
      const amina = yield* person("Amina Odhiambo")
      assert.strictEqual((yield* signIn(amina.address))._tag, "SignedIn")
      const first = yield* signIn(root.address)
      assert.strictEqual(first._tag, "NewFactor")
      assert.isTrue(Option.isNone(yield* readKnown(secretOf(first), "signed-in")))
      const later = yield* signInWithoutFactor({ secret: secretOf(first), from: here })
      assert.strictEqual(later._tag, "SignedIn")
      yield* TestClock.adjust("7 days")
      const secret = secretOf(yield* signIn(root.address))
      const asked = Option.getOrThrow(yield* readNewFactor(secret))
      assert.isNull(asked.canWaitUntil)
      assert.strictEqual((yield* signInWithoutFactor({ secret, from: here }))._tag, "Refused")
      const wrong = yield* Effect.flip(signInByNewFactor({ secret, code: "000000", from: here }))
      assert.strictEqual(wrong._tag, "AccountRefused")
      const code = codeAt(asked.totpSecret, yield* Clock.currentTimeMillis)
      const { codes, outcome } = yield* signInByNewFactor({ secret, code, from: here })
      assert.strictEqual(outcome._tag, "SignedIn")
      assert.strictEqual(codes.length, 10)
      assert.strictEqual((yield* signIn(root.address))._tag, "SecondFactor")
      // Whoever needs it cannot do without; somebody else may take it away, and it is asked for anew.
      const own = yield* Effect.flip(disableSecondFactor(root.id, root))
      assert.strictEqual(own._tag === "AccountRefused" ? own.reason : "", "factor-needed")
      yield* disableSecondFactor(root.id, by)
      assert.strictEqual((yield* signIn(root.address))._tag, "NewFactor")
    }).pipe(Effect.provide(accountsOn(engine, { rule: "admins" })))
  )

  it("agrees with the values of RFC 6238, appendix B", () => {
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for (const [at, code] of [
      [59, "287082"],
      [1111111109, "081804"],
      [2000000000, "279037"]
    ] as const) {
      assert.strictEqual(codeAt(secret, at * 1000), code)
      assert.strictEqual(stepOf(secret, code, at * 1000), Math.floor(at / 30))
      assert.strictEqual(stepOf(secret, code, (at + 90) * 1000), null)
    }
  })
})

/** The roles that need a second factor. */
const asked = (address: string, setting?: string) =>
  Effect.map(FactorRule, ({ asks }) => (["reader", "admin"] as const).filter((role) => asks({ role }))).pipe(
    Effect.provide(FactorRule.layer(new URL(address))),
    Effect.provideService(
      ConfigProvider.ConfigProvider,
      ConfigProvider.fromUnknown(setting === undefined ? {} : { TRIBUTARY_SECOND_FACTOR: setting })
    )
  )

describe("A second factor", () => {
  it.effect(
    "is asked of administrators where the portal is reached by https, unless it is set otherwise",
    () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* asked("http://127.0.0.1:8080/"), [])
        assert.deepStrictEqual(yield* asked("https://tributary.example/"), ["admin"])
        assert.deepStrictEqual(yield* asked("https://tributary.example/", "nobody"), [])
        assert.deepStrictEqual(yield* asked("http://127.0.0.1:8080/", "everybody"), ["reader", "admin"])
        const wrong = yield* Effect.flip(asked("https://tributary.example/", "all"))
        assert.include(wrong.message, "TRIBUTARY_SECOND_FACTOR")
      })
  )
})

const isOpen = (secret: string) => Effect.map(readKnown(secret, "signed-in"), Option.isSome)

describe.each(engines)("A session in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("is over half an hour after its last use and twelve hours after its beginning", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const idle = secretOf(yield* signIn(amina.address))
      const used = secretOf(yield* signIn(amina.address))
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        assert.isTrue(yield* isOpen(used), `${minutes} minutes`)
        yield* TestClock.adjust("20 minutes")
      }
      assert.isFalse(yield* isOpen(used))
      assert.isFalse(yield* isOpen(idle))
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("is read from no text that is none of ours", () =>
    Effect.gen(function* () {
      for (const text of ["", "x", "' OR 1=1 --", "a".repeat(43), "a".repeat(100_000)]) {
        assert.isTrue(Option.isNone(yield* readKnown(text, "signed-in")))
      }
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})

const passwords = <A, E>(use: (service: Passwords["Service"]) => Effect.Effect<A, E>) =>
  Effect.flatMap(Passwords, use).pipe(Effect.provide(Layer.fresh(Passwords.layer)))

describe("A password", () => {
  it.effect("is refused when it is short, long, common, or holds the person's name", () =>
    passwords((service) =>
      Effect.gen(function* () {
        const own = ["Amina Odhiambo", "amina@igf.example"]
        for (const [password, objection] of [
          ["elevenchars", "short"],
          ["x".repeat(129), "long"],
          ["password1234", "common"],
          ["passwordpassword", "common"],
          ["qwertyuiop[]", "common"],
          ["river of ODHIAMBO stones", "name"],
          [goodPassword, null],
          ["湖畔の静かな図書館と古い地図", null],
          ["👩‍🚀 keeps seven green umbrellas", null]
        ] as const) {
          assert.strictEqual(yield* service.objection(password, own), objection, password)
        }
      })
    )
  )

  it.effect("is kept as a salted Argon2id hash, and known again however its accents were typed", () =>
    passwords((service) =>
      Effect.gen(function* () {
        const composed = "r\u00e9sum\u00e9 of the caf\u00e9"
        const hash = yield* service.hash(composed)
        assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
        assert.notStrictEqual(yield* service.hash(composed), hash)
        assert.isTrue(yield* service.verify(composed.normalize("NFD"), hash))
        assert.isFalse(yield* service.verify(`${composed} `, hash))
        assert.isFalse(yield* service.verify(composed, null))
        assert.isFalse(yield* service.verify(composed, "$argon2id$broken"))
      })
    )
  )
})

const told = Effect.gen(function* () {
  const messages = yield* (yield* Outbox).list()
  return messages.map(({ payload, recipient }) => `${recipient} ${/"text":"([^\\]*)/.exec(payload)?.[1]}`)
})

describe.each(engines)("A person in $name", (engine) => {
  beforeTestsOf(engine)
  it.effect("is told by mail of what was changed in how they sign in, and by whom, in their language", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const root = yield* person("Root", "admin")
      yield* signIn(amina.address, goodPassword, { ...here, language: "fr" })
      assert.deepStrictEqual(yield* told, [])
      yield* setPassword(amina.id, "seven ferries, one green lantern", { temporary: true }, root)
      assert.deepStrictEqual(yield* told, [
        `${amina.address} Quelqu’un d’autre vous a attribué un mot de passe provisoire.`
      ])
      const [message] = yield* (yield* Outbox).list()
      assert.include(message?.payload, "Par : Root")
      assert.notMatch(message?.payload ?? "", /ferries|https?:/)
    }).pipe(Effect.provide(accountsOn(engine)))
  )

  it.effect("is told when a recovery code was used, and when a code was shown twice", () =>
    Effect.gen(function* () {
      const amina = yield* person("Amina Odhiambo")
      const secret = yield* newTotpSecret
      const code = codeAt(secret, yield* Clock.currentTimeMillis)
      const [recovery = ""] = yield* enableSecondFactor(amina, secret, code)
      const first = secretOf(yield* signIn(amina.address))
      assert.strictEqual((yield* signInByCode({ secret: first, code, from: here }))._tag, "Refused")
      assert.strictEqual(
        (yield* signInByCode({ secret: first, code: recovery, from: here }))._tag,
        "SignedIn"
      )
      yield* makeToken(amina, { name: "x", scopes: ["read"], days: 5 })
      assert.sameMembers(
        [...(yield* told)].map((line) => line.slice(amina.address.length + 1)),
        [
          "A second factor was set up for your account.",
          "A code of your second factor was shown a second time, and was refused.",
          "Somebody signed in with one of your recovery codes. It is used up.",
          "A token for programs was made in your name."
        ]
      )
    }).pipe(Effect.provide(accountsOn(engine)))
  )
})

describe("Waits", () => {
  it("grow to a quarter of an hour and no further, and are never shortened by more attempts", () => {
    let known: Attempted | null = null
    let at = 0
    const waits: Array<number> = []
    for (let attempts = 0; attempts < 20; attempts++) {
      const after = afterAttempt(known, at, accountLimit)
      assert.isNotNull(after.next)
      known = after.next
      const until = Date.parse(known?.blockedUntil ?? "")
      waits.push((until - at) / 1000)
      if (until > at)
        assert.deepStrictEqual(afterAttempt(known, until - 1, accountLimit), { next: null, wait: 1 })
      at = until
    }
    assert.deepStrictEqual(waits.slice(0, 10), [0, 0, 0, 0, 30, 60, 120, 240, 480, 900])
    assert.strictEqual(Math.max(...waits), 900)
  })

  it("count a household's IPv6 addresses as one, and mapped IPv4 addresses as what they are", () => {
    assert.strictEqual(networkOf("2001:db8:1:2:3:4:5:6"), networkOf("2001:DB8:1:2::9"))
    assert.notStrictEqual(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:3::1"))
    assert.strictEqual(networkOf("::ffff:192.0.2.7"), "192.0.2.7")
    fc.assert(
      fc.property(fc.ipV6(), (address) => assert.strictEqual(networkOf(address).split(":").length, 4))
    )
  })
})
