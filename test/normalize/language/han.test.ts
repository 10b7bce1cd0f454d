import { assert, describe, it } from "@effect/vitest"
import { simplified, traditionalCount } from "../../../src/normalize/language/han.ts"

describe("simplified", () => {
  it("writes traditional characters in their simplified form, unit for unit", () => {
    assert.strictEqual(simplified("網路安全與個人資料保護"), "网路安全与个人资料保护")
    assert.strictEqual(simplified("數位落差、偏遠地區的電信業者"), "数位落差、偏远地区的电信业者")
    assert.strictEqual(simplified("語言與廣播並未達標準"), "语言与广播并未达标准")
  })

  it("leaves all else as it is", () => {
    for (const text of ["", "Internet 2025", "互联网治理", "インターネット", "🙂"])
      assert.strictEqual(simplified(text), text)
  })

  it("gives the same when done twice, and knows the characters that occur", () => {
    const once = simplified("聯合國互聯網治理論壇應當納入發展中國家的聲音")
    assert.strictEqual(simplified(once), once)
    assert.isAtLeast(traditionalCount, 600)
  })
})
