/**
 * How a new address would be read as a source: as told, or as a look at it suggests.
 */
import { Effect, Schema } from "effect"
import { HttpUrl, type ListingSelectors, type SourceKind, type SourceOptions } from "../domain/index.ts"
import { discover } from "../ingest/discover/index.ts"
import { Visitor } from "../ingest/visit/index.ts"

/** Nothing that could be a source was found at the address. */
export class NothingToFollow extends Schema.TaggedError<NothingToFollow>()("NothingToFollow", {
  message: Schema.String
}) {}

export interface SourceProposal {
  readonly kind: SourceKind
  readonly url: HttpUrl
  readonly options: SourceOptions
  /** True when it was visited and gave entries. */
  readonly verified: boolean
  /** What a person should know of the choice. */
  readonly reasons: ReadonlyArray<string>
}

const isUrl = Schema.is(HttpUrl)

/**
 * Proposes how to follow an address. With a kind (or selectors) nothing is visited and the word is taken;
 * otherwise the address is visited and the best of what it offers is chosen.
 */
export const proposeSource = Effect.fn("proposeSource")(function* (
  url: HttpUrl,
  kind: SourceKind | null,
  selectors: ListingSelectors | null
) {
  if (kind !== null || selectors !== null) {
    const told: SourceProposal = {
      kind: kind ?? "listing",
      url,
      options: selectors === null ? {} : { selectors },
      verified: false,
      reasons: []
    }
    return told
  }
  const visitor = yield* Visitor
  const found = yield* discover(url, visitor.visit, {
    sitemapsOf: (address) => Effect.map(visitor.robots(address), (file) => file?.sitemaps ?? [])
  })
  const [best, ...more] = found.proposals
  if (best === undefined || !isUrl(best.url)) {
    const sentence = found.outcome === "ok" ? `Nothing to follow was found at ${url}.` : found.message
    return yield* new NothingToFollow({
      message: `${sentence} If you know better, say how it is read with --kind (a page that lists documents: --kind shelf, or --item SELECTOR).`
    })
  }
  const proposal: SourceProposal = {
    kind: best.kind,
    url: best.url,
    options: best.options,
    verified: true,
    reasons: [
      `Found ${best.kind} ${best.url}: ${best.reasons.join(" ")}`,
      ...best.preview.map((item) => `  ${item.publishedAt ?? "no date   "}  ${item.title ?? item.url}`),
      ...best.warnings,
      ...more.slice(0, 3).map((other) => `Also there: ${other.kind} ${other.url} (${other.count} entries)`)
    ]
  }
  return proposal
})
