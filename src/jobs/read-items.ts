/**
 * Reads the items that a source lists: visits what is new or changed, follows documents that a page links to,
 * and keeps each output as soon as it is complete.
 *
 * Loaded only when there is something to read: extraction and normalisation are most of the program.
 */
import { Clock, Effect, Option } from "effect"
import { DateOrigin, type Item, type Reading, type Timestamp } from "../domain/index.ts"
import { publicationRhythm } from "../ingest/publication-rhythm.ts"
import { documentLinks } from "../ingest/links.ts"
import { readDocument } from "../ingest/read.ts"
import { Captures, Items, Outputs, Visits } from "../store/index.ts"
import { finishSource, type ListedSource, type Tally } from "./import-source.ts"
import { keepOutput, type KeptOutput } from "./keep-output.ts"
import type { NewVisit, RecordedVisit, VisitRequest } from "./recorded-visit.ts"
import { reached, RunEvents } from "./report.ts"
import { itemIsDue, recheckedItems } from "./rhythm.ts"
import { listedItem } from "./source-state.ts"

/** Outcomes after which an item is not asked for again until its source says something new of it. */
const final: ReadonlySet<string> = new Set(["not-found", "gone", "bad-url", "unsupported-media"])

/** What is said of a document besides its bytes. */
type Hints = Said & { readonly pageUrl: string | null }

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

const count = (tally: Tally, kept: KeptOutput) => {
  if (kept.change === "new") tally.newOutputs++
  else if (kept.change === "changed") tally.newVersions++
  else {
    tally.unchanged++
    tally.readAgain++
  }
}

/** Reads the items of a source that has said what it lists, and finishes it. Fails only when the store fails. */
export const readItems = Effect.fn("readItems")(function* (listed: ListedSource) {
  const { initiative, listing, source, tally, visit } = listed
  const { desk, recheck, run } = listed.running
  const items = yield* Items
  const outputs = yield* Outputs
  const captures = yield* Captures
  const visits = yield* Visits
  const events = yield* RunEvents

  /** The bytes of a visit; those of the last successful one when nothing has changed since. */
  const bytesOf = Effect.fnUntraced(function* ({ result, visit }: RecordedVisit) {
    if (result.body !== null) return Option.some({ bytes: result.body, visit })
    if (result.outcome === "ok" && visit.captureId !== null)
      return Option.map(yield* captures.bytes(visit.captureId), (bytes) => ({ bytes, visit }))
    if (result.outcome !== "not-modified") return Option.none()
    const last = Option.getOrUndefined(yield* visits.lastSuccessOf(visit.url))
    if (last === undefined || last.captureId === null) return Option.none()
    return Option.map(yield* captures.bytes(last.captureId), (bytes) => ({ bytes, visit: last }))
  })

  /**
   * Whether the document, which has not changed, was read to its end when it was taken in. A run may have
   * been stopped between the visit that brought new bytes and the output made of them.
   */
  const wasTakenIn = (visit: NewVisit, takenInAt: Timestamp | null) =>
    takenInAt === null
      ? Effect.succeed(false)
      : Effect.map(
          visits.lastSuccessOf(visit.url),
          Option.exists((last) => last.startedAt <= takenInAt)
        )

  /** Reads what a visit brought and keeps it; null when there is nothing to read. */
  const take = Effect.fnUntraced(function* (recorded: RecordedVisit, request: VisitRequest, hints: Hints) {
    const found = yield* bytesOf(recorded)
    if (Option.isNone(found) || found.value.visit.captureId === null) return null
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
    return { ...kept, document }
  })

  /**
   * Visits a document, reads it and keeps it; none when there was nothing (new) to read.
   *
   * @param takenInAt start of the visit from which it was last taken in, with all that it links to
   */
  const keep = Effect.fnUntraced(function* (
    request: VisitRequest,
    hints: Hints,
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
    const kept = yield* desk.within(take(recorded, request, hints))
    return { recorded, kept }
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

  const startedAt = Date.parse(run.startedAt)
  const recorded = yield* items.record(source, listing.items.flatMap(listedItem))
  const waiting = yield* items.waiting(source.id)
  const again = (yield* items.list(source.id))
    .slice(0, recheckedItems)
    .filter((item) => item.visitedAt !== null && Date.parse(item.visitedAt) < startedAt)
    .filter((item) => recheck === "listed" || itemIsDue(item, startedAt))
  let only: RecordedVisit | null = null
  for (const item of reached(listing.outcome) ? [...waiting, ...again] : []) {
    const visited = yield* importItem(item)
    // A single document is its own item: what became of it is what became of the source.
    if (source.kind === "document") only = visited
  }
  const known = yield* outputs.list({ initiativeId: initiative.id })
  return yield* finishSource(listed, {
    only,
    isNew: recorded.some(({ change }) => change !== "unchanged") || tally.newOutputs + tally.newVersions > 0,
    events: known,
    rhythm: publicationRhythm(
      [
        ...(yield* items.list(source.id)).map(({ publishedAt }) => publishedAt),
        ...known.filter(({ sourceId }) => sourceId === source.id).map(({ publishedAt }) => publishedAt)
      ],
      yield* Clock.currentTimeMillis
    )
  })
})
