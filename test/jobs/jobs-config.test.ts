import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { loadJobsConfig, readJobsConfig } from "../../src/jobs/config.ts"
import { temporaryDirectory } from "../store/example.ts"

const times = (text: string) =>
  Effect.map(readJobsConfig(text, "jobs.yaml"), ({ jobs }) =>
    Object.fromEntries(jobs.map(({ expression, job }) => [job.name, expression]))
  )

/** The sentence with which a configuration is refused. */
const refused = (text: string) =>
  Effect.map(Effect.flip(readJobsConfig(text, "jobs.yaml")), ({ message }) => message)

describe("jobs.yaml", () => {
  it.effect("sets times, turns jobs off, and leaves the others as they are", () =>
    Effect.gen(function* () {
      const text = `timeZone: Europe/Zurich\njobs:\n  import: "5 * * * *"\n  archive-verify: off\n`
      const { "archive-verify": verify, freeze, import: own } = yield* times(text)
      assert.deepStrictEqual([own, verify, freeze], ["5 * * * *", null, "30 5 * * *"])
      assert.strictEqual((yield* readJobsConfig(text, "jobs.yaml")).timeZone, "Europe/Zurich")
    })
  )

  it.effect("lets go by its rules alone: what was received stays unless a rule names it", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* readJobsConfig("", "jobs.yaml")).retention, {
        visits: null,
        listings: null,
        messages: 400,
        alarms: 1100,
        history: 1100
      })
      const { retention } = yield* readJobsConfig("retention: { visits: 400, alarms: off }\n", "jobs.yaml")
      assert.deepInclude(retention, { visits: 400, alarms: null, messages: 400 })
    })
  )

  it.effect("may be empty, or not there at all", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      assert.strictEqual((yield* times(""))["import"], "17 * * * *")
      const found = yield* loadJobsConfig(directory, null)
      assert.strictEqual(
        found.jobs.every(({ expression, job }) => expression === job.expression),
        true
      )
      mkdirSync(directory, { recursive: true })
      writeFileSync(join(directory, "jobs.yaml"), "jobs: { import: off }\n")
      const [first] = (yield* loadJobsConfig(directory, null)).jobs
      assert.isNull(first?.expression)
    })
  )

  it.effect("is refused with line and remedy where it is wrong", () =>
    Effect.gen(function* () {
      const wrong: ReadonlyArray<readonly [string, RegExp]> = [
        [
          `jobs:\n  import: "every day"\n`,
          /^jobs\.yaml, line 2: "every day" is no schedule .*"0 6 \* \* \*"/
        ],
        [
          `# zone\ntimeZone: Europe/Nowhere\n`,
          /^jobs\.yaml, line 2: There is no time zone "Europe\/Nowhere"/
        ],
        [
          `jobs:\n  freeze: off\n  backups: off\n`,
          /^jobs\.yaml, line 3: There is no job "backups": there are import,/
        ],
        [`jobs:\n  import: 5\n`, /^jobs\.yaml, line 2: Give import times in quotes/],
        [
          `retention:\n  messages: 400\n  letters: 30\n`,
          /^jobs\.yaml, line 3: There is no rule "letters": there are visits, listings,/
        ],
        [`retention:\n  visits: 7\n`, /^jobs\.yaml, line 2: visits is a number of days, 30 at least, or off/],
        [`retention: [30]\n`, /^jobs\.yaml, line 1: Give rules with their days/],
        [`zone: UTC\n`, /^jobs\.yaml, line 1: "zone" is no setting: there are timeZone,/],
        [`freezeDaysBefore: 0\n`, /^jobs\.yaml, line 1: freezeDaysBefore is a number of days from 1 to 30/],
        [`jobs: [import]\n`, /^jobs\.yaml, line 1: Give jobs with their times/],
        [`- import\n`, /^jobs\.yaml, line 1: Give names and values/],
        [`jobs:\n  import: "5 * * * *\n`, /^jobs\.yaml, line \d: .* It must be YAML/]
      ]
      for (const [text, sentence] of wrong) assert.match(yield* refused(text), sentence)
      const missing = yield* Effect.flip(loadJobsConfig("/nowhere", "/nowhere/jobs.yaml"))
      assert.match(missing.message, /^The configuration \/nowhere\/jobs\.yaml cannot be read/)
    })
  )
})
