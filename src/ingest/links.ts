/**
 * Which links of a page are documents of their own: reports and messages that a page only announces.
 */
import type { ExtractedDocument } from "../domain/index.ts"
import { canonicalUrl } from "./url/index.ts"

/** Documents that one page may bring along. */
const mostLinks = 10

const documentPath = /\.(?:pdf|docx)$/i

/** URLs of the PDF and DOCX files that a page's main content links to, canonical, in reading order. */
export const documentLinks = (document: ExtractedDocument): ReadonlyArray<string> => {
  const urls = document.links
    .map((link) => URL.parse(link.url))
    .filter((url) => url !== null)
    .filter((url) => /^https?:$/.test(url.protocol) && documentPath.test(url.pathname))
    .map((url) => canonicalUrl(url.href))
    .filter((url) => url !== null)
  return [...new Set(urls)].slice(0, mostLinks)
}
