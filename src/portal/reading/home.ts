/**
 * Home: what there is to read, and how to take part.
 */
import { Effect } from "effect"
import { markup } from "../../export/html/html.ts"
import { page } from "../route.ts"
import { layoutWords } from "../words/layout.ts"

export const home = page("/", (request) => {
  const words = layoutWords.in(request.lang)
  return Effect.succeed({
    title: words.text("site"),
    description: words.text("tagline"),
    body: markup`<p class="lead">${words.text("tagline")}</p>`
  })
})
