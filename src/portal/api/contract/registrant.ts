/** What whoever registered a source does afterwards, by the secrets that were mailed: confirm, prove control. */
import { Schema } from "effect"
import { RegistrantAuthorization } from "../access.ts"
import { Conflict } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./define.ts"
import { OwnRegistration } from "./office-terms.ts"

const Confirmed = Schema.Struct({
  registration: OwnRegistration,
  secret: Schema.String.annotate({
    description: "To be shown from now on; the one that confirmed is used up."
  })
}).annotate({ identifier: "Confirmed", description: "A registration that now awaits approval." })

const LookedForProof = Schema.Struct({
  found: Schema.Boolean,
  registration: OwnRegistration
}).annotate({ identifier: "LookedForProof", description: "Whether the site shows the word." })

export const registrant = HttpApiGroup.make("registrant")
  .add(
    HttpApiEndpoint.get("get", "/registrant", { success: OwnRegistration }).annotateMerge(
      about({
        summary: "How a registration stands",
        description: "By the secret of either link that was mailed.",
        example: { path: "/registrant" }
      })
    ),
    HttpApiEndpoint.post("confirm", "/registrant/confirmation", {
      success: Confirmed,
      error: Conflict
    }).annotateMerge(
      about({
        summary: "Confirm a registration",
        description:
          "By the secret of the link that was mailed first, within 48 hours; a second mail brings the link of the registration's own page, whose secret is given here too.",
        example: { path: "/registrant/confirmation" }
      })
    ),
    HttpApiEndpoint.post("proof", "/registrant/proof", {
      success: LookedForProof,
      error: Conflict
    }).annotateMerge(
      about({
        summary: "Look for the proof of control",
        description:
          "Put `proofWord` in one of the `places`, then ask; it takes seconds. It is never required, and shown to whoever decides.",
        example: { path: "/registrant/proof" }
      })
    )
  )
  .middleware(RegistrantAuthorization)
  .annotateMerge(
    OpenApi.annotations({
      title: "Own registration",
      description:
        "For whoever registered: each call shows the secret of a link that was mailed, the last part of its address, where others show a token."
    })
  )
