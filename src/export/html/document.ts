/**
 * The digest as one self-contained HTML file: it asks no host for anything.
 *
 * A content security policy in the file allows its own style sheet and script by their hashes and
 * nothing else, so that even markup which slipped through could not act.
 */
import { createHash } from "node:crypto"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import type { Messages } from "../catalogue/index.ts"
import { digestPart, digestPurpose, digestScope, digestTitle } from "../titles.ts"
import { viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"
import { coveragePart, methodPart, speakersPart } from "./coverage.ts"
import { markup, printable, raw } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { issuesPart } from "./issue.ts"
import { changePart, lensPart } from "./lens.ts"
import { matrixPart } from "./matrix.ts"
import { onePage } from "./one-page.ts"
import { say } from "./say.ts"
import { filterScript } from "./script.ts"
import { styleSheet } from "./style.ts"

/** What a rendering may be given. */
export interface HtmlOptions extends ViewOptions {
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** Text for a string in a style sheet: what could end it is left out. */
const cssString = (text: string): string => printable(text).replace(/["\\\n<>]/g, " ")

/** A whole page with its policy; style and script are our own text. */
export const page = (parts: {
  readonly m: Messages
  readonly title: string
  readonly style: string
  readonly script: string
  readonly body: Value
}): string => {
  const policy = [
    "default-src 'none'",
    `style-src ${sha256(parts.style)}`,
    parts.script === "" ? "script-src 'none'" : `script-src ${sha256(parts.script)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ")
  return `<!doctype html>
${
  markup`<html lang="${parts.m.tag}" dir="${parts.m.direction}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${raw(policy.replaceAll('"', ""))}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${parts.title}</title>
    <style>${raw(parts.style)}</style>
  </head>
  <body>
    ${parts.body}
    ${parts.script === "" ? "" : markup`<script>${raw(parts.script)}</script>`}
  </body>
</html> `.text
}`
}

const masthead = (view: View, hash: string): Html => {
  const { digest, m } = view
  const values = {
    date: m.date(digest.asOf),
    hash: markup`<abbr title="SHA-256 ${hash}">${hash.slice(0, 6)}</abbr>`
  }
  const part = digestPart(digest, m)
  return markup`<header class="masthead">
    <h1>${digestTitle(digest, m)}</h1>
    <p class="for">${digestPurpose(digest, m)}</p>
    <p>${digestScope(digest, m)}${m.text("gap")}${say(m, digest.frozen ? "frozen" : "stateOf", values)}</p>
    ${part === null ? "" : markup`<p class="narrowed" role="note">${part}</p>`}
  </header>`
}

/** Entry of the table of contents. */
const item = (id: string, label: string, par: number | undefined, below: Value = "") =>
  markup`<li><a href="#${id}">${label}</a>${par === undefined ? "" : markup` <span class="pp">${par}</span>`}${below}</li>\n`

const contents = ({ digest, m }: View): Html => {
  const issues = digest.issues.map((own) => item(`i-${own.id}`, own.label, own.par))
  return markup`<nav aria-label="${m.text("contents")}">
    <details open>
      <summary>${m.text("contents")} <span class="pp">${m.text("byParagraph")}</span></summary>
      <ol>
        ${item("summary", m.text("atAGlance"), digest.summary.reachPar)}
        ${item("issues", m.text("issues"), undefined, issues.length === 0 ? "" : markup`<ol>${issues}</ol>`)}
        ${item("matrix", m.text("whoRaisedWhat"), digest.matrixPar)}
        ${item("lenses", m.text("lenses"), digest.lenses.subThemesPar)}
        ${digest.change === null && digest.history === null ? "" : item("change", m.text("change"), digest.change?.par ?? digest.history?.par)}
        ${item("coverage", m.text("coverage"), digest.coverage.par)}
        ${item("speakers", m.text("whoSpeaks"), digest.speakers.par)}
        ${item("method", m.text("method"), digest.method[0]?.par)}
      </ol>
    </details>
  </nav>`
}

/** Renders a digest; the same digest and options give the same bytes. */
export const renderHtml = (digest: Digest, options: HtmlOptions = {}): string => {
  const view = viewOf(digest, options)
  const { m } = view
  const hash = options.contentHash ?? contentHash(digest)
  const title = digestTitle(digest, m)
  const footer = [
    m.text("madeBy", { version: digest.taxonomyVersion }),
    m.text("contentHash", { hash }),
    m.text("belongTo")
  ]
  return page({
    m,
    title,
    style: styleSheet(cssString(title), m.direction),
    script: filterScript,
    body: markup`<a class="skip" href="#summary">${m.text("skip")}</a>
      ${masthead(view, hash)}
      <main class="frame">
        ${onePage(view)} ${contents(view)}
        <div class="body">
          ${issuesPart(view)} ${matrixPart(view)} ${lensPart(view)} ${changePart(view)}
          ${coveragePart(view)} ${speakersPart(view)} ${methodPart(view)}
        </div>
      </main>
      <footer>
        <p>${footer.join(m.text("gap"))}</p>
      </footer>`
  })
}
