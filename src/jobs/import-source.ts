/**
 * Imports one source in two steps: asks what it lists; then reads what is new or changed, follows documents
 * that a page links to, and keeps each output as soon as it is complete. Between the two all sources of a
 * run have said what they list, so that what is known of a page does not depend on who was asked first.
 */
import { Clock, Effect, Option, Random } from "effect"
import {
  DateOrigin,
  type Initiative,
  type Item,
  type Reading,
  type Run,
  type Source,
  type Timestamp,
  type Visit
} from "../domain/index.ts"
import { publicationRhythm } from "../ingest/publication-rhythm.ts"
import { documentLinks } from "../ingest/links.ts"
import { readDocument } from "../ingest/read.ts"
import { readerOf, type Listing } from "../ingest/source/index.ts"
import { Captures, Items, Outputs, Sources, StoreError, Visits } from "../store/index.ts"
import { keepOutput, type KeptOutput } from "./keep-output.ts"
import { recordedVisit, type RecordedVisit, type VisitRequest } from "./recorded-visit.ts"
import { type Failure, reached, RunEvents, type SourceReport } from "./report.ts"
import { itemIsDue } from "./rhythm.ts"
import { alarmOf, enoughObservations, listedItem, noticesOf, stateAfter } from "./source-state.ts"

/** Which known items are visited again although their source says nothing new of them. */
export type Recheck = "due" | "listed"

/** Items of one source that are visited again at most in one run: the newest ones. */
const recheckedItems = 50

/** Outcomes after which an item is not asked for again until its source says something new of it. */
const final: ReadonlySet<string> = new Set(["not-found", "gone", "bad-url", "unsupported-media"])

type Said = Pick<Item, "title" | "publishedAt" | "publishedFrom">

/** An API's first: the feed of a wiki dates an edit, not the publication. */
const trusted: ReadonlyArray<DateOrigin> = ["api", ...DateOrigin.literals.filter((one) => one !== "api")]

/** The title that is told first, and the date whose origin is trusted most (`DateOrigin`). */
const bestSaid = (all: ReadonlyArray<Said>): Said => {
  const rank = ({ publishedFrom }: Said): number =>
    publishedFrom === null ? trusted.length : trusted.indexOf(publishedFrom)
  const [dated] = all.filter(({ publishedAt }) => publishedAt !== null).toSorted((a, b) => rank(a) - rank(b))
  return {
    title: all.find(({ title }) => title !== null)?.title ?? null,
    publishedAt: dated?.publishedAt ?? null,
    publishedFrom: dated?.publishedFrom ?? null
  }
}

/** A sentence about listed entries whose addresses cannot be asked for; they are no items. */
const unaskable = (all: Listing["items"]): ReadonlyArray<string> => {
  const left = all.filter((item) => listedItem(item).length === 0)
  const [first] = left
  if (first === undefined) return []
  return [
    `${left.length} listed address(es) cannot be asked for and were left out, such as "${first.url.slice(0, 200)}": an address is http or https and has at most 8,192 characters.`
  ]
}

/** Counts that grow while a source is read. */
interface Tally {
  newOutputs: number
  newVersions: number
  unchanged: number
  readAgain: number
  readonly failures: Array<Failure>
  readonly warnings: Array<string>
}

const count = (tally: Tally, kept: KeptOutput) => {
  if (kept.change === "new") tally.newOutputs++
  else if (kept.change === "changed") tally.newVersions++
  else {
    tally.unchanged++
    tally.readAgain++
  }
}

/**
 * Asks one approved source what it lists; gives the effect that reads its items and reports. Both fail only
 * when the store fails.
 */
