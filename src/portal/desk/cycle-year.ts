/** Forms for a year of the IGF: adding one, and its theme. */
import { Effect, Layer } from "effect"
import { markup } from "../../export/html/html.ts"
import { field, type Problems } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { action, type Fields, page } from "../route.ts"
import { cycleIn, described, formPage, hidden, keep } from "./cycle-edit.ts"
import { readYear } from "./cycle-form.ts"
import { editors, wordsOf, recorded } from "./frame.ts"

const yearForm = (request: PortalRequest, fields: URLSearchParams, problems: Problems = {}) => {
  const words = wordsOf(request)
  return formPage(
    request,
    words.text("addCycle"),
    "/desk/meetings/year",
    problems,
    markup`${field(request, { name: "year", label: words.text("year"), inputmode: "numeric", required: true, maxLength: 4, value: fields.get("year") ?? "", problems })}
      ${field(request, { name: "theme", label: words.text("theme"), help: words.text("themeHelp"), maxLength: 300, value: fields.get("theme") ?? "", problems })}`
  )
}

const yearPage = page(
  "/desk/meetings/year",
  (request) => Effect.succeed(yearForm(request, new URLSearchParams())),
  editors
)

const saveYear = action(
  "/desk/meetings/year",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const years = (yield* described).map(({ cycle }) => cycle.year)
    const read = readYear(wordsOf(request), fields, years)
    if ("problems" in read) return yearForm(request, fields, read.problems)
    const { theme, year } = read.value
    return yield* keep(request, null, { year, theme, subThemes: [], meetings: [] }, recorded.text("addCycle"))
  }),
  editors
)

const themePage = page(
  "/desk/meetings/theme",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const { theme, year } = yield* cycleIn(request.query.get("year"))
    return formPage(
      request,
      request.m.text("labelled", {
        label: words.text("editTheme"),
        text: words.text("cycleOf", { year: String(year) })
      }),
      "/desk/meetings/theme",
      {},
      markup`${hidden("year", year)}${field(request, { name: "theme", label: words.text("theme"), help: words.text("themeHelp"), maxLength: 300, value: theme ?? "" })}`
    )
  }),
  editors
)

const saveTheme = action(
  "/desk/meetings/theme",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const cycle = yield* cycleIn(fields.get("year"))
    const theme = (fields.get("theme") ?? "").trim().slice(0, 300)
    return yield* keep(
      request,
      cycle,
      { ...cycle, theme: theme === "" ? null : theme },
      recorded.text("editTheme")
    )
  }),
  editors
)

export const yearForms = Layer.mergeAll(yearPage, saveYear, themePage, saveTheme)
