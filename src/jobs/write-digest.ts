/**
 * Writes a digest to a folder: its formats, and the archived text of the outputs that it quotes, so that
 * every quotation can be followed to its passage even when the original has gone.
 */
import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Effect, Option, Schema } from "effect"
import type { CaptureId, Digest, Place } from "../domain/index.ts"
import {
  contentHash,
  contextFile,
  digestContext,
  renderBrief,
  renderCsv,
  renderDocx,
  renderFeeds,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPassages,
  renderPdf,
  renderXlsx
} from "../export/index.ts"
import type { DigestLanguage, TypesettingFailed } from "../export/index.ts"
import { Captures, Outputs } from "../store/index.ts"

export type DigestFormat = "html" | "md" | "pdf" | "json" | "docx" | "xlsx" | "csv" | "feeds"

/** The files of a format by name, each rendered when its turn comes. */
type Files = Readonly<Record<string, Effect.Effect<string | Uint8Array, TypesettingFailed>>>

/** Files of a folder of their own. */
const inFolder = (folder: string, texts: ReadonlyMap<string, () => string>): Files =>
  Object.fromEntries([...texts].map(([name, text]) => [`${folder}/${name}`, Effect.sync(text)]))

/** The folder or a file in it cannot be written. */
export class WritingFailed extends Schema.TaggedError<WritingFailed>()("WritingFailed", {
  message: Schema.String
}) {}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "there is a file of that name"
}

/** Writes through a file beside it, so that a reader never meets half a digest. */
const writeWhole = (path: string, text: string | Uint8Array) =>
  Effect.tryPromise({
    try: async () => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, text)
      await rename(`${path}.part`, path)
    },
    catch: (cause) => failed(path, cause)
  })

const failed = (path: string, cause: unknown) => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  return new WritingFailed({
    message: `${path} could not be written: ${reasons[code] ?? String(cause)}. Name another folder with --out, or mend that.`
  })
}

const passageFile = (id: CaptureId) => `passages/${id.slice(0, 16)}.html`

/** Writes the formats asked for; gives the paths in their order and the number of archived texts. */
export const writeDigest = Effect.fn("writeDigest")(function* (
  digest: Digest,
  options: {
    readonly directory: string
    readonly formats: ReadonlyArray<DigestFormat>
    readonly passages: boolean
    /** Language of the fixed texts; English when absent. */
    readonly lang?: DigestLanguage
    /** Web address of the folder, for feeds, which must name their own. */
    readonly baseUrl?: URL | undefined
  }
) {
  const { directory, lang = "en", baseUrl } = options
  yield* Effect.tryPromise({
    try: () => mkdir(join(directory, options.passages ? "passages" : ""), { recursive: true }),
    catch: (cause) => failed(directory, cause)
  })

  const outputs = yield* Outputs
  const captures = yield* Captures
  const written = new Set<CaptureId>()
  if (options.passages) {
    for (const { captureId, id } of digest.outputs) {
      const output = Option.getOrUndefined(yield* outputs.get(id))
      const latest = Option.getOrUndefined(yield* outputs.latestVersion(id))
      // A release quotes what its pages said when it was frozen, whatever they say now.
      const version =
        latest === undefined || captureId === null || latest.captureId === captureId
          ? latest
          : (yield* outputs.versions(id)).findLast((one) => one.captureId === captureId)
      if (output === undefined || version === undefined) continue
      const capture = Option.getOrUndefined(yield* captures.get(version.captureId))
      if (capture === undefined) continue
      const page = renderPassages(output, version.document, capture, lang)
      yield* writeWhole(join(directory, passageFile(capture.id)), page)
      written.add(capture.id)
    }
  }

  const archiveHref = (id: CaptureId, { block }: Place): string | null =>
    written.has(id) ? `${passageFile(id)}#b${block}` : null
  const hash = contentHash(digest)
  const render: Record<DigestFormat, () => Files> = {
    html: () => ({
      "digest.html": Effect.sync(() => renderHtml(digest, { archiveHref, contentHash: hash, lang }))
    }),
    md: () => ({ "digest.md": Effect.sync(() => renderMarkdown(digest, { lang })) }),
    pdf: () => ({
      "digest.pdf": Effect.map(renderPdf(digest, { contentHash: hash, lang }), ({ bytes }) => bytes),
      "brief.pdf": Effect.map(renderBrief(digest, { contentHash: hash, lang }), ({ bytes }) => bytes)
    }),
    json: () => ({
      "digest.json": Effect.sync(() => renderJson(digest)),
      [contextFile]: Effect.sync(() => `${JSON.stringify(digestContext(), null, 2)}\n`)
    }),
    docx: () => ({ "digest.docx": renderDocx(digest, { contentHash: hash, lang }) }),
    xlsx: () => ({ "digest.xlsx": renderXlsx(digest, { contentHash: hash, lang }) }),
    csv: () => inFolder("data", renderCsv(digest, { contentHash: hash, lang })),
    feeds: () => (baseUrl === undefined ? {} : inFolder("feeds", renderFeeds(digest, { lang, baseUrl })))
  }
  // Of files in a folder of their own, the folder is named.
  const files = new Set<string>()
  for (const format of options.formats) {
    for (const [name, rendered] of Object.entries(render[format]())) {
      yield* writeWhole(join(directory, name), yield* rendered)
      // The context is part of the JSON form, not a form of its own.
      if (name !== contextFile) files.add(join(directory, name.split("/")[0] ?? name))
    }
  }
  return { files: [...files], passages: written.size }
})
