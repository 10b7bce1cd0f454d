/** The digest as the desk sees it: what would be frozen for a meeting, freezing it, and all releases. */
import { Effect, Layer, Schema } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import {
  type Cycle,
  IsoDate,
  IssueId,
  type Meeting,
  MeetingId,
  type Release,
  ReleaseNumber
} from "../../domain/index.ts"
import { langDir, markup, type Value } from "../../export/html/html.ts"
import { presentCycles } from "../../jobs/present-cycles.ts"
import { nextNumber } from "../../jobs/release/number.ts"
import { Audit, JobRuns, now, Releases } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import { form, select, submit } from "../form.ts"
import { may } from "../person.ts"
import { issueNames } from "../register/index.ts"
import type { IssueName } from "../register/diagnosis.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { table } from "../table.ts"
import { type Changes, keptChanges } from "./changes.ts"
import { Errands, NotBegun } from "./errands.ts"
import {
  actionsHead,
  actorOf,
  deskPage,
  editors,
  notice,
  readers,
  reported,
  wordsOf,
  timeOf
} from "./frame.ts"
import { type Errand, errandJobs } from "./order.ts"

interface Found {
  readonly cycle: Cycle
  readonly meeting: Meeting
}

/** All meetings with their cycles, the latest first. */
const meetings = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  return (yield* presentCycles(dataDirectory))
    .flatMap((cycle) => cycle.meetings.map((meeting): Found => ({ cycle, meeting })))
    .toSorted((a, b) => (a.meeting.start < b.meeting.start ? 1 : -1))
})

/** The meeting that is asked for, else the next one, else the last. */
const chosen = (all: ReadonlyArray<Found>, wish: string | null, today: string): Found | undefined =>
  all.find(({ meeting }) => meeting.id === wish) ??
  all.findLast(({ meeting }) => meeting.end >= today) ??
  all[0]

const dates = (request: PortalRequest, from: string, to: string): string =>
  request.m.dates(IsoDate.make(from), IsoDate.make(to))

const isIssueId = Schema.is(IssueId)

/** What a line of a comparison is about, an issue by its name in the language of the page. */
const aboutOf = (issueName: IssueName, about: string, href: string | null): string => {
  const id = href === null ? undefined : /^\/issues\/(.+)$/.exec(href)?.[1]
  return isIssueId(id) ? issueName(id) : about
}

const section = (
  request: PortalRequest,
  issueName: IssueName,
  { count, key, lines }: Changes["sections"][number]
): Value => {
  const words = wordsOf(request)
  return markup`<h4>${words.text(`change_${key}`)} (${request.m.number(count)})</h4>
    <ul>
      ${lines.map(
        ({ about, href, lang, text }) =>
          markup`<li>
            <bdi>${href === null ? about : markup`<a href="${request.href(href)}">${aboutOf(issueName, about, href)}</a>`}</bdi>${
              text === "" ? "" : markup`: <span${lang === null ? "" : langDir(lang)}>${text}</span>`
            }
          </li>`
      )}
      ${count > lines.length ? markup`<li class="meta">${words.text("andMore", { count: count - lines.length })}</li>` : ""}
    </ul>`
}

const previewOf = (request: PortalRequest, issueName: IssueName, changes: Changes | null): Value => {
  const words = wordsOf(request)
  if (changes === null) return markup`<p>${words.text("previewNone")}</p>`
  const { asOf, overlap, previous, sections, totals, window } = changes
  return markup`<p>
      ${words.text("previewTotals", { ...totals, window: dates(request, window.from, window.to) })}
      ${words.text("previewAsOf", { at: minuteOf(asOf) })}
    </p>
    ${
      previous === null
        ? markup`<p>${words.text("previewFirst")}</p>`
        : sections.length === 0
          ? markup`<p>${words.text("previewSame", { number: previous })}</p>`
          : markup`<h3>${words.text("previewAgainst", { number: previous })}</h3>
              ${overlap ? "" : markup`<p>${words.text("noOverlap")}</p>`} ${sections.map((own) => section(request, issueName, own))}`
    }`
}

