/** Initiatives and sources. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { type Initiative, type Source, SourceId } from "../../../domain/index.ts"
import { Visitor } from "../../../ingest/visit/index.ts"
import { addInitiative, addSource } from "../../../jobs/add-source.ts"
import { acceptMove } from "../../../jobs/accept-move.ts"
import { Looks } from "../../../jobs/registering/index.ts"
import { sourceHealth } from "../../../jobs/status.ts"
import { Audit, now, Readings, Sources, transaction, unvisited } from "../../../store/index.ts"
import { Known } from "../../reading/known.ts"
import { Holder } from "../access.ts"
import { Api } from "../contract/index.ts"
import { answerWhole, compare } from "../paging.ts"
import { Conflict, noSuch, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor, begin } from "./begin.ts"

const unprocessable = ({ message }: { readonly message: string }) =>
  Effect.fail(new Unprocessable({ detail: message }))

/** Gives initiatives with what counts of what they published. */
export const counted = Effect.gen(function* () {
  const totals = yield* (yield* Known).initiativeTotals
  return (initiative: Initiative) => {
    const own = totals.get(initiative.id)
    return { ...initiative, outputs: own?.outputs ?? 0, newest: own?.newest ?? null }
  }
})

export const initiatives = HttpApiBuilder.group(
  Api,
  "initiatives",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const known = [...(yield* (yield* Known).initiatives).values()]
            const found = known.filter(
              ({ country, type, unGroups }) =>
                (query.type === undefined || type === query.type) &&
                (query.group === undefined || unGroups.includes(query.group)) &&
                (query.country === undefined || country === query.country)
            )
            const withCounts = yield* counted
            return yield* answerWhole(request, "initiatives", query, found.map(withCounts), ({ id }) => id)
          })
        ),
      get: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const found = (yield* (yield* Known).initiatives).get(params.initiative)
            if (found === undefined) return yield* noSuch(`initiative ${params.initiative}`)
            const readings = yield* Readings
            const totals = [...(yield* readings.issueTotals(found.id)).values()]
            return {
              ...(yield* counted)(found),
              years: yield* readings.yearsOfInitiative(found.id),
              issues: totals
                .toSorted((a, b) => b.statements - a.statements || compare(a.issue, b.issue))
                .map(({ issue, statements }) => ({ issue, statements }))
            }
          })
        ),
      add: ({ payload }) =>
        answer(
          Effect.gen(function* () {
            yield* addInitiative(payload, [], yield* actor)
            return { ...payload, outputs: 0, newest: null }
          }).pipe(Effect.catchTag("RegistryError", unprocessable))
        )
    })
  })
)

/** Whether the sender may see what waits for the Secretariat. */
const seesProposed = Effect.map(Holder, (holder) => holder?.scopes.includes("read") === true)

/** A source with its health. */
export const withHealth = Effect.fnUntraced(function* (source: Source) {
  const state = yield* (yield* Sources).state(source.id)
  return { ...source, health: sourceHealth(source, state, yield* now) }
})

const sourceOf = Effect.fnUntraced(function* ({
  initiative,
  name
}: {
  readonly initiative: string
  readonly name: string
}) {
  const id = SourceId.make(`${initiative}/${name}`)
  const found = Option.getOrUndefined(yield* (yield* Sources).get(id))
  return found === undefined ? yield* noSuch(`source ${id}`) : found
})

/** What the audit log calls a change of status; as the desk does. */
const verbs = { approved: "approve", paused: "pause", retired: "retire" } as const

export const sources = HttpApiBuilder.group(
  Api,
  "sources",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const store = yield* Sources
            const at = yield* now
            const all = yield* seesProposed
            const states = new Map((yield* store.states).map((state) => [state.sourceId, state]))
            const found = (yield* store.list({
              ...(query.initiative === undefined ? {} : { initiativeId: query.initiative }),
              ...(query.status === undefined ? {} : { status: query.status })
            }))
              .filter(({ status }) => all || status !== "proposed")
              .map((source) => ({
                ...source,
                health: sourceHealth(source, states.get(source.id) ?? unvisited(source.id), at)
              }))
              .filter(({ health }) => query.verdict === undefined || health.verdict === query.verdict)
            return yield* answerWhole(request, "sources", query, found, ({ id }) => id)
          })
        ),
      get: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const found = yield* sourceOf(params)
            if (found.status === "proposed" && !(yield* seesProposed))
              return yield* noSuch(`source ${found.id}`)
            return yield* withHealth(found)
          })
        ),
      add: ({ payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { visitor } = yield* Looks
            const { initiative = null, initiativeId, kind = null, name = null, selectors = null } = payload
            if (initiative !== null && initiative.id !== initiativeId) {
              return yield* new Unprocessable({
                detail: `The initiative described is ${initiative.id}, the source is for ${initiativeId}.`
              })
            }
            const { reasons, source } = yield* addSource(
              { ...payload, initiative, kind, name, selectors, status: payload.status ?? "approved" },
              by
            ).pipe(Effect.provideService(Visitor, visitor))
            return { source: yield* withHealth(source), reasons }
          }).pipe(
            Effect.catchTag("RegistryError", unprocessable),
            Effect.catchTag("InitiativeMissing", unprocessable),
            Effect.catchTag("NothingToFollow", unprocessable)
          )
        ),
      change: ({ params, payload: { status } }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const source = yield* sourceOf(params)
            yield* transaction(
              Effect.gen(function* () {
                yield* (yield* Sources).setStatus(source.id, status)
                yield* (yield* Audit).record({
                  by,
                  action: `source.${verbs[status]}`,
                  thing: `source:${source.id}`,
                  before: { status: source.status },
                  after: { status }
                })
              })
            )
            return yield* withHealth({ ...source, status })
          })
        ),
      move: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { id } = yield* sourceOf(params)
            const moved = yield* transaction(
              Effect.gen(function* () {
                const { retired, source } = yield* acceptMove(id)
                yield* (yield* Audit).record({
                  by,
                  action: "source.accept-move",
                  thing: `source:${id}`,
                  before: { url: retired.url },
                  after: { source: source.id, url: source.url }
                })
                return source
              })
            ).pipe(
              Effect.catchTag("NothingToAccept", ({ message }) =>
                Effect.fail(new Conflict({ detail: message }))
              )
            )
            return yield* withHealth(moved)
          })
        ),
      visit: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const { id } = yield* sourceOf(params)
            return yield* begin({ what: "import", source: id }, "source.visit", `source:${id}`)
          })
        )
    })
  })
)
