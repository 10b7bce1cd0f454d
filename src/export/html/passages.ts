/**
 * The archived copy of an output as a plain page: what was read from the capture, block by block.
 *
 * Block 12 has the id `b12`, so that a digest can lead to the passage even when the original is gone.
 * It shows text only: nothing of the capture's markup, scripts or images is repeated.
 */
import type { Block, Capture, ExtractedDocument, Output } from "../../domain/index.ts"
import { messages } from "../catalogue/index.ts"
import type { DigestLanguage } from "../catalogue/index.ts"
import { page } from "./document.ts"
import { langDir, link, markup } from "./html.ts"
import type { Html } from "./html.ts"
import { say } from "./say.ts"

const style = `:root{--ink:#1c2126;--soft:#525c66;--paper:#fffefb;--accent:#0b4f72;--tint:#fff3cf}
@media (prefers-color-scheme:dark){:root{--ink:#e4e2dc;--soft:#a8b0b7;--paper:#14181b;--accent:#8cc4e6;--tint:#3a3318}}
html{font:100%/1.55 "Source Serif 4","Iowan Old Style",Palatino,"Noto Serif",Georgia,serif;color:var(--ink);background:var(--paper)}
body{max-width:44rem;margin:0 auto;padding:2rem 1rem 5rem;overflow-wrap:anywhere}
a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1:lang(ar),.b:lang(ar){line-height:1.7}header,.n{font-family:"Source Sans 3","Noto Sans","Segoe UI",Arial,sans-serif;color:var(--soft)}
header{font-size:.88rem;border-bottom:2px solid var(--ink);margin-bottom:2rem;padding-bottom:1rem}
h1{font:600 1.7rem/1.2 "Source Serif 4","Iowan Old Style",Palatino,"Noto Serif",Georgia,serif;color:var(--ink)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dd{margin:0}
.b{display:grid;grid-template-columns:2.4rem minmax(0,1fr);gap:1rem;margin:0 0 .8rem}
.b>:last-child{margin:0}.b:target{background:var(--tint)}
.n{font-size:.75rem;line-height:2.1;text-align:end;text-decoration:none}
pre{font:inherit;white-space:pre-wrap}h2,h3,h4,h5,h6{line-height:1.25}
@page{size:A4;margin:20mm}`

const body = (block: Block, attributes: Html): Html => {
  if (block.kind === "heading") {
    // One level lower than in the document, since the page's own title is the first; never a gap of more.
    const level = Math.min(6, Math.max(2, block.level + 1))
    return markup`<p role="heading" aria-level="${level}"${attributes}><b>${block.text}</b></p>`
  }
  if (block.kind === "quote") return markup`<blockquote${attributes}>${block.text}</blockquote>`
  if (block.kind === "table") return markup`<pre${attributes}>${block.text}</pre>`
  const label = block.label === undefined ? (block.kind === "list-item" ? "• " : "") : `${block.label} `
  return markup`<p${attributes}>${label}${block.text}</p>`
}

/** Renders what was extracted from a capture, with its provenance and hash. */
export const renderPassages = (
  output: Output,
  document: ExtractedDocument,
  capture: Capture,
  lang: DigestLanguage = "en"
): string => {
  const m = messages(lang)
  const bytes = [m.number(capture.bytes), ...(capture.mediaType === null ? [] : [capture.mediaType])]
  return page({
    m,
    title: m.text("archivedTitle", { title: output.title }),
    style,
    script: "",
    body: markup`<header>
        <h1${langDir(output.language)}>${output.title}</h1>
        <p>${m.text("archivedNote")}</p>
        <dl>
          <dt>${m.text("originalHead")}</dt><dd>${link(output.url, markup`<bdi>${output.url}</bdi>`)}</dd>
          <dt>${m.text("kind")}</dt><dd>${m.names.kind[output.kind]}</dd>
          <dt>${m.text("published")}</dt><dd>${output.publishedAt === null ? m.text("noDateFound") : m.date(output.publishedAt)}</dd>
          <dt>${m.text("fetched")}</dt><dd>${say(m, "fetchedFrom", {
            time: markup`<time datetime="${capture.retrievedAt}"><bdi>${capture.retrievedAt}</bdi></time>`,
            address: link(capture.url, markup`<bdi>${capture.url}</bdi>`)
          })}</dd>
          <dt>${m.text("bytes")}</dt><dd>${bytes.join(m.text("comma"))}</dd>
          <dt>SHA-256</dt><dd><bdi>${capture.id}</bdi></dd>
        </dl>
        ${document.warnings.map((warning) => markup`<p lang="en" dir="ltr">${warning}</p>`)}
      </header>
      <main>${document.blocks.length === 0 ? markup`<p>${m.text("noText")}</p>` : ""}${document.blocks.map(
        (block, index) =>
          markup`<div class="b" id="b${index}"><a class="n" href="#b${index}" aria-label="${m.text("block", { number: String(index) })}">${block.page === undefined ? index : m.text("pageNumber", { page: String(block.page) })}</a>${body(block, langDir(output.language))}</div>\n`
      )}</main>`
  })
}
