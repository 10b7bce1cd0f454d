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
  type SourceReader,
  type VisitFunction
} from "./reader.ts"
import { readDate } from "../../date/index.ts"
import type { IsoDate, SourceOptions } from "../../domain/index.ts"

/** The newest revision of a page; its parent is 0 when it is the first one too. */
const Revision = Schema.Struct({
  parentid: Schema.optionalKey(Schema.Int),
  timestamp: Schema.optionalKey(Schema.String)
})
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
            fullurl: Schema.optionalKey(Schema.String),
            revisions: Schema.optionalKey(Schema.Array(Revision))
          })
        )
      ),
      categorymembers: Schema.optionalKey(
        Schema.Array(Schema.Struct({ title: Schema.String, timestamp: Schema.optionalKey(Schema.String) }))
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

/**
 * Day of a page's first publication, where the API tells it: the day of its only revision, or the day on
 * which it was put into the category that is followed. The day of a later edit is none.
 */
const firstDay = (
  page: { readonly title: string; readonly revisions?: ReadonlyArray<typeof Revision.Type> },
  joined: ReadonlyMap<string, string>
): IsoDate | null => {
  const only = page.revisions?.find(({ parentid }) => parentid === 0)?.timestamp ?? null
  const stated = only ?? joined.get(page.title) ?? null
  return stated === null ? null : readDate(stated).date
}

const itemsOf = (
  api: string,
  answer: typeof Answer.Type,
  joined: ReadonlyMap<string, string>
): ReadonlyArray<ListedItem> =>
  (answer.query?.pages ?? [])
    .filter(({ missing }) => missing === undefined)
    .map((page) => {
      const { canonicalurl, fullurl, lastrevid, title } = page
      const publishedAt = firstDay(page, joined)
      return {
        url:
          canonicalurl ??
          fullurl ??
          new URL(`index.php?title=${encodeURIComponent(title.replaceAll(" ", "_"))}`, api).href,
        fetchUrl: contentUrl(api, title),
        title,
        publishedAt,
        publishedFrom: publishedAt === null ? null : ("api" as const),
        summary: null,
        contentHtml: null,
        revision: lastrevid === undefined ? null : String(lastrevid)
      }
    })

/** When each page was put into a category, the newest 500; nothing where the wiki does not tell. */
const joinedCategory = Effect.fnUntraced(function* (api: string, category: string, visit: VisitFunction) {
  const query = new URLSearchParams({
    action: "query",
    format: "json",
    formatversion: "2",
    list: "categorymembers",
    cmtitle: `Category:${category.replace(/^Category:/i, "")}`,
    cmprop: "title|timestamp",
    cmtype: "page",
    cmsort: "timestamp",
    cmdir: "desc",
    cmlimit: "500"
  })
  const answer = yield* visit({
    url: `${api}?${query.toString()}`,
    accept: "application/json",
    purpose: "check"
  })
  const members =
    answer.body === null ? [] : (Option.getOrNull(decode(answer.body))?.query?.categorymembers ?? [])
  return new Map(
    members.flatMap(({ timestamp, title }) => (timestamp === undefined ? [] : [[title, timestamp]]))
  )
})

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
    let joined: ReadonlyMap<string, string> | null = null
    let more: Readonly<Record<string, string>> | null = {}
    for (let count = 0; more !== null && count < pageLimit; count++) {
      const query: Record<string, string> = {
        action: "query",
        format: "json",
        formatversion: "2",
        prop: "info|revisions",
        inprop: "url",
        rvprop: "ids|timestamp",
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
      const { category } = source.options
      const isTold = (decoded.value.query?.pages ?? []).every(({ revisions }) =>
        revisions?.some(({ parentid }) => parentid === 0)
      )
      if (joined === null && category !== undefined && !isTold)
        joined = yield* joinedCategory(api, category, visit)
      items.push(...itemsOf(api, decoded.value, joined ?? new Map()))
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
