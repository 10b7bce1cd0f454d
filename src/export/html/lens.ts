/**
 * Lenses and change.
 */
import type { ChangeRow, LensRow } from "../../domain/index.ts"
import type { CodeSet } from "../catalogue/index.ts"
import { uncoveredPages } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { arrived, historyPart } from "./history.ts"
import { markup, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { bar, countedIssues, issueLink, labelled, scroll } from "./one-page.ts"
import { nameList, paragraph } from "./quotation.ts"

const lensTable = (
  view: View,
  caption: string,
  head: string,
  rows: ReadonlyArray<LensRow>,
  scheme: CodeSet | null
): Html => {
  const { m } = view
  const published = view.digest.totals.published
  return scroll(
    caption,
    markup`<table class="lens">
      <caption class="sr">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          <th scope="col" colspan="2">${m.text("initiatives")}</th>
          <th scope="col">${m.text("issuesUnder")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const label = scheme === null ? undefined : m.named(scheme, row.code)
          const pages = row.issues.flatMap((id) => view.pages.get(id) ?? [])
          return markup`<tr>
            <th scope="row">
              ${label === undefined ? name(row.code) : markup`<span class="code">${row.code}</span> ${label}`}
            </th>
            <td class="num">${m.share(row.initiatives.length, published)}</td>
            <td class="barcell">${bar(row.initiatives.length, published, 70)}</td>
            <td>
              ${row.issues.length === 0 ? markup`<span class="q">${m.text("raisedByNobody")}</span>` : countedIssues(m, pages)}
            </td>
          </tr> `
        })}
      </tbody>
    </table>`
  )
}

const uncovered = (view: View): Value => {
  const { m } = view
  const pages = uncoveredPages(view) ?? []
  return pages.length === 0
    ? markup`<p>${m.text("allCovered")}</p>`
    : labelled(m, m.text("inNoSubTheme"), countedIssues(m, pages))
}

/** The lenses of the MAG. */
export const lensPart = (view: View): Html => {
  const { digest, m } = view
  const { lenses, cycle } = digest
  const year = String(cycle.year)
  const scheme = (par: number, title: string, head: string, rows: ReadonlyArray<LensRow>, codes: CodeSet) =>
    paragraph(
      m,
      par,
      markup`<h3>${title}</h3>
        ${lensTable(view, title, head, rows, codes)}`
    )
  return markup`<section id="lenses" aria-labelledby="h-lenses">
    <h2 id="h-lenses">${m.text("lenses")}</h2>
    <p class="note">${m.text("lensesNote")}</p>
    ${paragraph(
      m,
      lenses.subThemesPar,
      markup`<h3>
          ${cycle.theme === null ? m.text("subThemes", { year }) : m.text("subThemesOfTheme", { year, theme: cycle.theme })}
        </h3>
        ${
          lenses.subThemes.length === 0
            ? markup`<p>${m.text("subThemesUnknown", { year })}</p>`
            : markup`${lensTable(view, m.text("subThemes", { year }), m.text("subTheme"), lenses.subThemes, null)}${uncovered(view)}`
        }`
    )}
    ${scheme(lenses.wsisPar, m.text("wsisLines"), m.text("actionLine"), lenses.wsis, "wsis")}
    ${scheme(lenses.gdcPar, m.text("gdcObjectives"), m.text("objective"), lenses.gdc, "gdc")}
    ${scheme(lenses.sdgPar, m.text("sdgGoals"), m.text("goal"), lenses.sdg, "sdg")}
  </section>`
}

const changeRow = ({ digest, pages, m }: View, row: ChangeRow): Html => {
  const page = pages.get(row.issue)
  const published = digest.totals.published
  const before = digest.change?.previous.published ?? 0
  return markup`<tr>
    <th scope="row">${page === undefined ? row.label : issueLink(page)}</th>
    <td class="num">${m.number(row.before)}</td>
    <td class="num">${m.percent(row.before, before)}</td>
    <td class="num">${m.number(row.now)}</td>
    <td class="num">${m.percent(row.now, published)}</td>
    <td class="barcell">
      ${bar(row.before, Math.max(1, before), 60)}${bar(row.now, Math.max(1, published), 60)}
    </td>
    <td>${m.names.change[row.status]}</td>
  </tr> `
}

/** The paragraph of the change against the previous release. */
const changeParagraph = (view: View, release: string): Value => {
  const { m } = view
  const { change, window, totals } = view.digest
  if (change === null) return null
  const { previous } = change
  const names = (ids: typeof change.joined) => (ids.length === 0 ? m.text("none") : nameList(view, ids))
  const covered = m.text("covered", {
    release,
    before: m.dates(previous.window.from, previous.window.to),
    count: previous.published,
    now: m.dates(window.from, window.to),
    published: totals.published
  })
  return paragraph(
    m,
    change.par,
    markup`<p>
          ${m.capital(covered)} ${m.text("compareShares")}
          ${change.newStatements === null ? "" : m.text("newStatements", { count: change.newStatements })}
          ${previous.taxonomyVersion === view.digest.taxonomyVersion ? "" : m.text("taxonomyChanged")}
        </p>
        ${labelled(m, m.text("heardNow"), names(change.joined))}
        ${labelled(m, m.text("heardThen"), names(change.absent))}
        ${scroll(
          m.text("changeByIssue"),
          markup`<table class="change">
            <caption class="sr">
              ${m.text("changeCaption")}
            </caption>
            <thead>
              <tr>
                <th scope="col">${m.text("issue")}</th>
                <th scope="col" colspan="2">${m.capital(release)}</th>
                <th scope="col" colspan="2">${m.text("now")}</th>
                <th scope="col">${m.text("sharesThenNow")}</th>
                <th scope="col">${m.text("change")}</th>
              </tr>
            </thead>
            <tbody>
              ${change.rows.map((row) => changeRow(view, row))}
            </tbody>
          </table>`
        )}
        ${arrived(view)}`
  )
}

/** Change against the previous release, and earlier releases and years; nothing when there are none. */
export const changePart = (view: View): Html => {
  const { m } = view
  const { change, history } = view.digest
  if (change === null && history === null) return markup``
  const release = releaseName(change?.previous.number ?? null, m)
  return markup`<section id="change" aria-labelledby="h-change">
    <h2 id="h-change">${change === null ? m.text("change") : m.text("changeAgainst", { release })}</h2>
    ${changeParagraph(view, release)} ${historyPart(view)}
  </section>`
}
