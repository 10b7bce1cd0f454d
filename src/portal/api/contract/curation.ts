/** Operations by which the Secretariat decides: what waits for a review, reviews, corrections, the audit log. */
import { Schema } from "effect"
import {
  CorrectionId,
  CorrectionState,
  InitiativeId,
  IssueId,
  LanguageTag,
  ReviewDecision,
  ReviewId,
  StatementKind
} from "../../../domain/index.ts"
import { lowScore } from "../../../store/review-queue.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import {
  AuditEntry,
  Correction,
  Review,
  ReviewBatch,
  ReviewBatchWithReviews,
  Upload,
  WaitingWork
} from "./office-terms.ts"
import { Statement } from "./terms.ts"

const created = HttpApiSchema.status(201)
const Reason = Schema.String.check(Schema.isMaxLength(2000))
const BatchNumber = Schema.FiniteFromString.check(
  Schema.isInt(),
  Schema.isBetween({ minimum: 1, maximum: 2 ** 31 - 1 })
)
const Said = Schema.NonEmptyString.check(Schema.isMaxLength(4000))

const Decided = Schema.Struct({
  reviews: Schema.Array(Review),
  derived: Schema.Boolean.annotate({
    description: "True when statements are as decided already; otherwise they will be soon."
  })
}).annotate({ identifier: "Decided", description: "Decisions as they were kept." })

const Undone = Schema.Struct({
  ...Decided.fields,
  overtaken: Schema.Array(ReviewId).annotate({
    description: "Reviews that a newer decision had overtaken: that one stays."
  })
}).annotate({ identifier: "Undone", description: "Decisions by which others were taken back." })

