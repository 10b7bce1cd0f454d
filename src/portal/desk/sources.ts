/** Sources as the desk sees them: the list with filters, a source's page, and what is done about it. */
import { Effect, Layer, Option, Schema } from "effect"
import { Initiative, type Source, SourceId, type SourceStatus } from "../../domain/index.ts"
import { link, markup, type Value } from "../../export/html/html.ts"
import { acceptMove, NothingToAccept } from "../../jobs/accept-move.ts"
import type { Verdict } from "../../jobs/status.ts"
import { Audit, Initiatives, now, Sources, Store, Visits } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import { field, form, select, submit } from "../form.ts"
import { may } from "../person.ts"
import { pageNumber, pager } from "../reading/pager.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page } from "../route.ts"
import { table } from "../table.ts"
import { Errands, NotBegun } from "./errands.ts"
import {
  actorOf,
  deskPage,
  editors,
  factList,
  notice,
  readers,
  timeOf,
  wordsOf,
  kindOf,
  reported
} from "./frame.ts"
import { allSources, healthOf, type SourceHealth, verdicts } from "./source-health.ts"
import { paceText, troubleText, visitText } from "./told/index.ts"

const pageSize = 100
const shownVisits = 30

/** What a verdict is called, and its key in the filter. */
const verdictKeys = {
  healthy: "verdict_healthy",
  silent: "verdict_silent",
  waiting: "verdict_waiting",
  failing: "verdict_failing",
  "blocked by robots": "verdict_robots",
  "layout changed": "verdict_layout",
  moved: "verdict_moved",
  gone: "verdict_gone",
  empty: "verdict_empty",
  paused: "verdict_paused",
  proposed: "verdict_proposed",
  retired: "verdict_retired"
} as const satisfies Readonly<Record<Verdict, string>>

const verdictOf = (request: PortalRequest, verdict: Verdict, isTrouble: boolean): Value =>
  markup`<span class="${isTrouble ? "stands bad" : `stands ${verdict === "healthy" ? "good" : ""}`}">${wordsOf(request).text(verdictKeys[verdict])}</span>`

const isWanted = ({ initiative, source, trouble, verdict }: SourceHealth, health: string, text: string) =>
  (health === "" || (health === "trouble" ? trouble !== null : verdict === health)) &&
  (text === "" || `${initiative} ${source.id} ${source.url}`.toLowerCase().includes(text))

/** When an approved source is visited again; one that never was is visited at the next import. */
const nextVisit = (request: PortalRequest, at: string | null) =>
  at === null ? wordsOf(request).text("nextImport") : timeOf(request, at)

const list = page(
  "/desk/sources",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const health = request.query.get("health") ?? ""
    const text = (request.query.get("q") ?? "").slice(0, 200)
    const all = yield* allSources
    const wanted = all.filter((one) => isWanted(one, health, text.toLowerCase().trim()))
    const number = pageNumber(request.query)
    const counts = new Map(
      [...Map.groupBy(all, ({ verdict }) => verdict)].map(([key, own]) => [key, own.length])
    )
    const shown = wanted.slice((number - 1) * pageSize, number * pageSize)
    return deskPage(request, {
      part: "/desk/sources",
      title: words.text("sources"),
      crumbs: [],
      body: markup`<p class="lead">${words.text("sourcesLead")}</p>
        <form class="narrow" method="get" action="${request.href("/desk/sources")}">
          <div class="filters">
            ${field(request, { name: "q", label: words.text("find"), value: text, maxLength: 200 })}
            ${select(request, {
              name: "health",
              label: words.text("health"),
              value: health,
              empty: words.text("all"),
              choices: [
                { value: "trouble", label: words.text("source") },
                ...verdicts.map((one) => ({
                  value: one,
                  label: `${words.text(verdictKeys[one])} (${request.m.number(counts.get(one) ?? 0)})`
                }))
              ]
            })}
          </div>
          ${submit(words.text("narrow"))}
        </form>
        <p class="meta">${words.text("found", { count: wanted.length })}</p>
        ${
          wanted.length === 0
            ? markup`<p>${words.text("noSources")}</p>`
            : table(
                words.text("sources"),
                [
                  words.text("source_one"),
                  words.text("initiative"),
                  words.text("health"),
                  words.text("kind"),
                  words.text("lastRead"),
                  words.text("nextVisit")
                ],
                shown.map(({ initiative, source, state, trouble, verdict }) => [
                  markup`<a href="${request.href(`/desk/sources/${source.id}`)}">${source.id}</a>`,
                  initiative,
                  verdictOf(request, verdict, trouble !== null),
                  kindOf(request, source.kind),
                  timeOf(request, state.lastSuccessAt),
                  source.status === "approved" ? nextVisit(request, state.nextVisitAt) : "–"
                ])
              )
        }
        ${pager(request, number, Math.ceil(wanted.length / pageSize))}`
    })
  }),
  readers
)

