/** The document of OpenAPI 3.1, made from the contract. */
import { Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { Api } from "./contract/index.ts"

/** The document, with the address under which this portal is reached. */
export const documentOf = (baseUrl: URL) => ({
  ...OpenApi.fromApi(Api),
  servers: [{ url: baseUrl.href.replace(/\/$/, "") }]
})

const Parameter = Schema.Struct({
  name: Schema.String,
  in: Schema.Literals(["path", "query", "header"]),
  required: Schema.Boolean,
  schema: Schema.Record(Schema.String, Schema.Unknown)
})
export type Parameter = typeof Parameter.Type

const Media = Schema.Struct({ schema: Schema.Record(Schema.String, Schema.Unknown) })

const Operation = Schema.Struct({
  tags: Schema.Array(Schema.String),
  operationId: Schema.String,
  summary: Schema.String,
  description: Schema.String,
  parameters: Schema.Array(Parameter),
  requestBody: Schema.optionalKey(Schema.Struct({ content: Schema.Record(Schema.String, Media) })),
  responses: Schema.Record(
    Schema.String,
    Schema.Struct({
      description: Schema.String,
      content: Schema.optionalKey(Schema.Record(Schema.String, Media))
    })
  ),
  "x-example": Schema.Struct({ path: Schema.String, body: Schema.optionalKey(Schema.Unknown) }),
  "x-scope": Schema.optionalKey(Schema.String)
})
export type Operation = typeof Operation.Type

/** What the reference page and the tests read of the document. */
export const ReadDocument = Schema.Struct({
  info: Schema.Struct({ version: Schema.String, description: Schema.String }),
  tags: Schema.Array(Schema.Struct({ name: Schema.String, description: Schema.String })),
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
  components: Schema.Struct({
    schemas: Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Unknown))
  })
})
