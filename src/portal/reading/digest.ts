/**
 * The digest in pages: at a glance, issues, matrix, lenses, change, coverage, method; its earlier releases, its
 * other forms to download, and feeds of what is new.
 */
import { readFile } from "node:fs/promises"
import { Effect } from "effect"
import { digestLanguages } from "../../domain/languages.ts"
import { markup, raw } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { groupSlug } from "../digest/fragments.ts"
import {
  DigestShelf,
  downloads,
  type NotPrepared,
  type Opened,
  type Shelved,
  type ShelvedOutline
} from "../digest/shelf.ts"
import { notFound, PageFailure } from "../failure.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect, sendContent, Content } from "../respond.ts"
import { file, page } from "../route.ts"
import { keptPage, keptPageAfter } from "./kept.ts"
import { pageNumber, pager } from "./pager.ts"
import { readingWords } from "./words/index.ts"

/** Seconds that a reader waits before being told to come back by itself. */
const patience = "6 seconds"

const shelved = Effect.fnUntraced(function* (request: PortalRequest) {
  const slug = request.params["digest"] ?? ""
  const shelf = yield* DigestShelf
  const digest =
    slug === "preview" ? yield* shelf.preview : (yield* shelf.list).find((one) => one.slug === slug)
  if (digest === undefined || digest === null) return yield* notFound()
  return digest
})

/** While a digest is prepared: a page that looks again by itself. */
const waiting = (request: PortalRequest): Page => {
  const words = readingWords.in(request.lang)
  return {
    title: words.text("digestTitle"),
    section: "/digest",
    crumbs: [],
    unlisted: true,
    status: 503,
    headers: { refresh: "5", "retry-after": "5" },
    body: markup`<p class="notice" role="status">${words.text("preparing")}</p>`
  }
}

/** Says that it may be tried again when what is prepared cannot be had. */
const orLater = <A, E, R>(effect: Effect.Effect<A, E | NotPrepared, R>) =>
  effect.pipe(
    Effect.catchIf(
      (error): error is NotPrepared & E =>
        error instanceof Error && "_tag" in error && error._tag === "NotPrepared",
      () => new PageFailure({ status: 503, message: "", retryAfter: 60 })
    )
  )

/** A digest and what is prepared of it. */
interface Ready {
  readonly digest: Shelved
  readonly opened: Opened
}

/** Opens the digest of a page; null where preparing it takes long. */
const ready = Effect.fnUntraced(function* (request: PortalRequest) {
  const digest = yield* shelved(request)
  return yield* (yield* DigestShelf).open(digest, request.lang).pipe(
    Effect.map((opened): Ready | null => ({ digest, opened })),
    Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.succeed(null) }),
    orLater
  )
})

/** A kept page of a digest, or one that looks again by itself while that is prepared. */
const digestPage = <E, R>(
  path: `/digest/:digest${string}`,
  make: (request: PortalRequest, ready: Ready) => Effect.Effect<Page, E | NotPrepared, R>
) =>
  keptPageAfter(path, ready, (request, own) =>
    own === null ? Effect.succeed(waiting(request)) : orLater(make(request, own))
  )

const base = (request: PortalRequest, { slug }: Shelved): string => request.href(`/digest/${slug}`)

/** The parts of a digest, for its side. */
const contents = (
  request: PortalRequest,
  digest: Shelved,
  outline: ShelvedOutline,
  current: string
): Html => {
  const words = readingWords.in(request.lang)
  const { m } = request
  const parts: ReadonlyArray<readonly [path: string, label: string]> = [
    ["", words.text("summaryPart")],
    ["issues", m.text("issues")],
    ["matrix", words.text("matrixPart")],
    ["lenses", words.text("lensesPart")],
    ...(outline.hasChange ? [["change", words.text("changePart")] as const] : []),
    ["coverage", words.text("coveragePart")],
    ["method", words.text("methodPart")],
    ["downloads", words.text("download")]
  ]
  return markup`<nav class="parts" aria-label="${words.text("parts")}">
    <ul>
      ${parts.map(
        ([path, label]) =>
          markup`<li>
            <a href="${base(request, digest)}${path === "" ? "" : `/${path}`}"${
              path === current ? markup` aria-current="page"` : ""
            }>${label}</a>
          </li>`
      )}
    </ul>
  </nav>`
}

const masthead = (request: PortalRequest, outline: ShelvedOutline): Value => {
  const words = readingWords.in(request.lang)
  return markup`<p class="meta">${outline.purpose}<br />${outline.scope}<br />
    ${
      outline.frozen
        ? markup`${words.text("frozenOn", { date: request.m.date(outline.asOf) })}, SHA-256 <abbr title="${outline.contentHash}">${outline.contentHash.slice(0, 6)}…</abbr>`
        : words.text("digestPreview")
    }</p>`
}

