/**
 * Structure: what a document looks like, whatever its words: recitals, turns of speakers, times, numbered items.
 */
import type { Block, DocumentKind } from "../../domain/document.ts"
import { asciiDigits, fold } from "../phrases/fold.ts"
import { compile } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"
import { hasRecitals } from "../segment/segment.ts"

/** A feature of structure that a document has, with its weights. */
export interface StructureFinding {
  readonly name: string
  readonly weights: Readonly<Partial<Record<DocumentKind, number>>>
  readonly reason: string
}

const turn =
  /^(?:>>\s*|[\p{Lu}][\p{Lu}\s.'’-]{3,40}\s*[:：]|[\p{Lu}][\p{L}.'’-]+(?:\s[\p{Lu}][\p{L}.'’-]+){0,3}\s*[:：]\s+\p{Lu}|[\p{Script=Han}]{2,6}[:：]|[\p{Script=Arabic}.\s]{4,30}:\s)/u
/** A speaker named within a paragraph: capitals and a colon, or a Chinese, Japanese or Arabic name and a colon. */
const inlineTurn =
  /(?<=^|[.?!…)\]»”]\s{1,2}|[。？！）])(?:[\p{Lu}][\p{Lu}\s.'’-]{2,40}:\s|>>\s|[\p{Script=Han}]{2,5}：|[\p{Script=Arabic}]{3,12}(?:\s[\p{Script=Arabic}]{2,12}){0,2}:\s)/gu
/** A journalist's name before the first sentence. */
const byline =
  /^(?:By|Par|Por|Di|di|Von|Oleh|Texto de|Text:|Texte\s?:|Texto:|Текст:|Haber:|文：|文\/)\s?(?:[\p{Lu}][\p{L}.'’-]+|[\p{Script=Han}]{2,4})(?:\s[\p{Lu}][\p{L}.'’-]+){0,3}\s?[.,:;|–—。]/u
const clock = /(?<![\p{N}.,])(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?!\p{N})/gu
const numbered = /^\s*[([]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,2})*|[ivx]{1,4}|\p{Ll})[.)\]、]/u
const quotation = /[“"«„][^“”"«»„]{20,400}[”"»“]/gu
const said = compile(
  [
    "said",
    "told",
    "added",
    "noted",
    "explained",
    "according to",
    "a declare",
    "a explique",
    "a ajoute",
    "raconte",
    "selon",
    "dijo",
    "senalo",
    "explico",
    "anadio",
    "segun",
    "afirmo",
    "disse",
    "afirmou",
    "explicou",
    "acrescentou",
    "قال",
    "قالت",
    "اضاف",
    "اوضح",
    "اكد",
    "сказал*",
    "заявил*",
    "отметил*",
    "добавил*",
    "по словам",
    "说",
    "表示",
    "介绍",
    "指出",
    "sagte",
    "erklarte",
    "ha detto",
    "ha spiegato"
  ],
  "gu"
)
const asks = compile(
  [
    "should",
    "must",
    "need to",
    "needs to",
    "ought to",
    "are urged to",
    "are encouraged to",
    "we call",
    "we ask",
    "we urge",
    "devrai*",
    "doit",
    "doivent",
    "sont invites a",
    "est invite a",
    "debe*",
    "deben",
    "deberia*",
    "pedimos",
    "exigimos",
    "deve*",
    "devem",
    "deveria*",
    "следует",
    "должн*",
    "необходимо",
    "рекомендуе*",
    "призываем",
    "ينبغي",
    "يجب",
    "ندعو",
    "علي الحكومه",
    "علي الجهات",
    "应当",
    "应该",
    "应",
    "须",
    "建议",
    "呼吁",
    "soll*",
    "mussen",
    "dovrebbe*",
    "devono",
    "має",
    "мають",
    "слід",
    "повинн*",
    "harus",
    "perlu",
    "wajib",
    "jangan",
    "gerek*",
    "melidir",
    "malidir",
    "*meli",
    "*malı",
    "*memeli",
    "*mamalı",
    "べき",
    "てはならない",
    "なければならない",
    "必要"
  ],
  "gu"
)

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Looks at the blocks of a document (or of its first paragraphs). */
export const structureFindings = (blocks: ReadonlyArray<Block>): ReadonlyArray<StructureFinding> => {
  const prose = blocks.filter((block) => block.kind !== "heading")
  const lines = prose.flatMap((block) => block.text.split("\n"))
  const text = prose
    .map((block) => block.text)
    .join("\n")
    .slice(0, 60_000)
  const folded = fold(text)
  const words = countWords(text)
  const turns = lines.filter((line) => turn.test(line) && countWords(line) > 3).length
  const inlineTurns = turns >= 2 ? 0 : matches(text, inlineTurn)
  const times = matches(asciiDigits(text), clock)
  const items = prose.filter((block) => block.kind === "list-item" || numbered.test(block.text)).length
  const asking = matches(folded, asks)
  const speaking = matches(folded, said)
  const quotes = matches(text, quotation)
  const findings: Array<StructureFinding> = []
  const found = (name: string, reason: string, weights: StructureFinding["weights"]) => {
    findings.push({ name, reason, weights })
  }
  if (hasRecitals({ blocks })) {
    found("recitals", "Several paragraphs are recitals (recalling, noting, considering).", {
      communique: 2.2,
      declaration: 1.6
    })
  }
  if (turns >= 4 && turns >= lines.length * 0.4) {
    found("speaker-turns", `${turns} paragraphs begin with the name of a speaker, as transcripts do.`, {
      transcript: 5
    })
  } else if (turns >= 2 && turns >= lines.length * 0.5 && words > 25) {
    found("speaker-turns", `${turns} paragraphs begin with the name of a speaker, as transcripts do.`, {
      transcript: 2
    })
  }
  if (inlineTurns >= 3 && inlineTurns * 25 >= words) {
    found("inline-turns", `${inlineTurns} times a speaker is named before what is said.`, { transcript: 4 })
  }
  if (times >= 3 && words / times < 22) {
    found("times", `It is made of ${times} times of day, as programmes are.`, { "not-an-output": 3.5 })
  }
  if (items >= 4 && asking >= 3) {
    found("numbered-demands", `It lists ${items} items, and ${asking} words ask that something be done.`, {
      messages: 1.6,
      communique: 0.8,
      declaration: 0.8
    })
  } else if (asking >= 2 && asking * 45 >= words) {
    found("demands", `${asking} words ask that something be done.`, {
      messages: 1.2,
      communique: 0.6,
      declaration: 0.6
    })
  }
  if (byline.test(text)) {
    found("byline", "It begins with the name of its author, as articles do.", { "press-account": 3 })
  }
  if (words > 1500) found("long", `It has about ${Math.round(words / 100) * 100} words.`, { report: 1.5 })
  if (words > 3000) found("very-long", "It is as long as a report.", { report: 1.5 })
  if (quotes >= 2 && speaking >= 2 && items < 4) {
    found("quotations", "It reports what people said in quotation marks.", {
      "press-account": 1.5,
      news: 0.8
    })
  }
  return findings
}
