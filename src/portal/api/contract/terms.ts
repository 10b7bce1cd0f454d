/** The terms of the interface: those of the domain under their names, and what is told beside them. */
import { Schema, Struct } from "effect"
import { HttpApiSchema } from "effect/http-api"
import * as domain from "../../../domain/index.ts"
import { Diagnosis } from "../../../ingest/check/index.ts"

/** A term under its name in the document. */
const named = <S extends Schema.Top>(identifier: string, description: string, schema: S) =>
  schema.annotate({ identifier, description })

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

export const Initiative = named(
  "Initiative",
  "A national, sub-regional, regional or youth IGF, with what counts of what it published.",
  Schema.Struct({
    ...domain.Initiative.fields,
    outputs: Count.annotate({ description: "Outputs that count, over all time." }),
    newest: Schema.NullOr(domain.IsoDate).annotate({
      description: "Date of the newest output; null where none is known."
    })
  })
)

/** What a person should think of a source; see `verdictOf`. */
export const Verdict = Schema.Literals([
  "healthy",
  "silent",
  "waiting",
  "failing",
  "blocked by robots",
  "layout changed",
  "moved",
  "gone",
  "empty",
  "paused",
  "proposed",
  "retired"
])

export const Source = named(
  "Source",
  "A place where an initiative publishes, with its health.",
  Schema.Struct({
    ...domain.Source.fields,
    health: Schema.Struct({
      verdict: Verdict,
      failures: Count.annotate({ description: "Failures in a row; 0 after a success." }),
      message: Schema.NullOr(Schema.String).annotate({ description: "What is remarkable, in a sentence." }),
      movedTo: Schema.NullOr(Schema.String),
      lastVisitAt: Schema.NullOr(domain.Timestamp),
      lastSuccessAt: Schema.NullOr(domain.Timestamp),
      lastChangeAt: Schema.NullOr(domain.Timestamp),
      nextVisitAt: Schema.NullOr(domain.Timestamp),
      nextVisitReason: Schema.NullOr(Schema.String)
    })
  })
)

const OutputFields = {
  ...domain.Output.fields,
  counts: Schema.Boolean.annotate({ description: "Whether its kind enters digests." }),
  capture: Schema.NullOr(domain.CaptureId).annotate({
    description: "SHA-256 of the bytes from which the newest version was read."
  })
}

export const Output = named("Output", "A document of an initiative.", Schema.Struct(OutputFields))

export const OutputWithVersions = named(
  "OutputWithVersions",
  "A document of an initiative with all of its states and other addresses.",
  Schema.Struct({
    ...OutputFields,
    aliases: Schema.Array(Schema.String),
    versions: Schema.Array(
      Schema.Struct({
        sequence: Schema.Int,
        captureId: domain.CaptureId,
        retrievedAt: domain.Timestamp
      })
    )
  })
)

export const Capture = named(
  "Capture",
  "Bytes as received, named by their SHA-256 and never changed.",
  Schema.Struct({
    ...domain.Capture.fields,
    file: Schema.String.annotate({ description: "Where the bytes can be loaded." })
  })
)

export const Statement = named(
  "Statement",
  "One message of an output, verbatim, with its place and issues, and where it was said.",
  Schema.Struct({
    ...domain.Statement.fields,
    output: domain.Output.mapFields(Struct.pick(["url", "title", "kind", "publishedAt", "sourceId"])),
    passage: Schema.NullOr(Schema.String).annotate({
      description: "Address that leads to the passage itself; null for what is not on the web."
    }),
    page: Schema.String.annotate({ description: "The statement's permanent page, with its citation." })
  })
)

export const Cluster = named(
  "Cluster",
  "Statements of several initiatives that say the same.",
  Schema.Struct({ ...domain.Cluster.fields })
)

export const ClusterWithStatements = named(
  "ClusterWithStatements",
  "A cluster with its statements.",
  Schema.Struct({ ...domain.Cluster.fields, statements: Schema.Array(Statement) })
)

