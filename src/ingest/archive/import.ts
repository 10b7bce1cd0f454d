/**
 * Reads WARC files into the store, as often as one likes: what is there already stays as it is.
 *
 * From an archive of our own come captures, visits, registry entries, items, outputs and reviews; documents
 * are read again from the bytes, and `renormalize` then derives the statements. From a foreign archive come
 * captures alone: nobody says which initiative they belong to.
 */
import { Effect, Option, Result, Stream } from "effect"
import { HttpUrl, Timestamp, type Capture, type CaptureId } from "../../domain/index.ts"
import { captureIdOf, Captures, Store } from "../../store/index.ts"
import { readDocument } from "../read.ts"
import { contentType } from "../visit/header.ts"
import { fileError } from "./error.ts"
import { decodedBody, splitHttp } from "./http.ts"
import { type ArchivedVersion, decodeMetadata, type Metadata, metadataType } from "./metadata.ts"
import { type ArchivedRecord, type Gap, readArchive } from "./read.ts"
import { restoring, type Restored } from "./restore.ts"

/** What an import did. */
export interface ImportReport extends Restored {
  readonly records: number
  /** New captures; the rest was there already. */
  readonly captures: number
  /** Captures that were damaged in the store and are whole again. */
  readonly repaired: number
  /** Records of kinds that a store has no place for: requests, failures, addresses that are no web pages. */
  readonly passedOver: number
  /** A sentence for each record that is damaged, or that says what cannot be. */
  readonly problems: ReadonlyArray<string>
}

/** Bytes of a response or resource that wait for the record that describes them. */
interface Pending {
  readonly id: CaptureId
  readonly bytes: Uint8Array
  /** As far as the record itself tells. */
  readonly about: Omit<Capture, "id" | "bytes">
}

/** WARC-Date, of any precision (ISO 28500:2017, section 5.4), as an instant. */
const instantOf = (date: string | null): Timestamp | null => {
  const time = Date.parse(date ?? "")
  return Number.isNaN(time) ? null : Timestamp.make(new Date(time).toISOString())
}

/** The address under which bytes are kept; null when it is neither a web page nor an upload. */
const addressOf = (uri: string | null): string | null => {
  if (uri === null) return null
  if (uri.startsWith("upload:")) {
    const name = Result.getOrElse(
      Result.try(() => decodeURIComponent(uri.slice("upload:".length))),
      () => uri.slice("upload:".length)
    )
    return `upload:${name}`
  }
  const isWeb = /^https?:/i.test(uri) && URL.canParse(uri)
  return isWeb ? HttpUrl.make(uri) : null
}

/** The bytes that a record brings; none when it is of a kind that brings none. */
const pendingOf = Effect.fnUntraced(function* (record: ArchivedRecord) {
  const url = addressOf(record.targetUri)
  const retrievedAt = instantOf(record.date)
  if (url === null || retrievedAt === null) return null
  const isHttp = /^application\/http\b/i.test(record.contentType)
  const message = isHttp ? splitHttp(record.block) : null
  if (isHttp && (message === null || message.status < 200 || message.status >= 300)) return null
  const bytes = message === null ? record.block : yield* decodedBody(message)
  const headers = message === null ? { "content-type": record.contentType } : message.headers
  const pending: Pending = {
    id: captureIdOf(bytes),
    bytes,
    about: { ...contentType(headers), url, retrievedAt }
  }
  return pending
})

/** Takes in the files in their order. Fails when one cannot be opened, or when the store fails. */
export const importArchive = Effect.fn("importArchive")(function* (files: ReadonlyArray<string>) {
  const captures = yield* Captures
  const store = yield* Store
  const problems: Array<string> = []
  const counts = { records: 0, captures: 0, repaired: 0, passedOver: 0 }
  const { restore, restored } = yield* restoring((sentence) => problems.push(sentence))
  let pending: Pending | null = null

  const put = Effect.fnUntraced(function* (given: Pending, about: Pending["about"]) {
    if (Option.isNone(yield* captures.get(given.id))) {
      yield* captures.put(given.bytes, about)
      counts.captures++
    } else if (yield* captures.repair(given.bytes)) {
      counts.repaired++
    }
  })

  /** Keeps the waiting bytes, described by themselves or by what came after them. */
  const settle = Effect.fnUntraced(function* (described: Capture | null) {
    const waiting = pending
    if (waiting === null) return
    pending = null
    const about = described?.id === waiting.id ? described : waiting.about
    const { charset, mediaType, retrievedAt, url } = about
    yield* put(waiting, { charset, mediaType, retrievedAt, url })
  })

  /** The documents of an output's versions, read again from their captures. */
  const versionsOf = Effect.fnUntraced(function* (archived: ReadonlyArray<ArchivedVersion>) {
    const read = yield* Effect.forEach(archived, (version) =>
      captures.bytes(version.captureId).pipe(
        Effect.flatMap(
          Option.match({
            onNone: () => Effect.succeed(null),
            onSome: (bytes) => readDocument(bytes, version.reading)
          })
        ),
        Effect.map((document) => (document === null ? [] : [{ ...version, document }]))
      )
    )
    return read.flat()
  })

  const takeMetadata = Effect.fnUntraced(function* (metadata: Metadata, where: string) {
    const described = metadata._tag === "visit" || metadata._tag === "capture" ? metadata.capture : null
    const versions = metadata._tag === "output" ? yield* versionsOf(metadata.versions) : []
    yield* store.transaction(Effect.andThen(settle(described), restore(metadata, versions, where)))
  })

  const take = Effect.fnUntraced(function* (file: string, record: ArchivedRecord) {
    counts.records++
    const where = `${file}, record ${record.number} (${record.targetUri ?? record.type})`
    if (record.damage !== null) {
      yield* settle(null)
      problems.push(`${where} ${record.damage}; it was left out.`)
    } else if (record.type === "metadata" && record.contentType === metadataType) {
      const decoded = yield* Effect.result(decodeMetadata(record.block))
      if (Result.isSuccess(decoded)) return yield* takeMetadata(decoded.success, where)
      problems.push(`${where} is not in the form of this program's archives; it was left out.`)
    } else {
      yield* settle(null)
      const brings = record.type === "response" || record.type === "resource"
      pending = brings ? yield* pendingOf(record) : null
      if (pending === null && !["warcinfo", "metadata", "revisit"].includes(record.type)) counts.passedOver++
    }
  })

  for (const file of files) {
    yield* Stream.fromAsyncIterable(readArchive(file), (cause) => fileError(file, "read", cause)).pipe(
      Stream.runForEach((entry: ArchivedRecord | Gap) =>
        "gap" in entry
          ? Effect.sync(() => problems.push(`${file} ${entry.gap} Take what is missing from another copy.`))
          : take(file, entry)
      )
    )
    yield* settle(null)
  }
  return { ...counts, ...restored, problems } satisfies ImportReport
})
