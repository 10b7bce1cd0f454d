import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { UnGroup, countryCodes, unGroupOf } from "../../../src/domain/index.ts"
import { VisitConfig, Visitor } from "../../../src/ingest/visit/index.ts"
import { initiativeIdOf, Looks } from "../../../src/jobs/registering/index.ts"
import { letters, written } from "../../../src/jobs/registering/letters/index.ts"
import { Normalizer } from "../../../src/normalize/normalizer.ts"

/** Sites that never answer. */
const silence = Layer.succeed(Visitor, { visit: () => Effect.never, robots: () => Effect.never })

const looks = Looks.layerNoDeps.pipe(
  Layer.provide(Layer.mergeAll(silence, VisitConfig.layerWith({}), Normalizer.layer))
)

/** The id that a new youth initiative of this name gets. */
const idOf = (name: string, country: string | null = "IN") =>
  initiativeIdOf(
    { name, type: "youth", country, unGroups: ["Asia-Pacific Group"], languages: [] },
    new Set(["youth-igf", "in-youth-igf"])
  )

/** Names of the values in a letter, in order. */
const names = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted((a, b) => a.localeCompare(b))

describe("A look at an address", () => {
  it.effect(
    "is one of four at a time: whoever comes then is told to come back, and none lasts for ever",
    () =>
      Effect.gen(function* () {
        const { look } = yield* Looks
        const under = yield* Effect.forEach([1, 2, 3, 4], (number) =>
          Effect.forkChild(Effect.result(look(`http://site-${number}.example/`, null)))
        )
        yield* TestClock.adjust("10 millis")
        const fifth = yield* Effect.forkChild(Effect.flip(look("http://site-5.example/", null)))
        yield* TestClock.adjust("4 seconds")
        assert.strictEqual((yield* Fiber.join(fifth)).reason, "busy")
        yield* TestClock.adjust("15 seconds")
        for (const fiber of under) {
          const ended = yield* Fiber.join(fiber)
          const said = ended._tag === "Success" ? ended.success.outcome : ended.failure.reason
          assert.strictEqual(said, "too-slow")
        }
        const next = yield* Effect.forkChild(Effect.result(look("http://site-6.example/", null)))
        yield* TestClock.adjust("16 seconds")
        const last = yield* Fiber.join(next)
        assert.isFalse(last._tag === "Failure" && last.failure.reason === "busy")
      }).pipe(Effect.provide(looks))
  )
})

describe("What a registration is made of", () => {
  it("tells the UN group of every member state, and of no territory", () => {
    assert.strictEqual(unGroupOf("KE"), "African Group")
    assert.isNull(unGroupOf("HK"))
    const counted = UnGroup.literals.map(
      (group) => countryCodes.filter((code) => unGroupOf(code) === group).length
    )
    assert.deepEqual(counted, [54, 54, 23, 33, 29])
    assert.lengthOf(new Set(countryCodes), countryCodes.length)
  })

  it("gives a new initiative an id of its name, or of its country and type, that nobody has", () => {
    assert.strictEqual(idOf("Forum for Çağ"), "forum-for-cag")
    assert.strictEqual(idOf("Youth IGF"), "youth-igf-2")
    assert.strictEqual(idOf("युवा इंटरनेट शासन मंच"), "in-youth-igf-2")
    assert.strictEqual(idOf("云海", null), "igf-youth-igf")
  })

  it("is told in seven languages by letters with the same values in them", () => {
    for (const [lang, own] of Object.entries(letters)) {
      for (const key of ["confirmText", "receivedText", "approvedText", "refusedText"] as const) {
        assert.deepEqual(names(own[key]), names(letters.en[key]), `${lang} ${key}`)
        assert.match(own[key], /^\{(?:link|reason)\}$/m, `${lang} ${key}`)
      }
    }
    assert.strictEqual(written("{a} {b}", { a: "{b}" }), "{b} ")
  })
})
