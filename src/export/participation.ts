/**
 * Who took part, as initiatives stated it: by initiative, and summed up by figure. Nothing is estimated: a sum
 * holds what was stated as a number, or as a percentage of a stated number of participants.
 */
import { Figure, type Digest, type DigestOutput, type StatedFigure } from "../domain/index.ts"
import type { DigestInput } from "./input.ts"
import { by } from "./order.ts"

type Speakers = Pick<Digest["speakers"], "figures" | "stated">

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((whole, part) => whole + part, 0)

const countOf = (stated: StatedFigure | undefined, total: number | null): number | null =>
  stated === undefined
    ? null
    : (stated.count ??
      (stated.percent === null || total === null ? null : Math.round((stated.percent * total) / 100)))

/** The figures of the counted outputs. Of several forms for one edition the newest counts. */
export const statedParticipation = (
  input: Pick<DigestInput, "captures">,
  counted: ReadonlyArray<DigestOutput>
): Speakers => {
  const figuresOf = new Map(
    input.captures.map(({ outputId, participation = [] }) => [outputId, participation])
  )
  const newest = new Map(
    counted
      .filter(({ id }) => (figuresOf.get(id) ?? []).length > 0)
      .toSorted(
        by(
          ({ publishedAt }) => publishedAt,
          ({ id }) => id
        )
      )
      .map((output) => [`${output.initiativeId} ${output.edition ?? ""}`, output])
  )
  const stated = [...newest.values()]
    .toSorted(
      by(
        ({ initiativeId }) => initiativeId,
        ({ publishedAt }) => publishedAt,
        ({ id }) => id
      )
    )
    .map(({ id, initiativeId }) => ({
      initiative: initiativeId,
      output: id,
      figures: figuresOf.get(id) ?? []
    }))
  const figures = Figure.literals.flatMap((figure): Speakers["figures"] => {
    const rows = stated.flatMap(({ figures, initiative }) => {
      const own = figures.find((one) => one.figure === figure)
      if (own === undefined) return []
      const total = figures.find((one) => one.figure === "total")?.count ?? null
      return [{ initiative, total, persons: countOf(own, total) }]
    })
    const told = rows.flatMap(({ persons }) => (persons === null ? [] : [persons]))
    const both = rows.flatMap(({ persons, total }) =>
      figure === "total" || persons === null || total === null || persons > total ? [] : [{ persons, total }]
    )
    return rows.length === 0
      ? []
      : [
          {
            figure,
            initiatives: [...new Set(rows.map(({ initiative }) => initiative))],
            persons: told.length === 0 ? null : sum(told),
            share:
              both.length === 0
                ? null
                : {
                    persons: sum(both.map(({ persons }) => persons)),
                    participants: sum(both.map(({ total }) => total))
                  }
          }
        ]
  })
  return { figures, stated }
}
