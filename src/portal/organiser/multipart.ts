/**
 * The body of an upload (RFC 7578): a few short fields and one file, held in memory under limits. What is over
 * a limit is told apart from what is broken.
 */
import { Effect, Schema, Stream } from "effect"
import { Multipart } from "effect/http"
import type { PortalRequest } from "../request.ts"

/** What a form with a file held. */
export interface SentForm {
  readonly fields: URLSearchParams
  /** Null when no file was chosen: browsers then send an empty one without a name. */
  readonly file: { readonly bytes: Uint8Array; readonly name: string; readonly label: string } | null
}

/** The body is no form with a file, or larger than it may be. */
export class UnreadableForm extends Schema.TaggedError<UnreadableForm>()("UnreadableForm", {
  reason: Schema.Literals(["too-large", "broken", "other-type"])
}) {}

/** Bytes beside the file: fields, and what stands between the parts. */
const around = 64 * 1024

const failure = (error: unknown): UnreadableForm =>
  new UnreadableForm({
    reason:
      Multipart.isMultipartError(error) && /TooLarge|TooMany/u.test(error.reason._tag)
        ? "too-large"
        : "broken"
  })

/** Reads the whole body; at most `most` bytes of file. */
export const readForm = Effect.fnUntraced(function* (request: Pick<PortalRequest, "raw">, most: number) {
  const { headers } = request.raw
  if (!/^multipart\/form-data\s*;/iu.test(headers["content-type"] ?? "")) {
    return yield* new UnreadableForm({ reason: "other-type" })
  }
  if (Number(headers["content-length"] ?? "0") > most + around) {
    return yield* new UnreadableForm({ reason: "too-large" })
  }
  const fields = new URLSearchParams()
  const files: Array<NonNullable<SentForm["file"]>> = []
  yield* request.raw.multipartStream.pipe(
    Stream.runForEach((part) =>
      part._tag === "Field"
        ? Effect.sync(() => fields.append(part.key, part.value))
        : Effect.map(part.contentEffect, (bytes) => {
            if (bytes.length > 0 || part.name !== "") {
              files.push({ bytes, name: part.name, label: part.contentType })
            }
          })
    ),
    Effect.provide(
      Multipart.limitsServices({
        maxParts: 16,
        maxFieldSize: 8 * 1024,
        maxFileSize: most,
        maxTotalSize: most + around
      })
    ),
    Effect.mapError(failure)
  )
  const form: SentForm = { fields, file: files[0] ?? null }
  return form
})
