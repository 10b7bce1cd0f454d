/**
 * Issue pages: what initiatives said on each issue, sorted into shared messages, differences, cases,
 * challenges and single voices, with every further statement after them.
 *
 * A page's sections show the first statements in the stated order (order.ts); what exceeds their room
 * stands among the further statements of the page of its best issue, so that each is quoted in full at
 * least once. Paragraphs are numbered in the order of the document.
 */
import type {
  DigestInitiative,
  InitiativeId,
  Issue,
  IssueId,
  IssuePage,
  Quotation,
  QuotingParagraph,
  SharedMessage,
  StatementId,
  StatementKind,
  SubTheme,
  UnGroup
} from "../domain/index.ts"
import { groupShares, groupsOf, typeShares } from "./census.ts"
import type { Concerns } from "./concern.ts"
import { by, compareText, orderQuotations } from "./order.ts"
import type { Candidate } from "./order.ts"
import { mattersAmong } from "./position.ts"
import type { Matter } from "./position.ts"
import type { Baseline } from "./baseline.ts"

/** How many entries each section shows before the further statements. */
export const room = { shared: 12, differing: 10, worked: 10, challenges: 6, single: 6 } as const

/** Gives out paragraph numbers, and remembers where each statement is quoted first. */
export class Numbering {
  private last = 0
  private readonly quoted = new Map<StatementId, number>()
  next(): number {
    this.last += 1
    return this.last
  }
  /** Number of the last paragraph given out. */
  get current(): number {
    return this.last
  }
  /** A new paragraph that quotes these statements. */
  quote(...statements: ReadonlyArray<StatementId>): number {
    const par = this.next()
    for (const id of statements) if (!this.quoted.has(id)) this.quoted.set(id, par)
    return par
  }
  /** Where a statement is quoted first. */
  placeOf(statement: StatementId): number | undefined {
    return this.quoted.get(statement)
  }
}

/** The quotations of one issue in its sections, before paragraphs are numbered. */
interface Draft {
  readonly issue: Issue
  readonly candidates: ReadonlyArray<Candidate>
  readonly raisers: ReadonlyArray<InitiativeId>
  /** Of the raisers, whose main concern it is. */
  readonly concerned: ReadonlyArray<InitiativeId>
  readonly shared: ReadonlyArray<ReadonlyArray<Candidate>>
  readonly differing: ReadonlyArray<Candidate>
  readonly matters: ReadonlyArray<Matter>
  readonly worked: ReadonlyArray<Candidate>
  readonly challenges: ReadonlyArray<Candidate>
  readonly single: ReadonlyArray<Candidate>
  readonly shown: ReadonlySet<StatementId>
}

const raisersOf = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<InitiativeId> => {
  const raisers = new Set<InitiativeId>()
  for (const { quotation } of candidates) {
    for (const { initiativeId } of quotation.places) raisers.add(initiativeId)
  }
  return [...raisers].sort(compareText)
}

/** Clusters (and texts published by several) with two initiatives or more, the most shared first. */
const sharedAmong = (
  candidates: ReadonlyArray<Candidate>,
  representatives: ReadonlySet<StatementId>
): ReadonlyArray<ReadonlyArray<Candidate>> =>
  [...Map.groupBy(candidates, ({ quotation }) => quotation.clusterId ?? quotation.id).values()]
    .filter((members) => raisersOf(members).length > 1)
    .map((members) =>
      orderQuotations(members).toSorted(by(({ quotation }) => (representatives.has(quotation.id) ? 0 : 1)))
    )
    .sort(
      by(
        (members) => -raisersOf(members).length,
        (members) => -groupsOf(members.map(({ initiative }) => initiative)).length,
        (members) => members[0]?.quotation.id ?? ""
      )
    )

const ofKind = (kinds: ReadonlyArray<StatementKind>, among: ReadonlyArray<Candidate>) =>
  among.filter(({ quotation }) => kinds.includes(quotation.kind))

/** The first of some kinds, in the stated order. */
const first = (kinds: ReadonlyArray<StatementKind>, among: ReadonlyArray<Candidate>, limit: number) =>
  orderQuotations(ofKind(kinds, among), limit)

const draftOf = (
  issue: Issue,
  candidates: ReadonlyArray<Candidate>,
  { representatives, concerns }: Pick<PagesInput, "representatives" | "concerns">
): Draft => {
  const differing = first(["divergence"], candidates, room.differing)
  const worked = first(["best-practice"], candidates, room.worked)
  const others = ofKind(["key-message", "recommendation", "challenge", "information"], candidates)
  const shared = sharedAmong(others, representatives).slice(0, room.shared)
  const together = new Set(shared.flat().map(({ quotation }) => quotation.id))
  const alone = others.filter(({ quotation }) => !together.has(quotation.id))
  const challenges = first(["challenge"], alone, room.challenges)
  const messages = first(["key-message", "recommendation"], alone, room.single)
  const bare = [differing, worked, shared, challenges, messages].every((section) => section.length === 0)
  const single = bare ? first(["information"], alone, room.single) : messages
  const raisers = raisersOf(candidates)
  return {
    issue,
    candidates,
    raisers,
    concerned: raisers.filter((id) => concerns.get(issue.id)?.has(id) === true),
    shared,
    differing,
    matters: mattersAmong(candidates),
    worked,
    challenges,
    single,
    shown: new Set(
      [...shared.flat(), ...differing, ...worked, ...challenges, ...single].map(
        ({ quotation }) => quotation.id
      )
    )
  }
}

