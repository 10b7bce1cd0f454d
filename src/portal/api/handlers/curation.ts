/** Reviews, registrations, corrections, uploads, the audit log: by the functions that the pages use. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { Correction, CorrectionId, Registration, RegistrationId } from "../../../domain/index.ts"
import { answerCorrection } from "../../../jobs/organisers/index.ts"
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
import { decide, undo } from "../../../jobs/reviewing/index.ts"
import { Audit, Corrections, Initiatives, Registrations, Reviews, Uploads } from "../../../store/index.ts"
import { Settling } from "../../review/settling.ts"
import { PortalSettings } from "../../settings.ts"
import { Caller, Holder } from "../access.ts"
import { Api } from "../contract/index.ts"
import { answerPage, numberIn, pairOf, startOf, wanted } from "../paging.ts"
import { Conflict, noSuch, TooManyRequests, Unavailable, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"
import { withHealth } from "./registry.ts"

/** A decision that cannot be taken, with its sentence. */
const unprocessable = ({ message }: { readonly message: string }) =>
  Effect.fail(new Unprocessable({ detail: message }))

export const reviews = HttpApiBuilder.group(
  Api,
  "reviews",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("reviews", query)
            const after = start === null ? 0 : yield* numberIn(start[0])
            const found = yield* (yield* Reviews).part(after, wanted(query))
            return yield* answerPage(request, "reviews", query, found, ({ id }) => [String(id)])
          })
        ),
      create: ({ payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { isDerived, reviews } = yield* decide({ by, reason: payload.reason }, payload.decisions)
            yield* (yield* Settling).request
            return { reviews, derived: isDerived }
          }).pipe(
            Effect.catchTag("ReviewRefused", unprocessable),
            Effect.catchTag("TaxonomyError", Effect.die)
          )
        ),
      undo: ({ payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const undone = yield* undo({ by, reason: payload.reason }, payload.reviews)
            yield* (yield* Settling).request
            return { reviews: undone.reviews, derived: undone.isDerived, overtaken: undone.overtaken }
          }).pipe(
            Effect.catchTag("ReviewRefused", unprocessable),
            Effect.catchTag("TaxonomyError", Effect.die)
          )
        )
    })
  })
)

const registrationOf = Effect.fnUntraced(function* (id: RegistrationId) {
  const found = Option.getOrUndefined(yield* (yield* Registrations).get(id))
  return found === undefined ? yield* noSuch(`registration ${id}`) : found
})

/** The sentences of decisions that cannot be made, by their reason. */
const notDecided = ({ message, reason }: { readonly message: string; readonly reason: string }) =>
  Effect.fail(reason === "state" ? new Conflict({ detail: message }) : new Unprocessable({ detail: message }))

const registrationKey = ({ createdAt, id }: Registration) => [createdAt, id] as const
const correctionKey = ({ askedAt, id }: Correction) => [askedAt, id] as const

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
      create: ({ payload, request }) =>
        answer(
          Effect.gen(function* () {
            const address = Option.getOrElse(request.remoteAddress, () => "unknown")
            const wait = Math.max(
              yield* pace(paceKeys.network(address), looksOfNetwork),
              yield* pace(paceKeys.site(payload.url), looksAtSite),
              yield* pace(paceKeys.sender(address), sentByNetwork)
            )
            if (wait > 0) {
              return yield* new TooManyRequests({ detail: `Too many registrations: wait ${wait} seconds.` })
            }
            const { initiativeId } = payload
            const known =
              initiativeId === null ? Option.none() : yield* (yield* Initiatives).get(initiativeId)
            if (initiativeId !== null && Option.isNone(known)) {
              return yield* new Unprocessable({ detail: `There is no initiative ${initiativeId}.` })
            }
            if (initiativeId === null && payload.newInitiative === null) {
              return yield* new Unprocessable({ detail: "Name an initiative, or describe a new one." })
            }
            const diagnosis = yield* (yield* Looks)
              .look(
                payload.url,
                Option.getOrElse(known, () => payload.newInitiative)
              )
              .pipe(
                Effect.catchIf(
                  (error): error is NotLooked => error instanceof NotLooked,
                  ({ message }) => Effect.fail(new Unavailable({ detail: message }))
                )
              )
            if (!mayRegister(diagnosis)) return { registered: false, diagnosis }
            const secret = yield* keepPreview({ filled: payload, diagnosis })
            const { baseUrl } = yield* PortalSettings
            yield* register(secret, baseUrl).pipe(Effect.catchTag("UnusableMail", unprocessable))
            return { registered: true, diagnosis }
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

const correctionOf = Effect.fnUntraced(function* (id: CorrectionId) {
  const found = Option.getOrUndefined(yield* (yield* Corrections).get(id))
  return found === undefined ? yield* noSuch(`request ${id}`) : found
})

export const corrections = HttpApiBuilder.group(
  Api,
  "corrections",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const after = pairOf(yield* startOf("corrections", query, 2))
            const { initiative, state } = query
            const found = yield* (yield* Corrections).list({
              limit: wanted(query),
              ...after,
              ...(state === undefined ? {} : { state }),
              ...(initiative === undefined ? {} : { initiativeId: initiative })
            })
            return yield* answerPage(request, "corrections", query, found, correctionKey)
          })
        ),
      get: ({ params }) => answer(correctionOf(params.correction)),
      answer: ({ params, payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* correctionOf(params.correction)
            yield* answerCorrection(params.correction, payload, by).pipe(
              Effect.catchTag("CorrectionRefused", ({ message }) =>
                Effect.fail(new Conflict({ detail: message }))
              ),
              Effect.catchTag("UnusableMail", (error) => Effect.die(error))
            )
            return yield* correctionOf(params.correction)
          })
        ),
      uploads: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const after = pairOf(yield* startOf("uploads", query, 2))
            const { initiative } = query
            const found = yield* (yield* Uploads).list({
              limit: wanted(query),
              ...after,
              ...(initiative === undefined ? {} : { initiativeId: initiative })
            })
            return yield* answerPage(request, "uploads", query, found, ({ at, id }) => [at, id])
          })
        )
    })
  })
)

export const office = HttpApiBuilder.group(
  Api,
  "office",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      me: () =>
        Effect.gen(function* () {
          const { name, role } = yield* Caller
          const holder = yield* Holder
          return { name, role, scopes: holder?.scopes ?? [], expiresAt: holder?.token.expiresAt ?? "" }
        }),
      audit: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("audit", query)
            const found = yield* (yield* Audit).list({
              limit: wanted(query),
              ...(start === null ? {} : { before: yield* numberIn(start[0]) }),
              ...(query.thing === undefined ? {} : { thing: query.thing })
            })
            return yield* answerPage(request, "audit", query, found, ({ id }) => [String(id)])
          })
        )
    })
  })
)
