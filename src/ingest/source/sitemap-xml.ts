/** The XML and the text form of a sitemap. */
import { elementsOf, textOf } from "../feed/text.ts"
import { readProlog } from "../feed/prolog.ts"
import { readTree, type Element } from "../feed/tree.ts"

/** One address of a sitemap. */
export interface SitemapEntry {
  readonly url: string
  /** `lastmod` as stated. */
  readonly changed: string | null
  /** Date and title of the news extension, as stated. */
  readonly published: string | null
  readonly title: string | null
}

/** What one sitemap holds. */
export interface Sitemap {
  readonly entries: ReadonlyArray<SitemapEntry>
  readonly sitemaps: ReadonlyArray<string>
}

const find = (element: Element, name: string, depth = 0): string | null => {
  for (const child of elementsOf(element)) {
    if (child.name === name) return textOf(child).trim() || null
    const inner = depth < 2 ? find(child, name, depth + 1) : null
    if (inner !== null) return inner
  }
  return null
}

const web = (address: string | null): string | null => {
  const url = address === null ? null : URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/** Reads a sitemap; null when the text is none. Never throws. */
export const readSitemapXml = (text: string): Sitemap | null => {
  if (!text.includes("<")) {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "")
    const urls = lines.map(web)
    if (lines.length === 0 || urls.includes(null)) return null
    return {
      entries: urls.flatMap((url) =>
        url === null ? [] : [{ url, changed: null, published: null, title: null }]
      ),
      sitemaps: []
    }
  }
  const prolog = readProlog(text)
  const root = elementsOf(readTree(prolog.body, null).root)[0]
  if (
    prolog.refused !== null ||
    root === undefined ||
    (root.name !== "urlset" && root.name !== "sitemapindex")
  )
    return null
  const elements = elementsOf(root)
  return {
    entries: elements
      .filter(({ name }) => name === "url")
      .flatMap((element) => {
        const url = web(find(element, "loc"))
        return url === null
          ? []
          : [
              {
                url,
                changed: find(element, "lastmod"),
                published: find(element, "publication_date"),
                title: find(element, "title")
              }
            ]
      }),
    sitemaps: elements
      .filter(({ name }) => name === "sitemap")
      .flatMap((element) => web(find(element, "loc")) ?? [])
  }
}
