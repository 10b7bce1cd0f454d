/**
 * robots.txt by RFC 9309: what a file allows an agent to ask for.
 *
 * Pure functions over the file's bytes. Where the RFC is silent the reading is the lenient one of the large
 * crawlers, which site owners test against: a missing colon, common misspellings of `disallow`,
 * `index.html` for its directory, lines cut at 16,663 bytes. All comparison is of octets: the file is held
 * as one character a byte, and octets outside ASCII are percent-encoded (section 2.2.2).
 */

/** RFC 9309, section 2.5: at least 500 KiB must be read; what follows is ignored. */
export const robotsLimit = 500 * 1024

/** A line longer than eight times the longest URL of old browsers is cut, not dropped. */
const maxLine = 2083 * 8 - 1

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

interface Group {
  /** Product tokens in lower case; `*` for any agent. */
  readonly agents: Array<string>
  readonly rules: Array<Rule>
  /** Seconds between two requests; not part of the RFC, widely used. */
  crawlDelay: number | null
}

/** A parsed robots.txt. */
export interface Robots {
  readonly groups: ReadonlyArray<Group>
  /** Values of the sitemap lines, as written. */
  readonly sitemaps: ReadonlyArray<string>
}

/** The file that is not there: everything allowed. */
export const emptyRobots: Robots = { groups: [], sitemaps: [] }

type Field = "user-agent" | "allow" | "disallow" | "crawl-delay" | "sitemap"

const spellings: ReadonlyArray<readonly [RegExp, Field]> = [
  [/^(user-agent|useragent|user agent)/, "user-agent"],
  [/^allow/, "allow"],
  [/^(disallow|dissallow|dissalow|disalow|diasllow|disallaw)/, "disallow"],
  [/^crawl-?delay/, "crawl-delay"],
  [/^(sitemap|site-map)/, "sitemap"]
]