export const reviews = HttpApiGroup.make("reviews")
  .add(
    HttpApiEndpoint.get("list", "/reviews", {
      query: pageQuery,
      success: pageOf("Review", Review)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List reviews",
        description: "In the order in which they were made.",
        scope: "read",
        example: { path: "/reviews" }
      })
    ),
    HttpApiEndpoint.get("queue", "/review-queue", {
      query: {
        ...pageQuery,
        show: Schema.optionalKey(
          Schema.Literals(["uncertain", "all"]).annotate({
            description: `\`uncertain\` (when absent): statements of whose best issue the program was less than ${lowScore} sure, the least sure first; \`all\`: by output and place.`
          })
        ),
        initiative: Schema.optionalKey(InitiativeId),
        issue: Schema.optionalKey(IssueId),
        language: Schema.optionalKey(LanguageTag),
        kind: Schema.optionalKey(StatementKind.annotate({ description: "All but boilerplate when absent." }))
      },
      success: pageOf("Statement", Statement)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List statements to review",
        description: "Statements of outputs that count.",
        scope: "read",
        example: { path: "/review-queue?initiative=kenya-igf" }
      })
    ),
    HttpApiEndpoint.get("excluded", "/excluded-statements", {
      query: { ...pageQuery, initiative: Schema.optionalKey(InitiativeId) },
      success: pageOf("Statement", Statement)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List excluded statements",
        description: "By initiative, output and id. The decision `restore` brings one back.",
        scope: "read",
        example: { path: "/excluded-statements?initiative=kenya-igf" }
      })
    ),
    HttpApiEndpoint.get("batches", "/review-batches", {
      query: pageQuery,
      success: pageOf("ReviewBatch", ReviewBatch)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List what was decided in one go",
        description: "The newest first.",
        scope: "read",
        example: { path: "/review-batches" }
      })
    ),
    HttpApiEndpoint.get("batch", "/review-batches/:batch", {
      params: { batch: BatchNumber },
      success: ReviewBatchWithReviews,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get what was decided in one go",
        description: "With its reviews, as they are taken back.",
        scope: "read",
        example: { path: "/review-batches/12" }
      })
    ),
    HttpApiEndpoint.post("create", "/reviews", {
      payload: Schema.Struct({
        reason: Reason,
        decisions: Schema.NonEmptyArray(ReviewDecision)
      }),
      success: Decided.pipe(created),
      error: Unprocessable
    }).annotateMerge(
      about({
        summary: "Decide",
        description:
          "Keeps decisions about statements and outputs, all or none, signed with the name of the token's person; they are in force at once.",
        scope: "review",
        example: {
          path: "/reviews",
          body: {
            reason: "It speaks of encryption only.",
            decisions: [
              { _tag: "relabel", statementId: "s-0123456789abcdef", issues: ["encryption"] },
              { _tag: "document-kind", outputId: "o-0123456789abcdef", kind: "report" }
            ]
          }
        }
      })
    ),
    HttpApiEndpoint.post("undo", "/reviews/undo", {
      payload: Schema.Struct({ reason: Reason, reviews: Schema.NonEmptyArray(ReviewId) }),
      success: Undone.pipe(created),
      error: Unprocessable
    }).annotateMerge(
      about({
        summary: "Take decisions back",
        description: "Nothing is removed: what stood before is decided anew.",
        scope: "review",
        example: { path: "/reviews/undo", body: { reason: "A mistake.", reviews: [12] } }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(OpenApi.annotations({ title: "Reviews", description: "Decisions of people." }))

export const corrections = HttpApiGroup.make("corrections")
  .add(
    HttpApiEndpoint.get("list", "/corrections", {
      query: {
        ...pageQuery,
        state: Schema.optionalKey(CorrectionState),
        initiative: Schema.optionalKey(InitiativeId)
      },
      success: pageOf("Correction", Correction)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List requests for a correction",
        description: "The newest first.",
        scope: "read",
        example: { path: "/corrections?state=open" }
      })
    ),
    HttpApiEndpoint.get("get", "/corrections/:correction", {
      params: { correction: CorrectionId },
      success: Correction,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get a request for a correction",
        scope: "read",
        example: { path: "/corrections/cor-0123456789abcdef" }
      })
    ),
    HttpApiEndpoint.post("answer", "/corrections/:correction/answer", {
      params: { correction: CorrectionId },
      payload: Schema.Struct({ state: Schema.Literals(["accepted", "answered"]), answer: Said }),
      success: Correction,
      error: [NotFound, Conflict]
    }).annotateMerge(
      about({
        summary: "Answer a request for a correction",
        description:
          "`accepted` when something was changed (by a review), `answered` when nothing was. The answer is mailed to its organiser.",
        scope: "review",
        example: {
          path: "/corrections/cor-0123456789abcdef/answer",
          body: { state: "accepted", answer: "The date is mended." }
        }
      })
    ),
    HttpApiEndpoint.get("uploads", "/uploads", {
      query: { ...pageQuery, initiative: Schema.optionalKey(InitiativeId) },
      success: pageOf("Upload", Upload)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List files that organisers handed in",
        description: "The newest first.",
        scope: "read",
        example: { path: "/uploads?initiative=kenya-igf" }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(
    OpenApi.annotations({
      title: "Organisers",
      description: "What organisers ask for and hand in on their own page."
    })
  )

const Me = Schema.Struct({
  name: Schema.String,
  role: Schema.Literals(["reader", "editor", "admin"]),
  scopes: Schema.Array(Schema.String),
  expiresAt: Schema.String
}).annotate({ identifier: "Me", description: "Whose token it is and what it may do." })

export const office = HttpApiGroup.make("office")
  .add(
    HttpApiEndpoint.get("me", "/me", { success: Me }).annotateMerge(
      about({
        summary: "What this token may do",
        description: "Needs any token.",
        example: { path: "/me" }
      })
    ),
    HttpApiEndpoint.get("work", "/work", { success: WaitingWork }).annotateMerge(
      about({
        summary: "What waits for a person",
        description: "As the desk shows it, in order of urgency.",
        scope: "read",
        example: { path: "/work" }
      })
    ),
    HttpApiEndpoint.get("audit", "/audit", {
      query: { ...pageQuery, thing: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200))) },
      success: pageOf("AuditEntry", AuditEntry)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Read the audit log",
        description: "The newest first.",
        scope: "manage",
        example: { path: "/audit?thing=source:kenya-igf/feed" }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(OpenApi.annotations({ title: "Office", description: "Tokens and the audit log." }))
