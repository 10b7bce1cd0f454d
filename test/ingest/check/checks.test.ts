import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { CheckName, type Facts, runChecks, type Sample, worst } from "../../../src/ingest/check/index.ts"
import { IsoDate } from "../../../src/domain/index.ts"
import { alarmed, listed, type ListedItem } from "../../../src/ingest/source/index.ts"
import type { VisitResult } from "../../../src/ingest/visit/index.ts"

const home = "https://igf.example/"
const date = Schema.decodeSync(IsoDate)

const answer = (change: Partial<VisitResult> = {}): VisitResult => ({
  url: home,
  outcome: "ok",
  status: 200,
  finalUrl: home,
  permanentUrl: null,
  mediaType: "text/html",
  charset: "utf-8",
  body: new Uint8Array(10),
  bytes: 10_000,
  etag: null,
  lastModified: null,
  freshFor: null,
  retryAfter: null,
  durationMs: 120,
  message: "ok",
  ...change
})

const text = "The forum recommends that regulators publish what they measure. ".repeat(20)

const entry = (n: number, change: Partial<ListedItem> = {}): ListedItem => ({
  url: `${home}messages-${n}`,
  title: `Messages ${n}`,
  publishedAt: date(`2025-${String(n).padStart(2, "0")}-04`),
  publishedFrom: "feed",
  summary: "The forum recommends",
  contentHtml: `<p>${text}</p>`,
  revision: null,
  ...change
})

const sample = (n: number, change: Partial<Sample> = {}): Sample => ({
  item: entry(n),
  outcome: "ok",
  problem: null,
  finalUrl: `${home}messages-${n}`,
  kind: "messages",
  counts: true,
  language: "en",
  text: `${text} ${n}.`,
  publishedAt: "2025-11-04",
  warnings: [],
  ...change
})

const entries = [8, 9, 10, 11].map((n) => entry(n))

const facts = (change: Partial<Facts> = {}): Facts => ({
  door: answer(),
  crawlDelay: null,
  chosen: { kind: "feed", url: `${home}feed/`, listing: listed(entries), guessedSelector: null },
  visits: [],
  pageLanguage: "en",
  samples: [sample(10), sample(11)],
  encodingWarnings: [],
  now: Date.parse("2025-12-01T00:00:00Z"),
  ...change
})

const feedOf = (items: ReadonlyArray<ListedItem>): Partial<Facts> => ({
  chosen: { kind: "feed", url: `${home}feed/`, listing: listed(items), guessedSelector: null }
})

const found = (name: CheckName, change: Partial<Facts>) =>
  runChecks(facts(change)).find((check) => check.name === name)

