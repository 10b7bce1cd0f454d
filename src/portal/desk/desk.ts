/** The desk itself: what needs a person in order of urgency, the next meeting, the last runs. */
import { Effect } from "effect"
import { daysBetween, type Timestamp } from "../../domain/index.ts"
import { langDir, markup, type Value } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { page } from "../route.ts"
import { table } from "../table.ts"
import { deskFacts, type NextMeeting, type Thing, type WorkOfDesk } from "./facts.ts"
import { ageOf, deskPage, hrefOf, readers, timeOf, wordsOf } from "./frame.ts"
import { outcomeOf } from "./run-words.ts"
import { daysToDo, type DueWork, type KindOfWork, kindsOfWork } from "./urgency.ts"

const thingItem = (request: PortalRequest, thing: Thing, today: Timestamp): Value =>
  markup`<li>
    <a href="${hrefOf(request, thing.href)}"${thing.lang === null ? "" : langDir(thing.lang)}><bdi>${thing.label}</bdi></a>
    <span class="meta"><bdi>${thing.note}</bdi>${thing.note === "" || thing.since === null ? "" : " · "}${
      thing.since === null ? "" : ageOf(request, thing.since, today)
    }</span>
  </li>`

const freezeNote = (request: PortalRequest, next: NextMeeting | null): string =>
  next === null
    ? ""
    : wordsOf(request).text("freezeText", { meeting: next.meeting.name, count: next.daysLeft })

const section = (
  request: PortalRequest,
  own: DueWork<WorkOfDesk>,
  today: Timestamp,
  next: NextMeeting | null
): Value => {
  const words = wordsOf(request)
  const late = own.due !== null && own.due < today.slice(0, 10)
  const due =
    own.due === null
      ? words.text("noDue")
      : words.text(late ? "overdue" : "dueBy", { date: request.m.date(own.due) })
  const days = daysBetween(own.oldest, today)
  const age = days <= 0 ? words.text("sinceToday") : words.text("waitsSince", { count: days })
  const isDated = own.things.some(({ since }) => since !== null)
  return markup`<section class="work" aria-labelledby="work-${own.kind}">
    <h2 id="work-${own.kind}">${words.text(`work_${own.kind}`, { count: own.count })}</h2>
    <p class="${late ? "meta late" : "meta"}">${due}${isDated ? markup` · ${age}` : ""}</p>
    ${own.kind === "freeze" ? markup`<p>${freezeNote(request, next)}</p>` : ""}
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
  const words = wordsOf(request)
  if (next === null)
    return markup`<p><a href="${request.href("/desk/meetings")}">${words.text("noMeeting")}</a></p>`
  const { daysLeft, meeting, release } = next
  const dates = request.m.dates(meeting.start, meeting.end)
  return markup`<p>
    <a href="${request.href("/desk/digest", { meeting: meeting.id })}"><bdi>${meeting.name}</bdi></a>${request.m.text("comma")}${request.m.text(
      "sentence",
      {
        text:
          daysLeft > 0
            ? words.text("daysLeft", { count: daysLeft, dates })
            : words.text("underWay", { dates })
      }
    )}
    <span class="meta">${release === null ? words.text("notFrozen") : words.text("frozenAs", { number: release.number })}</span>
  </p>`
}

/** With a small letter at its beginning, as within a sentence. */
const uncapital = ({ m }: PortalRequest, text: string): string =>
  text.slice(0, 1).toLocaleLowerCase(m.tag) + text.slice(1)

const daysOf = (request: PortalRequest, kind: KindOfWork): ReadonlyArray<string> => {
  const words = wordsOf(request)
  const days = daysToDo[kind] ?? 0
  return days === 0
    ? []
    : [words.text("ruleDays", { what: uncapital(request, words.text(kind)), count: days })]
}

export const desk = page(
  "/desk",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const { at, next, runs, work } = yield* deskFacts(request)
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
                    runs.map((run) => [
                      markup`<a href="${request.href(`/desk/jobs/${run.id}`)}">${run.job}</a>`,
                      timeOf(request, run.startedAt),
                      outcomeOf(request, run)
                    ])
                  )
            }
            <p><a href="${request.href("/desk/jobs")}">${words.text("allRuns")}</a></p>
          </aside>
        </div>
        <details>
          <summary>${words.text("rule")}</summary>
          <p>${words.text("ruleText", { days: request.m.list(kindsOfWork.flatMap((kind) => daysOf(request, kind))) })}</p>
        </details>`
    })
  }),
  readers
)
