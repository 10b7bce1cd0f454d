/** Releases compared, narrowed digests, earlier years, and what stands behind a difference. */
import { assert, describe, it } from "@effect/vitest"
import { load } from "cheerio"
import { IsoDate, LanguageTag, Timestamp } from "../../src/domain/index.ts"
import type { Digest, Statement } from "../../src/domain/index.ts"
import {
  buildDigest,
  compareDigests,
  comparisonText,
  firstDifference,
  renderHtml,
  renderMarkdown
} from "../../src/export/index.ts"
import { noFilter } from "../../src/export/filter.ts"
import { lineOf } from "../../src/export/line.ts"
import { viewOf } from "../../src/export/view.ts"
import { earlierInput, outputId, sampleInput } from "./sample.ts"

const page = (digest: Digest, id: string) => {
  const found = digest.issues.find((own) => own.id === id)
  if (found === undefined) throw new Error(`no page of ${id}`)
  return found
}

const french = LanguageTag.make("fr")

describe("a narrowed digest", () => {
  const whole = buildDigest(sampleInput())

  it("is the whole when the filter names nothing", () => {
    assert.deepStrictEqual(buildDigest(sampleInput({ filter: noFilter })), whole)
  })

  it("takes its shares of the initiatives of the chosen group and type only", () => {
    const narrowed = buildDigest(sampleInput({ filter: { ...noFilter, groups: ["GRULAC"] } }))
    assert.isTrue(narrowed.initiatives.every(({ unGroups }) => unGroups.includes("GRULAC")))
    assert.deepStrictEqual(
      narrowed.totals.byGroup.map(({ group }) => group),
      ["GRULAC"]
    )
    const then = whole.totals.byGroup.find(({ group }) => group === "GRULAC")
    assert.strictEqual(narrowed.totals.published, then?.published)
    assert.strictEqual(narrowed.totals.registered, then?.registered)
    const youth = buildDigest(sampleInput({ filter: { ...noFilter, types: ["youth"] } }))
    assert.isAbove(youth.initiatives.length, 0)
    assert.isTrue(youth.initiatives.every(({ type }) => type === "youth"))
  })

  it("holds only statements of the chosen issues and languages, under the chosen issues only", () => {
    const { id, area } = page(whole, "child-online-safety")
    const one = buildDigest(sampleInput({ filter: { ...noFilter, issues: [id] } }))
    assert.deepStrictEqual(
      one.issues.map((own) => own.id),
      [id]
    )
    assert.deepStrictEqual(page(one, id).initiatives, page(whole, id).initiatives)
    assert.strictEqual(one.totals.published, whole.totals.published)
    const all = buildDigest(sampleInput({ filter: { ...noFilter, areas: [area] } }))
    assert.isTrue(all.issues.every((own) => own.area === area))
    const spoken = buildDigest(sampleInput({ filter: { ...noFilter, languages: [french] } }))
    assert.isAbove(spoken.statements.length, 0)
    assert.isTrue(spoken.statements.every(({ language }) => language === french))
  })

  it("says on page one, in every form, that it is a part and of what", () => {
    const narrowed = buildDigest(
      sampleInput({ filter: { ...noFilter, groups: ["GRULAC"], languages: [french] } })
    )
    const sentence =
      "A part only, not the whole digest: initiatives of the UN groups Latin American and Caribbean; statements in French."
    assert.include(load(renderHtml(narrowed))(".masthead").text(), sentence)
    assert.include(renderMarkdown(narrowed), sentence)
    assert.notInclude(renderHtml(whole), "A part only")
    assert.include(
      load(renderHtml(narrowed, { lang: "ru" }))(".masthead").text(),
      "Только часть, а не весь сборник: инициативы групп ООН (государства Латинской Америки и Карибского бассейна); высказывания на языках (французский)."
    )
  })

  it("is compared with the same part of the release before", () => {
    const previous = buildDigest(earlierInput())
    const { change } = buildDigest({
      ...sampleInput({ filter: { ...noFilter, groups: ["African Group"] } }),
      previous
    })
    const own = previous.initiatives.filter(
      ({ status, unGroups }) => status === "published" && unGroups.includes("African Group")
    )
    assert.isBelow(own.length, previous.totals.published)
    assert.strictEqual(change?.previous.published, own.length)
    for (const row of change?.rows ?? []) assert.isAtMost(row.before, own.length)
  })
})

