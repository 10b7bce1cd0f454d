/**
 * Pages of a list: which one is asked for, and links to the others.
 */
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { layoutWords } from "../words/layout.ts"

/** The page that is asked for, from 1; anything else is the first. */
export const pageNumber = (query: URLSearchParams, key = "page"): number => {
  const text = query.get(key) ?? "1"
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
}

/** Numbers that are linked: the ends and what is near; null for a gap. */
const shown = (number: number, pages: number): ReadonlyArray<number | null> => {
  const near = new Set([1, 2, number - 1, number, number + 1, pages - 1, pages])
  const list = [...near].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b)
  return list.flatMap((one, index) => (index > 0 && one - (list[index - 1] ?? 0) > 1 ? [null, one] : [one]))
}

/** For a list that is not the only one of its page. */
export interface ListOfPage {
  /** Its name in the address, in place of `page`. */
  readonly key: string
  /** What it holds, for whoever hears the links without seeing where they stand. */
  readonly label: string
  /** Id of its heading, to which the links lead. */
  readonly id: string
}

/** Links to the pages of a list; nothing where there is only one. */
export const pager = (request: PortalRequest, number: number, pages: number, list?: ListOfPage): Html => {
  if (pages <= 1) return markup``
  const words = layoutWords.in(request.lang)
  const own = Object.fromEntries(request.query)
  const href = (page: number) =>
    withQuery(request.href(request.path), { ...own, [list?.key ?? "page"]: page === 1 ? null : page }) +
    (list === undefined ? "" : `#${list.id}`)
  const label = list === undefined ? words.text("pages") : `${list.label}: ${words.text("pages")}`
  return markup`<nav class="pager" aria-label="${label}">
    <ul>
      ${
        number > 1
          ? markup`<li><a href="${href(number - 1)}" rel="prev">${words.text("previous")}</a></li>`
          : ""
      }
      ${shown(number, pages).map((page) =>
        page === null
          ? markup`<li><span class="gap">…</span></li>`
          : markup`<li>
              <a
                href="${href(page)}"
                aria-label="${words.text("goToPage", { number: page })}"${page === number ? markup` aria-current="page"` : ""}
                >${page}</a
              >
            </li>`
      )}
      ${
        number < pages
          ? markup`<li><a href="${href(number + 1)}" rel="next">${words.text("next")}</a></li>`
          : ""
      }
    </ul>
  </nav>`
}
