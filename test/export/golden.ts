/**
 * Golden files of the sample's digest: what a person can read of each form, and hashes of the whole.
 *
 * `npm run golden` writes them anew. Look at what has changed in them before committing it.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { assert } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { unzipSync } from "fflate"
import { Digest } from "../../src/domain/index.ts"
import {
  renderBrief,
  renderCsv,
  renderDocx,
  renderFeeds,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderXlsx
} from "../../src/export/index.ts"
import { digestBlocks } from "../../src/export/pdf/document.ts"
import { viewOf } from "../../src/export/view.ts"

const folder = new URL("./golden/", import.meta.url)

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Digest))

/** The digest as if everything had been fetched and made at one moment. */
const settled = (digest: Digest): Digest =>
  decode(JSON.stringify(digest).replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"2026-01-22T12:00:00.000Z"'))

const hash = (...contents: ReadonlyArray<string | Uint8Array>): string => {
  const sum = createHash("sha256")
  for (const content of contents) sum.update(content)
  return sum.digest("hex")
}

/** Of what an archive holds: how it is packed may differ from machine to machine. */
const partsHash = (archive: Uint8Array): string =>
  hash(...Object.entries(unzipSync(archive)).flatMap(([name, bytes]) => [name, bytes]))

const textsHash = (texts: ReadonlyMap<string, () => string>): string =>
  hash(...[...texts].flatMap(([name, text]) => [name, text()]))

/** Page one, and of each issue its heading and its figures. */
const markdownExcerpt = (markdown: string): string => {
  const [title = "", glance = ""] = markdown.split(/^(?=## )/m)
  const issues = [...markdown.matchAll(/^### \d+\. .*\n\n.*\n/gm)].map(([text]) => text)
  return [title, glance, ...issues].join("\n")
}

/** Page one with a line for each element. */
const htmlExcerpt = (html: string): string => {
  const page = /<section id="summary"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ""
  return `${page.replace(/\s+/g, " ").replace(/<(?=tr|p[ >]|li|h[23]|\/table|\/section)/g, "\n<")}\n`
}

/** Figures of the model, a line for each issue. */
const jsonExcerpt = ({ totals, summary, issues }: Digest): string => {
  const lines = issues.map(({ id, number, par, lastPar, initiatives, mainConcernOf, statements }) =>
    JSON.stringify({ number, id, mainConcernOf, raisedBy: initiatives.length, statements, par, lastPar })
  )
  const figures = { totals, raised: summary.raised, cases: summary.cases, differing: summary.differing }
  return `${JSON.stringify(figures, null, 1)}\n${lines.join("\n")}\n`
}

/** Compares a digest with the golden files, or writes them where `GOLDEN=write` is set. */
export const compareWithGolden = Effect.fnUntraced(function* (made: Digest) {
  const digest = settled(made)
  const json = renderJson(digest)
  const markdown = renderMarkdown(digest)
  const html = renderHtml(digest)
  const hashes = {
    json: hash(json),
    markdown: hash(markdown),
    html: hash(html),
    arabicHtml: hash(renderHtml(digest, { lang: "ar" })),
    csv: textsHash(renderCsv(digest)),
    feeds: textsHash(renderFeeds(digest, { baseUrl: new URL("https://digest.example/") })),
    xlsx: partsHash(yield* renderXlsx(digest)),
    docx: partsHash(yield* renderDocx(digest)),
    // The whole document takes long to set: what is given to the typesetter stands for it.
    pdfBlocks: hash(JSON.stringify(digestBlocks(viewOf(digest)))),
    briefPdf: hash((yield* renderBrief(digest)).bytes)
  }
  const files = {
    "digest.json.txt": jsonExcerpt(digest),
    "digest.md": markdownExcerpt(markdown),
    "one-page.html": htmlExcerpt(html),
    "hashes.json": `${JSON.stringify(hashes, null, 2)}\n`
  }
  for (const [name, text] of Object.entries(files)) {
    const file = new URL(name, folder)
    if (process.env["GOLDEN"] === "write") {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, text)
      continue
    }
    const golden = existsSync(file) ? readFileSync(file, "utf8") : ""
    const lines = golden.split("\n")
    const at = text.split("\n").findIndex((line, index) => line !== lines[index])
    assert.isTrue(
      text === golden,
      `The sample's digest is not what test/export/golden/${name} holds, from line ${at + 1} on: "npm run golden" writes it anew; look at the change.`
    )
  }
})
