/**
 * Lenses and change.
 */
import type { ChangeRow, LensRow } from "../../domain/index.ts"
import type { View } from "../view.ts"
import { changeName, codeNames, dateRange, figure, percent, plural } from "../words.ts"
import { arrived, historyPart } from "./history.ts"
import { markup, join } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { bar, issueLink } from "./one-page.ts"
import { nameList, paragraph } from "./quotation.ts"

const lensTable = (
  view: View,
  caption: string,
  head: string,
  rows: ReadonlyArray<LensRow>,
  names: Readonly<Record<string, string>>
): Html => {
  const published = view.digest.totals.published
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="lens">
      <caption class="sr">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          <th scope="col" colspan="2">Initiatives</th>
          <th scope="col">Issues raised under it, with the number of initiatives</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const label = names[row.code]
          return markup`<tr>
            <th scope="row">
              ${label === undefined ? row.code : markup`<span class="code">${row.code}</span> ${label}`}
            </th>
            <td class="num">${row.initiatives.length} of ${published}</td>
            <td class="barcell">${bar(row.initiatives.length, published, 70)}</td>
            <td>
              ${
                row.issues.length === 0
                  ? markup`<span class="q">raised by nobody</span>`
                  : join(
                      row.issues.flatMap((id) => {
                        const page = view.pages.get(id)
                        return page === undefined
                          ? []
                          : [markup`${issueLink(page)} (${page.initiatives.length})`]
                      }),
                      ", "
                    )
              }
            </td>
          </tr> `
        })}
      </tbody>
    </table>
  </div>`
}

const uncovered = (view: View): Value => {
  const pages = (view.digest.lenses.uncovered ?? []).flatMap((id) => view.pages.get(id) ?? [])
  return pages.length === 0
    ? markup`<p>Every issue raised falls under a sub-theme.</p>`
    : markup`<p>
        <b>Raised, but in no sub-theme:</b> ${join(
          pages.map((page) => markup`${issueLink(page)} (${page.initiatives.length})`),
          ", "
        )}.
      </p>`
}

/** The lenses of the MAG. */
export const lensPart = (view: View): Html => {
  const { lenses, cycle } = view.digest
  return markup`<section id="lenses" aria-labelledby="h-lenses">
    <h2 id="h-lenses">Through the lenses of the MAG</h2>
    <p class="note">
      An initiative counts once in a line, however many of its issues fall under it. Which issue falls under
      which line is Tributary's reading.
    </p>
    ${paragraph(
      lenses.subThemesPar,
      markup`<h3>
          Sub-themes of the ${cycle.year} cycle${cycle.theme === null ? "" : markup`, “${cycle.theme}”`}
        </h3>
        ${
          lenses.subThemes.length === 0
            ? markup`<p>The sub-themes of the ${cycle.year} cycle were not known when this digest was made.</p>`
            : markup`${lensTable(view, `Sub-themes of the ${cycle.year} cycle`, "Sub-theme", lenses.subThemes, {})}${uncovered(view)}`
        }`
    )}
    ${paragraph(
      lenses.wsisPar,
      markup`<h3>WSIS action lines</h3>
        ${lensTable(view, "WSIS action lines", "Action line", lenses.wsis, codeNames.wsis)}`
    )}
    ${paragraph(
      lenses.gdcPar,
      markup`<h3>Objectives of the Global Digital Compact</h3>
        ${lensTable(view, "Objectives of the Global Digital Compact", "Objective", lenses.gdc, codeNames.gdc)}`
    )}
    ${paragraph(
      lenses.sdgPar,
      markup`<h3>Sustainable Development Goals</h3>
        ${lensTable(view, "Sustainable Development Goals", "Goal", lenses.sdg, codeNames.sdg)}`
    )}
  </section>`
}

/** `47 %`; a dash of nothing. */
const share = (part: number, whole: number) => {
  const own = percent(part, whole)
  return own === null ? "–" : `${own} %`
}

const changeRow = (view: View, row: ChangeRow): Html => {
  const page = view.pages.get(row.issue)
  const published = view.digest.totals.published
  const before = view.digest.change?.previous.published ?? 0
  return markup`<tr>
    <th scope="row">${page === undefined ? row.label : issueLink(page)}</th>
    <td class="num">${figure(row.before)}</td>
    <td class="num">${share(row.before, before)}</td>
    <td class="num">${figure(row.now)}</td>
    <td class="num">${share(row.now, published)}</td>
    <td class="barcell">
      ${bar(row.before, Math.max(1, before), 60)}${bar(row.now, Math.max(1, published), 60)}
    </td>
    <td>${changeName[row.status]}</td>
  </tr> `
}

/** The paragraph of the change against the previous release. */
const changeParagraph = (view: View, title: string): Value => {
  const { change, window, totals } = view.digest
  if (change === null) return null
  return paragraph(
    change.par,
    markup`<p>
          ${title} covered ${dateRange(change.previous.window.from, change.previous.window.to)} with
          ${plural(change.previous.published, "initiative")}; this digest covers
          ${dateRange(window.from, window.to)} with ${figure(totals.published)}. Fewer or more may mean only
          that others published: compare shares, and see who joined.
          ${change.newStatements === null ? "" : `${plural(change.newStatements, "statement is new", "statements are new")}.`}${
            change.previous.taxonomyVersion === view.digest.taxonomyVersion
              ? ""
              : " The taxonomy has changed in between, so that an issue may be cut differently."
          }
        </p>
        <p>
          <b>Heard now and not then:</b>
          ${change.joined.length === 0 ? "none" : nameList(view, change.joined)}.
        </p>
        <p>
          <b>Heard then and not now:</b>
          ${change.absent.length === 0 ? "none" : nameList(view, change.absent)}.
        </p>
        <div class="scroll" role="region" aria-label="Change by issue" tabindex="0">
          <table class="change">
            <caption class="sr">
              Initiatives by issue, before and now
            </caption>
            <thead>
              <tr>
                <th scope="col">Issue</th>
                <th scope="col" colspan="2">${title}</th>
                <th scope="col" colspan="2">Now</th>
                <th scope="col">Shares: then above, now below</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              ${change.rows.map((row) => changeRow(view, row))}
            </tbody>
          </table>
        </div>
        ${arrived(view)}`
  )
}

/** Change against the previous release, and earlier releases and years; nothing when there are none. */
export const changePart = (view: View): Html => {
  const { change, history } = view.digest
  if (change === null && history === null) return markup``
  const title = change?.previous.number ?? "the release before"
  return markup`<section id="change" aria-labelledby="h-change">
    <h2 id="h-change">${change === null ? "Change" : `Change against ${title}`}</h2>
    ${changeParagraph(view, title)} ${historyPart(view)}
  </section>`
}
