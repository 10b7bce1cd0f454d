/**
 * Learns from the pages of each host what is the site's own furniture (newsletter boxes, related posts,
 * sponsors) and reads again, from their captures, the pages that hold it.
 *
 * It depends on the newest versions of all pages alone, not on the order in which they came: doing it twice
 * changes nothing, and a run that was interrupted before it is made up for by the next.
 */
import { Effect, Option } from "effect"
import type { Initiative, Output, Version } from "../domain/index.ts"
import { keysOfPage, learnFurniture } from "../ingest/extract/index.ts"
import { readDocument } from "../ingest/read.ts"
import { Captures, Outputs } from "../store/index.ts"
import { keepOutput } from "./keep-output.ts"

interface Page {
  readonly output: Output
  readonly version: Version
  /** Of all that stands on the page, furniture included. */
  readonly keys: ReadonlySet<string>
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ""

/** The newest versions of the initiative's pages by their host; uploads have none. */
const pagesByHost = Effect.fnUntraced(function* (initiative: Initiative) {
  const outputs = yield* Outputs
  const hosts = new Map<string, Array<Page>>()
  for (const output of yield* outputs.list({ initiativeId: initiative.id })) {
    const host = hostOf(output.url)
    const version = host === "" ? undefined : Option.getOrUndefined(yield* outputs.latestVersion(output.id))
    if (version?.document.mediaType !== "text/html") continue
    const keys = keysOfPage(version.document, version.reading.furniture)
    hosts.set(host, [...(hosts.get(host) ?? []), { output, version, keys }])
  }
  return hosts
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
    for (const pages of (yield* pagesByHost(initiative)).values()) {
      const learnt = learnFurniture(pages.map(({ keys }) => keys))
      for (const page of pages) {
        const furniture = [...page.keys].filter((key) => learnt.has(key)).toSorted()
        if (furniture.join() === (page.version.reading.furniture ?? []).join()) continue
        yield* readAgain(initiative, page, furniture)
        count++
      }
    }
  }
  return count
})
