/**
 * The small line of an issue: its share of the initiatives that published, over the earlier periods and now.
 */
import type { Digest, IssuePage } from "../domain/index.ts"
import { periodName, releaseWords } from "./release-words.ts"

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
export const lineOf = ({ history, totals }: Digest, page: IssuePage): Line | null => {
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
      { name: releaseWords.lineNow, raised: page.initiatives.length, published: totals.published }
    ]
  }
}
