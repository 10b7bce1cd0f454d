/**
 * Learns from the pages of each host what is the site's own furniture (newsletter boxes, related posts,
 * sponsors) and reads again, from their captures, the pages that hold it.
 *
 * It depends on the newest versions of the pages alone, not on the order in which they came: doing it twice
 * changes nothing, and a run that was interrupted before it is made up for by the next.
 */
import { Effect, Option } from "effect"
import type { Initiative, Output, OutputId, Version } from "../domain/index.ts"
import { FurnitureLesson, keysOfPage } from "../ingest/extract/index.ts"
import { readDocument } from "../ingest/read.ts"
import { Captures, Outputs } from "../store/index.ts"
import { keepOutput } from "./keep-output.ts"

/** Pages of one host from which is learnt: its newest. */
const pagesOfLesson = 2000

interface Page {
  readonly output: Output
  readonly version: Version
  /** Of all that stands on the page, furniture included. */
  readonly keys: ReadonlySet<string>
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ""

/** The newest version of an output that is a page; undefined for others. */
const pageOf = Effect.fnUntraced(function* (id: OutputId) {
  const outputs = yield* Outputs
  const output = Option.getOrUndefined(yield* outputs.get(id))
  const version = Option.getOrUndefined(yield* outputs.latestVersion(id))
  if (output === undefined || version?.document.mediaType !== "text/html") return undefined
  return { output, version, keys: keysOfPage(version.document, version.reading.furniture) } satisfies Page
})

/** Outputs of the initiative by their host, the newest last; uploads have none. */
const outputsByHost = Effect.fnUntraced(function* (initiative: Initiative) {
  const hosts = new Map<string, Array<OutputId>>()
  for (const { id, url } of yield* (yield* Outputs).list({ initiativeId: initiative.id })) {
    const host = hostOf(url)
    if (host === "") continue
    const known = hosts.get(host)
    if (known === undefined) hosts.set(host, [id])
    else known.push(id)
  }
  return hosts
})

/** What is furniture of a host, learnt from these of its outputs. Pages are looked at one at a time. */
const lessonOf = Effect.fnUntraced(function* (ids: ReadonlyArray<OutputId>) {
  const lesson = new FurnitureLesson()
  for (const id of ids.slice(-pagesOfLesson)) {
    const page = yield* pageOf(id)
    if (page !== undefined) lesson.add(page.keys)
  }
  return lesson.learnt
})

/** Reads a page again without this furniture, and keeps what comes of it. */
const readAgain = Effect.fnUntraced(function* (
  initiative: Initiative,
  { output, version }: Page,
  furniture: ReadonlyArray<string>
) {
  const bytes = yield* (yield* Captures).bytes(version.captureId)
  if (Option.isNone(bytes)) return
  const { furniture: _, ...told } = version.reading
  const reading = furniture.length === 0 ? told : { ...told, furniture }
  yield* keepOutput({
    initiative,
    sourceId: output.sourceId,
    url: output.url,
    captureId: version.captureId,
    retrievedAt: version.retrievedAt,
    reading,
    document: yield* readDocument(bytes.value, reading)
  })
})

/** Learns the sites of these initiatives; gives the number of pages that were read again. */
export const learnSites = Effect.fn("learnSites")(function* (initiatives: Iterable<Initiative>) {
  let count = 0
  for (const initiative of initiatives) {
    for (const ids of (yield* outputsByHost(initiative)).values()) {
      const learnt = yield* lessonOf(ids)
      for (const id of ids) {
        const page = yield* pageOf(id)
        if (page === undefined) continue
        const furniture = [...page.keys].filter((key) => learnt.has(key)).toSorted()
        if (furniture.join() === (page.version.reading.furniture ?? []).join()) continue
        yield* readAgain(initiative, page, furniture)
        count++
      }
    }
  }
  return count
})
