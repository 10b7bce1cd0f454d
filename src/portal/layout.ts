/**
 * The frame of every page: head, header with navigation and languages, breadcrumbs, footer.
 */
import { digestLanguages, locales } from "../domain/languages.ts"
import { markup } from "../export/html/html.ts"
import type { Html, Value } from "../export/html/html.ts"
import { accountWords } from "./accounts/words/index.ts"
import { apiWords } from "./api/words.ts"
import { assetPaths } from "./assets.ts"
import { navigation } from "./navigation.ts"
import type { Crumb, Page } from "./page.ts"
import { may } from "./person.ts"
import type { PortalRequest } from "./request.ts"
import { layoutWords } from "./words/layout.ts"

const attribute = (name: string, value: string | null): Html =>
  value === null ? markup`` : markup` ${name}="${value}"`

const languages = (request: PortalRequest, label: string): Html =>
  markup`<nav class="languages" aria-label="${label}">
    <ul>
      ${digestLanguages.map(
        (lang) =>
          markup`<li>
            <a
              href="${request.inOther(lang)}"
              lang="${locales[lang].tag}"
              hreflang="${locales[lang].tag}"${attribute("aria-current", lang === request.lang ? "true" : null)}
              >${locales[lang].own}</a
            >
          </li>`
      )}
    </ul>
  </nav>`

const crumbs = (request: PortalRequest, way: ReadonlyArray<Crumb>, title: string): Html => {
  const words = layoutWords.in(request.lang)
  return markup`<nav class="crumbs" aria-label="${words.text("here")}">
    <ol>
      <li><a href="${request.href("/")}">${words.text("home")}</a></li>
      ${way.map(({ href, label }) => markup`<li><a href="${href}">${label}</a></li>`)}
      <li aria-current="page">${title}</li>
    </ol>
  </nav>`
}

const header = (request: PortalRequest, page: Page): Html => {
  const words = layoutWords.in(request.lang)
  const entries = navigation.filter(({ role }) => role === null || may(request.person, role))
  return markup`<header class="site">
    <div class="top">
      <p class="name">
        <a href="${request.href("/")}" rel="home"><b>${words.text("site")}</b></a>
        <span>${words.text("tagline")}</span>
      </p>
      ${languages(request, words.text("language"))}
    </div>
    <nav class="main" aria-label="${words.text("navigation")}">
      <ul>
        ${entries.map(
          ({ label, path }) =>
            markup`<li>
              <a href="${request.href(path)}"${attribute("aria-current", page.section === path ? "true" : null)}
                >${words.text(label)}</a
              >
            </li>`
        )}
      </ul>
    </nav>
  </header>`
}

const footer = (request: PortalRequest, operator: string | null): Html => {
  const words = layoutWords.in(request.lang)
  const person =
    request.person === null
      ? markup`<p>${words.text("manage")}: <a href="${request.href("/sign-in")}">${accountWords.in(request.lang).text("signIn")}</a></p>`
      : markup`<p>
            <a href="${request.href("/profile")}">${words.text("signedInAs", { name: request.person.name })}</a>
          </p>
          <form method="post" action="${request.href("/sign-out")}">
            <input type="hidden" name="csrf" value="${request.csrf}" />
            <button class="quiet">${words.text("signOut")}</button>
          </form>`
  return markup`<footer class="site">
    <p>${words.text("footerNote")}</p>
    <p><a href="${request.href("/api")}">${apiWords.in(request.lang).text("title")}</a></p>
    ${operator === null ? "" : markup`<p>${words.text("operatedBy", { name: operator })}</p>`} ${person}
  </footer>`
}

/** A whole page. */
export const layout = (request: PortalRequest, page: Page, operator: string | null): string => {
  const words = layoutWords.in(request.lang)
  const { direction, tag } = locales[request.lang]
  const site = words.text("site")
  const title = page.title === site ? site : `${page.title} – ${site}`
  const heading: Value =
    page.heading === null ? "" : markup`<h1>${page.heading === undefined ? page.title : page.heading}</h1>`
  return `<!doctype html>\n${
    markup`<html lang="${tag}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    ${page.description === undefined ? "" : markup`<meta name="description" content="${page.description}" />`}
    ${page.unlisted === true ? markup`<meta name="robots" content="noindex" />` : ""}
    <link rel="stylesheet" href="${assetPaths.style}" />
    <link rel="icon" type="image/svg+xml" href="${assetPaths.icon}" />
    ${
      page.unlisted === true
        ? ""
        : digestLanguages.map(
            (lang) =>
              markup`<link
                rel="alternate"
                hreflang="${locales[lang].tag}"
                href="${request.permanent(request.inOther(lang))}"
              />`
          )
    }
    ${(page.feeds ?? []).map((feed) => markup`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}" />`)}
    <script src="${assetPaths.script}" type="module"></script>
  </head>
  <body>
    <a class="skip" href="#content">${words.text("skip")}</a>
    ${header(request, page)}
    <div class="${page.wide === true ? "frame wide" : "frame"}">
      ${page.crumbs === undefined ? "" : crumbs(request, page.crumbs, page.title)}
      <main id="content" tabindex="-1">
        ${heading}
        ${page.body}
      </main>
    </div>
    ${footer(request, operator)}
  </body>
</html>
`.text
  }`
}
