/**
 * Page one: reach, main concerns, differences, cases, change, what no sub-theme covers, who is silent.
 */
import type { ChangeRow, IssuePage } from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import {
  arrivedText,
  concernDifference,
  concernNote,
  changedIssues,
  differences,
  groupsConcerned,
  groupsHeard,
  newShare,
  positionText,
  publishedByType,
  silenceParts,
  uncoveredPages,
  unheardInitiatives
} from "../overview.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { markup, join, langDir, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { paragraph, parLink, parRange, parSpan } from "./quotation.ts"
import { say } from "./say.ts"

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

/** A table that can be scrolled with the keyboard where it is wider than the page. */
export const scroll = (label: string, table: Value, kind = ""): Html =>
  markup`<div class="${kind === "" ? "scroll" : `scroll ${kind}`}" role="region" aria-label="${label}" tabindex="0">${table}</div>`

/** A name with something in brackets after it. */
export const followed = (m: Messages, first: Value, text: Value): Html =>
  markup`${first}${m.text("gap")}${say(m, "bracketed", { text })}`

/** Issues with the number of initiatives that raised them. */
export const countedIssues = (m: Messages, pages: ReadonlyArray<IssuePage>): ReadonlyArray<Value> =>
  join(
    pages.map((page) => followed(m, issueLink(page), page.initiatives.length)),
    m.text("comma")
  )

/** A list of which only the first items are shown; the others are counted. */
const some = (m: Messages, items: ReadonlyArray<Value>, more: number, href?: string): Value => {
  const shown = join(items, m.text("comma"))
  if (more <= 0) return shown
  const count = m.text("more", { count: more })
  return say(m, "itemsAndMore", {
    items: shown,
    more: href === undefined ? count : markup`<a href="${href}">${count}</a>`
  })
}

/** A label in bold and what belongs to it, as a sentence. */
export const labelled = (m: Messages, label: string, text: Value, kind: "" | "new" = ""): Html =>
  markup`<p>${say(m, "labelledSentence", { label: markup`<b${kind === "" ? "" : markup` class="${kind}"`}>${label}</b>`, text })}</p>`

const concernsTable = (view: View): Html => {
  const { digest, m } = view
  const published = digest.totals.published
  const previous = digest.change?.previous
  const heard = groupsHeard(digest)
  const caption = m.text("raisedCaption")
  const table = scroll(
    caption,
    markup`<table class="raised">
      <caption class="sr">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr">${m.text("number")}</span></th>
          <th scope="col">${m.text("issue")}</th>
          <th scope="col">${m.text("mainConcernOf")}</th>
          <th scope="col">${m.text("unGroups")}</th>
          ${previous === undefined ? "" : markup`<th scope="col">${previous.number === null ? m.text("againstBefore") : m.text("against", { release: previous.number })}</th>`}
          <th scope="col">${m.text("raisedByColumn")}</th>
          <th scope="col">${m.text("paragraphs")}</th>
        </tr>
      </thead>
      <tbody>
        ${digest.summary.raised.map((id) => {
          const page = view.pages.get(id)
          if (page === undefined) return markup``
          const count = page.mainConcernOf.length
          return markup`<tr>
            <td class="num">${page.number}</td>
            <th scope="row">${issueLink(page)}</th>
            <td class="num"><div class="withbar"><a href="#p${page.par}">${m.share(count, published)}</a>${bar(count, published)}</div></td>
            <td class="num"><a href="#p${digest.heatMapPar}">${m.share(groupsConcerned(view, page), heard)}</a></td>
            ${
              previous === undefined
                ? ""
                : markup`<td class="num">
                    <a href="#p${digest.change?.par}">${concernDifference(page, m)}</a
                    >${page.before === 0 ? markup` <span class="new">${m.text("new")}</span>` : ""}
                  </td>`
            }
            <td class="num">${m.share(page.initiatives.length, published)}</td>
            <td class="num">${parSpan(m, page.par, page.lastPar)}</td>
          </tr> `
        })}
      </tbody>
    </table>`
  )
  return markup`${table}
    <p class="note">${concernNote<Value>(view, (par) => markup`<a href="#p${par}">${m.text("paragraph", { par: String(par) })}</a>`)}</p>`
}

