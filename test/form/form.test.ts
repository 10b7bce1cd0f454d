/** The reporting form: filled in by program in every format, it comes back the same. */
import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { Effect } from "effect"
import * as fc from "fast-check"
import {
  Attendance,
  digestLanguages,
  Figure,
  FormField,
  type DigestLanguage,
  type FormAnswers
} from "../../src/domain/index.ts"
import { noAnswers, renderTemplate, templateFormats } from "../../src/export/template/index.ts"
import { formWords } from "../../src/form/index.ts"
import { readFigure } from "../../src/form/figures.ts"
import { extractDocument } from "../../src/ingest/extract/index.ts"
import { examples } from "./answers.ts"
import { areas, filledForm } from "./fill.ts"

const read = (bytes: Uint8Array, fileName: string) =>
  extractDocument({ bytes, mediaType: null, charset: null, url: `upload:${fileName}`, fileName })

const formOf = (bytes: Uint8Array, format: string) =>
  Effect.map(read(bytes, `report.${format}`), ({ form }) => {
    if (form === undefined) throw new Error(`the ${format} form was not recognised`)
    return form
  })

describe("a form that is filled in", () => {
  for (const format of templateFormats) {
    for (const [language, answers] of examples) {
      it.effect(`comes back as it was written, ${format} in ${language}`, () =>
        Effect.gen(function* () {
          const form = yield* formOf(yield* filledForm(format, language, answers), format)
          assert.deepStrictEqual(form.answers, answers)
          assert.strictEqual(form.language, language)
          assert.strictEqual(form.recognisedBy, "marker")
        })
      )
    }

    it.effect(`is prefilled and read in every language, ${format}`, () =>
      Effect.gen(function* () {
        for (const language of digestLanguages) {
          const answers: FormAnswers = {
            ...(examples[0]?.[1] ?? noAnswers),
            fields: FormField.literals.map((field) => ({
              field,
              text: field === "attendance" ? formWords(language).attendance.online : `1 ${field}`
            }))
          }
          const form = yield* formOf(yield* renderTemplate(format, { language, areas, answers }), format)
          assert.deepStrictEqual(form.answers, answers, language)
          assert.strictEqual(form.attendance, "online")
        }
      })
    )

    it.effect(`says nothing while it is empty, ${format}`, () =>
      Effect.gen(function* () {
        for (const language of digestLanguages) {
          const document = yield* read(yield* renderTemplate(format, { language, areas }), `report.${format}`)
          assert.deepStrictEqual(document.form?.answers, noAnswers, language)
          assert.deepStrictEqual(
            document.blocks.map(({ text }) => text),
            [formWords(language).title]
          )
        }
      })
    )
  }

  const line = fc
    .tuple(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        "",
        " <b>&amp;</b>",
        " | a_b_ `c` [d](e)",
        " # 1. ",
        " www.x.example @y",
        " *",
        "؟ مرحبًا",
        "。中文"
      ),
      fc.constantFrom("word", "Слово", "كلمة", "词")
    )
    .map(([before, between, end]) =>
      `${before}${between} ${end}`
        .toWellFormed()
        .replace(/[\s\p{Cc}\p{Cf}\p{Cn}\p{Co}]+/gu, " ")
        .trim()
    )
  const optional = fc.option(line)
  const form = fc.record({
    fields: fc
      .subarray(FormField.literals.filter((field) => field !== "attendance"))
      .chain((fields) =>
        fc.tuple(...fields.map((field) => fc.record({ field: fc.constant(field), text: line })))
      ),
    highlights: fc.array(line, { maxLength: 5 }),
    messages: fc.array(fc.record({ issue: optional, text: line }), { maxLength: 8 }),
    cases: fc.array(
      fc
        .record({ name: optional, what: optional, result: optional })
        .filter(({ name, result, what }) => name !== null || what !== null || result !== null),
      { maxLength: 3 }
    ),
    views: fc.array(fc.record({ issue: optional, text: line }), { maxLength: 3 }),
    asks: fc.array(line, { maxLength: 3 }),
    notes: fc.constant([])
  })
  const anyForm = fc.tuple(fc.constantFrom(...digestLanguages), form)

  for (const format of templateFormats) {
    it(`comes back the same whatever is written, ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyForm, async ([language, answers]: readonly [DigestLanguage, FormAnswers]) => {
          const bytes = await Effect.runPromise(renderTemplate(format, { language, areas, answers }))
          const found = await Effect.runPromise(formOf(bytes, format))
          assert.deepStrictEqual(found.answers, answers)
        }),
        { numRuns: format === "docx" ? 6 : 100 }
      )
    }, 60_000)
  }
})

describe("a form on its way", () => {
  const [, answers = noAnswers] = examples[0] ?? []

  it.effect("is known by its headings when the marker is lost", () =>
    Effect.gen(function* () {
      for (const [language, own] of examples) {
        const docx = unzipSync(yield* filledForm("docx", language, own))
        const { "docProps/custom.xml": _, ...rest } = docx
        const form = yield* formOf(zipSync(rest), "docx")
        assert.strictEqual(form.recognisedBy, "headings")
        assert.deepStrictEqual(form.answers, own)
        const text = new TextDecoder().decode(yield* filledForm("md", language, own))
        const bare = yield* formOf(new TextEncoder().encode(text.replace(/<!--.*-->/u, "")), "md")
        assert.strictEqual(bare.recognisedBy, "headings")
        assert.deepStrictEqual(bare.answers, own)
      }
    })
  )

  it.effect("may be sent as plain text, with rows added and lines below the labels", () =>
    Effect.gen(function* () {
      const text = new TextDecoder()
        .decode(yield* renderTemplate("md", { language: "en", areas }))
        .replace("- **Name of the initiative:**", "- **Name of the initiative:**\n\n  Norvia IGF\n")
        .replace("1.\n2.\n", "1. First point of ours.\n2. Second point,\n   on two lines.\n")
        .replace(
          "### 1\n\n- **Issue:**\n- **Message:**",
          "### Community networks\n\n- They need a licence.\n- They need masts."
        )
      const form = yield* formOf(new TextEncoder().encode(text), "txt")
      assert.strictEqual(form.answers.fields[0]?.text, "Norvia IGF")
      assert.deepStrictEqual(form.answers.highlights, ["First point of ours.", "Second point, on two lines."])
      assert.deepStrictEqual(form.answers.messages, [
        { issue: "Community networks", text: "They need a licence." },
        { issue: "Community networks", text: "They need masts." }
      ])
    })
  )

  it.effect("parts several messages that stand in one cell, and keeps what stands beside the questions", () =>
    Effect.gen(function* () {
      const files = unzipSync(
        yield* filledForm("docx", "en", { ...noAnswers, messages: [{ issue: "Access", text: "One thing." }] })
      )
      const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array())
        .replace(
          "One thing.</w:t></w:r></w:p>",
          "One thing.</w:t></w:r></w:p><w:p><w:r><w:t>Another.</w:t></w:r></w:p>"
        )
        .replace(
          /(<w:sectPr>)/u,
          "<w:p><w:r><w:t>We thank the hall keepers of Halvarsted warmly.</w:t></w:r></w:p>$1"
        )
      const form = yield* formOf(zipSync({ ...files, "word/document.xml": strToU8(xml) }), "docx")
      assert.deepStrictEqual(form.answers.messages, [
        { issue: "Access", text: "One thing." },
        { issue: "Access", text: "Another." }
      ])
      assert.deepStrictEqual(form.answers.notes, ["We thank the hall keepers of Halvarsted warmly."])
    })
  )

  it.effect.skipIf(!existsSync("/usr/bin/soffice"))(
    "survives LibreOffice",
    () =>
      Effect.promise(async () => {
        const folder = await mkdtemp(join(tmpdir(), "tributary-form-"))
        try {
          for (const [language, own] of examples) {
            const name = `form-${language}.docx`
            await writeFile(join(folder, name), await Effect.runPromise(filledForm("docx", language, own)))
          }
          await promisify(execFile)(
            "/usr/bin/soffice",
            [
              `-env:UserInstallation=file://${folder}/profile`,
              "--headless",
              "--convert-to",
              "docx:MS Word 2007 XML",
              "--outdir",
              join(folder, "out"),
              ...examples.map(([language]) => join(folder, `form-${language}.docx`))
            ],
            { timeout: 120_000 }
          )
          for (const [language, own] of examples) {
            const form = await Effect.runPromise(
              formOf(await readFile(join(folder, "out", `form-${language}.docx`)), "docx")
            )
            assert.deepStrictEqual(form.answers, own, language)
            assert.strictEqual(form.recognisedBy, "marker")
          }
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }),
    150_000
  )

  it.effect("leaves other documents alone", () =>
    Effect.gen(function* () {
      const page = `<html><body><h1>Report</h1><h2>Main points</h2><p>${"We met. ".repeat(40)}</p><h2>Contact</h2><p>Ada</p></body></html>`
      const { form } = yield* read(new TextEncoder().encode(page), "report.html")
      assert.isUndefined(form)
    })
  )

  it.effect("says kindly what is missing, and nothing of what nobody needs", () =>
    Effect.gen(function* () {
      const half = { ...noAnswers, highlights: answers.highlights }
      const document = yield* read(yield* filledForm("html", "fr", half), "report.html")
      assert.deepStrictEqual(document.form?.missing, [
        "name",
        "edition",
        "firstDay",
        "reportDate",
        "total",
        "remote",
        "youth",
        "women",
        "messages"
      ])
      assert.deepStrictEqual(document.warnings, [
        "Thank you for your report. If you can, please add: Name of the initiative, Edition or year, First day, Date of this report, Participants in all, Remote participants, Young people, Women and Messages by issue. Nothing of this is compulsory; what you have written has been taken in."
      ])
    })
  )

  it.effect("keeps the contact out of its blocks", () =>
    Effect.gen(function* () {
      const document = yield* read(yield* filledForm("md", "en", answers), "report.md")
      assert.notInclude(JSON.stringify(document.blocks), "Ada Strand")
      assert.strictEqual(document.title, "Norvia IGF, 12th edition, 2025")
      assert.strictEqual(document.publishedAt, "2025-11-20")
      assert.deepStrictEqual(
        [document.form?.eventStart, document.form?.eventEnd, document.form?.attendance],
        ["2025-11-04", "2025-11-05", "hybrid"]
      )
    })
  )
})

