/**
 * The taxonomy as read from its folder: `concepts.yaml` and `terms/<language>.csv`.
 */
import { readdir, readFile } from "node:fs/promises"
import { Effect, Predicate, Result, Schema } from "effect"
import { parse } from "yaml"
import { Area, Issue, type Taxonomy, type Term } from "../../domain/index.ts"
import { TaxonomyError } from "./errors.ts"
import { readTermsCsv } from "./terms-csv.ts"

/** Folder of the taxonomy that this program ships with. */
export const taxonomyFolder = new URL("../../../taxonomy/", import.meta.url)

const Concepts = Schema.Struct({
  version: Schema.NonEmptyString,
  areas: Schema.Array(Area),
  issues: Schema.Array(Issue)
})
export type Concepts = typeof Concepts.Type

const readText = (url: URL) =>
  Effect.tryPromise({
    try: () => readFile(url, "utf8"),
    catch: (error) =>
      new TaxonomyError({
        message: `Cannot read ${url.pathname}: ${Predicate.isError(error) ? error.message : String(error)}.`,
        faults: []
      })
  })

/** References that lead nowhere and names used twice. */
const faultsOf = ({ areas, issues }: Concepts): Array<string> => {
  const faults: Array<string> = []
  const areaIds = new Set<string>(areas.map(({ id }) => id))
  const ids = new Set<string>()
  for (const { area, id } of issues) {
    if (ids.has(id)) faults.push(`concepts.yaml: the issue "${id}" stands twice.`)
    ids.add(id)
    if (!areaIds.has(area))
      faults.push(`concepts.yaml: issue "${id}" is in the area "${area}", which is not listed.`)
  }
  for (const { id, related } of issues) {
    for (const other of related) {
      if (!ids.has(other) || other === id)
        faults.push(`concepts.yaml: issue "${id}" is related to "${other}", which is not another issue.`)
    }
  }
  return faults
}

/** Reads `concepts.yaml`. */
export const loadConcepts = Effect.fn("Taxonomy.loadConcepts")(function* (folder: URL = taxonomyFolder) {
  const text = yield* readText(new URL("concepts.yaml", folder))
  const decoded = Result.try({
    try: (): unknown => parse(text),
    catch: (error) => (Predicate.isError(error) ? error.message : String(error))
  }).pipe(
    Result.flatMap((value) =>
      Result.mapError(Schema.decodeUnknownResult(Concepts)(value), ({ message }) => message)
    )
  )
  if (Result.isFailure(decoded)) {
    return yield* new TaxonomyError({
      message: `concepts.yaml cannot be used: ${decoded.failure}`,
      faults: [decoded.failure]
    })
  }
  const faults = faultsOf(decoded.success)
  if (faults.length > 0) return yield* new TaxonomyError({ message: faults.join(" "), faults })
  return decoded.success
})

/** Reads the whole taxonomy; every fault of every file is named at once. */
export const loadTaxonomy = Effect.fn("Taxonomy.load")(function* (folder: URL = taxonomyFolder) {
  const concepts = yield* loadConcepts(folder)
  const issues = new Set<string>(concepts.issues.map(({ id }) => id))
  const termsFolder = new URL("terms/", folder)
  const files = yield* Effect.tryPromise({
    try: () => readdir(termsFolder),
    catch: () => new TaxonomyError({ message: `Cannot list ${termsFolder.pathname}.`, faults: [] })
  })
  const terms: Array<Term> = []
  const faults: Array<string> = []
  for (const file of files.filter((name) => name.endsWith(".csv")).sort()) {
    const text = yield* readText(new URL(file, termsFolder))
    const read = readTermsCsv(text, `terms/${file}`, file.slice(0, -4), issues)
    for (const term of read.terms) terms.push(term)
    faults.push(...read.faults)
  }
  if (faults.length > 0) {
    const more = faults.length > 5 ? ` (and ${faults.length - 5} more)` : ""
    return yield* new TaxonomyError({
      message: `The taxonomy has faults: ${faults.slice(0, 5).join(" ")}${more}`,
      faults
    })
  }
  return { ...concepts, terms } satisfies Taxonomy
})

/** Reads `bridge.csv`, the words that mean the same in several languages. */
export const loadBridge = Effect.fn("Taxonomy.loadBridge")(function* (folder: URL = taxonomyFolder) {
  const text = (yield* readText(new URL("bridge.csv", folder))).replaceAll("\r\n", "\n")
  const [head = "", ...lines] = text.trim().split("\n")
  const width = head.split(",").length
  const faults = lines.flatMap((line, index) =>
    line.split(",").length === width
      ? []
      : [`bridge.csv:${index + 2}: expected ${width} columns (${head}), found ${line.split(",").length}.`]
  )
  if (faults.length > 0) return yield* new TaxonomyError({ message: faults.join(" "), faults })
  return text
})