/** Pages of a former preview are not kept: the present one is a moment away. */
const freshness = ({ isFormer }: Opened) => (isFormer ? { maxAge: 0 } : {})

/** Says that what is shown is a former preview. */
const formerNote = (request: PortalRequest, { isFormer }: Opened): Value =>
  isFormer
    ? markup`<p class="notice" role="status">${readingWords.in(request.lang).text("madeAnew")}</p>`
    : ""

const crumbsOf = (request: PortalRequest, digest: Shelved, outline: ShelvedOutline, part: string) => {
  const words = readingWords.in(request.lang)
  return [
    { href: request.href("/digest"), label: words.text("digestTitle") },
    ...(part === "" ? [] : [{ href: base(request, digest), label: outline.title }]),
    ...(part === "issues/"
      ? [{ href: `${base(request, digest)}/issues`, label: request.m.text("issues") }]
      : [])
  ]
}

/** A page made from a fragment. */
const fragmentPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  { digest, opened }: Ready,
  path: string
) {
  const shelf = yield* DigestShelf
  const outline = yield* shelf.outline(opened)
  const fragment = yield* shelf.fragment(opened, path, pageNumber(request.query))
  if (fragment === null) return yield* notFound()
  const [part = ""] = path.split("/")
  const own: Page = {
    title: path === "" ? outline.title : fragment.title,
    section: "/digest",
    crumbs: crumbsOf(request, digest, outline, path.startsWith("issues/") ? "issues/" : part),
    description: `${outline.purpose} ${outline.scope}`,
    wide: part === "matrix",
    ...freshness(opened),
    body: markup`${contents(request, digest, outline, part)}
        ${formerNote(request, opened)}
        ${path === "" ? masthead(request, outline) : ""}
        <div class="digest">${raw(fragment.html)}</div>
        ${pager(request, fragment.page, fragment.pages)}`
  }
  return own
})

const part = (path: string) =>
  digestPage(path === "" ? "/digest/:digest" : `/digest/:digest/${path}`, (request, own) =>
    fragmentPage(request, own, path)
  )

const issuesOfDigest = digestPage(
  "/digest/:digest/issues",
  Effect.fnUntraced(function* (request: PortalRequest, { digest, opened }: Ready) {
    const { m } = request
    const words = readingWords.in(request.lang)
    const shelf = yield* DigestShelf
    const outline = yield* shelf.outline(opened)
    const own: Page = {
      title: m.text("issues"),
      section: "/digest",
      crumbs: crumbsOf(request, digest, outline, "issues"),
      ...freshness(opened),
      body: markup`${contents(request, digest, outline, "issues")}
          ${formerNote(request, opened)}
          <div class="scroll" role="region" tabindex="0" aria-label="${m.text("issues")}">
            <table class="issues">
              <thead>
                <tr>
                  <th scope="col">${words.text("searchIssue")}</th>
                  <th scope="col">${m.text("area")}</th>
                  <th scope="col" class="num">${words.text("raisedBy")}</th>
                  <th scope="col" class="num">${m.text("byParagraph")}</th>
                </tr>
              </thead>
              <tbody>
                ${outline.issues.map(
                  (issue) =>
                    markup`<tr>
                      <th scope="row"><a href="${base(request, digest)}/issues/${issue.id}">${issue.label}</a></th>
                      <td>${issue.area}</td>
                      <td class="num">${m.number(issue.initiatives)}</td>
                      <td class="num">${issue.par}–${issue.lastPar}</td>
                    </tr>`
                )}
              </tbody>
            </table>
          </div>`
    }
    return own
  })
)

const forms = [
  ["digest.html", "formatHtml"],
  ["digest.pdf", "formatPdf"],
  ["brief.pdf", "formatBrief"],
  ["digest.docx", "formatDocx"],
  ["digest.xlsx", "formatXlsx"],
  ["digest-csv.zip", "formatCsv"],
  ["digest.md", "formatMd"],
  ["digest.json", "formatJson"]
] as const

const downloadsPage = digestPage(
  "/digest/:digest/downloads",
  Effect.fnUntraced(function* (request: PortalRequest, { digest, opened }: Ready) {
    const words = readingWords.in(request.lang)
    const shelf = yield* DigestShelf
    const outline = yield* shelf.outline(opened)
    const own: Page = {
      title: words.text("download"),
      section: "/digest",
      crumbs: crumbsOf(request, digest, outline, "downloads"),
      ...freshness(opened),
      body: markup`${contents(request, digest, outline, "downloads")}
          ${formerNote(request, opened)}
          <p>${words.text("downloadsNote")}</p>
          <ul>
            ${forms.map(
              ([name, label]) =>
                markup`<li>
                  <a href="/digest/${digest.slug}/files/${request.lang}/${name}" download>${words.text(label)}</a>
                </li>`
            )}
          </ul>
          <h2>${words.text("followDigest")}</h2>
          <ul>
            <li><a href="/feeds/${request.lang}/all.atom">${words.text("feedAll")}</a></li>
            ${outline.groups.map(
              (group) =>
                markup`<li>
                  <a href="/feeds/${request.lang}/groups/${groupSlug(group)}.atom">${request.m.names.group[group]}</a>
                </li>`
            )}
            <li><a href="/feeds/${request.lang}/feeds.opml">OPML</a></li>
          </ul>`
    }
    return own
  })
)

