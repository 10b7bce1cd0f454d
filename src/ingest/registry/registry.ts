/**
 * Registry: the initiatives and their sources, as the Secretariat keeps them.
 *
 * Files come in whole or not at all, and never remove anything: initiatives stay, sources are retired.
 */
import { Context, Effect, Equal, Layer, Option } from "effect"
import type {
  Initiative,
  InitiativeId,
  InitiativeType,
  RegistryEntry,
  Source,
  UnGroup
} from "../../domain/index.ts"
import { Initiatives, Sources, Store, type StoreError } from "../../store/index.ts"
import {
  joinContents,
  type Located,
  type RegistryContent,
  type RegistryError,
  registryError,
  type RegistryFile
} from "./content.ts"
import { decodeCsv, encodeInitiatives, encodeSources } from "./csv.ts"
import { slugOf } from "./proposal.ts"

export interface RegistryFilter {
  readonly type?: InitiativeType
  readonly group?: UnGroup
  /** ISO 3166-1 alpha-2 code. */
  readonly country?: string
  /** Part of id, name or website; case and accents do not matter. */
  readonly text?: string
}

/** What an import did, or would do; ids of initiatives first, then of sources. */
export interface ImportReport {
  readonly dryRun: boolean
  readonly added: ReadonlyArray<string>
  readonly changed: ReadonlyArray<string>
  readonly unchanged: ReadonlyArray<string>
  /** Sentences about entries of a foreign file that were left for a person to register. */
  readonly undecided: ReadonlyArray<string>
}

export type RegistryFormat = "csv" | "opml"

/** What reads and writes OPML, loaded by who does. */
const opml = Effect.promise(() => import("./opml.ts"))

const decodeFile = (
  file: RegistryFile,
  known: ReadonlyArray<RegistryEntry>
): Effect.Effect<RegistryContent> =>
  /\.(?:opml|xml)$/i.test(file.name) || file.text.trimStart().startsWith("<")
    ? Effect.map(opml, ({ decodeOpml }) => decodeOpml(file, known))
    : Effect.sync(() => decodeCsv(file))

const repetitions = <A extends Initiative | Source>(located: ReadonlyArray<Located<A>>): Array<string> => {
  const first = new Map<string, string>()
  const problems: Array<string> = []
  for (const { place, value } of located) {
    const earlier = first.get(value.id)
    if (earlier === undefined) first.set(value.id, place)
    else problems.push(`${place}: "${value.id}" stands already in ${earlier}; keep one of the two.`)
  }
  return problems
}

/** What is wrong with the content taken together with the registry as it is. */
const conflicts = (content: RegistryContent, known: ReadonlyArray<RegistryEntry>): ReadonlyArray<string> => {
  const problems = [...repetitions(content.initiatives), ...repetitions(content.sources)]
  const initiatives = new Set<string>([
    ...known.map(({ initiative }) => initiative.id),
    ...content.initiatives.map(({ value }) => value.id)
  ])
  const replaced = new Set<string>(content.sources.map(({ value }) => value.id))
  const urls = new Map<string, string>()
  for (const { sources } of known) {
    for (const source of sources) if (!replaced.has(source.id)) urls.set(source.url, source.id)
  }
  for (const { place, value } of content.sources) {
    if (!initiatives.has(value.initiativeId)) {
      problems.push(`${place}: there is no initiative "${value.initiativeId}"; add it first.`)
    }
    if (!value.id.startsWith(`${value.initiativeId}/`)) {
      problems.push(`${place}: the source "${value.id}" must be named "${value.initiativeId}/...".`)
    }
    const other = urls.get(value.url)
    if (other !== undefined && other !== value.id) {
      problems.push(`${place}: ${value.url} is registered already as "${other}".`)
    }
    urls.set(value.url, value.id)
  }
  return problems
}

/** A value that comes from no file. */
const located = <A extends Initiative | Source>(value: A): Located<A> => ({ value, place: value.id })

const matches = ({ initiative }: RegistryEntry, filter: RegistryFilter): boolean =>
  (filter.type === undefined || initiative.type === filter.type) &&
  (filter.group === undefined || initiative.unGroups.includes(filter.group)) &&
  (filter.country === undefined || initiative.country === filter.country.toUpperCase()) &&
  (filter.text === undefined ||
    [initiative.id, initiative.name, initiative.website ?? ""].some(
      (field) =>
        field.toLowerCase().includes(filter.text?.toLowerCase() ?? "") ||
        (slugOf(filter.text ?? "") !== "" && slugOf(field).includes(slugOf(filter.text ?? "")))
    ))

