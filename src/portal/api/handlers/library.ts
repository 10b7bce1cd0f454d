/** Outputs, captures, statements, clusters. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import {
  type CaptureId,
  countingKinds,
  DocumentKind,
  type Output,
  type OutputId,
  type Statement,
  type StatementId
} from "../../../domain/index.ts"
import { passageUrl } from "../../../export/passage-link.ts"
import { Captures, Listings, Outputs, Search, Statements } from "../../../store/index.ts"
import { PortalSettings } from "../../settings.ts"
import { Api } from "../contract/index.ts"
import { answerPage, numberIn, startOf, wanted } from "../paging.ts"
import { noSuch } from "../problem.ts"
import { answers } from "./answer.ts"

const counts = ({ kind, sameAs }: Output): boolean => sameAs === null && countingKinds.includes(kind)

const shown = (output: Output, capture: CaptureId | null) => ({ ...output, counts: counts(output), capture })

/** Kinds that are asked for; none where the two wishes exclude each other. */
const kindsOf = (kind: DocumentKind | undefined, wish: "true" | "false" | undefined) =>
  DocumentKind.literals.filter(
    (one) =>
      (kind === undefined || one === kind) &&
      (wish === undefined || countingKinds.includes(one) === (wish === "true"))
  )

const outputOf = Effect.fnUntraced(function* (id: OutputId) {
  const found = Option.getOrUndefined(yield* (yield* Outputs).get(id))
  return found === undefined ? yield* noSuch(`output ${id}`) : found
})

/** Statements with where they were said, in their order. */
export const withOutputs = Effect.fnUntraced(function* (statements: ReadonlyArray<Statement>) {
  const outputs = yield* Outputs
  const { baseUrl } = yield* PortalSettings
  const found = new Map<OutputId, Output>()
  for (const id of new Set(statements.map(({ outputId }) => outputId))) {
    const output = Option.getOrUndefined(yield* outputs.get(id))
    if (output !== undefined) found.set(id, output)
  }
  return statements.flatMap((statement) => {
    const output = found.get(statement.outputId)
    if (output === undefined) return []
    const { kind, publishedAt, sourceId, title, url } = output
    return [
      {
        ...statement,
        output: { kind, publishedAt, sourceId, title, url },
        passage: passageUrl(url, statement.place, statement.text),
        page: new URL(`statements/${statement.id}`, baseUrl).href
      }
    ]
  })
})

/** Statements of these ids in this order. */
export const inOrder = Effect.fnUntraced(function* (ids: ReadonlyArray<StatementId>) {
  if (ids.length === 0) return []
  const found = new Map((yield* (yield* Statements).list({ ids })).map((one) => [one.id, one]))
  return yield* withOutputs(ids.flatMap((id) => found.get(id) ?? []))
})

export const outputs = HttpApiBuilder.group(
  Api,
  "outputs",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("outputs", query, 2)
            const kinds = kindsOf(query.kind, query.counts)
            const found =
              kinds.length === 0
                ? []
                : yield* (yield* Listings).outputs({
                    initiative: query.initiative,
                    kinds: kinds.length === DocumentKind.literals.length ? undefined : kinds,
                    unique: query.counts === "true" ? true : undefined,
                    language: query.language,
                    from: query.from,
                    to: query.to,
                    inDoubt: query.inDoubt === undefined ? undefined : query.inDoubt === "true",
                    after: start === null ? null : [start[0] ?? "", start[1] ?? ""],
                    limit: wanted(query)
                  })
            const list = found.map(({ capture, output }) => shown(output, capture))
            return yield* answerPage(request, "outputs", query, list, ({ id, publishedAt }) => [
              publishedAt ?? "",
              id
            ])
          })
        ),
      get: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const output = yield* outputOf(params.output)
            const versions = yield* (yield* Listings).versions(output.id)
            return {
              ...shown(output, versions.at(-1)?.captureId ?? null),
              aliases: yield* (yield* Outputs).aliases(output.id),
              versions
            }
          })
        ),
      statements: ({ params, query, request }) =>
        answer(
          Effect.gen(function* () {
            const list = `statements ${params.output}`
            const start = yield* startOf(list, query)
            const after = start === null ? -1 : yield* numberIn(start[0])
            yield* outputOf(params.output)
            const all = yield* (yield* Statements).list({ outputId: params.output })
            const rest = all.filter(({ ordinal }) => ordinal > after).slice(0, wanted(query))
            return yield* answerPage(request, list, query, yield* withOutputs(rest), ({ ordinal }) => [
              String(ordinal)
            ])
          })
        ),
      capture: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const capture = Option.getOrUndefined(yield* (yield* Captures).get(params.capture))
            if (capture === undefined) return yield* noSuch(`capture ${params.capture}`)
            const { baseUrl } = yield* PortalSettings
            return { ...capture, file: new URL(`captures/${capture.id}/file`, baseUrl).href }
          })
        )
    })
  })
)

export const statements = HttpApiBuilder.group(
  Api,
  "statements",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("statements", query)
            const after = start === null ? null : yield* numberIn(start[0])
            const { group, initiative, issue, kind, language, q = "", type, year } = query
            const matches = yield* (yield* Search).part({
              text: q,
              facets: {
                initiatives: initiative === undefined ? undefined : [initiative],
                group,
                type,
                issue,
                kind,
                language,
                year
              },
              after,
              limit: wanted(query)
            })
            const places = new Map(matches.map(({ id, place }) => [id, place]))
            const found = yield* inOrder(matches.map(({ id }) => id))
            return yield* answerPage(request, "statements", query, found, ({ id }) => [
              String(places.get(id) ?? 0)
            ])
          })
        ),
      get: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const [found] = yield* inOrder([params.statement])
            return found === undefined ? yield* noSuch(`statement ${params.statement}`) : found
          })
        ),
      clusters: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("clusters", query)
            const found = yield* (yield* Listings).clusters(start?.[0] ?? "", wanted(query))
            return yield* answerPage(request, "clusters", query, found, ({ id }) => [id])
          })
        ),
      cluster: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const found = Option.getOrUndefined(yield* (yield* Listings).cluster(params.cluster))
            if (found === undefined) return yield* noSuch(`cluster ${params.cluster}`)
            return { ...found, statements: yield* inOrder(found.members) }
          })
        )
    })
  })
)
