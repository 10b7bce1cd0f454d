/**
 * The diagnosis of an address: looks at it as an import would, with few visits and within a time limit, and
 * says what was found, how it would be read, and what to mend. Nothing is stored.
 */
import { Clock, Effect, Schema } from "effect"
import { countingKinds, HttpUrl, type IssueId, LanguageTag, type Statement } from "../domain/index.ts"
import {
  type Check,
  type Chosen,
  type Diagnosis,
  type PreviewedItem,
  runChecks,
  type Sample,
  worst
} from "../ingest/check/index.ts"
import { discover, type Discovery, proposeSelectors } from "../ingest/discover/index.ts"
import { decodeText } from "../ingest/encoding/index.ts"
import { crawlDelay, productToken } from "../ingest/robots/robots.ts"
import { pageOf } from "../ingest/source/html.ts"
import { VisitConfig, type VisitRequest, type VisitResult, Visitor } from "../ingest/visit/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { timestampOf } from "../store/index.ts"
import { type CheckedInitiative, readSamples } from "./check-reading.ts"

/** The whole check takes no longer; what could not be looked at by then is left out and said so. */
const timeLimit = 8_000
/** Entries that are shown. */
const previewLimit = 10
const issueLimit = 5
/** Statements that are shown of each entry that was looked into, and how much of each. */
const exampleLimit = 3
const exampleLength = 400

const isUrl = Schema.is(HttpUrl)
const nobody: CheckedInitiative = { name: "" }

/** What ended without an answer in time. */
const outOfTime = (url: string): VisitResult => ({
  url,
  outcome: "too-slow",
  status: null,
  finalUrl: null,
  permanentUrl: null,
  mediaType: null,
  charset: null,
  body: null,
  bytes: 0,
  etag: null,
  lastModified: null,
  freshFor: null,
  retryAfter: null,
  durationMs: 0,
  message: `${url} did not answer within the time of a check: try again, or let its owner look at the server.`
})

/** The best of what was found, or what came nearest to being read. */
const chosenOf = (found: Discovery, door: VisitResult): Chosen | null => {
  const [best] = found.proposals
  if (best !== undefined) {
    const page = best.kind === "listing" && best.url === door.finalUrl ? pageOf(door, door.url) : null
    const stated = best.options.selectors?.item ?? null
    return {
      kind: best.kind,
      url: best.url,
      listing: best.listing,
      guessedSelector: stated ?? (page === null ? null : (proposeSelectors(page)?.selectors.item ?? null))
    }
  }
  const broken = found.others.find(({ listing }) => listing !== null && listing.alarm !== null)
  return broken === undefined || broken.listing === null
    ? null
    : { kind: broken.kind, url: broken.url, listing: broken.listing, guessedSelector: null }
}

const summaryOf = (checks: ReadonlyArray<Check>, found: Discovery, door: VisitResult): string => {
  if (door.outcome !== "ok") return door.message
  const [best] = found.proposals
  if (best === undefined) return found.message
  const count = (verdict: Check["verdict"]) => checks.filter((check) => check.verdict === verdict).length
  return `It would be read as ${best.kind} with ${best.count} entries; of the checks ${count("pass")} passed, ${count("warn")} warn and ${count("fail")} failed.`
}

