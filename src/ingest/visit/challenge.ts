/**
 * Challenge pages: what a bot filter serves instead of the page.
 *
 * They come with any status, often 200, so without this they would be archived as outputs. The filter is
 * the owner's decision and is respected: the visit ends as `challenge`, and a person asks the owner to let
 * the user agent pass or to send the document.
 */
import { header, type Headers } from "./header.ts"

/** A filter known by a header of the response. */
const byHeader: ReadonlyArray<readonly [string, RegExp, string]> = [
  ["cf-mitigated", /challenge/i, "Cloudflare"],
  ["x-amzn-waf-action", /challenge|captcha/i, "AWS WAF"],
  ["x-vercel-mitigated", /challenge|deny/i, "Vercel"],
  ["x-sucuri-block", /./, "Sucuri"],
  ["sg-captcha", /challenge/i, "SiteGround"],
  ["x-datadome", /protected/i, "DataDome"]
]

/** A filter known by what its page carries; nothing a page about such filters would carry in its markup. */
const byBody: ReadonlyArray<readonly [RegExp, string]> = [
  [/<title>(?:Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/i, "Cloudflare"],
  [/\/cdn-cgi\/challenge-platform\/h\/[a-z]\/orchestrate\//, "Cloudflare"],
  [/window\._cf_chl_opt\s*=/, "Cloudflare"],
  [/<script[^>]+sucuri_cloudproxy_js|var s=\{\},u,c,U,r,i,l=0,a,e=eval,w=String\.fromCharCode/, "Sucuri"],
  [/\/_Incapsula_Resource\?[^"']*(?:SWJIYLWA|CWUDNSAI|SWUDNSAI)/, "Imperva"],
  [/<script[^>]+id=["']anubis_challenge["']/i, "Anubis"],
  [/<meta[^>]+url=\/\.well-known\/sgcaptcha\//i, "SiteGround"],
  [/<title>DDoS-Guard<\/title>|\/\.well-known\/ddos-guard\/js-challenge/i, "DDoS-Guard"],
  [/\.awswaf\.com\/[^"']*\/challenge\.js/, "AWS WAF"],
  [/<script[^>]+src=["']https:\/\/(?:ct|geo)\.captcha-delivery\.com\//i, "DataDome"],
  [/toNumbers\("[0-9a-f]{32}"\)[\s\S]{0,400}document\.cookie="__test=/, "the hosting company"]
]

/** Challenge pages are small; a page beyond this is content. */
const maxLength = 64 * 1024

/**
 * The name of the filter whose challenge this response is; null for anything else.
 *
 * @param body what was read of the body, decoded
 */
export const challengeOf = (
  headers: Headers,
  mediaType: string | null,
  body: Uint8Array | null
): string | null => {
  for (const [name, value, filter] of byHeader) {
    const found = header(headers, name)
    if (found !== null && value.test(found)) return filter
  }
  if (body === null || body.length === 0 || body.length > maxLength) return null
  if (mediaType !== null && !/html|text\/plain/.test(mediaType)) return null
  const text = Buffer.from(body).toString("latin1")
  return byBody.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