/** What the pages are made from. */
export interface PagesInput {
  readonly issues: ReadonlyArray<Issue>
  readonly candidates: ReadonlyArray<Candidate>
  readonly representatives: ReadonlySet<StatementId>
  /** Main concerns of the whole window. */
  readonly concerns: Concerns
  readonly initiatives: ReadonlyArray<DigestInitiative>
  readonly subThemes: ReadonlyArray<SubTheme>
  readonly groups: ReadonlyArray<UnGroup>
  readonly previous: Baseline | null
}

/** All issue pages, and the statements under no issue of the taxonomy. */
export interface Pages {
  readonly pages: ReadonlyArray<IssuePage>
  readonly unclassified: ReadonlyArray<QuotingParagraph>
}

/** Builds and numbers the issue pages. */
export const buildPages = (input: PagesInput, numbering: Numbering): Pages => {
  const position = new Map(input.issues.map((issue, index) => [issue.id, index]))
  const onIssue = new Map<IssueId, Array<Candidate>>(input.issues.map((issue) => [issue.id, []]))
  const homeless: Array<Candidate> = []
  const homes = new Map<StatementId, IssueId>()
  for (const candidate of input.candidates) {
    let home: IssueId | undefined
    for (const { id } of candidate.quotation.issues) {
      const own = onIssue.get(id)
      if (own === undefined || own.at(-1) === candidate) continue
      own.push(candidate)
      home ??= id
    }
    if (home === undefined) homeless.push(candidate)
    else homes.set(candidate.quotation.id, home)
  }

  const drafts = input.issues
    .map((issue) => draftOf(issue, onIssue.get(issue.id) ?? [], input))
    .filter((draft) => draft.candidates.length > 0)
    .sort(
      by(
        (draft) => -draft.concerned.length,
        (draft) => -draft.raisers.length,
        (draft) => position.get(draft.issue.id) ?? 0
      )
    )
  const shownSomewhere = new Set(drafts.flatMap((draft) => [...draft.shown]))
  const members = new Map(input.initiatives.map((initiative) => [initiative.id, initiative]))
  const published = input.initiatives.filter((initiative) => initiative.status === "published")
  const membersOf = (ids: ReadonlyArray<InitiativeId>) => ids.flatMap((id) => members.get(id) ?? [])

  const quoting = ({ quotation }: Candidate): QuotingParagraph => ({
    par: numbering.quote(quotation.id),
    statement: quotation.id
  })
  const numbered = drafts.map((draft, index): IssuePage => {
    const raised = membersOf(draft.raisers)
    const par = numbering.next()
    const shared = draft.shared.flatMap((candidates): Array<SharedMessage> => {
      const [first, ...also] = candidates.map(({ quotation }) => quotation.id)
      if (first === undefined) return []
      const initiatives = raisersOf(candidates)
      return [
        {
          par: numbering.quote(first, ...also),
          clusterId: candidates[0]?.quotation.clusterId ?? null,
          statement: first,
          also,
          initiatives,
          groups: groupsOf(membersOf(initiatives))
        }
      ]
    })
    const differing = draft.differing.map(quoting)
    const worked = draft.worked.map(quoting)
    const challenges = draft.challenges.map(quoting)
    const single = draft.single.map(quoting)
    const here: Array<Candidate> = []
    const others: Array<Candidate> = []
    for (const candidate of draft.candidates) {
      const { id } = candidate.quotation
      if (draft.shown.has(id)) continue
      if (homes.get(id) === draft.issue.id && !shownSomewhere.has(id)) here.push(candidate)
      else others.push(candidate)
    }
    const further = orderQuotations(here).map(quoting)
    const elsewhere = orderQuotations(others)
    return {
      id: draft.issue.id,
      area: draft.issue.area,
      label: draft.issue.label,
      scopeNote: draft.issue.scopeNote,
      number: index + 1,
      par,
      lastPar: numbering.current,
      initiatives: draft.raisers,
      mainConcernOf: draft.concerned,
      statements: draft.candidates.length,
      byGroup: groupShares(raised, published, input.groups),
      byType: typeShares(raised, published),
      before: input.previous === null ? null : (input.previous.raisers.get(draft.issue.id)?.size ?? 0),
      mainConcernBefore:
        input.previous === null ? null : (input.previous.concerns.get(draft.issue.id)?.size ?? 0),
      shared,
      differing,
      positions: [],
      worked,
      challenges,
      single,
      further,
      elsewhere: elsewhere.map(({ quotation }) => quotation.id),
      crosswalk: draft.issue.crosswalk,
      subThemes: input.subThemes
        .filter((theme) => theme.issues.includes(draft.issue.id))
        .map((theme) => theme.title)
    }
  })
  const unclassified = orderQuotations(homeless).map(quoting)
  // Only now is it known where each statement is quoted first.
  const pages = numbered.map((page, index): IssuePage => {
    const positions = (drafts[index]?.matters ?? []).flatMap((matter) => {
      const par = numbering.placeOf(matter.statement)
      return par === undefined ? [] : [{ ...matter, par }]
    })
    return positions.length === 0 ? page : { ...page, positions }
  })
  return { pages, unclassified }
}

/** Completes the quotations with their paragraphs, in the order in which they are quoted first. */
export const numberQuotations = (
  candidates: ReadonlyArray<Candidate>,
  numbering: Numbering
): ReadonlyArray<Quotation> =>
  candidates
    .flatMap(({ quotation }) => {
      const par = numbering.placeOf(quotation.id)
      return par === undefined ? [] : [{ ...quotation, par }]
    })
    .sort(
      by(
        (quotation) => quotation.par,
        (quotation) => quotation.id
      )
    )
