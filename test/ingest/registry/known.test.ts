import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { UnGroup } from "../../../src/domain/index.ts"
import {
  decodeCsv,
  encodeInitiatives,
  encodeSources,
  knownRegistry
} from "../../../src/ingest/registry/index.ts"

const known = Effect.runSync(knownRegistry)
const contents = known.map(decodeCsv)
const initiatives = contents.flatMap((content) => content.initiatives.map(({ value }) => value))
const sources = contents.flatMap((content) => content.sources.map(({ value }) => value))

describe("the registry that comes with the program", () => {
  it("is valid in every line", () => {
    assert.deepStrictEqual(
      contents.flatMap((content) => content.problems),
      []
    )
  })

  it("holds 181 initiatives with ids of their own", () => {
    assert.lengthOf(initiatives, 181)
    assert.strictEqual(new Set(initiatives.map(({ id }) => id)).size, 181)
  })

  it("spells every UN group in the usual way and uses all five", () => {
    assert.deepStrictEqual(
      new Set(initiatives.flatMap(({ unGroups }) => unGroups)),
      new Set<string>(UnGroup.literals)
    )
  })

  it("gives several groups to the initiatives that span them", () => {
    const spanning = initiatives.filter(({ unGroups }) => unGroups.length > 1)
    assert.sameMembers(
      spanning.map(({ id }): string => id),
      ["arab-igf", "eurodig", "lusophone-igf"]
    )
  })

  it("gives a country to every national initiative and to none above that level", () => {
    for (const { country, id, type } of initiatives) {
      if (type === "national") assert.isNotNull(country, id)
      if (type === "regional" || type === "sub-regional") assert.isNull(country, id)
    }
  })

  it("names every source after its initiative, with an id and a URL of its own", () => {
    const ids = new Set<string>(initiatives.map(({ id }) => id))
    for (const { id, initiativeId } of sources) {
      assert.isTrue(ids.has(initiativeId), id)
      assert.isTrue(id.startsWith(`${initiativeId}/`), id)
    }
    assert.strictEqual(new Set(sources.map(({ id }) => id)).size, sources.length)
    assert.strictEqual(new Set(sources.map(({ url }) => url)).size, sources.length)
  })

  it("approves no listing without selectors: nobody would see that it yields nothing", () => {
    const approved = sources.filter(({ kind, options, status }) => {
      return kind === "listing" && status === "approved" && options.selectors === undefined
    })
    assert.deepStrictEqual(approved, [])
  })

  it("stands in the files as the program itself would write it", () => {
    assert.deepStrictEqual(
      [encodeInitiatives(initiatives), encodeSources(sources)],
      known.map(({ text }) => text)
    )
  })
})
