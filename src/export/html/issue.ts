/**
 * Issue pages.
 */
import type { IssuePage, SharedMessage } from "../../domain/index.ts"
import type { CodeSet, Messages } from "../catalogue/index.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { positions, sparkline } from "./history.ts"
import { markup, join, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { bar, scroll } from "./one-page.ts"
import { mention, nameList, paragraph, quotationHtml, quoting } from "./quotation.ts"
import { say } from "./say.ts"

/** Shares by UN group, as a table with bars. */
const shares = (m: Messages, page: IssuePage): Html =>
  scroll(
    m.text("sharesOf", { issue: page.label }),
    markup`<table class="shares">
        <caption>
          ${m.text("sharesCaption")}
        </caption>
        <thead>
          <tr>
            ${page.byGroup.map(({ group }) => markup`<th scope="col"><abbr title="${m.names.group[group]}">${m.names.groupColumn[group]}</abbr></th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            ${page.byGroup.map((share) =>
              share.published === 0
                ? markup`<td class="nh">${m.text("unheardCell")}</td>`
                : markup`<td>
                    ${bar(share.raised, share.published, 90)} ${m.share(share.raised, share.published)}
                  </td>`
            )}
          </tr>
        </tbody>
      </table>`
  )

const figures = (view: View, page: IssuePage): Html => {
  const { digest, m } = view
  const few = page.initiatives.length < 3
  const types = page.byType.filter((own) => own.raised > 0).map((own) => m.counted(own.type, own.raised))
  const groups = page.byGroup
    .filter((share) => share.raised > 0)
    .map((share) => m.names.groupColumn[share.group])
  const before = digest.change?.previous
  const values = {
    share: markup`<b>${m.text("ofInitiatives", { part: page.initiatives.length, count: digest.totals.published })}</b>`,
    who: few ? [m.list(types), m.list(groups)].join(m.text("semicolon")) : m.list(types),
    statements: m.text("inStatements", { count: page.statements })
  }
  return markup`<p class="lead">${
    before === undefined || page.before === null
      ? say(m, "issueLead", values)
      : say(m, "issueLeadBefore", {
          ...values,
          release: releaseName(before.number, m),
          before: page.before,
          published: before.published
        })
  }</p>
    ${page.mainConcernOf.length === 0 ? "" : markup`<p>${say(m, "labelled", { label: markup`<b>${m.text("mainConcernOf")}</b>`, text: nameList(view, page.mainConcernOf) })}</p>`}
    ${sparkline(view, page)} ${few ? "" : shares(m, page)}`
}

const sharedMessage = (view: View, page: IssuePage, message: SharedMessage): Html => {
  const { m } = view
  const first = view.statements.get(message.statement)
  if (first === undefined) return markup``
  const also = message.also.flatMap((id) => view.statements.get(id) ?? [])
  const spread = m.text("spread", {
    initiatives: m.text("initiativeCount", { count: message.initiatives.length }),
    groups: m.text("groupCount", { count: message.groups.length })
  })
  return paragraph(
    m,
    message.par,
    markup`<p class="count">
        ${say(m, "labelled", { label: markup`<b>${spread}</b>`, text: nameList(view, message.initiatives) })}
      </p>
      ${quotationHtml(view, first, page.id)}
      ${
        also.length === 0
          ? ""
          : markup`<details class="also" open>
              <summary>${m.text("asOthersWrote", { number: also.length })}</summary>
              ${also.map((quotation) => markup`<div class="also-item">${quotationHtml(view, quotation, page.id)}</div>`)}
            </details>`
      }`
  )
}

/** A list of an issue page. */
export interface IssueList {
  readonly title: string
  /** What stands before the list. */
  readonly note: Value
  /** Numbered paragraphs. */
  readonly items: ReadonlyArray<Html>
  /** Shown only when asked for, where all is on one page. */
  readonly folded: boolean
}

const part = ({ items, note, title }: IssueList): Html =>
  items.length === 0
    ? markup``
    : markup`<h4>${title}</h4>
        ${note}${items}`

const codes = (
  m: Messages,
  scheme: CodeSet & ("wsis" | "gdc" | "sdg"),
  values: ReadonlyArray<string | number>
) =>
  values.length === 0
    ? null
    : say(m, scheme, {
        codes: join(
          values.map(
            (value) => markup`<abbr title="${m.named(scheme, String(value)) ?? ""}">${value}</abbr>`
          ),
          m.text("comma")
        )
      })

const crosswalk = (m: Messages, page: IssuePage): Html => {
  const { wsis, gdc, sdg, digitalWatch, igfCategory } = page.crosswalk
  const names = (key: "digitalWatch" | "igfCategory" | "subThemeOf", own: ReadonlyArray<string>) =>
    own.length === 0 ? null : say(m, key, { names: join(own.map(name), m.text("semicolon")) })
  const lines = [
    codes(m, "wsis", wsis),
    codes(m, "gdc", gdc),
    codes(m, "sdg", sdg),
    names("digitalWatch", digitalWatch),
    names("igfCategory", igfCategory),
    names("subThemeOf", page.subThemes)
  ].filter((line) => line !== null)
  return lines.length === 0
    ? markup``
    : markup`<p class="crosswalk"><b>${m.text("knownAs")}</b> ${join(lines, " · ")}</p>`
}

/** The paragraph of an issue's figures. */
export const issueFigures = (view: View, page: IssuePage): Html =>
  paragraph(view.m, page.par, figures(view, page))

const list = (title: string, items: ReadonlyArray<Html>, note: Value = "", folded = false): IssueList => ({
  title,
  items,
  note,
  folded
})

/** The lists of an issue page, in their order. */
export const issueLists = (view: View, page: IssuePage): ReadonlyArray<IssueList> => {
  const { m } = view
  const quoted = (items: IssuePage["single"]) => items.map((item) => quoting(view, item, page.id))
  return [
    list(
      m.text("sharedBySeveral"),
      page.shared.map((message) => sharedMessage(view, page, message))
    ),
    list(m.text("whereTheyDiffer"), quoted(page.differing), positions(view, page)),
    list(m.text("whatWorked"), quoted(page.worked)),
    list(m.text("challenges"), quoted(page.challenges)),
    list(m.text(page.shared.length === 0 ? "messages" : "singleVoices"), quoted(page.single)),
    list(m.text("allFurther", { number: page.further.length }), quoted(page.further), "", true)
  ]
}

/** What ends an issue page: statements quoted elsewhere, and the issue in other schemes. */
export const issueEnd = (view: View, page: IssuePage): Html => {
  const { m } = view
  return markup`${
    page.elsewhere.length === 0
      ? ""
      : markup`<p class="elsewhere">${say(m, "elsewhere", {
          paragraphs: join(
            page.elsewhere.map((id) => mention(view, id)),
            m.text("comma")
          )
        })}</p>`
  }
    ${crosswalk(m, page)}`
}

/** One issue. */
export const issueSection = (view: View, page: IssuePage): Html => {
  const { m } = view
  const area = view.digest.areas.find(({ id }) => id === page.area)?.label ?? page.area
  const { published } = view.digest.totals
  const share = published === 0 ? "" : `${m.text("comma")}${m.percent(page.initiatives.length, published)}`
  return markup`<section class="issue" id="i-${page.id}" aria-labelledby="h-${page.id}">
    <h3 id="h-${page.id}">
      <span class="rank">${page.number}</span> ${page.label}
      <span class="area">${area}${share}</span>
    </h3>
    ${issueFigures(view, page)}
    ${issueLists(view, page).map((list) =>
      !list.folded
        ? part(list)
        : list.items.length === 0
          ? ""
          : markup`<details class="further">
                <summary>${list.title}</summary>
                ${list.items}
              </details>
              <p class="paper">${m.text("furtherElectronic", { count: list.items.length })}</p>`
    )}
    ${issueEnd(view, page)}
  </section> `
}

/** All issues. */
export const issuesPart = (view: View): Html => {
  const { digest, m } = view
  return markup`<section id="issues" aria-labelledby="h-issues">
    <h2 id="h-issues">${m.text("issues")}</h2>
    <p class="note">${m.text("issuesNote")}</p>
    ${digest.issues.length === 0 ? markup`<p>${m.text("noStatementRead")}</p>` : ""}
    ${digest.issues.map((page) => issueSection(view, page))}
    ${
      digest.notRaised.length === 0
        ? ""
        : markup`<section class="issue" id="not-raised" aria-labelledby="h-not-raised">
            <h3 id="h-not-raised">${m.text("raisedByNobodyTitle")}</h3>
            <p>${m.text("notRaised", { issues: m.list(digest.notRaised.map((issue) => issue.label)) })}</p>
          </section>`
    }
    ${
      digest.unclassified.length === 0
        ? ""
        : markup`<section class="issue" id="unclassified" aria-labelledby="h-unclassified">
            <h3 id="h-unclassified">${m.text("underNoIssue")}</h3>
            <details class="further">
              <summary>${m.text("notPlaced", { count: digest.unclassified.length })}</summary>
              ${digest.unclassified.map((item) => quoting(view, item, null))}
            </details>
          </section>`
    }
  </section>`
}
