/**
 * Style sheet, script and icon: files of our own, served under names that hold the hash of their content, so
 * that they are fetched once. The parts of the style sheet stand in `assets/`, joined in this order after the
 * rules for quotations and tables, which the digest brings.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { brotliCompressSync, constants } from "node:zlib"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import { quotationStyle } from "../export/html/style.ts"

const read = (name: string): string => readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8")

const styles = [
  "tokens.css",
  "base.css",
  "layout.css",
  "tables.css",
  "forms.css",
  "reading.css",
  "register.css",
  "review.css",
  "desk.css"
]
const scripts = ["script.js", "upload.js", "review.js", "desk.js"]

interface Asset {
  readonly path: `/${string}`
  readonly type: string
  readonly bytes: Uint8Array
  readonly compressed: Uint8Array
}

const asset = (name: string, extension: string, type: string, text: string): Asset => {
  const bytes = Buffer.from(text, "utf8")
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12)
  const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { path: `/assets/${name}-${hash}.${extension}`, type, bytes, compressed }
}

const joined = (names: ReadonlyArray<string>): string => names.map(read).join("\n")

const styleSheet = asset(
  "portal",
  "css",
  "text/css; charset=utf-8",
  `${quotationStyle}\n${joined(styles)}\n${read("print.css")}`
)
const script = asset("portal", "js", "text/javascript; charset=utf-8", joined(scripts))
const icon = asset("icon", "svg", "image/svg+xml", read("icon.svg"))

/** Addresses for the head of a page. */
export const assetPaths = { style: styleSheet.path, script: script.path, icon: icon.path }

const serve = ({ bytes, compressed, type }: Asset, cache: string) =>
  Effect.map(HttpServerRequest.HttpServerRequest, (request) => {
    const brotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "")
    return HttpServerResponse.uint8Array(brotli ? compressed : bytes, {
      contentType: type,
      headers: {
        "cache-control": cache,
        // Archived pages have an origin of their own, and take their style from here.
        "cross-origin-resource-policy": "cross-origin",
        vary: "Accept-Encoding",
        ...(brotli ? { "content-encoding": "br" } : {})
      }
    })
  })

const forever = "public, max-age=31536000, immutable"

/** The routes of all assets; browsers ask for `/favicon.ico` unasked, and take an SVG there too. */
export const assets = Layer.mergeAll(
  HttpRouter.add("GET", styleSheet.path, serve(styleSheet, forever)),
  HttpRouter.add("GET", script.path, serve(script, forever)),
  HttpRouter.add("GET", icon.path, serve(icon, forever)),
  HttpRouter.add("GET", "/favicon.ico", serve(icon, "public, max-age=86400"))
)
