/** The catalogues: complete in every language, with every plural form, and nothing left in English. */
import { readFileSync, readdirSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { parseSync } from "vite"
import { IsoDate } from "../../src/domain/index.ts"
import { catalogues, digestLanguages, locales, messages } from "../../src/export/catalogue/index.ts"
import type { DigestLanguage } from "../../src/export/index.ts"

/** Every text of a value with its path; the texts of one plural message under one path. */
const texts = (value: unknown, path = ""): ReadonlyArray<readonly [path: string, forms: Forms]> => {
  if (typeof value === "string") return [[path, { other: value }]]
  if (typeof value !== "object" || value === null) return []
  const entries = Object.entries(value)
  if (entries.some(([key]) => key === "other")) {
    return [[path, Object.fromEntries(entries.map(([key, own]) => [key, String(own)]))]]
  }
  return entries.flatMap(([key, own]) => texts(own, path === "" ? key : `${path}.${key}`))
}
type Forms = Readonly<Record<string, string>>

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort()

const categories = (lang: DigestLanguage) =>
  [...new Intl.PluralRules(locales[lang].locale).resolvedOptions().pluralCategories].sort()

const english = new Map(texts(catalogues.en))
const others = digestLanguages.filter((lang) => lang !== "en")
const day = Schema.decodeUnknownSync(IsoDate)

/** Texts that are the same by right: signs and figures, names of their own, words that two languages share. */
const sameByRight = [
  /^messages\.(?:comma|semicolon|gap|labelled|labelledSentence|sentence|bracketed|quoted|percent|span|paragraph|spread|silence|difference|differenceQuoted|digitalWatch|byParagraph|runningFrozen|groupReach|placeNumber|pageNumber)$/,
  /^messages\.(?:issues|area|type|number|initiative|initiatives|original|messages|challenges|none|elsewhere|change|unGroups|tableOf|block|bytes|initiativeCount)$/,
  /^names\.(?:groupColumn|type|kind|change)\./,
  /^dates\./
]

describe.each(others)("the catalogue in %s", (lang) => {
  const own = new Map(texts(catalogues[lang]))

  it("has every text of the English one, and none of them empty", () => {
    assert.deepStrictEqual([...own.keys()], [...english.keys()])
    for (const [path, forms] of own) {
      for (const text of Object.values(forms)) assert.isTrue(text !== "" || path === "messages.gap", path)
    }
  })

  it("has a form for each plural category of the language and no other", () => {
    for (const [path, forms] of english) {
      const expected = Object.keys(forms).length === 1 ? ["other"] : categories(lang)
      assert.deepStrictEqual(Object.keys(own.get(path) ?? {}).sort(), expected, path)
    }
  })

  it("uses the same parameters; only forms for none, one and two may say their number in words", () => {
    for (const [path, forms] of english) {
      if (path.startsWith("dates.")) continue
      const expected = parameters(forms["other"] ?? "")
      for (const [category, text] of Object.entries(own.get(path) ?? {})) {
        const inWords = ["zero", "one", "two"].includes(category) && !text.includes("{count}")
        assert.deepStrictEqual(
          parameters(text),
          inWords ? expected.filter((name) => name !== "count") : expected,
          `${path} (${category})`
        )
      }
    }
  })

  it("leaves nothing in English by mistake", () => {
    const left = [...own].filter(
      ([path, forms]) =>
        english.get(path)?.["other"] === forms["other"] &&
        /\p{L}{3}/u.test((forms["other"] ?? "").replace(/\{\w+\}/g, "")) &&
        !sameByRight.some((right) => right.test(path))
    )
    assert.deepStrictEqual(
      left.map(([path]) => path),
      []
    )
  })

  it("never calls silence late or missing", () => {
    const reproach =
      /\b(?:en retard|tardi[vf]\w*|manquant\w*|atrasad\w*|retrasad\w*|faltante\w*)\b|опозда|просроч|متأخر|逾期|迟交|缺失/i
    for (const [path, forms] of own)
      for (const text of Object.values(forms)) assert.notMatch(text, reproach, path)
  })
})

describe("scripts", () => {
  it.each(["ru", "ar", "zh"] as const)("%s is written in its own script but for names", (lang) => {
    const names = /\{\w+\}|Tributary|SHA-256|Digital Watch|·/g
    for (const [path, { other = "" }] of texts(catalogues[lang])) {
      assert.notMatch(other.replace(names, ""), /[a-z]/i, path)
    }
  })
})

const initiatives = (lang: DigestLanguage, counts: ReadonlyArray<number>) =>
  counts.map((count) => messages(lang).text("initiativeCount", { count }))

describe("figures and dates", () => {
  const [from, to, later] = ["2026-02-05", "2026-02-07", "2026-03-01"].map((own) => day(own))
  if (from === undefined || to === undefined || later === undefined) throw new Error("three dates")

  it.each([
    ["en", "5–7 February 2026", "5 February – 1 March 2026", "13,908"],
    ["fr", "du 5 au 7 février 2026", "du 5 février au 1er mars 2026", "13\u202f908"],
    ["es", "del 5 al 7 de febrero de 2026", "del 5 de febrero al 1 de marzo de 2026", "13.908"],
    ["pt", "de 5 a 7 de fevereiro de 2026", "de 5 de fevereiro a 1º de março de 2026", "13.908"],
    ["ru", "5–7 февраля 2026 года", "с 5 февраля по 1 марта 2026 года", "13\u00a0908"],
    ["ar", "من 5 إلى 7 شباط/فبراير 2026", "من 5 شباط/فبراير إلى 1 آذار/مارس 2026", "13,908"],
    ["zh", "2026年2月5日至7日", "2026年2月5日至3月1日", "13,908"]
  ] as const)("are written in %s as the United Nations write them", (lang, days, months, number) => {
    const m = messages(lang)
    assert.strictEqual(m.dates(from, to), days)
    assert.strictEqual(m.dates(from, later), months)
    assert.strictEqual(m.number(13_908), number)
  })

  it("take the plural form of the number", () => {
    assert.deepStrictEqual(initiatives("ru", [1, 2, 5, 11, 21, 22]), [
      "1 инициатива",
      "2 инициативы",
      "5 инициатив",
      "11 инициатив",
      "21 инициатива",
      "22 инициативы"
    ])
    assert.deepStrictEqual(initiatives("ar", [0, 1, 2, 3, 11, 100]), [
      "لا مبادرات",
      "مبادرة واحدة",
      "مبادرتان",
      "3 مبادرات",
      "11 مبادرة",
      "100 مبادرة"
    ])
    assert.deepStrictEqual(initiatives("fr", [0, 1, 2]), ["0 initiative", "1 initiative", "2 initiatives"])
  })

  it("keep a Latin name among Arabic words from drawing the numbers beside it to its side", () => {
    const text = messages("ar").text("forMeeting", { meeting: "MAG Meeting", dates: "5" })
    assert.include(text, "\u200f\u200eMAG Meeting\u200e\u200f")
  })

  it("keep the number of a release from being turned round after an Arabic word", () => {
    assert.include(messages("ar").text("since", { release: "2026-1" }), "\u200e2026-1\u200e")
  })
})

/** Strings and pieces of templates in a source, markup told apart. */
const wordsOfSource = (source: string) => {
  const strings: Array<string> = []
  const markup: Array<string> = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const own of node) visit(own)
    if (typeof node !== "object" || node === null || Array.isArray(node)) return
    const own = new Map(Object.entries(node))
    const type = own.get("type")
    if (type === "ImportDeclaration" || type === "ExportAllDeclaration" || type === "TSLiteralType") return
    if (type === "NewExpression" && JSON.stringify(own.get("callee")).includes("TypesettingFailed")) return
    const value = own.get("value")
    if (type === "Literal" && typeof value === "string") strings.push(value)
    if (type === "TaggedTemplateExpression") {
      const quasi: unknown = own.get("quasi")
      // The values stand for themselves, so that a tag whose attribute is a value is still a whole tag.
      const { quasis, expressions } = decodeTemplate(quasi)
      markup.push(quasis.map((piece) => piece.value.raw).join("0"))
      visit(expressions)
      return
    }
    if (type === "TemplateElement" && typeof value === "object" && value !== null && "raw" in value) {
      strings.push(String(value.raw))
    }
    for (const [key, child] of own) if (key !== "type") visit(child)
  }
  visit(parseSync("renderer.ts", source).program)
  return { strings, markup }
}
const decodeTemplate = Schema.decodeUnknownSync(
  Schema.Struct({
    quasis: Schema.Array(Schema.Struct({ value: Schema.Struct({ raw: Schema.String }) })),
    expressions: Schema.Array(Schema.Unknown)
  })
)

