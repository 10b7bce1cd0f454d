/**
 * A digest cut into pages: fragments of bounded size with links between them, in one language.
 *
 * Each fragment is the markup that `src/export/html` makes; links to places of the digest, which are in one
 * document there, are led to the page on which the place stands.
 */
import type { Digest } from "../../domain/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { coverageParagraphs, methodPart, speakersPart } from "../../export/html/coverage.ts"
import { issueEnd, issueFigures, issueLists } from "../../export/html/issue.ts"
import { changePart, lensPart } from "../../export/html/lens.ts"
import { heatMap, legend, matrixTables } from "../../export/html/matrix.ts"
import { onePage } from "../../export/html/one-page.ts"
import { paragraph, quoting } from "../../export/html/quotation.ts"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { digestPurpose, digestScope, digestTitle } from "../../export/titles.ts"
import { viewOf } from "../../export/view.ts"
import type { View } from "../../export/view.ts"

/** Characters of one page's content, about; a single paragraph is never cut. */
const pageSize = 80_000

/** A page of the digest. */
export interface Fragment {
  /** Path below the digest's address: `issues/encryption`, `coverage`; empty for the summary. */
  readonly path: string
  /** From 1, and how many there are of this path. */
  readonly page: number
  readonly pages: number
  readonly title: string
  readonly html: string
}

/** What stands above every page of a digest, and its table of contents. */
export interface Outline {
  readonly title: string
  readonly purpose: string
  readonly scope: string
  readonly number: string | null
  readonly frozen: boolean
  readonly asOf: string
  readonly contentHash: string
  readonly issues: ReadonlyArray<{
    readonly id: string
    readonly label: string
    readonly area: string
    readonly par: number
    readonly lastPar: number
    readonly initiatives: number
    /** Initiatives whose main concern it is. */
    readonly concerned: number
  }>
  readonly groups: ReadonlyArray<string>
  readonly hasChange: boolean
}

interface Draft {
  readonly path: string
  readonly title: string
  readonly pages: ReadonlyArray<string>
}

/** Pieces put together to pages of bounded size. */
const paged = (pieces: ReadonlyArray<string>): ReadonlyArray<string> => {
  const pages: Array<string> = []
  let own = ""
  for (const piece of pieces) {
    if (own !== "" && own.length + piece.length > pageSize) {
      pages.push(own)
      own = ""
    }
    own += piece
  }
  return [...pages, own]
}

const issueDraft = (view: View, page: View["digest"]["issues"][number]): Draft => {
  const pieces: Array<string> = [markup`<div id="i-${page.id}">${issueFigures(view, page)}</div>`.text]
  for (const list of issueLists(view, page)) {
    const head = markup`<h2 class="list">${list.title}</h2>
      ${list.note}`.text
    for (const [index, item] of list.items.entries()) pieces.push(index === 0 ? head + item.text : item.text)
  }
  pieces.push(issueEnd(view, page).text)
  return { path: `issues/${page.id}`, title: page.label, pages: paged(pieces) }
}

/** The section's own heading becomes the page's. */
const withoutHeading = (html: Html): string => html.text.replace(/<h2 id="h-[a-z-]+"[^>]*>.*?<\/h2>/s, "")

const ofGroup = (view: View, group: string): View => ({
  ...view,
  digest: {
    ...view.digest,
    initiatives: view.digest.initiatives.filter(({ unGroups }) => unGroups[0] === group)
  }
})

/** Name of a group in an address. */
export const groupSlug = (group: string): string => group.toLowerCase().replace(/[^a-z]+/g, "-")

/** Headings one level higher, since the section's own has gone. */
const raised = (html: string): string =>
  html.replace(/<(\/?)h([34])(?=[ >\n])/g, (_, end: string, level: string) => `<${end}h${Number(level) - 1}`)

const one = (path: string, title: string, html: Html): Draft => ({
  path,
  title,
  pages: [raised(withoutHeading(html)).replace(/aria-labelledby="h-[a-z-]+"/, "")]
})

