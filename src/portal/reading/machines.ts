/**
 * For search machines: what they may read (RFC 9309), and what there is (sitemaps.org).
 */
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { digestLanguages, locales } from "../../domain/languages.ts"
import { escape } from "../../export/html/html.ts"
import { inLanguage } from "../language.ts"
import type { PortalRequest } from "../request.ts"
import { file } from "../route.ts"
import { Known } from "./known.ts"

const robots = file("/robots.txt", (request: PortalRequest) =>
  Effect.succeed(
    HttpServerResponse.text(
      [
        "User-agent: *",
        "Disallow: /captures/",
        "Disallow: /embed/",
        ...digestLanguages.flatMap((lang) => [
          `Disallow: /${lang}/search`,
          `Disallow: /${lang}/captures/`,
          `Disallow: /${lang}/manage`
        ]),
        `Sitemap: ${request.permanent("/sitemap.xml")}`,
        ""
      ].join("\n"),
      { headers: { "cache-control": "public, max-age=86400" } }
    )
  )
)

const sitemap = file(
  "/sitemap.xml",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const known = yield* Known
    const paths = [
      "/",
      "/digest",
      "/issues",
      "/initiatives",
      "/meetings",
      "/take-part",
      ...[...known.issues("en").keys()].map((id) => `/issues/${id}`),
      ...[...(yield* known.initiatives).keys()].map((id) => `/initiatives/${id}`)
    ]
    const address = (lang: (typeof digestLanguages)[number], path: string) =>
      escape(request.permanent(inLanguage(lang, path)))
    const entries = paths.map(
      (path) =>
        `<url><loc>${address("en", path)}</loc>${digestLanguages
          .map(
            (lang) =>
              `<xhtml:link rel="alternate" hreflang="${locales[lang].tag}" href="${address(lang, path)}"/>`
          )
          .join("")}</url>`
    )
    return HttpServerResponse.text(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`,
      { contentType: "application/xml; charset=utf-8", headers: { "cache-control": "public, max-age=3600" } }
    )
  })
)

export const machines = [robots, sitemap] as const
