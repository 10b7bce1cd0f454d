/** The cycles of the IGF as data. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { loadConcepts } from "../../src/normalize/taxonomy/load.ts"
import { findMeeting, readCycles } from "../../src/export/index.ts"

const file = readFileSync(new URL("../../registry/cycles.yaml", import.meta.url), "utf8")

describe("cycles", () => {
  it.effect("are valid, with the official mapping of 2025 and a 2026 without invented sub-themes", () =>
    Effect.gen(function* () {
      const cycles = yield* readCycles(file)
      const year = (wanted: number) => cycles.find((cycle) => cycle.year === wanted)
      const official = year(2025)?.subThemes.map(({ gdc, sdg, title, wsis }) => ({ title, gdc, wsis, sdg }))
      assert.deepStrictEqual(official, [
        {
          title: "Digital Trust and Resilience",
          gdc: [3, 4, 5],
          wsis: ["C5", "C9", "C10"],
          sdg: [9, 12, 16, 17]
        },
        {
          title: "Sustainable and Responsible Innovation",
          gdc: [1, 2, 4, 5],
          wsis: ["C1", "C6", "C7", "C10", "C11"],
          sdg: [7, 8, 9, 13, 14, 15, 16, 17]
        },
        {
          title: "Universal Access and Digital Rights",
          gdc: [1, 2, 3, 4],
          wsis: ["C2", "C3", "C4", "C7", "C8", "C10"],
          sdg: undefined
        },
        { title: "Digital Cooperation", gdc: undefined, wsis: undefined, sdg: undefined }
      ])
      assert.isNull(year(2026)?.theme)
      assert.deepStrictEqual(year(2026)?.subThemes, [])
    })
  )

  it.effect("name under each official sub-theme issues that serve its own objectives and goals", () =>
    Effect.gen(function* () {
      const { issues } = yield* loadConcepts()
      const crosswalks = new Map(issues.map(({ crosswalk, id }) => [id, crosswalk]))
      for (const { subThemes } of yield* readCycles(file)) {
        for (const { gdc, issues: under, sdg, title } of subThemes) {
          for (const id of under) {
            const own = crosswalks.get(id)
            assert.isDefined(own, id)
            if (gdc !== undefined)
              assert.isTrue(
                own?.gdc.some((one) => gdc.includes(one)),
                `${title}: ${id}`
              )
            if (sdg !== undefined)
              assert.isTrue(
                own?.sdg.some((one) => sdg.includes(one)),
                `${title}: ${id}`
              )
          }
        }
      }
    })
  )

  it.effect("find a meeting by its id, and name the known ones for an unknown id", () =>
    Effect.gen(function* () {
      const cycles = yield* readCycles(file)
      const { meeting } = yield* findMeeting(cycles, "2026-first-consultations")
      assert.deepStrictEqual({ ...meeting.window }, { from: meeting.window.from, to: meeting.window.to })
      assert.strictEqual(
        `${meeting.start} ${meeting.window.from} ${meeting.window.to}`,
        "2026-02-05 2025-07-01 2026-01-20"
      )
      const error = yield* Effect.flip(findMeeting(cycles, "2031-first"))
      assert.match(
        error.message,
        /"2031-first".*Known are: 2025-first-consultations, 2026-first-consultations/
      )
    })
  )

  it.effect("fail with a sentence where the file is broken", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(readCycles("- year: soon\n"))
      assert.match(error.message, /^The cycles do not fit their schema/)
      const broken = yield* Effect.flip(readCycles("[ {"))
      assert.match(broken.message, /^The cycles are not valid YAML/)
    })
  )
})
