/**
 * Crosswalk: what the issues name in other schemes stands in `schemes.csv`, close matches are among the
 * matches, every issue leads into every scheme, and every sub-theme of an IGF year names issues that exist.
 */
import type { Cycle, Publication } from "../../../domain/index.ts"
import type { Concepts, LineOf } from "../load.ts"
import { type Finding, listed } from "./finding.ts"

export const checkCrosswalk = (
  { areas, issues }: Concepts,
  lineOf: LineOf,
  publication: Publication,
  cycles: ReadonlyArray<Cycle>
): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const say = (severity: Finding["severity"], place: string, message: string) =>
    findings.push({ severity, check: "crosswalk", place, message })
  for (const { id: scheme, key } of publication.schemes) {
    const concepts = publication.concepts.filter((one) => one.scheme === scheme)
    const nameOf = (one: (typeof concepts)[number]) => (one.notation === "" ? one.label : one.notation)
    const names = new Set(concepts.map(nameOf))
    for (const [index, { crosswalk, id }] of issues.entries()) {
      const place = `concepts.yaml:${lineOf(["issues", index, "crosswalk", key])}`
      if (crosswalk[key].length === 0) say("error", place, `${id} leads nowhere in the scheme ${scheme}.`)
      for (const entry of crosswalk[key]) {
        if (!names.has(String(entry)))
          say("error", place, `${id} leads to "${entry}", which the scheme ${scheme} in schemes.csv lacks.`)
      }
    }
    for (const concept of concepts) {
      const from = issues.filter(({ crosswalk }) =>
        crosswalk[key].some((entry) => String(entry) === nameOf(concept))
      )
      const strays = concept.close.filter((id) => !from.some((issue) => issue.id === id))
      if (strays.length > 0)
        say(
          "error",
          "schemes.csv",
          `${scheme} "${nameOf(concept)}" is close to ${listed(strays)}, whose crosswalk in concepts.yaml does not name it.`
        )
    }
  }
  for (const [index, { id }] of issues.entries()) {
    if (!publication.definitions.has(id))
      say("error", `concepts.yaml:${lineOf(["issues", index, "id"])}`, `${id} has no row in definitions.csv.`)
  }
  for (const { id } of areas) {
    if (!publication.areaLabels.has(id)) say("error", "areas.csv:1", `The area ${id} has no row.`)
  }
  const known = new Set<string>(issues.map(({ id }) => id))
  for (const { subThemes, year } of cycles) {
    for (const { issues: under, title } of subThemes) {
      const unknown = under.filter((id) => !known.has(id))
      if (unknown.length > 0)
        say(
          "error",
          "cycles.yaml",
          `The sub-theme "${title}" of ${year} names ${listed(unknown)}: no issue is called so.`
        )
    }
  }
  return findings
}
