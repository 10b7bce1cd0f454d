/**
 * Earlier releases and years: the small line of an issue, the table behind it, and what arrived after a
 * freeze; and who asks for what others differ on.
 */
import type { EarlierPeriod, IssuePage } from "../../domain/index.ts"
import { lineFigures, lineOf, nowHead, periodHead, periodTitle } from "../line.ts"
import type { LinePoint } from "../line.ts"
import { arrivedOutputs, positionText } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { langDir, link, markup, name } from "./html.ts"
import type { Value } from "./html.ts"
import { followed, issueLink, scroll } from "./one-page.ts"
import { nameList, paragraph, parLink } from "./quotation.ts"
import { say } from "./say.ts"

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
  const { digest, m } = view
  const line = lineOf(view, page)
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
  const title = m.text("labelled", lineFigures(line, m))
  const last = places.at(-1)
  const span = m.text("lineSpan", { first: points[0]?.name ?? "", last: points.at(-1)?.name ?? "" })
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
        ${places.map(({ point, x, y }) => (point.published === 0 ? null : markup`<circle class="dot ${x === last?.x ? "now" : "then"}" cx="${x}" cy="${y}" r="${x === last?.x ? 3 : 2}" />`))}
      </svg></a
    >
    <span class="q">${span}</span>
  </p>`
}

/** Who asks for what others differ on, as far as it is stated. */
export const positions = (view: View, page: IssuePage): Value =>
  page.positions.map(
    (position) =>
      markup`<p class="count position">
        ${say(view.m, "labelledSentence", { label: parLink(position.par), text: positionText(position, view.m) })}
        ${nameList(view, position.asking)} | ${nameList(view, position.differing)}
      </p>`
  )

/** Outputs that came too late for the previous release. */
export const arrived = (view: View): Value => {
  const { digest, initiatives, m } = view
  const { change } = digest
  if (change === null || change.arrived.length === 0) return null
  const release = releaseName(change.previous.number, m)
  return markup`<p class="run">${m.text("arrivedTitle", { release })}</p>
    <ul>
      ${arrivedOutputs(view).map(({ output, note }) => {
        const title = link(output.url, markup`<cite${langDir(output.language)}>${output.title}</cite>`, "ext")
        const dated =
          output.publishedAt === null
            ? title
            : markup`${title}${m.text("comma")}${m.date(output.publishedAt)}`
        return markup`<li>
            ${say(m, "labelled", { label: name(initiatives.get(output.initiativeId)?.name ?? output.initiativeId), text: followed(m, dated, note) })}
          </li>`
      })}
    </ul>`
}

/** The figures of the earlier releases and years. */
export const historyPart = (view: View): Value => {
  const { m } = view
  const { history } = view.digest
  if (history === null) return null
  const periods: ReadonlyArray<EarlierPeriod> = [...history.years, ...history.releases]
  const caption = m.text("earlierCaption")
  return paragraph(
    m,
    history.par,
    markup`<h3>${m.text("earlierTitle")}</h3>
      <p class="note">${m.text("earlierNote")}</p>
      ${scroll(
        caption,
        markup`<table class="earlier">
          <caption class="sr">
            ${caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${m.text("issue")}</th>
              ${periods.map((period) => markup`<th scope="col" class="num"><abbr title="${periodTitle(period, m)}">${periodHead(period, m)}</abbr></th>`)}
              <th scope="col" class="num">${nowHead(view)}</th>
            </tr>
          </thead>
          <tbody>
            ${history.rows.map((row) => {
              const page = view.pages.get(row.issue)
              return markup`<tr>
                <th scope="row">${page === undefined ? row.label : issueLink(page)}</th>
                ${[...row.years, ...row.releases].map((count) => markup`<td class="num">${m.number(count)}</td>`)}
                <td class="num">${m.number(row.now)}</td>
              </tr> `
            })}
          </tbody>
        </table>`
      )}`
  )
}
