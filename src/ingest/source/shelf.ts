/** Sources that are pages whose links are documents: PDF, Word and the like. */
import { Effect } from "effect"
import { dateFromUrl, findDates } from "../../date/index.ts"
import { headOf, oneLine } from "../feed/index.ts"
import { linkOn, pageOf, wordsOf, type Page } from "./html.ts"
import { alarmed, listed, once, unread, type ListedItem, type SourceReader } from "./reader.ts"

const documentName = /\.(?:pdf|docx?|odt|rtf)$/i

/** True when a link leads to a document by its path, a parameter, or what the page says of it. */
export const isDocumentLink = (url: string, type: string | undefined, isDownload: boolean): boolean => {
  const parsed = new URL(url)
  if (documentName.test(decodeURIComponent(parsed.pathname.replaceAll(/%(?![\da-f]{2})/gi, "%25"))))
    return true
  if ([...parsed.searchParams.values()].some((value) => documentName.test(value))) return true
  return (
    /pdf|msword|wordprocessingml|opendocument/i.test(type ?? "") ||
    (isDownload && !/\.(?:jpe?g|png|gif|zip|mp[34]|xlsx?|pptx?)$/i.test(parsed.pathname))
  )
}

const bare =
  /^(?:download|pdf|télécharger|descargar|baixar|تحميل|скачать|下载|下載|here|ici|aquí|aqui|\[?\(?pdf.{0,15}|\d+(?:[.,]\d+)?\s*[km]b)$/iu

/** Documents that a page links to, with what stands around each link. */
export const documentsOn = (page: Page): ReadonlyArray<ListedItem> =>
  page
    .$("a[href]")
    .toArray()
    .flatMap((element) => {
      const link = page.$(element)
      const url = linkOn(page, link.attr("href"))
      if (url === null) return []
      try {
        if (!isDocumentLink(url, link.attr("type"), link.attr("download") !== undefined)) return []
      } catch {
        return []
      }
      const around = link.closest("li, tr, article, p, dd, .views-row, .card, div")
      const context = wordsOf(around)
      const text = oneLine(link.text())
      const heading = oneLine(around.find("h1, h2, h3, h4, h5, h6, td, th, strong").first().text())
      const name = decodeURIComponentSafe(new URL(url).pathname.split("/").at(-1) ?? "")
        .replace(documentName, "")
        .replaceAll(/[-_+]+/g, " ")
        .trim()
      const title =
        [bare.test(text) ? "" : text, bare.test(heading) ? "" : heading, link.attr("title") ?? "", name].find(
          (one) => one !== ""
        ) ?? null
      const mentions = context.length <= 600 ? findDates(context, { language: page.language }).mentions : []
      const only = mentions.length === 1 ? (mentions[0]?.start ?? null) : null
      const publishedAt = only ?? dateFromUrl(url)
      const item: ListedItem = {
        url,
        title,
        publishedAt,
        publishedFrom: publishedAt === null ? null : only === null ? "url" : "listing",
        summary: context === "" || context === title || context.length > 2000 ? null : headOf(context, 500),
        contentHtml: null,
        revision: null
      }
      return [item]
    })

const decodeURIComponentSafe = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Shelves of documents. The option `selectors.item` narrows the part of the page that is read. */
export const shelfReader: SourceReader = {
  kind: "shelf",
  read: Effect.fn("source.readShelf")(function* (source, visit) {
    const answer = yield* visit({
      url: source.url,
      accept: "text/html, application/xhtml+xml, */*;q=0.5",
      purpose: "source"
    })
    if (answer.outcome !== "ok" || answer.body === null) return unread(answer)
    const page = pageOf(answer, source.url)
    if (page === null) {
      return alarmed({
        name: "not-html",
        message: `${source.url} is not an HTML page; register it with the kind document.`
      })
    }
    const items = once(documentsOn(page))
    if (items.length === 0) {
      return alarmed(
        {
          name: "no-items",
          message: `${source.url} links to no PDF or Word document; the page was probably redesigned. Check the address, or register it with the kind listing.`
        },
        { warnings: page.warnings }
      )
    }
    return listed(items, { warnings: page.warnings })
  })
}
