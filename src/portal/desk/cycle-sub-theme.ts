/** The form for a sub-theme: its title, the issues under it, and what the IGF says it serves. */
import { Effect, Layer } from "effect"
import type { Cycle, SubTheme } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { notFound } from "../failure.ts"
import { checkbox, field, type Problems } from "../form.ts"
import { issueNames } from "../register/index.ts"
import type { PortalRequest } from "../request.ts"
import { action, type Fields, page } from "../route.ts"
import { cycleIn, formPage, hidden, keep, numberOf, removal } from "./cycle-edit.ts"
import { readSubTheme } from "./cycle-form.ts"
import { editors, wordsOf, recorded } from "./frame.ts"

const subThemeFields = (own: SubTheme | undefined): URLSearchParams => {
  const fields = new URLSearchParams()
  if (own === undefined) return fields
  fields.set("title", own.title)
  for (const issue of own.issues) fields.append("issue", issue)
  fields.set("gdc", (own.gdc ?? []).join(", "))
  fields.set("wsis", (own.wsis ?? []).join(", "))
  fields.set("sdg", (own.sdg ?? []).join(", "))
  return fields
}

const subThemeForm = Effect.fnUntraced(function* (
  request: PortalRequest,
  cycle: Cycle,
  number: number,
  fields: URLSearchParams,
  problems: Problems = {}
) {
  const words = wordsOf(request)
  const { taxonomy } = yield* Normalizer
  const issueName = (yield* issueNames)(request.lang)
  const chosen = new Set(fields.getAll("issue"))
  const text = (name: "gdc" | "wsis" | "sdg" | "title") => fields.get(name) ?? ""
  const former = cycle.subThemes[number - 1]
  return formPage(
    request,
    former === undefined ? words.text("addSubTheme") : words.text("editOf", { what: former.title }),
    "/desk/meetings/sub-theme",
    problems,
    markup`${hidden("year", cycle.year)}${former === undefined ? "" : hidden("number", number)}
      ${field(request, { name: "title", label: words.text("title"), required: true, maxLength: 300, value: text("title"), problems })}
      <fieldset class="issues" id="issue">
        <legend>${words.text("issues")}</legend>
        ${taxonomy.issues.map(({ id }) =>
          checkbox({ name: "issue", value: id, label: issueName(id), checked: chosen.has(id) })
        )}
      </fieldset>
      ${field(request, { name: "gdc", label: words.text("gdc"), help: words.text("gdcHelp"), value: text("gdc"), problems })}
      ${field(request, { name: "wsis", label: words.text("wsis"), help: words.text("wsisHelp"), value: text("wsis"), problems })}
      ${field(request, { name: "sdg", label: words.text("sdg"), help: words.text("sdgHelp"), value: text("sdg"), problems })}`,
    former === undefined
      ? ""
      : removal(request, "/desk/meetings/sub-theme/remove", { year: cycle.year, number })
  )
})

const subThemePage = page(
  "/desk/meetings/sub-theme",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const cycle = yield* cycleIn(request.query.get("year"))
    const number = numberOf(request.query.get("number"))
    const former = cycle.subThemes[number - 1]
    if (!Number.isNaN(number) && former === undefined) return yield* notFound()
    return yield* subThemeForm(request, cycle, number, subThemeFields(former))
  }),
  editors
)

const saveSubTheme = action(
  "/desk/meetings/sub-theme",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const cycle = yield* cycleIn(fields.get("year"))
    const number = numberOf(fields.get("number"))
    const { taxonomy } = yield* Normalizer
    const read = readSubTheme(wordsOf(request), fields, new Set(taxonomy.issues.map(({ id }) => id)))
    if ("problems" in read) return yield* subThemeForm(request, cycle, number, fields, read.problems)
    const { subThemes } = cycle
    const isNew = subThemes[number - 1] === undefined
    return yield* keep(
      request,
      cycle,
      { ...cycle, subThemes: isNew ? [...subThemes, read.value] : subThemes.with(number - 1, read.value) },
      isNew
        ? `${recorded.text("addSubTheme")}: ${read.value.title}`
        : recorded.text("editOf", { what: read.value.title })
    )
  }),
  editors
)

const removeSubTheme = action(
  "/desk/meetings/sub-theme/remove",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const cycle = yield* cycleIn(fields.get("year"))
    const gone = cycle.subThemes[numberOf(fields.get("number")) - 1]
    if (gone === undefined) return yield* notFound()
    const subThemes = cycle.subThemes.filter((own) => own !== gone)
    return yield* keep(request, cycle, { ...cycle, subThemes }, `${recorded.text("remove")}: ${gone.title}`)
  }),
  editors
)

export const subThemeForms = Layer.mergeAll(subThemePage, saveSubTheme, removeSubTheme)
