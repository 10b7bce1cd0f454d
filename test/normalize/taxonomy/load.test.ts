import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { loadTaxonomy } from "../../../src/normalize/taxonomy/load.ts"
import { readTermsCsv } from "../../../src/normalize/taxonomy/terms-csv.ts"

describe("taxonomy", () => {
  it.effect("holds 54 issues in 8 areas, each with its label in English", () =>
    Effect.gen(function* () {
      const { areas, issues, terms } = yield* loadTaxonomy()
      assert.strictEqual(issues.length, 54)
      assert.strictEqual(areas.length, 8)
      const labelled = new Set(
        terms
          .filter(({ language, role }) => language === "en" && role === "preferred")
          .map(({ issue }) => issue)
      )
      assert.strictEqual(labelled.size, 54)
    })
  )

  it("names file and line of a row that cannot be used, and keeps the others", () => {
    const text =
      "issue,role,strength,term,needs,unless\nencryption,alternative,3,backdoor,,\nencrypton,alternative,3,cipher,,\nencryption,sign,9,key,,\n"
    const { faults, terms } = readTermsCsv(text, "terms/en.csv", "en", new Set(["encryption"]))
    assert.deepStrictEqual(
      terms.map(({ term }) => term),
      ["backdoor"]
    )
    assert.strictEqual(faults.length, 2)
    assert.match(faults[0] ?? "", /^terms\/en\.csv:3: no issue is called "encrypton"/u)
    assert.match(faults[1] ?? "", /^terms\/en\.csv:4: /u)
  })

  it("reads alternatives parted by a bar", () => {
    const text = "issue,role,strength,term,needs,unless\nencryption,indicator,2,key,escrow| law ,door"
    const [term] = readTermsCsv(text, "en.csv", "en", new Set(["encryption"])).terms
    assert.deepStrictEqual(term?.needs, ["escrow", "law"])
    assert.deepStrictEqual(term?.unless, ["door"])
  })
})
