/**
 * The digest: what a meeting's readers get, computed once; every format only renders it.
 *
 * It holds data and no sentences of the program (those stand in the catalogues of `src/export`), so that
 * it can be rendered in any language. Everything that can be cited carries `par`, its paragraph number:
 * numbers count up from 1 in the order of the document. Statements, outputs and initiatives stand once,
 * in lists of their own, and are named by id elsewhere. Type and encoded form are the same plain JSON.
 */
import { Schema } from "effect"
import { SubTheme } from "./cycle.ts"
import { DocumentKind } from "./document.ts"
import {
  AreaId,
  CaptureId,
  InitiativeId,
  IsoDate,
  IssueId,
  LanguageTag,
  MeetingId,
  ReleaseNumber,
  StatementId,
  Timestamp
} from "./ids.ts"
import { InitiativeType, UnGroup } from "./initiative.ts"
import {
  Paragraph,
  Count,
  DigestFilter,
  DigestWindow,
  DigestInitiative,
  EarlierPeriod,
  HistoryRow,
  DigestOutput,
  ListedOutput,
  Quotation,
  QuotingParagraph,
  IssuePage,
  LensRow,
  MatrixRow,
  ChangeRow,
  FailingSource,
  GroupCoverage,
  CountryListCoverage,
  FigureTotal,
  MethodPoint,
  StatedParticipation
} from "./digest-terms.ts"