const reach = ({ digest, m }: View): Html => {
  const { totals, coverage } = digest
  const types = publishedByType(digest, m)
  const values = {
    reach: markup`<a href="#p${coverage.par}"><b>${m.text("ofRegistered", { part: totals.published, count: totals.registered })}</b></a>`,
    outputs: m.text("outputCount", { count: totals.outputs }),
    statements: markup`<a href="#issues">${m.text("statementCount", { count: totals.statements })}</a>`,
    languages: m.text("inLanguages", { count: totals.byLanguage.length })
  }
  const silence = silenceParts<Value>(
    totals,
    m,
    (text) => markup`<a href="#p${digest.summary.unheardPar}">${text}</a>`
  )
  return markup`<p class="lead">
      ${types === "" ? say(m, "reach", values) : say(m, "reachByType", { ...values, types })}${m.text("gap")}${say(m, "sentence", { text: silence })}
    </p>
    <dl class="tiles">
      ${totals.byGroup.map(({ group, published, registered }) => {
        const par = coverage.groups.find((own) => own.group === group)?.par ?? coverage.par
        return markup`<div>
            <dt><abbr title="${m.names.group[group]}">${m.names.groupColumn[group]}</abbr></dt>
            <dd>
              <a href="#p${par}">${say(m, "share", { part: markup`<b>${m.number(published)}</b>`, whole: registered })}</a>
            </dd>
          </div>`
      })}
    </dl>`
}

const differing = (view: View): Html => {
  const { m } = view
  const rows = view.digest.summary.differing
  if (rows.length === 0) return markup`<p>${m.text("noDifference")}</p>`
  const lines = differences(view, 3).map(({ row, label, quotation, position }) => {
    const values = {
      issue: markup`<b>${label}</b>`,
      recorded: m.text("recordedBy", { count: row.initiatives }),
      where: parRange(m, row.par, row.lastPar)
    }
    return markup`<li>${
      quotation === undefined
        ? say(m, "difference", values)
        : say(m, "differenceQuoted", {
            ...values,
            excerpt: markup`<q${langDir(quotation.language)}>${opening(quotation.text, 100)}</q>`
          })
    }${
      position === undefined
        ? ""
        : markup` ${say(m, "bracketed", { text: say(m, "labelled", { label: parLink(position.par), text: positionText(position, m) }) })}`
    }</li>`
  })
  const others = rows
    .slice(3, 8)
    .map((row) => followed(m, view.pages.get(row.issue)?.label, parLink(row.par)))
  return markup`<ul>${lines}</ul>${
    others.length === 0
      ? ""
      : markup`<p class="more">${say(m, "alsoOn", { issues: some(m, others, rows.length - 3 - others.length) })}</p>`
  }`
}

const worked = (view: View): Html => {
  const { m } = view
  const { cases, worked: named } = view.digest.summary
  if (cases === 0) return markup`<p>${m.text("noCase")}</p>`
  const names = named.slice(0, 4).flatMap((item): ReadonlyArray<Value> => {
    const quotation = view.statements.get(item.statement)
    if (quotation === undefined || quotation.caseName === null) return []
    const initiative = view.initiatives.get(quotation.places[0].initiativeId)
    return [
      followed(
        m,
        markup`<b><bdi${langDir(quotation.language)}>${opening(quotation.caseName, 60)}</bdi></b>`,
        markup`${name(initiative?.name ?? "")}${m.text("comma")}${parLink(item.par)}`
      )
    ]
  })
  const count = m.text("caseCount", { count: cases })
  return markup`<p>${
    names.length === 0
      ? m.text("sentence", { text: count })
      : say(m, "casesNamed", { cases: count, names: join(names, m.text("comma")) })
  }</p>`
}

