import { deflateRawSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { file, rawPdf, read } from "./reading.ts"

const outline = (document: {
  readonly blocks: ReadonlyArray<{ readonly kind: string; readonly text: string }>
}) => document.blocks.map(({ kind, text }) => `${kind}: ${text}`)

/** One stored or deflated entry with sizes as told, so that a directory can lie. */
const zip = (name: string, content: Buffer, claimed = content.length): Uint8Array => {
  const data = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end])
}

describe("PDF", () => {
  it.effect("reads columns in order, mends hyphens, and leaves running heads and page numbers out", () =>
    Effect.gen(function* () {
      const document = yield* read(file("columns.pdf"), { url: null })
      const lines = outline(document)
      assert.strictEqual(document.title, "Report of the Estuary IGF 2022")
      assert.deepStrictEqual([document.publishedAt, document.publishedFrom], ["2022-09-09", "text"])
      assert.include(lines[3] ?? "", "universities and organisations of civil society")
      assert.include(
        lines.join("\n"),
        "the right column follows it in order when the text is read as people read it"
      )
      assert.notMatch(lines.join("\n"), /Estuary IGF 2022 – Report|Page \d/)
      assert.deepStrictEqual(
        document.blocks.filter((block) => block.kind === "heading").map((block) => [block.level, block.text]),
        [
          [1, "Report of the Estuary IGF 2022"],
          [2, "Executive summary"],
          [2, "Key messages"],
          [3, "Best practices"],
          [2, "Closing"]
        ]
      )
    })
  )

  it.effect("gives lists their labels, tables their cells, footnotes the last place, and pages to all", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(file("columns.pdf"))
      assert.deepStrictEqual(
        blocks.filter((block) => block.kind === "list-item").map((block) => block.label),
        ["1", "2", "3", undefined, undefined]
      )
      assert.strictEqual(
        blocks.find((block) => block.kind === "table")?.text,
        "Group\t2021\t2022\nGovernment\t41\t38\nCivil society\t77\t102\nTechnical community\t35\t51"
      )
      assert.include(blocks.at(-1)?.text ?? "", "with one reservation")
      assert.isTrue(blocks.every((block) => block.page !== undefined))
    })
  )

  it.effect("joins Chinese lines without spaces and finds the title by its size", () =>
    Effect.gen(function* () {
      const document = yield* read(file("chinese.pdf"), { url: null })
      assert.deepStrictEqual([document.title, document.language], ["青年共识文件", "zh"])
      assert.include(document.blocks[1]?.text ?? "", "鼓励青年参与政策讨论，推动平台企业公开")
    })
  )

  it.effect("reads Arabic lines from the right and says so when ligatures are in doubt", () =>
    Effect.gen(function* () {
      const document = yield* read(file("arabic.pdf"), { url: null })
      assert.include(
        document.blocks[1]?.text ?? "",
        "يدعو المنتدى إلى خفض تكلفة النفاذ إلى الإنترنت في المناطق الريفية"
      )
      assert.notStrictEqual(document.title, "doc1")
      assert.match(document.warnings.join(" "), /compare with the original/)
    })
  )

  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << >> >>"
  const drawing = "<< /Length 22 >>\nstream\n0 0 200 200 re f\nendstream"
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page,
    drawing
  ]

  it.effect("tells a scan (needs OCR), a password, a torn file and a mere header apart", () =>
    Effect.gen(function* () {
      const locked = rawPdf(
        [
          ...objects,
          `<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >>`
        ],
        `/Encrypt 5 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`
      )
      const whole = file("columns.pdf")
      const errors = yield* Effect.forEach(
        [rawPdf(objects), locked, whole.subarray(0, whole.length / 2), Buffer.from("%PDF-1.7\nnothing")],
        (bytes) => Effect.flip(read(bytes))
      )
      assert.deepStrictEqual(
        errors.map((error) => error.reason),
        ["needs-ocr", "password", "broken", "broken"]
      )
      assert.match(errors[0]?.message ?? "", /needs OCR/)
      assert.match(errors[1]?.message ?? "", /password/)
    })
  )
})

describe("DOCX", () => {
  it.effect("reads title, headings, numbered lists and tables", () =>
    Effect.gen(function* () {
      const document = yield* read(file("communique.docx"), { mediaType: "application/zip" })
      assert.strictEqual(document.title, "Communiqué of the Dune IGF")
      assert.deepStrictEqual([document.publishedAt, document.publishedFrom], ["2023-05-17", "text"])
      assert.deepStrictEqual(outline(document), [
        "paragraph: Adopted on 17 May 2023 by the plenary.",
        "heading: Recommendations",
        "list-item: Publish the price of the cheapest gigabyte every month.",
        "list-item: Connect the clinics:",
        "list-item: Keep the exchange point independent.",
        "table: Group\tPeople\nGovernment\t12\nCivil society\t40"
      ])
    })
  )

  it.effect("refuses bombs before they are unpacked, also when the directory lies about sizes", () =>
    Effect.gen(function* () {
      const bomb = Buffer.alloc(160_000_000)
      const honest = yield* Effect.flip(read(zip("word/document.xml", bomb)))
      const lying = yield* Effect.flip(read(zip("word/document.xml", bomb, 1_000)))
      const torn = yield* Effect.flip(read(file("communique.docx").subarray(0, 4_000)))
      assert.deepStrictEqual([honest.reason, lying.reason], ["too-large", "too-large"])
      assert.include(["broken", "not-a-document"], torn.reason)
    })
  )
})

describe("what is no document", () => {
  it.effect("says what the file is and what to do", () =>
    Effect.gen(function* () {
      const cases: ReadonlyArray<readonly [Uint8Array, string]> = [
        [new Uint8Array(), "empty"],
        [Buffer.from(" \n\u{0}\n "), "empty"],
        [
          Buffer.from(
            "\u{89}PNG\r\n\u{1a}\n\u{0}\u{0}\u{0}\rIHDR\u{0}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{1}\u{8}\u{6}",
            "latin1"
          ),
          "not-a-document"
        ],
        [zip("photos/one.txt", Buffer.from("hello")), "not-a-document"],
        [Buffer.from("\u{d0}\u{cf}\u{11}\u{e0}\u{a1}\u{b1}\u{1a}\u{e1}", "latin1"), "not-a-document"],
        [Buffer.from("{\\rtf1 hello}"), "not-a-document"],
        [Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), "broken"]
      ]
      for (const [bytes, reason] of cases) {
        const error = yield* Effect.flip(read(bytes))
        assert.strictEqual(error.reason, reason)
        assert.match(error.message, /^[A-Z][^\n]+\.$/)
      }
    })
  )
})
