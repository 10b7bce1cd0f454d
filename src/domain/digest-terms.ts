/**
 * The parts of a digest: initiatives and outputs as it sees them, quotations, shares, issue pages.
 */
import { Schema } from "effect"
import { DateOrigin, DocumentKind } from "./document.ts"
import {
  AreaId,
  CaptureId,
  ClusterId,
  InitiativeId,
  IsoDate,
  IssueId,
  LanguageTag,
  OutputId,
  ReleaseNumber,
  SourceId,
  StatementId,
  Timestamp
} from "./ids.ts"
import { InitiativeType, UnGroup } from "./initiative.ts"
import { Figure, Participation } from "./report-form.ts"
import { IssueAssignment, Place, StatementKind } from "./statement.ts"
import { Crosswalk } from "./taxonomy.ts"
import { VisitOutcome } from "./visit.ts"

/** Paragraph number, from 1. */
export const Paragraph = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))

/** Number of things, from 0. */
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** First and last day of publication that a digest covers. */
export const DigestWindow = Schema.Struct({ from: IsoDate, to: IsoDate })

/**
 * What a digest was narrowed to; an empty list narrows nothing. Groups and types choose initiatives, so
 * that shares are shares of these; issues, areas and languages choose statements.
 */
export const DigestFilter = Schema.Struct({
  issues: Schema.Array(IssueId),
  areas: Schema.Array(AreaId),
  groups: Schema.Array(UnGroup),
  types: Schema.Array(InitiativeType),
  /** A tag stands for its variants too: `zh` for `zh-Hant`. */
  languages: Schema.Array(LanguageTag)
})
export type DigestFilter = typeof DigestFilter.Type

/**
 * published: at least one counted output in the window. silent: not heard yet. unreachable: not heard
 * yet, and every approved source failed when it was last visited, so nothing can be said.
 */
export const HearingStatus = Schema.Literals(["published", "silent", "unreachable"])
export type HearingStatus = typeof HearingStatus.Type

/** A registered initiative as the digest sees it. */
export const DigestInitiative = Schema.Struct({
  id: InitiativeId,
  name: Schema.NonEmptyString,
  type: InitiativeType,
  country: Schema.NullOr(Schema.String),
  unGroups: Schema.NonEmptyArray(UnGroup),
  website: Schema.NullOr(Schema.String),
  status: HearingStatus,
  /** Counted outputs and distinct statements in the window. */
  outputs: Count,
  statements: Count,
  /** Newest date of a counted output up to the end of the window, before it included; null if none is known. */
  lastHeard: Schema.NullOr(IsoDate),
  /** False while no source of it has been approved: then it cannot be heard. */
  hasSource: Schema.Boolean
})
export type DigestInitiative = typeof DigestInitiative.Type

/** A counted output of the window. */
export const DigestOutput = Schema.Struct({
  id: OutputId,
  initiativeId: InitiativeId,
  url: Schema.String,
  /** Other pages or hosts that carry the same text. */
  alsoAt: Schema.Array(Schema.String),
  title: Schema.String,
  kind: DocumentKind,
  /** True when a reviewer should still look at the kind. */
  inDoubt: Schema.Boolean,
  language: LanguageTag,
  publishedAt: IsoDate,
  publishedFrom: Schema.NullOr(DateOrigin),
  edition: Schema.NullOr(Schema.String),
  /** The archived bytes it was read from, and when they were fetched. */
  captureId: Schema.NullOr(CaptureId),
  retrievedAt: Schema.NullOr(Timestamp)
})
export type DigestOutput = typeof DigestOutput.Type

/** An output that is listed and not counted. */
export const ListedOutput = Schema.Struct({
  id: OutputId,
  initiativeId: InitiativeId,
  url: Schema.String,
  title: Schema.String,
  kind: DocumentKind,
  language: LanguageTag,
  publishedAt: Schema.NullOr(IsoDate),
  firstSeenAt: Timestamp,
  /** Of a draft: the final that took its place, where one is known. */
  supersededBy: Schema.NullOr(
    Schema.Struct({
      id: OutputId,
      url: Schema.String,
      title: Schema.String,
      publishedAt: Schema.NullOr(IsoDate)
    })
  )
})
export type ListedOutput = typeof ListedOutput.Type

/** One place where a quoted text stands. */
export const QuotationPlace = Schema.Struct({
  statementId: StatementId,
  outputId: OutputId,
  initiativeId: InitiativeId,
  place: Place
})
export type QuotationPlace = typeof QuotationPlace.Type

