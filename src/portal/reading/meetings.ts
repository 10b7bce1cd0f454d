/**
 * The meetings that digests are made for: as a page, and as a calendar (iCalendar, RFC 5545).
 */
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import ical from "ical-generator"
import type { IsoDate, Meeting } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { presentCycles } from "../../jobs/present-cycles.ts"
import { now } from "../../store/index.ts"
import type { PortalRequest } from "../request.ts"
import { file } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { keptPage } from "./kept.ts"
import { readingWords } from "./words/index.ts"

/** All meetings, the earliest first. */
export const allMeetings = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  const cycles = yield* presentCycles(dataDirectory)
  return cycles.flatMap(({ meetings }) => meetings).sort((a, b) => (a.start < b.start ? -1 : 1))
})

/** The next meeting, or the one under way. */
export const nextMeeting = Effect.gen(function* () {
  const today = (yield* now).slice(0, 10)
  return (yield* allMeetings).find(({ end }) => end >= today)
})

const page = keptPage(
  "/meetings",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { m } = request
    const words = readingWords.in(request.lang)
    const meetings = (yield* allMeetings).toReversed()
    const row = (meeting: Meeting) =>
      markup`<tr id="${meeting.id}">
        <th scope="row"><bdi lang="en">${meeting.name}</bdi></th>
        <td>${m.dates(meeting.start, meeting.end)}</td>
        <td>${meeting.place === null ? "–" : markup`<bdi>${meeting.place}</bdi>`}</td>
        <td>${words.text("window", { window: m.dates(meeting.window.from, meeting.window.to) })}</td>
      </tr>`
    return {
      title: words.text("meetingsTitle"),
      section: "/meetings",
      crumbs: [],
      body: markup`<p class="lead">${words.text("meetingsLead")}</p>
        ${
          meetings.length === 0
            ? markup`<p>${words.text("noMeeting")}</p>`
            : markup`<div class="scroll" role="region" tabindex="0" aria-label="${words.text("meetingsTitle")}">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${words.text("name")}</th>
                      <th scope="col">${words.text("dates")}</th>
                      <th scope="col">${words.text("place")}</th>
                      <th scope="col">${words.text("digestTitle")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${meetings.map(row)}
                  </tbody>
                </table>
              </div>`
        }
        <p><a href="/meetings.ics">${words.text("calendarFile")}</a></p>`
    }
  })
)

/** Midnight UTC; for events of whole days the end is the day after the last. */
const day = (date: IsoDate, later = 0): Date => new Date(Date.parse(`${date}T00:00:00Z`) + later * 86_400_000)

const calendar = file(
  "/meetings.ics",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const stamp = yield* now
    const own = ical({
      name: "IGF: consultations and MAG meetings",
      prodId: { company: "Tributary", product: "meetings", language: "EN" },
      url: request.permanent("/meetings.ics")
    })
    for (const meeting of yield* allMeetings) {
      own.createEvent({
        id: `${meeting.id}@tributary`,
        stamp: new Date(`${stamp.slice(0, 10)}T00:00:00Z`),
        start: day(meeting.start),
        end: day(meeting.end, 1),
        allDay: true,
        timezone: "UTC",
        summary: meeting.name,
        url: request.permanent(`/meetings#${meeting.id}`),
        ...(meeting.place === null ? {} : { location: meeting.place })
      })
    }
    return HttpServerResponse.text(own.toString(), {
      contentType: "text/calendar; charset=utf-8",
      headers: {
        "cache-control": "public, max-age=3600",
        "content-disposition": 'inline; filename="meetings.ics"'
      }
    })
  })
)

export const meetings = [page, calendar] as const
