/** The form for a meeting: its name, place and days, and the window of its digest. */
import { Effect, Layer } from "effect"
import type { Cycle, Meeting } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { Releases } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import { field, type Problems } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { action, type Fields, page } from "../route.ts"
import { cycleIn, formPage, hidden, keep, removal } from "./cycle-edit.ts"
import { readMeeting } from "./cycle-form.ts"
import { editors, notice, wordsOf, recorded } from "./frame.ts"

const meetingFields = (meeting: Meeting | undefined): URLSearchParams =>
  meeting === undefined
    ? new URLSearchParams()
    : new URLSearchParams({
        id: meeting.id.slice(5),
        name: meeting.name,
        place: meeting.place ?? "",
        start: meeting.start,
        end: meeting.end,
        from: meeting.window.from,
        to: meeting.window.to
      })

const meetingForm = Effect.fnUntraced(function* (
  request: PortalRequest,
  cycle: Cycle,
  former: Meeting | undefined,
  fields: URLSearchParams,
  problems: Problems = {}
) {
  const words = wordsOf(request)
  const text = (name: string) => fields.get(name) ?? ""
  const date = (name: string, label: string, help?: string) =>
    field(request, {
      name,
      label,
      type: "date",
      required: true,
      value: text(name),
      problems,
      ...(help === undefined ? {} : { help })
    })
  const release =
    former === undefined
      ? undefined
      : (yield* (yield* Releases).list).findLast(({ meetingId }) => meetingId === former.id)
  return formPage(
    request,
    former === undefined ? words.text("addMeeting") : words.text("editOf", { what: former.name }),
    "/desk/meetings/meeting",
    problems,
    markup`${release === undefined ? "" : notice(words.text("isFrozen", { number: release.number }))}
      ${hidden("year", cycle.year)}${former === undefined ? "" : hidden("former", former.id)}
      ${field(request, { name: "name", label: words.text("name"), required: true, maxLength: 200, value: text("name"), problems })}
      ${field(request, { name: "id", label: words.text("meetingId"), help: words.text("meetingIdHelp"), required: true, maxLength: 60, dir: "ltr", value: text("id"), problems })}
      ${field(request, { name: "place", label: words.text("place"), help: words.text("placeHelp"), maxLength: 200, value: text("place"), problems })}
      ${date("start", words.text("dayOne"))} ${date("end", words.text("end"))}
      ${date("from", words.text("windowFrom"), words.text("windowHelp"))} ${date("to", words.text("windowTo"))}`,
    former === undefined
      ? ""
      : removal(request, "/desk/meetings/meeting/remove", { year: cycle.year, id: former.id })
  )
})

const meetingPage = page(
  "/desk/meetings/meeting",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const cycle = yield* cycleIn(request.query.get("year"))
    const id = request.query.get("id")
    const former = cycle.meetings.find((meeting) => meeting.id === id)
    if (id !== null && former === undefined) return yield* notFound()
    return yield* meetingForm(request, cycle, former, meetingFields(former))
  }),
  editors
)

const saveMeeting = action(
  "/desk/meetings/meeting",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const cycle = yield* cycleIn(fields.get("year"))
    const former = cycle.meetings.find(({ id }) => id === fields.get("former"))
    const others = cycle.meetings.filter((meeting) => meeting !== former)
    const read = readMeeting(
      wordsOf(request),
      fields,
      cycle.year,
      others.map(({ id }) => id)
    )
    if ("problems" in read) return yield* meetingForm(request, cycle, former, fields, read.problems)
    return yield* keep(
      request,
      cycle,
      { ...cycle, meetings: [...others, read.value] },
      former === undefined
        ? `${recorded.text("addMeeting")}: ${read.value.name}`
        : recorded.text("editOf", { what: read.value.name })
    )
  }),
  editors
)

const removeMeeting = action(
  "/desk/meetings/meeting/remove",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const cycle = yield* cycleIn(fields.get("year"))
    const gone = cycle.meetings.find(({ id }) => id === fields.get("id"))
    if (gone === undefined) return yield* notFound()
    const meetings = cycle.meetings.filter((meeting) => meeting !== gone)
    return yield* keep(request, cycle, { ...cycle, meetings }, `${recorded.text("remove")}: ${gone.name}`)
  }),
  editors
)

export const meetingForms = Layer.mergeAll(meetingPage, saveMeeting, removeMeeting)
