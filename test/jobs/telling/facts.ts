/** Facts of an invented store, for tests of conditions, alarms and wording. */
import { RunId, SourceId, Timestamp } from "../../../src/domain/index.ts"
import type { SourceFacts, TellingFacts } from "../../../src/jobs/telling/facts.ts"

export const at = (text: string) => Timestamp.make(`2026-11-${text}:00.000Z`)

export const source = (id: string, change: Partial<SourceFacts> = {}): SourceFacts => ({
  id: SourceId.make(id),
  initiative: "Norvia IGF",
  url: "https://norvia-igf.example/feed",
  verdict: "healthy",
  failures: 0,
  message: null,
  movedTo: null,
  lastVisitAt: at("23T06:00"),
  lastSuccessAt: at("23T06:00"),
  lastChangeAt: at("20T06:00"),
  ...change
})

/** A source that has failed since the 12th. */
export const failing = source("norvia-igf/feed", {
  verdict: "failing",
  failures: 5,
  message: "The server answered with an error of its own (503); the next import tries again.",
  lastSuccessAt: at("12T06:00")
})

export const facts = (change: Partial<TellingFacts> = {}): TellingFacts => ({
  at: at("23T06:05"),
  since: at("23T06:00"),
  run: {
    id: RunId.make("run-20261123T060000Z-1f9c"),
    trigger: "schedule",
    state: "completed",
    startedAt: at("23T06:00"),
    finishedAt: at("23T06:04")
  },
  initiatives: 180,
  heard: 121,
  sources: [source("norvia-igf/news")],
  arrivals: [],
  statements: 12_345,
  inDoubt: 0,
  handedIn: { registrations: 0, corrections: 0, uploads: 0 },
  givenUp: 0,
  checks: [],
  ...change
})
