/**
 * Releases: what a digest frozen under a number was made of, and how two of them differ.
 */
import { Schema } from "effect"
import { Cycle, Meeting } from "./cycle.ts"
import { Count, DigestWindow, Quotation } from "./digest-terms.ts"
import { Reading } from "./document.ts"
import {
  CaptureId,
  InitiativeId,
  IssueId,
  LanguageTag,
  OutputId,
  ReleaseNumber,
  ReviewId,
  SourceId,
  StatementId,
  Timestamp
} from "./ids.ts"
import { Initiative, Source } from "./initiative.ts"
import { StatementKind } from "./statement.ts"
import { SourceState } from "./visit.ts"

/** The version of an output that a release was made from. */
export const RecordedVersion = Schema.Struct({
  outputId: OutputId,
  initiativeId: InitiativeId,
  sourceId: Schema.NullOr(SourceId),
  url: Schema.String,
  firstSeenAt: Timestamp,
  sequence: Schema.Int,
  captureId: CaptureId,
  retrievedAt: Timestamp,
  reading: Reading
})
export type RecordedVersion = typeof RecordedVersion.Type

/** Everything that a release depends on besides the bytes of its captures. */
export const ReleaseInputs = Schema.Struct({
  format: Schema.Literal("tributary-release/1"),
  number: ReleaseNumber,
  cycle: Cycle,
  meeting: Meeting,
  asOf: Timestamp,
  /** The program and what it runs on: rules of segmentation and of document kinds are code. */
  program: Schema.Struct({ version: Schema.NonEmptyString, runtime: Schema.NonEmptyString }),
  /** Version of the taxonomy, and SHA-256 of its concepts and of the classifier's model. */
  taxonomy: Schema.Struct({ version: Schema.NonEmptyString, concepts: CaptureId, model: CaptureId }),
  /** The release that it is compared with. */
  previous: Schema.NullOr(Schema.Struct({ number: ReleaseNumber, contentHash: CaptureId })),
  /** Reviews up to this one were applied; 0 for none. The hash is that of their JSON in order of id. */
  reviews: Schema.Struct({ upTo: ReviewId, count: Count, hash: CaptureId }),
  initiatives: Schema.Array(Initiative),
  sources: Schema.Array(Source),
  sourceStates: Schema.Array(SourceState),
  /** The versions of all outputs, in order of output. */
  outputs: Schema.Array(RecordedVersion)
})
export type ReleaseInputs = typeof ReleaseInputs.Type

/** A statement as a comparison names it. */
export const ComparedStatement = Schema.Struct({
  id: StatementId,
  initiativeId: InitiativeId,
  outputId: OutputId,
  language: LanguageTag,
  kind: StatementKind,
  issues: Schema.Array(IssueId),
  text: Quotation.fields.text
})
export type ComparedStatement = typeof ComparedStatement.Type

/** An initiative with its name at the time. */
const Named = Schema.Struct({ id: InitiativeId, name: Schema.NonEmptyString })

/** An output as a comparison names it. */
const ComparedOutput = Schema.Struct({
  id: OutputId,
  initiativeId: InitiativeId,
  url: Schema.String,
  title: Schema.String
})

const ComparedRelease = Schema.Struct({
  number: Schema.NullOr(ReleaseNumber),
  window: DigestWindow,
  asOf: Timestamp,
  taxonomyVersion: Schema.NonEmptyString,
  registered: Count,
  published: Count,
  outputs: Count,
  statements: Count
})

/** What changed from one release to another. */
export const Comparison = Schema.Struct({
  from: ComparedRelease,
  to: ComparedRelease,
  /** Whether the windows have a day in common; where they have none every statement is new or gone. */
  overlap: Schema.Boolean,
  initiatives: Schema.Struct({
    /** Published in the second and not in the first, and the other way round. */
    joined: Schema.Array(Named),
    absent: Schema.Array(Named),
    /** Entered in the registry, and taken out of it. */
    registered: Schema.Array(Named),
    removed: Schema.Array(Named)
  }),
  issues: Schema.Array(
    Schema.Struct({
      issue: IssueId,
      label: Schema.NonEmptyString,
      from: Count,
      to: Count,
      status: Schema.Literals(["new", "more", "same", "fewer", "quiet"]),
      /** Who raised it in the second and not in the first, and the other way round. */
      joined: Schema.Array(InitiativeId),
      left: Schema.Array(InitiativeId)
    })
  ),
  outputs: Schema.Struct({
    new: Schema.Array(ComparedOutput),
    gone: Schema.Array(ComparedOutput),
    /** Read from other bytes than in the first: the page was changed. */
    changed: Schema.Array(ComparedOutput),
    /** Of the new ones: dated inside the window of the first, in which they were not. */
    arrived: Schema.Array(OutputId)
  }),
  statements: Schema.Struct({
    new: Schema.Array(ComparedStatement),
    gone: Schema.Array(ComparedStatement),
    /** The same place of an output in other words. */
    reworded: Schema.Array(Schema.Struct({ from: ComparedStatement, to: ComparedStatement })),
    /** The same words, put under other issues or taken for another kind. */
    relabelled: Schema.Array(Schema.Struct({ from: ComparedStatement, to: ComparedStatement }))
  })
})
export type Comparison = typeof Comparison.Type
