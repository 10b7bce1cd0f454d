/**
 * Archived markup made harmless: only elements and attributes of a short list are written again, whatever
 * else a page holds. Scripts, styles, frames, forms, images and every address that is not http(s) are left out.
 *
 * It writes anew and never copies markup, so that nothing can hide in what a browser would read otherwise.
 */
import { Parser } from "htmlparser2"
import { escape, safeUrl } from "../../export/html/html.ts"

const kept = new Set(
  "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(
    " "
  )
)

/** Elements that go with all that is in them. */
const dropped = new Set(
  "script style template iframe frame frameset object embed applet noscript noembed noframes svg math canvas audio video select textarea title head".split(
    " "
  )
)

const empty = new Set(["br", "hr", "col", "wbr"])

const numbers = new Set(["colspan", "rowspan", "start"])

/** Elements open at one time at most; deeper ones are left out, their text stays. */
const deepest = 200

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** The language that a page states for the whole of itself; null where it states none. */
export const statedLanguage = (html: string): string | null => {
  const [, tag = ""] = /<html\b[^>]*?\slang\s*=\s*["']?([a-z0-9-]+)/i.exec(html.slice(0, 4096)) ?? []
  return languageTag.test(tag) ? tag : null
}

const attributes = (name: string, given: Readonly<Record<string, string>>, base: string): string => {
  let text = ""
  const { dir, href, lang } = given
  if (lang !== undefined && languageTag.test(lang)) text += ` lang="${lang}"`
  if (dir === "rtl" || dir === "ltr" || dir === "auto") text += ` dir="${dir}"`
  if (name === "a" && href !== undefined) {
    const target = URL.parse(href, base)
    const safe = target === null ? null : safeUrl(target.href)
    if (safe !== null && /^https?:/.test(safe)) text += ` href="${escape(safe)}" rel="noreferrer nofollow"`
  }
  for (const [key, value] of Object.entries(given)) {
    if (numbers.has(key) && /^\d{1,3}$/.test(value)) text += ` ${key}="${value}"`
  }
  return text
}

/** The body of a page as harmless markup; `base` is its address, for relative links. */
export const sanitise = (html: string, base: string): string => {
  const parts: Array<string> = []
  const open: Array<string> = []
  let inside = 0
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        if (dropped.has(name)) inside++
        if (inside > 0) return
        if (name === "img" && given["alt"] !== undefined && given["alt"] !== "") {
          parts.push(`<span>[${escape(given["alt"])}]</span>`)
        }
        if (!kept.has(name) || open.length >= deepest) return
        parts.push(`<${name}${attributes(name, given, base)}>`)
        if (!empty.has(name)) open.push(name)
      },
      ontext: (text) => {
        if (inside === 0) parts.push(escape(text))
      },
      onclosetag: (name) => {
        if (dropped.has(name)) {
          inside = Math.max(0, inside - 1)
          return
        }
        if (inside > 0 || empty.has(name)) return
        // Only what was opened is closed, and in order.
        const at = open.lastIndexOf(name)
        if (at < 0) return
        while (open.length > at) parts.push(`</${open.pop() ?? ""}>`)
      }
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
  )
  parser.write(html)
  parser.end()
  while (open.length > 0) parts.push(`</${open.pop() ?? ""}>`)
  return parts.join("")
}
