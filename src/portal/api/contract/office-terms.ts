/** The terms of what organisers send and the Secretariat decides. */
import { Schema, Struct } from "effect"
import * as domain from "../../../domain/index.ts"
import { Diagnosis } from "../../../ingest/check/index.ts"
import { kindsOfWork } from "../../desk/urgency.ts"
import { Count, named } from "./terms.ts"

export const Review = named(
  "Review",
  "A person's decision: kept for ever, stronger than any recomputation.",
  Schema.Struct({ ...domain.Review.fields })
)
const batchFields = {
  batch: Schema.Int.annotate({ description: "Number of the first of them." }),
  at: domain.Timestamp,
  by: Schema.String,
  reason: Schema.String
}

export const ReviewBatch = named(
  "ReviewBatch",
  "Decisions that were made in one go.",
  Schema.Struct({
    ...batchFields,
    count: Count,
    decision: domain.ReviewDecision.annotate({ description: "The first of them." })
  })
)

export const ReviewBatchWithReviews = named(
  "ReviewBatchWithReviews",
  "Decisions that were made in one go, each.",
  Schema.Struct({ ...batchFields, reviews: Schema.Array(Review) })
)

export const WaitingWork = named(
  "WaitingWork",
  "What waits for a person, the most urgent kind first.",
  Schema.Struct({
    at: domain.Timestamp,
    meetingId: Schema.NullOr(domain.MeetingId).annotate({
      description: "The next meeting; null while none is known."
    }),
    work: Schema.Array(
      Schema.Struct({
        kind: Schema.Literals(kindsOfWork),
        count: Count,
        oldest: domain.Timestamp.annotate({ description: "When the first of it began to wait." }),
        due: Schema.NullOr(domain.IsoDate).annotate({
          description: "When the first of it is to be done; null where it is no fault."
        }),
        page: Schema.String.annotate({ description: "The page with all of it." }),
        things: Schema.Array(
          Schema.Struct({
            label: Schema.String,
            page: Schema.String,
            since: Schema.NullOr(domain.Timestamp)
          })
        ).annotate({ description: "The first five." })
      })
    )
  })
)

export const AuditEntry = named(
  "AuditEntry",
  "Who changed what, and what was there before.",
  Schema.Struct({ ...domain.AuditEntry.fields })
)

export const Registration = named(
  "Registration",
  "A place that somebody asks to be followed.",
  Schema.Struct({ ...domain.Registration.fields })
)

export const Correction = named(
  "Correction",
  "An initiative says that it was read wrongly.",
  Schema.Struct({ ...domain.Correction.fields })
)

export const Upload = named(
  "Upload",
  "A file that an organiser handed in.",
  Schema.Struct({ ...domain.Upload.fields })
)

export const Diagnosed = named(
  "Diagnosed",
  "What the look at an address found, and whether a mail asks for confirmation.",
  Schema.Struct({
    registered: Schema.Boolean.annotate({ description: "False where nothing could be read there." }),
    diagnosis: Diagnosis
  })
)

export const Looked = named(
  "Looked",
  "What a look at an address found.",
  Schema.Struct({
    registrable: Schema.Boolean.annotate({
      description: "Whether it may be registered; false for what is not of the public web."
    }),
    diagnosis: Diagnosis
  })
)

export const OwnRegistration = named(
  "OwnRegistration",
  "A registration as its organiser sees it.",
  Schema.Struct({
    ...domain.Registration.mapFields(Struct.omit(["diagnosis", "decidedBy"])).fields,
    places: Schema.Struct({
      meta: Schema.Array(Schema.String).annotate({
        description: 'Pages in whose head the word may stand, as `<meta name="tributary-verification">`.'
      }),
      file: Schema.String.annotate({ description: "Address of a text file with the word as a line." }),
      dns: Schema.String.annotate({ description: "Name with the word as a TXT record." })
    }).annotate({ description: "Where `proofWord` is looked for; one place is enough." })
  })
)

export const Cycle = named(
  "Cycle",
  "A year of the IGF: its theme, sub-themes and meetings.",
  Schema.Struct({
    ...domain.Cycle.fields,
    edit: Schema.NullOr(Schema.Int).annotate({
      description: "The newest edit by which it is as it is; null where it is as the file of cycles says."
    })
  })
)

export const CycleEdit = named(
  "CycleEdit",
  "An edit of a year by a person.",
  Schema.Struct({ ...domain.CycleEdit.fields })
)

export const Person = named(
  "Person",
  "A person of the Secretariat.",
  Schema.Struct({
    ...domain.Account.mapFields(
      Struct.pick(["id", "name", "address", "role", "createdAt", "signedInAt", "disabledAt"])
    ).fields,
    secondFactor: Schema.Boolean,
    atProvider: Schema.Boolean.annotate({
      description: "Whether the person signs in at the identity provider."
    })
  })
)
