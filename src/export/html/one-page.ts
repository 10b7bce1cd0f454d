/**
 * Page one: reach, what was raised most, differences, cases, change, what no sub-theme covers, who is silent.
 */
import type { IssuePage, Quotation } from "../../domain/index.ts"
import { difference, releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { opening } from "../view.ts"
import { enumerate, figure, groupColumn, groupName, plural, typeName } from "../words.ts"
import { newOnPageOne } from "./history.ts"
import { markup, join, langDir, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { paragraph, parLink, parRange } from "./quotation.ts"

/** Link to an issue page. */
export const issueLink = (page: IssuePage): Html => markup`<a href="#i-${page.id}">${page.label}</a>`

/** Bar of a share in a cell of its own; the figure beside it says the same. */
export const bar = (part: number, whole: number, width = 120): Html => {
  const length = whole === 0 ? 0 : Math.round((width * part) / whole)
  return markup`<svg
    class="bar"
    width="${width}"
    height="10"
    viewBox="0 0 ${width} 10" preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="track" width="${width}" height="10" />
    <rect class="fill" width="${length}" height="10" />
  </svg>`
}

const raisedTable = (view: View): Html => {
  const { digest } = view
  const published = digest.totals.published
  const previous = digest.change?.previous
  const heard = digest.totals.byGroup.filter((group) => group.published > 0).length
  return markup`<div class="scroll" role="region" aria-label="Issues raised by most initiatives" tabindex="0">
    <table class="raised">
      <caption class="sr">
        Issues raised by most initiatives
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Number</span></th>
          <th scope="col">Issue</th>
          <th scope="col">Initiatives</th>
          <th scope="col">Groups</th>
          ${previous === undefined ? "" : markup`<th scope="col">Against ${previous.number ?? "before"}</th>`}
          <th scope="col">Paragraphs</th>
        </tr>
      </thead>
      <tbody>
        ${digest.summary.raised.map((id) => {
          const page = view.pages.get(id)
          if (page === undefined) return markup``
          const count = page.initiatives.length
          const groups = page.byGroup.filter((group) => group.raised > 0).length
          return markup`<tr>
            <td class="num">${page.number}</td>
            <th scope="row">${issueLink(page)}</th>
            <td class="num"><div class="withbar"><a href="#p${page.par}">${count} of ${published}</a>${bar(count, published)}</div></td>
            <td class="num"><a href="#p${digest.heatMapPar}">${groups} of ${heard}</a></td>
            ${
              previous === undefined
                ? ""
                : markup`<td class="num">
                    <a href="#p${digest.change?.par}">${difference(count, page.before ?? 0)}</a
                    >${page.before === 0 ? markup` <span class="new">${releaseWords.newLabel}</span>` : ""}
                  </td>`
            }
            <td class="num">${parLink(page.par)}–${parLink(page.lastPar)}</td>
          </tr> `
        })}
      </tbody>
    </table>
  </div>`
}

const reach = (view: View): Html => {
  const { totals, coverage } = view.digest
  const types = totals.byType
    .filter((type) => type.published > 0)
    .map((type) => `${figure(type.published)} ${typeName[type.type]}`)
  return markup`<p class="lead">
      <a href="#p${coverage.par}"
        ><b>${figure(totals.published)} of ${plural(totals.registered, "registered initiative")}</b></a
      >
      published in this window${types.length === 0 ? "" : ` (${enumerate(types)})`}:
      ${plural(totals.outputs, "output")}, <a href="#issues">${plural(totals.statements, "statement")}</a> in
      ${plural(totals.byLanguage.length, "language")}.
      <a href="#p${view.digest.summary.unheardPar}">${figure(totals.notHeard)} not heard yet</a
      >${totals.unreachable === 0 ? "" : markup`, of which ${figure(totals.unreachable)} could not be reached`}.
    </p>
    <dl class="tiles">
      ${totals.byGroup.map(
        (group) =>
          markup`<div>
            <dt><abbr title="${groupName[group.group]}">${groupColumn[group.group]}</abbr></dt>
            <dd>
              <a href="#p${coverage.groups.find((own) => own.group === group.group)?.par ?? coverage.par}"
                ><b>${figure(group.published)}</b> of ${figure(group.registered)}</a
              >
            </dd>
          </div>`
      )}
    </dl>`
}

const excerpt = (quotation: Quotation | undefined, length: number): Value =>
  quotation === undefined
    ? ""
    : markup`<q${langDir(quotation.language)}>${opening(quotation.text, length)}</q>`

const differing = (view: View): Html => {
  const rows = view.digest.summary.differing
  if (rows.length === 0) return markup`<p>No initiative records differing views in this window.</p>`
  const quoted = new Set<string>()
  const lines = rows.slice(0, 3).map((row) => {
    const page = view.pages.get(row.issue)
    const own = (page?.differing ?? []).map((item) => item.statement)
    const chosen = own.find((id) => !quoted.has(id)) ?? own[0]
    if (chosen !== undefined) quoted.add(chosen)
    const quotation = chosen === undefined ? undefined : view.statements.get(chosen)
    const [position] = page?.positions ?? []
    return markup`<li><b>${page?.label}</b>: ${releaseWords.recorded(row.initiatives)} (${parRange(row.par, row.lastPar)}): ${excerpt(quotation, 100)}${position === undefined ? "" : markup` (${parLink(position.par)}: ${releaseWords.position(position.asking.length, position.differing.length)})`}</li>`
  })
  const others = rows
    .slice(3, 8)
    .map((row) => markup`${view.pages.get(row.issue)?.label} (${parLink(row.par)})`)
  const more = rows.length - 3 - others.length
  return markup`<ul>${lines}</ul>${
    others.length === 0
      ? ""
      : markup`<p class="more">Also on ${join(others, ", ")}${more > 0 ? ` and ${more} more` : ""}.</p>`
  }`
}

const worked = (view: View): Html => {
  const { cases, worked: named } = view.digest.summary
  if (cases === 0) return markup`<p>No initiative reports a case in this window.</p>`
  return markup`<p>
    ${plural(cases, "case")}${named.length === 0 ? "" : ", among them "}${join(
      named.slice(0, 4).map((item) => {
        const quotation = view.statements.get(item.statement)
        if (quotation === undefined || quotation.caseName === null) return ""
        const initiative = view.initiatives.get(quotation.places[0].initiativeId)
        return markup`<b><bdi${langDir(quotation.language)}>${opening(quotation.caseName, 60)}</bdi></b> (${name(initiative?.name ?? "")}, ${parLink(item.par)})`
      }),
      ", "
    )}.
  </p>`
}

const change = (view: View): Html => {
  const rows = view.digest.change?.rows ?? []
  const named = (status: string, limit: number) => {
    const own = rows.filter((row) => row.status === status)
    return own.length === 0
      ? "none"
      : markup`${join(
          own.slice(0, limit).map((row) => {
            const page = view.pages.get(row.issue)
            return markup`${page === undefined ? row.label : issueLink(page)}
            (${row.status === "quiet" ? row.before : row.now})`
          }),
          ", "
        )}${own.length > limit ? markup` and <a href="#p${view.digest.change?.par}">${own.length - limit} more</a>` : ""}`
  }
  return markup`<p><b class="new">${releaseWords.newLabel}</b> ${named("new", 5)}.</p>
    <p><b class="new">${releaseWords.quietLabel}</b> ${named("quiet", 5)}.</p>
    ${newOnPageOne(view)}`
}

const uncovered = (view: View): Html => {
  const ids = view.digest.lenses.uncovered
  if (ids === null)
    return markup`<p>
      The sub-themes of the ${view.digest.cycle.year} cycle were not known when this digest was made
      (${parLink(view.digest.lenses.subThemesPar)}).
    </p>`
  const pages = ids.flatMap((id) => view.pages.get(id) ?? [])
  if (view.digest.issues.length === 0) return markup`<p>No issue was raised in this window.</p>`
  if (pages.length === 0) return markup`<p>Every issue raised falls under a sub-theme.</p>`
  return markup`<p>
    ${join(
      pages.slice(0, 6).map((page) => markup`${issueLink(page)} (${page.initiatives.length})`),
      ", "
    )}${pages.length > 6 ? markup` and <a href="#p${view.digest.lenses.subThemesPar}">${pages.length - 6} more</a>` : ""}.
  </p>`
}

const unheard = (view: View): Html => {
  const own = view.digest.initiatives.filter((initiative) => initiative.status !== "published")
  if (own.length === 0) return markup`<p>Every registered initiative published in this window.</p>`
  return markup`<p>
    ${join(
      own
        .slice(0, 12)
        .map(
          (initiative) =>
            markup`${name(initiative.name)}${initiative.status === "unreachable" ? " (could not be reached)" : ""}`
        ),
      ", "
    )}${own.length > 12 ? ` and ${own.length - 12} more` : ""}: <a href="#coverage">names by group</a>. No
    output means only that none was found.
  </p>`
}

/** The first page. */
export const onePage = (view: View): Html => {
  const { summary, change: changed } = view.digest
  const previous = changed?.previous.number
  return markup`<section id="summary" aria-labelledby="h-summary">
    <h2 id="h-summary">At a glance</h2>
    ${paragraph(summary.reachPar, reach(view))}
    ${paragraph(
      summary.raisedPar,
      markup`<h3>Raised by most</h3>
        ${view.digest.issues.length === 0 ? markup`<p>No statement in this window.</p>` : raisedTable(view)}`
    )}
    <div class="pair">
      ${paragraph(
        summary.differingPar,
        markup`<h3>Where they differ</h3>
          ${differing(view)}`
      )}
      ${paragraph(
        summary.workedPar,
        markup`<h3>What worked</h3>
          ${worked(view)}`
      )}
      ${
        summary.changePar === null
          ? ""
          : paragraph(
              summary.changePar,
              markup`<h3>
                  ${previous === null || previous === undefined ? "Against the release before" : `Since ${previous}`}
                </h3>
                ${change(view)}`
            )
      }
      ${paragraph(
        summary.uncoveredPar,
        markup`<h3>Raised, but in no sub-theme</h3>
          ${uncovered(view)}`
      )}
      ${paragraph(
        summary.unheardPar,
        markup`<h3>Not heard yet</h3>
          ${unheard(view)}`
      )}
    </div>
    <p class="note">
      Published outputs only; not representative; the labels are ours (<a href="#method">method and limits</a
      >). Every number in the margin is a link that can be sent.
    </p>
  </section>`
}
