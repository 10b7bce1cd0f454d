/**
 * Outputs: what was read from a document, its archived text block by block, and its archived copy.
 */
import { Effect, Option } from "effect"
import { HttpServerResponse } from "effect/http"
import { CaptureId, OutputId } from "../../domain/index.ts"
import type { Block, Capture } from "../../domain/index.ts"
import { langDir, link, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { decodeText } from "../../ingest/encoding/index.ts"
import { Captures, Initiatives, Outputs, Readings, Statements, Uploads } from "../../store/index.ts"
import { assetPaths } from "../assets.ts"
import { notFound } from "../failure.ts"
import { organiserWords } from "../organiser/words/index.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { file, page, param } from "../route.ts"
import { archivePolicy } from "../security-headers.ts"
import { keptPage } from "./kept.ts"
import { pageNumber, pager } from "./pager.ts"
import { sanitise, statedLanguage } from "./sanitise.ts"
import { initiativeLink, statementList } from "./statements.ts"
import { readingWords } from "./words/index.ts"

const pageSize = 30

/** Characters of archived text on one page. */
const textSize = 60_000

/** Characters of an archived page that are shown: the rest is in the download. */
const copySize = 400_000

const find = Effect.fnUntraced(function* (request: PortalRequest) {
  const id = yield* param(request, "output", OutputId)
  const outputs = yield* Outputs
  const output = Option.getOrUndefined(yield* outputs.get(id))
  if (output === undefined) return yield* notFound()
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(output.initiativeId))
  if (initiative === undefined) return yield* notFound()
  const version = Option.getOrUndefined(yield* outputs.latestVersion(id))
  return { output, initiative, version }
})

type Found = Effect.Success<ReturnType<typeof find>>

const crumbsOf = (request: PortalRequest, { initiative, output }: Found, deeper: boolean) => {
  const words = readingWords.in(request.lang)
  return [
    { href: request.href("/initiatives"), label: words.text("initiativesTitle") },
    { href: request.href(`/initiatives/${initiative.id}`), label: initiative.name },
    ...(deeper ? [{ href: request.href(`/outputs/${output.id}`), label: output.title }] : [])
  ]
}

const own = keptPage(
  "/outputs/:output",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { m } = request
    const words = readingWords.in(request.lang)
    const found = yield* find(request)
    const { initiative, output, version } = found
    const all = (yield* (yield* Statements).list({ outputId: output.id })).filter(
      ({ kind }) => kind !== "boilerplate"
    )
    const number = pageNumber(request.query)
    const shown = all.slice((number - 1) * pageSize, number * pageSize)
    const quoted = shown.map((statement) => ({ statement, output, initiative }))
    const [upload] = yield* (yield* Uploads).list({ outputId: output.id, limit: 1 })
    const isWeb = /^https?:/.test(output.url)
    const facts: ReadonlyArray<readonly [string, Html | string]> = [
      [words.text("fromOutput"), initiativeLink(request, initiative)],
      [words.text("documentKind"), m.names.kind[output.kind]],
      [
        words.text("published"),
        output.publishedAt === null ? words.text("undated") : m.date(output.publishedAt)
      ],
      [words.text("language"), m.language(output.language)],
      ...(output.edition === null
        ? []
        : [[words.text("edition"), markup`<bdi>${output.edition}</bdi>`] as const]),
      ...(isWeb
        ? [[words.text("original"), link(output.url, markup`<bdi>${output.url}</bdi>`)] as const]
        : []),
      ...(upload === undefined
        ? []
        : [
            [
              words.text("original"),
              organiserWords.in(request.lang).text("byInitiative", { date: m.date(upload.at) })
            ] as const
          ]),
      ...(version === undefined
        ? []
        : [
            [
              words.text("archivedCopy"),
              markup`<a href="${request.href(`/outputs/${output.id}/text`)}">${words.text("archivedText")}</a> ·
                <a href="${request.href(`/captures/${version.captureId}`)}">${words.text("archivedCopy")}</a>
                <span class="meta">${words.text("fetched")} ${m.date(version.retrievedAt)}</span>`
            ] as const
          ])
    ]
    return {
      title: output.title,
      heading: markup`<bdi${langDir(output.language)}>${output.title}</bdi>`,
      section: "/initiatives",
      crumbs: crumbsOf(request, found, false),
      body: markup`<dl class="facts">${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
        ${output.inDoubt ? markup`<p class="notice">${words.text("inDoubt")}</p>` : ""}
        ${
          output.sameAs === null
            ? ""
            : markup`<p class="notice"><a href="${request.href(`/outputs/${output.sameAs}`)}">${words.text("duplicate")}</a></p>`
        }
        <h2>${words.text("statementsHead")}</h2>
        ${yield* statementList(request, quoted, { hide: "output" })}
        ${pager(request, number, Math.ceil(all.length / pageSize))}
        <p class="note"><a href="${request.href("/organisers/corrections/new", { about: output.id })}">${words.text("correction")}</a></p>`
    }
  })
)

