/**
 * The preferred labels of issues by language, read without the rest of the vocabulary: that is far
 * larger, and who only writes names down has no use for it.
 */
import { readFile } from "node:fs/promises"
import { Effect } from "effect"
import { TaxonomyError } from "./errors.ts"
import { taxonomyFolder } from "./load.ts"

/** Preferred labels by language, then by issue. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Languages that a digest's issues are named in; English names them in `concepts.yaml`. */
const languages = ["ar", "es", "fr", "pt", "ru", "zh"] as const

const preferred = /^([a-z0-9-]+),preferred,[^,]*,("(?:[^"]|"")*"|[^,\r\n]*)/gm

/** The first preferred term of each issue in a file of terms. */
export const labelsOf = (csv: string): Readonly<Record<string, string>> => {
  const labels: Record<string, string> = {}
  for (const [, issue = "", cell = ""] of csv.matchAll(preferred)) {
    labels[issue] ??= cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
  }
  return labels
}

/** Reads the preferred labels of all languages of a digest. */
export const loadLabels = Effect.fn("Taxonomy.loadLabels")(function* (folder: URL = taxonomyFolder) {
  const found: Record<string, Readonly<Record<string, string>>> = {}
  for (const language of languages) {
    const file = new URL(`terms/${language}.csv`, folder)
    const text = yield* Effect.tryPromise({
      try: () => readFile(file, "utf8"),
      catch: () => new TaxonomyError({ message: `Cannot read ${file.pathname}.`, faults: [] })
    })
    found[language] = labelsOf(text)
  }
  return found satisfies Labels
})
