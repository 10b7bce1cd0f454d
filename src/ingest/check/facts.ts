/** What the checks are told: everything that was seen, gathered before any of it is judged. */
import type { DocumentKind, SourceKind, VisitOutcome } from "../../domain/index.ts"
import type { ListedItem, Listing } from "../source/index.ts"
import type { VisitResult } from "../visit/index.ts"

/** An entry that was looked into. */
export interface Sample {
  readonly item: ListedItem
  readonly outcome: VisitOutcome
  /** Why it could not be read; null as a rule. */
  readonly problem: string | null
  /** Where the visit ended, when it was redirected. */
  readonly finalUrl: string | null
  readonly kind: DocumentKind
  readonly counts: boolean
  readonly language: string
  /** Text of the document, for comparison and length. */
  readonly text: string
  readonly publishedAt: string | null
  readonly warnings: ReadonlyArray<string>
}

/** The source that was chosen, or the one that came nearest to being read. */
export interface Chosen {
  readonly kind: SourceKind
  readonly url: string
  readonly listing: Listing
  /** True for selectors that were found by structure and are not configured yet. */
  readonly guessedSelector: string | null
}

/** Everything that was seen. */
export interface Facts {
  /** Visit to the address as given. */
  readonly door: VisitResult
  /** Seconds between requests that robots.txt asks for; null when it asks for none. */
  readonly crawlDelay: number | null
  readonly chosen: Chosen | null
  /** Other visits of the check to the site. */
  readonly visits: ReadonlyArray<VisitResult>
  /** Language that the page states. */
  readonly pageLanguage: string | null
  readonly samples: ReadonlyArray<Sample>
  /** Sentences of the decoder about the address and the source. */
  readonly encodingWarnings: ReadonlyArray<string>
  /** Milliseconds since 1970. */
  readonly now: number
}
