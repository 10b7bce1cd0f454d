/** Numbers of releases: the cycle's year and a counter. */
import { type Release, ReleaseNumber } from "../../domain/index.ts"

/** The number of a release as year and counter. */
export const partsOf = (number: ReleaseNumber): readonly [number, number] => {
  const [year = "", counter = ""] = number.split("-")
  return [Number(year), Number(counter)]
}

/** The next number of a year. */
export const nextNumber = (year: number, known: ReadonlyArray<Pick<Release, "number">>): ReleaseNumber => {
  const counters = known.map(({ number }) => partsOf(number)).filter(([own]) => own === year)
  return ReleaseNumber.make(`${year}-${Math.max(0, ...counters.map(([, counter]) => counter)) + 1}`)
}
