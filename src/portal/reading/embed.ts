/**
 * Newest statements of an initiative for a frame on its own site: the one page that others may frame. It holds
 * no script and no form, and sets nothing.
 */
import { Effect, Option } from "effect"
import { HttpServerResponse } from "effect/http"
import { InitiativeId } from "../../domain/index.ts"
import { locales } from "../../domain/languages.ts"
import { langDir, markup, name } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { Initiatives, Search } from "../../store/index.ts"
import { assetPaths } from "../assets.ts"
import { notFound } from "../failure.ts"
import { inLanguage } from "../language.ts"
import type { PortalRequest } from "../request.ts"
import { file, param } from "../route.ts"
import { embedPolicy } from "../security-headers.ts"
import { quotedOf } from "./statements.ts"
import { readingWords } from "./words/index.ts"

const shown = 10

export const embed = file(
  "/embed/initiatives/:initiative",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const id = yield* param(request, "initiative", InitiativeId)
    const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(id))
    if (initiative === undefined) return yield* notFound()
    const found = yield* (yield* Search).find({
      text: "",
      facets: { initiatives: [id] },
      limit: shown,
      offset: 0
    })
    const quoted = yield* quotedOf(found.ids)
    const words = readingWords.in(lang)
    const { direction, tag } = locales[lang]
    const link = (path: string) => request.permanent(inLanguage(lang, path))
    const html = markup`<html lang="${tag}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${initiative.name}</title>
        <link rel="stylesheet" href="${assetPaths.style}" />
      </head>
      <body class="embed">
        <main>
          <h1><a href="${link(`/initiatives/${id}`)}" target="_blank" rel="noopener">${name(initiative.name)}</a></h1>
          ${quoted.length === 0 ? markup`<p>${words.text("noOutputs")}</p>` : ""}
          <ol class="statements">
            ${quoted.map(
              ({ output, statement }) =>
                markup`<li>
                  <blockquote${langDir(statement.language)}><p>${opening(statement.text, 400)}</p></blockquote>
                  <p class="src">
                    <a href="${link(`/statements/${statement.id}`)}" target="_blank" rel="noopener"
                      >${output.publishedAt === null ? words.text("undated") : m.date(output.publishedAt)}<span class="sr"> (${opening(statement.text, 40)})</span></a
                    >
                  </p>
                </li>`
            )}
          </ol>
        </main>
      </body>
    </html>`
    return HttpServerResponse.text(`<!doctype html>\n${html.text}\n`, {
      contentType: "text/html; charset=utf-8",
      headers: {
        "content-security-policy": embedPolicy,
        "cross-origin-resource-policy": "cross-origin",
        "cache-control": "public, max-age=600",
        vary: "Accept-Language"
      }
    })
  })
)