export const Issue = named(
  "Issue",
  "A concept of the taxonomy, with how often it was raised.",
  Schema.Struct({
    ...domain.Issue.fields,
    labels: Schema.Record(Schema.String, Schema.String).annotate({ description: "Labels by language." }),
    initiatives: Count.annotate({ description: "Initiatives that raised it, over all time." }),
    statements: Count
  })
)

export const Taxonomy = named(
  "Taxonomy",
  "Version, areas and issues; the same as a SKOS graph stands at the two addresses given.",
  Schema.Struct({
    version: Schema.String,
    areas: Schema.Array(domain.Area),
    issues: Schema.Array(domain.Issue),
    turtle: Schema.String,
    jsonld: Schema.String
  })
)

export const Meeting = named(
  "Meeting",
  "A preparatory meeting, and the dates of publication that its digest covers.",
  Schema.Struct({
    ...domain.Meeting.fields,
    cycle: Schema.Int.annotate({ description: "Year of the IGF that it prepares." })
  })
)

export const DigestFile = Schema.Struct({
  language: Schema.String,
  name: Schema.String,
  mediaType: Schema.String,
  url: Schema.String
}).annotate({ identifier: "DigestFile", description: "One form of a digest to download." })

export const Digest = named(
  "Digest",
  "A release, frozen for ever; or the preview of the next meeting's digest while there is no release.",
  Schema.Struct({
    slug: Schema.String.annotate({ description: "`2026-1`, or `preview`." }),
    meetingId: Schema.NullOr(domain.MeetingId),
    release: Schema.NullOr(domain.Release),
    page: Schema.String,
    json: Schema.String.annotate({ description: "The digest as data (docs/data-dictionary.md)." }),
    files: Schema.Array(DigestFile)
  })
)

export const InitiativeCoverage = Schema.Struct({
  initiative: domain.InitiativeId,
  name: Schema.String,
  type: domain.InitiativeType,
  unGroups: Schema.Array(domain.UnGroup),
  status: Schema.Literals(["heard", "silent", "unreachable", "no-source"]),
  outputs: Count,
  statements: Count
})

export const Coverage = named(
  "Coverage",
  "Who was heard and who was not. Silence is told as such and never read as “no issue”.",
  Schema.Struct({
    year: Schema.NullOr(Schema.String),
    registered: Count,
    heard: Count,
    groups: Schema.Array(Schema.Struct({ group: domain.UnGroup, registered: Count, heard: Count })),
    types: Schema.Array(Schema.Struct({ type: domain.InitiativeType, registered: Count, heard: Count })),
    initiatives: Schema.Array(InitiativeCoverage)
  })
)

export const Run = named("Run", "One execution of an import.", Schema.Struct({ ...domain.Run.fields }))
export const Visit = named("Visit", "One request made in a run.", Schema.Struct({ ...domain.Visit.fields }))
export const JobRun = named(
  "JobRun",
  "A run of a job and how far it has come.",
  Schema.Struct({ ...domain.JobRun.fields })
)
/** Work that has begun; the field Location leads to its run. */
export const Begun = HttpApiSchema.WithHeaders(JobRun.pipe(HttpApiSchema.status(202)), {
  location: Schema.String.annotate({ description: "The run, to be asked how far it is." })
})

export const Job = named(
  "Job",
  "Work that runs by itself at set times, or when asked for.",
  Schema.Struct({
    name: domain.JobName,
    description: Schema.String,
    times: Schema.NullOr(Schema.String).annotate({ description: "Cron expression; null where it is off." }),
    timeZone: Schema.String,
    next: Schema.NullOr(domain.Timestamp),
    last: Schema.NullOr(JobRun)
  })
)
export const Review = named(
  "Review",
  "A person's decision: kept for ever, stronger than any recomputation.",
  Schema.Struct({ ...domain.Review.fields })
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
