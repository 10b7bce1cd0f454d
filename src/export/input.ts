/**
 * What a digest is made of: plain values from the store, the taxonomy and the configuration.
 */
import type {
  Area,
  CaptureId,
  Cluster,
  Cycle,
  Digest,
  DigestFilter,
  Initiative,
  Issue,
  IsoDate,
  Meeting,
  Output,
  OutputId,
  Participation,
  ReleaseNumber,
  Source,
  SourceState,
  Statement,
  Timestamp
} from "../domain/index.ts"
import type { CountryList } from "./country-lists.ts"

/** The capture from which an output's current version was read. */
export interface CurrentCapture {
  readonly outputId: OutputId
  readonly captureId: CaptureId
  readonly retrievedAt: Timestamp
  /** Who took part, where the output is a reporting form. */
  readonly participation?: Participation
}

/** Input of `buildDigest`; the order of the lists never matters. */
export interface DigestInput {
  /** Title that replaces the usual one. */
  readonly title: string | null
  readonly number: ReleaseNumber | null
  readonly cycle: Cycle
  readonly meeting: Meeting | null
  /** First and last day of publication, both included. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
  /** Outputs first seen after this instant are listed and not counted. */
  readonly asOf: Timestamp
  readonly frozen: boolean
  /** Of a release: SHA-256 of its recorded inputs. */
  readonly inputs?: CaptureId | null
  /** What the digest is narrowed to; the whole when absent. */
  readonly filter?: DigestFilter | null
  readonly taxonomy: {
    readonly version: string
    readonly areas: ReadonlyArray<Area>
    readonly issues: ReadonlyArray<Issue>
    /** Labels of the issues in other languages than English: by language, then by issue. */
    readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  readonly initiatives: ReadonlyArray<Initiative>
  readonly sources: ReadonlyArray<Source>
  readonly sourceStates: ReadonlyArray<SourceState>
  /** All outputs, those outside the window and those of kinds that do not count included. */
  readonly outputs: ReadonlyArray<Output>
  readonly captures: ReadonlyArray<CurrentCapture>
  readonly statements: ReadonlyArray<Statement>
  readonly clusters: ReadonlyArray<Cluster>
  /** The release to compare with; a whole one, whatever this digest is narrowed to. */
  readonly previous: Digest | null
  /** Lists of countries for "who speaks"; those of the United Nations when absent. */
  readonly countryLists?: ReadonlyArray<CountryList>
}
