/**
 * The documents of the fixtures, read from Markdown with front matter as an extractor would give them.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { Schema } from "effect"
import { type Block, DocumentKind } from "../../src/domain/index.ts"

const FrontMatter = Schema.Struct({
  title: Schema.String,
  language: Schema.String,
  kind: DocumentKind,
  published: Schema.optionalKey(Schema.NullOr(Schema.String)),
  event: Schema.optionalKey(Schema.NullOr(Schema.String)),
  edition: Schema.optionalKey(Schema.NullOr(Schema.Union([Schema.String, Schema.Finite]))),
  path: Schema.optionalKey(Schema.String)
})

const decode = Schema.decodeUnknownSync(FrontMatter)

export interface FixtureDocument {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly kind: DocumentKind
  readonly event: string | null
  readonly edition: string | null
  readonly published: string | null
  readonly url: string
  readonly blocks: ReadonlyArray<Block>
}

const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/\*+/gu, "")
    .replace(/\s+/gu, " ")
    .trim()

/** Blocks of a small Markdown: headings, paragraphs, list items with their printed numbers, quotes, tables. */
export const blocksOf = (markdown: string): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  for (const part of markdown.split(/\n\s*\n/u)) {
    const lines = part.split("\n").filter((line) => line.trim() !== "" && line.trim() !== "---")
    if (lines.every((line) => line.startsWith("|")) && lines.length > 0) {
      const rows = lines
        .filter((line) => !/^\|[\s|:-]+\|$/u.test(line))
        .map((line) => line.slice(1, -1).split("|").map(plain).join("\t"))
      blocks.push({ kind: "table", level: 0, text: rows.join("\n") })
      continue
    }
    for (const line of lines) {
      const heading = /^(#+)\s+(.*)$/u.exec(line)
      const numbered = /^(\s*)(\p{Nd}+)\.\s+(.*)$/u.exec(line)
      const bullet = /^(\s*)[-*]\s+(.*)$/u.exec(line)
      if (heading !== null) {
        blocks.push({ kind: "heading", level: (heading[1] ?? "").length, text: plain(heading[2] ?? "") })
      } else if (numbered !== null) {
        const level = 1 + Math.floor((numbered[1] ?? "").length / 2)
        blocks.push({ kind: "list-item", level, text: plain(numbered[3] ?? ""), label: numbered[2] ?? "" })
      } else if (bullet !== null) {
        blocks.push({
          kind: "list-item",
          level: 1 + Math.floor((bullet[1] ?? "").length / 2),
          text: plain(bullet[2] ?? "")
        })
      } else if (line.startsWith(">")) {
        blocks.push({ kind: "quote", level: 0, text: plain(line.slice(1)) })
      } else {
        blocks.push({ kind: "paragraph", level: 0, text: plain(line) })
      }
    }
  }
  return blocks.filter((block) => block.text !== "")
}

const root = join(import.meta.dirname, "../../fixtures/content")

/** All documents of `fixtures/content`, or of the folder given. */
export const fixtureDocuments = (folder = root): ReadonlyArray<FixtureDocument> =>
  (existsSync(folder) ? readdirSync(folder) : []).flatMap((initiative) =>
    readdirSync(join(folder, initiative))
      .filter((file) => file.endsWith(".md") && file !== "initiative.md")
      .map((file) => {
        const source = readFileSync(join(folder, initiative, file), "utf8")
        const [, front = "", ...body] = source.split(/^---$/mu)
        const facts = decode(parse(front, { schema: "core" }))
        return {
          id: `${initiative}/${file}`,
          title: facts.title,
          language: facts.language,
          kind: facts.kind,
          event: facts.event ?? null,
          edition: facts.edition === undefined || facts.edition === null ? null : String(facts.edition),
          published: facts.published ?? null,
          url: `https://${initiative}.example${facts.path ?? "/"}`,
          blocks: blocksOf(body.join("---"))
        }
      })
  )