/** A statement of the window, quoted once, with every place where it stands word for word. */
export const Quotation = Schema.Struct({
  id: StatementId,
  /** Verbatim, in its own language. */
  text: Schema.NonEmptyString,
  language: LanguageTag,
  kind: StatementKind,
  issues: Schema.Array(IssueAssignment),
  caseName: Schema.NullOr(Schema.String),
  clusterId: Schema.NullOr(ClusterId),
  /** The first is the one that is quoted. */
  places: Schema.NonEmptyArray(QuotationPlace),
  /** Not in the previous release; null when there is none, or none whose window overlaps this one. */
  isNew: Schema.NullOr(Schema.Boolean),
  /** Paragraph where it is quoted first. */
  par: Paragraph
})
export type Quotation = typeof Quotation.Type

/** Of the initiatives of a UN group that published, how many raised something. */
export const GroupShare = Schema.Struct({ group: UnGroup, raised: Count, published: Count })
export type GroupShare = typeof GroupShare.Type

/** The same by type of initiative. */
export const TypeShare = Schema.Struct({ type: InitiativeType, raised: Count, published: Count })
export type TypeShare = typeof TypeShare.Type

/** A paragraph that quotes one statement. */
export const QuotingParagraph = Schema.Struct({ par: Paragraph, statement: StatementId })
export type QuotingParagraph = typeof QuotingParagraph.Type

/** A message that several initiatives share. */
export const SharedMessage = Schema.Struct({
  par: Paragraph,
  clusterId: Schema.NullOr(ClusterId),
  /** Stands for the others. */
  statement: StatementId,
  /** The others, one after the other, as each initiative wrote it. */
  also: Schema.Array(StatementId),
  /** Every initiative that says so, in order of id. */
  initiatives: Schema.Array(InitiativeId),
  groups: Schema.Array(UnGroup)
})
export type SharedMessage = typeof SharedMessage.Type

/**
 * A matter on which initiatives are told to stand differently: statements that were found to say the same
 * are a recommendation in some outputs, and in others the record that views differed.
 */
export const Position = Schema.Struct({
  clusterId: ClusterId,
  /** The recommendation that stands for them, and the paragraph where it is quoted first. */
  statement: StatementId,
  par: Paragraph,
  /** Who recommends it, and who records that views on it differed; in order of id, one may be in both. */
  asking: Schema.Array(InitiativeId),
  differing: Schema.Array(InitiativeId)
})
export type Position = typeof Position.Type

/** What initiatives said on one issue. */
export const IssuePage = Schema.Struct({
  id: IssueId,
  area: AreaId,
  label: Schema.NonEmptyString,
  scopeNote: Schema.String,
  /**
   * Place in the digest, from 1: by the number of initiatives whose main concern it is, then by how many
   * raised it, ties in the order of the taxonomy.
   */
  number: Schema.Int,
  /** Paragraph of the figures, and the last paragraph of the page. */
  par: Paragraph,
  lastPar: Paragraph,
  /** Who raised it, in order of id. */
  initiatives: Schema.Array(InitiativeId),
  /** Those of them whose main concern it is (src/export/concern.ts), in order of id. */
  mainConcernOf: Schema.Array(InitiativeId),
  statements: Count,
  byGroup: Schema.Array(GroupShare),
  byType: Schema.Array(TypeShare),
  /** Initiatives that raised it in the previous release; null when there is none. */
  before: Schema.NullOr(Count),
  /** Initiatives whose main concern it was in the previous release; null when there is none. */
  mainConcernBefore: Schema.NullOr(Count),
  shared: Schema.Array(SharedMessage),
  differing: Schema.Array(QuotingParagraph),
  /** Where it can be told from clusters and kinds, who asks for what others differ on. */
  positions: Schema.Array(Position),
  worked: Schema.Array(QuotingParagraph),
  challenges: Schema.Array(QuotingParagraph),
  single: Schema.Array(QuotingParagraph),
  /** Every further statement that is quoted here and nowhere before. */
  further: Schema.Array(QuotingParagraph),
  /** Statements on this issue that are quoted under another one. */
  elsewhere: Schema.Array(StatementId),
  crosswalk: Crosswalk,
  /** Titles of the cycle's sub-themes that cover it. */
  subThemes: Schema.Array(Schema.String)
})
export type IssuePage = typeof IssuePage.Type

