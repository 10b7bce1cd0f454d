/** What waits for a person, read from the store in a handful of small queries. */
import { Effect } from "effect"
import { type Cycle, daysBetween, type Meeting, type Release, type Timestamp } from "../../domain/index.ts"
import type { Value } from "../../export/html/html.ts"
import { presentCycles } from "../../jobs/present-cycles.ts"
import {
  Alarms,
  Corrections,
  Initiatives,
  JobRuns,
  now,
  Registrations,
  Releases,
  Worklist
} from "../../store/index.ts"
import { issueNames } from "../register/index.ts"
import type { PortalRequest } from "../request.ts"
import { PortalSettings } from "../settings.ts"
import { reported, wordsOf } from "./frame.ts"
import { reviewPath } from "./review-path.ts"
import { allSources } from "./source-health.ts"
import { byUrgency, freezeNoticeDays, type Work } from "./urgency.ts"

/** What facts are told in. */
export type Spoken = Pick<PortalRequest, "lang" | "m">

/** Below this an issue is uncertain: of such labels two in five are wrong. */
export const uncertainBelow = 0.6

/** Things of each kind that the desk names. */
const namedEach = 5

/** A thing that waits. */
export interface Thing {
  /** What it is. */
  readonly label: string
  /** Language of the label where it is a quotation; null where it is a name or a sentence of ours. */
  readonly lang: string | null
  /** More of it, in a few words; empty where there is no more. */
  readonly note: Value
  readonly href: string
  /** Null where it is not known. */
  readonly since: Timestamp | null
}

export interface WorkOfDesk extends Work {
  readonly things: ReadonlyArray<Thing>
  /** Path of the page with all of them. */
  readonly all: string
}

/** The next meeting, or the one under way. */
export interface NextMeeting {
  readonly cycle: Cycle
  readonly meeting: Meeting
  readonly daysLeft: number
  readonly release: Release | null
}

/** The next meeting as the cycles say; null while none is known. */
export const nextMeetingOf = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  const today = (yield* now).slice(0, 10)
  const releases = yield* (yield* Releases).list
  const [next] = (yield* presentCycles(dataDirectory))
    .flatMap((cycle) => cycle.meetings.map((meeting) => ({ cycle, meeting })))
    .filter(({ meeting }) => meeting.end >= today)
    .toSorted((a, b) => (a.meeting.start < b.meeting.start ? -1 : 1))
  if (next === undefined) return null
  const found: NextMeeting = {
    ...next,
    daysLeft: daysBetween(yield* now, next.meeting.start),
    release: releases.findLast(({ meetingId }) => meetingId === next.meeting.id) ?? null
  }
  return found
})

const work = (
  kind: Work["kind"],
  at: Timestamp,
  all: string,
  count: number,
  things: ReadonlyArray<Thing>,
  oldest?: Timestamp | null
): WorkOfDesk => ({
  kind,
  count,
  all,
  things: things.slice(0, namedEach),
  oldest:
    oldest ??
    things.reduce<Timestamp>((first, { since }) => (since !== null && since < first ? since : first), at)
})

/** The longest waiting first; what is not dated last. */
const longestFirst = (things: ReadonlyArray<Thing>) =>
  things.toSorted((a, b) => ((a.since ?? "9") < (b.since ?? "9") ? -1 : 1))

const alarmsWork = Effect.fnUntraced(function* (request: Spoken, at: Timestamp) {
  const open = (yield* (yield* Alarms).open).filter(({ key }) => !key.startsWith("source:"))
  const things = open.map(({ about, sentence, since }): Thing => ({
    label: about,
    lang: request.lang === "en" ? null : "en",
    note: reported(request, sentence),
    href: "/desk/jobs",
    since
  }))
  return work("trouble", at, "/desk/jobs", things.length, things)
})

const sourcesWork = Effect.fnUntraced(function* (request: Spoken, at: Timestamp) {
  const sources = yield* allSources
  const things = (wanted: (one: (typeof sources)[number]) => boolean) =>
    longestFirst(
      sources.filter(wanted).map(({ initiative, since, source, trouble, verdict }): Thing => ({
        label: source.id,
        lang: null,
        // The commands that the sentence on a move names are a button on the source's page.
        note:
          verdict === "moved" || trouble === null
            ? initiative
            : [`${initiative}: `, reported(request, trouble)],
        href: `/desk/sources/${source.id}`,
        since
      }))
    )
  const failing = things(({ trouble }) => trouble !== null)
  const silent = things(({ verdict }) => verdict === "silent")
  const proposed = things(({ verdict }) => verdict === "proposed")
  return [
    work("source", at, "/desk/sources?health=trouble", failing.length, failing),
    work("silence", at, "/desk/sources?health=silent", silent.length, silent),
    work("proposal", at, "/desk/sources?health=proposed", proposed.length, proposed)
  ]
})

