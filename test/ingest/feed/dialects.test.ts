/** What only some dialects of feeds say, or say in their own way. */
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { parseFeed } from "../../../src/ingest/feed/index.ts"

const read = (text: string) =>
  Result.getOrThrow(parseFeed(new TextEncoder().encode(text), { url: "https://igf.example/feeds/news.xml" }))

describe("dialects of feeds", () => {
  it("resolve the entries of a channel (CDF) against the base that it names", () => {
    const { items } = read(
      `<CHANNEL BASE="https://files.igf.example/" HREF="https://igf.example/"><ITEM HREF="reports/2025.html"><TITLE>Report</TITLE></ITEM></CHANNEL>`
    )
    assert.strictEqual(items[0]?.url, "https://files.igf.example/reports/2025.html")
  })

  it("give content a base and a language of its own, apart from its entry's", () => {
    const [own, inherited] = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://igf.example/">
      <entry><content type="html" xml:base="https://igf.example/lusofono/" xml:lang="pt_BR">&lt;a href="r.pdf"></content></entry>
      <entry><content type="html">Messages</content></entry></feed>`
    ).items
    assert.deepStrictEqual([own?.baseUrl, own?.language], ["https://igf.example/lusofono/", "pt-BR"])
    assert.deepStrictEqual([inherited?.baseUrl, inherited?.language], ["https://igf.example/", "en"])
  })

  it("write a language as systems write locales, which is read as its tag", () => {
    const feed = read(
      `<rss version="2.0"><channel><language>fr_CA</language><item><title>Messages</title></item></channel></rss>`
    )
    assert.deepStrictEqual([feed.language, feed.items[0]?.language], ["fr-CA", "fr-CA"])
  })

  it("tell title and summary of a recording in words of podcasts alone", () => {
    const [recording] = read(
      `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>
      <itunes:title>Session 3: repair</itunes:title><itunes:summary>What was said of repair.</itunes:summary></item></channel></rss>`
    ).items
    assert.deepStrictEqual(
      [recording?.title, recording?.summary],
      ["Session 3: repair", "What was said of repair."]
    )
  })
})
