/**
 * Link wrappers: addresses of mail filters and social sites that only carry another address.
 *
 * An address that came by mail or from a social network is often wrapped (BRIEF, section 6, names an
 * Outlook SafeLinks copy of an IGF page). The wrapper is never asked: it would learn who reads what, and
 * it stops working when the mail filter's contract ends.
 */

/** Reads the address that a wrapper carries; null when this URL of the host carries none. */
type Unwrap = (url: URL) => string | null

interface Wrapper {
  /** Hosts of the wrapper, matched against the whole lower-case host name. */
  readonly host: RegExp
  readonly unwrap: Unwrap
}

const parameter =
  (path: RegExp, ...names: ReadonlyArray<string>): Unwrap =>
  (url) => {
    if (!path.test(url.pathname)) return null
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value !== null) return value
    }
    return null
  }

/** Proofpoint's second form: `%` is written `-`, `/` is written `_`. */
const proofpoint2: Unwrap = (url) => {
  const value = url.searchParams.get("u")
  if (value === null) return null
  try {
    return decodeURIComponent(value.replaceAll("-", "%").replaceAll("_", "/"))
  } catch {
    return null
  }
}

/**
 * Proofpoint's third form, `/v3/__ADDRESS__;BASE64!!…`: each `*` stands for one character of the decoded
 * base64, `**` and a letter for a run of them.
 */
const proofpoint3: Unwrap = (url) => {
  const match = /^\/v3\/__(.+?)__;([A-Za-z0-9_-]*)/.exec(url.pathname + url.search)
  if (match === null) return null
  const [, address = "", encoded = ""] = match
  const removed = Array.from(Buffer.from(encoded, "base64url").toString("utf8"))
  const runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  return address.replaceAll(/\*(?:\*(.))?/g, (_, run: string | undefined) =>
    removed.splice(0, run === undefined ? 1 : runs.indexOf(run) + 2).join("")
  )
}

const wrappers: ReadonlyArray<Wrapper> = [
  { host: /(^|\.)safelinks\.protection\.outlook\.com$/, unwrap: parameter(/^\//, "url") },
  { host: /^urldefense\.proofpoint\.com$/, unwrap: (url) => proofpoint3(url) ?? proofpoint2(url) },
  { host: /^urldefense\.(com|us)$/, unwrap: proofpoint3 },
  { host: /^linkprotect\.cudasvc\.com$/, unwrap: parameter(/^\/url$/, "a") },
  { host: /^(www\.)?google\.(com|[a-z]{2}|com?\.[a-z]{2})$/, unwrap: parameter(/^\/url$/, "q", "url") },
  { host: /^lm?\.(facebook|instagram)\.com$/, unwrap: parameter(/^\//, "u") },
  { host: /^(www\.)?linkedin\.com$/, unwrap: parameter(/^\/(redir\/redirect|safety\/go)$/, "url") },
  { host: /^(www\.)?youtube\.com$/, unwrap: parameter(/^\/redirect$/, "q") },
  { host: /^slack-redir\.net$/, unwrap: parameter(/^\/link$/, "url") },
  { host: /^vk\.com$/, unwrap: parameter(/^\/away\.php$/, "to") }
]

/**
 * The address inside a link wrapper, or null when the URL is none. Only http and https addresses count.
 */
export const unwrapOnce = (url: URL): URL | null => {
  for (const { host, unwrap } of wrappers) {
    if (!host.test(url.hostname)) continue
    const inner = unwrap(url)
    const target = inner === null ? null : URL.parse(inner)
    if (target !== null && (target.protocol === "http:" || target.protocol === "https:")) return target
  }
  return null
}
