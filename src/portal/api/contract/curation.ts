/** Operations by which the Secretariat decides: reviews, registrations, corrections, the audit log. */
import { Schema } from "effect"
import {
  CorrectionId,
  CorrectionState,
  HttpUrl,
  InitiativeId,
  RegistrationId,
  RegistrationState,
  ReviewDecision,
  ReviewId,
  SourceKind
} from "../../../domain/index.ts"
import { Filled } from "../../../jobs/registering/index.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { AuditEntry, Correction, Diagnosed, Registration, Review, Source, Upload } from "./terms.ts"

const created = HttpApiSchema.status(201)
const Reason = Schema.String.check(Schema.isMaxLength(2000))
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
        summary: "List reviews",
        description: "In the order in which they were made.",
        scope: "read",
        example: { path: "/reviews" }
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

const Approved = Schema.Struct({
  registration: Registration,
  source: Source
}).annotate({ identifier: "Approved", description: "A registration and the source that it became." })

export const registrations = HttpApiGroup.make("registrations")
  .add(
    HttpApiEndpoint.get("list", "/registrations", {
      query: { ...pageQuery, state: Schema.optionalKey(RegistrationState) },
      success: pageOf("Registration", Registration)
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "List registrations",
          description: "The newest first.",
          scope: "read",
          example: { path: "/registrations?state=awaiting-approval" }
        })
      ),
    HttpApiEndpoint.get("get", "/registrations/:registration", {
      params: { registration: RegistrationId },
      success: Registration,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Get a registration",
          scope: "read",
          example: { path: "/registrations/reg-0123456789abcdef" }
        })
      ),
    HttpApiEndpoint.post("create", "/registrations", {
      payload: Filled,
      success: Diagnosed.pipe(HttpApiSchema.status(202)),
      error: Unprocessable
    }).annotateMerge(
      about({
        summary: "Register a place where an initiative publishes",
        description:
          "As the form does: the address is looked at, which takes seconds, and a mail asks for confirmation. Nothing of it is a source before the Secretariat approves.",
        example: {
          path: "/registrations",
          body: {
            initiativeId: "kenya-igf",
            newInitiative: null,
            url: "https://forum.example/feed/",
            email: "organiser@forum.example",
            remark: "",
            language: "en"
          }
        }
      })
    ),
    HttpApiEndpoint.post("approve", "/registrations/:registration/approve", {
      params: { registration: RegistrationId },
      payload: Schema.Struct({
        initiativeId: Schema.optionalKey(InitiativeId),
        kind: Schema.optionalKey(SourceKind),
        url: Schema.optionalKey(HttpUrl)
      }),
      success: Approved,
      error: [NotFound, Conflict, Unprocessable]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Approve a registration",
          description:
            "It becomes an approved source, and its organiser gets a private link by mail. Name what should be otherwise than registered; send {} as a rule.",
          scope: "review",
          example: { path: "/registrations/reg-0123456789abcdef/approve", body: {} }
        })
      ),
    HttpApiEndpoint.post("refuse", "/registrations/:registration/refuse", {
      params: { registration: RegistrationId },
      payload: Schema.Struct({ reason: Schema.NonEmptyString.check(Schema.isMaxLength(2000)) }),
      success: Registration,
      error: [NotFound, Conflict, Unprocessable]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Refuse a registration",
          description: "The reason is mailed to its organiser as it is given.",
          scope: "review",
          example: {
            path: "/registrations/reg-0123456789abcdef/refuse",
            body: { reason: "This page belongs to another forum." }
          }
        })
      )
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Registrations", description: "What organisers ask to be followed." })
  )

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
    HttpApiEndpoint.get("audit", "/audit", {
      query: { ...pageQuery, thing: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200))) },
      success: pageOf("AuditEntry", AuditEntry)
    }).annotateMerge(
      about({
        summary: "Read the audit log",
        description: "The newest first.",
        scope: "manage",
        example: { path: "/audit?thing=source:kenya-igf/feed" }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(OpenApi.annotations({ title: "Office", description: "Tokens and the audit log." }))
