/** The desk itself: what needs a person in order of urgency, the next meeting, the last runs. */
import { Effect } from "effect"
import type { Timestamp } from "../../domain/index.ts"
import { langDir, markup, type Value } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { page } from "../route.ts"
import { deskFacts, type NextMeeting, type Thing, type WorkOfDesk } from "./facts.ts"
import { ageOf, deskPage, english, hrefOf, readers, row, table, timeOf, words } from "./frame.ts"
import { resultOf, stateOf } from "./run-words.ts"
import { daysBetween, daysToDo, type DueWork, type KindOfWork, kindsOfWork } from "./urgency.ts"

const thingItem = (request: PortalRequest, thing: Thing, today: Timestamp): Value =>
  markup`<li>
    <a href="${hrefOf(request, thing.href)}"${thing.lang === null ? "" : langDir(thing.lang)}>${thing.label}</a>
    <span class="meta">${thing.note}${thing.note === "" || thing.since === null ? "" : " · "}${
      thing.since === null ? "" : ageOf(thing.since, today)
    }</span>
  </li>`

const freezeNote = (next: NextMeeting | null): string =>
  next === null ? "" : words.text("freezeText", { meeting: next.meeting.name, count: next.daysLeft })

const section = (
  request: PortalRequest,
  own: DueWork<WorkOfDesk>,
  today: Timestamp,
  next: NextMeeting | null
): Value => {
  const late = own.due !== null && own.due < today.slice(0, 10)
  const due =
    own.due === null
      ? words.text("noDue")
      : words.text(late ? "overdue" : "dueBy", { date: english.date(own.due) })
  const days = daysBetween(own.oldest, today)
  const age = days <= 0 ? words.text("sinceToday") : words.text("waitsSince", { count: days })
  const isDated = own.things.some(({ since }) => since !== null)
  return markup`<section class="work" aria-labelledby="work-${own.kind}">
    <h2 id="work-${own.kind}"><span class="count">${english.number(own.count)}</span> ${words.text(own.kind)}</h2>
    <p class="${late ? "meta late" : "meta"}">${due}${isDated ? markup` · ${age}` : ""}</p>
    ${own.kind === "freeze" ? markup`<p>${freezeNote(next)}</p>` : ""}
    <ul>
      ${own.things.map((thing) => thingItem(request, thing, today))}
    </ul>
    ${
      own.count > own.things.length || own.kind === "trouble"
        ? markup`<p><a href="${hrefOf(request, own.all)}" aria-describedby="work-${own.kind}">${words.text("allOf", { count: own.count })}</a></p>`
        : ""
    }
  </section>`
}

const meetingText = (request: PortalRequest, next: NextMeeting | null): Value => {
  if (next === null)
    return markup`<p>
      ${words.text("noMeeting")} <a href="${request.href("/desk/meetings")}">${words.text("addNext")}</a>
    </p>`
  const { daysLeft, meeting, release } = next
  const dates = english.dates(meeting.start, meeting.end)
  return markup`<p>
    <a href="${request.href("/desk/digest", { meeting: meeting.id })}">${meeting.name}</a>,
    ${daysLeft > 0 ? words.text("daysLeft", { count: daysLeft, dates }) : words.text("underWay", { dates })}.
    <span class="meta">${release === null ? words.text("notFrozen") : words.text("frozenAs", { number: release.number })}</span>
  </p>`
}

const daysOf = (kind: KindOfWork): ReadonlyArray<string> => {
  const days = daysToDo[kind] ?? 0
  return days === 0 ? [] : [words.text("ruleDays", { what: words.text(kind).toLowerCase(), count: days })]
}

export const desk = page(
  "/desk",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { at, next, runs, work } = yield* deskFacts
    return deskPage(request, {
      part: "/desk",
      title: words.text("desk"),
      body: markup`${
        work.length === 0
          ? markup`<p class="lead">${words.text("nothing")}</p>
              <p>${words.text("nothingText")}</p>`
          : markup`<p class="lead">${words.text("deskLead")}</p>`
      }
        <div class="desk">
          <div>${work.map((own) => section(request, own, at, next))}</div>
          <aside>
            <h2>${words.text("nextMeeting")}</h2>
            ${meetingText(request, next)}
            <h2>${words.text("lastRuns")}</h2>
            ${
              runs.length === 0
                ? markup`<p>${words.text("noRuns")}</p>`
                : table(
                    words.text("lastRuns"),
                    [words.text("run"), words.text("when"), words.text("result")],
                    runs.map((run) =>
                      row([
                        markup`<a href="${request.href(`/desk/jobs/${run.id}`)}">${run.job}</a>`,
                        timeOf(run.startedAt),
                        run.state === "completed" ? resultOf(run) : `${stateOf(run)}. ${resultOf(run)}`
                      ])
                    )
                  )
            }
            <p><a href="${request.href("/desk/jobs")}">${words.text("allRuns")}</a></p>
          </aside>
        </div>
        <details>
          <summary>${words.text("rule")}</summary>
          <p>${words.text("ruleText", { days: english.list(kindsOfWork.flatMap(daysOf)) })}</p>
        </details>`
    })
  }),
  readers
)
