import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"
import { countingKinds, DocumentKind } from "../../../src/domain/index.ts"
import { decideDocumentKind } from "../../../src/normalize/document-kind/decide.ts"
import { fixtureDocuments } from "../fixture-documents.ts"

const Labelled = Schema.fromJsonString(
  Schema.Struct({
    id: Schema.String,
    title: Schema.String,
    text: Schema.String,
    url: Schema.String,
    lang: Schema.String,
    documentKind: DocumentKind,
    set: Schema.Literals(["tuning", "test"])
  })
)

const corpus = readFileSync(join(import.meta.dirname, "../../../corpus/documents.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => Schema.decodeUnknownSync(Labelled)(line))

const f1 = (right: number, wrong: number, missed: number): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed)

const testHalf = corpus.filter((row) => row.set === "test")

const measured = (rows: typeof corpus): { readonly counts: number; readonly macro: number } => {
  const answers = rows.map((row) => ({ gold: row.documentKind, given: decideDocumentKind(row) }))
  const tally = (gold: (kind: DocumentKind) => boolean) => {
    const right = answers.filter((row) => gold(row.gold) && gold(row.given.documentKind)).length
    return f1(
      right,
      answers.filter((row) => gold(row.given.documentKind)).length - right,
      answers.filter((row) => gold(row.gold)).length - right
    )
  }
  const kinds = [...new Set(answers.map((row) => row.gold))]
  return {
    counts: tally((kind) => countingKinds.includes(kind)),
    macro: kinds.reduce((sum, kind) => sum + tally((other) => other === kind), 0) / kinds.length
  }
}

describe("decideDocumentKind", () => {
  it("reaches F1 0.9 of what counts and macro F1 0.7 of the kinds on the first list's test half", () => {
    const { counts, macro } = measured(testHalf.filter(({ id }) => /^d\d{3}$/u.test(id)))
    assert.isAtLeast(counts, 0.9)
    assert.isAtLeast(macro, 0.7)
  })
  // With the second writer's documents the goal of 0.9 for what counts is not reached: a floor, not the goal.
  it("stays above F1 0.88 of what counts and macro F1 0.85 on the test halves of both lists together", () => {
    const { counts, macro } = measured(testHalf)
    assert.isAtLeast(counts, 0.88)
    assert.isAtLeast(macro, 0.85)
  })
  it("agrees with the fixtures on what counts, and on the kind in at least four of five", () => {
    const answers = fixtureDocuments().map((document) => ({
      document,
      decision: decideDocumentKind(document)
    }))
    const wrongly = answers.filter(
      ({ document, decision }) => decision.counts && !countingKinds.includes(document.kind)
    )
    const right = answers.filter(({ document, decision }) => decision.documentKind === document.kind)
    assert.deepStrictEqual(
      wrongly.map(({ document }) => document.id),
      []
    )
    assert.isAtLeast(right.length, answers.length * 0.8)
  })
  it("takes a draft of messages for a draft, and a draft programme for no output", () => {
    const draft = decideDocumentKind({
      title: "Draft messages from Tarn, open for comment",
      text: "Comments are welcome until Friday."
    })
    assert.strictEqual(draft.documentKind, "draft")
    const programme = decideDocumentKind({
      title: "Draft programme",
      text: "09:00 Registration and coffee\n09:30 Opening\n12:00 Lunch break"
    })
    assert.strictEqual(programme.documentKind, "not-an-output")
  })
  it("takes a piece about published messages for news, not for the messages", () => {
    const decision = decideDocumentKind({ title: "Messages of the forum now online", text: "" })
    assert.strictEqual(decision.documentKind, "news")
  })
  it("leaves to a reviewer what nothing speaks for", () => {
    const decision = decideDocumentKind({ title: "Hello", text: "" })
    assert.strictEqual(decision.documentKind, "not-an-output")
    assert.isTrue(decision.inDoubt)
    assert.isNotEmpty(decision.reasons)
  })
  it("does not take the initiative's own name for the global forum", () => {
    const decision = decideDocumentKind({
      title: "Messages of the IGF Global Youth Circle",
      text: "The messages below were read in the closing plenary.",
      initiativeName: "IGF Global Youth Circle"
    })
    assert.strictEqual(decision.documentKind, "messages")
  })
  it("never throws and repeats itself, whatever the text and address", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        fc.oneof(fc.webUrl(), fc.string()),
        (title, text, url) => {
          assert.deepStrictEqual(
            decideDocumentKind({ title, text, url }),
            decideDocumentKind({ title, text, url })
          )
        }
      )
    )
  })
})
