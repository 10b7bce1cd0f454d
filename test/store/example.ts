/** Invented initiatives, sources and outputs for the tests of the store. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import {
  CaptureId,
  HttpUrl,
  type ExtractedDocument,
  type Initiative,
  InitiativeId,
  IsoDate,
  IssueId,
  LanguageTag,
  type Output,
  OutputId,
  type Reading,
  type Source,
  SourceId,
  type Statement,
  StatementId,
  Timestamp
} from "../../src/domain/index.ts"
import { Captures, Initiatives, Outputs, Sources, Statements } from "../../src/store/index.ts"

/** A directory of its own, removed with the scope. */
export const temporaryDirectory = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-store-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

const english = LanguageTag.make("en")

export const norvia: Initiative = {
  id: InitiativeId.make("norvia-igf"),
  name: "Norvia IGF (NoIGF)",
  type: "national",
  country: "XN",
  unGroups: ["Eastern European Group", "WEOG"],
  languages: [LanguageTag.make("no"), english],
  website: HttpUrl.make("https://igf.norvia.example/"),
  evidenceUrl: null
}

export const norviaFeed: Source = {
  id: SourceId.make("norvia-igf/feed"),
  initiativeId: norvia.id,
  kind: "feed",
  url: HttpUrl.make("https://igf.norvia.example/feed/"),
  status: "approved",
  verified: false,
  validFrom: null,
  validUntil: null,
  options: {}
}

export const at = Timestamp.make("2026-01-20T08:00:00.000Z")

export const messages2025: Output = {
  id: OutputId.make("o-00000000000000a1"),
  initiativeId: norvia.id,
  sourceId: norviaFeed.id,
  url: "https://igf.norvia.example/2025/messages",
  title: "Messages from Norvia 2025",
  kind: "messages",
  kindReasons: ["The title says messages."],
  inDoubt: false,
  language: english,
  publishedAt: IsoDate.make("2025-11-04"),
  publishedFrom: "feed",
  edition: "2025",
  eventStart: null,
  eventEnd: null,
  sameAs: null,
  supersededBy: null,
  firstSeenAt: at
}

export const document = (text: string): ExtractedDocument => ({
  title: "Messages from Norvia 2025",
  language: english,
  publishedAt: null,
  publishedFrom: null,
  canonicalUrl: null,
  mediaType: "text/html",
  blocks: [{ kind: "list-item", level: 1, text, label: "1" }],
  links: [],
  warnings: []
})

/** The statement number `ordinal` of an output, with ids in a plain order. */
export const statement = (outputId: OutputId, ordinal: number, issue: string): Statement => ({
  id: StatementId.make(`s-${outputId.slice(-8)}${ordinal.toString(16).padStart(8, "0")}`),
  outputId,
  initiativeId: norvia.id,
  ordinal,
  text: `Age checks should not make everybody identify themselves (${ordinal}).`,
  language: english,
  kind: "key-message",
  place: { block: ordinal, headings: ["Children"], number: String(ordinal + 1), page: null, anchor: null },
  issues: [{ id: IssueId.make(issue), score: 0.82, evidence: [{ start: 0, end: 10, text: "Age checks" }] }],
  caseName: null,
  attribution: null,
  leadIn: null,
  duplicateOf: null,
  clusterId: null
})

/** What extraction was told of the messages' page. */
export const reading: Reading = {
  url: "https://igf.norvia.example/messages-2025/",
  mediaType: "text/html",
  charset: "utf-8",
  fileName: null,
  title: null,
  publishedAt: null,
  publishedFrom: null
}

export const unknownCapture = CaptureId.make("0".repeat(64))

/** Registers Norvia and its feed. */
export const register = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert([norvia])
  yield* (yield* Sources).upsert([norviaFeed])
})

/** Stores one output of Norvia with a capture, a version and two statements. */
export const commitMessages = Effect.gen(function* () {
  const outputs = yield* Outputs
  const capture = yield* (yield* Captures).put(new TextEncoder().encode("<li>Age checks</li>"), {
    mediaType: "text/html",
    charset: "utf-8",
    url: messages2025.url,
    retrievedAt: at
  })
  yield* outputs.upsert(messages2025)
  yield* outputs.addVersion({
    outputId: messages2025.id,
    captureId: capture.id,
    retrievedAt: at,
    reading,
    document: document("Age checks")
  })
  yield* (yield* Statements).replaceForOutput(messages2025.id, [
    statement(messages2025.id, 0, "child-online-safety"),
    statement(messages2025.id, 1, "digital-identity")
  ])
  return capture
})
