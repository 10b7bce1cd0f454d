/** CSV and workbook: what stands in them, what hostile texts do, and what other programs read. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect, Schema } from "effect"
import * as fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { tableWords } from "../../../src/export/catalogue/columns/index.ts"
import { buildDigest, digestLanguages, renderCsv, renderXlsx } from "../../../src/export/index.ts"
import { columnName } from "../../../src/export/xlsx/rows.ts"
import { cellText } from "../../../src/export/xlsx/text.ts"
import { statementsTable } from "../../../src/export/table/statements.ts"
import type { CellValue } from "../../../src/export/table/column.ts"
import { viewOf } from "../../../src/export/view.ts"
import { sampleInput } from "../sample.ts"
import { evilTexts, hostile, libreOffice, withRelease } from "./hostile.ts"

const sample = withRelease()

const Rows = Schema.Array(Schema.Array(Schema.String))
const rowsOf = (text: string) => Schema.decodeUnknownSync(Rows)(parse(text, { bom: true }))

/** A table with its columns by name. */
const read = (text: string) => {
  const [heads = [], ...rows] = rowsOf(text)
  const at = (name: string) => {
    const index = heads.indexOf(name)
    assert.isAtLeast(index, 0, name)
    return index
  }
  return { heads, rows, column: (name: string) => rows.map((row) => row[at(name)] ?? "") }
}

const tables = (digest = sample, lang: (typeof digestLanguages)[number] = "en") =>
  new Map([...renderCsv(digest, { lang })].map(([name, text]) => [name, text()]))

const formula = /^[=+\-@\t\r＝＋－＠]/

/** Texts of a workbook's table of strings. */
const strings = (xml: string): ReadonlyArray<string> =>
  [...xml.matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(([, own = ""]) =>
    own.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
  )

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

describe("CSV", () => {
  it("has one row a statement, in the order of the digest, with its source and its links", () => {
    const { column, rows } = read(tables().get("statements.csv") ?? "")
    assert.lengthOf(rows, sample.statements.length)
    assert.deepStrictEqual(
      column("text"),
      sample.statements.map(({ text }) => text)
    )
    assert.deepStrictEqual(
      column("paragraph"),
      sample.statements.map(({ par }) => String(par))
    )
    assert.isTrue(column("published").every((date) => /^\d{4}-\d\d-\d\d$/.test(date)))
    assert.isTrue(column("capture_sha256").some((hash) => /^[0-9a-f]{64}$/.test(hash)))
    assert.isTrue(column("passage_url").some((url) => url.includes("#:~:text=")))
    assert.includeMembers([...new Set(column("is_new"))], ["true", "false"])
  })

  it("tells who published and did not raise an issue (0) from who was not heard (nothing)", () => {
    const { column, rows } = read(tables().get("matrix.csv") ?? "")
    const status = column("status")
    const statements = column("statements")
    assert.lengthOf(rows, sample.issues.length * sample.initiatives.length)
    for (const [index, own] of status.entries()) {
      assert.match(statements[index] ?? "?", own === "published" ? /^\d+$/ : /^$/)
    }
    assert.include(statements, "0")
  })

  it("is UTF-8 with a byte order mark, and ends its lines as RFC 4180 says", () => {
    for (const [name, text] of tables()) {
      assert.isTrue(text.startsWith("\ufeff"), name)
      assert.isTrue(text.endsWith("\r\n"), name)
    }
  })

  it("never gives a spreadsheet a formula, and loses no letter of a text", () => {
    const digest = hostile()
    for (const [name, text] of tables(digest)) {
      if (!name.endsWith(".csv")) continue
      for (const value of rowsOf(text).flat()) assert.notMatch(value, formula, name)
    }
    const texts = read(tables(digest).get("statements.csv") ?? "").column("text")
    for (const [index, own] of texts.entries()) {
      const expected = (digest.statements[index]?.text ?? "").toWellFormed().replace(/[\u0000-\u0008]/g, "")
      assert.strictEqual(formula.test(expected) ? own.slice(1) : own, expected)
    }
  })

  it("is headed by stable names in English, and by words that differ from each other in every language", () => {
    for (const lang of digestLanguages) {
      for (const [name, text] of tables(sample, lang)) {
        if (!name.endsWith(".csv")) continue
        const { heads } = read(text)
        assert.strictEqual(new Set(heads).size, heads.length, `${lang} ${name}: ${heads.join(", ")}`)
        if (lang === "en") for (const head of heads) assert.match(head, /^[a-z][a-z0-9_]*$/)
        assert.isTrue(heads.every((head) => head !== "" && !head.includes("{")))
      }
    }
  })

  it("documents every column in docs/data-dictionary.md as in its own dictionary", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/data-dictionary.md"), "utf8")
    const lines = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()))
    for (const [, column = "", heading = "", meaning = ""] of read(tables().get("data-dictionary.csv") ?? "")
      .rows) {
      assert.isTrue(
        lines.some((own) => own[1] === `\`${column}\`` && own[2] === heading && own[3] === meaning),
        column
      )
    }
    for (const [name, text] of tables()) {
      if (name.endsWith(".csv") && name !== "data-dictionary.csv") {
        for (const head of read(text).heads) assert.include(page, `\`${head}\``)
      }
    }
  })

  it("says beside the tables what they cover and what they are not", () => {
    const about = tables().get("about.txt") ?? ""
    assert.include(about, "Tributary digest 2026-1")
    assert.include(about, "not a survey")
  })
})