describe("figures as people write them", () => {
  const cases: ReadonlyArray<readonly [string, number | null, number | null]> = [
    ["120", 120, null],
    ["1,240", 1240, null],
    ["1 240", 1240, null],
    ["1.240", 1240, null],
    ["٣٤٠", 340, null],
    ["about 120", 120, null],
    ["35 %", null, 35],
    ["٤٥٪", null, 45],
    ["12.5%", null, 12.5],
    ["120 (35 %)", 120, 35],
    ["0", 0, null],
    ["18-35: 40", null, null],
    ["between 20 and 30", null, null],
    ["many", null, null],
    ["140 %", null, null]
  ]
  for (const [text, count, percent] of cases) {
    it(`reads ${text}`, () => assert.deepStrictEqual(readFigure(text), { count, percent }))
  }
})

describe("the words of the form", () => {
  it("tell the parts of the form apart in every language", () => {
    for (const language of digestLanguages) {
      const words = formWords(language)
      const sections = Object.values<string>(words.sections)
      const fields = Object.values<string>(words.fields)
      assert.strictEqual(new Set([...sections, words.issueNames]).size, sections.length + 1, language)
      assert.strictEqual(new Set(fields).size, fields.length, language)
      assert.strictEqual(new Set(Attendance.literals.map((one) => words.attendance[one])).size, 3, language)
      assert.isAbove(Figure.literals.length, 10)
      for (const label of fields) assert.notMatch(label, /[:：]/u, label)
    }
  })
})
