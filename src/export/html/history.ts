/**
 * Earlier releases and years: the small line of an issue, the table behind it, and what arrived after a
 * freeze; and who asks for what others differ on.
 */
import type { EarlierPeriod, IssuePage } from "../../domain/index.ts"
import { lineOf } from "../line.ts"
import type { LinePoint } from "../line.ts"
import { releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { figure, longDate } from "../words.ts"
import { join, langDir, link, markup, name } from "./html.ts"
import type { Value } from "./html.ts"
import { nameList, paragraph, parLink } from "./quotation.ts"

/** Width and height of a line in pixels; a margin keeps its strokes inside. */
const size = { width: 108, height: 26, margin: 4 } as const

const place = ({ published, raised }: LinePoint, index: number, count: number) => {
  const { height, margin, width } = size
  const share = published === 0 ? 0 : raised / published
  return {
    x: Math.round((margin + ((width - 2 * margin) * index) / Math.max(1, count - 1)) * 10) / 10,
    y: Math.round((height - margin - (height - 2 * margin) * share) * 10) / 10
  }
}

/** The small line as inline SVG with its figures as text alternative; it leads to the table of the figures. */
export const sparkline = (view: View, page: IssuePage): Value => {
  const { digest } = view
  const line = lineOf(digest, page)
  if (line === null || digest.history === null) return null
  const { points } = line
  const places = points.map((point, index) => ({ ...place(point, index, points.length), point }))
  // Where nobody was heard there is a gap: no share is not a share of nought.
  const path = places
    .map(({ point, x, y }, index) => {
      if (point.published === 0) return ""
      const joined = (points[index - 1]?.published ?? 0) > 0
      return `${joined ? "L" : "M"}${x} ${y}`
    })
    .join("")
  const title = releaseWords.lineTitle(points)
  const last = places.at(-1)
  return markup`<p class="line">
    <a href="#p${digest.history.par}"
      ><svg
        class="spark"
        role="img"
        aria-label="${title}"
        width="${size.width}"
        height="${size.height}"
        viewBox="0 0 ${size.width} ${size.height}"
      >
        <title>${title}</title>
        <path class="base" d="M${size.margin} ${size.height - size.margin}H${size.width - size.margin}" />
        <path class="stroke" d="${path}" />
        ${places.map(({ point, x, y }) => (point.published === 0 ? null : markup`<circle class="${x === last?.x ? "dot now" : "dot"}" cx="${x}" cy="${y}" r="${x === last?.x ? 3 : 2}" />`))}
      </svg></a
    >
    <span class="q">${releaseWords.lineLabel(points)}</span>
  </p>`
}

/** Who asks for what others differ on, as far as it is stated. */
export const positions = (view: View, page: IssuePage): Value =>
  page.positions.map(
    (position) =>
      markup`<p class="count position">
        ${parLink(position.par)}: ${releaseWords.position(position.asking.length, position.differing.length)}.
        ${nameList(view, position.asking)} | ${nameList(view, position.differing)}
      </p>`
  )

/** Outputs that came too late for the previous release. */
export const arrived = (view: View): Value => {
  const { change, outputs } = view.digest
  if (change === null || change.arrived.length === 0) return null
  const counted = new Set(outputs.map(({ id }) => id))
  return markup`<p class="run">${releaseWords.arrivedTitle(change.previous.number ?? "", null)}</p>
    <ul>
      ${change.arrived.map(
        (item) =>
          markup`<li>
            ${name(view.initiatives.get(item.initiativeId)?.name ?? item.initiativeId)}:
            ${link(item.url, markup`<cite${langDir(item.language)}>${item.title}</cite>`, "ext")},
            ${item.publishedAt === null ? "" : longDate(item.publishedAt)}
            (${counted.has(item.id) ? releaseWords.arrivedCounted : releaseWords.arrivedListed})
          </li>`
      )}
    </ul>`
}

/** What is new in page one's words: statements, and what arrived after the freeze. */
export const newOnPageOne = (view: View): Value => {
  const { change, totals } = view.digest
  if (change === null) return null
  const parts = [
    change.newStatements === null
      ? null
      : releaseWords.newStatements(change.newStatements, totals.statements),
    change.arrived.length === 0
      ? null
      : markup`<a href="#p${change.par}"
          >${releaseWords.arrivedCount(change.arrived.length, change.previous.number ?? "")}</a
        >.`
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : markup`<p>${join(parts, " ")}</p>`
}

/** The figures of the earlier releases and years. */
export const historyPart = (view: View): Value => {
  const { history, totals } = view.digest
  if (history === null) return null
  const periods: ReadonlyArray<EarlierPeriod> = [...history.years, ...history.releases]
  return paragraph(
    history.par,
    markup`<h3>${releaseWords.earlierTitle}</h3>
      <p class="note">${releaseWords.earlierNote}</p>
      <div class="scroll" role="region" aria-label="${releaseWords.earlierCaption}" tabindex="0">
        <table class="earlier">
          <caption class="sr">
            ${releaseWords.earlierCaption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${releaseWords.issueHead}</th>
              ${periods.map((period) => markup`<th scope="col" class="num"><abbr title="${releaseWords.periodTitle(period)}">${releaseWords.periodHead(period)}</abbr></th>`)}
              <th scope="col" class="num">${releaseWords.nowHead(totals.published)}</th>
            </tr>
          </thead>
          <tbody>
            ${history.rows.map((row) => {
              const page = view.pages.get(row.issue)
              return markup`<tr>
                <th scope="row">${page === undefined ? row.label : markup`<a href="#i-${page.id}">${page.label}</a>`}</th>
                ${[...row.years, ...row.releases].map((count) => markup`<td class="num">${figure(count)}</td>`)}
                <td class="num">${figure(row.now)}</td>
              </tr> `
            })}
          </tbody>
        </table>
      </div>`
  )
}
