/** Operations about registrations: looking at an address, registering it, deciding. */
import { Schema } from "effect"
import {
  HttpUrl,
  InitiativeId,
  RegistrationId,
  RegistrationState,
  SourceKind
} from "../../../domain/index.ts"
import { Diagnosis } from "../../../ingest/check/index.ts"
import { Filled } from "../../../jobs/registering/index.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Diagnosed, Looked, Registration } from "./office-terms.ts"
import { Source } from "./terms.ts"

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
          fromStore: true,
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
          fromStore: true,
          summary: "Get a registration",
          scope: "read",
          example: { path: "/registrations/reg-0123456789abcdef" }
        })
      ),
    HttpApiEndpoint.post("look", "/looks", {
      payload: Schema.Struct({
        url: HttpUrl,
        initiativeId: Schema.optionalKey(
          Schema.NullOr(InitiativeId).annotate({ description: "Null or absent for a new initiative." })
        )
      }),
      success: Looked,
      error: Unprocessable
    }).annotateMerge(
      about({
        summary: "Look at an address without registering it",
        description:
          "What would be found there and how it would be read; it takes seconds. Ask again when something was mended.",
        example: { path: "/looks", body: { url: "https://forum.example/feed/", initiativeId: "kenya-igf" } }
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
    HttpApiEndpoint.post("lookAgain", "/registrations/:registration/look", {
      params: { registration: RegistrationId },
      success: Diagnosis,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Look again at the address of a registration",
          description: "What is there now; the registration keeps what its organiser was shown.",
          scope: "review",
          example: { path: "/registrations/reg-0123456789abcdef/look" }
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
