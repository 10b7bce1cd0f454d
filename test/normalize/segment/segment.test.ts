import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import type { Block } from "../../../src/domain/index.ts"
import { attributionOf, kindCues } from "../../../src/normalize/segment/cues.ts"
import { caseNameOf } from "../../../src/normalize/segment/case-name.ts"
import { type Segment, segment } from "../../../src/normalize/segment/segment.ts"
import { sentenceSpans } from "../../../src/normalize/segment/sentences.ts"
import { joint } from "../../../src/normalize/segment/units.ts"
import { blocksOf, fixtureDocuments } from "../fixture-documents.ts"
import { processorTime } from "../../processor-time.ts"

const cut = (markdown: string, language: string) => segment({ blocks: blocksOf(markdown) }, { language })
const withRole = (segments: ReadonlyArray<Segment>, role: Segment["role"]) =>
  segments.filter((passage) => passage.role === role).map((passage) => passage.text)
const sentences = (text: string, language: string) =>
  sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end))

/** The text of the blocks that a segment spans, joined as over a page break. */
const sourceOf = (blocks: ReadonlyArray<Block>, passage: Segment): string =>
  passage.blocks.reduce((text, index) => {
    const next = blocks[index]?.text.trim() ?? ""
    return text === "" ? next : text + joint(text) + next
  }, "")

describe("sentences", () => {
  it("goes on after abbreviations of the language", () => {
    assert.deepStrictEqual(sentences("Dr. Smith said, e.g. that art. 5 applies. Next one.", "en"), [
      "Dr. Smith said, e.g. that art. 5 applies.",
      "Next one."
    ])
    assert.strictEqual(sentences("La Sra. Pérez citó el núm. 4 del plan. Luego salió.", "es").length, 2)
    assert.strictEqual(
      sentences("Форум прошёл в 2025 г. в Лугоборске. Участвовали 164 чел. и гости.", "ru").length,
      2
    )
    assert.strictEqual(sentences("قال د. جهاد إن ذلك مهم. ثم غادر.", "ar").length, 2)
  })
  it("splits Chinese, Japanese and Hindi", () => {
    assert.deepStrictEqual(sentences("他说：“好。”然后走了。再见！", "zh"), [
      "他说：“好。”",
      "然后走了。",
      "再见！"
    ])
    assert.strictEqual(sentences("会議が開かれた。参加者は百人だった。", "ja").length, 2)
    assert.strictEqual(sentences("यह पहला वाक्य है। यह दूसरा वाक्य है।", "hi").length, 2)
  })
})

