/**
 * Writes captures and visits of the store to a WARC 1.1 file, with all that a store needs to be rebuilt.
 *
 * One capture is in memory at a time. Each body stands once; a visit that brought the same bytes again, or
 * "not modified", is a revisit record.
 */
import { basename, resolve } from "node:path"
import { Array, Effect, Option } from "effect"
import type { WARCRecord } from "warcio"
import {
  type Capture,
  type CaptureId,
  type Initiative,
  type InitiativeId,
  type IsoDate,
  type Output,
  type Review,
  type RunId,
  type Timestamp,
  type Visit,
  VisitId
} from "../../domain/index.ts"
import {
  captureIdOf,
  Captures,
  Initiatives,
  Items,
  now,
  Outputs,
  Reviews,
  Runs,
  Sources,
  Statements,
  Visits
} from "../../store/index.ts"
import type { Metadata } from "./metadata.ts"
import {
  type EarlierResponse,
  metadataRecord,
  recordId,
  resourceRecord,
  responseRecord,
  revisitRecord,
  visitRecordId,
  warcinfoRecord
} from "./record.ts"
import { writingArchive, type WriteRecord } from "./writer.ts"

/** Which part of the store; all of it when nothing is named. */
export interface ArchiveFilter {
  readonly initiativeIds: ReadonlyArray<InitiativeId>
  /** First and last day (UTC) on which bytes were fetched or taken in. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** What was written. */
export interface ExportReport {
  readonly file: string
  readonly captures: number
  /** Without those to robots.txt. */
  readonly visits: number
  /** Visits that stand as a revisit of earlier bytes. */
  readonly revisits: number
  readonly outputs: number
  /** A sentence for each capture that is damaged in the store and was left out. */
  readonly damaged: ReadonlyArray<string>
}

/** Visits read from the store at a time. */
const visitsAtOnce = 500

/** Items in one metadata record. */
const itemsAtOnce = 500

const selectionOf = ({ from, initiativeIds, to }: ArchiveFilter): string => {
  const whose = initiativeIds.length === 0 ? "all initiatives" : initiativeIds.join(", ")
  return `Captures of ${whose}, from ${from ?? "the beginning"} to ${to ?? "the day of writing"}`
}

const subjectOf = ({ decision }: Review): string =>
  "outputId" in decision ? decision.outputId : decision.statementId

/**
 * Writes the archive and gives it its name when it is whole.
 *
 * @param version of the program, for the file's first record
 */
export const exportArchive = Effect.fn("exportArchive")(function* (
  path: string,
  filter: ArchiveFilter,
  version: string
) {
  const file = resolve(path)
  return yield* writingArchive(file, (write) => writeAll(file, filter, version, write))
})

const writeAll = Effect.fnUntraced(function* (
  file: string,
  filter: ArchiveFilter,
  version: string,
  writeRecord: WriteRecord
) {
  const captures = yield* Captures
  const visits = yield* Visits
  const runs = yield* Runs
  const outputs = yield* Outputs
  const { from, initiativeIds, to } = filter
  const startedAt = yield* now
  /** Where each body stands in this file. */
  const written = new Map<CaptureId, EarlierResponse>()
  const runsWritten = new Set<RunId>()
  const damaged: Array<string> = []
  const counts = { visits: 0, revisits: 0, outputs: 0 }

  const write = (record: WARCRecord) => writeRecord(record)
  const describe = (
    metadata: Metadata,
    name: string,
    about?: { readonly recordId: string; readonly url: string },
    date: Timestamp = startedAt
  ) => write(metadataRecord(metadata, date, name, about))

  /** The intact bytes of a capture; none, and a sentence, when they are damaged or missing. */
  const bytesOf = Effect.fnUntraced(function* (id: CaptureId, url: string) {
    if ((yield* captures.verify(id)) !== "intact") {
      damaged.push(`The capture ${id} of ${url} is damaged in the store and was left out.`)
      return Option.none()
    }
    return Option.filter(yield* captures.bytes(id), (bytes) => captureIdOf(bytes) === id)
  })

  const writeRegistry = Effect.fnUntraced(function* (initiative: Initiative) {
    const sources = yield* Sources
    const own = yield* sources.list({ initiativeId: initiative.id })
    const withStates = yield* Effect.forEach(own, (source) =>
      Effect.map(sources.state(source.id), (state) => ({ source, state }))
    )
    yield* describe({ _tag: "registry", initiative, sources: withStates }, `registry ${initiative.id}`)
  })

  /** The body of a visit, or the record that says where it stands; gives the capture when the body came. */
  const writeResponse = Effect.fnUntraced(function* (visit: Visit) {
    const id = visit.captureId
    if (id === null) {
      if (visit.outcome !== "not-modified") return null
      const earlier = Option.getOrUndefined(yield* visits.successBefore(visit))
      if (earlier === undefined || earlier.captureId === null) return null
      const refersTo = { url: earlier.finalUrl ?? earlier.url, date: earlier.startedAt }
      yield* write(
        revisitRecord(visit, {
          ...refersTo,
          recordId: visitRecordId(earlier),
          captureId: earlier.captureId
        })
      )
      counts.revisits++
      return null
    }
    const url = visit.finalUrl ?? visit.url
    const known = written.get(id)
    if (known !== undefined) {
      yield* write(revisitRecord(visit, known))
      counts.revisits++
      return null
    }
    const capture = Option.getOrNull(yield* captures.get(id))
    const bytes = yield* bytesOf(id, url)
    if (capture === null || Option.isNone(bytes)) return null
    yield* write(responseRecord(visit, id, bytes.value))
    written.set(id, { recordId: visitRecordId(visit), url, date: visit.startedAt, captureId: id })
    return capture
  })

  const writeVisit = Effect.fnUntraced(function* (visit: Visit) {
    if (!runsWritten.has(visit.runId)) {
      runsWritten.add(visit.runId)
      const run = Option.getOrUndefined(yield* runs.get(visit.runId))
      if (run !== undefined) yield* describe({ _tag: "run", run }, run.id, undefined, run.startedAt)
    }
    const capture = yield* writeResponse(visit)
    const about = { recordId: visitRecordId(visit), url: visit.finalUrl ?? visit.url }
    yield* describe({ _tag: "visit", visit, capture }, about.recordId, about, visit.startedAt)
    // What robots.txt says is recorded without its bytes: no capture could come of it.
    if (visit.purpose !== "robots") counts.visits++
  })

  const inWindow = (at: Timestamp) =>
    (from === null || at.slice(0, 10) >= from) && (to === null || at.slice(0, 10) <= to)

  /** A capture that no visit of this file brought. */
  const writeResource = Effect.fnUntraced(function* (capture: Capture) {
    const bytes = yield* bytesOf(capture.id, capture.url)
    if (Option.isNone(bytes)) return
    yield* write(resourceRecord(capture, bytes.value))
    const about = { recordId: recordId(`capture ${capture.id}`), url: capture.url }
    yield* describe({ _tag: "capture", capture }, about.recordId, about, capture.retrievedAt)
    written.set(capture.id, { ...about, date: capture.retrievedAt, captureId: capture.id })
  })

  const writeOutput = Effect.fnUntraced(function* (output: Output) {
    const versions = yield* outputs.versions(output.id)
    for (const { captureId, retrievedAt } of versions) {
      if (written.has(captureId) || !inWindow(retrievedAt)) continue
      const capture = yield* captures.get(captureId)
      if (Option.isSome(capture)) yield* writeResource(capture.value)
    }
    const carried = versions
      .filter(({ captureId }) => written.has(captureId))
      .map(({ captureId, reading, retrievedAt }) => ({ captureId, retrievedAt, reading }))
    if (carried.length === 0) return
    const aliases = yield* outputs.aliases(output.id)
    yield* describe({ _tag: "output", output, aliases, versions: carried }, output.id)
    counts.outputs++
  })

  yield* write(warcinfoRecord(basename(file), startedAt, version, selectionOf(filter)))
  const initiatives = (yield* (yield* Initiatives).list).filter(
    ({ id }) => initiativeIds.length === 0 || initiativeIds.includes(id)
  )
  for (const initiative of initiatives) yield* writeRegistry(initiative)

  const visitFilter = {
    ...(initiativeIds.length === 0 ? {} : { initiativeIds }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to })
  }
  let page = yield* visits.page(VisitId.make(0), visitsAtOnce, visitFilter)
  while (Array.isReadonlyArrayNonEmpty(page)) {
    for (const visit of page) yield* writeVisit(visit)
    page = yield* visits.page(Array.lastNonEmpty(page).id, visitsAtOnce, visitFilter)
  }

  for (const { id } of initiatives) {
    for (const output of yield* outputs.list({ initiativeId: id })) yield* writeOutput(output)
  }
  if (initiativeIds.length === 0) {
    for (const id of yield* captures.unvisited) {
      const capture = Option.getOrUndefined(yield* captures.get(id))
      if (capture === undefined || written.has(id) || !inWindow(capture.retrievedAt)) continue
      yield* writeResource(capture)
    }
  }
  yield* writeItems(initiatives, describe)
  yield* writeReviews(initiativeIds, describe)
  return {
    file,
    captures: written.size,
    ...counts,
    damaged: [...new Set(damaged)]
  } satisfies ExportReport
})