const isSourceId = Schema.is(SourceId)

const found = Effect.fnUntraced(function* (id: string) {
  if (!isSourceId(id)) return yield* notFound()
  const sources = yield* Sources
  const source = Option.getOrUndefined(yield* sources.get(id))
  if (source === undefined) return yield* notFound()
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(source.initiativeId))
  const name: Initiative["name"] = initiative?.name ?? source.initiativeId
  return healthOf(source, yield* sources.state(id), name, yield* now)
})

/** What is to be said of a source beyond its verdict, in a sentence. */
const sentenceOf = (request: PortalRequest, { state, trouble, verdict }: SourceHealth): Value => {
  const words = wordsOf(request)
  if (verdict === "moved") {
    return markup`<p class="notice bad">${words.parts("movedText", { address: link(state.permanentUrl, state.permanentUrl ?? "") })}</p>`
  }
  if (trouble !== null) return notice(troubleText(request, { state, trouble, verdict }), true)
  if (verdict === "silent") return notice(words.text("silentText"))
  if (verdict === "proposed") return notice(words.text("proposedText"))
  return ""
}

/** A button that does something about a source. */
const button = (
  request: PortalRequest,
  id: SourceId,
  verb: "approve" | "pause" | "retire" | "accept-move" | "visit",
  label: string,
  look: "primary" | "quiet" | "danger" = "quiet"
) =>
  form(
    request,
    { action: `/desk/sources/${verb}` },
    markup`<input type="hidden" name="source" value="${id}" />${submit(label, look)}`
  )

const buttons = (request: PortalRequest, { source: { id, kind, status }, verdict }: SourceHealth): Value => {
  const words = wordsOf(request)
  if (!may(request.person, "editor")) return markup`<p class="meta">${words.text("readersSee")}</p>`
  return markup`<div class="buttons">
    ${verdict === "moved" ? button(request, id, "accept-move", words.text("acceptMove"), "primary") : ""}
    ${status === "approved" && kind !== "upload" ? button(request, id, "visit", words.text("runNow"), "primary") : ""}
    ${status === "approved" ? "" : button(request, id, "approve", words.text("approve"), "primary")}
    ${status === "approved" ? button(request, id, "pause", words.text("pause")) : ""}
    ${status === "retired" ? "" : button(request, id, "retire", words.text("retire"), "danger")}
  </div>`
}

/** Days of which what it lists is taken; open at an end that is not said. */
const validOf = ({ m }: PortalRequest, { validFrom, validUntil }: Source): string =>
  `${validFrom === null ? "…" : m.date(validFrom)} – ${validUntil === null ? "…" : m.date(validUntil)}`