/** The consolidated document for one meeting. */
export const Digest = Schema.Struct({
  format: Schema.Literal("tributary-digest/1"),
  number: Schema.NullOr(ReleaseNumber),
  title: Schema.NullOr(Schema.String),
  cycle: Schema.Struct({
    year: Schema.Int,
    theme: Schema.NullOr(Schema.String),
    subThemes: Schema.Array(SubTheme)
  }),
  meeting: Schema.NullOr(
    Schema.Struct({
      id: MeetingId,
      name: Schema.NonEmptyString,
      place: Schema.NullOr(Schema.String),
      start: IsoDate,
      end: IsoDate
    })
  ),
  window: DigestWindow,
  /** State of knowledge: nothing seen after this instant is counted. */
  asOf: Timestamp,
  frozen: Schema.Boolean,
  /** Of a release: SHA-256 of its recorded inputs, so that the content hash covers them too. */
  inputs: Schema.NullOr(CaptureId),
  /** What it was narrowed to; null for the whole. */
  filter: Schema.NullOr(DigestFilter),
  taxonomyVersion: Schema.NonEmptyString,
  areas: Schema.Array(Schema.Struct({ id: AreaId, label: Schema.NonEmptyString })),
  /** Preferred labels of issues in other languages than English: by language, then by issue. */
  labels: Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.NonEmptyString)),
  totals: Schema.Struct({
    registered: Count,
    published: Count,
    /** Not heard yet, those that could not be reached included. */
    notHeard: Count,
    unreachable: Count,
    outputs: Count,
    statements: Count,
    /** Statements left out as boilerplate. */
    boilerplate: Count,
    byGroup: Schema.Array(Schema.Struct({ group: UnGroup, registered: Count, published: Count })),
    byType: Schema.Array(Schema.Struct({ type: InitiativeType, registered: Count, published: Count })),
    byLanguage: Schema.Array(
      Schema.Struct({ language: LanguageTag, statements: Count, initiatives: Count, outputs: Count })
    )
  }),
  summary: Schema.Struct({
    /** Paragraphs of page one. */
    reachPar: Paragraph,
    raisedPar: Paragraph,
    /** Five to eight issues that are the main concern of most initiatives. */
    raised: Schema.Array(IssueId),
    differingPar: Paragraph,
    differing: Schema.Array(
      Schema.Struct({ issue: IssueId, initiatives: Count, par: Paragraph, lastPar: Paragraph })
    ),
    workedPar: Paragraph,
    /** All cases of the window that are quoted as such. */
    cases: Count,
    worked: Schema.Array(Schema.Struct({ statement: StatementId, par: Paragraph })),
    changePar: Schema.NullOr(Paragraph),
    uncoveredPar: Paragraph,
    unheardPar: Paragraph
  }),
  issues: Schema.Array(IssuePage),
  /** Issues of the taxonomy that no statement of the window was put under. */
  notRaised: Schema.Array(Schema.Struct({ id: IssueId, area: AreaId, label: Schema.NonEmptyString })),
  /** Statements under no issue. */
  unclassified: Schema.Array(QuotingParagraph),
  matrixPar: Paragraph,
  heatMapPar: Paragraph,
  matrix: Schema.Array(MatrixRow),
  lenses: Schema.Struct({
    subThemesPar: Paragraph,
    /** Empty while the cycle's sub-themes are not known. */
    subThemes: Schema.Array(LensRow),
    /** Issues raised that no sub-theme covers; null while the sub-themes are not known. */
    uncovered: Schema.NullOr(Schema.Array(IssueId)),
    wsisPar: Paragraph,
    wsis: Schema.Array(LensRow),
    gdcPar: Paragraph,
    gdc: Schema.Array(LensRow),
    sdgPar: Paragraph,
    sdg: Schema.Array(LensRow)
  }),
  change: Schema.NullOr(
    Schema.Struct({
      par: Paragraph,
      previous: Schema.Struct({
        number: Schema.NullOr(ReleaseNumber),
        window: DigestWindow,
        published: Count,
        taxonomyVersion: Schema.NonEmptyString
      }),
      rows: Schema.Array(ChangeRow),
      /** Heard now and not in the previous release, and the other way round. */
      joined: Schema.Array(InitiativeId),
      absent: Schema.Array(InitiativeId),
      /** Null where the windows do not overlap, so that every statement is new. */
      newStatements: Schema.NullOr(Count),
      /** Of a counting kind and the previous release's window, first seen after it was frozen. */
      arrived: Schema.Array(ListedOutput)
    })
  ),
  /** Earlier releases and earlier years; null where nothing earlier is known. */
  history: Schema.NullOr(
    Schema.Struct({
      par: Paragraph,
      /** Releases before this digest, oldest first. */
      releases: Schema.Array(EarlierPeriod),
      /** The days of the window in earlier years, oldest first, counted as known now. */
      years: Schema.Array(EarlierPeriod),
      /** Every issue raised now or in one of the periods: in the digest's order, then the others. */
      rows: Schema.Array(HistoryRow)
    })
  ),
  coverage: Schema.Struct({
    par: Paragraph,
    groups: Schema.Array(GroupCoverage),
    listedPar: Paragraph,
    drafts: Schema.Array(ListedOutput),
    pressAccounts: Schema.Array(ListedOutput),
    /** Of a counting kind, with no date found: in no window. */
    undated: Schema.Array(ListedOutput),
    /** Of a counting kind and the window, first seen after `asOf`. */
    late: Schema.Array(ListedOutput),
    /** Number of documents of the window of the kinds that are neither counted nor listed. */
    otherKinds: Schema.Array(Schema.Struct({ kind: DocumentKind, documents: Count })),
    failing: Schema.Array(FailingSource)
  }),
  speakers: Schema.Struct({
    par: Paragraph,
    countryLists: Schema.Array(CountryListCoverage),
    /** Main concerns of youth initiatives, and of how many others they are one, among those that published. */
    youthPublished: Count,
    othersPublished: Count,
    youth: Schema.Array(Schema.Struct({ issue: IssueId, youth: Count, others: Count })),
    /** Issue pages on which statements about participation itself stand. */
    participation: Schema.Array(IssueId),
    /** Who took part, as the initiatives stated it: by figure, and by initiative. */
    figures: Schema.Array(FigureTotal),
    stated: Schema.Array(StatedParticipation)
  }),
  method: Schema.Array(Schema.Struct({ par: Paragraph, point: MethodPoint })),
  initiatives: Schema.Array(DigestInitiative),
  outputs: Schema.Array(DigestOutput),
  /** In the order in which the digest quotes them first. */
  statements: Schema.Array(Quotation)
})
export type Digest = typeof Digest.Type
