/** What the program says of its work in English, said on pages in other languages. */
import { assert, describe, it } from "@effect/vitest"
import { digestLanguages, messages } from "../../../src/export/catalogue/index.ts"
import { IsoDate } from "../../../src/domain/index.ts"
import { jobs } from "../../../src/jobs/job/list.ts"
import { nextVisit } from "../../../src/jobs/rhythm.ts"
import { countText, jobText, paceText, summaryText } from "../../../src/portal/desk/told/index.ts"
import { english } from "../../../src/portal/desk/told/words/en.ts"

const reading = (lang: (typeof digestLanguages)[number]) => ({ lang, m: messages(lang) })
const others = digestLanguages.filter((lang) => lang !== "en")

const day = 86_400_000
const now = Date.parse("2026-11-23T12:00:00Z")
const usual = { now, rhythm: null, events: [], failures: 0, retryAfter: null, freshFor: null, jitter: 0.5 }
const newest = IsoDate.make("2026-11-01")
const rhythm = { newest, gap: 5, age: 22 }

/** One situation for each sentence that there is. */
const paces = [
  usual,
  { ...usual, retryAfter: 20 * day },
  { ...usual, rhythm: { ...rhythm, gap: null } },
  { ...usual, rhythm: { ...rhythm, age: 900 } },
  { ...usual, rhythm: { ...rhythm, age: 300 } },
  { ...usual, rhythm },
  { ...usual, rhythm: { ...rhythm, gap: 1 } },
  { ...usual, rhythm: { ...rhythm, gap: 200 } },
  { ...usual, events: [{ eventStart: newest, eventEnd: newest }] },
  { ...usual, failures: 1 },
  { ...usual, failures: 7 }
]

describe("A sentence of the program's own", () => {
  it("on what a job does is the command line's in English, and there for every job", () => {
    for (const { description, name } of jobs) {
      assert.deepInclude(english, { [`job_${name}`]: description })
      for (const lang of others)
        assert.notStrictEqual(jobText(reading(lang), { description, name }), description)
    }
  })

  it("on the next visit of a source is said in each language, whatever decides it", () => {
    const reasons = paces.map((pace) => nextVisit(pace).reason)
    assert.isAbove(new Set(reasons.map((reason) => reason.replaceAll(/[\d-]+/g, ""))).size, 8)
    for (const reason of reasons) {
      assert.strictEqual(paceText(reading("en"), reason), reason)
      for (const lang of others) assert.isString(paceText(reading(lang), reason), `${lang}: ${reason}`)
    }
    assert.strictEqual(
      paceText(reading("fr"), "Quiet since 2026-03-01: once in 3 days."),
      "Calme depuis le 1er mars 2026\u00a0: une fois tous les 3 jours."
    )
  })

  it("on what came of a run becomes its figures, but those that are 0", () => {
    const summary = {
      sentence: "2 of 2 sources read.",
      counts: { sources: 2, failed: 0, newOutputs: 1 },
      problems: []
    }
    assert.strictEqual(summaryText(reading("en"), summary), summary.sentence)
    assert.strictEqual(summaryText(reading("zh"), summary), "来源：2，新文件：1")
    assert.strictEqual(countText(reading("en"), "newOutputs"), "new outputs")
  })
})
