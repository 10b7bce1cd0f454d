/**
 * Takes in a file that an organiser sent: first its bytes are kept, then they are read, as `add` reads them.
 * Whatever happens while it is read, the file and who sent it stay.
 *
 * Where an output came from an organiser is told by the store's `Uploads`, which name output, capture, file,
 * sender and time.
 */
import { Clock, Effect, Option, Semaphore } from "effect"
import { newHex } from "../../accounts/secrets.ts"
import {
  type InitiativeId,
  type IsoDate,
  type LanguageTag,
  type OrganiserLink,
  type OrganiserLinkId,
  type Output,
  type OutputId,
  type Reading,
  ReviewId,
  type Upload,
  UploadId
} from "../../domain/index.ts"
import {
  type Actor,
  Audit,
  captureIdOf,
  Captures,
  Initiatives,
  now,
  Outputs,
  Reviews,
  ReviewWork,
  transaction,
  Uploads
} from "../../store/index.ts"
import { keepOutput } from "../keep-output.ts"
import { safeFileName, type UploadRefusal, uploadedFormat } from "./uploaded-file.ts"

/** Files that are received at one time: each is held in memory. */
export const receiving = Semaphore.makeUnsafe(3)

/** Files of an initiative in an hour. */
const mostAnHour = 30

export interface SentFile {
  readonly bytes: Uint8Array
  /** As the browser names it. */
  readonly name: string
  /** Media type as the browser gives it. */
  readonly label: string | null
  /** What the sender says of it; used where the document itself is silent. */
  readonly title: string | null
  readonly publishedAt: IsoDate | null
  readonly language: LanguageTag | null
  /** An upload whose place it takes. */
  readonly replaces: UploadId | null
}

/** Whoever hands a file in: an organiser by a private link, or a person of the Secretariat, who has none. */
export interface Sender {
  readonly linkId: OrganiserLinkId | null
  readonly initiativeId: InitiativeId
  readonly email: string
  /** As the audit log names them. */
  readonly actor: Actor
}

/** The organiser of a link as sender. */
export const senderOf = ({ email, id, initiativeId }: OrganiserLink): Sender => ({
  linkId: id,
  initiativeId,
  email,
  actor: { id: null, name: `organiser (${email})` }
})

const scheme = "upload:"

/** A name under which nothing of the initiative stands yet: `report.pdf`, `report (2).pdf`. */
const freeName = Effect.fnUntraced(function* (initiativeId: InitiativeId, name: string) {
  const outputs = yield* Outputs
  const [, stem = name, ending = ""] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/u.exec(name) ?? []
  for (let count = 1; ; count++) {
    const own = count === 1 ? name : `${stem} (${count})${ending}`
    if (Option.isNone(yield* outputs.byUrl(initiativeId, `${scheme}${own}`))) return own
  }
})

/** The output whose place a file takes, when the sender named an upload of the same initiative. */
const replaced = Effect.fnUntraced(function* (initiativeId: InitiativeId, id: UploadId | null) {
  if (id === null) return null
  const earlier = Option.getOrUndefined(yield* (yield* Uploads).get(id))
  if (earlier === undefined || earlier.initiativeId !== initiativeId || earlier.outputId === null) return null
  return Option.getOrNull(yield* (yield* Outputs).get(earlier.outputId))
})

/** What extraction is told of a file that is kept under a name. */
const readingOf = (
  keptAs: string,
  fileName: string,
  told: Pick<SentFile, "title" | "publishedAt" | "language">
): Reading => ({
  url: `${scheme}${keptAs}`,
  mediaType: null,
  charset: null,
  fileName,
  title: told.title,
  publishedAt: told.publishedAt,
  publishedFrom: told.publishedAt === null ? null : "review",
  ...(told.language === null ? {} : { language: told.language })
})

/** What came of handing a file in. */
export type Received =
  | { readonly _tag: "Refused"; readonly refusal: UploadRefusal }
  /** The very same bytes came before. */
  | { readonly _tag: "Known"; readonly upload: Upload }
  | { readonly _tag: "TooMany" }
  | { readonly _tag: "Taken"; readonly upload: Upload; readonly reading: Reading }

/** Two files that arrive at once do not take the same name, and the same file is not taken twice. */
const oneAtATime = Semaphore.makeUnsafe(1)

