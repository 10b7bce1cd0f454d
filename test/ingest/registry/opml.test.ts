import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import * as fc from "fast-check"
import { RegistryEntry } from "../../../src/domain/index.ts"
import { decodeCsv, decodeOpml, encodeOpml, knownRegistry } from "../../../src/ingest/registry/index.ts"
import { anyEntry } from "./example.ts"

const contents = Effect.runSync(knownRegistry).map(decodeCsv)
const sources = contents.flatMap((content) => content.sources.map(({ value }) => value))
const known = contents
  .flatMap((content) => content.initiatives)
  .map(({ value }): RegistryEntry => ({
    initiative: value,
    sources: sources.filter((source) => source.initiativeId === value.id)
  }))

const foreign = (outlines: string) =>
  decodeOpml(
    {
      name: "feeds.opml",
      text: `<?xml version="1.0"?><opml version="1.0"><head><title>My feeds</title></head><body>${outlines}</body></opml>`
    },
    known
  )

const problemsOf = (text: string) => decodeOpml({ name: "a.opml", text }, []).problems.join()

const subscription = (title: string, xmlUrl: string, htmlUrl = "") =>
  `<outline type="rss" text="${title}" title="${title}" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}"/>`

describe("registry as OPML", () => {
  it("gives back any entries as they were", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
        const content = decodeOpml({ name: "a.opml", text: encodeOpml(entries) }, [])
        if (entries.length === 0) return
        assert.deepStrictEqual(content.problems, [])
        const plain = Schema.decodeSync(Schema.Array(RegistryEntry))(entries)
        assert.sameDeepMembers(
          content.initiatives.map(({ value }) => value),
          plain.map(({ initiative }) => initiative)
        )
        assert.sameDeepMembers(
          content.sources.map(({ value }) => value),
          plain.flatMap((entry) => entry.sources)
        )
      })
    )
  })

  it("gives back the whole registry that comes with the program", () => {
    const content = decodeOpml({ name: "a.opml", text: encodeOpml(known) }, [])
    assert.deepStrictEqual(content.problems, [])
    assert.lengthOf(content.initiatives, known.length)
    assert.sameDeepMembers(
      content.sources.map(({ value }) => value),
      sources
    )
  })

  it("groups the outlines by UN group", () => {
    const text = encodeOpml(known)
    const folders = [...text.matchAll(/^ {4}<outline text="([^"]+)"/gm)].map(([, name]) => name)
    assert.deepStrictEqual(folders, [
      "African Group",
      "Asia-Pacific Group",
      "Eastern European Group",
      "GRULAC",
      "WEOG"
    ])
  })

  it("names the outline of a fault", () => {
    const { problems } = foreign(
      `<outline text="Norvia IGF" tributaryId="norvia-igf" tributaryType="village"/>`
    )
    assert.match(problems[0] ?? "", /^feeds\.opml, outline "Norvia IGF": /)
  })

  it("refuses what is no OPML, and OPML without any feed, with a sentence", () => {
    assert.match(problemsOf("hello"), /^a\.opml: this is not readable as OPML/)
    assert.match(problemsOf("<opml><body><outline"), /^a\.opml: this is not readable as OPML/)
    assert.match(foreign(`<outline text="Empty folder"/>`).problems.join(), /no feed and no initiative/)
  })

  it("takes any text without throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.isNotEmpty(
          decodeOpml({ name: "a.opml", text: `<opml><body>${text}</body></opml>` }, []).problems
        )
      })
    )
  })
})

describe("OPML of a feed reader", () => {
  it("joins a feed to the known initiative on whose site it lies, as proposed", () => {
    const { initiatives, sources } = foreign(
      subscription("News", "https://www.tzigf.or.tz/feed/") +
        subscription("Jeunes", "https://igf.africa/youth/feed/")
    )
    assert.deepStrictEqual(initiatives, [])
    assert.deepStrictEqual(
      sources.map(({ value }): ReadonlyArray<string> => [value.id, value.kind, value.status]),
      [
        ["tanzania-igf/feed", "feed", "proposed"],
        ["african-youth-igf/feed", "feed", "proposed"]
      ]
    )
  })

  it("proposes an initiative from a title that names an IGF and its country", () => {
    const { initiatives, sources, undecided } = foreign(
      subscription("South Sudan Youth IGF", "https://ssyigf.example/feed", "https://ssyigf.example/") +
        subscription("South Sudan Youth IGF", "https://ssyigf.example/news.xml")
    )
    assert.deepStrictEqual(undecided, [])
    const [proposal] = initiatives.map(({ value }) => value)
    assert.lengthOf(initiatives, 1)
    assert.deepStrictEqual(
      [proposal?.id, proposal?.type, proposal?.country, proposal?.website],
      ["south-sudan-youth-igf", "youth", "SS", "https://ssyigf.example/"]
    )
    assert.deepStrictEqual(proposal?.unGroups, ["African Group"])
    assert.deepStrictEqual(
      sources.map(({ value }): string => value.id),
      ["south-sudan-youth-igf/feed", "south-sudan-youth-igf/feed-2"]
    )
  })

  it("takes the UN group from the folder", () => {
    const { initiatives } = foreign(
      `<outline text="grulac">${subscription("Youth IGF Atlantis", "https://a.example/feed")}</outline>`
    )
    assert.deepStrictEqual(initiatives[0]?.value.unGroups, ["GRULAC"])
  })

  it("leaves to a person what cannot be told, and says why", () => {
    const { initiatives, sources, undecided } = foreign(
      subscription("Kenya cooking", "https://food.example/feed") +
        subscription("Atlantis IGF", "https://a.example/feed") +
        subscription("Kenya IGF", "javascript:alert(1)")
    )
    assert.deepStrictEqual([...initiatives, ...sources], [])
    assert.lengthOf(undecided, 3)
    assert.match(
      undecided[0] ?? "",
      /"Kenya cooking": its title does not read like an IGF; register it by hand/
    )
    assert.match(undecided[1] ?? "", /tells its UN group/)
    assert.match(undecided[2] ?? "", /is no web address/)
  })
})