/** A button with what it is about. */
const button = (
  request: PortalRequest,
  path: string,
  name: string,
  value: string,
  label: string,
  look?: "quiet"
) =>
  form(
    request,
    { action: path },
    markup`<input type="hidden" name="${name}" value="${value}" />${submit(label, look ?? "primary")}`
  )

const releaseRow = (
  request: PortalRequest,
  { contentHash, frozenAt, meetingId, number }: Release,
  by: string | null,
  verified: Value
): ReadonlyArray<Value> => [
  markup`<a href="${request.href(`/digest/${number}`)}">${number}</a>`,
  meetingId,
  timeOf(request, frozenAt),
  markup`<bdi>${by ?? "–"}</bdi>`,
  markup`<code>${contentHash.slice(0, 12)}</code>`,
  verified,
  may(request.person, "editor")
    ? button(request, "/desk/digest/verify", "release", number, wordsOf(request).text("verify"), "quiet")
    : ""
]

const releaseTable = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = wordsOf(request)
  const store = yield* Releases
  const all = (yield* store.list).toReversed()
  if (all.length === 0) return markup`<p>${words.text("noReleases")}</p>`
  const authors = yield* store.authors
  const checks = yield* (yield* JobRuns).list({ job: errandJobs.verify, state: "completed", limit: 500 })
  const verifiedOf = (number: ReleaseNumber): Value => {
    const check = checks.find(({ summary }) => summary?.sentence.startsWith(`Release ${number} is`) === true)
    const sentence = check?.summary?.sentence
    return sentence === undefined ? words.text("never") : reported(request, sentence)
  }
  return markup`${table(
    words.text("releases"),
    [
      words.text("number"),
      words.text("meeting"),
      words.text("frozenOn"),
      words.text("by"),
      words.text("content"),
      words.text("verified"),
      actionsHead(request)
    ],
    all.map((release) =>
      releaseRow(request, release, authors.get(release.number) ?? null, verifiedOf(release.number))
    )
  )}
    <p class="meta">${words.text("verifyHelp")}</p>`
})

const digestPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  wish: string | null,
  problem: Value = ""
) {
  const words = wordsOf(request)
  const { dataDirectory } = yield* PortalSettings
  const all = yield* meetings
  const today = (yield* now).slice(0, 10)
  const found = chosen(all, wish, today)
  const isEditor = may(request.person, "editor")
  const isNext = found !== undefined && found === chosen(all, null, today)
  const changes = found === undefined ? null : yield* keptChanges(dataDirectory, found.meeting.id)
  return deskPage(request, {
    part: "/desk/digest",
    title: words.text("digest"),
    status: problem === "" ? 200 : 422,
    crumbs: [],
    body: markup`${problem === "" ? "" : notice(problem, true)}
      <p class="lead">${words.text("digestLead")}</p>
      ${
        found === undefined
          ? markup`<p><a href="${request.href("/desk/meetings")}">${words.text("noMeeting")}</a></p>`
          : markup`<form class="inline" method="get" action="${request.href("/desk/digest")}">
                ${select(request, {
                  name: "meeting",
                  label: words.text("meeting"),
                  value: found.meeting.id,
                  choices: all.map(({ meeting }) => ({
                    value: meeting.id,
                    label: request.m.text("labelled", {
                      label: meeting.name,
                      text: request.m.date(meeting.start)
                    })
                  }))
                })}
                ${submit(words.text("narrowMeeting"), "quiet")}
              </form>
              <h2>${words.text("preview")}</h2>
              ${
                isNext
                  ? markup`<p><a href="${request.href("/digest/preview")}">${words.text("previewRead")}</a></p>`
                  : ""
              }
              ${previewOf(request, (yield* issueNames)(request.lang), changes)}
              ${
                isEditor
                  ? markup`<div class="buttons">
                      ${button(request, "/desk/digest/compare", "meeting", found.meeting.id, words.text(changes === null ? "previewMake" : "previewAgain"), "quiet")}
                      <a class="button" href="${request.href("/desk/digest/freeze", { meeting: found.meeting.id })}">${words.text("freezeIt")}</a>
                    </div>`
                  : ""
              }`
      }
      <h2>${words.text("releases")}</h2>
      ${yield* releaseTable(request)}`
  })
})

