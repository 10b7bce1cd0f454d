/** The portal's words: nothing lacking in any language. */
import { assert, describe, it } from "@effect/vitest"
import { digestLanguages, locales } from "../../src/domain/languages.ts"
import { catalogues } from "../../src/export/catalogue/index.ts"
import "../../src/portal/pages.ts"
import { definedWords } from "../../src/portal/words/define.ts"

const names = (text: string): Array<string> =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort()

type Text = string | Readonly<Record<string, string>>

const forms = (text: Text): ReadonlyArray<readonly [form: string, text: string]> =>
  typeof text === "string" ? [["", text]] : Object.entries(text)

describe("The portal's words", () => {
  const groups = [...definedWords()]

  it("are in seven languages", () => {
    assert.isAbove(groups.length, 5)
    for (const [group, texts] of groups) {
      assert.sameMembers(Object.keys(texts), [...digestLanguages], group)
    }
  })

  it("lack no text, no parameter and no plural form", () => {
    for (const [group, texts] of groups) {
      const english = texts.en
      for (const lang of digestLanguages) {
        const own = texts[lang]
        assert.sameMembers(Object.keys(own), Object.keys(english), `${group} ${lang}`)
        const categories = new Intl.PluralRules(locales[lang].locale).resolvedOptions().pluralCategories
        for (const [key, text] of Object.entries(own)) {
          const said = `${group} ${lang} ${key}`
          const model = english[key] ?? ""
          const wanted = typeof model === "string" ? model : model.other
          assert.strictEqual(typeof text, typeof model, said)
          if (typeof text !== "string") assert.sameMembers(Object.keys(text), categories, said)
          for (const [form, value] of forms(text)) {
            assert.isAbove(value.trim().length, 0, said)
            // Of one or two the language may say the number by its form alone.
            const without =
              form === "one" || form === "two" || form === "zero"
                ? names(wanted).filter((name) => name !== "count")
                : names(wanted)
            assert.sameMembers(
              names(value).filter((name) => without.includes(name) || name !== "count"),
              without,
              `${said} ${form}`
            )
          }
        }
      }
    }
  })

  it("are translated, not copied", () => {
    for (const [group, texts] of groups) {
      const english = texts.en
      const long = Object.entries(english).filter(([, text]) => typeof text === "string" && text.length > 24)
      for (const lang of digestLanguages) {
        if (lang === "en") continue
        for (const [key, text] of long)
          assert.notStrictEqual(texts[lang][key], text, `${group} ${lang} ${key}`)
      }
    }
  })

  it("call one thing by one word, on pages and in the digest alike", () => {
    // 倡议 is what the IGF calls an initiative; 汇编 a compilation, which a digest is, and no abstract (摘要).
    const others = { zh: [/举措/u, /(?<!会议|执行)摘要/u], ar: [/قفل|قفال/u] } as const
    for (const lang of ["zh", "ar"] as const) {
      const all = [...groups.map(([, texts]) => texts[lang]), catalogues[lang]]
      const said = JSON.stringify(all)
      for (const other of others[lang]) assert.notMatch(said, other, lang)
    }
  })
})
