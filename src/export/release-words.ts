/**
 * The fixed English texts about releases: freezing, change, earlier years, what a digest is narrowed to.
 *
 * All of them stand here, so that they can go into the catalogues of other languages as one piece.
 */
import type { Digest, EarlierPeriod } from "../domain/index.ts"
import { dateRange, enumerate, figure, groupName, languageName, longDate, plural, typeName } from "./words.ts"

/** Name of an earlier period: `2025-2`, or the year in which its window ends. */
export const periodName = ({ number, window }: Pick<EarlierPeriod, "number" | "window">): string =>
  number ?? window.to.slice(0, 4)

/** `+ 9`, `− 2`, `=`. */
export const difference = (now: number, before: number): string =>
  now === before ? "=" : now > before ? `+\u2009${now - before}` : `−\u2009${before - now}`

export const releaseWords = {
  /** What a digest is narrowed to; null for the whole. */
  narrowed: ({ areas, filter, issues, notRaised }: Digest): string | null => {
    if (filter === null) return null
    const labels = new Map<string, string>([...issues, ...notRaised].map(({ id, label }) => [id, label]))
    const areaLabels = new Map<string, string>(areas.map(({ id, label }) => [id, label]))
    const parts = [
      [
        "the issues",
        [
          ...filter.issues.map((id) => labels.get(id) ?? id),
          ...filter.areas.map((id) => `all of ${areaLabels.get(id) ?? id}`)
        ]
      ],
      ["initiatives of the UN groups", filter.groups.map((group) => groupName[group])],
      ["initiatives of the types", filter.types.map((type) => typeName[type])],
      ["statements in", filter.languages.map(languageName)]
    ] as const
    const named = parts.flatMap(([what, values]) =>
      values.length === 0 ? [] : [`${what} ${enumerate(values)}`]
    )
    return `A part only, not the whole digest: ${named.join("; ")}. All figures are of this part.`
  },
  newLabel: "NEW",
  quietLabel: "GONE QUIET",
  /** How many statements are new, and what arrived after the freeze. */
  newStatements: (count: number, total: number): string =>
    `${figure(count)} of ${plural(total, "statement")} ${count === 1 ? "is" : "are"} new.`,
  arrivedCount: (count: number, number: string): string =>
    `${plural(count, "output")} of its window arrived after ${number} was frozen`,
  arrivedTitle: (number: string, asOf: string | null): string =>
    `Arrived after ${number} was frozen${asOf === null ? "" : ` (${asOf})`}, dated in its window`,
  arrivedCounted: "counted here",
  arrivedListed: "not in this digest's window",
  earlierTitle: "Earlier releases and years",
  earlierNote:
    "Initiatives that raised an issue, of those that published. A release counts as it was frozen, with its own window; a year is the same days of that year, counted from what is known now. Fewer may mean only that fewer were heard.",
  earlierCaption: "Initiatives by issue, in earlier releases and years",
  issueHead: "Issue",
  nowHead: (published: number): string => `Now (of ${figure(published)})`,
  /** `2024, 4 published`. */
  periodHead: (period: EarlierPeriod): string => `${periodName(period)} (of ${figure(period.published)})`,
  periodTitle: ({ number, published, window }: EarlierPeriod): string =>
    `${number === null ? "" : `${number}, `}${dateRange(window.from, window.to)}: ${plural(published, "initiative")} published`,
  /** Text of the small line on an issue page. */
  lineTitle: (
    parts: ReadonlyArray<{ readonly name: string; readonly raised: number; readonly published: number }>
  ) =>
    `Share of the initiatives that published: ${parts
      .map(({ name, published, raised }) =>
        published === 0 ? `${name} nobody heard` : `${name} ${raised} of ${published}`
      )
      .join(", ")}`,
  lineLabel: (points: ReadonlyArray<{ readonly name: string }>): string =>
    `${points[0]?.name ?? ""} to ${points.at(-1)?.name ?? ""}`,
  lineNow: "now",
  /** Who asks for what others differ on. */
  position: (asking: number, differing: number): string =>
    `${plural(asking, "initiative")} ${asking === 1 ? "recommends" : "recommend"} it; ${plural(differing, "initiative")} ${differing === 1 ? "records" : "record"} that views on it differed`,
  recorded: (count: number): string => `recorded by ${plural(count, "initiative")}`,
  frozenOn: (asOf: Digest["asOf"]): string => longDate(asOf)
} as const
