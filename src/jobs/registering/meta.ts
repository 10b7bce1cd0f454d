/** The proof in a page: loaded when one is looked for, since it brings what reads HTML. */
import { pageOf } from "../../ingest/source/html.ts"
import type { VisitResult } from "../../ingest/visit/index.ts"
import { metaName } from "./proof-names.ts"

/** Whether the head of a page holds the word. */
export const holdsMeta = (answer: VisitResult, word: string): boolean => {
  const page = pageOf(answer, answer.url)
  if (page === null) return false
  return page
    .$("head meta")
    .toArray()
    .some(
      (element) =>
        page.$(element).attr("name")?.trim().toLowerCase() === metaName &&
        page.$(element).attr("content")?.trim() === word
    )
}
