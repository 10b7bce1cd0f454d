import { assert, describe, it } from "@effect/vitest"
import { detectLanguage } from "../../../src/normalize/language/detect.ts"

const samples: ReadonlyArray<readonly [string, string]> = [
  ["en", "Operators should publish where the subsidised masts stand and who is still without a signal."],
  [
    "fr",
    "Les opérateurs devraient publier l'emplacement des pylônes subventionnés et les villages sans signal."
  ],
  [
    "es",
    "Las operadoras deberían publicar dónde están las torres subsidiadas y qué aldeas siguen sin señal."
  ],
  [
    "pt",
    "As operadoras deveriam publicar onde estão as torres subsidiadas e que aldeias continuam sem sinal."
  ],
  ["ru", "Операторы должны публиковать, где стоят вышки и какие сёла остаются без связи."],
  ["uk", "Оператори повинні публікувати, де стоять вежі та які села залишаються без зв'язку."],
  ["bg", "Операторите трябва да публикуват къде са кулите и кои села са без връзка."],
  ["ar", "ينبغي للمشغلين نشر مواقع الأبراج المدعومة والقرى التي ما زالت دون تغطية."],
  ["fa", "اپراتورها باید محل دکل‌ها را منتشر کنند و بگویند کدام روستاها بدون پوشش است."],
  ["ur", "آپریٹرز کو یہ بتانا چاہیے کہ ٹاور کہاں ہیں اور کون سے گاؤں بغیر سگنل کے ہیں۔"],
  ["zh", "运营商应公布补贴基站的位置。"],
  ["ja", "事業者は基地局の場所を公表すべきである。"],
  ["ko", "사업자는 기지국의 위치를 공개해야 한다."],
  ["hi", "संचालकों को बताना चाहिए कि टावर कहाँ हैं और कौन से गाँव बिना सिग्नल के हैं।"],
  [
    "de",
    "Die Betreiber sollten veröffentlichen, wo die geförderten Masten stehen und wer noch kein Netz hat."
  ],
  ["it", "Gli operatori dovrebbero pubblicare dove sono le antenne e quali paesi sono ancora senza segnale."],
  ["id", "Operator harus mengumumkan lokasi menara dan desa yang belum mendapat sinyal."],
  ["sw", "Makampuni yanapaswa kutangaza mahali minara ilipo na vijiji ambavyo bado havina mtandao."],
  [
    "tr",
    "İşletmeciler direklerin nerede olduğunu ve hangi köylerin hâlâ kapsama dışında kaldığını açıklamalı."
  ]
]

describe("detectLanguage", () => {
  for (const [language, text] of samples) {
    it(`tells ${language}`, () => {
      assert.strictEqual(detectLanguage(text).language, language)
    })
  }

  it("says und where there are no letters", () => {
    for (const text of ["", "   ", "123 – 456!", "🙂🙂"])
      assert.strictEqual(detectLanguage(text).language, "und")
  })

  it("does not depend on normal form or white space", () => {
    for (const [, text] of samples) {
      assert.deepStrictEqual(detectLanguage(text.normalize("NFD")), detectLanguage(text.normalize("NFC")))
      assert.deepStrictEqual(detectLanguage(`  ${text.replaceAll(" ", "\n  ")} `), detectLanguage(text))
    }
  })
})
