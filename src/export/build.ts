/**
 * Builds the digest: a pure function of its input, in which the order of lists plays no part.
 */
import type { Digest, InitiativeId, IssueId, MethodPoint, UnGroup } from "../domain/index.ts"
import { MethodPoint as MethodPoints } from "../domain/index.ts"
import { groupShares, takeCensus, typeShares } from "./census.ts"
import { baselineOf } from "./baseline.ts"
import { compareWith } from "./change.ts"
import { mainConcerns } from "./concern.ts"
import { unitedNationsLists } from "./country-lists.ts"
import { narrowInput, narrowingOf, normalFilter } from "./filter.ts"
import { historyOf } from "./history.ts"
import type { DigestInput } from "./input.ts"
import { buildPages, numberQuotations, Numbering } from "./issue-page.ts"
import { buildLenses, buildMatrix } from "./lens.ts"
import { by } from "./order.ts"
import { indexStatements, quotationsOf, sayers } from "./quotation.ts"
import { statedParticipation } from "./participation.ts"
import { failingSources } from "./sources.ts"
import { selectOutputs } from "./window.ts"

/** Issues whose statements tell who takes part; their pages are named under "who speaks". */
const participationIssues: ReadonlySet<string> = new Set([
  "youth-participation",
  "gender-rights-online",
  "remote-participation",
  "participation-and-diversity",
  "rights-of-persons-with-disabilities"
])

const methodPoints: ReadonlyArray<MethodPoint> = MethodPoints.literals

/** Rows of page one: eight at most; from the sixth on only what is a main concern of at least two initiatives. */
const firstIssues = (pages: Digest["issues"]): ReadonlyArray<IssueId> =>
  pages
    .slice(0, 8)
    .filter((page, index) => index < 5 || page.mainConcernOf.length > 1)
    .map((page) => page.id)

