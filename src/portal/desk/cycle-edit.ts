/** What the forms of cycles share: finding the cycle, keeping an edit with its entry in the log, their frame. */
import { Effect } from "effect"
import type { Cycle } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { describeCycles } from "../../jobs/present-cycles.ts"
import { Audit, CycleEdits, Store } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import { form, problemList, type Problems, submit } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { PortalSettings } from "../settings.ts"
import { wholeCycle } from "./cycle-form.ts"
import { actorOf, deskPage, wordsOf } from "./frame.ts"

/** All cycles with where each comes from. */
export const described = Effect.gen(function* () {
  return yield* describeCycles((yield* PortalSettings).dataDirectory)
})

/** The way to a page below that of the meetings. */
export const crumbs = (request: PortalRequest) => [
  { href: request.href("/desk/meetings"), label: wordsOf(request).text("meetings") }
]

/** The number that a query or a form names; NaN where it names none. */
export const numberOf = (text: string | null): number =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN

/** The cycle that a query or a form names. */
export const cycleIn = Effect.fnUntraced(function* (year: string | null) {
  const found = (yield* described).find(({ cycle }) => cycle.year === numberOf(year))
  return found === undefined ? yield* notFound() : found.cycle
})

/** Keeps an edit with its entry in the log. */
export const keep = Effect.fnUntraced(function* (
  request: PortalRequest,
  before: Cycle | null,
  after: Cycle,
  what: string
) {
  const cycle = wholeCycle(after)
  if (cycle === null) return yield* badRequest("")
  const by = yield* actorOf(request)
  yield* (yield* Store).transaction(
    Effect.gen(function* () {
      yield* (yield* CycleEdits).add({ by: by.name, year: cycle.year, what, cycle })
      yield* (yield* Audit).record({
        by,
        action: "cycle.edit",
        thing: `cycle:${cycle.year}`,
        before,
        after: cycle
      })
    })
  )
  return redirect(request.href("/desk/meetings", { done: "1" }))
})

/** A page with one form, whose problems stand first. */
export const formPage = (
  request: PortalRequest,
  title: string,
  path: string,
  problems: Problems,
  content: Value,
  more: Value = ""
) =>
  deskPage(request, {
    part: "/desk/meetings",
    title,
    crumbs: crumbs(request),
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`${problemList(request, problems)} ${form(
      request,
      { action: path },
      markup`${content}
        <p>${submit(wordsOf(request).text("save"))}</p>`
    )} ${more}`
  })

/** A field that is not shown. */
export const hidden = (name: string, value: string | number) =>
  markup`<input type="hidden" name="${name}" value="${value}" />`

/** A second form that removes what the first one edits. */
export const removal = (
  request: PortalRequest,
  path: string,
  fields: Readonly<Record<string, string | number>>
) =>
  form(
    request,
    { action: path },
    markup`${Object.entries(fields).map(([name, value]) => hidden(name, value))}${submit(wordsOf(request).text("remove"), "danger")}`
  )
