/** The history of edits of cycles, and putting an earlier state back. */
import { Effect, Layer } from "effect"
import type { CycleEdit } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { restoreCycle } from "../../jobs/edit-cycles.ts"
import { CycleEdits } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import { form, submit } from "../form.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page } from "../route.ts"
import { table } from "../table.ts"
import { crumbs, hidden, numberOf } from "./cycle-edit.ts"
import {
  actionsHead,
  actorOf,
  deskPage,
  editors,
  readers,
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
              edits.map((edit) => [
                timeOf(request, edit.at),
                markup`<bdi>${edit.by}</bdi>`,
                String(edit.year),
                reported(request, edit.what),
                button(edit)
              ])
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
    const edit = Number(fields.get("edit") ?? "")
    yield* restoreCycle(
      Number.isSafeInteger(edit) && edit > 0 ? { edit } : { year: numberOf(fields.get("year")) },
      (toFile) => recorded.text(toFile ? "toFile" : "restore"),
      yield* actorOf(request)
    ).pipe(Effect.catchTag("CycleRefused", () => Effect.fail(notFound())))
    return redirect(request.href("/desk/meetings", { done: "1" }))
  }),
  editors
)

export const cycleHistory = Layer.mergeAll(history, restore)
