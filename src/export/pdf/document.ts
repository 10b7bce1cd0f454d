/**
 * The digest as PDF: the whole document, and a brief of at most two pages.
 */
import { Effect } from "effect"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { releaseWords } from "../release-words.ts"
import { viewOf } from "../view.ts"
import type { ArchiveHref, View } from "../view.ts"
import { dateRange, digestTitle, longDate } from "../words.ts"
import { briefBlocks, briefDepths } from "./brief.ts"
import { typeset, TypesettingFailed } from "./compiler.ts"
import type { Typeset } from "./compiler.ts"
import { coverageBlocks, methodBlocks, speakersBlocks } from "./coverage.ts"
import { issuesBlocks } from "./issues.ts"
import { changeBlocks, lensBlocks } from "./lenses.ts"
import { matrixBlocks } from "./matrix.ts"
import { places, settable } from "./model.ts"
import type { Block } from "./model.ts"
import { glance, summaryBlocks } from "./summary.ts"

/** What a rendering may be given. */
export interface PdfOptions {
  /** Where archived copies can be read; linked to only where that is on the web, since a PDF travels alone. */
  readonly archiveHref?: ArchiveHref
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

/** Blocks with the links to places that do not stand in them as plain text. */
const withoutDeadLinks = (blocks: ReadonlyArray<Block>): unknown => {
  const known = places(blocks)
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, own]) =>
        key === "to" && typeof own === "string" && !known.has(own) ? [] : [[key, visit(own)]]
      )
    )
  }
  return visit(blocks)
}

const documentData = (view: View, hash: string, form: "digest" | "brief", blocks: ReadonlyArray<Block>) => {
  const { digest } = view
  const { meeting } = digest
  const title = settable(digestTitle(digest))
  const asOf = longDate(digest.asOf)
  const narrowed = releaseWords.narrowed(digest)
  return {
    form,
    lang: "en",
    title: form === "brief" ? `${title}: brief` : title,
    subtitle: settable(
      meeting === null
        ? "What national and regional IGF initiatives published"
        : `for the ${meeting.name}, ${dateRange(meeting.start, meeting.end)}${meeting.place === null ? "" : `, ${meeting.place}`}`
    ),
    imprint: `${narrowed === null ? "" : `${narrowed} `}Outputs of national, regional, sub-regional and youth IGF initiatives, published ${dateRange(digest.window.from, digest.window.to)}. ${digest.frozen ? "Frozen" : "State of"} ${asOf}, content ${hash.slice(0, 6)}.`,
    running: `${title} · ${digest.frozen ? "frozen" : "state of"} ${asOf}`,
    footer: `Content SHA-256 ${hash.slice(0, 16)}, taxonomy ${digest.taxonomyVersion}. Statements belong to the initiatives named beside them.`,
    author: "Tributary",
    description: `What national, regional, sub-regional and youth IGF initiatives published from ${digest.window.from} to ${digest.window.to}, by issue.`,
    keywords: [
      "Internet governance",
      "IGF",
      "NRI",
      ...digest.summary.raised.flatMap((id) => view.pages.get(id)?.label ?? [])
    ],
    // The date of the document is that of its knowledge, so that it can be made again byte for byte.
    date: (digest.asOf.match(/\d+/g) ?? []).slice(0, 6).map(Number),
    blocks: withoutDeadLinks(blocks)
  }
}

/** The whole digest; tagged, with bookmarks. The same digest and options give the same bytes. */
export const renderPdf = (
  digest: Digest,
  options: PdfOptions = {}
): Effect.Effect<Typeset, TypesettingFailed> =>
  Effect.suspend(() => {
    const view = viewOf(digest, options.archiveHref)
    return typeset(
      documentData(view, options.contentHash ?? contentHash(digest), "digest", [
        ...summaryBlocks(view, glance),
        { kind: "contents", title: "Contents" },
        ...issuesBlocks(view),
        ...matrixBlocks(view),
        ...lensBlocks(view),
        ...changeBlocks(view),
        ...coverageBlocks(view),
        ...speakersBlocks(view),
        ...methodBlocks(view)
      ])
    )
  })

/** The brief: page one and what stands behind it, on two pages at most. */
export const renderBrief = (
  digest: Digest,
  options: PdfOptions = {}
): Effect.Effect<Typeset, TypesettingFailed> =>
  Effect.gen(function* () {
    const view = viewOf(digest, options.archiveHref)
    const hash = options.contentHash ?? contentHash(digest)
    for (const depth of briefDepths) {
      const set = yield* typeset(documentData(view, hash, "brief", briefBlocks(view, depth)))
      if (set.pages <= 2) return set
    }
    return yield* new TypesettingFailed({
      message:
        "The brief does not fit on two pages: a name or title is too long. Write another format with --format, and report this."
    })
  })
