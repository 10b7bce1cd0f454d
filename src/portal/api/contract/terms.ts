/** The terms of what readers and jobs see: those of the domain under their names, and what is told beside them. */
import { Schema, Struct } from "effect"
import { HttpApiSchema } from "effect/http-api"
import * as domain from "../../../domain/index.ts"
import { ChangeKey, Changes } from "../../desk/changes.ts"

/** A term under its name in the document. */
export const named = <S extends Schema.Top>(identifier: string, description: string, schema: S) =>
  schema.annotate({ identifier, description })

/** How many. */
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

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

export const InitiativeWithYears = named(
  "InitiativeWithYears",
  "An initiative with what counts of what it published, by year and by issue.",
  Schema.Struct({
    ...Initiative.fields,
    years: Schema.Array(Schema.Struct({ year: Schema.String, outputs: Count, statements: Count })).annotate({
      description: "The earliest first; what has no date is in none."
    }),
    issues: Schema.Array(Schema.Struct({ issue: domain.IssueId, statements: Count })).annotate({
      description: "Those it raised, the most often raised first."
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

export const IssueWithYears = named(
  "IssueWithYears",
  "A concept of the taxonomy, with how often it was raised by year.",
  Schema.Struct({
    ...Issue.fields,
    years: Schema.Array(
      Schema.Struct({ year: Schema.String, initiatives: Count, statements: Count })
    ).annotate({ description: "The earliest first; what has no date is in none." })
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
export const Comparison = named(
  "Comparison",
  "What a digest would hold if it were frozen now, and how that differs from the last release.",
  Schema.Struct({
    meeting: domain.MeetingId,
    asOf: domain.Timestamp,
    window: Schema.Struct({ from: Schema.String, to: Schema.String }),
    totals: Changes.fields.totals,
    previous: Schema.NullOr(domain.ReleaseNumber).annotate({
      description: "The release it is compared with; null when there is none."
    }),
    overlap: Schema.Boolean.annotate({ description: "Whether the windows of the two have days in common." }),
    sections: Schema.Array(
      Schema.Struct({
        key: ChangeKey,
        count: Count,
        lines: Schema.Array(
          Schema.Struct({
            about: Schema.String.annotate({ description: "An initiative or an issue." }),
            text: Schema.String,
            language: Schema.NullOr(Schema.String).annotate({ description: "Of the text; null for ours." }),
            page: Schema.NullOr(Schema.String)
          })
        ).annotate({ description: "The first 25." })
      })
    )
  })
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
