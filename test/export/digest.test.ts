/** The model of the digest: what is counted, what is listed, in which order. */
import { assert, describe, it } from "@effect/vitest"
import type { Digest, Output } from "../../src/domain/index.ts"
import { buildDigest } from "../../src/export/index.ts"
import { earlierInput, outputId, sampleInput } from "./sample.ts"

const page = (digest: Digest, id: string) => {
  const found = digest.issues.find((own) => own.id === id)
  if (found === undefined) throw new Error(`no page of ${id}`)
  return found
}

/** Every paragraph number of a digest, in the order of the document. */
const paragraphs = (digest: Digest): ReadonlyArray<number> => {
  const { summary, lenses, coverage } = digest
  return [
    summary.reachPar,
    summary.raisedPar,
    summary.differingPar,
    summary.workedPar,
    ...(summary.changePar === null ? [] : [summary.changePar]),
    summary.uncoveredPar,
    summary.unheardPar,
    ...digest.issues.flatMap((own) => [
      own.par,
      ...[own.shared, own.differing, own.worked, own.challenges, own.single, own.further].flatMap((items) =>
        items.map(({ par }) => par)
      )
    ]),
    ...digest.unclassified.map(({ par }) => par),
    digest.matrixPar,
    digest.heatMapPar,
    lenses.subThemesPar,
    lenses.wsisPar,
    lenses.gdcPar,
    lenses.sdgPar,
    ...(digest.change === null ? [] : [digest.change.par]),
    ...(digest.history === null ? [] : [digest.history.par]),
    coverage.par,
    ...coverage.groups.map(({ par }) => par),
    coverage.listedPar,
    digest.speakers.par,
    ...digest.method.map(({ par }) => par)
  ]
}

describe("counting", () => {
  const digest = buildDigest(sampleInput())

  it("counts initiatives that published in the window, and names the others as not heard yet", () => {
    assert.strictEqual(digest.totals.registered, 14)
    assert.strictEqual(digest.totals.published, 11)
    assert.strictEqual(digest.totals.notHeard, 3)
    assert.deepStrictEqual(
      digest.initiatives
        .filter(({ status }) => status !== "published")
        .map(({ id, status }) => `${id} ${status}`),
      ["isla-clara-igf silent", "lakeland-igf unreachable", "north-fjord-youth-igf silent"]
    )
  })

  it("counts an initiative of two groups in each, and once in the total", () => {
    const groups = digest.totals.byGroup.reduce((sum, group) => sum + group.published, 0)
    assert.strictEqual(groups, 12)
  })

  it("counts initiatives and not statements under an issue", () => {
    const safety = page(digest, "child-online-safety")
    assert.strictEqual(safety.initiatives.length, 8)
    assert.isAbove(safety.statements, 8)
    assert.deepStrictEqual(
      safety.byGroup.map(({ raised, published }) => `${raised}/${published}`),
      ["2/3", "2/3", "2/2", "1/2", "1/2"]
    )
  })

  it("orders issues by how many initiatives they mainly concern, then by how many raised them, never initiatives", () => {
    const counts = digest.issues.map((page) => [page.mainConcernOf.length, page.initiatives.length] as const)
    assert.deepStrictEqual(
      counts,
      counts.toSorted(([a, c], [b, d]) => b - a || d - c)
    )
    assert.isAbove(counts[0]?.[0] ?? 0, 0)
    for (const { initiatives, mainConcernOf } of digest.issues) {
      assert.deepStrictEqual(initiatives, initiatives.toSorted())
      assert.deepStrictEqual(mainConcernOf, mainConcernOf.toSorted())
      assert.includeMembers([...initiatives], [...mainConcernOf])
    }
  })

  it("counts the same output on two hosts once and keeps the second address", () => {
    const own = digest.outputs.filter(({ initiativeId }) => initiativeId === "norvia-igf")
    assert.deepStrictEqual(
      own.map(({ alsoAt }) => alsoAt),
      [["https://norvia-igf.example/norvia-mirror"]]
    )
  })

  it("does not let a copy on another initiative's site speak for that initiative", () => {
    const input = sampleInput()
    const copy = input.outputs.find(({ id }) => id === outputId("norvia-mirror"))
    const lakeland = input.initiatives.find(({ id }) => id === "lakeland-igf")
    if (copy === undefined || lakeland === undefined) throw new Error("the sample has changed")
    const moved: Output = { ...copy, initiativeId: lakeland.id }
    const again = buildDigest({
      ...input,
      outputs: [...input.outputs.filter(({ id }) => id !== copy.id), moved]
    })
    assert.strictEqual(again.totals.published, 11)
  })

  it("lists drafts, press accounts, undated and late outputs apart, and counts none of them", () => {
    const { coverage } = digest
    assert.deepStrictEqual(
      [coverage.drafts, coverage.pressAccounts, coverage.undated, coverage.late].map((items) =>
        items.map(({ initiativeId }) => initiativeId)
      ),
      [["meridian-igf"], ["fgi-kestria"], ["north-fjord-youth-igf"], ["lakeland-igf"]].map((ids) =>
        ids.map((id) => digest.initiatives.find((own) => own.id === id)?.id)
      )
    )
    assert.deepStrictEqual(coverage.otherKinds, [{ kind: "announcement", documents: 1 }])
    assert.strictEqual(digest.totals.outputs, 11)
  })

  it("says when a silent initiative was last heard, and whether it has a place to be heard from", () => {
    const silent = digest.initiatives.find(({ id }) => id === "isla-clara-igf")
    assert.strictEqual(silent?.lastHeard, "2024-11-30")
    assert.isFalse(silent?.hasSource)
  })

  it("leaves out boilerplate and says how much", () => {
    assert.strictEqual(digest.totals.boilerplate, 1)
    assert.isFalse(digest.statements.some(({ kind }) => kind === "boilerplate"))
  })
})