const organisersWork = Effect.fnUntraced(function* (at: Timestamp, names: ReadonlyMap<string, string>) {
  const registrations = yield* Registrations
  const waiting = yield* registrations.list({ state: "awaiting-approval", limit: 1000 })
  const corrections = yield* (yield* Corrections).list({ state: "open", limit: 1000 })
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? id))
  return [
    work(
      "registration",
      at,
      "/desk/registrations",
      yield* registrations.count("awaiting-approval"),
      longestFirst(
        waiting.map((one): Thing => ({
          label: one.url,
          lang: null,
          note: one.newInitiative?.name ?? nameOf(one.initiativeId),
          href: `/desk/registrations/${one.id}`,
          since: one.confirmedAt ?? one.createdAt
        }))
      )
    ),
    work(
      "correction",
      at,
      "/desk/corrections",
      yield* (yield* Corrections).count("open"),
      longestFirst(
        corrections.map((one): Thing => ({
          label: one.words,
          lang: one.language,
          note: nameOf(one.initiativeId),
          href: `/desk/corrections/${one.id}`,
          since: one.askedAt
        }))
      )
    )
  ]
})

const doubtWork = Effect.fnUntraced(function* (
  request: Spoken,
  at: Timestamp,
  names: ReadonlyMap<string, string>
) {
  const list = yield* Worklist
  const { count, oldest } = yield* list.outputsInDoubt
  const things = (yield* list.listInDoubt(namedEach)).map((one): Thing => ({
    label: one.title,
    lang: null,
    note: `${names.get(one.initiativeId) ?? one.initiativeId}${request.m.text("semicolon")}${request.m.names.kind[one.kind]}`,
    href: reviewPath(one.id),
    since: one.firstSeenAt
  }))
  return work("doubt", at, "/review", count, things, oldest)
})

const labelWork = Effect.fnUntraced(function* (
  request: Spoken,
  at: Timestamp,
  next: NextMeeting | null,
  names: ReadonlyMap<string, string>
) {
  // What is frozen already is not made better by it.
  if (next === null || next.release !== null) return work("label", at, "/review", 0, [])
  const list = yield* Worklist
  const words = wordsOf(request)
  const issueName = (yield* issueNames)(request.lang)
  const of = { window: next.meeting.window, below: uncertainBelow }
  const { count, oldest } = yield* list.uncertain(of)
  const things = (yield* list.listUncertain(of, namedEach)).map((one): Thing => ({
    label: one.text.length > 160 ? `${one.text.slice(0, 160).trimEnd()}…` : one.text,
    lang: one.language,
    note: `${names.get(one.initiativeId) ?? one.initiativeId}${request.m.text("semicolon")}${words.text("labelText", { issue: issueName(one.issue), percent: Math.round(one.score * 100) })}`,
    href: reviewPath(one.outputId, one.id),
    since: one.firstSeenAt
  }))
  return work("label", at, "/review", count, things, oldest)
})

/** Everything that the desk shows. */
export const deskFacts = Effect.fnUntraced(function* (request: Spoken) {
  const at = yield* now
  const names = new Map((yield* (yield* Initiatives).list).map(({ id, name }) => [id, name]))
  const next = yield* nextMeetingOf
  const freezeNear =
    next !== null && next.release === null && next.daysLeft > 0 && next.daysLeft <= freezeNoticeDays
  const all = [
    yield* alarmsWork(request, at),
    work(
      "freeze",
      at,
      "/desk/digest",
      freezeNear ? 1 : 0,
      next === null
        ? []
        : [
            {
              label: next.meeting.name,
              lang: null,
              note: "",
              href: `/desk/digest?meeting=${next.meeting.id}`,
              since: at
            }
          ]
    ),
    ...(yield* organisersWork(at, names)),
    ...(yield* sourcesWork(request, at)),
    yield* doubtWork(request, at, names),
    yield* labelWork(request, at, next, names)
  ]
  return {
    at,
    next,
    work: byUrgency(all, next?.meeting.start ?? null),
    runs: yield* (yield* JobRuns).list({ limit: 6 })
  }
})