/** Looks at an address and diagnoses it. Never fails for what the address does. */
export const checkSource = Effect.fn("checkSource")(function* (
  url: string,
  initiative: CheckedInitiative = nobody
) {
  const visitor = yield* Visitor
  const statements = yield* (yield* Normalizer).reader
  const { userAgent } = yield* VisitConfig
  const startedAt = yield* Clock.currentTimeMillis
  const left = Effect.map(Clock.currentTimeMillis, (now) => Math.max(startedAt + timeLimit - now, 1))

  // Each address once: readers may ask again for the page that discovery has seen.
  const answers = new Map<string, VisitResult>()
  const visit = Effect.fnUntraced(function* (request: VisitRequest) {
    const known = answers.get(request.url)
    if (known !== undefined) return known
    const answer = yield* visitor.visit(request).pipe(
      Effect.timeoutOrElse({
        duration: yield* left,
        orElse: () => Effect.succeed(outOfTime(request.url))
      })
    )
    answers.set(request.url, answer)
    return answer
  })
  const rules = (address: string) =>
    visitor
      .robots(address)
      .pipe(Effect.timeoutOrElse({ duration: timeLimit, orElse: () => Effect.succeed(null) }))

  const found = yield* discover(url, visit, {
    bestOnly: true,
    sitemapsOf: (address) => Effect.map(rules(address), (file) => file?.sitemaps ?? [])
  })
  const door = answers.get(url) ?? outOfTime(url)
  const chosen = chosenOf(found, door)

  const looked = yield* readSamples(chosen?.listing.items ?? [], {
    initiative,
    reader: statements,
    visit,
    left
  })

  const samples = looked.map(({ answer, document, item, normalized }): Sample => {
    const text = document?.blocks.map((block) => block.text).join("\n") ?? ""
    return {
      item,
      outcome: answer.outcome,
      problem:
        answer.outcome !== "ok"
          ? answer.message
          : text === ""
            ? `${item.url}: ${document?.warnings.join(" ") || "no text was found."}`
            : null,
      finalUrl: answer.finalUrl,
      kind: normalized?.kind ?? "not-an-output",
      counts: normalized !== null && countingKinds.includes(normalized.kind),
      language: normalized?.language ?? "und",
      text,
      publishedAt: normalized?.publishedAt ?? null,
      warnings: document?.warnings ?? []
    }
  })

  const encodingWarnings = [door, answers.get(chosen?.url ?? url) ?? door].flatMap((answer) =>
    answer.body === null || !/html|xml|text|json/i.test(answer.mediaType ?? "html")
      ? []
      : decodeText(answer.body, { charset: answer.charset, contentType: answer.mediaType }).warnings.map(
          (sentence) => `${answer.finalUrl ?? answer.url}: ${sentence}`
        )
  )
  const end = yield* Clock.currentTimeMillis
  const file = door.status === null ? null : yield* rules(door.finalUrl ?? url)
  const checks = runChecks({
    door,
    crawlDelay: file === null ? null : crawlDelay(file, productToken(userAgent)),
    chosen,
    visits: [...answers.values()],
    pageLanguage: found.language,
    samples,
    encodingWarnings: [...new Set(encodingWarnings)],
    now: end
  })

  const previews = (chosen?.listing.items ?? []).slice(0, previewLimit)
  const shown = [
    ...looked.map(({ item }) => item),
    ...previews.filter((item) => !looked.some((one) => one.item === item))
  ].slice(0, previewLimit)
  const [best, ...more] = found.proposals
  const diagnosis: Diagnosis = {
    url,
    finalUrl: door.finalUrl,
    outcome: door.outcome,
    checkedAt: timestampOf(startedAt),
    durationMs: end - startedAt,
    visits: answers.size,
    verdict: worst(checks),
    summary: summaryOf(checks, found, door),
    source:
      best === undefined || !isUrl(best.url)
        ? null
        : {
            kind: best.kind,
            url: best.url,
            reasons: best.reasons,
            options: best.options,
            items: best.count,
            complete: best.listing.complete && best.listing.next === null
          },
    alternatives: [...more, ...found.others.filter(({ score }) => score > 0)]
      .slice(0, 5)
      .map((other) => ({ kind: other.kind, url: other.url, reasons: other.reasons })),
    checks,
    items: shown.map((item): PreviewedItem => {
      const one = looked.find((candidate) => candidate.item === item)
      const sample = samples.find((candidate) => candidate.item === item)
      return {
        url: item.url,
        title: one?.normalized?.title || item.title,
        publishedAt: one?.normalized?.publishedAt ?? item.publishedAt,
        reading:
          one === undefined || sample === undefined
            ? null
            : {
                outcome: sample.outcome,
                problem: sample.problem,
                kind: sample.kind,
                inDoubt: one.normalized?.inDoubt ?? true,
                language: one.normalized?.language ?? undetermined,
                statements: one.normalized?.statements.length ?? 0,
                characters: sample.text.length,
                issues: issuesOf(one.normalized?.statements ?? []),
                examples: examplesOf(one.normalized?.statements ?? [])
              }
      }
    })
  }
  return diagnosis
})

const undetermined = Schema.decodeSync(LanguageTag)("und")

/** Issues of statements with the number of statements of each, the most frequent first. */
const issuesOf = (statements: ReadonlyArray<Pick<Statement, "issues">>) => {
  const counts = new Map<IssueId, number>()
  for (const { issues } of statements) {
    for (const { id } of issues) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, issueLimit)
    .map(([id, count]) => ({ id, statements: count }))
}

/** Statements that show how it would be read. */
const examplesOf = (statements: ReadonlyArray<Statement>) =>
  statements
    .filter(({ kind }) => kind !== "boilerplate")
    .toSorted((a, b) => Number(b.issues.length > 0) - Number(a.issues.length > 0))
    .slice(0, exampleLimit)
    .map(({ issues, kind, text }) => ({
      text:
        text.length > exampleLength
          ? `${text.slice(0, exampleLength - 1).replace(/[\ud800-\udbff]$/, "")}…`
          : text,
      kind,
      issues: issues.map(({ id }) => id)
    }))
