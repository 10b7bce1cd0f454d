/**
 * Sources on MediaWiki, by its action API (mediawiki.org/wiki/API): pages of a category, pages with a
 * prefix, or pages that changed recently; the content is fetched parsed, without edit links.
 */
import { Effect, Option, Schema } from "effect"
import { decodeJsonBody } from "./json.ts"
import { linkOn, pageOf } from "./html.ts"
import {
  alarmed,
  brokenOff,
  defaultPageLimit,
  listed,
  once,
  unread,
  type ListedItem,
  type SourceReader
} from "./reader.ts"
import type { SourceOptions } from "../../domain/index.ts"

const Answer = Schema.Struct({
  continue: Schema.optionalKey(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  query: Schema.optionalKey(
    Schema.Struct({
      pages: Schema.optionalKey(
        Schema.Array(
          Schema.Struct({
            title: Schema.String,
            missing: Schema.optionalKey(Schema.Unknown),
            lastrevid: Schema.optionalKey(Schema.Int),
            canonicalurl: Schema.optionalKey(Schema.String),
            fullurl: Schema.optionalKey(Schema.String)
          })
        )
      )
    })
  ),
  batchcomplete: Schema.optionalKey(Schema.Unknown),
  error: Schema.optionalKey(Schema.Struct({ info: Schema.optionalKey(Schema.String) }))
})
const decode = decodeJsonBody(Answer)

const isAnswer = (answer: typeof Answer.Type): boolean =>
  answer.query !== undefined || answer.error !== undefined || answer.batchcomplete !== undefined

const generatorOf = (options: SourceOptions): Readonly<Record<string, string>> => {
  if (options.category !== undefined) {
    const name = options.category.replace(/^Category:/i, "")
    return { generator: "categorymembers", gcmtitle: `Category:${name}`, gcmtype: "page", gcmlimit: "200" }
  }
  if (options.prefix !== undefined) {
    return {
      generator: "allpages",
      gapprefix: options.prefix,
      gapfilterredir: "nonredirects",
      gaplimit: "200"
    }
  }
  return { generator: "recentchanges", grcnamespace: "0", grctype: "edit|new", grclimit: "200" }
}

/** Address of the parsed content of one page. */
const contentUrl = (api: string, title: string): string =>
  `${api}?${new URLSearchParams({ action: "parse", page: title, prop: "text|displaytitle|revid", disableeditsection: "1", disabletoc: "1", redirects: "1", format: "json", formatversion: "2" }).toString()}`

const itemsOf = (api: string, answer: typeof Answer.Type): ReadonlyArray<ListedItem> =>
  (answer.query?.pages ?? [])
    .filter(({ missing }) => missing === undefined)
    .map(({ title, lastrevid, canonicalurl, fullurl }) => ({
      url:
        canonicalurl ??
        fullurl ??
        new URL(`index.php?title=${encodeURIComponent(title.replaceAll(" ", "_"))}`, api).href,
      fetchUrl: contentUrl(api, title),
      title,
      publishedAt: null,
      publishedFrom: null,
      summary: null,
      contentHtml: null,
      revision: lastrevid === undefined ? null : String(lastrevid)
    }))

/** Wikis. Give a category or a prefix where you can; without them recent changes are listed. */
export const mediawikiReader: SourceReader = {
  kind: "mediawiki",
  read: Effect.fn("source.readMediawiki")(function* (source, visit, context) {
    let api = source.url.replace(/[?#].*$/, "")
    if (!api.endsWith("api.php")) {
      const answer = yield* visit({ url: source.url, accept: "text/html", purpose: "check" })
      const page = answer.body === null ? null : pageOf(answer, source.url)
      const edit = page === null ? null : linkOn(page, page.$('link[rel="EditURI"]').attr("href"))
      if (page === null) return unread(answer)
      api = (edit ?? new URL("/w/api.php", source.url).href).replace(/[?#].*$/, "")
    }
    const pageLimit = context?.pageLimit ?? defaultPageLimit
    const items: Array<ListedItem> = []
    let more: Readonly<Record<string, string>> | null = {}
    for (let count = 0; more !== null && count < pageLimit; count++) {
      const query: Record<string, string> = {
        action: "query",
        format: "json",
        formatversion: "2",
        prop: "info",
        inprop: "url",
        ...generatorOf(source.options),
        ...more
      }
      const url = `${api}?${new URLSearchParams(query).toString()}`
      const answer = yield* visit({ url, accept: "application/json", purpose: "source" })
      if (answer.outcome !== "ok" || answer.body === null) {
        return count === 0 ? unread(answer) : brokenOff(items, answer, url, [])
      }
      const decoded = Option.filter(decode(answer.body), isAnswer)
      if (Option.isNone(decoded)) {
        return alarmed({
          name: "not-an-api",
          message: `${api} did not answer as MediaWiki's API does; give the address of the wiki's api.php.`
        })
      }
      if (decoded.value.error !== undefined) {
        return alarmed({
          name: "bad-configuration",
          message: `${api} refused the question: ${decoded.value.error.info ?? "without a reason"}. Check the source's category or prefix.`
        })
      }
      items.push(...itemsOf(api, decoded.value))
      more =
        decoded.value.continue === undefined
          ? null
          : Object.fromEntries(
              Object.entries(decoded.value.continue).map(([key, value]) => [key, String(value)])
            )
    }
    if (items.length === 0 && (source.options.category ?? source.options.prefix) !== undefined) {
      return alarmed({
        name: "no-items",
        message: `${api}: the wiki has no page in ${source.options.category === undefined ? `the prefix "${source.options.prefix}"` : `the category "${source.options.category}"`}; check its spelling.`
      })
    }
    const isRecent = source.options.category === undefined && source.options.prefix === undefined
    return listed(once(items), { complete: more === null && !isRecent, next: null })
  })
}
