/**
 * Initiatives (NRIs) and the sources where they publish.
 *
 * An initiative is the independent forum; a source is one place on the web. An initiative has many
 * sources, and they move: sources are dated and retired, never overwritten (BRIEF.md, section 6).
 */
import { Schema } from "effect"
import { HttpUrl, InitiativeId, IsoDate, LanguageTag, SourceId } from "./ids.ts"

/** The four kinds of NRI that the IGF Secretariat lists. They are different floors, never ranks. */
export const InitiativeType = Schema.Literals(["national", "sub-regional", "regional", "youth"])
export type InitiativeType = typeof InitiativeType.Type

/** The five regional groups of United Nations member states, under their usual names. */
export const UnGroup = Schema.Literals([
  "African Group",
  "Asia-Pacific Group",
  "Eastern European Group",
  "GRULAC",
  "WEOG"
])
export type UnGroup = typeof UnGroup.Type

/** A national, sub-regional, regional or youth IGF. */
export const Initiative = Schema.Struct({
  id: InitiativeId,
  /** Full name with its acronym where it has one, as the initiative writes it. */
  name: Schema.NonEmptyString,
  type: InitiativeType,
  /** ISO 3166-1 alpha-2 code of the country or territory; null above the national level. */
  country: Schema.NullOr(Schema.String.check(Schema.isPattern(/^[A-Z]{2}$/))),
  /** At least one; regional initiatives may span several. */
  unGroups: Schema.NonEmptyArray(UnGroup),
  /** Languages in which it is known to publish, the usual one first. May be empty when unknown. */
  languages: Schema.Array(LanguageTag),
  website: Schema.NullOr(HttpUrl),
  /** Page that shows that the initiative exists; null means background knowledge that nobody has verified. */
  evidenceUrl: Schema.NullOr(HttpUrl)
})
export type Initiative = typeof Initiative.Type

/** How a source is read; each kind is one module of `src/ingest/source`. */
export const SourceKind = Schema.Literals([
  "feed",
  "wordpress",
  "mediawiki",
  "drupal",
  "listing",
  "sitemap",
  "shelf",
  "youtube",
  "document",
  "upload"
])
export type SourceKind = typeof SourceKind.Type

/** proposed: waits for the Secretariat; approved: is visited; paused and retired: kept, not visited. */
export const SourceStatus = Schema.Literals(["proposed", "approved", "paused", "retired"])
export type SourceStatus = typeof SourceStatus.Type

/** CSS selectors (Selectors Level 4, as far as cheerio implements them) of a listing page. */
export const ListingSelectors = Schema.Struct({
  /** One element for each entry of the list. */
  item: Schema.NonEmptyString,
  /** Within the item: the element that holds the link; the item's first `a[href]` when absent. */
  link: Schema.optionalKey(Schema.NonEmptyString),
  /** Within the item: the title; the link's text when absent. */
  title: Schema.optionalKey(Schema.NonEmptyString),
  /** Within the item: the date of publication, by its `datetime` attribute or its text. */
  date: Schema.optionalKey(Schema.NonEmptyString),
  /** On the page: the link to the next page of the list. */
  next: Schema.optionalKey(Schema.NonEmptyString)
})
export type ListingSelectors = typeof ListingSelectors.Type

/** What a kind of source needs to know beyond the URL; each kind reads its own keys. */
export const SourceOptions = Schema.Struct({
  selectors: Schema.optionalKey(ListingSelectors),
  /** WordPress category id, or MediaWiki category name without its namespace. */
  category: Schema.optionalKey(Schema.NonEmptyString),
  /** MediaWiki page-title prefix. */
  prefix: Schema.optionalKey(Schema.NonEmptyString)
})
export type SourceOptions = typeof SourceOptions.Type

/** One place where an initiative publishes. */
export const Source = Schema.Struct({
  id: SourceId,
  initiativeId: InitiativeId,
  kind: SourceKind,
  url: HttpUrl,
  status: SourceStatus,
  /** False until somebody, or a successful visit, has seen that the URL serves what the registry says. */
  verified: Schema.Boolean,
  /** First and last day on which this place was the initiative's own; null where open. */
  validFrom: Schema.NullOr(IsoDate),
  validUntil: Schema.NullOr(IsoDate),
  options: SourceOptions
})
export type Source = typeof Source.Type

/** An initiative with its sources: one entry of the registry's files. */
export const RegistryEntry = Schema.Struct({
  initiative: Initiative,
  sources: Schema.Array(Source)
})
export type RegistryEntry = typeof RegistryEntry.Type