describe("XLSX", () => {
  it("has sheets whose names a workbook allows, in every language", () => {
    for (const lang of digestLanguages) {
      const names = Object.values(tableWords[lang].sheets)
      assert.strictEqual(new Set(names).size, names.length)
      for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/u)
    }
  })

  it.effect(
    "holds every text as a typed string: no formula, no letter lost but beyond what a cell holds",
    () =>
      Effect.gen(function* () {
        const digest = hostile()
        const bytes = yield* renderXlsx(digest)
        const sheets = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith("xl/worksheets/sheet"))
        assert.lengthOf(sheets, 6)
        for (const name of sheets) assert.notMatch(part(bytes, name), /<f>|<f /)
        const held = new Set(strings(part(bytes, "xl/sharedStrings.xml")))
        for (const { text } of digest.statements) {
          assert.isTrue(held.has(cellText(text)), text.slice(0, 40))
        }
        for (const own of held) assert.isAtMost(own.length, 32_767)
        for (const own of sheets) assert.notMatch(part(bytes, own), /native code|\[object/)
      })
  )

  it.effect("holds in its rows what the table holds: numbers, truth values, dates and texts as such", () =>
    Effect.gen(function* () {
      const bytes = yield* renderXlsx(sample)
      const texts = strings(part(bytes, "xl/sharedStrings.xml"))
      const sheet = part(bytes, "xl/worksheets/sheet1.xml")
      const table = statementsTable(viewOf(sample), "words")
      const dated = table.columns.findIndex(({ type }) => type === "date")
      const rows = [...sheet.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)].map(([, number, row = ""]) => {
        const cells = table.columns.map((): CellValue => null)
        for (const [, name, attributes = "", value] of row.matchAll(
          /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v>/g
        )) {
          const at = table.columns.findIndex((_, index) => columnName(index + 1) === name)
          cells[at] = attributes.includes('t="s"')
            ? (texts[Number(value)] ?? null)
            : attributes.includes('t="b"')
              ? value === "1"
              : at === dated
                ? new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10)
                : Number(value)
        }
        return { number: Number(number), cells }
      })
      assert.deepStrictEqual(
        rows.map(({ number }) => number),
        Array.from({ length: table.rows.length + 1 }, (_, index) => index + 1)
      )
      assert.deepStrictEqual(
        rows.slice(1).map(({ cells }) => cells),
        table.rows.map((row) => [...row])
      )
    })
  )

  it.effect("keeps its heads in sight, its filter, its widths and the look of its dates", () =>
    Effect.gen(function* () {
      const bytes = yield* renderXlsx(sample)
      const sheet = part(bytes, "xl/worksheets/sheet1.xml")
      const { columns, rows } = statementsTable(viewOf(sample), "words")
      assert.include(sheet, `<autoFilter ref="A1:${columnName(columns.length)}${rows.length + 1}"/>`)
      assert.match(sheet, /<pane ySplit="1" xSplit="3"[^>]*state="frozen"/)
      assert.lengthOf(sheet.match(/<col min=/g) ?? [], columns.length)
      const style = Number(/<c r="G2" s="(\d+)"/.exec(sheet)?.[1])
      const forms = part(bytes, "xl/styles.xml")
      const date = /numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(forms)?.[1] ?? ""
      assert.include(forms.split("<xf ")[style + 1] ?? "", `numFmtId="${date}"`)
    })
  )

  it.effect("gives the same bytes again, without the time of day", () =>
    Effect.gen(function* () {
      const first = yield* renderXlsx(sample)
      // 1 January 1980, midnight, in the fields of the first part (ZIP File Format Specification, 4.3.7).
      assert.strictEqual(Buffer.from(first).readUInt32LE(10), 0x0021_0000)
      const again = yield* renderXlsx(structuredClone(sample))
      assert.isTrue(Buffer.from(first).equals(Buffer.from(again)))
    })
  )

  it("keeps any text within what a cell may hold and what XML allows", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(300), (text, times) => {
        const own = cellText(text.repeat(times))
        assert.isAtMost(own.length, 32_767)
        assert.isTrue(own.isWellFormed())
        assert.notMatch(own, /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/)
      }),
      { numRuns: 200 }
    )
  })

  it("names columns as spreadsheets do", () => {
    assert.deepStrictEqual([1, 26, 27, 52, 702, 703].map(columnName), ["A", "Z", "AA", "AZ", "ZZ", "AAA"])
  })

  it.effect("is whole without any statement, and right to left in Arabic", () =>
    Effect.gen(function* () {
      const empty = buildDigest({ ...sampleInput(), statements: [], clusters: [], outputs: [] })
      const bytes = yield* renderXlsx(empty, { lang: "ar" })
      assert.include(part(bytes, "xl/worksheets/sheet1.xml"), 'rightToLeft="1"')
    })
  )

  it.effect(
    "opens in LibreOffice, as CSV does, and comes back with the same texts",
    () =>
      Effect.gen(function* () {
        const digest = hostile(
          evilTexts.filter((text) => text.length < 20_000 && !/[\u0007\u0000\r]/.test(text))
        )
        // Comma, quotation marks, UTF-8, from line 1, as shown, every sheet.
        const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        const made = yield* libreOffice("digest.xlsx", yield* renderXlsx(digest), filter)
        if (made === null) return
        const statements = made.get("digest-Statements.csv") ?? ""
        const { column } = read(statements)
        for (const [index, text] of column("Text").entries()) {
          const own = digest.statements[index]?.text ?? ""
          assert.strictEqual(text, own)
        }
        assert.deepStrictEqual(
          column("Published"),
          digest.statements.flatMap(
            (own) => digest.outputs.find(({ id }) => id === own.places[0].outputId)?.publishedAt ?? []
          )
        )
        assert.isTrue(made.has("digest-Matrix.csv") && made.has("digest-Data dictionary.csv"))
      }),
    180_000
  )
})