export class Registry extends Context.Service<
  Registry,
  {
    /** Entries by id. */
    readonly list: (filter?: RegistryFilter) => Effect.Effect<ReadonlyArray<RegistryEntry>, StoreError>
    readonly show: (id: InitiativeId) => Effect.Effect<Option.Option<RegistryEntry>, StoreError>
    /** Adds a new initiative with its sources. */
    readonly add: (entry: RegistryEntry) => Effect.Effect<void, StoreError | RegistryError>
    /** Adds a source to an initiative. */
    readonly addSource: (source: Source) => Effect.Effect<void, StoreError | RegistryError>
    /**
     * Takes in files, all or nothing: CSV or OPML by the ending of the name. Files given together may
     * refer to each other. With `dryRun` the report says what would happen.
     */
    readonly importFiles: (
      files: ReadonlyArray<RegistryFile>,
      options?: { readonly dryRun?: boolean }
    ) => Effect.Effect<ImportReport, StoreError | RegistryError>
    /** The registry as files: `initiatives.csv` and `sources.csv`, or `initiatives.opml`. */
    readonly exportFiles: (
      format: RegistryFormat,
      filter?: RegistryFilter
    ) => Effect.Effect<ReadonlyArray<RegistryFile>, StoreError>
  }
>()("tributary/ingest/registry/Registry") {
  static readonly layer = Layer.effect(
    Registry,
    Effect.gen(function* () {
      const initiatives = yield* Initiatives
      const sources = yield* Sources
      const store = yield* Store

      const entries = Effect.gen(function* () {
        const byInitiative = Map.groupBy(yield* sources.list(), (source) => source.initiativeId)
        return (yield* initiatives.list).map((initiative): RegistryEntry => ({
          initiative,
          sources: byInitiative.get(initiative.id) ?? []
        }))
      })

      const list = Effect.fn("Registry.list")((filter: RegistryFilter = {}) =>
        Effect.map(entries, (all) => all.filter((entry) => matches(entry, filter)))
      )

      const show = Effect.fn("Registry.show")(function* (id: InitiativeId) {
        const initiative = yield* initiatives.get(id)
        if (Option.isNone(initiative)) return Option.none()
        return Option.some({
          initiative: initiative.value,
          sources: yield* sources.list({ initiativeId: id })
        })
      })

      const keep = (content: RegistryContent) =>
        Effect.andThen(
          initiatives.upsert(content.initiatives.map(({ value }) => value)),
          sources.upsert(content.sources.map(({ value }) => value))
        )

      /** Adds what must not be there yet. */
      const addNew = (content: RegistryContent) =>
        store.transaction(
          Effect.gen(function* () {
            const known = yield* entries
            const ids = new Set<string>(
              known.flatMap((entry) => [entry.initiative.id, ...entry.sources.map((source) => source.id)])
            )
            const problems = [
              ...[...content.initiatives, ...content.sources]
                .filter(({ value }) => ids.has(value.id))
                .map(
                  ({ place, value }) => `${place}: "${value.id}" is registered already; choose another name.`
                ),
              ...conflicts(content, known)
            ]
            if (problems.length > 0) return yield* registryError(problems)
            return yield* keep(content)
          })
        )

      const add = Effect.fn("Registry.add")((entry: RegistryEntry) =>
        addNew({
          initiatives: [located(entry.initiative)],
          sources: entry.sources.map(located),
          problems: [],
          undecided: []
        })
      )

      const addSource = Effect.fn("Registry.addSource")((source: Source) =>
        addNew({ initiatives: [], sources: [located(source)], problems: [], undecided: [] })
      )

      const importFiles = Effect.fn("Registry.importFiles")(
        (files: ReadonlyArray<RegistryFile>, { dryRun = false }: { readonly dryRun?: boolean } = {}) =>
          store.transaction(
            Effect.gen(function* () {
              const known = yield* entries
              const content = joinContents(yield* Effect.forEach(files, (file) => decodeFile(file, known)))
              const problems = [...content.problems, ...conflicts(content, known)]
              if (problems.length > 0) return yield* registryError(problems)

              const stored = new Map<string, Initiative | Source>()
              for (const entry of known) {
                stored.set(entry.initiative.id, entry.initiative)
                for (const source of entry.sources) stored.set(source.id, source)
              }
              const report = {
                dryRun,
                added: new Array<string>(),
                changed: new Array<string>(),
                unchanged: new Array<string>(),
                undecided: content.undecided
              }
              for (const { value } of [...content.initiatives, ...content.sources]) {
                const before = stored.get(value.id)
                if (before === undefined) report.added.push(value.id)
                else if (Equal.equals(before, value)) report.unchanged.push(value.id)
                else report.changed.push(value.id)
              }
              if (!dryRun) yield* keep(content)
              return report satisfies ImportReport
            })
          )
      )

      const exportFiles = Effect.fn("Registry.exportFiles")(function* (
        format: RegistryFormat,
        filter: RegistryFilter = {}
      ) {
        const chosen = yield* list(filter)
        if (format === "opml") {
          const { encodeOpml } = yield* opml
          return [{ name: "initiatives.opml", text: encodeOpml(chosen) }]
        }
        return [
          { name: "initiatives.csv", text: encodeInitiatives(chosen.map(({ initiative }) => initiative)) },
          { name: "sources.csv", text: encodeSources(chosen.flatMap(({ sources }) => sources)) }
        ]
      })

      return Registry.of({ list, show, add, addSource, importFiles, exportFiles })
    })
  )
}
