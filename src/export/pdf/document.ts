/**
 * The digest as PDF: the whole document, and a brief of at most two pages.
 */
import { Effect } from "effect"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { digestPart, digestPurpose, digestScope, digestTitle } from "../titles.ts"
import { viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"
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

/** What a rendering may be given. Archived copies are linked to only where they are on the web, since a PDF travels alone. */
export interface PdfOptions extends ViewOptions {
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
  const { digest, m } = view
  const title = settable(digestTitle(digest, m))
  const state = { date: m.date(digest.asOf), hash: hash.slice(0, 6) }
  const narrowed = digestPart(digest, m)
  const foot = [m.text("contentHash", { hash: hash.slice(0, 16) }), m.text("belongTo")]
  return {
    form,
    lang: m.lang,
    direction: m.direction,
    title: form === "brief" ? m.text("briefTitle", { title }) : title,
    subtitle: settable(digestPurpose(digest, m)),
    imprint: [
      ...(narrowed === null ? [] : [settable(narrowed)]),
      digestScope(digest, m),
      m.text(digest.frozen ? "frozen" : "stateOf", state)
    ].join(m.text("gap")),
    running: m.text(digest.frozen ? "runningFrozen" : "runningState", { title, date: state.date }),
    footer: foot.join(m.text("gap")),
    author: "Tributary",
    description: m.text("description", { window: m.dates(digest.window.from, digest.window.to) }),
    keywords: [
      m.text("keyword"),
      "IGF",
      "NRI",
      ...digest.summary.raised.flatMap((id) => view.pages.get(id)?.label ?? [])
    ],
    // The date of the document is that of its knowledge, so that it can be made again byte for byte.
    date: (digest.asOf.match(/\d+/g) ?? []).slice(0, 6).map(Number),
    blocks: withoutDeadLinks(blocks)
  }
}

/** The whole digest in its order. */
export const digestBlocks = (view: View): ReadonlyArray<Block> => [
  ...summaryBlocks(view, glance),
  { kind: "contents", title: view.m.text("contents") },
  ...issuesBlocks(view),
  ...matrixBlocks(view),
  ...lensBlocks(view),
  ...changeBlocks(view),
  ...coverageBlocks(view),
  ...speakersBlocks(view),
  ...methodBlocks(view)
]

/** The whole digest; tagged, with bookmarks. The same digest and options give the same bytes. */
export const renderPdf = (
  digest: Digest,
  options: PdfOptions = {}
): Effect.Effect<Typeset, TypesettingFailed> =>
  Effect.suspend(() => {
    const view = viewOf(digest, options)
    return typeset(
      documentData(view, options.contentHash ?? contentHash(digest), "digest", digestBlocks(view))
    )
  })

/** The brief: page one and what stands behind it, on two pages at most. */
export const renderBrief = (
  digest: Digest,
  options: PdfOptions = {}
): Effect.Effect<Typeset, TypesettingFailed> =>
  Effect.gen(function* () {
    const view = viewOf(digest, options)
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
