import { assert, describe, it } from "@effect/vitest"
import type { Alarm } from "../../../src/domain/index.ts"
import { InitiativeId } from "../../../src/domain/index.ts"
import { changesOf, isNews } from "../../../src/jobs/telling/alarms.ts"
import { conditionsOf, nothingReached } from "../../../src/jobs/telling/conditions.ts"
import type { TellingFacts } from "../../../src/jobs/telling/facts.ts"
import { reportText } from "../../../src/jobs/telling/report.ts"
import { compose, weekOf } from "../../../src/jobs/telling/tell.ts"
import { at, facts, failing, source } from "./facts.ts"

/** The alarms that are open after some facts were told. */
const openAfter = (facts: TellingFacts, open: ReadonlyArray<Alarm> = []): ReadonlyArray<Alarm> => {
  const { begun, lasting, reminded } = compose("run", facts, open).changes
  return [...begun, ...lasting, ...reminded]
}

const keys = (alarms: ReadonlyArray<Alarm>) => alarms.map(({ key }) => key)

const arrivals = [
  { initiativeId: InitiativeId.make("norvia-igf"), initiative: "Norvia IGF", outputs: 3, counting: 1 },
  { initiativeId: InitiativeId.make("harrow-igf"), initiative: "Harrow Islands IGF", outputs: 1, counting: 1 }
]

describe("What is alarming", () => {
  for (const [expected, change] of [
    ["source:norvia-igf/feed:failing", {}],
    [null, { failures: 2 }],
    [null, { lastSuccessAt: at("22T23:00") }],
    [null, { verdict: "silent", failures: 0 }],
    [null, { verdict: "paused" }],
    ["source:norvia-igf/feed:layout-changed", { verdict: "layout changed", failures: 0 }],
    ["source:norvia-igf/feed:moved", { verdict: "moved", failures: 0 }],
    ["source:norvia-igf/feed:gone", { verdict: "gone" }],
    ["source:norvia-igf/feed:blocked-by-robots", { verdict: "blocked by robots" }]
  ] as const) {
    it(`is ${expected ?? "nothing"} for ${JSON.stringify(change)}`, () => {
      const found = conditionsOf(facts({ sources: [{ ...failing, ...change }] }))
      assert.deepStrictEqual(
        found.map(({ key }) => key),
        expected === null ? [] : [expected]
      )
    })
  }

  it("is this machine alone when a run reached nothing", () => {
    const sources = ["a-igf/feed", "b-igf/feed", "c-igf/feed"].map((id) => ({
      ...failing,
      id: source(id).id
    }))
    const offline = facts({ sources })
    assert.isTrue(nothingReached(offline))
    assert.deepStrictEqual(keys(openAfter(offline)), ["machine:offline"])
    // What was alarming before neither ends nor begins anew while nothing is known.
    const before = openAfter(facts({ sources: [failing] }))
    assert.sameMembers(keys(openAfter(offline, before)), [
      "machine:offline",
      "source:norvia-igf/feed:failing"
    ])
  })

  it("is a failing health check, and what could not be sent", () => {
    const found = conditionsOf(
      facts({
        givenUp: 2,
        checks: [
          { name: "disk", state: "failing", sentence: "The disk is full: make room" },
          { name: "import", state: "degraded", sentence: "No import has completed yet." }
        ]
      })
    )
    assert.deepStrictEqual(
      found.map(({ key, sentence }) => `${key}: ${sentence}`),
      [
        "health:disk: The disk is full: make room.",
        'outbox:given-up: 2 messages did not go out and were given up: "tributary mail list --given-up" names them and says why.'
      ]
    )
  })
})

describe("An alarm", () => {
  const bad = facts({ sources: [failing] })
  const good = facts({ sources: [source("norvia-igf/feed")] })

  it("is told when it begins, not again while it lasts, once more after a week, and when it ends", () => {
    const told: Array<string> = []
    let open: ReadonlyArray<Alarm> = []
    for (const [day, state] of [
      ["01", good],
      ["02", bad],
      ["03", bad],
      ["08", bad],
      ["09", bad],
      ["16", bad],
      ["23", bad],
      ["24", good],
      ["25", good],
      ["26", bad]
    ] as const) {
      const now = at(`${day}T08:00`)
      const changes = changesOf(open, conditionsOf({ ...state, at: at("23T06:05") }), now, false)
      if (isNews(changes)) {
        told.push(
          `${day}: ${changes.begun.length} begun, ${changes.reminded.length} old, ${changes.ended.length} ended`
        )
      }
      open = [...changes.begun, ...changes.reminded, ...changes.lasting]
    }
    assert.deepStrictEqual(told, [
      "02: 1 begun, 0 old, 0 ended",
      "09: 0 begun, 1 old, 0 ended",
      "24: 0 begun, 0 old, 1 ended",
      "26: 1 begun, 0 old, 0 ended"
    ])
  })
})

