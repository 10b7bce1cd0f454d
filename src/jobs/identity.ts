/**
 * Which output a page is: the one at its own address, or the one whose address it states as its canonical
 * one (RFC 6596).
 *
 * A page's word is believed within its host, and only while it takes no other page's place. Templates that
 * name the same canonical address on every page are a common fault; believed, they would make one output of
 * a whole site, of which only the page read last could be seen.
 */
import { Effect, Option } from "effect"
import type { ExtractedDocument, Initiative, Reading } from "../domain/index.ts"
import { canonicalUrl, normalizeUrl } from "../ingest/url/index.ts"
import { Items, Outputs } from "../store/index.ts"

/** A page that was read. */
export interface ReadPage {
  readonly initiative: Pick<Initiative, "id">
  /** Where the bytes came from: the final URL, or `upload:` and the file's name. */
  readonly url: string
  readonly reading: Reading
  readonly document: ExtractedDocument
}

const textOf = ({ blocks }: ExtractedDocument): string => blocks.map(({ text }) => text).join("\n")

const isRoot = (url: string): boolean => {
  const { pathname, search } = new URL(url)
  return pathname === "/" && search === ""
}

/** The canonical address that a page states, where it is another one of the same host; null otherwise. */
const otherAddress = (own: string, document: ExtractedDocument): string | null => {
  const stated = document.canonicalUrl === null ? null : canonicalUrl(document.canonicalUrl)
  if (stated === null || stated === own) return null
  if (URL.parse(stated)?.hostname !== URL.parse(own)?.hostname) return null
  return isRoot(stated) ? null : stated
}

/** The URL under which a page is kept, and the output that has it already. */
export const identify = Effect.fn("identify")(function* (page: ReadPage) {
  const outputs = yield* Outputs
  const items = yield* Items
  const { document, initiative } = page
  const own = canonicalUrl(page.url) ?? page.url
  const ofOwn = Option.getOrUndefined(yield* outputs.byUrl(initiative.id, own))
  const asOwn = { url: own, known: ofOwn }
  const stated = otherAddress(own, document)
  if (stated === null || ofOwn?.url === own) return asOwn

  const asStated = { url: stated, known: Option.getOrUndefined(yield* outputs.byUrl(initiative.id, stated)) }
  const asked = normalizeUrl(document.canonicalUrl ?? "")
  const addresses = asked === null ? [stated] : [stated, asked]
  const isListed = (yield* items.listedAs(initiative.id, addresses)).length > 0
  const latest =
    asStated.known === undefined
      ? undefined
      : Option.getOrUndefined(yield* outputs.latestVersion(asStated.known.id))
  const isOthers =
    latest !== undefined &&
    latest.reading.url !== page.reading.url &&
    textOf(latest.document) !== textOf(document)
  if (!isListed && !isOthers) return asStated
  // What was believed of this page before may still lead from its address to the other output.
  return { url: own, known: undefined }
})
