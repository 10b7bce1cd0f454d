/** Registrations: looks at addresses, registering, and what the Secretariat decides; by the functions of the pages. */
import { Effect, Option } from "effect"
import type { HttpServerRequest } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import type { InitiativeId, Registration, RegistrationId } from "../../../domain/index.ts"
import type { CheckedInitiative } from "../../../jobs/check-reading.ts"
import {
  approveRegistration,
  keepPreview,
  Looks,
  NotLooked,
  looksAtSite,
  looksOfNetwork,
  mayRegister,
  pace,
  paceKeys,
  refuseRegistration,
  register,
  sentByNetwork
} from "../../../jobs/registering/index.ts"
import { Initiatives, Registrations } from "../../../store/index.ts"
import { PortalSettings } from "../../settings.ts"
import { Api } from "../contract/index.ts"
import { answerPage, pairOf, startOf, wanted } from "../paging.ts"
import { Conflict, noSuch, TooManyRequests, Unavailable, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"
import { withHealth } from "./registry.ts"

/** A decision that cannot be taken, with its sentence. */
const unprocessable = ({ message }: { readonly message: string }) =>
  Effect.fail(new Unprocessable({ detail: message }))

const addressOf = (request: HttpServerRequest.HttpServerRequest): string =>
  Option.getOrElse(request.remoteAddress, () => "unknown")

/** Counts a look at an address, and a registration where it is one; refuses what comes too often. */
const checkPace = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest,
  url: string,
  sender: string | null = null
) {
  const wait = Math.max(
    yield* pace(paceKeys.network(addressOf(request)), looksOfNetwork),
    yield* pace(paceKeys.site(url), looksAtSite),
    sender === null ? 0 : yield* pace(sender, sentByNetwork)
  )
  if (wait > 0) {
    const what = sender === null ? "looks" : "registrations"
    return yield* new TooManyRequests({ detail: `Too many ${what}: wait ${wait} seconds.` })
  }
})

/** The initiative of an id; null for a new one. */
const initiativeOf = Effect.fnUntraced(function* (id: InitiativeId | null) {
  if (id === null) return null
  const known = Option.getOrUndefined(yield* (yield* Initiatives).get(id))
  return known === undefined ? yield* new Unprocessable({ detail: `There is no initiative ${id}.` }) : known
})

const lookAt = Effect.fnUntraced(function* (url: string, initiative: CheckedInitiative | null) {
  return yield* (yield* Looks).look(url, initiative).pipe(
    Effect.catchIf(
      (error): error is NotLooked => error instanceof NotLooked,
      ({ message }) => Effect.fail(new Unavailable({ detail: message }))
    )
  )
})

const registrationOf = Effect.fnUntraced(function* (id: RegistrationId) {
  const found = Option.getOrUndefined(yield* (yield* Registrations).get(id))
  return found === undefined ? yield* noSuch(`registration ${id}`) : found
})

/** The sentences of decisions that cannot be made, by their reason. */
const notDecided = ({ message, reason }: { readonly message: string; readonly reason: string }) =>
  Effect.fail(reason === "state" ? new Conflict({ detail: message }) : new Unprocessable({ detail: message }))

const registrationKey = ({ createdAt, id }: Registration) => [createdAt, id] as const

export const registrations = HttpApiBuilder.group(
  Api,
  "registrations",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const after = pairOf(yield* startOf("registrations", query, 2))
            const { state } = query
            const found = yield* (yield* Registrations).list({
              limit: wanted(query),
              ...after,
              ...(state === undefined ? {} : { state })
            })
            return yield* answerPage(request, "registrations", query, found, registrationKey)
          })
        ),
      get: ({ params }) => answer(registrationOf(params.registration)),
      look: ({ payload: { initiativeId = null, url }, request }) =>
        answer(
          Effect.gen(function* () {
            const initiative = yield* initiativeOf(initiativeId)
            yield* checkPace(request, url)
            const diagnosis = yield* lookAt(url, initiative)
            return { registrable: mayRegister(diagnosis), diagnosis }
          })
        ),
      create: ({ payload, request }) =>
        answer(
          Effect.gen(function* () {
            const { initiativeId, newInitiative, url } = payload
            const initiative = yield* initiativeOf(initiativeId)
            if (initiativeId === null && newInitiative === null) {
              return yield* new Unprocessable({ detail: "Name an initiative, or describe a new one." })
            }
            yield* checkPace(request, url, paceKeys.sender(addressOf(request)))
            const diagnosis = yield* lookAt(url, initiative ?? payload.newInitiative)
            if (!mayRegister(diagnosis)) return { registered: false, diagnosis }
            const secret = yield* keepPreview({ filled: payload, diagnosis })
            const { baseUrl } = yield* PortalSettings
            yield* register(secret, baseUrl).pipe(Effect.catchTag("UnusableMail", unprocessable))
            return { registered: true, diagnosis }
          })
        ),
      lookAgain: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const { initiativeId, newInitiative, url } = yield* registrationOf(params.registration)
            const known =
              initiativeId === null ? Option.none() : yield* (yield* Initiatives).get(initiativeId)
            return yield* lookAt(
              url,
              Option.getOrElse(known, () => newInitiative)
            )
          })
        ),
      approve: ({ params, payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* registrationOf(params.registration)
            const { baseUrl } = yield* PortalSettings
            const { source } = yield* approveRegistration({
              ...payload,
              id: params.registration,
              by,
              baseUrl
            }).pipe(
              Effect.catchTag("NotDecided", notDecided),
              Effect.catchTag("RegistryError", unprocessable),
              Effect.catchTag("UnusableMail", unprocessable)
            )
            return {
              registration: yield* registrationOf(params.registration),
              source: yield* withHealth(source)
            }
          })
        ),
      refuse: ({ params, payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* registrationOf(params.registration)
            yield* refuseRegistration({ id: params.registration, by, reason: payload.reason }).pipe(
              Effect.catchTag("NotDecided", notDecided),
              Effect.catchTag("UnusableMail", unprocessable)
            )
            return yield* registrationOf(params.registration)
          })
        )
    })
  })
)
