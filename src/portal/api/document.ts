/** The document of OpenAPI 3.1, made from the contract. */
import { Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { Api } from "./contract/index.ts"
import { mostInPage, usualInPage } from "./paging.ts"

/** What a number looks like in a query is a matter of text there; callers think of the number. */
const limit = { type: "integer", minimum: 1, maximum: mostInPage, default: usualInPage }

/** Walks through the document: answers may get fields later, so it does not say that there are no others. */
const revived = (key: string, value: unknown): unknown => {
  if (key === "additionalProperties" && value === false) return undefined
  if (key !== "parameters" || !Array.isArray(value)) return value
  return value.map((parameter: unknown) =>
    typeof parameter === "object" && parameter !== null && "name" in parameter && parameter.name === "limit"
      ? { ...parameter, schema: limit, description: "Elements in a page at most." }
      : parameter
  )
}

/** The document as JSON text, with the address under which this portal is reached. */
export const documentOf = (baseUrl: URL): string => {
  const document = { ...OpenApi.fromApi(Api), servers: [{ url: baseUrl.href.replace(/\/$/, "") }] }
  const text = JSON.stringify(document)
    .replaceAll(/"(#\/components\/schemas\/)?(\w+)Encoded"/g, '"$1$2"')
    .replaceAll('"scheme":"Bearer"', '"scheme":"bearer"')
  return JSON.stringify(JSON.parse(text, revived))
}

const Json = Schema.Record(Schema.String, Schema.Unknown)

const Parameter = Schema.Struct({
  name: Schema.String,
  in: Schema.Literals(["path", "query", "header"]),
  required: Schema.Boolean,
  schema: Json
})
export type Parameter = typeof Parameter.Type

const Content = Schema.Record(Schema.String, Schema.Struct({ schema: Json }))

const Operation = Schema.Struct({
  tags: Schema.Array(Schema.String),
  operationId: Schema.String,
  summary: Schema.String,
  description: Schema.String,
  parameters: Schema.Array(Parameter),
  requestBody: Schema.optionalKey(Schema.Struct({ content: Content })),
  responses: Schema.Record(
    Schema.String,
    Schema.Struct({ description: Schema.String, content: Schema.optionalKey(Content) })
  ),
  security: Schema.optionalKey(Schema.Array(Schema.Record(Schema.String, Schema.Array(Schema.String)))),
  "x-example": Schema.Struct({
    path: Schema.String,
    body: Schema.optionalKey(Schema.Unknown),
    file: Schema.optionalKey(Schema.String)
  }),
  "x-scope": Schema.optionalKey(Schema.String)
})
export type Operation = typeof Operation.Type

/** What an operation asks to be shown: a token, the secret of an organiser's link or of a registration, or nothing. */
export const shownTo = ({ security = [] }: Pick<Operation, "security">): "token" | "link" | "mailed" | null =>
  (["token", "link", "mailed"] as const).find((name) => security.some((scheme) => name in scheme)) ?? null

/** What the reference page and the tests read of the document. */
export const ReadDocument = Schema.Struct({
  info: Schema.Struct({ version: Schema.String, description: Schema.String }),
  tags: Schema.Array(Schema.Struct({ name: Schema.String, description: Schema.String })),
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
  components: Schema.Struct({ schemas: Schema.Record(Schema.String, Json) })
})
export type ReadDocument = typeof ReadDocument.Type

/** The document as the reference page reads it. */
export const readDocument = Schema.decodeUnknownSync(Schema.fromJsonString(ReadDocument))
