/**
 * Writes a digest to a folder: its formats, and the archived text of the outputs that it quotes, so that
 * every quotation can be followed to its passage even when the original has gone.
 */
import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Effect, Option, Schema } from "effect"
import type { CaptureId, Digest, Place } from "../domain/index.ts"
import {
  contentHash,
  contextFile,
  digestContext,
  renderBrief,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPassages,
  renderPdf
} from "../export/index.ts"
import type { DigestLanguage, TypesettingFailed } from "../export/index.ts"
import { Captures, Outputs } from "../store/index.ts"

export type DigestFormat = "html" | "md" | "pdf" | "json"

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
  }
) {
  const { directory, lang = "en" } = options
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
  /** The files of a format by name, each rendered when its turn comes. */
  const render: Record<
    DigestFormat,
    Readonly<Record<string, Effect.Effect<string | Uint8Array, TypesettingFailed>>>
  > = {
    html: { "digest.html": Effect.sync(() => renderHtml(digest, { archiveHref, contentHash: hash, lang })) },
    md: { "digest.md": Effect.sync(() => renderMarkdown(digest, { lang })) },
    pdf: {
      "digest.pdf": Effect.map(renderPdf(digest, { contentHash: hash, lang }), ({ bytes }) => bytes),
      "brief.pdf": Effect.map(renderBrief(digest, { contentHash: hash, lang }), ({ bytes }) => bytes)
    },
    json: {
      "digest.json": Effect.sync(() => renderJson(digest)),
      [contextFile]: Effect.sync(() => `${JSON.stringify(digestContext(), null, 2)}\n`)
    }
  }
  const files: Array<string> = []
  for (const format of options.formats) {
    for (const [name, rendered] of Object.entries(render[format])) {
      const path = join(directory, name)
      yield* writeWhole(path, yield* rendered)
      files.push(path)
    }
  }
  return { files, passages: written.size }
})
