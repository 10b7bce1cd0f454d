/**
 * The reporting form with the names of the taxonomy's issues, ready for an initiative to fill in.
 */
import { Effect, Option } from "effect"
import type { DigestLanguage, InitiativeId } from "../domain/index.ts"
import { messages } from "../export/catalogue/index.ts"
import { noAnswers, renderTemplate, type NamedArea, type TemplateFormat } from "../export/template/index.ts"
import { loadLabels } from "../normalize/taxonomy/labels.ts"
import { loadConcepts } from "../normalize/taxonomy/load.ts"
import { Initiatives } from "../store/index.ts"
import { UnknownInitiative } from "./add-file.ts"

/** Areas and issues by their names in a language. */
const namedAreas = Effect.fn("namedAreas")(function* (language: DigestLanguage) {
  const { areas, issues } = yield* loadConcepts()
  const labels = (yield* loadLabels())[language] ?? {}
  const m = messages(language)
  return areas.map((area): NamedArea => ({
    area: m.named("area", area.id) ?? area.label,
    issues: issues.filter((issue) => issue.area === area.id).map(({ id, label }) => labels[id] ?? label)
  }))
})

/** The name of a registered initiative. */
export const initiativeName = Effect.fn("initiativeName")(function* (id: InitiativeId) {
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(id))
  if (initiative === undefined) {
    return yield* new UnknownInitiative({
      message: `There is no initiative ${id}: "tributary registry list" names them, "tributary registry add" adds one.`
    })
  }
  return initiative.name
})

/** The form as bytes; `name` stands in it already when it is given. */
export const makeTemplate = Effect.fn("makeTemplate")(function* (
  format: TemplateFormat,
  language: DigestLanguage,
  name: string | null
) {
  return yield* renderTemplate(format, {
    language,
    areas: yield* namedAreas(language),
    ...(name === null ? {} : { answers: { ...noAnswers, fields: [{ field: "name", text: name }] } })
  })
})
