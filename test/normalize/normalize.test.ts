import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { ExtractedDocument, InitiativeId, Output, Review, toCompare } from "../../src/domain/index.ts"
import { outputIdOf } from "../../src/normalize/identifiers.ts"
import { type Classify, normalizeDocument } from "../../src/normalize/normalize.ts"
import { consolidateAll } from "../../src/normalize/consolidate/all.ts"
import { repeatedBoilerplate } from "../../src/normalize/consolidate/repeated.ts"
import { finish } from "../../src/normalize/consolidate/steps.ts"
import { applyReviews, nothingDecided, standingDecisions } from "../../src/normalize/reviews.ts"
import { blocksOf } from "./fixture-documents.ts"

const initiativeId = Schema.decodeUnknownSync(InitiativeId)("norvia-igf")

const classify: Classify = ({ language }) => ({
  language: language ?? "en",
  kind: "recommendation",
  issues: []
})

const document = (markdown: string) =>
  Schema.decodeUnknownSync(ExtractedDocument)({
    title: "Messages from Harbour City 2025",
    language: "en",
    publishedAt: "2025-11-03",
    publishedFrom: "meta",
    canonicalUrl: null,
    mediaType: "text/html",
    blocks: blocksOf(markdown),
    links: [],
    warnings: []
  })

const intro = "What is the IGF? The Internet Governance Forum is a space convened by the United Nations."
const source = `${intro}\n\nThe seventh Norvia IGF was held on 20-22 October 2025 in Harbour City. The messages below were read in the closing plenary.\n\n## Access\n\nParticipants recommended that:\n\n1. the regulator publish the accounts of the universal service fund every year;\n2. schools in the hills be connected free of charge.\n\n## Safety\n\n1. There was no consensus on age checks: some wanted a law, while others feared for privacy.`

const normalize = (url: string) =>
  normalizeDocument({
    output: { id: outputIdOf(initiativeId, url), url },
    document: document(source),
    initiative: { id: initiativeId, name: "Norvia IGF" },
    classify,
    detectLanguage: () => "en"
  })

const first = normalize("https://norvia-igf.example/a")

describe("normalizeDocument", () => {
  it("decides kind, edition and dates", () => {
    assert.deepStrictEqual(
      [first.kind, first.edition, first.eventStart, first.eventEnd, first.publishedFrom].map(String),
      ["messages", "2025", "2025-10-20", "2025-10-22", "meta"]
    )
  })
  it("keeps every passage, with lead-in, divergence and boilerplate told apart", () => {
    assert.deepStrictEqual(
      first.statements.map((statement) => statement.kind),
      ["boilerplate", "recommendation", "information", "recommendation", "recommendation", "divergence"]
    )
    assert.strictEqual(first.statements[3]?.leadIn, "Participants recommended that:")
    assert.deepStrictEqual(first.statements[5]?.attribution?.strength, "several")
    assert.deepStrictEqual(first.statements[4]?.place.headings, ["Access"])
  })
  it("gives the same result, ids included, for the same input", () => {
    assert.deepStrictEqual(normalize("https://norvia-igf.example/a"), first)
  })
  it("recognises the paragraph that stands in three outputs", () => {
    const outputs = ["a", "b", "c"].map((page) => normalize(`https://norvia-igf.example/${page}`))
    const repeated = finish(
      repeatedBoilerplate(outputs.flatMap((output) => output.statements.map(toCompare)))
    )
    assert.isTrue(
      outputs.every((output) =>
        output.statements.some((statement) => statement.text === intro && repeated.has(statement.id))
      )
    )
    assert.isFalse(
      outputs[0]?.statements.some(
        (statement) => statement.place.number !== null && repeated.has(statement.id)
      )
    )
  })
})

const review = (id: number, decision: object) =>
  Schema.decodeUnknownSync(Review)({
    id,
    at: "2025-12-01T10:00:00.000Z",
    by: "Secretariat",
    reason: "",
    decision
  })

describe("applyReviews", () => {
  const [, , , target, other] = first.statements
  const output = Schema.decodeUnknownSync(Output)({
    id: outputIdOf(initiativeId, "https://norvia-igf.example/a"),
    initiativeId,
    sourceId: null,
    url: "https://norvia-igf.example/a",
    title: first.title,
    kind: first.kind,
    kindReasons: first.kindReasons,
    inDoubt: true,
    language: "en",
    publishedAt: null,
    publishedFrom: null,
    edition: null,
    eventStart: null,
    eventEnd: null,
    sameAs: null,
    supersededBy: null,
    firstSeenAt: "2025-11-04T06:00:00.000Z"
  })
  it("lets the newest decision win, whatever the order in which they come", () => {
    const reviews = [
      review(3, { _tag: "relabel", statementId: target?.id, issues: ["digital-government"] }),
      review(1, { _tag: "relabel", statementId: target?.id, issues: ["cybersecurity"] }),
      review(2, { _tag: "exclude", statementId: other?.id }),
      review(5, { _tag: "restore", statementId: other?.id })
    ]
    const reviewed = applyReviews([output], first.statements, reviews)
    assert.deepStrictEqual(
      reviewed.statements
        .find((statement) => statement.id === target?.id)
        ?.issues.map((issue) => [String(issue.id), issue.score]),
      [["digital-government", 1]]
    )
    assert.deepStrictEqual(reviewed.excluded, [])
    assert.deepStrictEqual(applyReviews([output], first.statements, reviews.toReversed()), reviewed)
  })
  it("is not undone where the same paragraph stands on three pages", () => {
    const pages = ["a", "b", "c"].map((page) => {
      const url = `https://norvia-igf.example/${page}`
      const { statements } = normalize(url)
      return { output: { ...output, id: outputIdOf(initiativeId, url), url }, statements }
    })
    const kept = pages[0]?.statements.find(({ place, text }) => place.number === null && text !== intro)
    const reviews = [review(1, { _tag: "relabel", statementId: kept?.id, issues: ["outputs-and-impact"] })]
    const statements = pages.flatMap((page) => page.statements)
    const outputs = pages.map((page) => page.output)
    const furniture = (decided: typeof nothingDecided) =>
      consolidateAll(outputs, applyReviews(outputs, statements, reviews).statements.map(toCompare), decided)
        .marks.filter(({ isFurniture }) => isFurniture)
        .map(({ id }) => id)
    assert.include(furniture(nothingDecided), kept?.id)
    assert.notInclude(furniture(standingDecisions(reviews)), kept?.id)
  })
  it("excludes and corrects", () => {
    const reviewed = applyReviews([output], first.statements, [
      review(1, { _tag: "exclude", statementId: target?.id }),
      review(3, { _tag: "document-kind", outputId: output.id, kind: "draft" }),
      review(4, { _tag: "correct-date", outputId: output.id, publishedAt: "2025-11-02" })
    ])
    assert.isFalse(reviewed.statements.some((statement) => statement.id === target?.id))
    assert.deepStrictEqual(
      reviewed.excluded.map(({ id }) => id),
      [target?.id]
    )
    assert.deepInclude(reviewed.outputs[0], { kind: "draft", inDoubt: false, publishedFrom: "review" })
  })
})
