/**
 * The canonical form of a URL: the identity of an output, never an address to ask.
 *
 * Two URLs with one canonical form are taken for the same output before a byte is compared, so every rule
 * here must hold on any site: an error would merge two outputs and lose one. What is only likely (language
 * prefixes, mobile hosts, other sub-domains) is left to the host families and to the comparison of content.
 */
import { getDomain } from "tldts"
import { HttpUrl } from "../../domain/index.ts"
import { applyHostFamily } from "./family.ts"
import { parseHttpUrl } from "./normalize.ts"

/** Parameters that say who sent the reader, not what is read. */
const tracking =
  /^(utm_\w+|mtm_\w+|pk_(campaign|kwd|source|medium|content)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|yclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|_ga|_gl|vero_id|oly_(anon|enc)_id|ref_src|ref_url|at_(medium|campaign)|phpsessid|jsessionid|replytocom)$/i

/** WordPress (Jetpack) share buttons reload the post with these two together. */
const dropShareButton = (url: URL): void => {
  if (!url.searchParams.has("share") || !url.searchParams.has("nb")) return
  url.searchParams.delete("share")
  url.searchParams.delete("nb")
}

/** Removes tracking parameters and puts the rest in order of name, repeated names in their own order. */
const canonicalQuery = (url: URL): void => {
  if (url.search === "") {
    url.search = ""
    return
  }
  dropShareButton(url)
  for (const name of new Set(url.searchParams.keys())) {
    if (tracking.test(name)) url.searchParams.delete(name)
  }
  url.searchParams.sort()
}

/** `/report/`, `/report`, `/report/index.html` are one page; `;jsessionid=…` is a session, not a page. */
const canonicalPath = (path: string): string =>
  path
    .replace(/;jsessionid=[^/;?]*/i, "")
    .replace(/\/(index|default)\.(html?|php|aspx?)$/i, "/")
    .replace(/(.)\/+$/, "$1")

const step = (text: string): string | null => {
  const url = parseHttpUrl(text)
  if (url === null) return null
  url.username = ""
  url.password = ""
  // One site on both schemes is the rule everywhere; another port is another service.
  if (url.port === "") url.protocol = "https:"
  if (url.hostname.startsWith("www.")) {
    const bare = url.hostname.slice(4)
    if (getDomain(bare, { allowPrivateDomains: true }) === bare) url.hostname = bare
  }
  applyHostFamily(url)
  canonicalQuery(url)
  const path = canonicalPath(url.pathname)
  // `index.php?…` is a program with arguments: its name is part of the address.
  if (path !== url.pathname && (url.search === "" || path === url.pathname.replace(/\/+$/, ""))) {
    url.pathname = path
  }
  return url.href
}

/** Every rule only shortens or reorders; the bound is there for input that nobody has thought of. */
const maxSteps = 12

/**
 * The identity of a URL: equal for two addresses that always name the same output. Idempotent.
 *
 * @param text an absolute URL, or a reference when `base` is given
 * @returns null when the text is not an http(s) URL of at most 8,192 characters
 */
export const canonicalUrl = (text: string, base?: string): HttpUrl | null => {
  let current: string | null = parseHttpUrl(text, base)?.href ?? null
  for (let count = 0; current !== null && count < maxSteps; count++) {
    const next = step(current)
    if (next === current) break
    current = next
  }
  return current === null ? null : HttpUrl.make(current)
}
