import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { HttpUrl, InitiativeId, IsoDate, type Source, SourceId } from "../../src/domain/index.ts"
import { freezeDecision } from "../../src/jobs/job/freeze.ts"
import { connected, groupSources } from "../../src/jobs/job/import-groups.ts"

const sourceOf = (initiative: number, number: number, host: string): Source => ({
  id: SourceId.make(`igf-${initiative}/s${number}`),
  initiativeId: InitiativeId.make(`igf-${initiative}`),
  kind: "feed",
  url: HttpUrl.make(`https://${host}/feed/${number}`),
  status: "approved",
  verified: true,
  validFrom: null,
  validUntil: null,
  options: {}
})

const someSources = fc
  .array(fc.tuple(fc.nat(30), fc.nat(20), fc.constantFrom("", "www.", "blog.")), { maxLength: 120 })
  .map((rows) =>
    rows.map(([initiative, domain, sub], index) => sourceOf(initiative, index, `${sub}d${domain}.example`))
  )

const domainOf = ({ url }: Source) => new URL(url).hostname.split(".").slice(-2).join(".")

describe("The groups of an import", () => {
  it("hold every source once, and together what is of one initiative or on one domain", () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        const groups = groupSources(sources, () => 0)
        const groupOf = new Map(groups.flatMap(({ key, sources }) => sources.map((id) => [id, key] as const)))
        assert.strictEqual(groupOf.size, sources.length)
        assert.strictEqual(groups.flatMap((one) => one.sources).length, sources.length)
        for (const a of sources) {
          for (const b of sources) {
            if (a.initiativeId === b.initiativeId || domainOf(a) === domainOf(b)) {
              assert.strictEqual(groupOf.get(a.id), groupOf.get(b.id))
            }
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it("are some dozens for thousands of sources, those that failed last", () => {
    const sources = Array.from({ length: 5000 }, (_, index) => sourceOf(index, index, `d${index}.example`))
    const groups = groupSources(sources, (id) => (id === "igf-0/s0" ? 3 : 0))
    assert.isAtMost(groups.length, 48)
    assert.strictEqual(groups.at(-1)?.sources.at(-1), "igf-0/s0")
  })

  it("join initiatives that are connected over others", () => {
    const chain = [
      sourceOf(1, 1, "a.example"),
      sourceOf(2, 2, "a.example"),
      sourceOf(2, 3, "b.example"),
      sourceOf(3, 4, "b.example")
    ]
    assert.strictEqual(connected(chain).length, 1)
  })
})

describe("The freeze of a digest", () => {
  it("is decided by the days that are left until Day 1", () => {
    const dayOne = IsoDate.make("2026-03-02")
    const decisions = [
      "2026-02-20",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
      "2026-03-16",
      "2026-03-17"
    ].map((date) => freezeDecision(IsoDate.make(date), dayOne, 2))
    assert.deepStrictEqual(decisions, ["not-yet", "freeze", "freeze", "too-late", "too-late", "long-ago"])
  })
})