/** Levels of headings without gaps, under the page's own: documents skip levels, readers of outlines cannot. */
const levelsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<number> => {
  let last = 1
  return blocks.map(({ kind, level }) => {
    if (kind !== "heading") return 0
    last = Math.min(6, Math.max(2, level + 1), last + 1)
    return last
  })
}

const blockHtml = (block: Block, index: number, level: number, attributes: Html): Html => {
  const id = markup` id="b${index}"`
  if (block.kind === "heading") {
    return markup`<p role="heading" aria-level="${level}"${id}${attributes}><b>${block.text}</b></p>\n`
  }
  if (block.kind === "quote") return markup`<blockquote${id}${attributes}>${block.text}</blockquote>\n`
  if (block.kind === "table") return markup`<pre${id}${attributes}>${block.text}</pre>\n`
  const label = block.label === undefined ? (block.kind === "list-item" ? "• " : "") : `${block.label} `
  return markup`<p${id}${attributes}>${label}${block.text}</p>\n`
}

/** Blocks by pages of a bounded number of characters: index of the first block of each. */
const textPages = (blocks: ReadonlyArray<Block>, most = textSize): ReadonlyArray<number> => {
  const starts = [0]
  let size = 0
  for (const [index, { text }] of blocks.entries()) {
    if (size > 0 && size + text.length > most) {
      starts.push(index)
      size = 0
    }
    size += text.length
  }
  return starts
}

const text = keptPage(
  "/outputs/:output/text",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = readingWords.in(request.lang)
    const found = yield* find(request)
    const { output, version } = found
    if (version === undefined) return yield* notFound()
    const { blocks } = version.document
    const starts = textPages(blocks)
    const number = Math.min(pageNumber(request.query), starts.length)
    const from = starts[number - 1] ?? 0
    const shown = blocks.slice(from, starts[number])
    const levels = levelsOf(shown)
    return {
      title: `${words.text("archivedText")}: ${output.title}`,
      heading: markup`<bdi${langDir(output.language)}>${output.title}</bdi>`,
      section: "/initiatives",
      crumbs: crumbsOf(request, found, true),
      body: markup`<p class="note">${request.m.text("archivedNote")}</p>
        <div class="archived measure">
          ${shown.map((block, index) => blockHtml(block, from + index, levels[index] ?? 0, langDir(output.language)))}
        </div>
        ${pager(request, number, starts.length)}`
    }
  })
)

/** The archived text in a frame, beside what is made of it: as the copy of a page, where the original is none. */
const copy = file(
  "/outputs/:output/copy",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { output, version } = yield* find(request)
    if (version === undefined) return yield* notFound()
    const { blocks } = version.document
    const shown = blocks.slice(0, textPages(blocks, copySize)[1])
    const levels = levelsOf(shown)
    const body = shown.map((block, index) => blockHtml(block, index, levels[index] ?? 0, markup``))
    return HttpServerResponse.text(
      markup`<!doctype html>\n<html${langDir(output.language)}><head><meta charset="utf-8"><title>${output.title}</title><link rel="stylesheet" href="${assetPaths.style}"></head><body class="capture"><main class="archived">${body}</main></body></html>\n`
        .text,
      {
        contentType: "text/html; charset=utf-8",
        headers: {
          "content-security-policy": archivePolicy,
          "cache-control": "no-cache",
          "x-robots-tag": "noindex, nofollow"
        }
      }
    )
  })
)

/** Archived text of a capture that a digest names: the output it was read from. */
const archive = page(
  "/archive/:capture",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const id = yield* param(request, "capture", CaptureId)
    const output = Option.getOrUndefined(yield* (yield* Readings).outputOfCapture(id))
    if (output === undefined) return yield* notFound()
    return redirect(request.href(`/outputs/${output}/text`), 302)
  })
)

