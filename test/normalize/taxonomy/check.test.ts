import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { IssueId, LanguageTag, type Term } from "../../../src/domain/index.ts"
import { checkAmbiguity } from "../../../src/normalize/taxonomy/check/ambiguity.ts"
import { checkCompleteness } from "../../../src/normalize/taxonomy/check/completeness.ts"
import { checkTaxonomy } from "../../../src/normalize/taxonomy/check/index.ts"
import { checkVersion, isHigher } from "../../../src/normalize/taxonomy/check/version.ts"
import { unusedTerms } from "../../../src/normalize/taxonomy/check/usage.ts"
import {
  loadConceptsWithLines,
  type PlacedTerm,
  taxonomyFolder
} from "../../../src/normalize/taxonomy/load.ts"

const placed = (issue: string, term: string, line: number, more: Partial<Term> = {}): PlacedTerm => ({
  place: `terms/en.csv:${line}`,
  term: {
    issue: IssueId.make(issue),
    language: LanguageTag.make("en"),
    role: "alternative",
    strength: 3,
    term,
    needs: [],
    unless: [],
    ...more
  }
})

/** A copy of the taxonomy in use, changed by a careless hand. */
const copy = (change: (edit: (file: string, from: string, to: string) => void) => void) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const directory = mkdtempSync(join(tmpdir(), "tributary-taxonomy-"))
      cpSync(fileURLToPath(taxonomyFolder), directory, { recursive: true })
      change((file, from, to) => {
        const path = join(directory, file)
        const text = readFileSync(path, "utf8")
        assert.include(text, from)
        writeFileSync(path, text.replace(from, to))
      })
      return directory
    }),
    (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
  )

const findingsOf = (directory: string, record = false) =>
  checkTaxonomy({ folder: pathToFileURL(`${directory}/`), cycles: [], record, corpus: false })

const errorsOf = (directory: string) =>
  Effect.map(findingsOf(directory), ({ findings }) =>
    findings
      .filter(({ severity }) => severity === "error")
      .map(({ message, place }) => `${place}: ${message}`)
  )

describe("the check of the taxonomy", () => {
  it.effect("finds no error in the taxonomy in use", () =>
    Effect.gen(function* () {
      const { findings } = yield* checkTaxonomy({ folder: taxonomyFolder, cycles: [], record: false })
      assert.deepStrictEqual(
        findings.filter(({ severity }) => severity === "error"),
        []
      )
    })
  )

  it.effect("names file and line of a circle, of a related ancestor, of an unknown target", () =>
    Effect.gen(function* () {
      const directory = yield* copy((edit) => {
        edit(
          "concepts.yaml",
          "    related: [cybersecurity, consumer-protection]",
          "    broader: [encryption]\n    related: [cybersecurity, consumer-protection]"
        )
        edit(
          "concepts.yaml",
          "    related: [privacy-and-data-protection, surveillance]",
          "    broader: [cybercrime]\n    related: [privacy-and-data-protection, cybercrime]"
        )
        edit("concepts.yaml", '["Cybercrime", "Spam"]', '["Cybercrime", "Spam mail"]')
      })
      const lines = readFileSync(join(directory, "concepts.yaml"), "utf8").split("\n")
      const at = (text: string) => lines.findIndex((line) => line.includes(text)) + 1
      const errors = yield* errorsOf(directory)
      for (const expected of [
        `concepts.yaml:${at("broader: [encryption]")}: "broader" leads in a circle: cybercrime -> encryption -> cybercrime.`,
        `concepts.yaml:${at("related: [privacy-and-data-protection, cybercrime]")}: encryption and cybercrime are related and one is above the other`,
        `concepts.yaml:${at("Spam mail")}: cybercrime leads to "Spam mail", which the scheme digital-watch in schemes.csv lacks.`
      ]) {
        assert.isTrue(
          errors.some((error) => error.startsWith(expected)),
          `${expected}\n${errors.slice(0, 5).join("\n")}`
        )
      }
    })
  )

  it.effect("names the line of what does not fit in concepts.yaml, and says nothing more", () =>
    Effect.gen(function* () {
      const wrong = yield* copy((edit) => edit("concepts.yaml", "gdc: [5]", "gdc: [six]"))
      const lines = readFileSync(join(wrong, "concepts.yaml"), "utf8").split("\n")
      const [error = "", ...more] = yield* errorsOf(wrong)
      assert.deepStrictEqual(more, [])
      assert.isTrue(
        error.startsWith(`concepts.yaml:${lines.findIndex((line) => line.includes("[six]")) + 1}: `),
        error
      )
      const unknown = yield* copy((edit) =>
        edit("concepts.yaml", "related: [emerging-technologies, ", "related: [emerging-technology, ")
      )
      assert.match((yield* errorsOf(unknown))[0] ?? "", /^concepts\.yaml:\d+: .*"emerging-technology"/u)
      const broken = yield* copy((edit) => edit("concepts.yaml", "gdc: [5]", "gdc: [5"))
      assert.match((yield* errorsOf(broken))[0] ?? "", /^concepts\.yaml:\d+: /u)
    })
  )

  it.effect("goes on with the rest after a row that cannot be used", () =>
    Effect.gen(function* () {
      const directory = yield* copy((edit) => {
        edit("terms/sw.csv", "telecommunications-infrastructure,preferred,3,", "telecoms,preferred,3,")
        edit("definitions.csv", "encryption,", "encrypton,")
      })
      const errors = yield* errorsOf(directory)
      assert.match(errors.join("\n"), /^terms\/sw\.csv:2: no issue is called "telecoms"/mu)
      assert.match(errors.join("\n"), /^definitions\.csv:15: no issue is called "encrypton"/mu)
      assert.match(errors.join("\n"), /telecommunications-infrastructure has no label in "sw"/u)
    })
  )

  it.effect("records other contents under a higher version that the change log tells, and only then", () =>
    Effect.gen(function* () {
      const directory = yield* copy((edit) =>
        edit("definitions.csv", "Teaching and learning", "Learning and teaching")
      )
      const { version } = (yield* loadConceptsWithLines()).concepts
      const first = yield* findingsOf(directory, true)
      assert.isFalse(first.recorded)
      assert.match(
        first.findings.find(({ severity }) => severity === "error")?.message ?? "",
        /^The contents have changed since version/u
      )
      const concepts = join(directory, "concepts.yaml")
      writeFileSync(concepts, readFileSync(concepts, "utf8").replace(`version: ${version}`, "version: 9.0.0"))
      assert.match(
        (yield* errorsOf(directory)).join("\n"),
        /^CHANGELOG\.md:1: Version 9\.0\.0 has no heading/mu
      )
      writeFileSync(join(directory, "CHANGELOG.md"), "# Changes\n\n## 9.0.0\n\n- Other words.\n")
      assert.match((yield* errorsOf(directory)).join("\n"), /Version 9\.0\.0 is not recorded yet/u)
      assert.isTrue((yield* findingsOf(directory, true)).recorded)
      assert.deepStrictEqual(yield* errorsOf(directory), [])
    })
  )
})

