/**
 * Earlier periods in words, and the small line of an issue: its share of the initiatives that published,
 * over the earlier periods and now.
 */
import type { EarlierPeriod, IssuePage } from "../domain/index.ts"
import type { Messages } from "./catalogue/index.ts"
import type { View } from "./view.ts"

/** Name of an earlier period: `2025-2`, or the year in which its window ends. */
const periodName = ({ number, window }: EarlierPeriod): string => number ?? window.to.slice(0, 4)

/** `2024 (of 4)`. */
export const periodHead = (period: EarlierPeriod, m: Messages): string =>
  m.text("periodHead", { name: periodName(period), published: period.published })

/** The same of this digest. */
export const nowHead = ({ digest, m }: View): string =>
  m.text("periodHead", { name: m.text("now"), published: digest.totals.published })

/** The period's release, window and number of initiatives. */
export const periodTitle = ({ number, published, window }: EarlierPeriod, m: Messages): string =>
  [
    ...(number === null ? [] : [number]),
    m.text("periodTitle", { window: m.dates(window.from, window.to), count: published })
  ].join(m.text("comma"))

/** A point of the line. */
export interface LinePoint {
  readonly name: string
  readonly raised: number
  readonly published: number
}

/** The points of an issue, oldest first, now last. */
export interface Line {
  /** Over releases; over the same days of earlier years otherwise. */
  readonly overReleases: boolean
  readonly points: ReadonlyArray<LinePoint>
}

/** Over the releases where there are at least two before this digest, else over the years; null where nothing is earlier. */
export const lineOf = ({ digest, m }: View, page: IssuePage): Line | null => {
  const { history, totals } = digest
  const row = history?.rows.find(({ issue }) => issue === page.id)
  if (history === null || row === undefined) return null
  const overReleases = history.releases.length > 1 || history.years.length === 0
  const periods = overReleases ? history.releases : history.years
  const counts = overReleases ? row.releases : row.years
  return {
    overReleases,
    points: [
      ...periods.map((period, index) => ({
        name: periodName(period),
        raised: counts[index] ?? 0,
        published: period.published
      })),
      { name: m.text("lineNow"), raised: page.initiatives.length, published: totals.published }
    ]
  }
}

/** The line's figures in words, after a label that says what they are. */
export const lineFigures = (
  { points }: Line,
  m: Messages
): { readonly label: string; readonly text: string } => ({
  label: m.text("lineShares"),
  text: points
    .map(({ name, published, raised }) =>
      published === 0
        ? m.text("lineNobody", { name })
        : m.text("linePoint", { name, share: m.share(raised, published) })
    )
    .join(m.text("comma"))
})