type Describe<E> = (metadata: Metadata, name: string) => Effect.Effect<void, E>

const writeItems = Effect.fnUntraced(function* <E>(
  initiatives: ReadonlyArray<Initiative>,
  describe: Describe<E>
) {
  const items = yield* Items
  const sources = yield* Sources
  for (const { id: initiativeId } of initiatives) {
    for (const { id } of yield* sources.list({ initiativeId })) {
      const parts = Array.chunksOf(yield* items.list(id), itemsAtOnce)
      for (const [index, part] of parts.entries()) {
        yield* describe({ _tag: "items", items: part }, `items ${id} ${index}`)
      }
    }
  }
})

const writeReviews = Effect.fnUntraced(function* <E>(
  initiativeIds: ReadonlyArray<InitiativeId>,
  describe: Describe<E>
) {
  const outputs = yield* Outputs
  const statements = yield* Statements
  // A statement that a review excluded is not in the store any more, and nobody knows whose it was: only
  // what is known to be of others is left out.
  const ofOthers = new Set<string>()
  if (initiativeIds.length > 0) {
    const isOther = (one: { readonly initiativeId: InitiativeId }) =>
      !initiativeIds.includes(one.initiativeId)
    for (const { id } of (yield* outputs.list()).filter(isOther)) ofOthers.add(id)
    for (const { id } of (yield* statements.list()).filter(isOther)) ofOthers.add(id)
  }
  for (const review of yield* (yield* Reviews).list()) {
    if (ofOthers.has(subjectOf(review))) continue
    yield* describe({ _tag: "review", review }, `review ${review.id} ${review.at}`)
  }
})
