/**
 * Sources on WordPress, by its REST API (developer.wordpress.org/rest-api): lists with small fields only;
 * the content of each item is fetched from the item's own API address.
 */
import { Effect, Option, Schema } from "effect"
import { readDate } from "../../date/index.ts"
import { plainText } from "../feed/index.ts"
import { decodeJsonBody } from "./json.ts"
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

const Post = Schema.Struct({
  id: Schema.Int,
  link: Schema.String,
  date: Schema.optionalKey(Schema.NullOr(Schema.String)),
  modified: Schema.optionalKey(Schema.NullOr(Schema.String)),
  title: Schema.optionalKey(Schema.Struct({ rendered: Schema.String }))
})
const posts = decodeJsonBody(Schema.Array(Post))
const categories = decodeJsonBody(Schema.Array(Schema.Struct({ id: Schema.Int })))

const perPage = 100

/** Builds addresses of one API: pretty (`/wp-json/…`) or by query (`?rest_route=/…`). */
type Api = (route: string, query: Readonly<Record<string, string>>) => string

const apisOf = (sourceUrl: string): ReadonlyArray<Api> => {
  const url = new URL(sourceUrl)
  const before =
    /^(.*?)\/wp-json(?:\/|$)/.exec(url.pathname)?.[1] ?? url.pathname.replace(/\/(?:index\.php)?$/, "")
  const home = `${url.origin}${before}`
  const pretty: Api = (route, query) => `${home}/wp-json${route}?${new URLSearchParams(query).toString()}`
  const plain: Api = (route, query) =>
    `${home}/?${new URLSearchParams({ rest_route: route, ...query }).toString()}`
  return url.searchParams.has("rest_route") ? [plain] : [pretty, plain]
}

/** Posts unless the source's address names another type, such as pages. */
const typeOf = (sourceUrl: string): string => {
  const url = new URL(sourceUrl)
  const route = url.searchParams.get("rest_route") ?? url.pathname
  return /\/wp\/v2\/([a-z][\w-]*)/.exec(route)?.[1] ?? "posts"
}

const itemOf = (api: Api, type: string, post: typeof Post.Type): ListedItem => {
  const published = readDate(post.date ?? "").date
  const title = plainText(post.title?.rendered ?? "")
  return {
    url: post.link,
    fetchUrl: api(`/wp/v2/${type}/${post.id}`, {}).replace(/\?$/, ""),
    title: title === "" ? null : title,
    publishedAt: published,
    publishedFrom: published === null ? null : "api",
    summary: null,
    contentHtml: null,
    revision: post.modified ?? null
  }
}

/** WordPress sites. The option `category` is a category's id, or its slug. */
export const wordpressReader: SourceReader = {
  kind: "wordpress",
  read: Effect.fn("source.readWordpress")(function* (source, visit, context) {
    const pageLimit = context?.pageLimit ?? defaultPageLimit
    const type = typeOf(source.url)
    const { category } = source.options
    const base: Record<string, string> = {
      _fields: "id,link,date,modified,title",
      per_page: String(perPage),
      orderby: "date",
      order: "desc"
    }
    if (context?.since !== undefined && context.since !== null)
      base["modified_after"] = `${context.since}T00:00:00`
    let last = null
    for (const api of apisOf(source.url)) {
      const query = { ...base }
      if (category !== undefined) {
        if (/^\d+$/.test(category)) query["categories"] = category
        else {
          const answer = yield* visit({
            url: api("/wp/v2/categories", { slug: category, _fields: "id" }),
            accept: "application/json",
            purpose: "source"
          })
          const id =
            answer.body === null ? undefined : Option.getOrElse(categories(answer.body), () => [])[0]?.id
          if (answer.outcome === "ok" && id === undefined) {
            last = alarmed({
              name: "bad-configuration",
              message: `${source.url}: WordPress knows no category "${category}"; use its id or its slug.`
            })
            continue
          }
          if (id !== undefined) query["categories"] = String(id)
        }
      }
      const items: Array<ListedItem> = []
      for (let page = 1; page <= pageLimit; page++) {
        const url = api(`/wp/v2/${type}`, { ...query, page: String(page) })
        const answer = yield* visit({ url, accept: "application/json", purpose: "source" })
        // Asking beyond the last page is answered with status 400: the list had exactly full pages.
        if (page > 1 && answer.status === 400) return listed(once(items))
        if (answer.outcome !== "ok" || answer.body === null) {
          if (page > 1) return brokenOff(items, answer, url, [])
          last = unread(answer)
          if (answer.outcome === "not-found" || answer.status === 400) break
          return last
        }
        const found = posts(answer.body)
        if (Option.isNone(found)) {
          if (page > 1)
            return listed(once(items), {
              complete: false,
              next: url,
              warnings: [`${url} did not answer with a list of posts.`]
            })
          last = alarmed({
            name: "not-an-api",
            message: `${url} did not answer with WordPress's list of ${type}; the API may be switched off. Register the site's feed or its list page instead.`
          })
          break
        }
        items.push(
          ...found.value.filter(({ link }) => URL.canParse(link)).map((post) => itemOf(api, type, post))
        )
        if (found.value.length < perPage) return listed(once(items))
        if (page === pageLimit) {
          return listed(once(items), {
            complete: false,
            next: api(`/wp/v2/${type}`, { ...query, page: String(page + 1) })
          })
        }
      }
    }
    return (
      last ?? alarmed({ name: "not-an-api", message: `${source.url} has no WordPress API that answers.` })
    )
  })
}
