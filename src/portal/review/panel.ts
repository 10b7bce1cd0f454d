/** What a reviewer sees and decides of one statement. */
import { Effect } from "effect"
import { type ExtractedDocument, type Output, type Statement, StatementKind } from "../../domain/index.ts"
import { langDir, markup, name } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { Statements } from "../../store/index.ts"
import { field, form, type Problems, select } from "../form.ts"
import { Known } from "../reading/known.ts"
import type { PortalRequest } from "../request.ts"
import { explanation, withEvidence } from "./explain.ts"
import { issueFields, issueList } from "./issue-fields.ts"
import { canDecide, kindName, labelsOf, type Names } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

/** A statement, and whether a review excludes it. */
export interface Shown {
  readonly statement: Statement
  readonly isExcluded: boolean
}

/** Others of its cluster that are named. */
const mostOthers = 20

const company = Effect.fnUntraced(function* (request: PortalRequest, statement: Statement) {
  const words = reviewWords.in(request.lang)
  const initiatives = yield* (yield* Known).initiatives
  const others =
    statement.clusterId === null
      ? []
      : (yield* (yield* Statements).list({ clusterId: statement.clusterId }))
          .filter(({ id }) => id !== statement.id)
          .slice(0, mostOthers)
  if (others.length === 0) return markup`<p>${words.text("noCompany")}</p>`
  return markup`<ul>${others.map(
    (one) => markup`<li>${name(initiatives.get(one.initiativeId)?.name ?? one.initiativeId)}:
      <a href="${request.href(`/review/output/${one.outputId}`, { s: one.id })}#selected"
        ><span${langDir(one.language)}>${opening(one.text, 160)}</span></a></li>`
  )}</ul>`
})

/** The passage in the document, with the blocks around it. */
const place = (request: PortalRequest, statement: Statement, document: ExtractedDocument | null) => {
  const words = reviewWords.in(request.lang)
  const { block, headings, page } = statement.place
  const near = (document?.blocks ?? []).slice(Math.max(0, block - 1), block + 2)
  return markup`<p class="meta">${headings.map((heading) => markup`<bdi>${heading}</bdi> · `)}${
    page === null ? "" : words.text("page", { page })
  }</p>
    <div class="near"${langDir(statement.language)}>${near.map(({ text }) => {
      const at = text.indexOf(statement.text)
      return at < 0
        ? markup`<p>${opening(text, 400)}</p>`
        : markup`<p>${at > 200 ? "… " : ""}${text.slice(Math.max(0, at - 200), at)}<mark>${statement.text}</mark>${opening(text.slice(at + statement.text.length), 200)}</p>`
    })}</div>`
}

const decisions = (
  request: PortalRequest,
  { isExcluded, statement }: Shown,
  names: Names,
  problems: Problems
) => {
  const words = reviewWords.in(request.lang)
  return form(
    request,
    { action: "/review/decide", id: "decide" },
    markup`<input type="hidden" name="statement" value="${statement.id}" />
      <input type="hidden" name="output" value="${statement.outputId}" />
      ${issueList(names)}
      ${
        isExcluded
          ? ""
          : issueFields(
              request,
              names,
              statement.issues.map(({ id }) => id)
            )
      }
      ${
        isExcluded
          ? ""
          : select(request, {
              name: "kind",
              label: words.text("kind"),
              value: statement.kind,
              key: "i",
              choices: StatementKind.literals.map((value) => ({ value, label: kindName(request, value) }))
            })
      }
      ${field(request, { name: "reason", label: words.text("reason"), help: words.text("reasonHelp"), maxLength: 500, autocomplete: "off" })}
      <p class="buttons">
        ${isExcluded ? "" : markup`<button name="do" value="label">${words.text("save")}</button>`}
        ${
          isExcluded
            ? markup`<button class="quiet" name="do" value="restore" data-key="x">${words.text("restore")}</button>`
            : markup`<button class="danger" name="do" value="exclude" data-key="x">${words.text("exclude")}</button>
              <button class="quiet" name="do" value="split" data-key="s">${words.text("split")}</button>`
        }
      </p>
      ${
        isExcluded
          ? ""
          : markup`${field(request, { name: "into", label: words.text("mergeInto"), help: words.text("mergeHelp"), maxLength: 300, dir: "ltr", autocomplete: "off", key: "m", problems })}
            <p class="buttons"><button class="quiet" name="do" value="merge">${words.text("merge")}</button></p>`
      }`
  )
}

/** The panel beside the list. */
export const panel = Effect.fnUntraced(function* (
  request: PortalRequest,
  shown: Shown,
  output: Output,
  document: ExtractedDocument | null,
  names: Names,
  problems: Problems
) {
  const words = reviewWords.in(request.lang)
  const { isExcluded, statement } = shown
  return markup`<section class="panel" id="selected" tabindex="-1" aria-labelledby="selected-head">
    <h2 id="selected-head">${words.text("statement")} ${statement.ordinal + 1}</h2>
    <blockquote class="whole"${langDir(statement.language)}><p>${withEvidence(statement)}</p></blockquote>
    <p class="meta">${labelsOf(request, statement, names)}${isExcluded ? markup` · <b>${words.text("excludedMark")}</b>` : ""} · <a href="${request.href(`/statements/${statement.id}`)}"><bdi>${statement.id}</bdi></a></p>
    ${canDecide(request) ? decisions(request, shown, names, problems) : markup`<p class="note">${words.text("readOnly")}</p>`}
    <h3>${words.text("whyHead")}</h3>
    ${yield* explanation(request, statement, output, names)}
    <h3>${words.text("companyHead")}</h3>
    ${yield* company(request, statement)}
    <h3>${words.text("placeHead")}</h3>
    ${place(request, statement, document)}
  </section>`
})