/** Name and value of a line; a missing colon is forgiven where there are exactly two words. */
const fieldOf = (line: string): readonly [string, string] | null => {
  const text = line.replace(/#.*$/, "")
  const colon = text.indexOf(":")
  if (colon >= 0) {
    const name = text.slice(0, colon).trim()
    return name === "" ? null : [name, text.slice(colon + 1).trim()]
  }
  const words = text.trim().split(/[ \t]+/)
  return words.length === 2 && words[0] !== undefined && words[1] !== undefined ? [words[0], words[1]] : null
}

/** Percent-encodes octets outside ASCII and writes existing escapes in upper case. */
const escapePattern = (value: string): string =>
  value
    .replaceAll(/%[0-9a-fA-F]{2}/g, (escape) => escape.toUpperCase())
    .replaceAll(/[\u0080-\u00ff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`)

/** The agents that a line names: its product token, or any agent (`*`, also with words after it). */
const agentOf = (value: string): string =>
  /^\*(\s|$)/.test(value) ? "*" : (/^[A-Za-z_-]*/.exec(value)?.[0] ?? "").toLowerCase()

/** The file as one character a byte, without a byte order mark (whole or cut short). */
const octetsOf = (file: Uint8Array | string): string => {
  const bytes = typeof file === "string" ? Buffer.from(file, "utf8") : Buffer.from(file)
  const octets = bytes.subarray(0, robotsLimit).toString("latin1")
  const mark = "\u00ef\u00bb\u00bf"
  let skipped = 0
  while (skipped < mark.length && octets[skipped] === mark[skipped]) skipped++
  return octets.slice(skipped)
}

/** Reads a robots.txt: its first 500 KiB, whatever they hold. Never throws. */
export const parseRobots = (file: Uint8Array | string): Robots => {
  const groups: Array<Group> = []
  const sitemaps: Array<string> = []
  let group: Group | null = null
  let open = false
  for (const line of octetsOf(file).split(/\r\n|\r|\n/)) {
    const pair = fieldOf(line.length > maxLine ? line.slice(0, maxLine) : line)
    if (pair === null) continue
    const [name, value] = pair
    const field = spellings.find(([spelling]) => spelling.test(name.toLowerCase()))?.[1]
    if (field === "user-agent") {
      // Successive user-agent lines share one group; the first rule closes the list (section 2.2.1).
      if (group === null || !open) {
        group = { agents: [], crawlDelay: null, rules: [] }
        groups.push(group)
        open = true
      }
      group.agents.push(agentOf(value))
    } else if (field === "sitemap") {
      if (value !== "") sitemaps.push(Buffer.from(value, "latin1").toString("utf8"))
    } else if (field === "crawl-delay") {
      const seconds = Number(value)
      if (group !== null && value !== "" && seconds >= 0) group.crawlDelay = seconds
    } else if (field !== undefined && group !== null) {
      open = false
      group.rules.push({ allow: field === "allow", pattern: escapePattern(value) })
    }
  }
  return { groups, sitemaps }
}

/**
 * Whether a path begins with what a pattern describes: `*` any octets, `$` at its end the end of the path
 * (section 2.2.3). Linear in the length of both for each `*`, without backtracking into earlier ones.
 */
export const matchesPattern = (path: string, pattern: string): boolean => {
  const anchored = pattern.endsWith("$")
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split("*")
  const first = parts[0] ?? ""
  if (!path.startsWith(first)) return false
  let position = first.length
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index] ?? ""
    if (anchored && index === parts.length - 1) {
      return path.length - part.length >= position && path.endsWith(part)
    }
    const found = path.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return !anchored || position === path.length
}

/** Length of the pattern where it matches, else -1. `/index.html` also stands for its directory. */
const strength = (path: string, rule: Rule): number => {
  if (matchesPattern(path, rule.pattern)) return rule.pattern.length
  const directory = /^(.*\/)index\.htm[^/]*$/.exec(rule.pattern)?.[1]
  return rule.allow && directory !== undefined && matchesPattern(path, `${directory}$`)
    ? directory.length + 1
    : -1
}

/** Path and query of a URL as written: without scheme, authority and fragment; `/` when there is none. */
export const pathOf = (url: string): string => {
  const rest = url.replace(/#.*$/s, "").replace(/^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\//, "")
  const authorityGone = rest.length < url.replace(/#.*$/s, "").length
  if (!authorityGone && rest.startsWith("/")) return rest
  const start = rest.search(/[/?;]/)
  if (start < 0) return "/"
  return rest[start] === "/" ? rest.slice(start) : `/${rest.slice(start)}`
}

/** The groups that apply to an agent: those that name it, else those for any agent (section 2.2.1). */
const groupsFor = (robots: Robots, agent: string): ReadonlyArray<Group> => {
  const token = agent.toLowerCase()
  const named = token === "" ? [] : robots.groups.filter(({ agents }) => agents.includes(token))
  return named.length > 0 ? named : robots.groups.filter(({ agents }) => agents.includes("*"))
}

/**
 * Whether the file allows the agent to ask for the URL: the longest matching pattern decides, `allow` where
 * two are equally long, allowed where none matches (RFC 9309, section 2.2.2).
 *
 * @param agent product token such as `Tributary`, without version; letter case is ignored
 * @param url as it would be requested: percent-encoded
 */
export const isAllowed = (robots: Robots, agent: string, url: string): boolean => {
  const path = pathOf(url)
  let allow = 0
  let disallow = 0
  for (const { rules } of groupsFor(robots, agent)) {
    for (const rule of rules) {
      const length = strength(path, rule)
      if (rule.allow) allow = Math.max(allow, length)
      else disallow = Math.max(disallow, length)
    }
  }
  return allow >= disallow
}

/** Seconds that the file asks the agent to leave between two requests; null when it asks nothing. */
export const crawlDelay = (robots: Robots, agent: string): number | null => {
  const delays = groupsFor(robots, agent).flatMap((group) => group.crawlDelay ?? [])
  return delays.length === 0 ? null : Math.max(...delays)
}

/** The product token of a user agent: `Tributary` of `Tributary/0.1 (+https://…)` (section 2.2.1). */
export const productToken = (userAgent: string): string => /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? ""
