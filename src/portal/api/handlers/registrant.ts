/** Confirming a registration and proving control, by the functions of its pages. */
import { Effect, Option, Struct } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { Registration } from "../../../domain/index.ts"
import {
  confirm,
  lookForProof,
  looksForProof,
  pace,
  paceKeys,
  proofPlaces,
  registrationOf
} from "../../../jobs/registering/index.ts"
import { PortalSettings } from "../../settings.ts"
import { CallerRegistration } from "../access.ts"
import { Api } from "../contract/index.ts"
import { Conflict, TooManyRequests } from "../problem.ts"
import { answers } from "./answer.ts"

/** A registration without what is of the Secretariat. */
const shown = (registration: Registration) => ({
  ...Struct.omit(registration, ["decidedBy", "diagnosis"]),
  places: proofPlaces(registration)
})

/** The registration as it is after a change. */
const changed = Effect.fnUntraced(function* (secret: string, before: Registration) {
  return shown(Option.getOrElse(yield* registrationOf(secret), () => before))
})

const alreadyConfirmed = () =>
  new Conflict({ detail: "It is confirmed already: this is the secret of the registration's own page." })

export const registrant = HttpApiBuilder.group(
  Api,
  "registrant",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      get: () => answer(Effect.map(CallerRegistration, ({ registration }) => shown(registration))),
      confirm: () =>
        answer(
          Effect.gen(function* () {
            const { by, registration, secret } = yield* CallerRegistration
            if (by === "status") return yield* alreadyConfirmed()
            const { baseUrl } = yield* PortalSettings
            const own = Option.getOrUndefined(yield* confirm(secret, baseUrl))
            // Somebody else has used it up since it was looked at.
            if (own === undefined) return yield* alreadyConfirmed()
            return { registration: yield* changed(own, registration), secret: own }
          }).pipe(Effect.catchTag("UnusableMail", Effect.die))
        ),
      proof: () =>
        answer(
          Effect.gen(function* () {
            const { by, registration, secret } = yield* CallerRegistration
            if (by === "confirm") {
              return yield* new Conflict({ detail: "Confirm the registration first, by this secret." })
            }
            if (registration.state !== "awaiting-approval") {
              return yield* new Conflict({
                detail: `Nothing is looked for: the registration is ${registration.state}.`
              })
            }
            const wait = yield* pace(paceKeys.proof(registration.id), looksForProof)
            if (wait > 0) {
              return yield* new TooManyRequests({ detail: `It was looked for often: wait ${wait} seconds.` })
            }
            const proof = yield* lookForProof(registration)
            return { found: Option.isSome(proof), registration: yield* changed(secret, registration) }
          })
        )
    })
  })
)
