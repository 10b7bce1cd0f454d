import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { Output } from "../../../src/domain/index.ts"
import { finalsOfDrafts } from "../../../src/normalize/consolidate/drafts.ts"

const decode = Schema.decodeSync(Output)

let last = 0
const output = (title: string, change: Partial<typeof Output.Encoded> = {}): Output => {
  last++
  return decode({
    id: `o-${String(last).padStart(16, "0")}`,
    initiativeId: "eurovale-dialogue",
    sourceId: null,
    url: `https://wiki.evdig.example/wiki/${last}`,
    title,
    kind: "messages",
    kindReasons: [],
    inDoubt: false,
    language: "en",
    publishedAt: "2025-11-04",
    publishedFrom: "api",
    edition: "2025",
    eventStart: null,
    eventEnd: null,
    sameAs: null,
    supersededBy: null,
    firstSeenAt: "2026-01-20T06:00:00.000Z",
    ...change
  })
}

const draft = (title: string, change: Partial<typeof Output.Encoded> = {}): Output =>
  output(title, { kind: "draft", publishedAt: "2025-10-06", ...change })

/** Whether a draft is tied to a final. */
const isTied = (a: Output, b: Output): boolean => finalsOfDrafts([a, b]).get(a.id) === b.id

describe("A draft is tied to its final", () => {
  for (const [before, after] of [
    ["Synthesis document 2025 - Draft 1", "Synthesis document 2025"],
    ["Zero draft: Messages from Sankt Alban 2025", "Messages from Sankt Alban 2025 (final version)"],
    ["Borrador: Mensajes de Valdehondo 2025", "Mensajes de Valdehondo 2025"],
    ["Проект: Сообщения из Лугоборска 2025", "Сообщения из Лугоборска 2025"],
    ["云海共识（征求意见稿）", "云海共识"]
  ] as const) {
    it(`"${before}" to "${after}"`, () => assert.isTrue(isTied(draft(before), output(after))))
  }

  it("each of several drafts to the same one, whatever the order", () => {
    const all = [draft("Synthesis 2025 document draft 0"), draft("Synthesis 2025 document draft 1")]
    const final = output("Synthesis document 2025")
    const tied = finalsOfDrafts([...all, final])
    assert.deepStrictEqual([...tied.values()], [final.id, final.id])
    assert.deepStrictEqual(
      new Map(finalsOfDrafts([final, ...all.toReversed()])),
      new Map([...tied].toReversed())
    )
  })
})

describe("A draft is not tied", () => {
  const title = "Synthesis document 2025"
  it("to another initiative's output", () =>
    assert.isFalse(isTied(draft(`${title} draft 1`), output(title, { initiativeId: "norvia-igf" }))))
  it("to another edition", () =>
    assert.isFalse(
      isTied(draft("Synthesis document, draft 1"), output("Synthesis document", { edition: "2024" }))
    ))
  it("to what was published before it", () =>
    assert.isFalse(isTied(draft(`${title} draft 1`), output(title, { publishedAt: "2025-08-01" }))))
  it("to another text of the same meeting", () =>
    assert.isFalse(isTied(draft(`${title} draft 1`), output("Messages from Sankt Alban 2025"))))
  it("to news about it", () =>
    assert.isFalse(isTied(draft(`${title} draft 1`), output(title, { kind: "news" }))))
  it("by a title that says nothing", () => assert.isFalse(isTied(draft("Draft 1"), output("Final"))))
})
