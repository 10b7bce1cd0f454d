/**
 * Heat map (UN group by issue) and matrix (initiative by issue), as tables with numbers.
 *
 * White is "published, did not raise it", hatched is "not heard yet": they never look alike.
 */
import type { UnGroup } from "../../domain/index.ts"
import { percentOf } from "../catalogue/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { groupRuns, issuesByArea, matrixCells, matrixParts, matrixShades, shadeOf } from "../grid.ts"
import type { Column } from "../grid.ts"
import { concernByGroup } from "../overview.ts"
import type { View } from "../view.ts"
import { markup, name } from "./html.ts"
import type { Html } from "./html.ts"
import { scroll } from "./one-page.ts"
import { aside, paragraph } from "./quotation.ts"

/** Columns of one table, so that it can be printed. */
const columns = 24

/** What the colours mean. */
export const legend = (m: Messages): Html => markup`<ul class="legend">
  <li><span class="key h${matrixShades.concern}" aria-hidden="true"></span> ${m.text("raisedMain")}</li>
  <li><span class="key h${matrixShades.raised}" aria-hidden="true"></span> ${m.text("raisedIt")}</li>
  <li><span class="key" aria-hidden="true"></span> ${m.text("didNotRaiseIt")}</li>
  <li><span class="key nh" aria-hidden="true"></span> ${m.text("unheardCell")}</li>
</ul>`

const groupHead = (m: Messages, group: UnGroup): Html =>
  markup`<abbr title="${m.names.group[group]}">${m.names.groupColumn[group]}</abbr>`

const small = (m: Messages, part: number, whole: number): Html =>
  markup`<small dir="ltr">${m.number(part)}/${m.number(whole)}</small>`

/** UN group by issue. */
export const heatMap = (view: View): Html => {
  const { digest, m } = view
  const groups = digest.totals.byGroup
  const { published } = digest.totals
  return scroll(
    m.text("heatMap"),
    markup`<table class="heat">
      <caption>
        ${m.text("heatCaption")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${m.text("issue")}</th>
          ${groups.map(({ group }) => markup`<th scope="col">${groupHead(m, group)}</th>`)}
          <th scope="col">${m.text("all")}</th>
        </tr>
      </thead>
      ${issuesByArea(view).map(
        (area) =>
          markup`<tbody>
            <tr>
              <th scope="rowgroup" colspan="${groups.length + 2}" class="areahead">${area.label}</th>
            </tr>
            ${area.pages.map((page) => {
              const all = percentOf(page.mainConcernOf.length, published) ?? 0
              return markup`<tr>
                <th scope="row"><a href="#i-${page.id}">${page.label}</a></th>
                ${concernByGroup(view, page).map((share) => {
                  const own = percentOf(share.raised, share.published)
                  return own === null
                    ? markup`<td class="nh"><span>${m.text("unheardCell")}</span></td>`
                    : markup`<td class="h${shadeOf(own)}">
                        ${m.number(own)} ${small(m, share.raised, share.published)}
                      </td>`
                })}
                <td class="all">
                  ${m.number(all)} ${small(m, page.mainConcernOf.length, published)}
                </td>
              </tr> `
            })}
          </tbody>`
      )}
    </table>`
  )
}

const columnHead = (m: Messages, { initiative }: Column): Html => {
  const more = [
    m.names.type[initiative.type],
    ...initiative.unGroups
      .slice(1)
      .map((group) => m.text("alsoGroup", { group: m.names.groupColumn[group] })),
    ...(initiative.status === "published" ? [] : [m.names.status[initiative.status]])
  ]
  return markup`<th scope="col" class="up" data-type="${initiative.type}" data-status="${initiative.status}" data-groups="${initiative.unGroups.join("|")}"><span>${name(initiative.name)} ${aside(m, more.join(m.text("comma")))}</span></th>`
}