/** The sample with one output moved into the same days of the year before. */
const withYear = () => {
  const input = sampleInput()
  return {
    ...input,
    outputs: input.outputs.map((own) =>
      own.id === outputId("norvia-messages") ? { ...own, publishedAt: IsoDate.make("2024-11-04") } : own
    )
  }
}

describe("earlier releases and years", () => {
  it("counts the same days of earlier years as a digest of those days counts them", () => {
    const input = withYear()
    const { history } = buildDigest(input)
    assert.strictEqual(history?.years.at(-1)?.window.from, "2024-07-01")
    assert.strictEqual(history?.years.at(-1)?.window.to, "2025-01-20")
    const then = buildDigest({
      ...input,
      window: { from: IsoDate.make("2024-07-01"), to: IsoDate.make("2025-01-20") }
    })
    assert.strictEqual(history?.years.at(-1)?.published, then.totals.published)
    for (const row of history?.rows ?? []) {
      const own = then.issues.find(({ id }) => id === row.issue)?.initiatives.length ?? 0
      assert.strictEqual(row.years.at(-1), own, row.issue)
    }
  })

  it("carries the figures of all releases before along, oldest first", () => {
    const first = buildDigest(earlierInput())
    const second = buildDigest({ ...sampleInput(), previous: first })
    const third = buildDigest({
      ...sampleInput({ asOf: Timestamp.make("2026-02-01T00:00:00.000Z") }),
      previous: second
    })
    assert.deepStrictEqual(
      third.history?.releases.map(({ number }) => number),
      [first.number, second.number]
    )
    const safety = third.history?.rows.find(({ issue }) => issue === "child-online-safety")
    assert.deepStrictEqual(safety?.releases, [0, page(second, "child-online-safety").initiatives.length])
    const line = lineOf(viewOf(third), page(third, "child-online-safety"))
    assert.isTrue(line?.overReleases)
    assert.deepStrictEqual(
      line?.points.map(({ raised }) => raised),
      [0, 8, 8]
    )
  })

  it("draws the line with a text that says its figures, and leads to the table", () => {
    const digest = buildDigest(withYear())
    const $ = load(renderHtml(digest))
    const line = $("#i-child-online-safety .spark")
    assert.match(line.attr("aria-label") ?? "", /^Share of the initiatives that published: .*now \d+ of \d+$/)
    assert.strictEqual($(".line a").first().attr("href"), `#p${digest.history?.par}`)
    assert.strictEqual($(".earlier tbody tr").length, digest.history?.rows.length)
  })

  it.each([
    [
      "fr",
      "Éditions et années antérieures",
      /^Part des initiatives ayant publié.: .*maintenant \(\d+ sur \d+\)$/
    ],
    ["ar", "الإصدارات والسنوات السابقة", /^النسبة من المبادرات التي نشرت: .*الآن \(\d+ من \d+\)$/],
    ["zh", "以往各期和各年", /^在已发表内容的倡议中所占比例：.*本期（.*\d+.*\d+.*）$/]
  ] as const)("says all of that in %s too, with the issues by their names there", (lang, title, figures) => {
    const digest = buildDigest(withYear())
    const $ = load(renderHtml(digest, { lang }))
    assert.strictEqual($("#change h3").first().text(), title)
    assert.match($("#i-child-online-safety .spark").attr("aria-label") ?? "", figures)
    const own = viewOf(digest, { lang }).pages.get(page(digest, "child-online-safety").id)?.label ?? ""
    assert.include($(".earlier").text(), own)
    assert.include(renderMarkdown(digest, { lang }), title)
  })

  it("lists what arrived after the freeze, and whether it is counted here", () => {
    const previous = buildDigest({ ...sampleInput(), previous: null })
    const later = buildDigest({
      ...sampleInput({ asOf: Timestamp.make("2026-03-01T00:00:00.000Z") }),
      previous
    })
    assert.deepStrictEqual(
      later.change?.arrived.map(({ initiativeId }) => String(initiativeId)),
      ["lakeland-igf"]
    )
    const html = load(renderHtml(later))
    assert.include(html("#summary").text(), "1 output of its window arrived after 2026-1 was frozen")
    assert.include(html("#change").text(), "counted here")
  })
})

