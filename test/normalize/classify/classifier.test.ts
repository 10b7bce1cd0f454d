import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as fc from "fast-check"
import {
  classifyLine,
  explanationOf,
  loadClassifier,
  loadClassifierFrom
} from "../../../src/normalize/classify/index.ts"

const classifier = await Effect.runPromise(loadClassifier)
const labels = (text: string) => classifier.classify({ text }).issues.map(({ id }) => id)

const statements = [
  "We call for submarine cables to be landed in at least two places, so that one anchor does not silence the island.",
  "Les mineurs doivent être protégés en ligne sans que chaque adulte ait à montrer sa carte d'identité.",
  "Las operadoras deben publicar el precio real por gigabyte en las zonas rurales.",
  "ينبغي حماية البيانات الشخصية للمواطنين بقانون مستقل.",
  "应加强对儿童个人信息的保护，并公布算法的基本原理。"
]

describe("classifier", () => {
  it("labels a plain statement with its evidence", () => {
    const { issues, language } = classifier.classify({ text: statements[0] ?? "" })
    assert.strictEqual(language, "en")
    assert.isTrue(issues.some(({ id }) => id === "telecommunications-infrastructure"))
    assert.isTrue(issues.every(({ evidence }) => evidence.length > 0))
  })

  it("answers in the form of the command's contract", () => {
    const line = classifyLine(classifier, "s1", statements[0] ?? "")
    assert.deepStrictEqual(Object.keys(line), ["id", "language", "kind", "issues"])
    for (const issue of line.issues) {
      assert.deepStrictEqual(Object.keys(issue), ["id", "score", "evidence"])
      assert.strictEqual(issue.score, Math.round(issue.score * 10_000) / 10_000)
    }
  })

  it("gives boilerplate no issues, even if it names a theme", () => {
    const text =
      "Register by 20 September for the workshop on artificial intelligence. Places are limited; coffee and badges at the door."
    const answer = classifier.classify({ text })
    assert.strictEqual(answer.kind, "boilerplate")
    assert.deepStrictEqual(answer.issues, [])
  })

  it("gives another kind and issues where the caller knows that it is a message", () => {
    const text =
      "Register by 20 September for the workshop on artificial intelligence. Places are limited; coffee and badges at the door."
    const answer = classifier.classify({ text, mayBeBoilerplate: false })
    assert.notStrictEqual(answer.kind, "boilerplate")
    assert.isAbove(answer.issues.length, 0)
  })

  it("does not take a rapporteur's account for boilerplate", () => {
    const text =
      "First, the panel discussed the issue of diversity of participation in the IGF, including developing country participation, gender balance and the diversity of viewpoints."
    const answer = classifier.classify({ text })
    assert.notStrictEqual(answer.kind, "boilerplate")
    assert.include(
      answer.issues.map(({ id }) => String(id)),
      "participation-and-diversity"
    )
  })

  it("reads a statement in traditional and in simplified characters alike", () => {
    assert.deepStrictEqual(
      labels("應加強對兒童個人資料的保護，並公布演算法的基本原理。"),
      labels("应加强对儿童个人资料的保护，并公布演算法的基本原理。")
    )
  })

  it("tells a person what decided and what to change in the taxonomy", () => {
    const text = explanationOf(classifier, "s1", statements[0] ?? "")
    assert.match(text, /^s1: language en, kind /u)
    assert.match(text, /telecommunications-infrastructure 0\.\d\d = vocabulary/u)
    assert.match(text, /taxonomy\/terms\/en\.csv/u)
  })

  it("survives what is not a statement", () => {
    for (const text of [
      "",
      "   \n",
      "!!! ... ???",
      "🙂🙂🙂",
      "\u200b\u202e",
      "x".repeat(1_000_000),
      "网".repeat(50_000)
    ]) {
      const { issues } = classifier.classify({ text })
      assert.isAtMost(issues.length, 3)
    }
    assert.deepStrictEqual(labels(""), [])
    assert.deepStrictEqual(labels("!!! ???"), [])
  })

  it("does not invent labels for a language it has not learned", () => {
    const { issues, language } = classifier.classify({ text: "ኢንተርኔት ለሁሉም ሰው" })
    assert.strictEqual(language, "am")
    assert.deepStrictEqual(issues, [])
  })

  it("gives the same labels for every normal form and any white space", () => {
    for (const text of statements) {
      const expected = labels(text)
      for (const form of ["NFC", "NFD", "NFKC", "NFKD"])
        assert.deepStrictEqual(labels(text.normalize(form)), expected)
      assert.deepStrictEqual(labels(`\n  ${text.replaceAll(" ", " \u00a0\n")}\t`), expected)
    }
  })

  it("does not depend on what was classified before", () => {
    const first = statements.map((text) => classifier.classify({ text }))
    const second = statements.toReversed().map((text) => classifier.classify({ text }))
    assert.deepStrictEqual(second.toReversed(), first)
  })

  it("cuts evidence out of the text as it stands, in order, at grapheme boundaries", () => {
    const pieces = fc.constantFrom(
      ...statements,
      "👩‍👩‍👧 ",
      "e\u0301\u0323 ",
      "क्षि ",
      "\u200f",
      "\ufdfa ",
      "ﬁbre ",
      "IXPs ",
      "\r\n"
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 6 }),
        (parts) => {
          const text = parts.join(" ")
          const boundaries = new Set([text.length])
          for (const { index } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text))
            boundaries.add(index)
          for (const { evidence } of classifier.classify({ text }).issues) {
            let reached = 0
            for (const span of evidence) {
              assert.strictEqual(text.slice(span.start, span.end), span.text)
              assert.isTrue(
                boundaries.has(span.start) && boundaries.has(span.end),
                JSON.stringify({ text, span })
              )
              assert.isAtLeast(span.start, reached)
              reached = span.end
            }
          }
        }
      ),
      { numRuns: 200 }
    )
  })

  it("lets a heading tip the balance", () => {
    const text = "Participants asked for clearer rules and a budget line before the end of the year."
    const headings = ["Submarine cables and spectrum"]
    const withHeading = classifier.classify({ text, headings, language: "en" })
    const score = (answer: typeof withHeading) =>
      answer.issues.find(({ id }) => id === "telecommunications-infrastructure")?.score ?? 0
    assert.isAtLeast(score(withHeading), score(classifier.classify({ text, language: "en" })))
  })

  it("explains each issue by its terms and words", () => {
    const explanations = classifier.explain({ text: statements[0] ?? "" })
    assert.isAbove(explanations.length, 0)
    assert.isTrue(explanations.some(({ reasons }) => reasons.some(({ source }) => source === "term")))
  })

  it.effect("says what to do when the model is missing", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(loadClassifierFrom(new URL("file:///nowhere/model.bin")))
      assert.match(error.message, /npm run train/u)
    })
  )
})
