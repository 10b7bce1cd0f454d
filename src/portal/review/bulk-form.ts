/** The form that asks what would change if all statements of a list were changed. */
import { StatementKind } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { mostDecisions } from "../../jobs/reviewing/refused.ts"
import { select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { type Asked, hiddenOf } from "./filters.ts"
import { issueFields, issueList } from "./issue-fields.ts"
import { kindName, type Names } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

export const bulkActions = ["relabel", "add", "kind", "exclude"] as const
export type BulkAction = (typeof bulkActions)[number]

const actionWords = {
  relabel: "actionRelabel",
  add: "actionAdd",
  kind: "actionKind",
  exclude: "actionExclude"
} as const

export const bulkForm = (request: PortalRequest, asked: Asked, names: Names) => {
  const words = reviewWords.in(request.lang)
  return markup`<details class="bulk"><summary>${words.text("bulk")}</summary>
    <p class="help">${words.text("bulkHelp", { most: mostDecisions })}</p>
    <form action="${request.href("/review/bulk")}">
      ${hiddenOf(asked)}
      ${select(request, {
        name: "do",
        label: words.text("action"),
        choices: bulkActions.map((value) => ({ value, label: words.text(actionWords[value]) }))
      })}
      ${issueList(names)}${issueFields(request, names, [])}
      ${select(request, {
        name: "to-kind",
        label: words.text("kind"),
        choices: StatementKind.literals.map((value) => ({ value, label: kindName(request, value) }))
      })}
      <button>${words.text("preview")}</button>
    </form></details>`
}