/** Line of a lens: the issues that fall under it and who raised any of them. */
export const LensRow = Schema.Struct({
  /** Sub-theme's title, or code of the scheme: `C5`, `3`, `16`. */
  code: Schema.NonEmptyString,
  issues: Schema.Array(IssueId),
  initiatives: Schema.Array(InitiativeId),
  groups: Count,
  statements: Count
})
export type LensRow = typeof LensRow.Type

/** Row of the matrix: how many statements of which initiative touch an issue; absent means none. */
export const MatrixRow = Schema.Struct({
  issue: IssueId,
  cells: Schema.Array(Schema.Struct({ initiative: InitiativeId, statements: Count }))
})
export type MatrixRow = typeof MatrixRow.Type

/** How an issue stands against the previous release. */
export const ChangeRow = Schema.Struct({
  issue: IssueId,
  label: Schema.NonEmptyString,
  now: Count,
  before: Count,
  status: Schema.Literals(["new", "more", "same", "fewer", "quiet"])
})
export type ChangeRow = typeof ChangeRow.Type

/** An earlier stretch of time: a release as it was frozen, or the same days of an earlier year as known now. */
export const EarlierPeriod = Schema.Struct({
  /** Null for the days of an earlier year. */
  number: Schema.NullOr(ReleaseNumber),
  window: DigestWindow,
  /** Initiatives that published in it. */
  published: Count
})
export type EarlierPeriod = typeof EarlierPeriod.Type

/** How many initiatives raised an issue in each earlier period, in the order of the periods. */
export const HistoryRow = Schema.Struct({
  issue: IssueId,
  label: Schema.NonEmptyString,
  now: Count,
  releases: Schema.Array(Count),
  years: Schema.Array(Count)
})
export type HistoryRow = typeof HistoryRow.Type

/** A source that could not be read when it was last visited. */
export const FailingSource = Schema.Struct({
  sourceId: SourceId,
  initiativeId: InitiativeId,
  url: Schema.String,
  outcome: Schema.NullOr(VisitOutcome),
  /** What happened, in words, as the visit recorded it; null when it recorded none. */
  message: Schema.NullOr(Schema.String),
  lastSuccessAt: Schema.NullOr(Timestamp),
  failures: Schema.Int
})
export type FailingSource = typeof FailingSource.Type

/** Coverage of one UN group, by name. An initiative of several groups stands in each. */
export const GroupCoverage = Schema.Struct({
  par: Paragraph,
  group: UnGroup,
  registered: Count,
  published: Schema.Array(Schema.Struct({ initiative: InitiativeId, outputs: Schema.Array(OutputId) })),
  silent: Schema.Array(InitiativeId),
  unreachable: Schema.Array(InitiativeId)
})
export type GroupCoverage = typeof GroupCoverage.Type

/** Initiatives from a list of countries kept by the United Nations. */
export const CountryListCoverage = Schema.Struct({
  list: Schema.NonEmptyString,
  /** Month of the list's state. */
  asOf: Schema.NonEmptyString,
  registered: Count,
  published: Schema.Array(InitiativeId)
})
export type CountryListCoverage = typeof CountryListCoverage.Type

/** Who took part in the event of an initiative, as it stated it in the reporting form. */
export const StatedParticipation = Schema.Struct({
  initiative: InitiativeId,
  output: OutputId,
  figures: Participation
})
export type StatedParticipation = typeof StatedParticipation.Type

/** One figure over all initiatives that stated it. */
export const FigureTotal = Schema.Struct({
  figure: Figure,
  /** Who stated it, in order of id. */
  initiatives: Schema.Array(InitiativeId),
  /** Sum over those that gave a number, or a percentage of a number of participants; null where none did. */
  persons: Schema.NullOr(Count),
  /** The same, and all participants, of those that gave both; null where none did, and for all participants. */
  share: Schema.NullOr(Schema.Struct({ persons: Count, participants: Count }))
})
export type FigureTotal = typeof FigureTotal.Type

/** The points of "Method and limits"; their sentences stand in the catalogues. */
export const MethodPoint = Schema.Literals([
  "published-only",
  "not-a-position",
  "count-initiatives",
  "groups",
  "labels",
  "main-concerns",
  "order",
  "shared",
  "duplicates",
  "kinds",
  "boilerplate",
  "dates",
  "verbatim",
  "reproducible"
])
export type MethodPoint = typeof MethodPoint.Type
