/**
 * Identifiers and scalar formats shared by all terms of the domain.
 *
 * Every identifier is a branded string: the compiler keeps a statement's id apart from an output's.
 * Derived identifiers (outputs, statements, clusters) are digests of what they name, so that the same
 * captures always give the same identifiers (DESIGN.md, rule 2).
 */
import { Schema } from "effect"

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*"

// With the flag u, since only such patterns go into a JSON Schema.
const pattern = (source: string, expected: string) =>
  Schema.String.check(
    Schema.isPattern(new RegExp(`^(?:${source})$`, "u"), { message: `expected ${expected}` })
  )

/** Lower-case name of an initiative, e.g. `kenya-igf`. Stable for ever, even if the initiative is renamed. */
export const InitiativeId = pattern(slug, "lower-case words joined by hyphens").pipe(
  Schema.brand("InitiativeId")
)
export type InitiativeId = typeof InitiativeId.Type

/** A source within its initiative, e.g. `kenya-igf/news-feed`. */
export const SourceId = pattern(
  `${slug}/${slug}`,
  "an initiative and a source name, as in kenya-igf/feed"
).pipe(Schema.brand("SourceId"))
export type SourceId = typeof SourceId.Type

/** One execution of an import: `run-` and the UTC start time in basic ISO 8601 form, then four hex digits. */
export const RunId = pattern(
  "run-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}",
  "a run such as run-20260205T060000Z-1f9c"
).pipe(Schema.brand("RunId"))
export type RunId = typeof RunId.Type

/** Sequence number of a visit in the store. */
export const VisitId = Schema.Int.pipe(Schema.brand("VisitId"))
export type VisitId = typeof VisitId.Type

/** SHA-256 (FIPS 180-4) of a capture's bytes, 64 lower-case hexadecimal digits. */
export const CaptureId = pattern("[0-9a-f]{64}", "64 hexadecimal digits").pipe(Schema.brand("CaptureId"))
export type CaptureId = typeof CaptureId.Type

/** `o-` and 16 hex digits of SHA-256 over the initiative and the output's canonical URL. */
export const OutputId = pattern("o-[0-9a-f]{16}", "an output such as o-0123456789abcdef").pipe(
  Schema.brand("OutputId")
)
export type OutputId = typeof OutputId.Type

/** `s-` and 16 hex digits of SHA-256 over the output, the statement's text and its repetition in that output. */
export const StatementId = pattern("s-[0-9a-f]{16}", "a statement such as s-0123456789abcdef").pipe(
  Schema.brand("StatementId")
)
export type StatementId = typeof StatementId.Type

/** `c-` and the digits of the first (smallest) statement id among a cluster's members. */
export const ClusterId = pattern("c-[0-9a-f]{16}", "a cluster such as c-0123456789abcdef").pipe(
  Schema.brand("ClusterId")
)
export type ClusterId = typeof ClusterId.Type

/** Sequence number of a review; reviews are applied in this order. */
export const ReviewId = Schema.Int.pipe(Schema.brand("ReviewId"))
export type ReviewId = typeof ReviewId.Type

/** Concept of the taxonomy, e.g. `child-online-safety`. */
export const IssueId = pattern(slug, "an issue such as child-online-safety").pipe(Schema.brand("IssueId"))
export type IssueId = typeof IssueId.Type

/** Group of issues, e.g. `security`. */
export const AreaId = pattern(slug, "an area such as security").pipe(Schema.brand("AreaId"))
export type AreaId = typeof AreaId.Type

/** A meeting of a cycle, e.g. `2026-first-consultations`. */
export const MeetingId = pattern(`[0-9]{4}-${slug}`, "a meeting such as 2026-first-consultations").pipe(
  Schema.brand("MeetingId")
)
export type MeetingId = typeof MeetingId.Type

/** Number of a frozen digest: the cycle's year and a counter, e.g. `2026-1`. */
export const ReleaseNumber = pattern("[0-9]{4}-[1-9][0-9]*", "a release such as 2026-1").pipe(
  Schema.brand("ReleaseNumber")
)
export type ReleaseNumber = typeof ReleaseNumber.Type

/** Calendar date, ISO 8601 extended form `YYYY-MM-DD`, without time zone: as the initiative states it. */
export const IsoDate = pattern(
  "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
  "a date as YYYY-MM-DD"
).pipe(Schema.brand("IsoDate"))
export type IsoDate = typeof IsoDate.Type

/** Instant in UTC, `YYYY-MM-DDThh:mm:ss.sssZ` (RFC 3339); sorts as text. */
export const Timestamp = pattern(
  "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z",
  "an instant in UTC as YYYY-MM-DDThh:mm:ss.sssZ"
).pipe(Schema.brand("Timestamp"))
export type Timestamp = typeof Timestamp.Type

/** Language tag (BCP 47), as a rule the two-letter code of ISO 639-1; `und` where it could not be told. */
export const LanguageTag = pattern(
  "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*",
  "a language tag such as fr or zh-Hant"
).pipe(Schema.brand("LanguageTag"))
export type LanguageTag = typeof LanguageTag.Type

/** Absolute http or https URL, as text: what was asked for and recorded, byte for byte. */
export const HttpUrl = Schema.String.check(
  Schema.makeFilter((text: string) => {
    const url = URL.parse(text)
    return url !== null && (url.protocol === "http:" || url.protocol === "https:")
      ? undefined
      : `expected an absolute http or https URL, got "${text}"`
  })
).pipe(Schema.brand("HttpUrl"))
export type HttpUrl = typeof HttpUrl.Type