const change = (view: View): Html => {
  const { m } = view
  const line = (label: "newIssues" | "goneQuiet", status: ChangeRow["status"]) => {
    const own = changedIssues(view, status)
    const shown = own
      .slice(0, 5)
      .map(({ row, page, count }) => followed(m, page === undefined ? row.label : issueLink(page), count))
    return labelled(
      m,
      m.text(label),
      own.length === 0
        ? m.text("none")
        : some(m, shown, own.length - shown.length, `#p${view.digest.change?.par}`),
      "new"
    )
  }
  const late = arrivedText(view)
  const notes: ReadonlyArray<Value> = [
    newShare(view),
    late === null
      ? null
      : say(m, "sentence", { text: markup`<a href="#p${view.digest.change?.par}">${late}</a>` })
  ].filter((note) => note !== null)
  return markup`${line("newIssues", "new")}${line("goneQuiet", "quiet")}${
    notes.length === 0 ? "" : markup`<p>${join(notes, m.text("gap"))}</p>`
  }`
}

const uncovered = (view: View): Html => {
  const { digest, m } = view
  const pages = uncoveredPages(view)
  if (pages === null) return markup`<p>${m.text("subThemesUnknown", { year: String(digest.cycle.year) })}</p>`
  if (digest.issues.length === 0) return markup`<p>${m.text("noIssue")}</p>`
  if (pages.length === 0) return markup`<p>${m.text("allCovered")}</p>`
  const shown = pages.slice(0, 6).map((page) => followed(m, issueLink(page), page.initiatives.length))
  const text = some(m, shown, pages.length - shown.length, `#p${digest.lenses.subThemesPar}`)
  return markup`<p>${say(m, "sentence", { text })}</p>`
}

const unheard = (view: View): Html => {
  const { m } = view
  const own = unheardInitiatives(view)
  if (own.length === 0) return markup`<p>${m.text("allPublished")}</p>`
  const shown = own
    .slice(0, 12)
    .map((initiative) =>
      initiative.status === "unreachable"
        ? followed(m, name(initiative.name), m.text("notReached"))
        : name(initiative.name)
    )
  return markup`<p>${say(m, "unheard", {
    names: some(m, shown, own.length - shown.length),
    link: markup`<a href="#coverage">${m.text("namesByGroup")}</a>`
  })}</p>`
}

/** The first page. */
export const onePage = (view: View): Html => {
  const { m } = view
  const { summary, change: changed } = view.digest
  const part = (par: number, title: string, body: Html) =>
    paragraph(
      m,
      par,
      markup`<h3>${title}</h3>
        ${body}`
    )
  const previous = changed?.previous.number ?? null
  return markup`<section id="summary" aria-labelledby="h-summary">
    <h2 id="h-summary">${m.text("atAGlance")}</h2>
    ${paragraph(m, summary.reachPar, reach(view))}
    ${part(
      summary.raisedPar,
      m.text("mainConcerns"),
      view.digest.issues.length === 0 ? markup`<p>${m.text("noStatement")}</p>` : concernsTable(view)
    )}
    <div class="pair">
      ${part(summary.differingPar, m.text("whereTheyDiffer"), differing(view))}
      ${part(summary.workedPar, m.text("whatWorked"), worked(view))}
      ${
        summary.changePar === null
          ? ""
          : part(
              summary.changePar,
              previous === null ? m.text("againstBefore") : m.text("since", { release: previous }),
              change(view)
            )
      }
      ${part(summary.uncoveredPar, m.text("inNoSubTheme"), uncovered(view))}
      ${part(summary.unheardPar, m.text("notHeardYet"), unheard(view))}
    </div>
    <p class="note">${say(m, "summaryNote", { method: markup`<a href="#method">${m.text("method")}</a>` })}</p>
  </section>`
}