const sourcePage = Effect.fnUntraced(function* (request: PortalRequest, id: string, problem: Value = "") {
  const words = wordsOf(request)
  const own = yield* found(id)
  const { initiative, source, state, trouble, verdict } = own
  const visits = yield* (yield* Visits).newest([source.id], shownVisits)
  const facts: ReadonlyArray<readonly [string, Value]> = [
    [
      words.text("initiative"),
      markup`<a href="${request.href(`/initiatives/${source.initiativeId}`)}">${initiative}</a>`
    ],
    [words.text("address"), link(source.url, source.url)],
    [words.text("kind"), kindOf(request, source.kind)],
    [words.text("status"), words.text(`status_${source.status}`)],
    [words.text("health"), verdictOf(request, verdict, trouble !== null)],
    ...(source.validFrom === null && source.validUntil === null
      ? []
      : [[words.text("valid"), validOf(request, source)] as const]),
    [words.text("lastVisit"), timeOf(request, state.lastVisitAt)],
    [words.text("lastRead"), timeOf(request, state.lastSuccessAt)],
    [words.text("lastChange"), timeOf(request, state.lastChangeAt)],
    ...(state.failures === 0 ? [] : [[words.text("failures"), request.m.number(state.failures)] as const]),
    ...(state.itemsListed === null
      ? []
      : [[words.text("itemsListed"), request.m.number(state.itemsListed)] as const]),
    ...(source.status === "approved"
      ? [
          [
            words.text("nextVisit"),
            markup`${nextVisit(request, state.nextVisitAt)}${state.nextVisitReason === null ? "" : markup` <span class="meta">${paceText(request, state.nextVisitReason)}</span>`}`
          ] as const
        ]
      : [])
  ]
  return deskPage(request, {
    part: "/desk/sources",
    title: source.id,
    status: problem === "" ? 200 : 422,
    crumbs: [{ href: request.href("/desk/sources"), label: words.text("sources") }],
    body: markup`${problem === "" ? "" : notice(problem, true)}
      ${request.query.get("done") === null ? "" : notice(words.text("statusChanged"))} ${sentenceOf(request, own)}
      ${buttons(request, own)}
      ${factList(facts)}
      <h2>${words.text("visits")}</h2>
      ${
        visits.length === 0
          ? markup`<p>${words.text("noVisits")}</p>`
          : table(
              words.text("visits"),
              [words.text("when"), words.text("what"), words.text("outcome"), words.text("words")],
              visits.map((visit) => [
                timeOf(request, visit.startedAt),
                markup`${words.text(`purpose_${visit.purpose}`)} <span class="meta" dir="ltr">${visit.url}</span>`,
                request.m.names.outcome[visit.outcome],
                visitText(request, visit)
              ])
            )
      }`
  })
})

const own = page(
  "/desk/sources/:initiative/:name",
  (request) => sourcePage(request, `${request.params["initiative"] ?? ""}/${request.params["name"] ?? ""}`),
  readers
)

/** The source that a form names. */
const named = (fields: Fields) => {
  const id = fields.get("source")
  return isSourceId(id) ? Effect.succeed(id) : Effect.fail(badRequest(""))
}

const done = (request: PortalRequest, id: SourceId) =>
  redirect(request.href(`/desk/sources/${id}`, { done: "1" }))

/** A change of a source's status, with its entry in the log. */
const changes = (verb: "approve" | "pause" | "retire", status: SourceStatus) =>
  action(
    `/desk/sources/${verb}`,
    Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
      const id = yield* named(fields)
      const by = yield* actorOf(request)
      const { source } = yield* found(id)
      yield* (yield* Store).transaction(
        Effect.gen(function* () {
          yield* (yield* Sources).setStatus(id, status)
          yield* (yield* Audit).record({
            by,
            action: `source.${verb}`,
            thing: `source:${id}`,
            before: { status: source.status },
            after: { status }
          })
        })
      )
      return done(request, id)
    }),
    editors
  )

const move = action(
  "/desk/sources/accept-move",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const words = wordsOf(request)
    const id = yield* named(fields)
    const by = yield* actorOf(request)
    yield* found(id)
    return yield* (yield* Store)
      .transaction(
        Effect.gen(function* () {
          const { retired, source } = yield* acceptMove(id)
          yield* (yield* Audit).record({
            by,
            action: "source.accept-move",
            thing: `source:${id}`,
            before: { url: retired.url },
            after: { source: source.id, url: source.url }
          })
          return done(request, source.id)
        })
      )
      .pipe(
        Effect.catchIf(
          (error): error is NothingToAccept => error instanceof NothingToAccept,
          () => sourcePage(request, id, words.text("notMoved"))
        )
      )
  }),
  editors
)

const visit = action(
  "/desk/sources/visit",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const words = wordsOf(request)
    const id = yield* named(fields)
    const by = yield* actorOf(request)
    yield* found(id)
    return yield* (yield* Errands).send({ what: "import", source: id }, by).pipe(
      Effect.tap((run) =>
        Effect.flatMap(Audit, (audit) =>
          audit.record({ by, action: "source.visit", thing: `source:${id}`, after: { run } })
        )
      ),
      Effect.map((run) => redirect(request.href(`/desk/jobs/${run}`))),
      Effect.catchIf(
        (error): error is NotBegun => error instanceof NotBegun,
        ({ message }) =>
          sourcePage(request, id, words.parts("notBegun", { reason: reported(request, message) }))
      )
    )
  }),
  editors
)

export const sources = Layer.mergeAll(
  list,
  own,
  changes("approve", "approved"),
  changes("pause", "paused"),
  changes("retire", "retired"),
  move,
  visit
)
