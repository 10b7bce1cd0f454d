/** Answers as an initiative would write them, in three languages. */
import type { DigestLanguage, FormAnswers } from "../../src/domain/index.ts"

const english: FormAnswers = {
  fields: [
    { field: "name", text: "Norvia IGF" },
    { field: "edition", text: "12th edition, 2025" },
    { field: "firstDay", text: "2025-11-04" },
    { field: "lastDay", text: "2025-11-05" },
    { field: "place", text: "Halvarsted" },
    { field: "attendance", text: "hybrid" },
    { field: "link", text: "https://igf.norvia.example/2025/" },
    { field: "reportDate", text: "2025-11-20" },
    { field: "total", text: "1,240" },
    { field: "remote", text: "about 400" },
    { field: "youth", text: "25 %" },
    { field: "women", text: "590" },
    { field: "disabilities", text: "12, as far as they told us" },
    { field: "contactName", text: "Ada Strand" },
    { field: "contactAddress", text: "secretariat@igf.norvia.example" }
  ],
  highlights: [
    "Community networks should get a simple licence within ninety days.",
    "Participants want age checks that do not identify every visitor."
  ],
  messages: [
    {
      issue: "Child online safety",
      text: "Platforms should publish how many reports of children they answered, and how fast."
    },
    { issue: "Lighthouses", text: "Old lighthouses can carry radio links to the outer islands." }
  ],
  cases: [
    {
      name: "Harbour Mesh",
      what: "Fishermen built a network of twelve nodes",
      result: "Four hundred households are connected for 3 crowns a month."
    }
  ],
  views: [
    {
      issue: "Access",
      text: "Operators want the universal service fund for fibre; islanders want it for radio links."
    }
  ],
  asks: ["Give sessions on community networks a time at which the Pacific is awake."],
  notes: []
}

const french: FormAnswers = {
  fields: [
    { field: "name", text: "FGI Tessalie" },
    { field: "edition", text: "2025" },
    { field: "firstDay", text: "4 novembre 2025" },
    { field: "attendance", text: "en ligne" },
    { field: "reportDate", text: "1er décembre 2025" },
    { field: "total", text: "1 240" },
    { field: "youth", text: "310 (25 %)" }
  ],
  highlights: ["Les registres locaux doivent être soutenus par un fonds commun et durable."],
  messages: [
    {
      issue: "Sécurité des enfants en ligne",
      text: "L’école doit apprendre aux enfants à signaler ce qui les inquiète en ligne."
    }
  ],
  cases: [],
  views: [],
  asks: ["Prévoir l’interprétation en français de toutes les séances principales du Forum."],
  notes: []
}

const arabic: FormAnswers = {
  fields: [
    { field: "name", text: "منتدى زمردة لحوكمة الإنترنت" },
    { field: "edition", text: "2025" },
    { field: "firstDay", text: "2025-10-12" },
    { field: "attendance", text: "مختلط" },
    { field: "reportDate", text: "2025-10-30" },
    { field: "total", text: "٣٤٠" },
    { field: "women", text: "٤٥٪" }
  ],
  highlights: ["ينبغي أن تُتاح الخدمات الحكومية باللغة العربية وبأسماء نطاقات عربية."],
  messages: [
    { issue: "الشبكات المجتمعية", text: "ندعو إلى تبسيط ترخيص الشبكات المجتمعية في القرى البعيدة." }
  ],
  cases: [
    { name: "مدرسة النخيل", what: "تدريب أربعين معلمة على السلامة الرقمية.", result: "صار في كل مدرسة دليل." }
  ],
  views: [{ issue: null, text: "رأى بعض المشاركين أن التشفير حق، ورأى غيرهم أن له حدودًا." }],
  asks: ["توفير ترجمة عربية لوثائق التحضير."],
  notes: []
}

export const examples: ReadonlyArray<readonly [DigestLanguage, FormAnswers]> = [
  ["en", english],
  ["fr", french],
  ["ar", arabic]
]
