/** Feeds: read back by our own reader and by another one; ids, addresses and what is new. */
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { parseFeed as parseElsewhere } from "htmlparser2"
import { buildDigest, digestLanguages, renderFeeds } from "../../../src/export/index.ts"
import { parseFeed } from "../../../src/ingest/feed/index.ts"
import { sampleInput } from "../sample.ts"
import { hostile, withRelease } from "./hostile.ts"

const sample = withRelease()
const first = buildDigest(sampleInput())
const baseUrl = new URL("https://digest.example/2026-1")

const feeds = (digest = sample, at = baseUrl) =>
  new Map([...renderFeeds(digest, { baseUrl: at })].map(([path, text]) => [path, text()]))

const read = (text: string) =>
  Result.getOrThrow(parseFeed(new TextEncoder().encode(text), { url: "https://digest.example/feed" }))

const ids = (text: string) => [...text.matchAll(/urn:uuid:[0-9a-f-]{36}/g)].map(([id]) => id)

describe("Feeds", () => {
  it("are there overall, for each issue and each UN group, as Atom and RSS, and in one list", () => {
    const paths = [...feeds().keys()]
    assert.includeMembers(paths, [
      "all.atom",
      "all.rss",
      "groups/weog.atom",
      "groups/african-group.rss",
      "feeds.opml"
    ])
    for (const { id } of sample.issues)
      assert.includeMembers(paths, [`issues/${id}.atom`, `issues/${id}.rss`])
    assert.strictEqual(paths.length, 2 * (1 + sample.issues.length + sample.totals.byGroup.length) + 1)
    for (const path of paths) assert.match(path, /^[a-z0-9-]+(?:\/[a-z0-9-]+)?\.(?:atom|rss|opml)$/)
  })

  it("hold the statements that are new, the newest first, read alike by two readers", () => {
    const fresh = sample.statements.filter(({ isNew }) => isNew === true)
    assert.isAbove(fresh.length, 0)
    assert.isBelow(fresh.length, sample.statements.length)
    for (const [path, format] of [
      ["all.atom", "atom-1.0"],
      ["all.rss", "rss-2.0"]
    ] as const) {
      const text = feeds().get(path) ?? ""
      const own = read(text)
      assert.strictEqual(own.format, format)
      assert.deepStrictEqual(own.warnings, [])
      assert.lengthOf(own.items, fresh.length)
      const dates = own.items.map(({ publishedAt }) => publishedAt ?? "")
      assert.deepStrictEqual(dates, dates.toSorted().toReversed())
      const other = parseElsewhere(text)
      assert.lengthOf(other?.items ?? [], fresh.length)
      assert.deepStrictEqual(
        other?.items.map(({ id }) => id),
        own.items.map(({ id }) => id)
      )
      assert.isTrue(own.items.every(({ title, url }) => title !== null && url !== null))
    }
  })

  it("count everything as new where there is no release before", () => {
    assert.lengthOf(read(feeds(first).get("all.atom") ?? "").items, first.statements.length)
  })

  it("carry each text whole, in its own language", () => {
    const { items } = read(feeds(first).get("all.atom") ?? "")
    for (const { text, language } of first.statements.filter((own) => own.language !== "und").slice(0, 20)) {
      const found = items.find((item) => item.summary === text || (item.contentHtml ?? "").includes(text))
      assert.strictEqual(found?.language, language, text)
    }
  })

  it("keep the ids of their entries at other addresses, in other languages and in other digests", () => {
    const here = ids(feeds().get("all.rss") ?? "")
    assert.strictEqual(new Set(here).size, here.length)
    assert.deepStrictEqual(
      ids(feeds(sample, new URL("https://elsewhere.example/")).get("all.rss") ?? ""),
      here
    )
    const inFrench = renderFeeds(sample, { baseUrl, lang: "fr" }).get("all.rss")
    assert.deepStrictEqual(ids(inFrench?.() ?? ""), here)
    assert.includeMembers(ids(feeds(first).get("all.rss") ?? ""), here)
    for (const id of here)
      assert.match(id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it("name their own address below the one given, with or without a slash at its end", () => {
    for (const at of [baseUrl, new URL("https://digest.example/2026-1/")]) {
      assert.include(
        feeds(sample, at).get("issues/artificial-intelligence.atom") ?? "",
        'href="https://digest.example/2026-1/feeds/issues/artificial-intelligence.atom" rel="self"'
      )
      assert.include(
        feeds(sample, at).get("feeds.opml") ?? "",
        'xmlUrl="https://digest.example/2026-1/feeds/all.atom"'
      )
    }
  })

  it("stay valid and harmless whatever statements hold", () => {
    for (const [path, text] of feeds(hostile())) {
      assert.notMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/, path)
      assert.notInclude(text, "javascript:", path)
      if (path.endsWith(".opml")) continue
      const own = read(text)
      assert.deepStrictEqual(own.warnings, [], path)
      // Readers take a description for HTML.
      for (const { contentHtml } of own.items) assert.notInclude(contentHtml ?? "", "<script>", path)
    }
  })

  it("are written in every language, and without any statement", () => {
    const empty = buildDigest({ ...sampleInput(), statements: [], clusters: [], outputs: [] })
    for (const lang of digestLanguages) {
      const text = renderFeeds(empty, { baseUrl, lang }).get("all.rss")?.() ?? ""
      assert.lengthOf(read(text).items, 0)
      assert.isNotNull(read(text).title)
    }
  })
})
