/**
 * Makes the PDF and DOCX files in `files/`. They are kept in the repository, so this runs only when one changes:
 *
 * node test/ingest/extract/make-files.ts FONT.ttf…
 *
 * with fonts that cover Latin, Arabic and Chinese (Noto Serif regular and bold, Noto Sans Arabic, Noto Sans CJK).
 */
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import initialise, { TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler"
import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun
} from "docx"

const folder = join(import.meta.dirname, "files")
const require = createRequire(import.meta.url)

const columns = `
#set document(title: "Report of the Estuary IGF 2022", date: datetime(year: 2022, month: 9, day: 14))
#set page(width: 420pt, height: 595pt, margin: 50pt, header: [Estuary IGF 2022 – Report], footer: context align(center)[Page #counter(page).display() of 3])
#set text(font: "Noto Serif", size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true, spacing: 12pt)
#text(size: 22pt, weight: "bold")[Report of the Estuary IGF 2022]

Adopted in Port Mercy on 9 September 2022.

#text(size: 14pt, weight: "bold")[Executive summary]

#columns(2, gutter: 24pt)[
${Array.from({ length: 2 }, () => "The forum brought together representatives of government, business, universities and organisations of civil society, who discussed interconnection, responsibility of intermediaries, accessibility, affordability and international cooperation with considerable determination and notwithstanding longstanding disagreements concerning implementation.").join("\n\n")}

Marker of the left column ends here, and the right column follows it in order when the text is read as people read it, from the top of one to its foot.

#colbreak()
Marker of the right column begins here. Multistakeholder participation requires preparation, translation, remote facilitation and transparency, and the representatives of smaller communities repeatedly underlined that invitations without travel support remain decorative.

Recommendations concerning infrastructure were formulated cautiously, because responsibilities for maintenance, procurement and environmental assessment remain distributed among administrations with incompatible procedures and uncoordinated timetables.
]
#pagebreak()
#text(size: 14pt, weight: "bold")[Key messages]

+ Universities should be connected to the exchange point before the end of the year.#footnote[Agreed in the second session, with one reservation.]
+ The cost of repairs should be shared by all operators of the cable.
+ Young people should sit on the programme committee with a full vote.

*Best practices*

- A library that lends routers with prepaid data.
- A school where pupils repair telephones for the village.

#table(columns: 3, stroke: none, [Group], [2021], [2022], [Government], [41], [38], [Civil society], [77], [102], [Technical community], [35], [51])
#pagebreak()
#text(size: 14pt, weight: "bold")[Closing]

The chair thanked the interpreters and announced that the next meeting will be held in Saltmarsh.
`

const arabic = `
#set document(title: "doc1", date: datetime(year: 2022, month: 5, day: 4))
#set page(width: 420pt, height: 400pt, margin: 50pt)
#set text(font: "Noto Sans Arabic", size: 12pt, lang: "ar", dir: rtl)
#text(size: 20pt)[إعلان منتدى الواحة]

يدعو المنتدى إلى خفض تكلفة النفاذ إلى الإنترنت في المناطق الريفية وتوفير خدمات باللغة العربية لجميع المواطنين في البلدان المشاركة.

يوصي المنتدى بحماية البيانات الشخصية للأطفال.
`

const chinese = `
#set document(date: datetime(year: 2022, month: 5, day: 18))
#set page(width: 420pt, height: 400pt, margin: 50pt)
#set text(font: "Noto Sans CJK SC", size: 12pt, lang: "zh")
#text(size: 20pt)[青年共识文件]

会议呼吁各方共同保护未成年人的网络安全，并建议在学校开设数字素养课程，建立便捷的举报渠道，鼓励青年参与政策讨论，推动平台企业公开其推荐算法的基本原则。
`

const makePdfs = async (fonts: ReadonlyArray<string>): Promise<void> => {
  const wasm = require.resolve("@myriaddreamin/typst-ts-web-compiler/wasm")
  await initialise({ module_or_path: readFileSync(wasm) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(readFileSync(font))
  const compiler = await builder.build()
  for (const [name, source] of [
    ["columns", columns],
    ["arabic", arabic],
    ["chinese", chinese]
  ] as const) {
    compiler.add_source("/main.typ", source)
    const answer: unknown = compiler.compile("/main.typ", null, "pdf", 3)
    const bytes =
      answer instanceof Uint8Array
        ? answer
        : Object.values(Object(answer)).find((value) => value instanceof Uint8Array)
    if (!(bytes instanceof Uint8Array)) throw new Error(JSON.stringify(answer).slice(0, 2_000))
    writeFileSync(join(folder, `${name}.pdf`), bytes)
  }
}

const item = (text: string, level: number) =>
  new Paragraph({ text, numbering: { reference: "numbers", level } })
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

const makeDocx = async (): Promise<void> => {
  const document = new Document({
    title: "Communiqué of the Dune IGF",
    numbering: {
      config: [
        {
          reference: "numbers",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1." },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: "(%2)" }
          ]
        }
      ]
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "Communiqué of the Dune IGF", heading: HeadingLevel.TITLE }),
          new Paragraph({
            children: [
              new TextRun("Adopted on 17 May 2023 by the "),
              new TextRun({ text: "plenary", bold: true }),
              new TextRun(".")
            ]
          }),
          new Paragraph({ text: "Recommendations", heading: HeadingLevel.HEADING_1 }),
          item("Publish the price of the cheapest gigabyte every month.", 0),
          item("Connect the clinics:", 1),
          item("Keep the exchange point independent.", 0),
          new Table({
            rows: [
              new TableRow({ children: [cell("Group"), cell("People")] }),
              new TableRow({ children: [cell("Government"), cell("12")] }),
              new TableRow({ children: [cell("Civil society"), cell("40")] })
            ]
          })
        ]
      }
    ]
  })
  writeFileSync(join(folder, "communique.docx"), await Packer.toBuffer(document))
}

await makePdfs(process.argv.slice(2))
await makeDocx()