const drafts = (view: View): ReadonlyArray<Draft> => {
  const { digest, m } = view
  const groups = digest.totals.byGroup.map(({ group }) => group)
  return [
    one("", digestTitle(digest, m), onePage(view)),
    ...digest.issues.map((page) => issueDraft(view, page)),
    ...(digest.unclassified.length === 0
      ? []
      : [
          {
            path: "unclassified",
            title: m.text("underNoIssue"),
            pages: paged([
              markup`<div id="unclassified"></div>`.text,
              ...digest.unclassified.map((item) => quoting(view, item, null).text)
            ])
          }
        ]),
    {
      path: "matrix",
      title: m.text("whoRaisedWhat"),
      pages: [
        markup`<div id="matrix">
          ${legend(m)}
          ${paragraph(
            m,
            digest.matrixPar,
            markup`<h2>${m.text("initiativesAndIssues")}</h2>
              <p class="note">${m.text("matrixNote")}</p>
              <ul>
                ${groups.map((group) => markup`<li><a href="#matrix-${groupSlug(group)}">${m.names.group[group]}</a></li>`)}
              </ul>`
          )}
          ${
            digest.issues.length === 0
              ? paragraph(m, digest.heatMapPar, markup`<p>${m.text("noShares")}</p>`)
              : paragraph(
                  m,
                  digest.heatMapPar,
                  markup`<h2>${m.text("groupsAndIssues")}</h2>
                    ${heatMap(view)}`
                )
          }
        </div>`.text
      ]
    },
    ...groups.map((group) => ({
      path: `matrix/${groupSlug(group)}`,
      title: m.names.group[group],
      pages: paged([
        markup`<div id="matrix-${groupSlug(group)}">${legend(m)}</div>`.text,
        ...(digest.issues.length === 0 ? [] : matrixTables(ofGroup(view, group)).map(({ text }) => text))
      ])
    })),
    one("lenses", m.text("lenses"), lensPart(view)),
    ...(digest.change === null && digest.history === null
      ? []
      : [one("change", m.text("change"), changePart(view))]),
    {
      path: "coverage",
      title: m.text("coverage"),
      pages: paged([
        markup`<div id="coverage"></div>`.text,
        ...coverageParagraphs(view).map(({ text }) => raised(text))
      ])
    },
    one("method", m.text("method"), markup`${speakersPart(view)}${methodPart(view)}`)
  ]
}

const idsIn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id)

export interface Cut {
  readonly outline: Outline
  readonly fragments: ReadonlyArray<Fragment>
  /** Address of a place of the digest by its id, below the digest's own. */
  readonly placeOf: (id: string) => string
}

/** Cuts a digest; `base` is its address, `/fr/digest/2026-1`. */
export const cutDigest = (
  digest: Digest,
  options: { readonly lang: DigestLanguage; readonly base: string; readonly contentHash: string }
): Cut => {
  const { base, contentHash, lang } = options
  const view = viewOf(digest, {
    lang,
    archiveHref: (capture, place) => `/${lang}/archive/${capture}#b${place.block}`
  })
  const all = drafts(view)
  const places = new Map<string, string>()
  const addressOf = (path: string, page: number): string =>
    `${base}${path === "" ? "" : `/${path}`}${page === 1 ? "" : `?page=${page}`}`
  for (const { pages, path } of all) {
    for (const [index, html] of pages.entries()) {
      for (const id of idsIn(html)) if (!places.has(id)) places.set(id, addressOf(path, index + 1))
    }
  }
  const placeOf = (id: string): string => {
    const page = places.get(id)
    return page === undefined ? base : `${page}#${id}`
  }
  const fragments = all.flatMap(({ pages, path, title }) =>
    pages.map((html, index): Fragment => {
      const own = new Set(idsIn(html))
      return {
        path,
        page: index + 1,
        pages: pages.length,
        title,
        html: html.replace(/href="#([^"]+)"/g, (whole, id: string) =>
          own.has(id) ? whole : `href="${placeOf(id)}"`
        )
      }
    })
  )
  const areas = new Map<string, string>(view.digest.areas.map(({ id, label }) => [id, label]))
  return {
    fragments,
    placeOf,
    outline: {
      title: digestTitle(digest, view.m),
      purpose: digestPurpose(digest, view.m),
      scope: digestScope(digest, view.m),
      number: digest.number,
      frozen: digest.frozen,
      asOf: digest.asOf,
      contentHash,
      issues: view.digest.issues.map((page) => ({
        id: page.id,
        label: page.label,
        area: areas.get(page.area) ?? page.area,
        par: page.par,
        lastPar: page.lastPar,
        initiatives: page.initiatives.length,
        concerned: page.mainConcernOf.length
      })),
      groups: digest.totals.byGroup.map(({ group }) => group),
      hasChange: digest.change !== null || digest.history !== null
    }
  }
}
