/**
 * Heat map (UN group by issue) and matrix (initiative by issue), as tables with numbers.
 *
 * White is "published, did not raise it", hatched is "not heard yet": they never look alike.
 */
import type { DigestInitiative, InitiativeId, IssuePage, UnGroup } from "../../domain/index.ts"
import type { View } from "../view.ts"
import { groupColumn, groupName, percent, statusName, typeName } from "../words.ts"
import { markup, name } from "./html.ts"
import type { Html } from "./html.ts"
import { paragraph } from "./quotation.ts"

/** Columns of one table, so that it can be printed. */
const columns = 24

const legend = markup`<ul class="legend">
  <li><span class="key h3" aria-hidden="true"></span> raised it</li>
  <li><span class="key" aria-hidden="true"></span> published, did not raise it</li>
  <li><span class="key nh" aria-hidden="true"></span> not heard yet</li>
</ul>`

/** Five steps of shade; 0 stays white. */
const shade = (share: number): string =>
  share === 0 ? "h0" : `h${Math.min(5, 1 + Math.floor(share / 20.0001))}`

/** Issue pages by area, in the order of the taxonomy. */
const byArea = (
  view: View
): ReadonlyArray<{ id: string; label: string; pages: ReadonlyArray<IssuePage> }> => {
  const order = new Map(view.digest.matrix.map((row, index) => [row.issue, index]))
  return view.digest.areas
    .map((area) => ({
      id: area.id,
      label: area.label,
      pages: view.digest.issues
        .filter((page) => page.area === area.id)
        .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    }))
    .filter((area) => area.pages.length > 0)
}

const heatMap = (view: View): Html => {
  const groups = view.digest.totals.byGroup
  return markup`<div class="scroll" role="region" aria-label="Heat map" tabindex="0">
    <table class="heat">
      <caption>
        Share of the initiatives of each UN group that published in the window, per cent, and how many of how
        many
      </caption>
      <thead>
        <tr>
          <th scope="col">Issue</th>
          ${groups.map((group) => markup`<th scope="col"><abbr title="${groupName[group.group]}">${groupColumn[group.group]}</abbr></th>`)}
          <th scope="col">All</th>
        </tr>
      </thead>
      ${byArea(view).map(
        (area) =>
          markup`<tbody>
            <tr>
              <th scope="rowgroup" colspan="${groups.length + 2}" class="areahead">${area.label}</th>
            </tr>
            ${area.pages.map((page) => {
              const all = percent(page.initiatives.length, view.digest.totals.published) ?? 0
              return markup`<tr>
                <th scope="row"><a href="#i-${page.id}">${page.label}</a></th>
                ${page.byGroup.map((share) => {
                  const own = percent(share.raised, share.published)
                  return own === null
                    ? markup`<td class="nh"><span>not heard yet</span></td>`
                    : markup`<td class="${shade(own)}">
                        ${own} <small>${share.raised}/${share.published}</small>
                      </td>`
                })}
                <td class="all">
                  ${all} <small>${page.initiatives.length}/${view.digest.totals.published}</small>
                </td>
              </tr> `
            })}
          </tbody>`
      )}
    </table>
  </div>`
}

/** A column of the matrix: an initiative under the first of its groups. */
interface Column {
  readonly initiative: DigestInitiative
  readonly group: UnGroup
}

const runs = (part: ReadonlyArray<Column>): ReadonlyArray<{ group: UnGroup; count: number }> =>
  [...Map.groupBy(part, ({ group }) => group)].map(([group, own]) => ({ group, count: own.length }))

const columnHead = ({ initiative }: Column): Html => {
  const more = [
    typeName[initiative.type],
    ...initiative.unGroups.slice(1).map((group) => `also ${groupColumn[group]}`),
    ...(initiative.status === "published" ? [] : [statusName[initiative.status]])
  ]
  return markup`<th scope="col" class="up" data-type="${initiative.type}" data-status="${initiative.status}" data-groups="${initiative.unGroups.join("|")}"><span>${name(initiative.name)}<span class="q"> ${more.join(", ")}</span></span></th>`
}