const matrixTable = (
  view: View,
  title: string,
  part: ReadonlyArray<Column>,
  cells: ReturnType<typeof matrixCells>
): Html => {
  const { m } = view
  return markup`${scroll(
    title,
    markup`<table class="matrix">
<caption class="sr">${title}</caption>
<thead><tr class="groups"><td></td>${groupRuns(part).map(({ group, count }) => markup`<th scope="colgroup" colspan="${count}">${groupHead(m, group)}</th>`)}</tr>
<tr><th scope="col">${m.text("issue")}</th>${part.map((column) => columnHead(m, column))}</tr></thead>
${issuesByArea(view).map(
  (area) =>
    markup`<tbody data-area="${area.id}"><tr><th scope="rowgroup" colspan="${part.length + 1}" class="areahead">${area.label}</th></tr>
${area.pages.map((page) => {
  const row = cells.get(page.id)
  const concerned = new Set(page.mainConcernOf)
  return markup`<tr><th scope="row">${page.label}</th>${part.map(({ initiative }) => {
    if (initiative.status !== "published") return markup`<td class="nh"></td>`
    const count = row?.get(initiative.id) ?? 0
    if (count === 0) return markup`<td></td>`
    return concerned.has(initiative.id)
      ? markup`<td class="h${matrixShades.concern}"><b>${m.number(count)}</b><span class="sr"> ${m.text("mainConcern")}</span></td>`
      : markup`<td class="h${matrixShades.raised}">${m.number(count)}</td>`
  })}</tr>
`
})}</tbody>`
)}</table>`,
    "part"
  )}
`
}

/** Entry of a select. */
const option = (value: string, label: string) => markup`<option value="${value}">${label}</option>`

/** The form of the filter, with the sentences that its script needs. */
const filter = ({ digest, m }: View, areas: ReturnType<typeof issuesByArea>): Html => {
  const any = option("", m.text("everything"))
  return markup`<form id="filter" hidden aria-label="${m.text("filter")}" data-none="${m.text("noColumn")}" data-columns="${JSON.stringify(m.forms("columnCount"))}">
<label>${m.text("unGroup")} <select name="group">${any}${digest.totals.byGroup.map(({ group }) => option(group, m.names.group[group]))}</select></label>
<label>${m.text("type")} <select name="type">${any}${digest.totals.byType.map(({ type }) => option(type, m.names.type[type]))}</select></label>
<label>${m.text("area")} <select name="area">${any}${areas.map((area) => option(area.id, area.label))}</select></label>
<label><input type="checkbox" name="heard"> ${m.text("onlyPublished")}</label>
<output name="shown" aria-live="polite"></output>
</form>`
}

/** Initiative by issue, in tables of a width that can be printed. */
export const matrixTables = (view: View): ReadonlyArray<Html> => {
  const { m } = view
  const cells = matrixCells(view)
  const parts = matrixParts(view, columns)
  const title = m.text("initiativesAndIssues")
  return parts.map((part, index) => {
    const table = m.text("tableOf", { number: index + 1, total: parts.length })
    return matrixTable(
      view,
      parts.length === 1 ? title : m.text("labelled", { label: title, text: table }),
      part,
      cells
    )
  })
}

const matrix = (view: View): Html =>
  markup`${filter(view, issuesByArea(view))}
${matrixTables(view)}`

/** Heat map and matrix. */
export const matrixPart = (view: View): Html => {
  const { digest, m } = view
  const title = markup`<h2 id="h-matrix">${m.text("whoRaisedWhat")}</h2>`
  return digest.issues.length === 0
    ? markup`<section id="matrix" aria-labelledby="h-matrix">
        ${title}
        ${paragraph(m, digest.matrixPar, markup`<p>${m.text("nothingRaised")}</p>`)}${paragraph(m, digest.heatMapPar, markup`<p>${m.text("noShares")}</p>`)}
      </section>`
    : markup`<section id="matrix" class="wide" aria-labelledby="h-matrix">
        ${title}
        ${paragraph(
          m,
          digest.matrixPar,
          markup`<h3>${m.text("initiativesAndIssues")}</h3>
            <p class="note">${m.text("matrixNote")}${m.text("gap")}${m.text("matrixConcerns")}${m.text("gap")}${m.text("matrixGroups")}</p>
            ${legend(m)}
            ${matrix(view)}`
        )}
        ${paragraph(
          m,
          digest.heatMapPar,
          markup`<h3>${m.text("groupsAndIssues")}</h3>
            ${heatMap(view)}`
        )}
      </section>`
}
