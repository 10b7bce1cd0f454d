/** A row of the table of bad input: what a server does, and what an import makes of it. */
import type { Source, VisitOutcome } from "../../../src/domain/index.ts"
import type { Answer } from "./answers.ts"

export interface Row {
  /** What is wrong, to follow "A source". */
  readonly source: string
  readonly kind?: Source["kind"]
  /** Instead of the source's own address; null where that stays as it was. */
  readonly door: Answer | null
  /** Further addresses of the same host. */
  readonly pages?: Readonly<Record<string, Answer>>
  /** The robots.txt; there is none unless given. */
  readonly robots?: Answer
  readonly outcome: VisitOutcome
  readonly alarm?: string
  /** In the sentence that the source is left with. */
  readonly says: string
  /** In a sentence of the run about what was read with difficulty. */
  readonly warns?: string
  /** Entries that the source is known to list, the good one of before included. 1 unless given. */
  readonly items?: number
  /** Outputs of the source, the good one of before included. 1 unless given. */
  readonly outputs?: number
  /** Outcome of each entry that could not be fetched, with words of its sentence. */
  readonly failures?: ReadonlyArray<readonly [VisitOutcome, string]>
  /** In the reason for the next visit, unless it follows from the outcome. */
  readonly next?: string
  /** Words that must not be found in any output of the source. */
  readonly never?: string
  /** Words that an output of the source must hold. */
  readonly reads?: string
}
