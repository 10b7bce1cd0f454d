/** The history of edits of cycles, and putting an earlier state back. */
import { Effect, Layer, Option } from "effect"
import type { CycleEdit } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { Audit, CycleEdits, Store } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import { form, submit } from "../form.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page } from "../route.ts"
import { crumbs, hidden, numberOf } from "./cycle-edit.ts"
import {
  actionsHead,
  actorOf,
  deskPage,
  editors,
  readers,
  row,
  table,
  wordsOf,
  recorded,
  reported,
  timeOf
} from "./frame.ts"

const history = page(
  "/desk/meetings/history",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const edits = yield* (yield* CycleEdits).history()
    const newest = new Map(edits.toReversed().map(({ id, year }) => [year, id]))
    const isEditor = may(request.person, "editor")
    const button = (edit: CycleEdit): Value =>
      !isEditor || newest.get(edit.year) === edit.id
        ? ""
        : form(
            request,
            { action: "/desk/meetings/restore" },
            markup`${hidden("edit", edit.id)}${submit(words.text("restore"), "quiet")}`
          )
    const edited = [...newest.keys()].filter(
      (year) => edits.find((edit) => edit.year === year)?.cycle !== null
    )
    return deskPage(request, {
      part: "/desk/meetings",
      title: words.text("cycleHistory"),
      crumbs: crumbs(request),
      body: markup`${
        edits.length === 0
          ? markup`<p>${words.text("noHistory")}</p>`
          : table(
              words.text("cycleHistory"),
              [
                words.text("when"),
                words.text("by"),
                words.text("year"),
                words.text("what"),
                actionsHead(request)
              ],
              edits.map((edit) =>
                row([
                  timeOf(request, edit.at),
                  markup`<bdi>${edit.by}</bdi>`,
                  String(edit.year),
                  reported(request, edit.what),
                  button(edit)
                ])
              )
            )
      }
      ${
        isEditor
          ? edited
              .toSorted((a, b) => a - b)
              .map((year) =>
                form(
                  request,
                  { action: "/desk/meetings/restore" },
                  markup`${hidden("year", year)}<p>${submit(request.m.text("labelled", { label: words.text("toFile"), text: String(year) }), "quiet")}</p>`
                )
              )
          : ""
      }`
    })
  }),
  readers
)

const restore = action(
  "/desk/meetings/restore",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const store = yield* CycleEdits
    const wish = fields.get("edit")
    const edits = yield* store.history()
    const found = Option.fromNullishOr(edits.find(({ id }) => String(id) === wish))
    const year = Option.match(found, {
      onNone: () => numberOf(fields.get("year")),
      onSome: (edit) => edit.year
    })
    const present = edits.find((edit) => edit.year === year)
    if (present === undefined) return yield* notFound()
    const cycle = Option.match(found, { onNone: () => null, onSome: (edit) => edit.cycle })
    const by = yield* actorOf(request)
    yield* (yield* Store).transaction(
      Effect.gen(function* () {
        yield* store.add({
          by: by.name,
          year,
          what: recorded.text(cycle === null ? "toFile" : "restore"),
          cycle
        })
        yield* (yield* Audit).record({
          by,
          action: "cycle.restore",
          thing: `cycle:${year}`,
          before: present.cycle,
          after: cycle
        })
      })
    )
    return redirect(request.href("/desk/meetings", { done: "1" }))
  }),
  editors
)

export const cycleHistory = Layer.mergeAll(history, restore)
