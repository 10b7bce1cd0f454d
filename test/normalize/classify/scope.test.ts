import { assert, describe, it } from "@effect/vitest"
import { setAside } from "../../../src/normalize/classify/scope.ts"
import { fold } from "../../../src/normalize/language/fold.ts"

const aside = (text: string, language: string) => {
  const folded = fold(text)
  return setAside(folded, language).map(({ end, start }) => folded.text.slice(start, end))
}

describe("what a statement is not about", () => {
  it("is set aside up to the end of the clause, in each language", () => {
    const samples: ReadonlyArray<readonly [string, string, string]> = [
      ["en", "This is not about surveillance, but about maintenance.", "surveillance"],
      ["fr", "Il ne s'agit pas de surveillance mais d'entretien.", "surveillance"],
      ["es", "No se trata de vigilancia, sino de mantenimiento.", "vigilancia"],
      ["pt", "Não se trata de vigilância, mas de manutenção.", "vigilância"],
      ["de", "Es geht nicht um Überwachung, sondern um Wartung.", "Überwachung"]
    ]
    for (const [language, text, word] of samples) {
      const found = aside(text, language).join(" | ")
      assert.include(found, word)
      assert.notMatch(found, /ma[ni]n?ten|entretien|Wartung/u)
    }
  })

  it("is not found where a statement only widens its theme", () => {
    assert.deepStrictEqual(aside("This is not only about surveillance.", "en"), [])
    assert.deepStrictEqual(aside("This is not about only surveillance.", "en"), [])
    assert.deepStrictEqual(aside("Operators should not publish prices.", "en"), [])
  })
})