/** Computes the digest of a window, narrowed where the input says so. */
export const buildDigest = (whole: DigestInput): Digest => {
  const filter = normalFilter(whole.filter)
  const narrowing = narrowingOf(filter, whole.taxonomy.issues)
  const input = narrowInput(whole, narrowing)
  const chosen = new Set(input.initiatives.map(({ id }) => id))
  const previous = input.previous === null ? null : baselineOf(input.previous, filter)
  const selection = selectOutputs(whole, (id) => chosen.has(id))
  const index = indexStatements(input.statements)
  const quotations = quotationsOf(input, selection.counted, { index, narrowing, previous })
  const initiatives = takeCensus(input, selection, quotations)
  const published = initiatives.filter((initiative) => initiative.status === "published")
  const issues = input.taxonomy.issues
  const outputsOf = Map.groupBy(selection.counted, (output) => output.initiativeId)

  const numbering = new Numbering()
  const front = {
    reachPar: numbering.next(),
    raisedPar: numbering.next(),
    differingPar: numbering.next(),
    workedPar: numbering.next(),
    changePar: input.previous === null ? null : numbering.next(),
    uncoveredPar: numbering.next(),
    unheardPar: numbering.next()
  }
  const { pages, unclassified } = buildPages(
    {
      issues,
      candidates: quotations.candidates,
      representatives: new Set(input.clusters.map((cluster) => cluster.representative)),
      concerns: mainConcerns(quotations.said),
      initiatives,
      subThemes: input.cycle.subThemes,
      groups: narrowing.groups,
      previous
    },
    numbering
  )
  const statements = numberQuotations(quotations.candidates, numbering)
  const byId = new Map(statements.map((quotation) => [quotation.id, quotation]))
  const raised = new Set(pages.map((page) => page.id))
  const history = historyOf({
    window: input.window,
    issues,
    pages,
    everCounted: selection.everCounted,
    index,
    narrowing,
    filtered: filter !== null,
    previous
  })
  const lenses = buildLenses(input.cycle, issues, pages, statements, initiatives)
  // The first case of each issue, then the second of each, and so on.
  const cases = [
    ...new Set(
      pages
        .flatMap((page) => page.worked.map(({ statement }, index) => ({ statement, index })))
        .toSorted(by(({ index }) => index))
        .map(({ statement }) => statement)
    )
  ]

  const typeOf = new Map(initiatives.map(({ id, type }) => [id, type]))
  const inGroup = (group: UnGroup) => initiatives.filter((initiative) => initiative.unGroups.includes(group))
  const outputIds = (id: InitiativeId) => (outputsOf.get(id) ?? []).map((output) => output.id)
  const languages = Map.groupBy(statements, (quotation) => quotation.language)
  const outputLanguages = Map.groupBy(selection.counted, (output) => output.language)

  return {
    format: "tributary-digest/1",
    number: input.number,
    title: input.title,
    cycle: { year: input.cycle.year, theme: input.cycle.theme, subThemes: input.cycle.subThemes },
    meeting:
      input.meeting === null
        ? null
        : {
            id: input.meeting.id,
            name: input.meeting.name,
            place: input.meeting.place,
            start: input.meeting.start,
            end: input.meeting.end
          },
    window: input.window,
    asOf: input.asOf,
    frozen: input.frozen,
    inputs: input.inputs ?? null,
    filter,
    taxonomyVersion: input.taxonomy.version,
    areas: input.taxonomy.areas,
    labels: input.taxonomy.labels ?? {},
    totals: {
      registered: initiatives.length,
      published: published.length,
      notHeard: initiatives.length - published.length,
      unreachable: initiatives.filter((initiative) => initiative.status === "unreachable").length,
      outputs: selection.counted.length,
      statements: statements.length,
      boilerplate: quotations.boilerplate,
      byGroup: groupShares(published, initiatives, narrowing.groups).map(({ group, raised, published }) => ({
        group,
        registered: published,
        published: raised
      })),
      byType: typeShares(published, initiatives).map(({ type, raised, published }) => ({
        type,
        registered: published,
        published: raised
      })),
      byLanguage: [...new Set([...languages.keys(), ...outputLanguages.keys()])]
        .map((language) => {
          const own = languages.get(language) ?? []
          return {
            language,
            statements: own.length,
            initiatives: new Set(own.flatMap(sayers)).size,
            outputs: outputLanguages.get(language)?.length ?? 0
          }
        })
        .sort(
          by(
            (row) => -row.initiatives,
            (row) => -row.statements,
            (row) => row.language
          )
        )
    },
    summary: {
      ...front,
      raised: firstIssues(pages),
      differing: pages
        .flatMap((page) => {
          const first = page.differing[0]
          const last = page.differing.at(-1)
          if (first === undefined || last === undefined) return []
          const names = page.differing.flatMap(({ statement }) => {
            const quotation = byId.get(statement)
            return quotation === undefined ? [] : sayers(quotation)
          })
          return [{ issue: page.id, initiatives: new Set(names).size, par: first.par, lastPar: last.par }]
        })
        .sort(
          by(
            (row) => -row.initiatives,
            (row) => row.par
          )
        ),
      cases: cases.length,
      worked: cases.flatMap((statement) => {
        const quotation = byId.get(statement)
        return quotation === undefined || quotation.caseName === null
          ? []
          : [{ statement, par: quotation.par }]
      })
    },
    issues: pages,
    notRaised: issues
      .filter((issue) => !raised.has(issue.id))
      .map((issue) => ({ id: issue.id, area: issue.area, label: issue.label })),
    unclassified,
    matrixPar: numbering.next(),
    heatMapPar: numbering.next(),
    matrix: buildMatrix(issues, statements),
    lenses: {
      subThemesPar: numbering.next(),
      subThemes: lenses.subThemes,
      uncovered: lenses.uncovered,
      wsisPar: numbering.next(),
      wsis: lenses.wsis,
      gdcPar: numbering.next(),
      gdc: lenses.gdc,
      sdgPar: numbering.next(),
      sdg: lenses.sdg
    },
    change:
      previous === null
        ? null
        : {
            par: numbering.next(),
            ...compareWith(previous, {
              issues,
              pages,
              initiatives,
              statements,
              arrived: selection.arrivedAfter(previous.digest.asOf, previous.digest.window)
            })
          },
    history: history === null ? null : { par: numbering.next(), ...history },
    coverage: {
      par: numbering.next(),
      groups: narrowing.groups
        .filter((group) => inGroup(group).length > 0)
        .map((group) => {
          const own = inGroup(group)
          const ids = (status: string) =>
            own.filter((member) => member.status === status).map((member) => member.id)
          return {
            par: numbering.next(),
            group,
            registered: own.length,
            published: ids("published").map((initiative) => ({ initiative, outputs: outputIds(initiative) })),
            silent: ids("silent"),
            unreachable: ids("unreachable")
          }
        }),
      listedPar: numbering.next(),
      drafts: selection.drafts,
      pressAccounts: selection.pressAccounts,
      undated: selection.undated,
      late: selection.late,
      otherKinds: selection.otherKinds,
      failing: failingSources(input)
    },
    speakers: {
      par: numbering.next(),
      countryLists: (input.countryLists ?? unitedNationsLists).map(({ list, asOf, countries }) => {
        const own = initiatives.filter(({ country }) => country !== null && countries.includes(country))
        return {
          list,
          asOf,
          registered: own.length,
          published: own.filter((member) => member.status === "published").map((member) => member.id)
        }
      }),
      youthPublished: published.filter((initiative) => initiative.type === "youth").length,
      othersPublished: published.filter((initiative) => initiative.type !== "youth").length,
      youth: pages
        .map((page) => {
          const youth = page.mainConcernOf.filter((id) => typeOf.get(id) === "youth").length
          return { issue: page.id, youth, others: page.mainConcernOf.length - youth }
        })
        .filter((row) => row.youth > 0)
        .sort(
          by(
            (row) => -row.youth,
            (row) => row.others,
            (row) => row.issue
          )
        )
        .slice(0, 10),
      participation: pages.map((page) => page.id).filter((id) => participationIssues.has(id)),
      ...statedParticipation(input, selection.counted)
    },
    method: methodPoints.map((point) => ({ par: numbering.next(), point })),
    initiatives,
    outputs: selection.counted,
    statements
  }
}
