/**
 * Groups of sources that are imported together, by whichever process.
 *
 * Sources of one initiative stay together, because what is known of a page must not depend on which of them
 * was asked first; so do sources on one registrable domain, because it is asked one request at a time.
 */
import type { InitiativeId, Source, SourceId } from "../../domain/index.ts"
import { politenessKey } from "../../ingest/visit/politeness.ts"

/** Groups at most of a run that one process does: each is a step that is kept. */
export const groupsOfOne = 48

/**
 * Groups of a run that several processes share: some sources each, so that all end at about the same time, and
 * not so many that taking them costs more than asking them.
 */
export const groupsShared = (sources: number): number =>
  Math.min(512, Math.max(Math.ceil(sources / 8), Math.min(sources, 32)))

export interface SourceGroup {
  /** Tells the group from all others of the run. */
  readonly key: string
  readonly sources: ReadonlyArray<SourceId>
}

/** The domain on which a source lies; the text itself where it is no URL. */
export const domainOf = ({ url }: Source): string => {
  const parsed = URL.parse(url)
  return parsed === null ? url : politenessKey(parsed)
}

/** Sources that must stay together, as lists: those connected by an initiative or a domain. */
export const connected = (sources: ReadonlyArray<Source>): ReadonlyArray<ReadonlyArray<Source>> => {
  const leaders = new Map<InitiativeId, InitiativeId>()
  const leaderOf = (id: InitiativeId): InitiativeId => {
    let leader = id
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) {
      leader = next
    }
    leaders.set(id, leader)
    return leader
  }
  const firstOnDomain = new Map<string, InitiativeId>()
  for (const source of sources) {
    const domain = domainOf(source)
    const first = firstOnDomain.get(domain)
    if (first === undefined) firstOnDomain.set(domain, source.initiativeId)
    else leaders.set(leaderOf(source.initiativeId), leaderOf(first))
  }
  return [...Map.groupBy(sources, ({ initiativeId }) => leaderOf(initiativeId)).values()]
}

/**
 * Divides sources into groups of about the same size.
 *
 * @param failuresOf failures in a row: those that failed come last, so that they hold up nobody
 * @param groupsAtMost how many, but for what must stay together
 */
export const groupSources = (
  sources: ReadonlyArray<Source>,
  failuresOf: (id: SourceId) => number,
  groupsAtMost: number = groupsOfOne
): ReadonlyArray<SourceGroup> => {
  const worst = (some: ReadonlyArray<Source>) =>
    some.reduce((most, { id }) => Math.max(most, failuresOf(id)), 0)
  const parts = connected(sources)
    .map((some) => ({ ids: some.map(({ id }) => id), worst: worst(some) }))
    .toSorted((a, b) => a.worst - b.worst)
  const size = Math.ceil(sources.length / groupsAtMost)
  const groups: Array<Array<SourceId>> = []
  for (const { ids } of parts) {
    const last = groups.at(-1)
    if (last !== undefined && last.length + ids.length <= size) last.push(...ids)
    else groups.push([...ids])
  }
  return groups.map((ids, index) => ({ key: String(index + 1), sources: ids }))
}
