/**
 * The taxonomy as read from its folder: `concepts.yaml` and `terms/<language>.csv`.
 */
import { readdir, readFile } from "node:fs/promises"
import { Effect, Predicate, Result, Schema } from "effect"
import { isNode, LineCounter, parseDocument } from "yaml"
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

/** Reads a file of the taxonomy. */
export const readText = (url: URL) =>
  Effect.tryPromise({
    try: () => readFile(url, "utf8"),
    catch: (error) =>
      new TaxonomyError({
        message: `Cannot read ${url.pathname}: ${Predicate.isError(error) ? error.message : String(error)}.`,
        faults: []
      })
  })

/** Finds the line of a place in `concepts.yaml`, given as a path such as `["issues", 3, "area"]`. */
export type LineOf = (path: ReadonlyArray<string | number>) => number

/** `concepts.yaml` as a value, and where its parts stand. Throws what the YAML parser finds wrong. */
const parseYaml = (text: string): { readonly value: unknown; readonly lineOf: LineOf } => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const [error] = document.errors
  if (error !== undefined) throw error
  return {
    value: document.toJS(),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true)
        const start = isNode(node) ? node.range?.[0] : undefined
        if (start !== undefined) return lineCounter.linePos(start).line
      }
      return 1
    }
  }
}

/** The path that a decoding error names: `at ["issues"][3]["area"]`. */
const pathIn = (message: string): ReadonlyArray<string | number> => {
  const path = /at ((?:\["?[^"\]]+"?\])+)/u.exec(message)?.[1] ?? ""
  return [...path.matchAll(/\[(?:"([^"]*)"|(\d+))\]/gu)].map(([, key, index]) =>
    index === undefined ? (key ?? "") : Number(index)
  )
}

/** References that lead nowhere and names used twice. */
const faultsOf = ({ areas, issues }: Concepts, lineOf: LineOf): Array<string> => {
  const faults: Array<string> = []
  const areaIds = new Set<string>(areas.map(({ id }) => id))
  const all = new Set<string>(issues.map(({ id }) => id))
  const ids = new Set<string>()
  for (const [index, { area, broader = [], id, related }] of issues.entries()) {
    const at = (key: string) => `concepts.yaml:${lineOf(["issues", index, key])}`
    if (ids.has(id)) faults.push(`${at("id")}: the issue "${id}" stands twice.`)
    ids.add(id)
    if (!areaIds.has(area))
      faults.push(`${at("area")}: issue "${id}" is in the area "${area}", which is not listed.`)
    for (const other of related) {
      if (!all.has(other) || other === id)
        faults.push(`${at("related")}: issue "${id}" is related to "${other}", which is not another issue.`)
    }
    for (const other of broader) {
      if (!all.has(other) || other === id)
        faults.push(`${at("broader")}: issue "${id}" is under "${other}", which is not another issue.`)
    }
  }
  return faults
}

/** Reads `concepts.yaml`, and tells where in it things stand. */
export const loadConceptsWithLines = Effect.fn("Taxonomy.loadConcepts")(function* (
  folder: URL = taxonomyFolder
) {
  const text = yield* readText(new URL("concepts.yaml", folder))
  const parsed = Result.try({
    try: () => parseYaml(text),
    catch: (error) => (Predicate.isError(error) ? error.message : String(error))
  })
  if (Result.isFailure(parsed)) {
    const line = /at line (\d+)/u.exec(parsed.failure)?.[1] ?? "1"
    return yield* new TaxonomyError({
      message: `concepts.yaml cannot be used: ${parsed.failure}`,
      faults: [`concepts.yaml:${line}: ${parsed.failure.split("\n")[0] ?? ""}`]
    })
  }
  const { lineOf, value } = parsed.success
  const decoded = Schema.decodeUnknownResult(Concepts)(value)
  if (Result.isFailure(decoded)) {
    const { message } = decoded.failure
    return yield* new TaxonomyError({
      message: `concepts.yaml cannot be used: ${message}`,
      faults: [`concepts.yaml:${lineOf(pathIn(message))}: ${message.split("\n").join(" ")}`]
    })
  }
  const faults = faultsOf(decoded.success, lineOf)
  if (faults.length > 0) return yield* new TaxonomyError({ message: faults.join(" "), faults })
  return { concepts: decoded.success, lineOf }
})

/** Reads `concepts.yaml`. */
export const loadConcepts = (folder: URL = taxonomyFolder) =>
  Effect.map(loadConceptsWithLines(folder), ({ concepts }) => concepts)

/** A term and where it stands, as `terms/en.csv:12`. */
export interface PlacedTerm {
  readonly term: Term
  readonly place: string
}

/** Reads all terms with their places; rows that cannot be used are among the faults. */
export const loadTerms = Effect.fn("Taxonomy.loadTerms")(function* (
  issues: ReadonlySet<string>,
  folder: URL = taxonomyFolder
) {
  const termsFolder = new URL("terms/", folder)
  const files = yield* Effect.tryPromise({
    try: () => readdir(termsFolder),
    catch: () => new TaxonomyError({ message: `Cannot list ${termsFolder.pathname}.`, faults: [] })
  })
  const placed: Array<PlacedTerm> = []
  const faults: Array<string> = []
  for (const file of files.filter((name) => name.endsWith(".csv")).sort()) {
    const text = yield* readText(new URL(file, termsFolder))
    const read = readTermsCsv(text, `terms/${file}`, file.slice(0, -4), issues)
    for (const [index, term] of read.terms.entries())
      placed.push({ term, place: `terms/${file}:${read.lines[index] ?? 1}` })
    faults.push(...read.faults)
  }
  return { placed, faults }
})

/** Reads the whole taxonomy; every fault of every file is named at once. */
export const loadTaxonomy = Effect.fn("Taxonomy.load")(function* (folder: URL = taxonomyFolder) {
  const concepts = yield* loadConcepts(folder)
  const issues = new Set<string>(concepts.issues.map(({ id }) => id))
  const { faults, placed } = yield* loadTerms(issues, folder)
  if (faults.length > 0) {
    const more = faults.length > 5 ? ` (and ${faults.length - 5} more)` : ""
    return yield* new TaxonomyError({
      message: `The taxonomy has faults: ${faults.slice(0, 5).join(" ")}${more}`,
      faults
    })
  }
  return { ...concepts, terms: placed.map(({ term }) => term) } satisfies Taxonomy
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
