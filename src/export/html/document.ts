/**
 * The digest as one self-contained HTML file: it asks no host for anything.
 *
 * A content security policy in the file allows its own style sheet and script by their hashes and
 * nothing else, so that even markup which slipped through could not act.
 */
import { createHash } from "node:crypto"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { releaseWords } from "../release-words.ts"
import { viewOf } from "../view.ts"
import type { ArchiveHref, View } from "../view.ts"
import { dateRange, digestTitle, longDate } from "../words.ts"
import { coveragePart, methodPart, speakersPart } from "./coverage.ts"
import { markup, printable, raw } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { issuesPart } from "./issue.ts"
import { changePart, lensPart } from "./lens.ts"
import { matrixPart } from "./matrix.ts"
import { onePage } from "./one-page.ts"
import { filterScript } from "./script.ts"
import { styleSheet } from "./style.ts"

/** What a rendering may be given. */
export interface HtmlOptions {
  /** Where archived copies can be read; no links to them when absent. */
  readonly archiveHref?: ArchiveHref
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** Text for a string in a style sheet: what could end it is left out. */
const cssString = (text: string): string => printable(text).replace(/["\\\n<>]/g, " ")

/** A whole page with its policy; style and script are our own text. */
export const page = (parts: {
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
  markup`<html lang="en" dir="ltr">
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
  const { digest } = view
  const { meeting } = digest
  const narrowed = releaseWords.narrowed(digest)
  return markup`<header class="masthead">
    <h1>${digestTitle(digest)}</h1>
    <p class="for">
      ${
        meeting === null
          ? "What national and regional IGF initiatives published"
          : `for the ${meeting.name}, ${dateRange(meeting.start, meeting.end)}${meeting.place === null ? "" : `, ${meeting.place}`}`
      }
    </p>
    <p>
      Outputs of national, regional, sub-regional and youth IGF initiatives, published
      ${dateRange(digest.window.from, digest.window.to)}. ${digest.frozen ? "Frozen" : "State of"}
      ${longDate(digest.asOf)}, content <abbr title="SHA-256 ${hash}">${hash.slice(0, 6)}</abbr>.
    </p>
    ${narrowed === null ? "" : markup`<p class="narrowed" role="note">${narrowed}</p>`}
  </header>`
}

/** Entry of the table of contents. */
const item = (id: string, label: string, par: number | undefined, below: Value = "") =>
  markup`<li><a href="#${id}">${label}</a>${par === undefined ? "" : markup` <span class="pp">${par}</span>`}${below}</li>\n`

const contents = (view: View): Html => {
  const { digest } = view
  const issues = digest.issues.map((own) => item(`i-${own.id}`, own.label, own.par))
  return markup`<nav aria-label="Contents">
    <details open>
      <summary>Contents <span class="pp">(by paragraph)</span></summary>
      <ol>
        ${item("summary", "At a glance", digest.summary.reachPar)}
        ${item("issues", "Issues", undefined, issues.length === 0 ? "" : markup`<ol>${issues}</ol>`)}
        ${item("matrix", "Who raised what", digest.matrixPar)}
        ${item("lenses", "Through the lenses of the MAG", digest.lenses.subThemesPar)}
        ${digest.change === null && digest.history === null ? "" : item("change", "Change", digest.change?.par ?? digest.history?.par)}
        ${item("coverage", "Coverage", digest.coverage.par)}
        ${item("speakers", "Who speaks", digest.speakers.par)}
        ${item("method", "Method and limits", digest.method[0]?.par)}
      </ol>
    </details>
  </nav>`
}

/** Renders a digest; the same digest and options give the same bytes. */
export const renderHtml = (digest: Digest, options: HtmlOptions = {}): string => {
  const view = viewOf(digest, options.archiveHref)
  const hash = options.contentHash ?? contentHash(digest)
  const title = digestTitle(digest)
  return page({
    title,
    style: styleSheet(cssString(title)),
    script: filterScript,
    body: markup`<a class="skip" href="#summary">Skip to the digest</a>
      ${masthead(view, hash)}
      <main class="frame">
        ${onePage(view)} ${contents(view)}
        <div class="body">
          ${issuesPart(view)} ${matrixPart(view)} ${lensPart(view)} ${changePart(view)}
          ${coveragePart(view)} ${speakersPart(view)} ${methodPart(view)}
        </div>
      </main>
      <footer>
        <p>
          Made by Tributary with taxonomy ${digest.taxonomyVersion} from archived copies of the outputs named
          here. Content SHA-256 ${hash}. Statements belong to the initiatives named beside them.
        </p>
      </footer>`
  })
}
