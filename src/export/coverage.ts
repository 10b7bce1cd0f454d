/**
 * What the coverage says, put in order and words once for all forms.
 */
import type {
  CountryListCoverage,
  DigestInitiative,
  FailingSource,
  GroupCoverage,
  InitiativeId,
  IssuePage,
  ListedOutput
} from "../domain/index.ts"
import { formWords } from "../form/index.ts"
import type { Messages } from "./catalogue/index.ts"
import type { View } from "./view.ts"

/** Why a source could not be read. The visit's own sentence is in English; other languages name the outcome. */
export const failureText = (source: FailingSource, m: Messages): string => {
  const own = m.lang === "en" || source.outcome === null ? source.message : null
  return own ?? (source.outcome === null ? m.text("notRead") : m.names.outcome[source.outcome])
}

/** The sources of an initiative that could not be read. */
export const failuresOf = ({ digest }: View, id: InitiativeId): ReadonlyArray<FailingSource> =>
  digest.coverage.failing.filter((source) => source.initiativeId === id)

/** What is known of an initiative that was not heard: when it was last, and whether it can be. */
export const silenceNotes = (initiative: DigestInitiative, m: Messages): ReadonlyArray<string> => [
  initiative.lastHeard === null
    ? m.text("noEarlierOutput")
    : m.text("lastHeard", { date: m.date(initiative.lastHeard) }),
  ...(initiative.hasSource ? [] : [m.text("noPlace")])
]

/** Coverage of a UN group in words: its title, and who was not heard under what reason; empty lists are left out. */
export const groupParts = (
  own: GroupCoverage,
  m: Messages
): {
  readonly title: string
  readonly unheard: ReadonlyArray<{
    readonly label: string
    readonly status: "silent" | "unreachable"
    readonly initiatives: ReadonlyArray<InitiativeId>
  }>
} => ({
  title: m.text("groupReach", {
    group: m.names.groupTitle[own.group],
    published: own.published.length,
    registered: own.registered
  }),
  unheard: [
    { label: m.text("notHeardYet"), status: "silent" as const, initiatives: own.silent },
    { label: m.text("sitesNotRead"), status: "unreachable" as const, initiatives: own.unreachable }
  ].filter(({ initiatives }) => initiatives.length > 0)
})

/** Kind and date of a document that is listed. */
export const listedNotes = (
  item: Pick<ListedOutput, "kind" | "publishedAt">,
  m: Messages
): ReadonlyArray<string> => [
  m.names.kind[item.kind],
  item.publishedAt === null ? m.text("noDate") : m.date(item.publishedAt)
]

/** Documents that are listed and not counted, under their headings; headings without any are left out. */
export const listedParts = ({
  digest: { coverage, frozen },
  m
}: View): ReadonlyArray<{ readonly title: string; readonly items: ReadonlyArray<ListedOutput> }> =>
  [
    { title: m.text("drafts"), items: coverage.drafts },
    { title: m.text("pressAccounts"), items: coverage.pressAccounts },
    { title: m.text("undated"), items: coverage.undated },
    { title: m.text(frozen ? "afterFreeze" : "afterDate"), items: coverage.late }
  ].filter(({ items }) => items.length > 0)

/** Sources that failed, of initiatives that were heard or have another place. */
export const placesNotRead = ({ digest, initiatives }: View): ReadonlyArray<FailingSource> =>
  digest.coverage.failing.filter((source) => initiatives.get(source.initiativeId)?.status !== "unreachable")

/** Numbers of documents of the kinds that are neither counted nor listed; null where there are none. */
export const otherKinds = ({ digest, m }: View): string | null => {
  const kinds = digest.coverage.otherKinds.map(
    ({ kind, documents }) => `${m.names.kind[kind]} ${m.text("bracketed", { text: documents })}`
  )
  return kinds.length === 0 ? null : m.text("otherKinds", { kinds: m.list(kinds) })
}

/** Lists of countries to which a registered initiative belongs. */
export const countryLists = ({ digest }: View): ReadonlyArray<CountryListCoverage> =>
  digest.speakers.countryLists.filter((own) => own.registered > 0)

/** `Least developed countries (list of December 2024): 3 of 8 registered initiatives published`. */
export const listReach = (own: CountryListCoverage, m: Messages): string =>
  m.text("listReach", {
    list: m.named("list", own.list) ?? own.list,
    month: m.month(own.asOf),
    reach: m.text("ofRegistered", { part: own.published.length, count: own.registered })
  })

/** Pages on which statements about taking part stand. */
export const participationPages = ({ digest, pages }: View): ReadonlyArray<IssuePage> =>
  digest.speakers.participation.flatMap((id) => pages.get(id) ?? [])

/** The figures about those who took part: name, who stated it, how many persons, their share of all. */
export const figureRows = ({
  digest: { speakers },
  m
}: View): ReadonlyArray<readonly [label: string, ...cells: ReadonlyArray<string>]> =>
  speakers.figures.map(({ figure, initiatives, persons, share }) => [
    formWords(m.lang).fields[figure],
    m.number(initiatives.length),
    persons === null ? m.percent(0, 0) : m.number(persons),
    share === null
      ? m.percent(0, 0)
      : `${m.percent(share.persons, share.participants)} ${m.text("bracketed", { text: m.share(share.persons, share.participants) })}`
  ])

/** Heads of those rows. */
export const figureHeads = ({ digest: { totals }, m }: View): readonly [string, string, string, string] => [
  m.text("figure"),
  m.text("statedBy", { total: totals.published }),
  m.text("persons"),
  m.text("shareOfPersons")
]

/** What each initiative stated, verbatim. */
export const statedFigures = ({
  digest: { speakers },
  m
}: View): ReadonlyArray<{
  readonly initiative: InitiativeId
  readonly figures: ReadonlyArray<{ readonly label: string; readonly stated: string }>
}> =>
  speakers.stated.map(({ figures, initiative }) => ({
    initiative,
    figures: figures.map(({ figure, stated }) => ({ label: formWords(m.lang).fields[figure], stated }))
  }))

/** A point of "Method and limits" in full. */
export const methodSentence = (
  { digest, m }: View,
  point: (typeof digest.method)[number]["point"]
): string =>
  point === "boilerplate" && digest.totals.boilerplate > 0
    ? m.names.method[point] + m.text("gap") + m.text("setPhrases", { count: digest.totals.boilerplate })
    : m.names.method[point]
