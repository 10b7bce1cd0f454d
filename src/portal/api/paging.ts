/**
 * Lists page by page: a cursor says after which element the next page begins, so that every element that was
 * there from the beginning comes once, whatever is added meanwhile.
 *
 * A cursor is opaque to callers: the list it belongs to and the key of the last element, as base64url of JSON.
 */
import { Effect, Option, Schema } from "effect"
import type { HttpServerRequest } from "effect/http"
import { HttpApiSchema } from "effect/http-api"
import { PortalSettings } from "../settings.ts"
import { BadRequest } from "./problem.ts"

/** Elements of a page at most, and when nothing is said. */
export const mostInPage = 200
export const usualInPage = 50

/** What every list is asked with. */
export const pageQuery = {
  limit: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: mostInPage })).annotate({
      description: `Elements in a page at most; ${usualInPage} when absent.`
    })
  ),
  cursor: Schema.optionalKey(
    Schema.String.check(Schema.isMaxLength(600)).annotate({
      description:
        "Where the page begins, as the page before says in `next`. Leave it out for the first page."
    })
  )
}

/** What was asked, with its defaults. */
export interface PageAsked {
  readonly limit?: number
  readonly cursor?: string
}

/** A page of a list, with the field `Link` (RFC 8288). */
export const pageOf = <S extends Schema.Top>(name: string, element: S) =>
  HttpApiSchema.WithHeaders(
    Schema.Struct({
      data: Schema.Array(element),
      next: Schema.NullOr(Schema.String).annotate({
        description: "Address of the next page; null on the last one."
      })
    }).annotate({ identifier: `${name}Page`, description: `A page of ${name} objects.` }),
    {
      link: Schema.optionalKey(
        Schema.String.annotate({ description: 'The next page as a link with `rel="next"`.' })
      )
    }
  )

const Cursor = Schema.fromJsonString(Schema.Tuple([Schema.String, Schema.Array(Schema.String)]))
const readCursor = Schema.decodeUnknownOption(Cursor)

const written = (list: string, key: ReadonlyArray<string>): string =>
  Buffer.from(JSON.stringify([list, key]), "utf8").toString("base64url")

const wrongCursor = () =>
  new BadRequest({
    detail: "This cursor does not belong to this list: take it from `next` of the page before, unchanged.",
    errors: [{ path: ["query", "cursor"], message: "Expected a cursor of this list" }]
  })

/**
 * The key after which a page begins; null for the first page.
 *
 * @param size parts of a key of this list
 */
export const startOf = (list: string, { cursor }: PageAsked, size = 1) => {
  if (cursor === undefined) return Effect.succeed(null)
  const found = Option.getOrUndefined(readCursor(Buffer.from(cursor, "base64url").toString("utf8")))
  if (found === undefined || found[0] !== list || found[1].length !== size) return Effect.fail(wrongCursor())
  return Effect.succeed(found[1])
}

/** A number in a key. */
export const numberIn = (part: string | undefined) =>
  part !== undefined && /^\d{1,16}$/.test(part) ? Effect.succeed(Number(part)) : Effect.fail(wrongCursor())

/** A score in a key. */
export const scoreIn = (part: string | undefined) =>
  part !== undefined && /^[01](?:\.\d{1,20})?(?:e-\d{1,3})?$/.test(part)
    ? Effect.succeed(Number(part))
    : Effect.fail(wrongCursor())

/** A key of instant and id as filters of the store take it. */
export const pairOf = (
  start: ReadonlyArray<string> | null
): { readonly after?: readonly [at: string, id: string] } =>
  start === null ? {} : { after: [start[0] ?? "", start[1] ?? ""] }

/** How many elements to ask for: one more than are shown tells whether there is a next page. */
export const wanted = ({ limit = usualInPage }: PageAsked): number => limit + 1

/** The answer: the elements found, of which at most as many as asked for are shown. */
export const answerPage = Effect.fnUntraced(function* <A>(
  request: HttpServerRequest.HttpServerRequest,
  list: string,
  asked: PageAsked,
  found: ReadonlyArray<A>,
  keyOf: (element: A) => ReadonlyArray<string>
) {
  const { baseUrl } = yield* PortalSettings
  const limit = asked.limit ?? usualInPage
  const data = found.slice(0, limit)
  const last = found.length > limit ? data.at(-1) : undefined
  const url = new URL(request.url.replace(/^\/+/, ""), baseUrl)
  if (last !== undefined) url.searchParams.set("cursor", written(list, keyOf(last)))
  const next = last === undefined ? null : url.href
  return HttpApiSchema.withHeaders({
    body: { data, next },
    headers: next === null ? {} : { link: `<${next}>; rel="next"` }
  })
})

/** Compares as the database does, by code units. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Answers with a page of a list that is held whole, in the order of a key of its own for each element. */
export const answerWhole = Effect.fnUntraced(function* <A>(
  request: HttpServerRequest.HttpServerRequest,
  list: string,
  asked: PageAsked,
  all: ReadonlyArray<A>,
  keyOf: (element: A) => string
) {
  const start = yield* startOf(list, asked)
  const after = start?.[0]
  const rest = all
    .filter((element) => after === undefined || compare(keyOf(element), after) > 0)
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
  return yield* answerPage(request, list, asked, rest.slice(0, wanted(asked)), (element) => [keyOf(element)])
})