describe("The checks of a source", () => {
  it("are always the same fifteen in the same order", () => {
    const names = runChecks(facts()).map(({ name }) => name)
    assert.deepStrictEqual(names, [...CheckName.literals])
    assert.lengthOf(names, 15)
  })

  it("all pass, or do not apply, for a feed as it should be", () => {
    const checks = runChecks(facts())
    assert.deepStrictEqual(
      checks.filter(({ verdict }) => verdict === "warn" || verdict === "fail"),
      []
    )
    assert.strictEqual(worst(checks), "pass")
  })

  it("give a remedy whenever they warn or fail, and none otherwise", () => {
    for (const change of [
      {},
      feedOf([]),
      { chosen: null },
      { door: answer({ outcome: "tls-error", status: null }) }
    ]) {
      for (const { name, remedy, verdict } of runChecks(facts(change)))
        assert.strictEqual(remedy !== null, verdict === "warn" || verdict === "fail", name)
    }
  })

  const rows: ReadonlyArray<readonly [string, CheckName, string, Partial<Facts>]> = [
    [
      "an address that is not there",
      "reachable",
      "fail",
      { door: answer({ outcome: "not-found", status: 404 }) }
    ],
    ["a permanent redirect", "reachable", "warn", { door: answer({ permanentUrl: "https://new.example/" }) }],
    ["a slow server", "reachable", "warn", { door: answer({ durationMs: 6000 }) }],
    [
      "nothing else when the address is not there",
      "dates",
      "not-applicable",
      { door: answer({ outcome: "not-found", status: 404 }) }
    ],
    [
      "an expired certificate",
      "certificate",
      "fail",
      { door: answer({ outcome: "tls-error", status: null }) }
    ],
    [
      "a site without encryption",
      "certificate",
      "warn",
      { door: answer({ finalUrl: "http://igf.example/" }) }
    ],
    ["a robots.txt that keeps us out", "robots", "fail", { door: answer({ outcome: "blocked-by-robots" }) }],
    ["a long crawl delay", "robots", "warn", { crawlDelay: 30 }],
    ["a short crawl delay", "robots", "pass", { crawlDelay: 5 }],
    ["bytes that are not what the header says", "encoding", "warn", { encodingWarnings: ["Not UTF-8."] }],
    ["a list beyond the limit", "size", "fail", { visits: [answer({ outcome: "too-large" })] }],
    ["a heavy page", "size", "warn", { door: answer({ bytes: 5_000_000 }) }],
    [
      "a broken feed",
      "feed-well-formed",
      "fail",
      {
        chosen: {
          kind: "feed",
          url: home,
          guessedSelector: null,
          listing: alarmed({ name: "not-a-feed", message: "Cut off." })
        }
      }
    ],
    [
      "a feed that had to be mended",
      "feed-well-formed",
      "warn",
      {
        chosen: {
          kind: "feed",
          url: home,
          guessedSelector: null,
          listing: listed(entries, { warnings: ["An ampersand."] })
        }
      }
    ],
    ["a page without a list", "listing-structure", "fail", { chosen: null }],
    [
      "a list whose links say nothing",
      "listing-structure",
      "warn",
      {
        chosen: {
          kind: "shelf",
          url: home,
          guessedSelector: null,
          listing: listed(entries.map((one) => ({ ...one, title: null })))
        }
      }
    ],
    [
      "a list found by structure",
      "listing-structure",
      "pass",
      { chosen: { kind: "listing", url: home, guessedSelector: "tr.item", listing: listed(entries) } }
    ],
    ["a feed as no list", "listing-structure", "not-applicable", {}],
    [
      "no date anywhere",
      "dates",
      "fail",
      {
        ...feedOf(entries.map((one) => ({ ...one, publishedAt: null }))),
        samples: [sample(1, { publishedAt: null })]
      }
    ],
    [
      "dates in the pages only",
      "dates",
      "warn",
      feedOf(entries.map((one) => ({ ...one, publishedAt: null })))
    ],
    ["dates of events to come", "dates", "warn", feedOf([entry(1, { publishedAt: date("2026-03-01") })])],
    [
      "addresses with a session",
      "item-addresses-stable",
      "fail",
      feedOf([entry(1, { url: `${home}m?PHPSESSID=8f3a` })])
    ],
    [
      "addresses that lead elsewhere",
      "item-addresses-stable",
      "warn",
      { samples: [sample(1, { finalUrl: "https://other.example/x" })] }
    ],
    [
      "two entries with one text",
      "duplicates",
      "warn",
      { samples: [sample(1, { text }), sample(2, { text })] }
    ],
    [
      "one address twice, tracking aside",
      "duplicates",
      "warn",
      feedOf([entry(1), entry(1, { url: `${home}messages-1?utm_source=x`, title: "Again" })])
    ],
    ["a source silent for a year", "update-rhythm", "warn", { now: Date.parse("2027-06-01T00:00:00Z") }],
    [
      "no rhythm without dates",
      "update-rhythm",
      "not-applicable",
      feedOf(entries.map((one) => ({ ...one, publishedAt: null })))
    ],
    [
      "a feed that ends in dots",
      "truncation",
      "warn",
      feedOf(entries.map((one) => ({ ...one, contentHtml: "<p>The forum recommends […]</p>" })))
    ],
    [
      "a feed shorter than its pages",
      "truncation",
      "warn",
      { samples: [sample(1, { item: entry(1, { contentHtml: "The forum." }) })] }
    ],
    [
      "pages that cannot be read",
      "full-text",
      "fail",
      { samples: [sample(1, { problem: "refused", text: "" })] }
    ],
    ["pages without text", "full-text", "warn", { samples: [sample(1, { text: "Loading" })] }],
    ["a text in no known language", "language-known", "warn", { samples: [sample(1, { language: "und" })] }],
    ["news only", "outputs-among-items", "warn", { samples: [sample(1, { counts: false, kind: "news" })] }]
  ]
  for (const [what, name, verdict, change] of rows) {
    it(`${name} gives ${verdict} for ${what}`, () =>
      assert.strictEqual(found(name, change)?.verdict, verdict))
  }

  it("name the selector, the address or the date in question", () => {
    assert.match(found("update-rhythm", {})?.message ?? "", /2025-11-04, as a rule one every 3[01] days/)
    assert.match(
      found("reachable", { door: answer({ permanentUrl: "https://new.example/" }) })?.remedy ?? "",
      /new\.example/
    )
  })
})