/** Checks a file and keeps it; `readUpload` reads it. */
export const receiveUpload = Effect.fn("organisers.receiveUpload")(function* (
  sender: Sender,
  file: SentFile
) {
  const { initiativeId } = sender
  const uploads = yield* Uploads
  const name = safeFileName(file.name)
  const checked = uploadedFormat(file.bytes, name, file.label)
  if ("refusal" in checked) return { _tag: "Refused", refusal: checked.refusal } satisfies Received
  const known = yield* uploads.list({ initiativeId, limit: 1000 })
  const id = captureIdOf(file.bytes)
  const same = known.find(({ captureId }) => captureId === id)
  if (same !== undefined) {
    // What is told of a file that is there is taken in; the file itself is there once.
    const isTold = file.title !== null || file.publishedAt !== null || file.language !== null
    return isTold && same.outputId !== null
      ? ({ _tag: "Taken", upload: same, reading: readingOf(same.fileName, name, file) } satisfies Received)
      : ({ _tag: "Known", upload: same } satisfies Received)
  }
  const hour = (yield* Clock.currentTimeMillis) - 60 * 60_000
  if (known.filter(({ at }) => Date.parse(at) > hour).length >= mostAnHour) {
    return { _tag: "TooMany" } satisfies Received
  }
  return yield* transaction(
    Effect.gen(function* () {
      const former: Output | null = yield* replaced(initiativeId, file.replaces)
      const url =
        former?.url.startsWith(scheme) === true
          ? former.url
          : `${scheme}${yield* freeName(initiativeId, name)}`
      const at = yield* now
      const reading = readingOf(url.slice(scheme.length), name, file)
      const capture = yield* (yield* Captures).put(file.bytes, {
        mediaType: checked.mediaType,
        charset: null,
        url,
        retrievedAt: at
      })
      const upload: Upload = {
        id: UploadId.make(`up-${yield* newHex(8)}`),
        initiativeId,
        linkId: sender.linkId,
        email: sender.email,
        fileName: url.slice(scheme.length),
        bytes: file.bytes.length,
        captureId: capture.id,
        outputId: null,
        problem: null,
        at
      }
      yield* uploads.save(upload)
      yield* (yield* Audit).record({
        by: sender.actor,
        action: "upload.add",
        thing: `initiative:${initiativeId}`,
        after: { upload: upload.id, fileName: upload.fileName, capture: capture.id, bytes: upload.bytes }
      })
      return { _tag: "Taken", upload, reading } satisfies Received
    })
  )
}, oneAtATime.withPermits(1))

/**
 * Reads a file that was kept, and derives output and statements; the upload then tells what came of it. A
 * `problem` begins with a reason of `ExtractReason` and a colon. Its output waits for `settle`, which looks for
 * what it repeats over all initiatives.
 */
export const readUpload = Effect.fn("organisers.readUpload")(function* (
  upload: Upload,
  reading: Reading,
  bytes: Uint8Array
) {
  const uploads = yield* Uploads
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(upload.initiativeId))
  if (initiative === undefined || upload.captureId === null) return upload
  const { captureId } = upload
  const { tryReadDocument } = yield* Effect.promise(() => import("../../ingest/read.ts"))
  const read = yield* Effect.result(tryReadDocument(bytes, reading))
  const settle = (given: { readonly outputId: OutputId | null; readonly problem: string | null }) => {
    const settled: Upload = { ...upload, ...given }
    return Effect.as(uploads.save(settled), settled)
  }
  if (read._tag === "Failure") {
    return yield* settle({ outputId: null, problem: `${read.failure.reason}: ${read.failure.message}` })
  }
  if (read.success.blocks.length === 0) {
    return yield* settle({ outputId: null, problem: "empty: The file holds no text." })
  }
  const { output } = yield* keepOutput({
    initiative,
    sourceId: null,
    url: reading.url,
    captureId,
    retrievedAt: upload.at,
    reading,
    document: read.success
  })
  const newest = (yield* (yield* Reviews).list()).at(-1)?.id
  const reviewId = newest ?? ReviewId.make(0)
  return yield* transaction(
    Effect.andThen(
      (yield* ReviewWork).wait([{ outputId: output.id, reviewId, derived: 1 }]),
      settle({ outputId: output.id, problem: null })
    )
  )
})

/**
 * Reads what was kept and never read, because the program was stopped in between; gives their number. What they
 * say is set beside the rest by `settle`.
 */
export const readLeftUploads = Effect.gen(function* () {
  const waiting = (yield* (yield* Uploads).list({ limit: 10_000 })).filter(
    ({ captureId, outputId, problem }) => captureId !== null && outputId === null && problem === null
  )
  for (const upload of waiting) {
    const bytes = upload.captureId === null ? Option.none() : yield* (yield* Captures).bytes(upload.captureId)
    if (Option.isNone(bytes)) continue
    const reading = readingOf(upload.fileName, upload.fileName, {
      title: null,
      publishedAt: null,
      language: null
    })
    yield* readUpload(upload, reading, bytes.value)
  }
  return waiting.length
}).pipe(Effect.withSpan("organisers.readLeftUploads"))
