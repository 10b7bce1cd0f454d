/**
 * Puts back into the store what an archive carries besides bytes.
 *
 * The store's own word is stronger: initiatives, sources and items that it knows stay as they are. What
 * refers to something that is neither in the store nor in the archive is left out, with a sentence.
 */
import { Effect, Option } from "effect"
import type { CaptureId, InitiativeId, Item, RunId, SourceId, Version } from "../../domain/index.ts"
import { Captures, Initiatives, Items, Outputs, Reviews, Runs, Sources, Visits } from "../../store/index.ts"
import type { ArchivedVersion, Metadata } from "./metadata.ts"

/** How much of each was new. */
export interface Restored {
  readonly initiatives: number
  readonly sources: number
  readonly runs: number
  readonly visits: number
  readonly outputs: number
  readonly versions: number
  readonly items: number
  readonly reviews: number
}

/** A version with the document that was read again from its capture. */
export type ReadVersion = ArchivedVersion & Pick<Version, "document">

/**
 * Gives the function that puts back one piece of metadata, and the counts that grow meanwhile.
 *
 * @param problem told a sentence for each piece that cannot be put back
 */
export const restoring = Effect.fnUntraced(function* (problem: (sentence: string) => void) {
  const initiatives = yield* Initiatives
  const sources = yield* Sources
  const runs = yield* Runs
  const visits = yield* Visits
  const captures = yield* Captures
  const outputs = yield* Outputs
  const items = yield* Items
  const reviews = yield* Reviews
  const knownInitiatives = new Set<InitiativeId>((yield* initiatives.list).map(({ id }) => id))
  const knownSources = new Set<SourceId>((yield* sources.list()).map(({ id }) => id))
  const restored = {
    initiatives: 0,
    sources: 0,
    runs: 0,
    visits: 0,
    outputs: 0,
    versions: 0,
    items: 0,
    reviews: 0
  }

  const hasSource = (id: SourceId | null) => id === null || knownSources.has(id)
  const hasRun = (id: RunId) => Effect.map(runs.get(id), Option.isSome)
  const hasCapture = (id: CaptureId | null) =>
    id === null ? Effect.succeed(true) : Effect.map(captures.get(id), Option.isSome)

  const restoreRegistry = Effect.fnUntraced(function* (
    metadata: Extract<Metadata, { readonly _tag: "registry" }>
  ) {
    const { initiative } = metadata
    if (!knownInitiatives.has(initiative.id)) {
      yield* initiatives.upsert([initiative])
      knownInitiatives.add(initiative.id)
      restored.initiatives++
    }
    for (const { source, state } of metadata.sources) {
      if (knownSources.has(source.id) || source.initiativeId !== initiative.id) continue
      yield* sources.upsert([source])
      if (state.sourceId === source.id) yield* sources.saveState(state)
      knownSources.add(source.id)
      restored.sources++
    }
  })

  const restoreOutput = Effect.fnUntraced(function* (
    metadata: Extract<Metadata, { readonly _tag: "output" }>,
    versions: ReadonlyArray<ReadVersion>,
    where: string
  ) {
    const { aliases, output } = metadata
    if (versions.length < metadata.versions.length) {
      const missing = metadata.versions.length - versions.length
      problem(`${where}: ${missing} version(s) of ${output.url} lack their capture and were left out.`)
    }
    if (versions.length === 0) return
    if (!knownInitiatives.has(output.initiativeId) || !hasSource(output.sourceId)) {
      return problem(`${where}: the initiative or source of ${output.url} is not in the archive.`)
    }
    const done = yield* outputs.restore(
      output,
      aliases,
      versions.map((version) => ({ ...version, outputId: output.id }))
    )
    if (done.added) restored.outputs++
    restored.versions += done.versions
  })

  const restoreItems = Effect.fnUntraced(function* (given: ReadonlyArray<Item>) {
    const own = given.filter((item) => hasSource(item.sourceId) && knownInitiatives.has(item.initiativeId))
    const ready = yield* Effect.forEach(own, (item) =>
      item.outputId === null
        ? Effect.succeed(item)
        : Effect.map(outputs.get(item.outputId), (output): Item =>
            // Without its output the item is yet to be read.
            Option.isSome(output) ? item : { ...item, outputId: null, visitedAt: null }
          )
    )
    restored.items += yield* items.restore(ready)
  })

  const restore = Effect.fnUntraced(function* (
    metadata: Metadata,
    versions: ReadonlyArray<ReadVersion>,
    where: string
  ) {
    switch (metadata._tag) {
      case "registry":
        return yield* restoreRegistry(metadata)
      case "run":
        if (yield* runs.restore(metadata.run)) restored.runs++
        return
      case "visit": {
        const { id: _, ...visit } = metadata.visit
        const isWhole =
          hasSource(visit.sourceId) && (yield* hasRun(visit.runId)) && (yield* hasCapture(visit.captureId))
        if (!isWhole) return problem(`${where}: what the visit refers to is missing; it was left out.`)
        if (yield* visits.restore(visit)) restored.visits++
        return
      }
      case "capture":
        return
      case "output":
        return yield* restoreOutput(metadata, versions, where)
      case "items":
        return yield* restoreItems(metadata.items)
      case "review": {
        const { id: _, ...review } = metadata.review
        if (yield* reviews.restore(review)) restored.reviews++
      }
    }
  })

  return { restore, restored }
})
