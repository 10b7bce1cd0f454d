/** Takes a file from the body of a request: a form with a file, or the bytes as they are. */
import { ByteSize, Effect, Fiber, Option, Schema, SchemaIssue, type Scope } from "effect"
import { HttpIncomingMessage, type HttpServerRequest } from "effect/http"
import type { Reading, Upload } from "../../../domain/index.ts"
import {
  largestUpload,
  readUpload,
  receiveUpload,
  receiving,
  type Sender,
  type SentFile
} from "../../../jobs/organisers/index.ts"
import { Settling } from "../../review/settling.ts"
import { readForm } from "../../organiser/multipart.ts"
import { problemSentence, refusalSentence } from "../../organiser/uploads.ts"
import { Told } from "../contract/organisers.ts"
import {
  BadRequest,
  ContentTooLarge,
  TooManyRequests,
  Unavailable,
  Unprocessable,
  UnsupportedMediaType
} from "../problem.ts"

const english = { lang: "en" } as const

const ToldStruct = Schema.Struct(Told)
type ToldOf = typeof ToldStruct.Type

const tooLarge = () => new ContentTooLarge({ detail: refusalSentence(english, "too-large") })

const otherType = () =>
  new UnsupportedMediaType({
    detail: "Send a form (multipart/form-data) or the bytes of the file (application/octet-stream)."
  })

const noFile = () => new BadRequest({ detail: "There is no file in the request." })

/** What stands in the fields of a form beside the file. */
const toldIn = (fields: URLSearchParams) => {
  const given = [...fields].filter(([name, value]) => name in Told && value.trim() !== "")
  return Schema.decodeUnknownEffect(ToldStruct)(Object.fromEntries(given)).pipe(
    Effect.mapError(({ issue }) => {
      const [first] = SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues
      const [field] = first?.path ?? []
      const name = typeof field === "string" ? field : "form"
      return new BadRequest({ detail: `${name}: ${first?.message ?? "It does not fit."}` })
    })
  )
}

interface SentBytes {
  readonly bytes: Uint8Array
  readonly name: string
  readonly label: string
  readonly told: ToldOf
}

const formOf = (request: HttpServerRequest.HttpServerRequest) =>
  readForm({ raw: request }, largestUpload).pipe(
    Effect.catchTag("UnreadableForm", ({ reason }) =>
      Effect.fail(
        reason === "too-large"
          ? tooLarge()
          : reason === "other-type"
            ? otherType()
            : new BadRequest({ detail: "The form cannot be read: its parts are not set apart as it says." })
      )
    ),
    Effect.flatMap(({ fields, file }) =>
      file === null
        ? Effect.fail(noFile())
        : Effect.map(toldIn(fields), (told): SentBytes => ({ ...file, told }))
    )
  )

const bytesOf = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest,
  name: string | undefined
) {
  if (Number(request.headers["content-length"] ?? "0") > largestUpload) return yield* tooLarge()
  if (name === undefined) {
    return yield* new BadRequest({
      detail: "name: Give the file's name with its ending, as in ?name=report.pdf",
      errors: [{ path: ["query", "name"], message: "Expected the file's name" }]
    })
  }
  const body = yield* request.arrayBuffer.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.bytes(largestUpload)),
    Effect.mapError(tooLarge)
  )
  if (body.byteLength === 0) return yield* noFile()
  const sent: SentBytes = { bytes: new Uint8Array(body), name, label: "", told: {} }
  return sent
})

/** Reads the body, at most three at once. */
const sentBy = (request: HttpServerRequest.HttpServerRequest, name: string | undefined) => {
  const type = (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase()
  if (type === "multipart/form-data") return formOf(request)
  return type === "application/octet-stream" ? bytesOf(request, name) : Effect.fail(otherType())
}

/**
 * Takes the file of a request: it is checked, kept, and read to its end even if the caller goes away.
 *
 * @param beforeReading done when it is kept, before statements are derived
 * @param scope outlives the request
 */
export const receive = Effect.fnUntraced(function* <E, R>(
  request: HttpServerRequest.HttpServerRequest,
  query: ToldOf,
  sender: Sender,
  scope: Scope.Scope,
  beforeReading: (upload: Upload, reading: Reading) => Effect.Effect<void, E, R>
) {
  const taking = Effect.gen(function* () {
    const { bytes, label, name, told } = yield* sentBy(request, query.name)
    const all = { ...query, ...told }
    const file: SentFile = {
      bytes,
      name,
      label: label === "" ? null : label,
      title: all.title ?? null,
      publishedAt: all.publishedAt ?? null,
      language: all.language ?? null,
      replaces: all.replaces ?? null
    }
    const received = yield* receiveUpload(sender, file)
    switch (received._tag) {
      case "Refused":
        return yield* received.refusal === "too-large"
          ? tooLarge()
          : new Unprocessable({ detail: refusalSentence(english, received.refusal) })
      case "TooMany":
        return yield* new TooManyRequests({
          detail: "Many files came for this initiative within an hour: wait an hour."
        })
      case "Known":
        return { same: true, upload: received.upload }
      case "Taken": {
        const { reading, upload } = received
        const done = beforeReading(upload, reading).pipe(
          Effect.andThen(readUpload(upload, reading, bytes)),
          Effect.tap(Effect.flatMap(Settling, (settling) => settling.request)),
          // A taxonomy that cannot be read is the operator's matter: `doctor` names it.
          Effect.catchTag("TaxonomyError", Effect.die),
          Effect.tapCause((cause) => Effect.logError("A file could not be read", cause))
        )
        const fiber = yield* Effect.forkIn(done, scope)
        return { same: false, upload: yield* Fiber.join(fiber) }
      }
    }
  })
  const taken = yield* receiving.withPermitsIfAvailable(1)(taking)
  if (Option.isNone(taken)) {
    return yield* new Unavailable({ detail: "Other files are being received: try again in a minute." })
  }
  const { same, upload } = taken.value
  return {
    same,
    upload,
    problem: upload.problem === null ? null : problemSentence(english, upload.problem)
  }
})
