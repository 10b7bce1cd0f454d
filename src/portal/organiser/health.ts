/** How an initiative's sources are, in plain words, and what its organiser can mend. */
import { Effect } from "effect"
import type { Source, SourceState, Visit, VisitOutcome } from "../../domain/index.ts"
import { link, markup } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { type Verdict, verdictOf } from "../../jobs/status.ts"
import { now, Sources, Visits } from "../../store/index.ts"
import { verdictWords } from "../reading/initiatives.ts"
import { readingWords } from "../reading/words/index.ts"
import type { PortalRequest } from "../request.ts"
import { table } from "../table.ts"
import type { Organiser } from "./session.ts"
import { organiserWords } from "./words/index.ts"

/** Visits that are shown. */
const visitsShown = 15

const words = (request: PortalRequest) => organiserWords.in(request.lang)

/** What to do about an outcome; null where it is well. */
const mendOutcome = {
  ok: null,
  "not-modified": null,
  "bad-url": "mendOther",
  "blocked-address": "mendOther",
  "blocked-port": "mendOther",
  "blocked-by-robots": "mendRobots",
  "dns-error": "mendName",
  "network-error": "mendServer",
  "tls-error": "mendCertificate",
  "too-slow": "mendServer",
  "too-large": "mendLarge",
  "redirect-loop": "mendRedirect",
  "bad-redirect": "mendRedirect",
  "bad-encoding": "mendServer",
  "not-found": "mendNotFound",
  gone: "mendGone",
  refused: "mendAccess",
  "rate-limited": "mendServer",
  challenge: "mendAccess",
  "server-error": "mendServer",
  "unexpected-status": "mendOther",
  "unsupported-media": "mendKind"
} as const satisfies Readonly<Record<VisitOutcome, string | null>>

/** What to do about a source; null where nothing has to be done. */
const mendSentence = (
  request: PortalRequest,
  verdict: Verdict,
  { lastOutcome, permanentUrl }: SourceState
): Value => {
  const own = words(request)
  switch (verdict) {
    case "silent":
      return own.text("mendSilent")
    case "layout changed":
      return own.text("mendLayout")
    case "moved":
      return own.parts("mendMoved", { url: markup`<bdi dir="ltr">${permanentUrl ?? ""}</bdi>` })
    case "gone":
      return own.text("mendGone")
    case "empty":
      return own.text("mendEmpty")
    case "blocked by robots":
      return own.text("mendRobots")
    case "failing": {
      const key = lastOutcome === null ? null : mendOutcome[lastOutcome]
      return key === null ? null : own.text(key)
    }
    default:
      return null
  }
}

const sourceItem = (request: PortalRequest, source: Source, state: SourceState, verdict: Verdict): Html => {
  const { m } = request
  const own = words(request)
  const mend = mendSentence(request, verdict, state)
  const next =
    source.status !== "approved" || state.nextVisitAt === null
      ? ""
      : markup`${m.text("comma")}${own.text("nextRead", { date: m.date(state.nextVisitAt) })}`
  return markup`<li>
    ${link(source.url, markup`<bdi dir="ltr">${source.url}</bdi>`)}
    <span class="${mend === null ? "state" : "state bad"}"
      >${readingWords.in(request.lang).text(verdictWords[verdict])}</span
    >
    ${mend === null ? "" : markup`<span class="state"><b>${own.text("mend")}:</b> ${mend}</span>`}
    <span class="meta"
      >${state.lastSuccessAt === null ? own.text("neverRead") : own.text("lastRead", { date: m.date(state.lastSuccessAt) })}${next}</span
    >
  </li>`
}

const visitRow = (request: PortalRequest, visit: Visit) => {
  const { m } = request
  const own = words(request)
  const mend = mendOutcome[visit.outcome]
  const outcome =
    visit.outcome === "ok"
      ? own.text("visitOk")
      : visit.outcome === "not-modified"
        ? own.text("visitSame")
        : own.text("visitFailed")
  return [
    markup`<time datetime="${visit.startedAt}">${m.date(visit.startedAt)}</time>`,
    link(visit.url, markup`<bdi dir="ltr">${visit.url}</bdi>`),
    markup`${outcome}${mend === null ? "" : markup`<br /><span class="meta">${own.text(mend)}</span>`}`
  ]
}

/** The part of the page about sources and visits. */
export const healthPart = Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
  const own = words(request)
  const sources = yield* Sources
  const at = yield* now
  const all = (yield* sources.list({ initiativeId: organiser.initiative.id })).filter(
    ({ kind }) => kind !== "upload"
  )
  const items: Array<Html> = []
  let well = true
  for (const source of all) {
    const state = yield* sources.state(source.id)
    const verdict = verdictOf(source, state, at)
    if (mendSentence(request, verdict, state) !== null && source.status === "approved") well = false
    items.push(sourceItem(request, source, state, verdict))
  }
  const visits = yield* (yield* Visits).newest(
    all.map(({ id }) => id),
    visitsShown
  )
  return markup`<h2 id="sources">${own.text("healthTitle")}</h2>
    ${
      all.length === 0
        ? markup`<p>${own.text("healthNone")}</p>`
        : markup`${well ? markup`<p class="notice">${own.text("healthGood")}</p>` : ""}
            <ul class="sources">
              ${items}
            </ul>`
    }
    <p><a href="${request.href("/register")}">${own.text("register")}</a></p>
    ${
      visits.length === 0
        ? ""
        : markup`<details>
            <summary>${own.text("visitsTitle")}</summary>
            ${table(
              own.text("visitsTitle"),
              [own.text("when"), own.text("what"), own.text("outcome")],
              visits.map((visit) => visitRow(request, visit))
            )}
          </details>`
    }`
})
