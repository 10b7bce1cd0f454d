/** What organisers do on the page of their initiative, by the secret of their private link; and files of the Secretariat. */
import { Schema } from "effect"
import {
  CorrectionTopic,
  DigestLanguage,
  DocumentKind,
  InitiativeId,
  IsoDate,
  LanguageTag,
  OutputId,
  StatementId,
  Timestamp,
  UploadId
} from "../../../domain/index.ts"
import { longestRequest } from "../../../jobs/organisers/corrections.ts"
import { MailAddress } from "../../../mail/index.ts"
import { Authorization, OrganiserAuthorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import {
  Conflict,
  ContentTooLarge,
  Forbidden,
  NotFound,
  TooManyRequests,
  Unavailable,
  Unprocessable,
  UnsupportedMediaType
} from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Correction, Upload } from "./office-terms.ts"
import { Initiative } from "./terms.ts"

const Subject = Schema.Union([OutputId, StatementId])

/** What is told of a file, in the query or beside it in a form. */
export const Told = {
  name: Schema.optionalKey(
    Schema.NonEmptyString.check(Schema.isMaxLength(400)).annotate({
      description: "Name of the file, with its ending; a form gives it with the file."
    })
  ),
  title: Schema.optionalKey(
    Schema.String.check(Schema.isMaxLength(300)).annotate({
      description: "Used where the document itself has no title."
    })
  ),
  publishedAt: Schema.optionalKey(IsoDate.annotate({ description: "Day on which it was published." })),
  language: Schema.optionalKey(LanguageTag),
  replaces: Schema.optionalKey(UploadId.annotate({ description: "An earlier upload whose place it takes." }))
}

/** The same for files of the Secretariat. */
export const ToldBySecretariat = {
  ...Told,
  initiative: InitiativeId,
  kind: Schema.optionalKey(
    DocumentKind.annotate({ description: "Its kind, kept as your decision; found out when absent." })
  )
}

const FileForm = Schema.Struct({
  file: Schema.String.annotate({ description: "PDF, DOCX, HTML, Markdown or text.", format: "binary" })
}).pipe(HttpApiSchema.asMultipart())

const FileBytes = Schema.Uint8Array.pipe(HttpApiSchema.asUint8Array())

const HandedIn = Schema.Struct({
  same: Schema.Boolean.annotate({ description: "True where the very same file was there already." }),
  upload: Upload,
  problem: Schema.NullOr(Schema.String).annotate({
    description: "Why the file could not be read, in a sentence; it is kept all the same."
  })
}).annotate({ identifier: "HandedIn", description: "A file that was taken, and what became of it." })

const refusals = [ContentTooLarge, UnsupportedMediaType, Unprocessable, TooManyRequests, Unavailable] as const

/** How a file is sent. */
const sending =
  "Send a form (multipart/form-data) with the file in the field `file`, or the bytes as they are (application/octet-stream) with `name` in the query; 25 MiB at most. It is kept and read at once: `upload.outputId` names the document that it became."

const Own = Schema.Struct({
  initiative: Initiative,
  email: Schema.String,
  language: DigestLanguage,
  madeAt: Timestamp
}).annotate({ identifier: "OwnInitiative", description: "What a private link is for." })

const own = HttpApiGroup.make("organiser")
  .add(
    HttpApiEndpoint.get("me", "/organiser", { success: Own, error: NotFound }).annotateMerge(
      about({ fromStore: true, summary: "What a private link is for", example: { path: "/organiser" } })
    ),
    HttpApiEndpoint.get("uploads", "/organiser/uploads", {
      query: pageQuery,
      success: pageOf("Upload", Upload)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List files handed in for the initiative",
        description: "The newest first.",
        example: { path: "/organiser/uploads" }
      })
    ),
    HttpApiEndpoint.post("upload", "/organiser/uploads", {
      query: Told,
      payload: [FileForm, FileBytes],
      success: HandedIn.pipe(HttpApiSchema.status(201)),
      error: refusals
    }).annotateMerge(
      about({
        summary: "Hand in a report or a filled form",
        description: sending,
        example: { path: "/organiser/uploads?name=report.pdf", file: "report.pdf" },
        slow: true
      })
    ),
    HttpApiEndpoint.get("corrections", "/organiser/corrections", {
      query: pageQuery,
      success: pageOf("Correction", Correction)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List the initiative's requests for a correction",
        description: "The newest first, with the answers.",
        example: { path: "/organiser/corrections" }
      })
    ),
    HttpApiEndpoint.post("correct", "/organiser/corrections", {
      payload: Schema.Struct({
        about: Schema.NullOr(Subject).annotate({
          description: "A statement or an output of the initiative; null for the initiative as a whole."
        }),
        topic: CorrectionTopic,
        words: Schema.String.check(Schema.isMaxLength(longestRequest), Schema.isPattern(/\S/u)),
        language: Schema.optionalKey(
          DigestLanguage.annotate({
            description: "Language of the answer's frame; that of the link when absent."
          })
        )
      }),
      success: Correction.pipe(HttpApiSchema.status(201)),
      error: [NotFound, Forbidden, Conflict, TooManyRequests]
    }).annotateMerge(
      about({
        summary: "Ask for a correction",
        description: "The Secretariat decides, and answers by mail.",
        example: {
          path: "/organiser/corrections",
          body: {
            about: "s-0123456789abcdef",
            topic: "issue",
            words: "This is about access, not about trust."
          }
        }
      })
    )
  )
  .middleware(OrganiserAuthorization)
  .annotateMerge(
    OpenApi.annotations({
      title: "Own initiative",
      description:
        "For organisers: each call shows the secret of a private link, the last part of its address, where others show a token."
    })
  )

export { own as organiser }

export const files = HttpApiGroup.make("files")
  .add(
    HttpApiEndpoint.post("link", "/organiser-links", {
      payload: Schema.Struct({
        email: MailAddress,
        language: DigestLanguage,
        about: Schema.optionalKey(Subject)
      }),
      success: Schema.Struct({ asked: Schema.Literal(true) }).pipe(HttpApiSchema.status(202)),
      error: TooManyRequests
    }).annotateMerge(
      about({
        summary: "Have an organiser's private link mailed again",
        description: "Nobody is told whether the address is known.",
        example: { path: "/organiser-links", body: { email: "organiser@forum.example", language: "en" } }
      })
    ),
    HttpApiEndpoint.post("add", "/uploads", {
      query: ToldBySecretariat,
      payload: [FileForm, FileBytes],
      success: HandedIn.pipe(HttpApiSchema.status(201)),
      error: [...refusals, NotFound]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Add a file for an initiative",
          description: sending,
          scope: "review",
          example: { path: "/uploads?initiative=kenya-igf&name=report.pdf", file: "report.pdf" },
          slow: true
        })
      ),
    HttpApiEndpoint.get("get", "/uploads/:upload", {
      params: { upload: UploadId },
      success: Upload,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          fromStore: true,
          summary: "Get a file that was handed in",
          scope: "read",
          example: { path: "/uploads/up-0123456789abcdef" }
        })
      )
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Files", description: "Reports that came otherwise than over the web." })
  )
