/** The rule by which the desk orders work. */
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { IsoDate, Timestamp } from "../../../src/domain/index.ts"
import { byUrgency, daysToDo, dueOf, kindsOfWork, type KindOfWork } from "../../../src/portal/desk/urgency.ts"

const on = (date: string): Timestamp => Timestamp.make(`${date}T09:00:00.000Z`)
const dayOne = IsoDate.make("2026-12-07")

const work = (kind: KindOfWork, date: string, count = 1) => ({ kind, count, oldest: on(date) })

describe("Work is due", () => {
  it("so many days after it began to wait as its kind allows", () => {
    assert.strictEqual(dueOf("registration", on("2026-11-20"), null), "2026-11-22")
    assert.strictEqual(dueOf("doubt", on("2026-11-20"), null), "2026-12-04")
    assert.strictEqual(dueOf("trouble", on("2026-11-20"), null), "2026-11-20")
  })

  it("before Day 1 of the next meeting where it changes its digest", () => {
    assert.strictEqual(dueOf("doubt", on("2026-12-01"), dayOne), "2026-12-06")
    assert.strictEqual(dueOf("label", on("2026-12-01"), dayOne), "2026-12-06")
    assert.strictEqual(dueOf("freeze", on("2026-12-01"), dayOne), "2026-12-06")
  })

  it("never where it is no fault", () => {
    assert.isNull(dueOf("silence", on("2026-01-01"), dayOne))
  })

  it("by its own days where it changes no digest, or came too late for this one", () => {
    assert.strictEqual(dueOf("trouble", on("2026-12-10"), dayOne), "2026-12-10")
    assert.strictEqual(dueOf("doubt", on("2026-12-07"), dayOne), "2026-12-21")
  })
})

describe("The desk", () => {
  it("names what is due first, first", () => {
    const ordered = byUrgency(
      [
        work("silence", "2026-10-01"),
        work("doubt", "2026-11-20"),
        work("registration", "2026-11-22"),
        work("source", "2026-11-10"),
        work("trouble", "2026-11-23"),
        work("correction", "2026-11-01", 0)
      ],
      dayOne
    )
    assert.deepStrictEqual(
      ordered.map(({ due, kind }) => [kind, due]),
      [
        ["source", "2026-11-17"],
        ["trouble", "2026-11-23"],
        ["registration", "2026-11-24"],
        ["doubt", "2026-12-04"],
        ["silence", null]
      ]
    )
  })

  it("orders kinds of the same day by the list of kinds, whatever order they come in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...kindsOfWork]), (kinds) => {
        const same = kinds.map((kind) => ({
          kind,
          count: 1,
          oldest: Timestamp.make(
            new Date(Date.UTC(2026, 10, 30) - (daysToDo[kind] ?? 0) * 86_400_000).toISOString()
          )
        }))
        const ordered = byUrgency(same, null).map(({ kind }) => kind)
        assert.deepStrictEqual(
          ordered,
          kindsOfWork
            .filter((kind) => kinds.includes(kind) && daysToDo[kind] !== null)
            .concat(kindsOfWork.filter((kind) => kinds.includes(kind) && daysToDo[kind] === null))
        )
      })
    )
  })
})
