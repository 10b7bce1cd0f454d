/** What counts as a main concern of an initiative, and how it orders the digest. */
import { assert, describe, it } from "@effect/vitest"
import { IssueId, LanguageTag, UnGroup } from "../../src/domain/index.ts"
import type { Digest } from "../../src/domain/index.ts"
import { buildDigest, renderHtml, renderMarkdown } from "../../src/export/index.ts"
import { noFilter } from "../../src/export/filter.ts"
import { isMainConcern } from "../../src/export/concern.ts"
import { earlierInput, sampleInput } from "./sample.ts"

const concernOf = (digest: Digest, id: string) => digest.issues.find((page) => page.id === id)?.mainConcernOf

describe("a main concern of an initiative", () => {
  it("comes first in one of twenty of its statements at least", () => {
    assert.isTrue(isMainConcern(7, 140))
    assert.isFalse(isMainConcern(6, 140))
  })
  it("is never made by a single statement of a long report", () => {
    assert.isFalse(isMainConcern(1, 10))
    assert.isTrue(isMainConcern(2, 10))
  })
  it("can be made by the only message of a short communiqué", () => {
    assert.isTrue(isMainConcern(1, 1))
    assert.isTrue(isMainConcern(1, 9))
  })
  it("is nothing that it never puts first", () => {
    assert.isFalse(isMainConcern(0, 0))
    assert.isFalse(isMainConcern(0, 5))
  })
})

describe("main concerns of a window", () => {
  const digest = buildDigest(sampleInput())

  it("are of initiatives that raised the issue, and order the issues", () => {
    for (const { mainConcernOf, initiatives } of digest.issues)
      assert.includeMembers([...initiatives], [...mainConcernOf])
    const counts = digest.issues.map(({ mainConcernOf }) => mainConcernOf.length)
    assert.deepStrictEqual(
      counts,
      counts.toSorted((a, b) => b - a)
    )
  })

  it("stay what they are when the digest is narrowed to an issue or a language", () => {
    for (const { id, mainConcernOf } of digest.issues) {
      const part = buildDigest(sampleInput({ filter: { ...noFilter, issues: [IssueId.make(id)] } }))
      assert.deepStrictEqual(concernOf(part, id), mainConcernOf, id)
    }
    const arabic = buildDigest(sampleInput({ filter: { ...noFilter, languages: [LanguageTag.make("ar")] } }))
    for (const { id, mainConcernOf, initiatives } of arabic.issues) {
      assert.deepStrictEqual(
        mainConcernOf,
        concernOf(digest, id)?.filter((own) => initiatives.includes(own))
      )
    }
  })

  it("are compared with those of the release before, of the same groups", () => {
    const before = buildDigest(earlierInput())
    const now = buildDigest(sampleInput({ previous: before }))
    for (const { id, mainConcernBefore } of now.issues) {
      assert.strictEqual(mainConcernBefore, concernOf(before, id)?.length ?? 0, id)
    }
    assert.isTrue(digest.issues.every(({ mainConcernBefore }) => mainConcernBefore === null))
    const african = buildDigest(
      sampleInput({ previous: before, filter: { ...noFilter, groups: [UnGroup.make("African Group")] } })
    )
    const members = new Set(african.initiatives.map(({ id }) => id))
    for (const { id, mainConcernBefore } of african.issues) {
      assert.strictEqual(
        mainConcernBefore,
        concernOf(before, id)?.filter((own) => members.has(own)).length ?? 0
      )
    }
  })

  it("are told apart from what was only raised, with words and not by colour alone", () => {
    const total = digest.issues.reduce((sum, { mainConcernOf }) => sum + mainConcernOf.length, 0)
    const cells = digest.matrix.reduce((sum, { cells: own }) => sum + own.length, 0)
    assert.isBelow(total, cells)
    assert.lengthOf(
      renderHtml(digest).match(/<td class="h4"><b>\d+<\/b><span class="sr"> main concern<\/span>/g) ?? [],
      total
    )
    assert.lengthOf(renderMarkdown(digest).match(/\*\*[^*\n]+ \(\d+\)\*\*/g) ?? [], total)
  })
})
