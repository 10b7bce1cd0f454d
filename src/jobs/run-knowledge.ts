/**
 * What the store knows of the sources when a run begins, read with a handful of queries for all of them:
 * enough to ask a source politely, and to finish it when it says that nothing has changed.
 */
import { Effect } from "effect"
import {
  type InitiativeId,
  IsoDate,
  type Run,
  type Source,
  type SourceId,
  type SourceState,
  type Timestamp,
  type Visit
} from "../domain/index.ts"
import { rhythmDays } from "../ingest/publication-rhythm.ts"
import { Items, type OutputEvent, Outputs, Sources, unvisited, Visits } from "../store/index.ts"
import { dueRules, recheckedItems } from "./rhythm.ts"

/** Which known items are visited again although their source says nothing new of them. */
export type Recheck = "due" | "listed"

export interface RunKnowledge {
  readonly stateOf: (id: SourceId) => SourceState
  /** True when items of the source wait, or are due to be visited again. */
  readonly hasWork: (id: SourceId) => boolean
  /** Newest days on which something was published, newest first; enough to tell the rhythm. */
  readonly daysOf: (id: SourceId) => ReadonlyArray<IsoDate>
  readonly eventsOf: (id: InitiativeId) => ReadonlyArray<OutputEvent>
  /** The last visit of each source's own address that brought a body; kept up to date within the run. */
  readonly lastBodies: Map<string, Visit>
  /** Addresses of the sources: of these, what `lastBodies` does not have is not there. */
  readonly addresses: ReadonlySet<string>
}

const dayOf = (instant: Timestamp): IsoDate => IsoDate.make(instant.slice(0, 10))

/** Reads what is known of the sources. */
export const readKnowledge = Effect.fn("readKnowledge")(function* (
  run: Run,
  sources: ReadonlyArray<Source>,
  recheck: Recheck
) {
  const items = yield* Items
  const visits = yield* Visits
  const outputs = yield* Outputs
  const addresses = new Set<string>(sources.map(({ url }) => url))
  const states = new Map((yield* (yield* Sources).states).map((state) => [state.sourceId, state]))
  const lastBodies = new Map(yield* visits.lastSuccessesOf([...addresses]))
  const days = yield* items.publicationDays(dayOf(run.startedAt), rhythmDays)
  const withWork = yield* recheck === "listed"
    ? items.sourcesWithItems
    : items.sourcesWithDueItems(recheckedItems, dueRules(Date.parse(run.startedAt)))
  const events = Map.groupBy(yield* outputs.events, ({ initiativeId }) => initiativeId)
  return {
    stateOf: (id) => states.get(id) ?? unvisited(id),
    hasWork: (id) => withWork.has(id),
    daysOf: (id) => days.get(id) ?? [],
    eventsOf: (id) => events.get(id) ?? [],
    lastBodies,
    addresses
  } satisfies RunKnowledge
})
