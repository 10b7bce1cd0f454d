/** Reviews, corrections, uploads, the audit log: by the functions that the pages use. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { type Correction, type CorrectionId, ReviewId } from "../../../domain/index.ts"
import { messages } from "../../../export/catalogue/index.ts"
import { answerCorrection } from "../../../jobs/organisers/index.ts"
import { decide, undo } from "../../../jobs/reviewing/index.ts"
import { Audit, Corrections, ReviewQueue, Reviews, ReviewWork, Uploads } from "../../../store/index.ts"
import { deskFacts } from "../../desk/facts.ts"
import { Settling } from "../../review/settling.ts"
import { PortalSettings } from "../../settings.ts"
import { Caller, Holder } from "../access.ts"
import { Api } from "../contract/index.ts"
import { answerPage, numberIn, pairOf, scoreIn, startOf, wanted } from "../paging.ts"
import { Conflict, noSuch, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"
import { inOrder, withOutputs } from "./library.ts"

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
      queue: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const { initiative, issue, kind, language, show = "uncertain" } = query
            const list = `review-queue ${show}`
            const start = yield* startOf(list, query, 2)
            const filter = {
              show: show === "all" ? ("all" as const) : ("low" as const),
              initiative,
              issue,
              kind,
              language
            }
            const after = start === null ? null : ([start[0] ?? "", start[1] ?? ""] as const)
            if (after !== null) yield* show === "all" ? numberIn(after[1]) : scoreIn(after[0])
            const found = yield* (yield* ReviewQueue).part(filter, { after, limit: wanted(query) })
            const places = new Map(found.map(({ id, place }) => [id, place]))
            const data = yield* inOrder(found.map(({ id }) => id))
            return yield* answerPage(request, list, query, data, ({ id }) => places.get(id) ?? [])
          })
        ),
      excluded: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const { initiative } = query
            const start = yield* startOf("excluded-statements", query, 3)
            const found = yield* (yield* ReviewWork).excluded({
              limit: wanted(query),
              ...(initiative === undefined ? {} : { initiativeId: initiative }),
              ...(start === null ? {} : { after: [start[0] ?? "", start[1] ?? "", start[2] ?? ""] as const })
            })
            const data = yield* withOutputs(found)
            return yield* answerPage(
              request,
              "excluded-statements",
              query,
              data,
              ({ id, initiativeId, outputId }) => [initiativeId, outputId, id]
            )
          })
        ),
      batches: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("review-batches", query)
            const before = start === null ? undefined : yield* numberIn(start[0])
            const found = yield* (yield* ReviewWork).recent(wanted(query), before)
            return yield* answerPage(request, "review-batches", query, found, ({ batch }) => [String(batch)])
          })
        ),
      batch: ({ params: { batch } }) =>
        answer(
          Effect.gen(function* () {
            const found = yield* (yield* Reviews).ofBatch(ReviewId.make(batch))
            const [first] = found
            if (first === undefined) return yield* noSuch(`batch ${batch}`)
            const { at, by, reason } = first
            return { batch, at, by, reason, reviews: found }
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

const correctionKey = ({ askedAt, id }: Correction) => [askedAt, id] as const

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
      work: () =>
        answer(
          Effect.gen(function* () {
            const { baseUrl } = yield* PortalSettings
            const pageOf = (path: string) => new URL(path.replace(/^\//, ""), baseUrl).href
            const facts = yield* Effect.orDie(deskFacts({ lang: "en", m: messages("en") }))
            return {
              at: facts.at,
              meetingId: facts.next?.meeting.id ?? null,
              work: facts.work.map(({ all, count, due, kind, oldest, things }) => ({
                kind,
                count,
                oldest,
                due,
                page: pageOf(all),
                things: things.map(({ href, label, since }) => ({ label, page: pageOf(href), since }))
              }))
            }
          })
        ),
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
