import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"
import { consolidate, representativeOf } from "../../../src/normalize/consolidate/consolidate.ts"
import { tokensOf, withoutNumbering } from "../../../src/normalize/consolidate/alignment.ts"
import { fold } from "../../../src/normalize/phrases/fold.ts"
import { bCubed } from "../consolidate-measures.ts"

const Row = Schema.fromJsonString(
  Schema.Struct({
    id: Schema.String,
    initiative: Schema.String,
    text: Schema.String,
    lang: Schema.String,
    group: Schema.NullOr(Schema.String),
    part: Schema.Literals(["tuning", "test"])
  })
)
const rows = readFileSync(join(import.meta.dirname, "../../../corpus/clusters.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => Schema.decodeUnknownSync(Row)(line))

const pair = (a: string, b: string) =>
  consolidate([
    { id: "a", initiative: "one", text: a },
    { id: "b", initiative: "two", text: b }
  ])

const partition = (answer: ReturnType<typeof consolidate>) =>
  answer.map(({ cluster, id }) => `${id} ${cluster}`).sort()

const withoutWord = (text: string): string => text.replace(/(?<= )\p{L}{5,}(?= )/u, "").replace(/ {2}/u, " ")
const isSentence = (row: typeof Row.Type): boolean => row.text.length > 45
const isLong = (row: typeof Row.Type): boolean =>
  withoutWord(row.text) !== row.text && tokensOf(withoutWord(row.text), row.lang).length >= 10

describe("consolidate", () => {
  it.each([
    ["tuning", 0.9],
    ["test", 0.8]
  ] as const)("reaches its B-cubed on the hand-made groups of the %s half", (part, floor) => {
    const half = rows.filter((row) => row.part === part)
    const answer = consolidate(half)
    const score = bCubed(
      half.map((row) => row.group ?? row.id),
      answer.map((row) => row.cluster)
    )
    assert.isAtLeast(score.f, floor)
    assert.isAtLeast(score.precision, 0.9)
  })
  it("marks no two hand-made statements of different groups as duplicates", () => {
    const groups = new Map(rows.map((row) => [row.id, row.group ?? row.id] as const))
    const wrong = consolidate(rows).filter(
      ({ duplicateOf, id }) => duplicateOf !== null && groups.get(duplicateOf) !== groups.get(id)
    )
    assert.lengthOf(wrong, 0)
  })
  it("takes a text with other case, marks and spaces for the same", () => {
    const [, second] = pair(
      "Operators should publish the coverage they measured.",
      "3. OPERATORS should publish  the coverage they measured"
    )
    assert.isNull(pair("a b c", "d e f")[1]?.duplicateOf)
    assert.strictEqual(
      pair("Operators should publish measured coverage.", "operators should publish measured  coverage")[1]
        ?.duplicateOf,
      "a"
    )
    assert.isNotNull(second)
  })
  it.each([
    [
      "The fund should reserve 15 % of its income for schools in the hills.",
      "The fund should reserve 25 % of its income for schools in the hills."
    ],
    [
      "Age checks must force everybody to show an identity document.",
      "Age checks must not force everybody to show an identity document."
    ],
    [
      "La ley debe obligar a los importadores a pagar la recogida.",
      "La ley no debe obligar a los importadores a pagar la recogida."
    ],
    ["年龄验证应要求所有用户实名提交证件。", "年龄验证不应要求所有用户实名提交证件。"],
    ["يجب أن تُقطع الخدمة أثناء الامتحانات الوطنية.", "يجب ألا تُقطع الخدمة أثناء الامتحانات الوطنية."],
    [
      "Registration should be mandatory for all network operators.",
      "Registration should be voluntary for all network operators."
    ],
    [
      "The committee should meet two times before the forum.",
      "The committee should meet three times before the forum."
    ],
    [
      "Providers should answer within one hour of a report.",
      "Providers should answer within one day of a report."
    ],
    ["A third of the seats should go to young people.", "A fifth of the seats should go to young people."],
    ["Le registre doit être mis à jour chaque mois.", "Le registre doit être mis à jour chaque année."],
    ["Roaming inside the region should cost no more.", "Roaming outside the region should cost no more."],
    ["Judges should be trained in digital evidence.", "Police should be trained in digital evidence."],
    ["El plazo termina en junio de este año.", "El plazo termina en julio de este año."],
    [
      "Operators must publish the coverage they measured.",
      "Operators may publish the coverage they measured."
    ],
    ["Сельским библиотекам нужен доступ.", "Сельским больницам нужен доступ."],
    ["Age checks should apply to games.", "Age checks should apply only to games."],
    [
      "Rural libraries in northern hills need electricity, trained staff, software, textbooks and free repair workshops.",
      "Rural libraries in northern hills need electricity, trained staff, software, textbooks and free sewing workshops."
    ],
    ["Rural libraries need electricity.", "Rural public libraries need stable electricity."]
  ])("never merges: %s / %s", (a, b) => {
    assert.isNull(pair(a, b)[1]?.duplicateOf)
  })
  it.each(["seven", "several", "former", "monthly", "private", "hardly"])(
    "never merges two long texts that the word %s parts",
    (word) => {
      const said =
        "Rural libraries in northern hills need electricity, trained staff, software, textbooks and free repair workshops."
      assert.isNull(pair(said, said.replace("free", `${word} free`))[1]?.duplicateOf)
    }
  )
  it("finds a statement quoted whole in another, and small mends", () => {
    const said =
      "Small languages disappear online unless somebody pays for keyboards, fonts and speech tools."
    assert.strictEqual(pair(said, `As the Norvia forum put it: "${said}"`)[1]?.duplicateOf, "a")
    assert.strictEqual(
      pair(
        "Public libraries should offer free Wi-Fi and help with online forms.",
        "Public libraries should offer free Wi-Fi, and help with on-line forms."
      )[1]?.duplicateOf,
      "a"
    )
  })
  it.each([
    [
      "another inflection",
      "Operator should publish measured coverage maps.",
      "Operator should publish measured coverage maps."
    ],
    [
      "another spelling",
      "The programme should subsidise rural centres.",
      "The program should subsidize rural centers."
    ],
    [
      "a slip in a long word",
      "Independent regulators need stable funding.",
      "Independant regulators need stable funding."
    ],
    ["a number in figures", "The fund should pay for seven villages.", "The fund should pay for 7 villages."],
    [
      "a number in a list",
      "Operators should publish coverage maps.",
      "2) Operators should publish coverage maps."
    ],
    [
      "one word more among ten",
      "Rural libraries in northern hills need electricity, trained staff, software, textbooks and free repair workshops.",
      "Rural libraries in northern hills need stable electricity, trained staff, software, textbooks and free repair workshops."
    ],
    ["other articles", "The operators should publish their maps.", "Operators should publish maps."],
    [
      "a clause added",
      "Operators should publish coverage maps.",
      "Operators should publish coverage maps, as speakers from the regions asked."
    ]
  ])("takes for the same a text with %s", (_, a, b) => {
    assert.strictEqual(pair(a, b)[1]?.duplicateOf, "a")
  })
  it("gives the same bytes again, and the same clusters in another order", () => {
    const shuffled = fc.shuffledSubarray(rows.slice(0, 60), { minLength: 60 })
    const expected = partition(consolidate(rows.slice(0, 60)))
    fc.assert(
      fc.property(shuffled, (drawn) => {
        const answer = consolidate(drawn)
        assert.strictEqual(JSON.stringify(consolidate(drawn)), JSON.stringify(answer))
        assert.deepStrictEqual(partition(answer), expected)
      }),
      { numRuns: 10 }
    )
  })
  it("keeps order, names every statement once and repeats itself", () => {
    const text = fc.array(
      fc.constantFrom("schools", "need", "not", "spectrum", "5", "应当", "频谱", "لا", "licence", "fund"),
      { maxLength: 12 }
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.constantFrom("x", "y", "z")), { maxLength: 25 }), (drawn) => {
        const statements = drawn.map(([words, initiative], index) => ({
          id: `s${index}`,
          initiative,
          text: words.join(" ")
        }))
        const answer = consolidate(statements)
        assert.deepStrictEqual(
          answer.map((row) => row.id),
          statements.map((row) => row.id)
        )
        assert.deepStrictEqual(consolidate(statements), answer)
      }),
      { numRuns: 100 }
    )
  })
  it("lets the most central member stand for the others", () => {
    const members = rows.filter((row) => row.group === "g01")
    assert.include(
      members.map((row) => row.id),
      representativeOf(members)
    )
    assert.isNull(representativeOf([]))
  })
  it.each([
    // Most of the rest are words of duty, negations and words that have an opposite.
    ["a word left out of ten or more", withoutWord, isLong, 0.85],
    ["capitals and no marks", (text: string) => text.toUpperCase().replace(/[.,;:]/gu, ""), isSentence, 0.95],
    [
      "a quotation",
      (text: string) => `As the forum noted in its message: «${text}», and we agree`,
      isSentence,
      0.85
    ]
  ])("finds near-duplicates with %s", (_, change, applies, floor) => {
    const long = rows.filter(applies)
    const answer = consolidate(
      long.flatMap((row) => [
        { id: row.id, initiative: row.initiative, text: row.text },
        { id: `${row.id}-again`, initiative: "another", text: change(row.text) }
      ])
    )
    const found = long.filter((row, index) => answer[2 * index + 1]?.duplicateOf === row.id).length
    assert.isAtLeast(found / long.length, floor)
  })
  it("never takes another number for a near-duplicate", () => {
    const numbered = rows.filter(
      (row) => /\d/u.test(row.text) && /\d/u.test(withoutNumbering(fold(row.text), row.lang))
    )
    const answer = consolidate(
      numbered.flatMap((row) => [
        { id: row.id, initiative: row.initiative, text: row.text },
        {
          id: `${row.id}-again`,
          initiative: "another",
          text: row.text.replace(/\d+/u, (digits) => String(Number(digits) + 1))
        }
      ])
    )
    assert.deepStrictEqual(
      answer.filter(
        (row) => row.id.endsWith("-again") && row.duplicateOf !== null && !row.duplicateOf.endsWith("-again")
      ),
      []
    )
  })
})