describe("positions", () => {
  const input = sampleInput()
  const [cluster] = input.clusters
  const members = new Set(cluster?.members)
  const kindOf = (change: (own: Statement, index: number) => Statement["kind"]) => {
    let index = 0
    return buildDigest({
      ...input,
      statements: input.statements.map((own) =>
        members.has(own.id) ? Object.assign({}, own, { kind: change(own, index++) }) : own
      )
    })
  }

  it("counts who recommends what others record differences on, by cluster and kind", () => {
    const digest = kindOf((_own, index) => (index < 2 ? "divergence" : "recommendation"))
    const found = digest.issues.flatMap(({ positions }) => positions)
    assert.isAbove(found.length, 0)
    for (const { asking, differing, par, statement } of found) {
      assert.strictEqual(differing.length, 2)
      assert.strictEqual(asking.length, members.size - 2)
      assert.strictEqual(digest.statements.find(({ id }) => id === statement)?.par, par)
    }
    assert.include(renderHtml(digest), "2 initiatives record that views on it differed")
  })

  it("tells nothing where no statement does", () => {
    for (const kind of ["recommendation", "divergence"] as const) {
      assert.isTrue(kindOf(() => kind).issues.every(({ positions }) => positions.length === 0))
    }
    assert.isTrue(
      kindOf((_own, index) => (index === 0 ? "challenge" : "recommendation")).issues.every(
        ({ positions }) => positions.length === 0
      )
    )
  })
})

describe("comparing two releases", () => {
  const first = buildDigest(sampleInput())

  it("finds nothing between a release and itself", () => {
    const same = compareDigests(first, first)
    assert.isTrue(same.issues.every(({ status }) => status === "same"))
    assert.deepStrictEqual(same.statements, { new: [], gone: [], reworded: [], relabelled: [] })
    assert.include(comparisonText(same), "Nothing has changed.")
    assert.isNull(firstDifference(first, first))
  })

  it("tells other words in the same output from new and gone statements", () => {
    const input = sampleInput()
    const [changed, dropped] = input.statements.filter(({ kind }) => kind === "recommendation")
    if (changed === undefined || dropped === undefined) throw new Error("the sample has changed")
    const now = buildDigest({
      ...input,
      statements: input.statements
        .filter(({ id }) => id !== dropped.id)
        .map((own) =>
          own.id === changed.id
            ? Object.assign({}, own, { id: `s-${"f".repeat(16)}`, text: `${own.text} At once.` })
            : own
        )
    })
    const { statements } = compareDigests(first, now)
    assert.deepStrictEqual(
      statements.reworded.map(({ from }) => from.id),
      [changed.id]
    )
    assert.deepStrictEqual(
      statements.gone.map(({ id }) => id),
      [dropped.id]
    )
    assert.deepStrictEqual(statements.new, [])
  })

  it("shows issues up and down with the initiatives that make the difference, and relabelled statements", () => {
    const input = sampleInput()
    const moved = input.statements.find(({ issues }) => issues[0]?.id === "child-online-safety")
    if (moved === undefined) throw new Error("the sample has changed")
    const now = buildDigest({
      ...input,
      statements: input.statements.map((own) => (own.id === moved.id ? { ...own, issues: [] } : own))
    })
    const comparison = compareDigests(first, now)
    assert.deepStrictEqual(
      comparison.statements.relabelled.map(({ to }) => to.id),
      [moved.id]
    )
    for (const row of comparison.issues) {
      assert.strictEqual(row.from + row.joined.length - row.left.length, row.to)
    }
    assert.match(firstDifference(first, now) ?? "", /was frozen, .* is computed now\.$|computed now/)
  })

  it("says that windows without a common day make every statement new", () => {
    const before = buildDigest(earlierInput())
    const comparison = compareDigests(before, first)
    assert.isFalse(comparison.overlap)
    assert.strictEqual(comparison.statements.new.length, first.statements.length)
    assert.include(comparisonText(comparison), "no day in common")
    assert.deepStrictEqual(
      comparison.initiatives.absent.map(({ id }) => String(id)),
      ["isla-clara-igf"]
    )
  })
})