describe("quoting", () => {
  const digest = buildDigest(sampleInput())

  it("numbers paragraphs without a gap in the order of the document", () => {
    const all = paragraphs(digest)
    assert.deepStrictEqual(
      all,
      all.map((_, index) => index + 1)
    )
  })

  it("quotes every statement of the window somewhere", () => {
    const input = sampleInput()
    const said = input.statements.filter(({ kind }) => kind !== "boilerplate").map(({ id }) => id)
    assert.deepStrictEqual(digest.statements.map(({ id }) => id).sort(), said.sort())
    const all = new Set(paragraphs(digest))
    for (const { par } of digest.statements) assert.isTrue(all.has(par))
  })

  it("puts a message that several initiatives share under one paragraph, with every one named", () => {
    const [first] = page(digest, "child-online-safety").shared
    assert.strictEqual(first?.initiatives.length, 6)
    assert.strictEqual(first?.also.length, 5)
    assert.strictEqual(first?.groups.length, 5)
  })

  it("quotes a text that stands in two places once, and counts both initiatives", () => {
    const input = sampleInput()
    const [original, other] = [
      input.statements.find(({ caseName }) => caseName === "Harbour Line"),
      input.statements.find(({ caseName }) => caseName === "Lagoon repair pact")
    ]
    if (original === undefined || other === undefined) throw new Error("the sample has changed")
    const copied = { ...other, text: original.text, issues: original.issues, duplicateOf: original.id }
    const again = buildDigest({
      ...input,
      statements: input.statements.map((own) => (own.id === other.id ? copied : own))
    })
    const quotation = again.statements.find(({ id }) => id === original.id)
    assert.deepStrictEqual(
      quotation?.places.map(({ initiativeId }) => initiativeId),
      [original.initiativeId, other.initiativeId]
    )
    assert.isFalse(again.statements.some(({ id }) => id === other.id))
    assert.include(page(again, "child-online-safety").initiatives, other.initiativeId)
  })

  it("gives the first places on a page to different initiatives", () => {
    for (const own of digest.issues) {
      const names = own.single.map(
        ({ statement }) => digest.statements.find(({ id }) => id === statement)?.places[0].initiativeId
      )
      const distinct = new Set(names).size
      assert.strictEqual(new Set(names.slice(0, distinct)).size, distinct, own.id)
    }
  })
})

describe("lenses and change", () => {
  it("names issues that no sub-theme covers, and says when the sub-themes are not known", () => {
    const input = sampleInput()
    assert.isTrue(buildDigest(input).lenses.uncovered?.some((id) => id === "taxation"))
    const unknown = buildDigest({ ...input, cycle: { ...input.cycle, subThemes: [] } })
    assert.isNull(unknown.lenses.uncovered)
    assert.deepStrictEqual(unknown.lenses.subThemes, [])
  })

  it("keeps lines that nobody raised", () => {
    const { lenses } = buildDigest(sampleInput())
    assert.strictEqual(lenses.sdg.length, 17)
    assert.strictEqual(lenses.sdg[13]?.initiatives.length, 0)
  })

  it("compares with the release before by initiative", () => {
    const digest = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })
    const rows = new Map(digest.change?.rows.map((row) => [String(row.issue), row]))
    assert.strictEqual(rows.get("child-online-safety")?.status, "new")
    assert.strictEqual(rows.get("multistakeholder-governance")?.status, "quiet")
    assert.strictEqual(rows.get("network-neutrality")?.status, "same")
    assert.deepStrictEqual(digest.change?.absent.map(String), ["isla-clara-igf"])
  })

  it("fills the matrix only with initiatives that published", () => {
    const digest = buildDigest(sampleInput())
    const heard = new Set(
      digest.initiatives.filter(({ status }) => status === "published").map(({ id }) => id)
    )
    for (const row of digest.matrix) for (const cell of row.cells) assert.isTrue(heard.has(cell.initiative))
  })
})

describe("determinism", () => {
  it("gives the same digest whatever the order of its input", () => {
    const input = sampleInput()
    const turned = {
      ...input,
      initiatives: input.initiatives.toReversed(),
      sources: input.sources.toReversed(),
      sourceStates: input.sourceStates.toReversed(),
      outputs: input.outputs.toReversed(),
      captures: input.captures.toReversed(),
      statements: input.statements.toReversed(),
      clusters: input.clusters.toReversed()
    }
    assert.deepStrictEqual(buildDigest(turned), buildDigest(input))
  })
})