export const listSource = Effect.fn("listSource")(function* (
  run: Run,
  source: Source,
  initiative: Initiative,
  recheck: Recheck
) {
  const sources = yield* Sources
  const items = yield* Items
  const outputs = yield* Outputs
  const captures = yield* Captures
  const visits = yield* Visits
  const events = yield* RunEvents
  const before = yield* sources.state(source.id)
  const visit = yield* recordedVisit({
    runId: run.id,
    sourceId: source.id,
    takenInAt: before.alarm === null ? before.lastSuccessAt : null
  })
  const tally: Tally = {
    newOutputs: 0,
    newVersions: 0,
    unchanged: 0,
    readAgain: 0,
    failures: [],
    warnings: []
  }

  /** The bytes of a visit; those of the last successful one when nothing has changed since. */
  const bytesOf = Effect.fnUntraced(function* ({ result, visit }: RecordedVisit) {
    if (result.body !== null) return Option.some({ bytes: result.body, visit })
    if (result.outcome !== "not-modified") return Option.none()
    const last = Option.getOrUndefined(yield* visits.lastSuccessOf(visit.url))
    if (last === undefined || last.captureId === null) return Option.none()
    return Option.map(yield* captures.bytes(last.captureId), (bytes) => ({ bytes, visit: last }))
  })

  /**
   * Whether the document, which has not changed, was read to its end when it was taken in. A run may have
   * been stopped between the visit that brought new bytes and the output made of them.
   */
  const wasTakenIn = (visit: Visit, takenInAt: Timestamp | null) =>
    takenInAt === null
      ? Effect.succeed(false)
      : Effect.map(
          visits.lastSuccessOf(visit.url),
          Option.exists((last) => last.startedAt <= takenInAt)
        )

  /**
   * Visits a document, reads it and keeps it; none when there was nothing (new) to read.
   *
   * @param takenInAt start of the visit from which it was last taken in, with all that it links to
   */
  const keep = Effect.fnUntraced(function* (
    request: VisitRequest,
    hints: Pick<Item, "title" | "publishedAt" | "publishedFrom"> & { readonly pageUrl: string | null },
    takenInAt: Timestamp | null
  ) {
    const recorded = yield* visit(request)
    const { outcome, message } = recorded.result
    if (!reached(outcome)) {
      tally.failures.push({ url: request.url, outcome, message })
      return { recorded, kept: null }
    }
    if (outcome === "not-modified" && (yield* wasTakenIn(recorded.visit, takenInAt))) {
      tally.unchanged++
      return { recorded, kept: null }
    }
    const found = yield* bytesOf(recorded)
    if (Option.isNone(found) || found.value.visit.captureId === null) return { recorded, kept: null }
    const { bytes, visit: read } = found.value
    const url = hints.pageUrl ?? read.finalUrl ?? request.url
    // Another source of the initiative may say more of the same page, such as its date.
    const said = bestSaid([hints, ...(yield* items.listedAs(initiative.id, [url, request.url]))])
    const reading: Reading = {
      url,
      mediaType: read.mediaType,
      charset: read.charset,
      fileName: null,
      ...said
    }
    const document = yield* readDocument(bytes, reading)
    const kept = yield* keepOutput({
      initiative,
      sourceId: source.id,
      url,
      captureId: found.value.visit.captureId,
      retrievedAt: read.startedAt,
      reading,
      document
    })
    count(tally, kept)
    tally.warnings.push(...document.warnings.map((warning) => `${url}: ${warning}`))
    return { recorded, kept: { ...kept, document } }
  })

  /** Follows, once, the documents that a page links to. */
  const followLinks = Effect.fnUntraced(function* (
    item: Item,
    page: KeptOutput,
    links: ReadonlyArray<string>
  ) {
    for (const url of links) {
      if (Option.isSome(yield* outputs.byUrl(initiative.id, url))) continue
      yield* keep(
        { url, purpose: "linked-document" },
        {
          title: null,
          publishedAt: page.output.publishedAt ?? item.publishedAt,
          // Whatever tells the date of the page that announces a document, of the document it is a listing.
          publishedFrom: (page.output.publishedAt ?? item.publishedAt) === null ? null : "listing",
          pageUrl: null
        },
        null
      )
    }
  })

  const importItem = Effect.fnUntraced(function* (item: Item) {
    const { kept, recorded } = yield* keep(
      { url: item.fetchUrl ?? item.url, purpose: "item" },
      { ...item, pageUrl: item.fetchUrl === null ? null : item.url },
      // What changed in its source's words must be read again, even from the same bytes.
      item.outputId === null ? null : item.visitedAt
    )
    if (kept !== null) yield* followLinks(item, kept, documentLinks(kept.document))
    if (reached(recorded.result.outcome) || final.has(recorded.result.outcome)) {
      yield* items.markVisited(source.id, item.url, {
        visitedAt: recorded.visit.startedAt,
        outputId: kept?.output.id ?? item.outputId
      })
    }
    yield* events.publish({ _tag: "ItemRead", sourceId: source.id, url: item.url })
    return recorded
  })

  yield* events.publish({ _tag: "SourceStarted", sourceId: source.id })
  let door: RecordedVisit | null = null
  const listing = yield* readerOf(source.kind)
    .read(source, (request) =>
      visit(request).pipe(
        Effect.map((recorded) => {
          door ??= recorded
          return recorded.result
        }),
        // A reader knows no store: its failure goes past it, and comes back as a failure below.
        Effect.orDie
      )
    )
    .pipe(
      Effect.catchDefect((defect) =>
        defect instanceof StoreError ? Effect.fail(defect) : Effect.die(defect)
      )
    )
  tally.warnings.push(...listing.warnings)

  const startedAt = Date.parse(run.startedAt)
  const recorded = yield* items.record(source, listing.items.flatMap(listedItem))
  tally.warnings.push(...unaskable(listing.items))

  const readItems = Effect.gen(function* () {
    const waiting = yield* items.waiting(source.id)
    const again = (yield* items.list(source.id))
      .slice(0, recheckedItems)
      .filter((item) => item.visitedAt !== null && Date.parse(item.visitedAt) < startedAt)
      .filter((item) => recheck === "listed" || itemIsDue(item, startedAt))
    const reachable = reached(listing.outcome)
    let only: RecordedVisit | null = null
    for (const item of reachable ? [...waiting, ...again] : []) {
      const recorded = yield* importItem(item)
      // A single document is its own item: what became of it is what became of the source.
      if (source.kind === "document") only = recorded
    }

    const result: Listing =
      only !== null ? { ...listing, outcome: only.result.outcome, message: only.result.message } : listing
    const end = yield* Clock.currentTimeMillis
    const isNew =
      recorded.some(({ change }) => change !== "unchanged") || tally.newOutputs + tally.newVersions > 0
    const alarm = alarmOf(result, before)
    const known = yield* outputs.list({ initiativeId: initiative.id })
    const state = stateAfter({
      alarm,
      before,
      door: door ?? only ?? null,
      end,
      events: known,
      isNew,
      jitter: yield* Random.next,
      listing: result,
      rhythm: publicationRhythm(
        [
          ...(yield* items.list(source.id)).map(({ publishedAt }) => publishedAt),
          ...known.filter(({ sourceId }) => sourceId === source.id).map(({ publishedAt }) => publishedAt)
        ],
        end
      ),
      source
    })
    yield* sources.saveState(state)
    if (state.goneSeen >= enoughObservations) yield* sources.setStatus(source.id, "retired")

    const report: SourceReport = {
      sourceId: source.id,
      initiativeId: initiative.id,
      outcome: result.outcome,
      message: alarm?.message ?? result.message,
      alarm: alarm?.name ?? null,
      listed: listing.items.length,
      notices: noticesOf(source, before, state),
      ...tally
    }
    yield* events.publish({ _tag: "SourceFinished", report })
    return report
  })
  return readItems
})
