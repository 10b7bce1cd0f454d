import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"
import { Initiative, Source } from "../../../src/domain/index.ts"
import { neutralise, restore } from "../../../src/ingest/registry/csv.ts"
import { decodeCsv, encodeInitiatives, encodeSources } from "../../../src/ingest/registry/index.ts"
import { anyInitiative, anySource } from "./example.ts"

const header = "id,name,type,country,unGroups,languages,website,evidenceUrl"
const good = 'norvia-igf,"Norvia IGF, the forum",national,XN,WEOG;Eastern European Group,no;en,,'
const read = (...lines: ReadonlyArray<string>) => decodeCsv({ name: "nris.csv", text: lines.join("\n") })

describe("registry as CSV", () => {
  it("reads lists, empty cells and quoted cells", () => {
    const { initiatives, problems } = read(header, good)
    assert.deepStrictEqual(problems, [])
    const norvia = initiatives[0]?.value
    assert.strictEqual(norvia?.name, "Norvia IGF, the forum")
    assert.deepStrictEqual(norvia?.unGroups, ["WEOG", "Eastern European Group"])
    assert.deepStrictEqual<ReadonlyArray<string> | undefined>(norvia?.languages, ["no", "en"])
    assert.isNull(norvia?.website)
    assert.strictEqual(initiatives[0]?.place, "nris.csv, line 2")
  })

  it("reads what a spreadsheet makes of it: byte order mark, CRLF, semicolons between cells", () => {
    const text = `\uFEFF${header.replaceAll(",", ";")}\r\nnorvia-igf;Norvia IGF;national;XN;"WEOG;GRULAC";no;;\r\n`
    const { initiatives, problems } = decodeCsv({ name: "nris.csv", text })
    assert.deepStrictEqual(problems, [])
    assert.deepStrictEqual(initiatives[0]?.value.unGroups, ["WEOG", "GRULAC"])
  })

  it("names the line of every fault, also after cells that span lines and empty lines", () => {
    const { initiatives, problems } = read(
      header,
      'two-lines,"Norvia\nIGF",national,XN,WEOG,,,',
      "",
      "bad-group,Norvia IGF,national,XN,Western,,,",
      "short,Norvia IGF",
      'Bad Id,"Nor\nvia",national,XN,WEOG,,,',
      "bad-site,Norvia IGF,national,XN,WEOG,,javascript:alert(1),",
      good
    )
    assert.lengthOf(initiatives, 2)
    assert.deepStrictEqual(
      problems.map((problem) => problem.split(":")[0]),
      [5, 6, 7, 9].map((line) => `nris.csv, line ${line}`)
    )
    assert.match(problems[1] ?? "", /2 cells, but the first line names 8 columns/)
  })

  it("names missing, unknown and repeated columns and the right ones", () => {
    const { problems } = read("id,name,type,group,name", "a,b,c,d,e")
    assert.match(problems.join("\n"), /"unGroups" is missing; the columns are id, name, type/)
    assert.match(problems.join("\n"), /"group" is unknown/)
    assert.match(problems.join("\n"), /"name" stands twice/)
  })

  it("says where a quote is never closed, and that a file is empty", () => {
    assert.match(
      read(header, 'a,"b,c').problems[0] ?? "",
      /^nris\.csv, line 2: this is not readable as CSV: /
    )
    assert.deepStrictEqual(read("").problems, ["nris.csv: the file is empty."])
  })

  it("hands no formula to a spreadsheet", () => {
    for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1"]) {
      assert.match(neutralise(name), /^'/)
      assert.strictEqual(restore(neutralise(name)), name)
    }
    assert.strictEqual(neutralise("Côte d'Ivoire IGF"), "Côte d'Ivoire IGF")
    assert.strictEqual(restore("'s-Hertogenbosch"), "'s-Hertogenbosch")
  })

  it("gives back any cell as it was", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (cell) => restore(neutralise(cell)) === cell))
  })

  it("gives back any initiatives and sources as they were", () => {
    fc.assert(
      fc.property(fc.array(anyInitiative, { maxLength: 5 }), (initiatives) => {
        const content = decodeCsv({ name: "a.csv", text: encodeInitiatives(initiatives) })
        assert.deepStrictEqual(content.problems, [])
        assert.deepStrictEqual(
          content.initiatives.map(({ value }) => value),
          Schema.decodeSync(Schema.Array(Initiative))(initiatives)
        )
      })
    )
    fc.assert(
      fc.property(fc.array(anySource, { maxLength: 5 }), (sources) => {
        const content = decodeCsv({ name: "a.csv", text: encodeSources(sources) })
        assert.deepStrictEqual(
          content.sources.map(({ value }) => value),
          Schema.decodeSync(Schema.Array(Source))(sources)
        )
      })
    )
  })

  it("takes any text without throwing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => decodeCsv({ name: "a.csv", text }).problems.length >= 0
      )
    )
  })
})