const own = page("/desk/digest", (request) => digestPage(request, request.query.get("meeting")), readers)

const confirm = page(
  "/desk/digest/freeze",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const found = (yield* meetings).find(({ meeting }) => meeting.id === request.query.get("meeting"))
    if (found === undefined) return yield* notFound()
    const { cycle, meeting } = found
    const releases = yield* (yield* Releases).list
    const number = nextNumber(cycle.year, releases)
    const earlier = releases.findLast(({ meetingId }) => meetingId === meeting.id)
    const isOpen = (yield* now).slice(0, 10) <= meeting.window.to
    return deskPage(request, {
      part: "/desk/digest",
      title: words.text("freezeTitle", { meeting: meeting.name }),
      crumbs: [{ href: request.href("/desk/digest", { meeting: meeting.id }), label: words.text("digest") }],
      body: markup`<p>${words.text("freezeLead", { number })}</p>
        ${earlier === undefined ? "" : notice(words.text("freezeAgain", { number: earlier.number }))}
        ${isOpen ? notice(words.text("freezeOpen", { date: request.m.date(meeting.window.to) })) : ""}
        <div class="buttons">
          ${button(request, "/desk/digest/freeze", "meeting", meeting.id, words.text("freezeNow", { number }))}
          <a class="button quiet" href="${request.href("/desk/digest", { meeting: meeting.id })}">${words.text("back")}</a>
        </div>`
    })
  }),
  editors
)

/** Sends work that is about the digest, and leads to its run. */
const sent = Effect.fnUntraced(function* (
  request: PortalRequest,
  errand: Errand,
  name: string,
  thing: string,
  meeting: string | null
) {
  const words = wordsOf(request)
  const by = yield* actorOf(request)
  return yield* (yield* Errands).send(errand, by).pipe(
    Effect.tap((run) =>
      Effect.flatMap(Audit, (audit) => audit.record({ by, action: name, thing, after: { run } }))
    ),
    Effect.map((run) => redirect(request.href(`/desk/jobs/${run}`))),
    Effect.catchIf(
      (error): error is NotBegun => error instanceof NotBegun,
      ({ message }) =>
        digestPage(request, meeting, words.parts("notBegun", { reason: reported(request, message) }))
    )
  )
})

const isMeetingId = Schema.is(MeetingId)
const isReleaseNumber = Schema.is(ReleaseNumber)

/** The meeting that a form names; it must be one that is known. */
const meetingIn = Effect.fnUntraced(function* (fields: Fields) {
  const id = fields.get("meeting")
  if (!isMeetingId(id)) return yield* badRequest("")
  if (!(yield* meetings).some(({ meeting }) => meeting.id === id)) return yield* notFound()
  return id
})

const compare = action(
  "/desk/digest/compare",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const meeting = yield* meetingIn(fields)
    return yield* sent(request, { what: "compare", meeting }, "digest.compare", `meeting:${meeting}`, meeting)
  }),
  editors
)

const freeze = action(
  "/desk/digest/freeze",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const meeting = yield* meetingIn(fields)
    return yield* sent(request, { what: "freeze", meeting }, "digest.freeze", `meeting:${meeting}`, meeting)
  }),
  editors
)

const verify = action(
  "/desk/digest/verify",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const release = fields.get("release")
    if (!isReleaseNumber(release)) return yield* badRequest("")
    return yield* sent(request, { what: "verify", release }, "release.verify", `release:${release}`, null)
  }),
  editors
)

export const digest = Layer.mergeAll(own, confirm, compare, freeze, verify)
