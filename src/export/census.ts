/**
 * Counting by initiative: who is registered, who published, who raised what; in all groups and types.
 */
import type {
  DigestInitiative,
  GroupShare,
  Initiative,
  InitiativeId,
  InitiativeType,
  IsoDate,
  TypeShare,
  UnGroup
} from "../domain/index.ts"
import { InitiativeType as InitiativeTypes, UnGroup as UnGroups } from "../domain/index.ts"
import type { DigestInput } from "./input.ts"
import { by } from "./order.ts"
import { sayers } from "./quotation.ts"
import type { Quotations } from "./quotation.ts"
import { failingSources } from "./sources.ts"
import type { Selection } from "./window.ts"

/** The UN groups and the types, in their usual order. */
export const unGroups: ReadonlyArray<UnGroup> = UnGroups.literals
export const initiativeTypes: ReadonlyArray<InitiativeType> = InitiativeTypes.literals

/** All registered initiatives by id, with their status. */
export const takeCensus = (
  input: DigestInput,
  selection: Selection,
  quotations: Quotations
): ReadonlyArray<DigestInitiative> => {
  const outputs = Map.groupBy(selection.counted, (output) => output.initiativeId)
  const statements = new Map<InitiativeId, number>()
  for (const { quotation } of quotations.candidates) {
    for (const id of sayers(quotation)) statements.set(id, (statements.get(id) ?? 0) + 1)
  }
  const lastHeard = new Map<InitiativeId, IsoDate>()
  for (const output of selection.everCounted) {
    const last = lastHeard.get(output.initiativeId)
    if (output.publishedAt === null || output.publishedAt > input.window.to) continue
    if (last === undefined || last < output.publishedAt)
      lastHeard.set(output.initiativeId, output.publishedAt)
  }
  const approved = Map.groupBy(
    input.sources.filter((source) => source.status === "approved"),
    (source) => source.initiativeId
  )
  const failing = new Set(failingSources(input).map((source) => source.sourceId))

  return input.initiatives
    .map((initiative): DigestInitiative => {
      const own = outputs.get(initiative.id)?.length ?? 0
      const sources = approved.get(initiative.id) ?? []
      const unreachable = sources.length > 0 && sources.every((source) => failing.has(source.id))
      return {
        id: initiative.id,
        name: initiative.name,
        type: initiative.type,
        country: initiative.country,
        unGroups: initiative.unGroups,
        website: initiative.website,
        status: own > 0 ? "published" : unreachable ? "unreachable" : "silent",
        outputs: own,
        statements: statements.get(initiative.id) ?? 0,
        lastHeard: lastHeard.get(initiative.id) ?? null,
        hasSource: sources.length > 0
      }
    })
    .sort(by((initiative) => initiative.id))
}

/** What the counts below need of an initiative. */
type Member = Pick<Initiative, "id" | "type" | "unGroups">

const groupCount = (members: ReadonlyArray<Member>, group: UnGroup): number =>
  members.filter((member) => member.unGroups.includes(group)).length

const typeCount = (members: ReadonlyArray<Member>, type: InitiativeType): number =>
  members.filter((member) => member.type === type).length

/** Raised and published, for each UN group; an initiative of several groups counts in each. */
export const groupShares = (
  raised: ReadonlyArray<Member>,
  published: ReadonlyArray<Member>,
  groups: ReadonlyArray<UnGroup> = unGroups
): ReadonlyArray<GroupShare> =>
  groups.map((group) => ({
    group,
    raised: groupCount(raised, group),
    published: groupCount(published, group)
  }))

/** Raised and published, for each type. */
export const typeShares = (
  raised: ReadonlyArray<Member>,
  published: ReadonlyArray<Member>
): ReadonlyArray<TypeShare> =>
  initiativeTypes.map((type) => ({
    type,
    raised: typeCount(raised, type),
    published: typeCount(published, type)
  }))

/** The UN groups that some of these initiatives belong to, in their usual order. */
export const groupsOf = (members: ReadonlyArray<Member>): ReadonlyArray<UnGroup> =>
  unGroups.filter((group) => members.some((member) => member.unGroups.includes(group)))
