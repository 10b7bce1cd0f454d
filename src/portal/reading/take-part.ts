/**
 * How organisers take part.
 */
import { Effect } from "effect"
import { markup } from "../../export/html/html.ts"
import { templateLinks } from "../organiser/uploads.ts"
import { organiserWords } from "../organiser/words/index.ts"
import { registerWords } from "../register/words/index.ts"
import { page } from "../route.ts"
import { readingWords } from "./words/index.ts"

export const takePart = page("/take-part", (request) => {
  const words = readingWords.in(request.lang)
  return Effect.succeed({
    title: words.text("takePartTitle"),
    section: "/take-part",
    crumbs: [],
    body: markup`<p class="lead">${words.text("takePartText")}</p>
      <p>
        <a class="button" href="${request.href("/register")}"
          >${registerWords.in(request.lang).text("takePartLink")}</a
        >
      </p>
      <p>${words.text("takePartWay")}</p>
      <p>${words.text("takePartForm")}</p>
      <details>
        <summary>${organiserWords.in(request.lang).text("templates")}</summary>
        ${templateLinks()}
      </details>
      <p>${words.text("takePartRight")} <a href="${request.href("/organisers/link")}">${organiserWords.in(request.lang).text("linkTitle")}</a></p>
      <p><a href="${request.href("/initiatives")}">${words.text("initiativesTitle")}</a></p>`
  })
})
