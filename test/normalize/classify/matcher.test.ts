import { assert, describe, it } from "@effect/vitest"
import { Bridge } from "../../../src/normalize/classify/bridge.ts"
import { Matcher } from "../../../src/normalize/classify/matcher.ts"
import { compileTerms, readTerms, writeTerms } from "../../../src/normalize/classify/vocabulary.ts"
import { WordBook } from "../../../src/normalize/classify/words.ts"
import { fold } from "../../../src/normalize/language/fold.ts"
import { wordsOf } from "../../../src/normalize/language/words.ts"
import { readTermsCsv } from "../../../src/normalize/taxonomy/terms-csv.ts"

const compile = (language: string, rows: ReadonlyArray<string>) => {
  const text = ["issue,role,strength,term,needs,unless", ...rows.map((row) => `encryption,${row}`)].join("\n")
  const { terms } = readTermsCsv(text, "test.csv", language, new Set(["encryption"]))
  return compileTerms(terms, language, ["encryption"])
}

const found = (language: string, rows: ReadonlyArray<string>, text: string) => {
  const folded = fold(text)
  const matcher = new Matcher(language, compile(language, rows))
  const book = new WordBook(language, matcher, null, null, new Bridge("concept,en"))
  return matcher
    .find(folded, book.read(wordsOf(folded)))
    .map(({ end, start }) => folded.text.slice(start, end))
}

describe("matcher", () => {
  it("matches inflected words in their order, with one small word between", () => {
    const rows = ["alternative,3,submarine cable,,"]
    assert.deepStrictEqual(found("en", rows, "Two submarine cables were cut."), ["submarine cables"])
    assert.deepStrictEqual(found("en", rows, "A cable submarine"), [])
    assert.deepStrictEqual(found("en", rows, "submarine or cable"), ["submarine or cable"])
    assert.deepStrictEqual(found("en", rows, "submarine telegraph cable"), [])
  })

  it("lets the grammar of French and Spanish change the small words inside a term", () => {
    assert.deepStrictEqual(
      found("fr", ["alternative,3,protection des données,,"], "la protection de leurs données"),
      ["protection de leurs données"]
    )
    assert.deepStrictEqual(
      found("es", ["alternative,3,gobernanza de internet,,"], "la gobernanza del Internet"),
      ["gobernanza del Internet"]
    )
  })

  it("matches acronyms only as written, also in the plural", () => {
    assert.deepStrictEqual(found("en", ["acronym,3,IXP,,"], "two IXPs and an ixp"), ["IXPs"])
    assert.deepStrictEqual(found("en", ["acronym,3,WHO,,"], "people who decide"), [])
  })

  it("matches the beginning of a word where the term ends in a star", () => {
    assert.deepStrictEqual(found("en", ["indicator,3,deplatform*,,"], "the deplatforming of artists"), [
      "deplatforming"
    ])
  })

  it("obeys the words a term needs and those that exclude it", () => {
    assert.deepStrictEqual(found("en", ["indicator,2,backdoor,law|police,"], "a backdoor in the garden"), [])
    assert.deepStrictEqual(found("en", ["indicator,2,backdoor,law|police,"], "police want a backdoor"), [
      "backdoor"
    ])
    assert.deepStrictEqual(found("en", ["indicator,2,backdoor,,garden"], "a backdoor in the garden"), [])
  })

  it("matches Arabic words with article and particle", () => {
    assert.deepStrictEqual(found("ar", ["alternative,3,تشفير,,"], "ندعو إلى حماية التشفير وبالتشفير"), [
      "التشفير",
      "وبالتشفير"
    ])
  })

  it("matches Chinese inside a sentence", () => {
    assert.deepStrictEqual(found("zh", ["alternative,3,端到端加密,,"], "应保护端到端加密技术"), [
      "端到端加密"
    ])
  })

  it("keeps compiled terms through writing and reading", () => {
    const terms = compile("fr", [
      "alternative,3,protection des données,loi|code pénal,jardin",
      "acronym,2,RGPD,,"
    ])
    assert.deepStrictEqual([...readTerms(writeTerms(terms))], terms)
  })
})
