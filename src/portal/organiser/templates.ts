/** The reporting form as a download, in seven languages and three formats; made once. */
import { Effect, Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { DigestLanguage } from "../../domain/languages.ts"
import { formWords } from "../../form/index.ts"
import type { PortalRequest } from "../request.ts"
import { file, param } from "../route.ts"

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  // As a download only: it is filled in from the reader's own disk.
  html: "application/octet-stream",
  md: "text/markdown; charset=utf-8"
} as const

const Format = Schema.Literals(["docx", "html", "md"])

const made = new Map<string, Uint8Array>()

export const templates = file(
  "/report-form/:lang/:format",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const lang = yield* param(request, "lang", DigestLanguage)
    const format = yield* param(request, "format", Format)
    const key = `${lang} ${format}`
    const make = Effect.promise(() => import("../../jobs/make-template.ts")).pipe(
      Effect.flatMap(({ makeTemplate }) => makeTemplate(format, lang, null))
    )
    const bytes = made.get(key) ?? (yield* make)
    made.set(key, bytes)
    return HttpServerResponse.uint8Array(bytes, {
      contentType: types[format],
      headers: {
        "cache-control": "public, max-age=3600",
        "content-disposition": `attachment; filename="${formWords(lang).fileName}.${format}"`
      }
    })
  })
)
