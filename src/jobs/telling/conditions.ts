/**
 * What is alarming, as a pure function of the facts: each condition has a key that stays the same while it
 * lasts, and one sentence that says what is wrong, since when, and what to do.
 *
 * A source is not alarming because one visit failed: it must have failed three times in a row and given nothing
 * for half a day. Silence is no alarm either; the weekly report names the silent ones.
 */
import type { Timestamp } from "../../domain/index.ts"
import type { SourceFacts, TellingFacts } from "./facts.ts"
import { counted, day, sentence } from "./words.ts"

/** Something alarming. */
export interface Condition {
  readonly key: string
  readonly about: string
  readonly sentence: string
  /** Since when, as far as known. */
  readonly since: Timestamp
}

const enoughFailures = 3
const enoughTime = 12 * 3_600_000

/** So many sources must have been visited in a run for its failure as a whole to say something. */
const enoughSources = 3

const after = (name: string, message: string | null): string =>
  message === null ? name : `${name} ${message}`

/** The sentence on a source; null when it is not alarming. */
export const trouble = (source: SourceFacts, at: Timestamp): string | null => {
  const { failures, id, lastSuccessAt, message, movedTo, verdict } = source
  const last = lastSuccessAt === null ? "It has never been read" : `Last read on ${day(lastSuccessAt)}`
  switch (verdict) {
    case "failing": {
      const isLong = lastSuccessAt === null || Date.parse(at) - Date.parse(lastSuccessAt) >= enoughTime
      return failures >= enoughFailures && isLong
        ? after(`${last}; ${counted(failures, "visit")} in a row failed since.`, message)
        : null
    }
    case "blocked by robots":
      return failures >= enoughFailures
        ? `${last}; its robots.txt forbids the visit: ask the initiative to allow it, or register another place where it publishes.`
        : null
    case "layout changed":
      return after(`${last}, but it cannot be read as configured any more.`, message)
    case "moved":
      return `It has moved for good to ${movedTo ?? "another address"}: "tributary registry accept-move ${id}" follows it there.`
    case "gone":
      return `${last}; it says that it is gone (410) and is visited no more: look for the initiative's new place.`
    default:
      return null
  }
}

/** True when the last run visited sources and reached none: then this machine is to blame, not they. */
export const nothingReached = ({ run, sources }: TellingFacts): boolean => {
  if (run === null) return false
  const visited = sources.filter(({ lastVisitAt }) => lastVisitAt !== null && lastVisitAt >= run.startedAt)
  return visited.length >= enoughSources && visited.every(({ failures }) => failures > 0)
}

const requestKey = "waiting:"

/** Whether an alarm is no trouble, but something that organisers handed in and that waits for a person. */
export const isRequest = ({ key }: { readonly key: string }): boolean => key.startsWith(requestKey)

/** What organisers handed in: one condition a kind, however many wait. */
const requestsOf = ({ at, handedIn }: TellingFacts): ReadonlyArray<Condition> => {
  const { corrections, registrations, uploads } = handedIn
  const kinds: ReadonlyArray<readonly [name: string, about: string, count: number, sentence: string]> = [
    [
      "registrations",
      "Registrations",
      registrations,
      `${counted(registrations, "registration waits", "registrations wait")} for a decision: the portal's desk shows ${registrations === 1 ? "it" : "them"}, and "tributary registrations list" does.`
    ],
    [
      "corrections",
      "Corrections",
      corrections,
      `${counted(corrections, "initiative asks", "requests ask")} for a correction: the portal's desk shows ${corrections === 1 ? "what it says" : "them"}.`
    ],
    [
      "uploads",
      "Files",
      uploads,
      `${counted(uploads, "file that was sent", "files that were sent")} could not be read, or not without doubt: the portal's review shows what is in doubt; ask the organiser for another copy of what cannot be read.`
    ]
  ]
  return kinds.flatMap(([name, about, count, text]) =>
    count === 0 ? [] : [{ key: `${requestKey}${name}`, about, sentence: text, since: at }]
  )
}

/** All that is alarming, and what waits for a person. */
export const conditionsOf = (facts: TellingFacts): ReadonlyArray<Condition> => {
  const found: Array<Condition> = []
  if (nothingReached(facts)) {
    found.push({
      key: "machine:offline",
      about: "The connection of this machine",
      sentence:
        "Of all sources that were visited none was reached: look whether this machine can reach the Internet and its name service.",
      since: facts.run?.startedAt ?? facts.at
    })
  }
  for (const { name, sentence: text, state } of facts.checks) {
    if (state !== "failing") continue
    found.push({
      key: `health:${name}`,
      about: `Tributary: ${name}`,
      sentence: sentence(text),
      since: facts.at
    })
  }
  if (facts.givenUp > 0) {
    found.push({
      key: "outbox:given-up",
      about: "Messages",
      sentence: `${counted(facts.givenUp, "message")} did not go out and ${facts.givenUp === 1 ? "was" : "were"} given up: "tributary mail list --given-up" names them and says why.`,
      since: facts.at
    })
  }
  for (const source of facts.sources) {
    const text = trouble(source, facts.at)
    if (text === null) continue
    found.push({
      key: `source:${source.id}:${source.verdict.replaceAll(" ", "-")}`,
      about: `${source.initiative} (${source.id})`,
      sentence: sentence(text),
      since: source.lastSuccessAt ?? source.lastVisitAt ?? facts.at
    })
  }
  return [...found, ...requestsOf(facts)]
}