describe("What organisers handed in", () => {
  const waiting = (registrations: number, corrections = 0, uploads = 0) =>
    facts({ handedIn: { registrations, corrections, uploads } })

  it("is told once, not for each, and not when it has been answered", () => {
    const first = compose("run", waiting(1), [])
    assert.isTrue(first.isNews && first.report.needsAction)
    assert.strictEqual(
      reportText(first.report),
      `Tributary: organisers wait for an answer

Waits for a person
------------------
* Registrations: 1 registration waits for a decision: the portal's desk shows it, and "tributary registrations list" does.
`
    )
    const open = openAfter(waiting(1))
    assert.isFalse(compose("run", waiting(2), open).isNews)
    assert.isFalse(compose("run", waiting(0), open).isNews)
    // Another kind is told by itself, and what was told stays out of it.
    const other = compose("run", waiting(2, 3), open)
    assert.isTrue(other.isNews)
    assert.include(reportText(other.report), "Corrections: 3 requests ask for a correction")
    assert.notInclude(reportText(other.report), "Registrations: ")
  })

  it("stands in the report of the week as long as it waits, and is no trouble of a source", () => {
    const { report } = compose("week", waiting(2, 1, 1), openAfter(waiting(2, 1, 1)))
    const section = report.sections.find(({ heading }) => heading === "Waits for a person")
    assert.deepStrictEqual(
      section?.lines.map((line) => line.split(":")[0]),
      ["Corrections", "Registrations", "Files"]
    )
    assert.isUndefined(report.sections.find(({ heading }) => heading === "Needs a look"))
    assert.notMatch(report.subject, /a look/)
  })
})

describe("The report of a run", () => {
  it("says what needs a look, since when and what to do, and what came", () => {
    const mended = openAfter(facts({ sources: [source("old-igf/feed", { verdict: "moved" })] }))
    const { report } = compose("run", facts({ sources: [failing], arrivals }), mended)
    assert.isTrue(report.needsAction)
    assert.strictEqual(
      reportText(report),
      `Tributary: 1 thing needs a look

Needs a look
------------
* Norvia IGF (norvia-igf/feed): Last read on 12 November 2026; 5 visits in a row failed since. The server answered with an error of its own (503); the next import tries again.

Well again
----------
* Norvia IGF (old-igf/feed): well again (told on 23 November 2026).

What came
---------
* Harrow Islands IGF: 1 output, 1 of the kinds that count.
* Norvia IGF: 3 outputs, 1 of the kinds that count.
`
    )
  })

  it("is not told when nothing changed that a person must know", () => {
    assert.isFalse(compose("run", facts({ arrivals }), []).isNews)
    const open = openAfter(facts({ sources: [failing] }))
    assert.isFalse(compose("run", facts({ sources: [failing] }), open).isNews)
  })
})

describe("The report of a week", () => {
  it("says what came, what fails, who is silent and what waits for a person", () => {
    const week = facts({
      since: at("16T06:00"),
      arrivals,
      inDoubt: 4,
      sources: [
        failing,
        source("calm-igf/news", {
          initiative: "Calm Bay IGF",
          verdict: "silent",
          lastChangeAt: at("01T00:00")
        }),
        source("new-igf/feed", { verdict: "proposed" })
      ],
      checks: [{ name: "import", state: "degraded", sentence: "The last import ended 30 hours ago" }]
    })
    const { report } = compose("week", week, openAfter(facts({ sources: [failing] })))
    assert.strictEqual(
      reportText(report),
      `Tributary: the week to 23 November 2026, 4 new outputs and 1 thing needs a look

Needs a look
------------
* Norvia IGF (norvia-igf/feed), since 12 November 2026: Last read on 12 November 2026; 5 visits in a row failed since. The server answered with an error of its own (503); the next import tries again.

Waits for a person
------------------
* 1 source is proposed and not visited until somebody approves: "tributary registry list" names it.
* 4 outputs wait for a reviewer's eye: "tributary status" names them.
* The last import ended 30 hours ago.

What came since 16 November 2026
--------------------------------
* Harrow Islands IGF: 1 output, 1 of the kinds that count.
* Norvia IGF: 3 outputs, 1 of the kinds that count.

Silent for longer than usual
----------------------------
* Calm Bay IGF (calm-igf/news): nothing new since 1 November 2026; look whether it publishes elsewhere.

As a whole
----------
* 121 of 180 initiatives heard so far; 2 sources followed; 12,345 statements.
`
    )
  })

  it("is short when all is well, and is told all the same", () => {
    const { isNews, report } = compose("week", facts(), [])
    assert.isTrue(isNews)
    assert.isFalse(report.needsAction)
    assert.strictEqual(report.subject, "Tributary: the week to 23 November 2026, 0 new outputs")
  })

  it("names the first thirty of many, and counts the rest", () => {
    const sources = Array.from({ length: 40 }, (_, index) => ({
      ...failing,
      id: source(`n${index}/feed`).id
    }))
    const { report } = compose("week", facts({ sources, run: null }), [])
    const [first] = report.sections
    assert.lengthOf(first?.lines ?? [], 31)
    assert.match(first?.lines[30] ?? "", /^and 10 more/)
  })

  it("belongs to a week by ISO 8601", () => {
    assert.strictEqual(weekOf(at("23T06:00")), "2026-W48")
    assert.strictEqual(weekOf(at("22T06:00")), "2026-W47")
  })
})
