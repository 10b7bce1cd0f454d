/**
 * Reads some entries of a list as an import would read them, with what it would learn of the site included:
 * what stands on every page is the site's own furniture, and without knowing it a page reads differently.
 * One page cannot tell, so a few more are asked for than are shown, far apart in the list.
 */
import { Effect, Option, Schema } from "effect"
import { type Initiative, InitiativeId } from "../domain/index.ts"
import { topicOf } from "../ingest/discover/index.ts"
import { FurnitureLesson, keysOfPage, withoutFurniture } from "../ingest/extract/index.ts"
import { readDocument } from "../ingest/read.ts"
import type { ListedItem } from "../ingest/source/index.ts"
import type { VisitRequest, VisitResult } from "../ingest/visit/index.ts"
import { normalizeDocument, outputIdOf } from "../normalize/index.ts"
import type { StatementReader } from "../normalize/normalizer.ts"

/** Whose entries they are: the name helps to tell a press account. A new initiative has no id yet. */
export type CheckedInitiative = Pick<Initiative, "name"> & Partial<Pick<Initiative, "id" | "languages">>

const noId = Schema.decodeSync(InitiativeId)("unknown")

/** Entries that are looked into, one visit each. */
const sampleLimit = 3
/** Pages of one host from which its furniture is learnt, and how many are visited for that alone. */
const lessonPages = 5
const lessonVisits = 3
/** The last visit of a check must have a chance to end: no new one is begun with less time left, in ms. */
const leastTime = 2_000

/** What a check may do. */
interface Checking {
  readonly initiative: CheckedInitiative
  readonly reader: StatementReader
  readonly visit: (request: VisitRequest) => Effect.Effect<VisitResult>
  /** Milliseconds that are left of the check. */
  readonly left: Effect.Effect<number>
}

/** Entries worth looking into: those whose titles promise outputs first, then as listed. */
const worthLooking = (items: ReadonlyArray<ListedItem>): ReadonlyArray<ListedItem> =>
  items
    .map((item, index) => ({ item, index, weight: topicOf(item.title ?? "")?.weight ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, sampleLimit)
    .map(({ item }) => item)

const hostOf = (url: string): string => URL.parse(url)?.host ?? ""

/** So many of the entries, evenly from the whole list: neighbours in a list are more alike than others. */
const spread = (items: ReadonlyArray<ListedItem>, count: number): ReadonlyArray<ListedItem> =>
  items.length <= count
    ? items
    : Array.from(
        { length: count },
        (_, index) => items[Math.floor(((index + 0.5) * items.length) / count)]
      ).filter((item) => item !== undefined)

/** An entry as its visit brought it. */
const fetched = Effect.fnUntraced(function* (item: ListedItem, { visit }: Checking) {
  const answer = yield* visit({ url: item.fetchUrl ?? item.url, purpose: "check" })
  const url = item.fetchUrl === undefined ? (answer.finalUrl ?? item.url) : item.url
  const document =
    answer.body === null
      ? null
      : yield* readDocument(answer.body, {
          url,
          mediaType: answer.mediaType,
          charset: answer.charset,
          fileName: null,
          title: item.title,
          publishedAt: item.publishedAt,
          publishedFrom: item.publishedFrom
        })
  const isPage = document?.mediaType === "text/html"
  return { item, answer, url, document, keys: document !== null && isPage ? keysOfPage(document) : null }
})

type Fetched = Effect.Success<ReturnType<typeof fetched>>

/** Entries one after the other, as many as the time allows. */
const inTime = Effect.fnUntraced(function* (items: ReadonlyArray<ListedItem>, checking: Checking) {
  const found: Array<Fetched> = []
  for (const item of items) {
    const left = yield* checking.left
    if (left < leastTime) break
    const one = yield* fetched(item, checking).pipe(Effect.timeoutOption(left))
    if (Option.isSome(one)) found.push(one.value)
  }
  return found
})

/** Entries that are visited only to learn what is furniture of the host that most of the samples are from. */
const moreToLearn = (
  samples: ReadonlyArray<Fetched>,
  listed: ReadonlyArray<ListedItem>
): ReadonlyArray<ListedItem> => {
  const hosts = Map.groupBy(
    samples.filter(({ keys }) => keys !== null),
    ({ url }) => hostOf(url)
  )
  const [most] = [...hosts].toSorted(([, a], [, b]) => b.length - a.length)
  if (most === undefined) return []
  const [host, pages] = most
  const seen = new Set(samples.map(({ item }) => item))
  const others = listed.filter(
    (item) => !seen.has(item) && hostOf(item.url) === host && !/\.(?:pdf|docx?)$/i.test(item.url)
  )
  return spread(others, Math.min(lessonVisits, Math.max(lessonPages - pages.length, 0)))
}

/** What is furniture, by host. */
const learntFrom = (pages: ReadonlyArray<Fetched>): ReadonlyMap<string, ReadonlySet<string>> => {
  const lessons = new Map<string, FurnitureLesson>()
  for (const { keys, url } of pages) {
    if (keys === null) continue
    const lesson = lessons.get(hostOf(url)) ?? new FurnitureLesson()
    lesson.add(keys)
    lessons.set(hostOf(url), lesson)
  }
  return new Map([...lessons].map(([host, lesson]) => [host, lesson.learnt]))
}

/** Reads the most promising of the listed entries. Never fails: an entry that cannot be read says why. */
export const readSamples = Effect.fn("readSamples")(function* (
  listed: ReadonlyArray<ListedItem>,
  checking: Checking
) {
  const { reader } = checking
  const initiative = { id: noId, ...checking.initiative }
  const samples = yield* inTime(worthLooking(listed), checking)
  const others = yield* inTime(moreToLearn(samples, listed), checking)
  const learnt = learntFrom([...samples, ...others])
  return samples.map(({ answer, document, item, keys, url }) => {
    if (document === null) return { item, answer, document, normalized: null }
    const furniture = learnt.get(hostOf(url)) ?? new Set()
    const own = withoutFurniture(document, [...(keys ?? [])].filter((key) => furniture.has(key)).toSorted())
    const normalized = normalizeDocument({
      output: { id: outputIdOf(initiative.id, url), url },
      initiative,
      document: own,
      classify: reader.classify,
      detectLanguage: reader.detectLanguage,
      issueNamed: reader.issueNamed
    })
    return { item, answer, document: own, normalized }
  })
})