describe("an ambiguous name", () => {
  const phone = [placed("digital-finance", "mobile wallet", 4), placed("taxation", "Mobile Wallets", 9)]

  it("is an error that names both rows, whatever case and ending", () => {
    const [finding, ...more] = checkAmbiguity(phone)
    assert.deepStrictEqual(more, [])
    assert.strictEqual(finding?.place, "terms/en.csv:4")
    assert.match(
      finding?.message ?? "",
      /^"mobile wallet" names digital-finance and taxation \(also terms\/en\.csv:9\)/u
    )
  })

  it("is none when a context rule tells them apart, or one is an indicator, or it is the same issue", () => {
    const [wallet] = phone
    if (wallet === undefined) return
    assert.deepStrictEqual(
      checkAmbiguity([wallet, placed("taxation", "mobile wallet", 9, { needs: ["levy"] })]),
      []
    )
    assert.deepStrictEqual(
      checkAmbiguity([wallet, placed("taxation", "mobile wallet", 9, { role: "indicator" })]),
      []
    )
    assert.deepStrictEqual(checkAmbiguity([wallet, placed("digital-finance", "mobile wallets", 9)]), [])
  })

  it("keeps an acronym apart from a word of the same letters", () => {
    assert.deepStrictEqual(
      checkAmbiguity([
        placed("cybersecurity", "CERT", 4, { role: "acronym" }),
        placed("technical-standards", "cert", 5)
      ]),
      []
    )
  })

  it("must have letters", () => {
    assert.match(checkAmbiguity([placed("encryption", "***", 7)])[0]?.message ?? "", /no letters/u)
  })
})

describe("completeness", () => {
  it.effect("counts different terms, and wants one label a language", () =>
    Effect.gen(function* () {
      const { concepts } = yield* loadConceptsWithLines()
      const rows = Array.from({ length: 40 }, (_, index) =>
        placed("encryption", `word ${index % 39}`, index + 2)
      )
      const own = checkCompleteness(concepts, rows)
        .filter(({ message }) => message.startsWith("encryption") && message.includes('"en"'))
        .map(({ message, place }) => `${place}: ${message}`)
      assert.deepStrictEqual(own, [
        'terms/en.csv:41: encryption has 39 of the 40 terms wanted in "en": add rows.',
        'terms/en.csv:41: encryption has no label in "en": add a row with the role preferred.'
      ])
    })
  )
})

describe("use in the corpus", () => {
  it("finds each row by itself, also those that match the same words", () => {
    const rows = [
      placed("encryption", "backdoor", 2),
      placed("surveillance", "backdoors", 3),
      placed("encryption", "key escrow", 4)
    ]
    assert.deepStrictEqual(
      unusedTerms("en", rows, ["Back doors are no answer.", "A backdoor for one is a backdoor for all."]).map(
        ({ place }) => place
      ),
      ["terms/en.csv:4"]
    )
  })
})

describe("versions", () => {
  it("are compared number by number", () => {
    assert.isTrue(isHigher("1.10.0", "1.9.3"))
    assert.isFalse(isHigher("1.2.3", "1.2.3"))
    assert.isFalse(isHigher("1.9.9", "2.0.0"))
  })

  it("do not fall", () => {
    const { findings } = checkVersion(
      { version: "1.0.0", changelog: "## 1.0.0\n", hash: "b", record: { version: "1.1.0", hash: "a" } },
      () => 3
    )
    assert.deepStrictEqual(
      findings.map(({ message, place }) => `${place}: ${message}`),
      ["concepts.yaml:3: Version 1.0.0 is not higher than 1.1.0, which was recorded last."]
    )
  })
})
