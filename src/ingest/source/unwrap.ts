/**
 * Answers of APIs about one item, back to a page: so that a capture of such an answer can be extracted at
 * any time without knowing its source.
 */
import { load } from "cheerio"
import { Option, Schema } from "effect"
import type { IsoDate } from "../../domain/index.ts"
import { readDate } from "../../date/index.ts"
import { plainText } from "../feed/index.ts"
import { decodeJsonBody } from "./json.ts"

/** The content of an item as HTML: the main content alone, hostile until sanitised. */
export interface UnwrappedItem {
  readonly html: string
  readonly title: string | null
  readonly publishedAt: IsoDate | null
  /** Page for people. */
  readonly url: string
}

const wordpress = decodeJsonBody(
  Schema.Struct({
    id: Schema.Int,
    link: Schema.String,
    date: Schema.optionalKey(Schema.NullOr(Schema.String)),
    title: Schema.optionalKey(Schema.Struct({ rendered: Schema.String })),
    content: Schema.Struct({ rendered: Schema.String })
  })
)
const mediawiki = decodeJsonBody(
  Schema.Struct({
    parse: Schema.Struct({
      title: Schema.String,
      displaytitle: Schema.optionalKey(Schema.String),
      text: Schema.Union([Schema.String, Schema.Struct({ "*": Schema.String })])
    })
  })
)

/** Shortcodes that page builders leave behind when their plugin is gone. */
const shortcode =
  /\[\/?(?:vc_|et_pb_|fusion_|av_|cs_|tatsu_|su_|elementor|caption|gallery|embed|contact-form|rev_slider)[^\]\n]{0,500}\]/g

const wikiFurniture =
  ".mw-editsection, #toc, .toc, .noprint, .mw-empty-elt, .mw-jump-link, .navbox, .printfooter, .catlinks, style, script"

const cleanWiki = (html: string): string => {
  const $ = load(html, null, false)
  $(wikiFurniture).remove()
  return $.html()
}

const titled = (html: string | undefined): string | null => {
  const title = plainText(html ?? "")
  return title === "" ? null : title
}

/** An item's page from a WordPress or MediaWiki answer; null for anything else. `url` is where it was fetched. */
export const unwrapItem = (
  bytes: Uint8Array,
  mediaType: string | null,
  url: string
): UnwrappedItem | null => {
  if (mediaType !== null && !/json/i.test(mediaType) && !/javascript|text\/plain/i.test(mediaType))
    return null
  // 0x7B is "{": anything else, byte order marks aside, cannot be such an answer.
  if (!bytes.subarray(0, 64).includes(0x7b)) return null
  const post = Option.getOrNull(wordpress(bytes))
  if (post !== null) {
    return {
      html: post.content.rendered.replaceAll(shortcode, ""),
      title: titled(post.title?.rendered),
      publishedAt: readDate(post.date ?? "").date,
      url: URL.parse(post.link, url)?.href ?? url
    }
  }
  const wiki = Option.getOrNull(mediawiki(bytes))?.parse ?? null
  if (wiki === null) return null
  return {
    html: cleanWiki(typeof wiki.text === "string" ? wiki.text : wiki.text["*"]),
    title: titled(wiki.displaytitle) ?? wiki.title,
    publishedAt: null,
    url: URL.parse(`index.php?title=${encodeURIComponent(wiki.title.replaceAll(" ", "_"))}`, url)?.href ?? url
  }
}
