/** Fields for issues: written with help by a list of all names, read by name or id. */
import { Effect } from "effect"
import type { IssueId } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { mostIssues } from "../../jobs/reviewing/refused.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { issueNames } from "../../normalize/taxonomy/issue-names.ts"
import { field } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import type { Names } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

/** The list of names that the fields offer; once on a page. */
export const issueList = (names: Names) =>
  markup`<datalist id="issue-names">${[...names.values()].map(({ name }) => markup`<option value="${name}"></option>`)}</datalist>`

/** Fields for the issues of a statement; `count` of them. */
export const issueFields = (
  request: PortalRequest,
  names: Names,
  present: ReadonlyArray<IssueId>,
  count: number = mostIssues
) => {
  const words = reviewWords.in(request.lang)
  return Array.from({ length: count }, (_, index) => {
    const id = present[index]
    return field(request, {
      name: `issue-${index + 1}`,
      label: count === 1 ? words.text("issue") : words.text("issueNumber", { number: index + 1 }),
      value: id === undefined ? "" : (names.get(id)?.name ?? id),
      list: "issue-names",
      ...(index === 0 ? { key: "r", help: words.text("issueHelp") } : {}),
      maxLength: 100,
      autocomplete: "off"
    })
  })
}

/** What fields for issues hold. */
export type ReadIssues =
  | { readonly _tag: "Issues"; readonly issues: ReadonlyArray<IssueId> }
  | { readonly _tag: "Unknown"; readonly name: string }

/** Reads the fields; a name that no issue has is given back. */
export const readIssues = Effect.fnUntraced(function* (names: Names, fields: URLSearchParams) {
  const { taxonomy } = yield* Normalizer
  const named = issueNames(taxonomy)
  const own = new Map([...names.values()].map(({ id, name }) => [name.toLowerCase(), id]))
  const issues: Array<IssueId> = []
  for (let index = 1; index <= mostIssues; index++) {
    const text = (fields.get(`issue-${index}`) ?? "").trim()
    if (text === "") continue
    const id = own.get(text.toLowerCase()) ?? named(text)
    if (id === null) return { _tag: "Unknown", name: text } satisfies ReadIssues
    if (!issues.includes(id)) issues.push(id)
  }
  return { _tag: "Issues", issues } satisfies ReadIssues
})
