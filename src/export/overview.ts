/**
 * What page one says, chosen once for all forms: the words of the reach, which differences are quoted,
 * what is new, who is silent.
 */
import type {
  ChangeRow,
  Digest,
  DigestInitiative,
  GroupShare,
  IssuePage,
  ListedOutput,
  Position,
  Quotation
} from "../domain/index.ts"
import type { Messages } from "./catalogue/index.ts"
import { releaseName } from "./titles.ts"
import type { View } from "./view.ts"

/** `119 not heard yet, of which 8 could not be reached`, the first part as the form shows it. */
export const silenceParts = <T>(
  totals: Digest["totals"],
  m: Messages,
  show: (text: string) => T
): ReadonlyArray<T | string> => {
  const notHeard = show(m.text("notHeardCount", { count: totals.notHeard }))
  return totals.unreachable === 0
    ? [notHeard]
    : m.parts<T, "silence">("silence", {
        notHeard,
        unreachable: m.text("unreachableCount", { count: totals.unreachable })
      })
}

/** `31 national, 5 sub-regional and 24 youth`, of those that published; empty where nobody did. */
export const publishedByType = ({ totals }: Digest, m: Messages): string =>
  m.list(
    totals.byType.filter(({ published }) => published > 0).map((own) => m.counted(own.type, own.published))
  )

/** An issue on which initiatives record differing views, with one of those statements. */
export interface Difference {
  readonly row: Digest["summary"]["differing"][number]
  readonly label: string
  /** None of them is quoted for two issues where another can be. */
  readonly quotation: Quotation | undefined
  /** Who asks for what others differ on, where it can be told. */
  readonly position: Position | undefined
}

/** `3 initiatives recommend it; 2 initiatives record that views on it differed`. */
export const positionText = ({ asking, differing }: Position, m: Messages): string =>
  m.text("position", {
    asking: m.text("recommendedBy", { count: asking.length }),
    differing: m.text("differedOn", { count: differing.length })
  })

/** The first differences, each with a statement. */
export const differences = (view: View, limit: number): ReadonlyArray<Difference> => {
  const quoted = new Set<string>()
  return view.digest.summary.differing.slice(0, limit).map((row) => {
    const page = view.pages.get(row.issue)
    const own = (page?.differing ?? []).map((item) => item.statement)
    const chosen = own.find((id) => !quoted.has(id)) ?? own[0]
    if (chosen !== undefined) quoted.add(chosen)
    return {
      row,
      label: page?.label ?? row.issue,
      quotation: chosen === undefined ? undefined : view.statements.get(chosen),
      position: page?.positions[0]
    }
  })
}

/** Issues of one status against the previous release, with the number that tells: before where it has gone quiet, otherwise now. */
export const changedIssues = (
  { digest, pages }: View,
  status: ChangeRow["status"]
): ReadonlyArray<{ readonly row: ChangeRow; readonly page: IssuePage | undefined; readonly count: number }> =>
  (digest.change?.rows ?? [])
    .filter((row) => row.status === status)
    .map((row) => ({ row, page: pages.get(row.issue), count: status === "quiet" ? row.before : row.now }))

/** How many statements are new since the previous release; null where that cannot be told. */
export const newShare = ({ digest, m }: View): string | null => {
  const count = digest.change?.newStatements ?? null
  return count === null ? null : m.text("newShare", { share: m.share(count, digest.totals.statements) })
}

/** How many outputs came too late for the previous release; null where none did. */
export const arrivedText = ({ digest: { change }, m }: View): string | null =>
  change === null || change.arrived.length === 0
    ? null
    : m.text("arrivedCount", {
        count: change.arrived.length,
        release: releaseName(change.previous.number, m)
      })

/** The outputs that came too late for the previous release, each with whether it is counted in this digest. */
export const arrivedOutputs = ({
  digest: { change, outputs },
  m
}: View): ReadonlyArray<{ readonly output: ListedOutput; readonly note: string }> => {
  const counted = new Set(outputs.map(({ id }) => id))
  return (change?.arrived ?? []).map((output) => ({
    output,
    note: m.text(counted.has(output.id) ? "countedHere" : "notInWindow")
  }))
}

/** Issues that no sub-theme covers; null while the sub-themes are not known. */
export const uncoveredPages = ({ digest, pages }: View): ReadonlyArray<IssuePage> | null =>
  digest.lenses.uncovered?.flatMap((id) => pages.get(id) ?? []) ?? null

/** Initiatives that were not heard, those that could not be reached included. */
export const unheardInitiatives = ({ digest }: View): ReadonlyArray<DigestInitiative> =>
  digest.initiatives.filter((initiative) => initiative.status !== "published")

/** Of the initiatives of each UN group that published, of how many an issue is a main concern. */
export const concernByGroup = (view: View, page: IssuePage): ReadonlyArray<GroupShare> => {
  const concerned = page.mainConcernOf.flatMap((id) => view.initiatives.get(id) ?? [])
  return page.byGroup.map(({ group, published }) => ({
    group,
    raised: concerned.filter(({ unGroups }) => unGroups.includes(group)).length,
    published
  }))
}

/** In how many UN groups an issue is a main concern of an initiative. */
export const groupsConcerned = (view: View, page: IssuePage): number =>
  concernByGroup(view, page).filter(({ raised }) => raised > 0).length

/** Of how many initiatives more an issue is a main concern than in the previous release; null where there is none. */
export const concernDifference = (page: IssuePage, m: Messages): string | null =>
  page.mainConcernBefore === null ? null : m.difference(page.mainConcernOf.length - page.mainConcernBefore)

/** What a main concern is, under the table of page one, with the place in the method that says it in full. */
export const concernNote = <T>({ digest, m }: View, link: (par: number) => T): ReadonlyArray<T | string> => {
  const par = digest.method.find(({ point }) => point === "main-concerns")?.par
  const where = par === undefined ? m.text("method") : link(par)
  return m.parts<T, "mainNote" | "mainNoteFirst">(digest.change === null ? "mainNoteFirst" : "mainNote", {
    where
  })
}

/** How many UN groups have an initiative that published. */
export const groupsHeard = ({ totals }: Digest): number =>
  totals.byGroup.filter((group) => group.published > 0).length