describe("renderers", () => {
  const folder = new URL("../../src/export/", import.meta.url)
  const files = ["html", "markdown", "pdf"].flatMap((form) =>
    readdirSync(new URL(`${form}/`, folder)).map((name) => `${form}/${name}`)
  )
  // What the style sheet, the script, the compiler and the list of fonts hold is no text of a digest.
  const read = files.filter((name) => name.endsWith(".ts") && !/style|script|compiler|fonts/.test(name))

  it.each([...read, "coverage.ts", "overview.ts", "grid.ts", "line.ts", "titles.ts"])(
    "%s holds no words of its own",
    (name) => {
      const { strings, markup } = wordsOfSource(readFileSync(new URL(name, folder), "utf8"))
      assert.deepStrictEqual(
        strings.filter(
          (own) =>
            /\p{L}{2,}[ ,.:]+\p{L}{2,}/u.test(own) &&
            !/^[a-z]+-src |^\w+-uri |^form-action |^:root|<!doctype/.test(own)
        ),
        []
      )
      const said = markup.flatMap((own) => [
        own.replace(/<[^>]*>/g, " ").replace(/[\w-]+="[^"]*"/g, ""),
        ...[...own.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text = ""]) => text)
      ])
      assert.deepStrictEqual(
        said
          .map((own) => own.replace(/SHA-256|&\w+;|\\n/g, "").trim())
          .filter((own) => /\p{L}{2,}/u.test(own)),
        []
      )
    }
  )
})
