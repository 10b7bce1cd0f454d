/** Operations about taxonomy, digests, coverage and meetings. */
import { Schema } from "effect"
import { IssueId, MeetingId, ReleaseNumber } from "../../../domain/index.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Authorization } from "../access.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Begun, Comparison, Coverage, Digest, Issue, IssueWithYears, Meeting, Taxonomy } from "./terms.ts"

const graph = (contentType: string) => Schema.String.pipe(HttpApiSchema.asText({ contentType }))

export const taxonomy = HttpApiGroup.make("taxonomy")
  .add(
    HttpApiEndpoint.get("get", "/taxonomy", { success: Taxonomy }).annotateMerge(
      about({ fromStore: true, summary: "Get the taxonomy", example: { path: "/taxonomy" } })
    ),
    HttpApiEndpoint.get("turtle", "/taxonomy/skos.ttl", {
      success: graph("text/turtle; charset=utf-8")
    }).annotateMerge(
      about({ summary: "Get the taxonomy in SKOS, as Turtle", example: { path: "/taxonomy/skos.ttl" } })
    ),
    HttpApiEndpoint.get("jsonld", "/taxonomy/skos.jsonld", {
      success: graph("application/ld+json")
    }).annotateMerge(
      about({ summary: "Get the taxonomy in SKOS, as JSON-LD", example: { path: "/taxonomy/skos.jsonld" } })
    ),
    HttpApiEndpoint.get("issues", "/issues", {
      query: pageQuery,
      success: pageOf("Issue", Issue)
    }).annotateMerge(
      about({ fromStore: true, summary: "List issues", description: "By id.", example: { path: "/issues" } })
    ),
    HttpApiEndpoint.get("issue", "/issues/:issue", {
      params: { issue: IssueId },
      success: IssueWithYears,
      error: NotFound
    }).annotateMerge(
      about({ fromStore: true, summary: "Get an issue", example: { path: "/issues/encryption" } })
    )
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Taxonomy", description: "The issues under which statements are put." })
  )

export const digests = HttpApiGroup.make("digests")
  .add(
    HttpApiEndpoint.get("list", "/digests", { success: Schema.Array(Digest) }).annotateMerge(
      about({
        summary: "List digests",
        description: "Releases, the newest first; the preview of the next meeting's while there is none.",
        example: { path: "/digests" }
      })
    ),
    HttpApiEndpoint.get("get", "/digests/:number", {
      params: { number: ReleaseNumber },
      success: Digest,
      error: NotFound
    }).annotateMerge(
      about({ fromStore: true, summary: "Get a release", example: { path: "/digests/2026-1" } })
    ),
    HttpApiEndpoint.get("content", "/digests/:number/content", {
      params: { number: ReleaseNumber },
      success: Schema.Record(Schema.String, Schema.Unknown).annotate({
        identifier: "DigestContent",
        description: "The digest as frozen, byte for byte; its fields: docs/data-dictionary.md."
      }),
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get a release as data",
        description: "The very bytes of which the release's `contentHash` is the SHA-256.",
        example: { path: "/digests/2026-1/content" }
      })
    ),
    HttpApiEndpoint.post("freeze", "/digests", {
      payload: Schema.Struct({ meetingId: MeetingId }),
      success: Begun,
      error: [Conflict, Unprocessable]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Freeze the digest of a meeting",
          description: "It gets the next number of its cycle, and never changes.",
          scope: "publish",
          example: { path: "/digests", body: { meetingId: "2026-first-consultations" } }
        })
      ),
    HttpApiEndpoint.post("verify", "/digests/:number/verification", {
      params: { number: ReleaseNumber },
      success: Begun,
      error: [NotFound, Conflict]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Compute a release again from its recorded inputs",
          scope: "publish",
          example: { path: "/digests/2026-1/verification" }
        })
      ),
    HttpApiEndpoint.post("compare", "/meetings/:meeting/comparison", {
      params: { meeting: MeetingId },
      success: Begun,
      error: [NotFound, Conflict]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Compare a meeting's digest with the last release",
          description: "The digest as it would be frozen now. When the work has ended, read the comparison.",
          scope: "publish",
          example: { path: "/meetings/2026-first-consultations/comparison" }
        })
      ),
    HttpApiEndpoint.get("comparison", "/meetings/:meeting/comparison", {
      params: { meeting: MeetingId },
      success: Comparison,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Get the comparison with the last release",
          description: "The newest that was made for the meeting.",
          scope: "read",
          example: { path: "/meetings/2026-first-consultations/comparison" }
        })
      ),
    HttpApiEndpoint.get("coverage", "/coverage", {
      query: {
        year: Schema.optionalKey(
          Schema.String.check(Schema.isPattern(/^[0-9]{4}$/u)).annotate({
            description: "Year of publication; all years when absent."
          })
        )
      },
      success: Coverage
    }).annotateMerge(
      about({ summary: "Who was heard and who was not", example: { path: "/coverage?year=2025" } })
    ),
    HttpApiEndpoint.get("meetings", "/meetings", { success: Schema.Array(Meeting) }).annotateMerge(
      about({
        summary: "List meetings",
        description: "The earliest first.",
        example: { path: "/meetings" }
      })
    )
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Digests",
      description: "The consolidated documents for MAG meetings, and whom they cover."
    })
  )
