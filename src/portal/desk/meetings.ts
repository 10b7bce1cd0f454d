/**
 * Cycles and meetings: what counts now. Every edit is kept as a whole cycle in the store, and stands in place
 * of what the file of cycles says of the year; the forms are in the files beside this.
 */
import { Effect, Layer } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { HttpServerResponse } from "effect/http"
import { stringify } from "yaml"
import type { CycleEdit } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { presentCycles, type PresentCycle } from "../../jobs/present-cycles.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { table } from "../table.ts"
import { described } from "./cycle-edit.ts"
import { cycleHistory } from "./cycle-history.ts"
import { meetingForms } from "./cycle-meeting.ts"
import { subThemeForms } from "./cycle-sub-theme.ts"
import { yearForms } from "./cycle-year.ts"
import { actionsHead, deskPage, notice, readers, wordsOf } from "./frame.ts"

const editLink = (
  request: PortalRequest,
  path: string,
  query: Readonly<Record<string, string | number>>,
  what: string
) =>
  may(request.person, "editor")
    ? markup`<a href="${request.href(path, query)}" aria-label="${wordsOf(request).text("editOf", { what })}">${wordsOf(request).text("edit")}</a>`
    : ""

const addLink = (
  request: PortalRequest,
  path: string,
  query: Readonly<Record<string, string | number>>,
  label: string
) => (may(request.person, "editor") ? markup`<p><a href="${request.href(path, query)}">${label}</a></p>` : "")

const sourceNote = (request: PortalRequest, edit: CycleEdit | null): string =>
  edit === null
    ? wordsOf(request).text("fromFile")
    : wordsOf(request).text("editedBy", { by: edit.by, at: minuteOf(edit.at) })

const section = (request: PortalRequest, { cycle, edit }: PresentCycle, isOpen: boolean): Value => {
  const words = wordsOf(request)
  const { meetings, subThemes, theme, year } = cycle
  return markup`<details class="cycle"${isOpen ? markup` open` : ""}>
    <summary><b>${words.text("cycleOf", { year: String(year) })}</b> <bdi>${theme ?? words.text("themeUnknown")}</bdi></summary>
    <p class="meta">${sourceNote(request, edit)} ${editLink(request, "/desk/meetings/theme", { year }, `${year}`)}</p>
    <h2>${words.text("meetingsOf", { year: String(year) })}</h2>
    ${
      meetings.length === 0
        ? markup`<p>${words.text("noMeetings")}</p>`
        : table(
            words.text("meetingsOf", { year: String(year) }),
            [
              words.text("name"),
              words.text("dates"),
              words.text("place"),
              words.text("window"),
              actionsHead(request)
            ],
            meetings.map((meeting) => [
              markup`<bdi>${meeting.name}</bdi> <bdi class="meta">${meeting.id}</bdi>`,
              request.m.dates(meeting.start, meeting.end),
              meeting.place ?? "–",
              request.m.dates(meeting.window.from, meeting.window.to),
              editLink(request, "/desk/meetings/meeting", { year, id: meeting.id }, meeting.name)
            ])
          )
    }
    ${addLink(request, "/desk/meetings/meeting", { year }, words.text("addMeeting"))}
    <h2>${words.text("subThemes")}</h2>
    ${
      subThemes.length === 0
        ? markup`<p>${words.text("noSubThemes")}</p>`
        : markup`<ul>
            ${subThemes.map(
              ({ title }, index) =>
                markup`<li><bdi>${title}</bdi> ${editLink(request, "/desk/meetings/sub-theme", { year, number: index + 1 }, title)}</li>`
            )}
          </ul>`
    }
    ${addLink(request, "/desk/meetings/sub-theme", { year }, words.text("addSubTheme"))}
  </details>`
}

const list = page(
  "/desk/meetings",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const all = (yield* described).toReversed()
    return deskPage(request, {
      part: "/desk/meetings",
      title: words.text("meetings"),
      crumbs: [],
      body: markup`${request.query.get("done") === null ? "" : notice(words.text("saved"))}
        <p class="lead">${words.text("meetingsLead")}</p>
        ${addLink(request, "/desk/meetings/year", {}, words.text("addCycle"))}
        ${all.map((own, index) => section(request, own, index < 2))}
        <p>
          <a href="${request.href("/desk/meetings/history")}">${words.text("cycleHistory")}</a> ·
          <a href="${request.href("/desk/meetings/export")}">${words.text("exportYaml")}</a>
        </p>
        <p class="meta">${words.text("exportHelp")}</p>`
    })
  }),
  readers
)

const exported = page(
  "/desk/meetings/export",
  Effect.fnUntraced(function* (_request: PortalRequest) {
    const cycles = yield* presentCycles((yield* PortalSettings).dataDirectory)
    return HttpServerResponse.text(stringify(cycles, { lineWidth: 110 }), {
      contentType: "application/yaml; charset=utf-8",
      headers: { "content-disposition": 'attachment; filename="cycles.yaml"', "cache-control": "no-store" }
    })
  }),
  readers
)

export const meetings = Layer.mergeAll(list, exported, yearForms, meetingForms, subThemeForms, cycleHistory)
