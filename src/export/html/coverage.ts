/**
 * Coverage, who speaks, method and limits.
 */
import type { GroupCoverage, InitiativeId, ListedOutput } from "../../domain/index.ts"
import type { View } from "../view.ts"
import {
  enumerate,
  figure,
  groupTitle,
  kindName,
  languageName,
  listNames,
  longDate,
  methodText,
  outcomeName,
  plural,
  typeName
} from "../words.ts"
import { markup, join, langDir, link, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { issueLink } from "./one-page.ts"
import { nameList, paragraph } from "./quotation.ts"

const failureOf = (view: View, id: InitiativeId): Value =>
  view.digest.coverage.failing
    .filter((source) => source.initiativeId === id)
    .map(
      (source) =>
        markup` ${link(source.url, markup`<bdi>${source.url}</bdi>`, "ext")}:
        ${source.message ?? (source.outcome === null ? "not read" : outcomeName[source.outcome])}${source.lastSuccessAt === null ? "" : ` Last read ${longDate(source.lastSuccessAt)}.`}`
    )

const heardLine = (
  view: View,
  id: InitiativeId,
  outputs: GroupCoverage["published"][number]["outputs"]
): Html => {
  const initiative = view.initiatives.get(id)
  return markup`<li>
    ${name(initiative?.name ?? id)}
    <span class="q">(${initiative === undefined ? "" : typeName[initiative.type]})</span>:
    ${join(
      outputs.flatMap((output) => {
        const own = view.outputs.get(output)
        if (own === undefined) return []
        const others = own.alsoAt.map((url, index) => markup` ${link(url, `also at ${index + 1}`, "ext")}`)
        return [
          markup`${link(own.url, markup`<cite${langDir(own.language)}>${own.title}</cite>`, "ext")},
          ${kindName[own.kind]},
          ${longDate(own.publishedAt)}${others}${own.inDoubt ? ", kind to be reviewed" : ""}`
        ]
      }),
      "; "
    )}
  </li> `
}

const silentLine = (view: View, id: InitiativeId): Html => {
  const initiative = view.initiatives.get(id)
  if (initiative === undefined) return markup``
  return markup`<li>
    ${name(initiative.name)} <span class="q">(${typeName[initiative.type]})</span>${
      initiative.lastHeard === null
        ? ", no earlier output known"
        : `, last heard ${longDate(initiative.lastHeard)}`
    }${initiative.hasSource ? "" : ", no place of publication registered yet"}
  </li> `
}

const group = (view: View, own: GroupCoverage): Html =>
  paragraph(
    own.par,
    markup`<h3>${groupTitle[own.group]}: ${figure(own.published.length)} of ${figure(own.registered)}</h3>
      ${
        own.published.length === 0
          ? ""
          : markup`<p class="run">Published</p>
              <ul>
                ${own.published.map((item) => heardLine(view, item.initiative, item.outputs))}
              </ul>`
      }
      ${
        own.silent.length === 0
          ? ""
          : markup`<p class="run">Not heard yet</p>
              <ul>
                ${own.silent.map((id) => silentLine(view, id))}
              </ul>`
      }
      ${
        own.unreachable.length === 0
          ? ""
          : markup`<p class="run">Not heard yet, because their sites could not be read</p>
              <ul>
                ${own.unreachable.map((id) => markup`<li>${name(view.initiatives.get(id)?.name ?? id)}:${failureOf(view, id)}</li>`)}
              </ul>`
      }`
  )

/** Leads from a draft to the final that took its place. */
const finalOf = ({ supersededBy }: ListedOutput): Html =>
  supersededBy === null
    ? markup``
    : markup`; superseded by
        ${link(supersededBy.url, markup`<cite>${supersededBy.title}</cite>`, "ext")}${
          supersededBy.publishedAt === null ? "" : `, ${longDate(supersededBy.publishedAt)}`
        }`

const listedItems = (view: View, title: string, items: ReadonlyArray<ListedOutput>): Html =>
  items.length === 0
    ? markup``
    : markup`<p class="run">${title}</p>
        <ul>
          ${items.map(
            (item) =>
              markup`<li>
                ${name(view.initiatives.get(item.initiativeId)?.name ?? item.initiativeId)}:
                ${link(item.url, markup`<cite${langDir(item.language)}>${item.title}</cite>`, "ext")},
                ${kindName[item.kind]}, ${item.publishedAt === null ? "no date" : longDate(item.publishedAt)}${finalOf(item)}
              </li>`
          )}
        </ul>`

const listed = (view: View): Html => {
  const { coverage } = view.digest
  const reached = coverage.failing.filter(
    (source) => view.initiatives.get(source.initiativeId)?.status !== "unreachable"
  )
  const nothing = [coverage.drafts, coverage.pressAccounts, coverage.undated, coverage.late, reached].every(
    (items) => items.length === 0
  )
  return markup`<h3>Listed and not counted</h3>
    ${nothing ? markup`<p>None.</p>` : ""} ${listedItems(view, "Drafts", coverage.drafts)}
    ${listedItems(view, "Press accounts (second-hand)", coverage.pressAccounts)}
    ${listedItems(view, "Without a date, so in no window", coverage.undated)}
    ${listedItems(view, view.digest.frozen ? "Arrived after the freeze" : "Arrived after the date of this digest", coverage.late)}
    ${
      reached.length === 0
        ? ""
        : markup`<p class="run">
              Places that could not be read at the last visit, of initiatives that were heard or have another
              place
            </p>
            <ul>
              ${reached.map(
                (source) =>
                  markup`<li>
                    ${name(view.initiatives.get(source.initiativeId)?.name ?? source.initiativeId)}:
                    ${link(source.url, markup`<bdi>${source.url}</bdi>`, "ext")}:
                    ${source.message ?? (source.outcome === null ? "not read" : outcomeName[source.outcome])}
                  </li>`
              )}
            </ul>`
    }
    ${coverage.otherKinds.length === 0 ? "" : markup`<p>Neither counted nor listed: ${enumerate(coverage.otherKinds.map((kind) => `${figure(kind.documents)} ${kindName[kind.kind]}`))}.</p>`}`
}

const breakdown = (view: View): Html => {
  const { totals } = view.digest
  return markup`<div class="tables">
    <table>
      <caption>
        By type
      </caption>
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Published</th>
          <th scope="col">Registered</th>
        </tr>
      </thead>
      <tbody>
        ${totals.byType.map(
          (type) =>
            markup`<tr>
              <th scope="row">${typeName[type.type]}</th>
              <td class="num">${figure(type.published)}</td>
              <td class="num">${figure(type.registered)}</td>
            </tr>`
        )}
      </tbody>
    </table>
    <table>
      <caption>
        By language of the original
      </caption>
      <thead>
        <tr>
          <th scope="col">Language</th>
          <th scope="col">Initiatives</th>
          <th scope="col">Outputs</th>
          <th scope="col">Statements</th>
        </tr>
      </thead>
      <tbody>
        ${totals.byLanguage.map(
          (row) =>
            markup`<tr>
              <th scope="row">${languageName(row.language)}</th>
              <td class="num">${figure(row.initiatives)}</td>
              <td class="num">${figure(row.outputs)}</td>
              <td class="num">${figure(row.statements)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`
}

/** Coverage by name. */
export const coveragePart = (view: View): Html => {
  const { coverage, totals } = view.digest
  return markup`<section id="coverage" aria-labelledby="h-coverage">
    <h2 id="h-coverage">Coverage</h2>
    ${paragraph(
      coverage.par,
      markup`<p>
          ${figure(totals.published)} of ${plural(totals.registered, "registered initiative")} published in
          the window, ${figure(totals.notHeard)} not heard
          yet${totals.unreachable === 0 ? "" : `, of which ${figure(totals.unreachable)} could not be reached`}.
          Initiatives owe nobody a report; “not heard yet” says what was found, and nothing about what was
          discussed.
        </p>
        ${breakdown(view)}`
    )}
    ${coverage.groups.map((own) => group(view, own))} ${paragraph(coverage.listedPar, listed(view))}
  </section>`
}

/** Who speaks in the outputs. */
export const speakersPart = (view: View): Html => {
  const { speakers } = view.digest
  const participation = speakers.participation.flatMap((id) => view.pages.get(id) ?? [])
  return markup`<section id="speakers" aria-labelledby="h-speakers">
    <h2 id="h-speakers">Who speaks</h2>
    ${paragraph(
      speakers.par,
      markup`<p>
          ${plural(speakers.youthPublished, "youth initiative")} and
          ${plural(speakers.othersPublished, "other initiative")} published in the window.
        </p>
        ${
          speakers.youth.length === 0
            ? ""
            : markup`<table class="youth">
                <caption>
                  Issues that youth initiatives raised
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Issue</th>
                    <th scope="col">Youth, of ${speakers.youthPublished}</th>
                    <th scope="col">Others, of ${speakers.othersPublished}</th>
                  </tr>
                </thead>
                <tbody>
                  ${speakers.youth.map((row) => {
                    const page = view.pages.get(row.issue)
                    return markup`<tr>
                      <th scope="row">${page === undefined ? row.issue : issueLink(page)}</th>
                      <td class="num">${figure(row.youth)}</td>
                      <td class="num">${figure(row.others)}</td>
                    </tr>`
                  })}
                </tbody>
              </table>`
        }
        <ul>
          ${speakers.countryLists.filter((list) => list.registered > 0).map((list) => markup`<li>${listNames[list.list] ?? list.list} (list of ${list.asOf}): ${figure(list.published.length)} of ${plural(list.registered, "registered initiative")} published${list.published.length === 0 ? "" : markup`: ${nameList(view, list.published)}`}</li>`)}
        </ul>
        ${
          participation.length === 0
            ? ""
            : markup`<p>
                What outputs state about who took part (youth, gender, remote participation, persons with
                disabilities) stands under ${join(participation.map(issueLink), ", ")}.
              </p>`
        }`
    )}
  </section>`
}

/** Method and limits. */
export const methodPart = (view: View): Html =>
  markup`<section id="method" aria-labelledby="h-method">
    <h2 id="h-method">Method and limits</h2>
    ${view.digest.method.map((item) => paragraph(item.par, markup`<p>${methodText[item.point]}${item.point === "boilerplate" && view.digest.totals.boilerplate > 0 ? ` In this window: ${plural(view.digest.totals.boilerplate, "statement")}.` : ""}</p>`))}
  </section>`
