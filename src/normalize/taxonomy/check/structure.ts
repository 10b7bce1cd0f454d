/**
 * Structure: no issue is above itself, and none is related to an issue above it (SKOS, S27).
 */
import type { Issue, IssueId } from "../../../domain/index.ts"
import type { Concepts, LineOf } from "../load.ts"
import { type Finding, listed } from "./finding.ts"

/** The way from an issue up to itself, if there is one. */
const circleFrom = (start: IssueId, byId: ReadonlyMap<IssueId, Issue>): ReadonlyArray<IssueId> | null => {
  const visit = (id: IssueId, path: ReadonlyArray<IssueId>): ReadonlyArray<IssueId> | null => {
    for (const wider of byId.get(id)?.broader ?? []) {
      if (wider === start) return [...path, wider]
      if (path.includes(wider)) continue
      const found = visit(wider, [...path, wider])
      if (found !== null) return found
    }
    return null
  }
  return visit(start, [start])
}

/** All issues above an issue. */
const aboveOf = (id: IssueId, byId: ReadonlyMap<IssueId, Issue>): ReadonlySet<IssueId> => {
  const above = new Set<IssueId>()
  const waiting = [...(byId.get(id)?.broader ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (above.has(next)) continue
    above.add(next)
    waiting.push(...(byId.get(next)?.broader ?? []))
  }
  return above
}

export const checkStructure = ({ issues }: Concepts, lineOf: LineOf): ReadonlyArray<Finding> => {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const findings: Array<Finding> = []
  const told = new Set<IssueId>()
  const error = (index: number, key: string, message: string) => {
    const place = `concepts.yaml:${lineOf(["issues", index, key])}`
    findings.push({ severity: "error", check: "structure", place, message })
  }
  for (const [index, { id, related }] of issues.entries()) {
    const circle = told.has(id) ? null : circleFrom(id, byId)
    if (circle !== null) {
      for (const member of circle) told.add(member)
      error(
        index,
        "broader",
        `"broader" leads in a circle: ${circle.join(" -> ")}. Take one of these links out.`
      )
    }
    const above = aboveOf(id, byId)
    for (const other of related) {
      if (above.has(other) || aboveOf(other, byId).has(id)) {
        error(
          index,
          "related",
          `${listed([id, other])} are related and one is above the other: keep one of the two links.`
        )
      }
    }
  }
  return findings
}