const captureOf = Effect.fnUntraced(function* (request: PortalRequest) {
  const id = yield* param(request, "capture", CaptureId)
  const captures = yield* Captures
  const capture = Option.getOrUndefined(yield* captures.get(id))
  if (capture === undefined) return yield* notFound()
  return capture
})

const bytesOf = Effect.fnUntraced(function* (capture: Capture) {
  const bytes = Option.getOrUndefined(yield* (yield* Captures).bytes(capture.id))
  if (bytes === undefined) return yield* notFound()
  return bytes
})

const isHtml = ({ mediaType }: Capture): boolean =>
  mediaType === "text/html" || mediaType === "application/xhtml+xml"

const capture = keptPage(
  "/captures/:capture",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { m } = request
    const words = readingWords.in(request.lang)
    const own = yield* captureOf(request)
    const facts = [
      [words.text("original"), link(own.url, markup`<bdi>${own.url}</bdi>`)],
      [words.text("fetched"), markup`<time datetime="${own.retrievedAt}">${m.date(own.retrievedAt)}</time>`],
      ["SHA-256", markup`<bdi>${own.id}</bdi>`],
      [
        m.text("bytes"),
        [m.number(own.bytes), ...(own.mediaType === null ? [] : [own.mediaType])].join(m.text("comma"))
      ]
    ] as const
    return {
      title: words.text("captureTitle"),
      section: "/initiatives",
      crumbs: [],
      unlisted: true,
      body: markup`<dl class="facts">${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
        <p><a class="button quiet" href="/captures/${own.id}/file" download>${words.text("download")}</a></p>
        ${
          isHtml(own)
            ? markup`<p class="note">${words.text("captureNote")}</p>
                <iframe class="capture" sandbox title="${words.text("captureTitle")}" src="/captures/${own.id}/view"></iframe>`
            : markup`<p class="notice">${words.text("captureFile")}</p>`
        }`
    }
  })
)

/** The language of an archived page: as it states itself, else as it was told when it was read. */
const languageOf = Effect.fnUntraced(function* (html: string, id: Capture["id"]) {
  const stated = statedLanguage(html)
  if (stated !== null) return stated
  const output = Option.getOrUndefined(yield* (yield* Readings).outputOfCapture(id))
  const own = output === undefined ? Option.none() : yield* (yield* Outputs).get(output)
  return Option.match(own, { onNone: () => "und", onSome: ({ language }) => language })
})

/** The archived page in its frame: harmless markup, an origin of its own, nothing fetched but our style. */
const view = file(
  "/captures/:capture/view",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const own = yield* captureOf(request)
    if (!isHtml(own)) return yield* notFound()
    const decoded = decodeText(yield* bytesOf(own), own.charset === null ? {} : { charset: own.charset })
    const body = sanitise(decoded.text.slice(0, copySize), own.url)
    const lang = yield* languageOf(decoded.text, own.id)
    const html = `<!doctype html>\n<html${langDir(lang).text}><head><meta charset="utf-8"><title>${own.id.slice(0, 12)}</title><link rel="stylesheet" href="${assetPaths.style}"></head><body class="capture">${body}</body></html>\n`
    return HttpServerResponse.text(html, {
      contentType: "text/html; charset=utf-8",
      headers: {
        "content-security-policy": archivePolicy,
        "cache-control": "public, max-age=86400",
        "x-robots-tag": "noindex, nofollow"
      }
    })
  })
)

const extensions: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/json": "json",
  "text/plain": "txt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"
}

/** The very bytes, only ever as a download of no kind that a browser would open. */
const bytes = file(
  "/captures/:capture/file",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const own = yield* captureOf(request)
    const extension = extensions[own.mediaType ?? ""] ?? "bin"
    return HttpServerResponse.uint8Array(yield* bytesOf(own), {
      contentType: extension === "pdf" ? "application/pdf" : "application/octet-stream",
      headers: {
        "content-security-policy": archivePolicy,
        "content-disposition": `attachment; filename="${own.id.slice(0, 16)}.${extension}"`,
        "cache-control": "public, max-age=31536000, immutable",
        "x-robots-tag": "noindex"
      }
    })
  })
)

export const outputs = [own, text, copy, archive, capture, view, bytes] as const
