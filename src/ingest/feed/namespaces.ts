/**
 * Names of feed vocabularies: by namespace URI, and by the usual prefix where a feed forgot to declare it.
 * The empty name stands for the core of a format (RSS in all its namespaces, Atom, CDF).
 */

const core = new Set([
  "",
  "http://backend.userland.com/rss",
  "http://backend.userland.com/rss2",
  "http://blogs.law.harvard.edu/tech/rss",
  "http://cyber.law.harvard.edu/rss/rss.html",
  "http://my.netscape.com/rdf/simple/0.9/",
  "http://my.netscape.com/publish/formats/rss-0.91.dtd",
  "http://channel.netscape.com/rdf/simple/0.9/",
  "http://purl.org/net/rss1.1#",
  "http://purl.org/rss/1.0/",
  "http://www.rssboard.org/rss-specification",
  "http://www.microsoft.com/standards/channels.dtd"
])

/** Namespaces of Atom: 1.0, 0.3, and the drafts that called it Echo, Pie and Necho. */
export const atomNamespaces: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", "atom-1.0"],
  ["https://www.w3.org/2005/atom", "atom-1.0"],
  ["http://purl.org/atom/ns#", "atom-0.3"],
  ["http://purl.org/atom/ns", "atom-0.3"],
  ["http://example.com/newformat#", "atom-0.3"],
  ["http://example.com/necho", "atom-0.3"],
  ["http://purl.org/echo/", "atom-0.3"],
  ["uri/of/echo/namespace#", "atom-0.3"],
  ["http://purl.org/pie/", "atom-0.3"]
])

/** The modules that are passed on to the feed library, with the URI that it knows them by. */
export const modules: ReadonlyMap<string, string> = new Map([
  ["atom", "http://www.w3.org/2005/Atom"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["yt", "http://www.youtube.com/xml/schemas/2015"]
])

const others: ReadonlyMap<string, string> = new Map([
  ["http://purl.org/dc/elements/1.0/", "dc"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/2000/svg", "svg"],
  ["http://www.w3.org/1998/math/mathml", "mathml"],
  ["http://rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["http://www.w3.org/xml/1998/namespace", "xml"],
  ["http://purl.org/net/rss1.1/payload#", "content"]
])

const byUri = new Map([...[...modules].map(([name, uri]) => [uri.toLowerCase(), name] as const), ...others])

const usualPrefixes = new Set([...byUri.values(), "itunes", "slash", "wfw", "sy", "georss", "thr", "xsi"])

/** Name of the vocabulary of an element with this (declared) namespace; `?` for those that nobody here reads. */
export const vocabularyOf = (uri: string, rootUri: string): string => {
  const key = uri.toLowerCase().trim()
  if (key === rootUri || core.has(key)) return ""
  if (atomNamespaces.has(key)) return atomNamespaces.has(rootUri) ? "" : "atom"
  return byUri.get(key) ?? "?"
}

/** Name for a prefix that the document did not declare; null when it is not a usual one. */
export const usualVocabulary = (prefix: string): string | null => (usualPrefixes.has(prefix) ? prefix : null)
