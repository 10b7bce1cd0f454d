/**
 * The issue taxonomy in the terms of SKOS: concepts (issues) in groups (areas), with labels.
 */
import { Schema } from "effect"
import { AreaId, IssueId, LanguageTag } from "./ids.ts"

/** Group of issues; a `skos:Collection`. */
export const Area = Schema.Struct({ id: AreaId, label: Schema.NonEmptyString })
export type Area = typeof Area.Type

/** Matches of a concept in other schemes; `skos:relatedMatch`. */
export const Crosswalk = Schema.Struct({
  /** WSIS action lines, `C1` to `C11`. */
  wsis: Schema.Array(Schema.String.check(Schema.isPattern(/^C([1-9]|1[01])$/))),
  /** Objectives of the Global Digital Compact, 1 to 5. */
  gdc: Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 }))),
  /** Sustainable Development Goals, 1 to 17. */
  sdg: Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 17 }))),
  /** Digital Watch topics, by name. */
  digitalWatch: Schema.Array(Schema.NonEmptyString),
  /** Category of the IGF's calls for thematic inputs. */
  igfCategory: Schema.Array(Schema.NonEmptyString)
})
export type Crosswalk = typeof Crosswalk.Type

/** Concept of the taxonomy; a `skos:Concept`. */
export const Issue = Schema.Struct({
  id: IssueId,
  area: AreaId,
  label: Schema.NonEmptyString,
  scopeNote: Schema.NonEmptyString,
  /** Wider issues, besides its area; `skos:broader`. Absent for most. */
  broader: Schema.optionalKey(Schema.Array(IssueId)),
  related: Schema.Array(IssueId),
  crosswalk: Crosswalk
})
export type Issue = typeof Issue.Type

/**
 * preferred: the label; alternative: a synonym or narrower name; acronym: matched with its case;
 * hidden: misspellings and loose names; indicator: words that show the issue without naming it.
 */
export const TermRole = Schema.Literals(["preferred", "alternative", "acronym", "hidden", "indicator"])
export type TermRole = typeof TermRole.Type

/** A word or phrase that speaks for an issue in one language. */
export const Term = Schema.Struct({
  issue: IssueId,
  language: LanguageTag,
  role: TermRole,
  /** 3: decides almost alone; 2: usually; 1: a hint that needs company. */
  strength: Schema.Literals([1, 2, 3]),
  /** Base form; `*` at the end of a word matches any ending. */
  term: Schema.NonEmptyString,
  /** Words of which one must occur elsewhere in the statement. */
  needs: Schema.Array(Schema.NonEmptyString),
  /** Words of which none may occur in the statement. */
  unless: Schema.Array(Schema.NonEmptyString)
})
export type Term = typeof Term.Type

/** The whole taxonomy, as read from `taxonomy/`. */
export const Taxonomy = Schema.Struct({
  version: Schema.NonEmptyString,
  areas: Schema.Array(Area),
  issues: Schema.Array(Issue),
  terms: Schema.Array(Term)
})
export type Taxonomy = typeof Taxonomy.Type

/** A scheme that the crosswalk leads to. */
export const CrosswalkScheme = Schema.Struct({
  /** Part of the identifiers of its concepts where its owner has published none. */
  id: Schema.NonEmptyString,
  /** Its name in the crosswalks of the issues. */
  key: Schema.Literals(["wsis", "gdc", "sdg", "digitalWatch", "igfCategory"]),
  title: Schema.NonEmptyString,
  /** The owner's own identifier. */
  uri: Schema.optionalKey(Schema.NonEmptyString)
})
export type CrosswalkScheme = typeof CrosswalkScheme.Type

/** A concept of another scheme. */
export const SchemeConcept = Schema.Struct({
  scheme: Schema.NonEmptyString,
  /** The scheme's own code for it, e.g. `C5`; empty where it has none: then its label is its name. */
  notation: Schema.String,
  label: Schema.NonEmptyString,
  /** Issues that mean nearly the same; other issues that name it are only related to it. */
  close: Schema.Array(IssueId),
  /** The owner's own identifier; null where there is none. */
  uri: Schema.NullOr(Schema.NonEmptyString)
})
export type SchemeConcept = typeof SchemeConcept.Type

/** What publishing the taxonomy needs beside what classification needs. */
export interface Publication {
  /** Beginning of every identifier; never changes. */
  readonly base: string
  readonly title: string
  readonly description: string
  readonly creator: string
  readonly licence: string
  readonly schemes: ReadonlyArray<CrosswalkScheme>
  readonly concepts: ReadonlyArray<SchemeConcept>
  /** Labels of each area by language. */
  readonly areaLabels: ReadonlyMap<AreaId, ReadonlyArray<readonly [language: string, label: string]>>
  readonly definitions: ReadonlyMap<IssueId, string>
}
