/** Operations about what initiatives published: outputs, captures, statements, clusters. */
import { Schema } from "effect"
import {
  CaptureId,
  ClusterId,
  DocumentKind,
  InitiativeId,
  InitiativeType,
  IsoDate,
  IssueId,
  LanguageTag,
  OutputId,
  StatementId,
  StatementKind,
  UnGroup
} from "../../../domain/index.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { NotFound } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./define.ts"
import { Capture, Cluster, ClusterWithStatements, Output, OutputWithVersions, Statement } from "./terms.ts"

const Year = Schema.String.check(Schema.isPattern(/^[0-9]{4}$/u))
const StatementPage = pageOf("Statement", Statement)
const Flag = Schema.Literals(["true", "false"])

export const outputs = HttpApiGroup.make("outputs")
  .add(
    HttpApiEndpoint.get("list", "/outputs", {
      query: {
        ...pageQuery,
        initiative: Schema.optionalKey(InitiativeId),
        kind: Schema.optionalKey(DocumentKind),
        language: Schema.optionalKey(LanguageTag),
        from: Schema.optionalKey(IsoDate.annotate({ description: "First day of publication." })),
        to: Schema.optionalKey(IsoDate.annotate({ description: "Last day of publication." })),
        counts: Schema.optionalKey(
          Flag.annotate({ description: "Only outputs that count in digests (`true`), or only the others." })
        ),
        inDoubt: Schema.optionalKey(Flag)
      },
      success: pageOf("Output", Output)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List outputs",
        description: "The newest first; those without a date come last.",
        example: { path: "/outputs?counts=true&from=2025-01-01&limit=20" }
      })
    ),
    HttpApiEndpoint.get("get", "/outputs/:output", {
      params: { output: OutputId },
      success: OutputWithVersions,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get an output",
        description: "With every version and the hash of the bytes from which it was read.",
        example: { path: "/outputs/o-0123456789abcdef" }
      })
    ),
    HttpApiEndpoint.get("statements", "/outputs/:output/statements", {
      params: { output: OutputId },
      query: pageQuery,
      success: StatementPage,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List the statements of an output",
        description: "All of them in their order, boilerplate too.",
        example: { path: "/outputs/o-0123456789abcdef/statements" }
      })
    ),
    HttpApiEndpoint.get("capture", "/captures/:capture", {
      params: { capture: CaptureId },
      success: Capture,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get what is known of a capture",
        example: { path: `/captures/${"0".repeat(64)}` }
      })
    )
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Outputs",
      description: "Documents of initiatives, and the archived bytes from which they were read."
    })
  )

export const statements = HttpApiGroup.make("statements")
  .add(
    HttpApiEndpoint.get("list", "/statements", {
      query: {
        ...pageQuery,
        q: Schema.optionalKey(
          Schema.String.check(Schema.isMaxLength(400)).annotate({
            description: "Words that must stand in it, in any language; between quotation marks a phrase."
          })
        ),
        issue: Schema.optionalKey(IssueId),
        initiative: Schema.optionalKey(InitiativeId),
        group: Schema.optionalKey(UnGroup),
        type: Schema.optionalKey(InitiativeType),
        kind: Schema.optionalKey(StatementKind),
        language: Schema.optionalKey(LanguageTag),
        year: Schema.optionalKey(Year.annotate({ description: "Year of publication." }))
      },
      success: StatementPage
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Search statements",
        description:
          "What digests count and readers find: no drafts, no announcements, no boilerplate. The newest output first, then in the order of the output.",
        example: { path: "/statements?q=meaningful%20connectivity&kind=recommendation" }
      })
    ),
    HttpApiEndpoint.get("get", "/statements/:statement", {
      params: { statement: StatementId },
      success: Statement,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get a statement",
        example: { path: "/statements/s-0123456789abcdef" }
      })
    ),
    HttpApiEndpoint.get("clusters", "/clusters", {
      query: pageQuery,
      success: pageOf("Cluster", Cluster)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List clusters",
        description: "By id.",
        example: { path: "/clusters" }
      })
    ),
    HttpApiEndpoint.get("cluster", "/clusters/:cluster", {
      params: { cluster: ClusterId },
      success: ClusterWithStatements,
      error: NotFound
    }).annotateMerge(
      about({ fromStore: true, summary: "Get a cluster", example: { path: "/clusters/c-0123456789abcdef" } })
    )
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Statements",
      description: "Messages, quoted word for word in their own language, and those that say the same."
    })
  )
