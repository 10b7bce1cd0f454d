/**
 * Issue pages.
 */
import type { IssuePage, SharedMessage } from "../../domain/index.ts"
import type { View } from "../view.ts"
import { codeNames, enumerate, figure, groupColumn, groupName, percent, plural, typeName } from "../words.ts"
import { positions, sparkline } from "./history.ts"
import { markup, join } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { bar } from "./one-page.ts"
import { mention, nameList, paragraph, quotationHtml, quoting, spread } from "./quotation.ts"

/** Shares by UN group, as a table with bars. */
const shares = (page: IssuePage): Html =>
  markup`<div class="scroll" role="region" aria-label="Shares by UN group: ${page.label}" tabindex="0">
      <table class="shares">
        <caption>
          Of the initiatives of each UN group that published, how many raised it
        </caption>
        <thead>
          <tr>
            ${page.byGroup.map((share) => markup`<th scope="col"><abbr title="${groupName[share.group]}">${groupColumn[share.group]}</abbr></th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            ${page.byGroup.map((share) =>
              share.published === 0
                ? markup`<td class="nh">not heard yet</td>`
                : markup`<td>
                    ${bar(share.raised, share.published, 90)} ${share.raised} of ${share.published}
                  </td>`
            )}
          </tr>
        </tbody>
      </table>
    </div>`

const figures = (view: View, page: IssuePage): Html => {
  const types = page.byType
    .filter((type) => type.raised > 0)
    .map((type) => `${figure(type.raised)} ${typeName[type.type]}`)
  const groups = page.byGroup.filter((share) => share.raised > 0).map((share) => groupColumn[share.group])
  const published = view.digest.totals.published
  const before = view.digest.change?.previous
  return markup`<p class="lead">
      <b>${figure(page.initiatives.length)} of ${plural(published, "initiative")}</b> that published raised it
      (${enumerate(types)}${page.initiatives.length < 3 ? `; ${enumerate(groups)}` : ""}), in
      ${plural(page.statements, "statement")}${
        before === undefined || page.before === null
          ? ""
          : `; in ${before.number ?? "the release before"} it was ${figure(page.before)} of ${figure(before.published)}`
      }.
    </p>
    ${sparkline(view, page)} ${page.initiatives.length < 3 ? "" : shares(page)}`
}

const sharedMessage = (view: View, page: IssuePage, message: SharedMessage): Html => {
  const first = view.statements.get(message.statement)
  if (first === undefined) return markup``
  const also = message.also.flatMap((id) => view.statements.get(id) ?? [])
  return paragraph(
    message.par,
    markup`<p class="count">
        <b>${spread(message.initiatives.length, message.groups.length)}:</b>
        ${nameList(view, message.initiatives)}
      </p>
      ${quotationHtml(view, first, page.id)}
      ${
        also.length === 0
          ? ""
          : markup`<details class="also" open>
              <summary>as the others wrote it (${also.length})</summary>
              ${also.map((quotation) => markup`<div class="also-item">${quotationHtml(view, quotation, page.id)}</div>`)}
            </details>`
      }`
  )
}

const part = (title: string, content: ReadonlyArray<Value>, note: Value = ""): Html =>
  content.length === 0
    ? markup``
    : markup`<h4>${title}</h4>
        ${note}${content}`

const codes = (
  label: string,
  names: Readonly<Record<string, string>>,
  values: ReadonlyArray<string | number>
): Value =>
  values.length === 0
    ? null
    : markup`${label}
      ${join(
        values.map((value) => markup`<abbr title="${names[String(value)] ?? ""}">${value}</abbr>`),
        ", "
      )}`

const crosswalk = (page: IssuePage): Html => {
  const lines = [
    codes("WSIS", codeNames.wsis, page.crosswalk.wsis),
    codes("GDC", codeNames.gdc, page.crosswalk.gdc),
    codes("SDG", codeNames.sdg, page.crosswalk.sdg),
    page.crosswalk.digitalWatch.length === 0
      ? null
      : `Digital Watch: ${page.crosswalk.digitalWatch.join(", ")}`,
    page.crosswalk.igfCategory.length === 0
      ? null
      : `IGF input category: ${page.crosswalk.igfCategory.join(", ")}`,
    page.subThemes.length === 0 ? null : `Sub-theme: ${page.subThemes.join("; ")}`
  ].filter((line) => line !== null)
  return lines.length === 0
    ? markup``
    : markup`<p class="crosswalk"><b>Elsewhere known as</b> ${join(lines, " · ")}</p>`
}

/** One issue. */
export const issueSection = (view: View, page: IssuePage): Html => {
  const quoted = (items: IssuePage["single"]) => items.map((item) => quoting(view, item, page.id))
  const area = view.digest.areas.find(({ id }) => id === page.area)?.label ?? page.area
  const share = percent(page.initiatives.length, view.digest.totals.published)
  return markup`<section class="issue" id="i-${page.id}" aria-labelledby="h-${page.id}">
    <h3 id="h-${page.id}">
      <span class="rank">${page.number}</span> ${page.label}
      <span class="area">${area}${share === null ? "" : `, ${share} %`}</span>
    </h3>
    ${paragraph(page.par, figures(view, page))}
    ${part(
      "Shared by several",
      page.shared.map((message) => sharedMessage(view, page, message))
    )}
    ${part("Where they differ", quoted(page.differing), positions(view, page))} ${part("What worked", quoted(page.worked))}
    ${part("Challenges", quoted(page.challenges))}
    ${part(page.shared.length === 0 ? "Messages" : "Single voices", quoted(page.single))}
    ${
      page.further.length === 0
        ? ""
        : markup`<details class="further">
              <summary>All further statements on this issue (${figure(page.further.length)})</summary>
              ${quoted(page.further)}
            </details>
            <p class="paper">
              ${plural(page.further.length, "further statement")} on this issue in the electronic form.
            </p>`
    }
    ${
      page.elsewhere.length === 0
        ? ""
        : markup`<p class="elsewhere">
            On this issue also, quoted under another: par.
            ${join(
              page.elsewhere.map((id) => mention(view, id)),
              ", "
            )}.
          </p>`
    }
    ${crosswalk(page)}
  </section> `
}

/** All issues. */
export const issuesPart = (view: View): Html =>
  markup`<section id="issues" aria-labelledby="h-issues">
    <h2 id="h-issues">Issues</h2>
    <p class="note">
      In the order of the number of initiatives that raised them. Quotations are in the original language; the
      type of initiative stands beside each.
    </p>
    ${view.digest.issues.length === 0 ? markup`<p>No statement was published in this window by an initiative that could be read.</p>` : ""}
    ${view.digest.issues.map((page) => issueSection(view, page))}
    ${
      view.digest.notRaised.length === 0
        ? ""
        : markup`<section class="issue" id="not-raised" aria-labelledby="h-not-raised">
            <h3 id="h-not-raised">Raised by nobody in this window</h3>
            <p>
              ${enumerate(view.digest.notRaised.map((issue) => issue.label))}. Nothing follows from this about
              initiatives that were not heard.
            </p>
          </section>`
    }
    ${
      view.digest.unclassified.length === 0
        ? ""
        : markup`<section class="issue" id="unclassified" aria-labelledby="h-unclassified">
            <h3 id="h-unclassified">Statements under no issue</h3>
            <details class="further">
              <summary>
                ${plural(view.digest.unclassified.length, "statement")} that the taxonomy does not place
              </summary>
              ${view.digest.unclassified.map((item) => quoting(view, item, null))}
            </details>
          </section>`
    }
  </section>`