const busy = () => new PageFailure({ status: 503, message: "", retryAfter: 15 })

const download = file(
  "/digest/:digest/files/:lang/:name",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const digest = yield* shelved(request)
    const lang = digestLanguages.find((one) => one === request.params["lang"])
    const name = request.params["name"] ?? ""
    const own = Object.hasOwn(downloads, name) ? downloads[name] : undefined
    if (lang === undefined || own === undefined) return yield* notFound()
    const path = yield* (yield* DigestShelf).download(digest, lang, name).pipe(
      Effect.timeoutOrElse({ duration: "25 seconds", orElse: () => Effect.fail(busy()) }),
      Effect.catchTag("NotPrepared", () => Effect.fail(busy()))
    )
    const bytes = yield* Effect.tryPromise({ try: () => readFile(path), catch: busy })
    const [stem = "", ...rest] = name.split(".")
    return yield* sendContent(request, new Content(bytes, own.type), {
      maxAge: digest.release === null ? 60 : 86_400,
      headers: {
        "content-disposition": `attachment; filename="${stem}-${digest.slug}-${lang}.${rest.join(".")}"`
      }
    })
  })
)

const current = page(
  "/digest",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const [first] = yield* (yield* DigestShelf).list
    if (first === undefined) {
      const words = readingWords.in(request.lang)
      const own: Page = {
        title: words.text("digestTitle"),
        section: "/digest",
        crumbs: [],
        body: markup`<p>${words.text("noDigest")}</p>`
      }
      return own
    }
    return redirect(base(request, first), 302)
  })
)

const releases = keptPage(
  "/digests",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { m } = request
    const words = readingWords.in(request.lang)
    const all = yield* (yield* DigestShelf).list
    const rows = all.flatMap((one) => (one.release === null ? [] : [{ ...one.release, slug: one.slug }]))
    return {
      title: words.text("allReleases"),
      section: "/digest",
      crumbs: [{ href: request.href("/digest"), label: words.text("digestTitle") }],
      body:
        rows.length === 0
          ? markup`<p>${words.text("noDigest")}</p>`
          : markup`<ul>
              ${rows.map(
                (own) =>
                  markup`<li>
                    <a href="${request.href(`/digest/${own.slug}`)}">${m.text("title", { number: own.number })}</a>
                    <span class="meta"
                      >${words.text("window", { window: m.dates(own.window.from, own.window.to) })}${m.text("comma")}${words.text("frozenOn", { date: m.date(own.frozenAt) })}</span
                    >
                  </li>`
              )}
            </ul>`
    }
  })
)

const feedTypes = { atom: "application/atom+xml", rss: "application/rss+xml", opml: "text/x-opml" } as const

const feed = (pattern: `/${string}`, pathOf: (request: PortalRequest) => string) =>
  file(
    pattern,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const lang = digestLanguages.find((one) => one === request.params["lang"])
      const [first] = yield* (yield* DigestShelf).list
      if (lang === undefined || first === undefined) return yield* notFound()
      const path = pathOf(request)
      const text = yield* (yield* DigestShelf)
        .feed(first, lang, path)
        .pipe(
          Effect.catchTag("NotPrepared", () => new PageFailure({ status: 503, message: "", retryAfter: 60 }))
        )
      if (text === null) return yield* notFound()
      const ending = path.endsWith(".atom") ? "atom" : path.endsWith(".rss") ? "rss" : "opml"
      return yield* sendContent(request, new Content(text, `${feedTypes[ending]}; charset=utf-8`), {
        maxAge: 600
      })
    })
  )

export const digest = [
  current,
  releases,
  part(""),
  issuesOfDigest,
  digestPage("/digest/:digest/issues/:issue", (request, own) =>
    fragmentPage(request, own, `issues/${request.params["issue"] ?? ""}`)
  ),
  part("unclassified"),
  part("matrix"),
  digestPage("/digest/:digest/matrix/:group", (request, own) =>
    fragmentPage(request, own, `matrix/${request.params["group"] ?? ""}`)
  ),
  part("lenses"),
  part("change"),
  part("coverage"),
  part("method"),
  downloadsPage,
  download,
  feed("/feeds/:lang/:name", ({ params }) => params["name"] ?? ""),
  feed("/feeds/:lang/:kind/:name", ({ params }) => `${params["kind"] ?? ""}/${params["name"] ?? ""}`)
] as const
