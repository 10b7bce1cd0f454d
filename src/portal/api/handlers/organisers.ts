/** What organisers do by their private link, and files of the Secretariat. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { askCorrection, type CorrectionRefused, senderOf } from "../../../jobs/organisers/index.ts"
import { outputIdOf } from "../../../normalize/index.ts"
import { Corrections, Initiatives, Reviews, Uploads } from "../../../store/index.ts"
import { askForLink } from "../../organiser/ask-link.ts"
import { Caller, CallerLink } from "../access.ts"
import { Api } from "../contract/index.ts"
import { answerPage, pairOf, startOf, wanted } from "../paging.ts"
import { Conflict, Forbidden, NotFound, noSuch, TooManyRequests } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"
import { receive } from "./receive.ts"
import { counted } from "./registry.ts"

/** The problem that says why a request is not taken. */
const problemOf = ({ message: detail, reason }: CorrectionRefused) => {
  switch (reason) {
    case "other-initiative":
      return new Forbidden({ detail })
    case "too-many":
      return new TooManyRequests({ detail })
    case "unknown":
      return new NotFound({ detail })
    default:
      return new Conflict({ detail })
  }
}

const nothingBefore = () => Effect.void

export const organiser = HttpApiBuilder.group(
  Api,
  "organiser",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    const scope = yield* Effect.scope
    return handlers
      .handle("me", () =>
        answer(
          Effect.gen(function* () {
            const { email, initiativeId, language, madeAt } = yield* CallerLink
            const found = Option.getOrUndefined(yield* (yield* Initiatives).get(initiativeId))
            if (found === undefined) return yield* noSuch(`initiative ${initiativeId}`)
            return { initiative: (yield* counted)(found), email, language, madeAt }
          })
        )
      )
      .handle("uploads", ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const { initiativeId } = yield* CallerLink
            const after = pairOf(yield* startOf("own-uploads", query, 2))
            const found = yield* (yield* Uploads).list({ initiativeId, limit: wanted(query), ...after })
            return yield* answerPage(request, "own-uploads", query, found, ({ at, id }) => [at, id])
          })
        )
      )
      .handleRaw("upload", ({ query, request }) =>
        answer(
          Effect.flatMap(CallerLink, (link) => receive(request, query, senderOf(link), scope, nothingBefore))
        )
      )
      .handle("corrections", ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const { initiativeId } = yield* CallerLink
            const after = pairOf(yield* startOf("own-corrections", query, 2))
            const found = yield* (yield* Corrections).list({ initiativeId, limit: wanted(query), ...after })
            return yield* answerPage(request, "own-corrections", query, found, ({ askedAt, id }) => [
              askedAt,
              id
            ])
          })
        )
      )
      .handle("correct", ({ payload }) =>
        answer(
          Effect.gen(function* () {
            const link = yield* CallerLink
            return yield* askCorrection(link, { ...payload, language: payload.language ?? link.language })
          }).pipe(Effect.catchTag("CorrectionRefused", (refused) => Effect.fail(problemOf(refused))))
        )
      )
  })
)

export const files = HttpApiBuilder.group(
  Api,
  "files",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    const scope = yield* Effect.scope
    return handlers
      .handle("link", ({ payload: { about = null, email, language }, request }) =>
        answer(
          Effect.gen(function* () {
            const address = Option.getOrElse(request.remoteAddress, () => "unknown")
            const wait = yield* askForLink({ email, language, about }, address, scope)
            if (wait > 0) {
              return yield* new TooManyRequests({
                detail: `Too many links were asked for: wait ${wait} seconds.`
              })
            }
            return { asked: true as const }
          })
        )
      )
      .handleRaw("add", ({ query: { initiative, kind, ...told }, request }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { address } = yield* Caller
            if (Option.isNone(yield* (yield* Initiatives).get(initiative))) {
              return yield* noSuch(`initiative ${initiative}`)
            }
            const sender = { linkId: null, initiativeId: initiative, email: address, actor: by }
            return yield* receive(request, told, sender, scope, ({ fileName }, { url }) =>
              kind === undefined
                ? Effect.void
                : Effect.flatMap(Reviews, (reviews) =>
                    reviews.append({
                      by: by.name,
                      reason: `Stated when ${fileName} was added.`,
                      decision: { _tag: "document-kind", outputId: outputIdOf(initiative, url), kind }
                    })
                  )
            )
          })
        )
      )
      .handle("get", ({ params: { upload } }) =>
        answer(
          Effect.gen(function* () {
            const found = Option.getOrUndefined(yield* (yield* Uploads).get(upload))
            return found === undefined ? yield* noSuch(`upload ${upload}`) : found
          })
        )
      )
  })
)