const matrixTable = (
  view: View,
  title: string,
  part: ReadonlyArray<Column>,
  cells: ReadonlyMap<string, ReadonlyMap<InitiativeId, number>>
): Html =>
  markup`<div class="scroll part" role="region" aria-label="${title}" tabindex="0"><table class="matrix">
<caption class="sr">${title}</caption>
<thead><tr class="groups"><td></td>${runs(part).map(({ group, count }) => markup`<th scope="colgroup" colspan="${count}"><abbr title="${groupName[group]}">${groupColumn[group]}</abbr></th>`)}</tr>
<tr><th scope="col">Issue</th>${part.map(columnHead)}</tr></thead>
${byArea(view).map(
  (area) =>
    markup`<tbody data-area="${area.id}"><tr><th scope="rowgroup" colspan="${part.length + 1}" class="areahead">${area.label}</th></tr>
${area.pages.map((page) => {
  const row = cells.get(page.id)
  return markup`<tr><th scope="row">${page.label}</th>${part.map(({ initiative }) => {
    if (initiative.status !== "published") return markup`<td class="nh"></td>`
    const count = row?.get(initiative.id) ?? 0
    return count === 0 ? markup`<td></td>` : markup`<td class="h${count > 2 ? 4 : count + 1}">${count}</td>`
  })}</tr>
`
})}</tbody>`
)}</table></div>
`

const chunks = <A>(items: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, index) =>
    items.slice(index * columns, (index + 1) * columns)
  )

/** Entry of a select. */
const option = (value: string, label: string) => markup`<option value="${value}">${label}</option>`

const matrix = (view: View): Html => {
  const cells = new Map<string, ReadonlyMap<InitiativeId, number>>(
    view.digest.matrix.map((row) => [
      row.issue,
      new Map(row.cells.map((cell) => [cell.initiative, cell.statements]))
    ])
  )
  const groups = view.digest.totals.byGroup.map(({ group }) => group)
  const parts = chunks(
    groups.flatMap((group) =>
      view.digest.initiatives
        .filter((initiative) => initiative.unGroups[0] === group)
        .map((initiative): Column => ({ initiative, group }))
    )
  )
  return markup`<form id="filter" hidden aria-label="Filter of the matrix">
<label>UN group <select name="group">${option("", "all")}${groups.map((group) => option(group, groupName[group]))}</select></label>
<label>Type <select name="type">${option("", "all")}${view.digest.totals.byType.map(({ type }) => option(type, typeName[type]))}</select></label>
<label>Area <select name="area">${option("", "all")}${byArea(view).map((area) => option(area.id, area.label))}</select></label>
<label><input type="checkbox" name="heard"> only initiatives that published</label>
<output name="shown" aria-live="polite"></output>
</form>
${parts.map((part, index) => matrixTable(view, parts.length === 1 ? "Initiatives and issues" : `Initiatives and issues, table ${index + 1} of ${parts.length}`, part, cells))}`
}

/** Heat map and matrix. */
export const matrixPart = (view: View): Html =>
  view.digest.issues.length === 0
    ? markup`<section id="matrix" aria-labelledby="h-matrix">
        <h2 id="h-matrix">Who raised what</h2>
        ${paragraph(view.digest.matrixPar, markup`<p>Nothing was raised in this window.</p>`)}${paragraph(view.digest.heatMapPar, markup`<p>No shares can be given.</p>`)}
      </section>`
    : markup`<section id="matrix" class="wide" aria-labelledby="h-matrix">
        <h2 id="h-matrix">Who raised what</h2>
        ${legend}
        ${paragraph(
          view.digest.matrixPar,
          markup`<h3>Initiatives and issues</h3>
            <p class="note">
              Number of statements on an issue; a statement may touch up to three. Which initiative writes
              more says nothing about how much an issue matters to it.
            </p>
            ${matrix(view)}`
        )}
        ${paragraph(
          view.digest.heatMapPar,
          markup`<h3>UN groups and issues</h3>
            ${heatMap(view)}`
        )}
      </section>`