describe("segment", () => {
  it("keeps the lead-in of a list as context and the item verbatim", () => {
    const segments = cut(
      "Participants recommended that:\n\n- operators publish the coverage that they have measured;\n- schools be connected free of charge.",
      "en"
    )
    assert.deepStrictEqual(withRole(segments, "lead-in"), ["Participants recommended that:"])
    const items = segments.filter((passage) => passage.role === "statement")
    assert.deepStrictEqual(
      items.map((passage) => passage.text),
      ["operators publish the coverage that they have measured;", "schools be connected free of charge."]
    )
    assert.isTrue(items.every((passage) => passage.leadIn === "Participants recommended that:"))
  })
  it("tells recitals from the clauses that decide", () => {
    const segments = cut(
      "Rappelant l'Agenda de Tunis et ses paragraphes 72 et 80 ;\n\nConsidérant que le taux de pénétration est de 17 % ;\n\nSommes convenus de ce qui suit :\n\n1. Le régulateur devrait instituer une licence simplifiée.",
      "fr"
    )
    assert.strictEqual(withRole(segments, "recital").length, 2)
    assert.deepStrictEqual(withRole(segments, "statement"), [
      "Le régulateur devrait instituer une licence simplifiée."
    ])
  })
  it("takes the number that the document prints", () => {
    const [first] = cut("1.3 青崖市医保部门的做法值得借鉴，系统上线前与人工审核并行运行半年。", "zh")
    assert.strictEqual(first?.number, "1.3")
    assert.isTrue(first?.text.startsWith("青崖市"))
  })
  it("joins a statement that a page break has cut", () => {
    const segments = segment(
      {
        blocks: [
          {
            kind: "paragraph",
            level: 0,
            page: 1,
            text: "Operators should publish every year the requests for blocking that they"
          },
          {
            kind: "paragraph",
            level: 0,
            page: 2,
            text: "have received from government, and what became of them."
          }
        ]
      },
      { language: "en" }
    )
    assert.strictEqual(segments.length, 1)
    assert.deepStrictEqual(segments[0]?.blocks, [0, 1])
  })
  it("reads messages out of a table of recommendations, and keeps an agenda whole as boilerplate", () => {
    const table = cut(
      "| No | Recommendation |\n|---|---|\n| 1 | The fund should publish its accounts every year. |",
      "en"
    )
    assert.deepStrictEqual(withRole(table, "statement"), ["The fund should publish its accounts every year."])
    const agenda = cut(
      "| Time | Session |\n|---|---|\n| 09:00 | Opening of the forum by the minister |\n| 10:30 | Plenary on access and infrastructure |",
      "en"
    )
    assert.deepStrictEqual(
      agenda.map((passage) => passage.role),
      ["boilerplate"]
    )
  })
  it("cuts long prose where somebody else speaks", () => {
    const text =
      "One speaker explained that the cost of a rural site is mostly the cost of electricity, and that no operator will build without sharing towers. Another participant answered that community networks already serve villages which operators declared unprofitable, at a third of the price. Participants agreed that the accounts of the fund should be published region by region."
    const spoken = withRole(cut(text, "en"), "statement")
    assert.strictEqual(spoken.length, 3)
    assert.isTrue(spoken.every((passage) => text.includes(passage)))
  })
  it("does not take an account of what was said about the IGF for an introduction to it", () => {
    const account =
      "Third, the panel asked how to capture what comes out of the IGF. There was a lively talk about the IGF's own role. Some panellists held that it has a large impact already, while others asked for a new mechanism. It was noted that the Secretariat needs more resources. There were suggestions to use a standard template for reports."
    const segments = cut(account, "en")
    assert.deepStrictEqual(withRole(segments, "boilerplate"), [])
    assert.isAbove(segments.length, 1)
  })
  it("takes a list of names for no message, but not a message that names many", () => {
    const names =
      "Isolde Farquay, Benedict Amoaku-Lisle, Therese Vandermolen, Dr Philippa Quaye, Captain Ruaridh Boateng."
    const message =
      "Norvia, Beirã do Sul, Tessaly and Lakeland should open their exchange points to each other before June."
    assert.deepStrictEqual(withRole(cut(`${names}\n\n${message}`, "en"), "boilerplate"), [names])
    assert.deepStrictEqual(withRole(cut(`${names}\n\n${message}`, "en"), "statement"), [message])
  })
  it("marks what is no message and drops nothing", () => {
    const segments = cut(
      "This site uses cookies to improve your experience.\n\n## Contact\n\nWrite to the secretariat for anything else you need.\n\n## Messages\n\nThe regulator should publish the accounts of the fund every year.",
      "en"
    )
    assert.deepStrictEqual(
      segments.map((passage) => passage.role),
      ["boilerplate", "boilerplate", "statement"]
    )
  })
  it("finds the numbered messages of the fixtures, all of them verbatim", () => {
    for (const document of fixtureDocuments()) {
      const segments = segment(document, { language: document.language })
      for (const passage of segments) {
        assert.include(sourceOf(document.blocks, passage), passage.text)
      }
      const covered = new Set(segments.flatMap((passage) => passage.blocks))
      const lost = document.blocks.filter((block, index) => block.kind !== "heading" && !covered.has(index))
      assert.deepStrictEqual(lost, [])
    }
  })

  const block = fc.record({
    kind: fc.constantFrom<Block["kind"]>("heading", "paragraph", "list-item", "table", "quote"),
    level: fc.integer({ min: 0, max: 6 }),
    text: fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            "Recalling",
            "1.",
            "Dr.",
            "应当",
            "ينبغي",
            "should",
            ":",
            ";",
            ".",
            "\t",
            "\n",
            "we",
            "2025"
          ),
          { maxLength: 40 }
        )
        .map((words) => words.join(" "))
    ),
    page: fc.integer({ min: 1, max: 4 })
  })
  it("never throws, always ends, cuts verbatim and repeats itself, whatever the blocks", () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 12 }),
        fc.constantFrom("en", "ar", "zh", "und", "xx"),
        (blocks, language) => {
          const segments = segment({ blocks }, { language })
          for (const passage of segments) assert.include(sourceOf(blocks, passage), passage.text)
          assert.deepStrictEqual(segment({ blocks }, { language }), segments)
        }
      ),
      { numRuns: 200 }
    )
  })
  it("reads a megabyte of one word and of full stops in a moment", () => {
    for (const text of ["a".repeat(1_000_000), "a. ".repeat(300_000)]) {
      const started = processorTime()
      segment({ blocks: [{ kind: "paragraph", level: 0, text }] }, { language: "en" })
      assert.isBelow(processorTime() - started, 8000)
    }
  })
})

describe("cues", () => {
  it.each([
    ["No hubo consenso sobre si la ley debe imponer la comprobación de edad."],
    ["对于是否设立专门机构，与会者没有达成共识。"],
    ["لم يتفق المشاركون على الوسيلة."],
    ["Some participants want a law, while others fear that it would harm local media."],
    ["Мнения участников разделились: операторы за, потребители против."],
    ["Sur ce point, les avis étaient partagés."],
    ["As opiniões dividiram-se sobre o imposto."]
  ])("reads divergence in %s", (text) => {
    assert.strictEqual(kindCues(text)[0]?.kind, "divergence")
  })
  it("says who speaks and how strongly, where it is stated", () => {
    assert.deepStrictEqual(attributionOf("One participant suggested a tax on streaming."), {
      voice: "speaker",
      strength: "one"
    })
    assert.deepStrictEqual(attributionOf("It was agreed that the accounts be published."), {
      voice: "participants",
      strength: "consensus"
    })
    assert.isNull(attributionOf("Schools need electricity before tablets."))
  })
  it("cuts the name of a case out of the text", () => {
    assert.strictEqual(
      caseNameOf("El programa Línea Clara, que atiende por chat a adolescentes, recibió 3 180 consultas."),
      "Línea Clara"
    )
    assert.strictEqual(caseNameOf("社区学校开设的“晚饭后一小时”家长课在石梁县办了63期。"), "晚饭后一小时")
    assert.strictEqual(caseNameOf("وعرضت تجربة خط «رفيقة» في محافظة الساحل."), "رفيقة")
    assert.isNull(caseNameOf("everything should be published"))
  })
})
