/**
 * Segmentation: the blocks of a document as segments, of which those with the role "statement" are messages.
 *
 * Nothing is dropped: what is not a message (recitals, lead-ins, boilerplate) is kept and marked. A segment's
 * text is verbatim and contiguous: it occurs in its block, or, where a page break cuts it, in its blocks joined.
 */
import type { ExtractedDocument } from "../../domain/document.ts"
import { fold } from "../phrases/fold.ts"
import { compileStart } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"
import { boilerplateReason, idleSection } from "./boilerplate.ts"
import { bulletLength, printedNumber } from "./numbering.ts"
import { proseSpans } from "./prose.ts"
import { preambleStarts, recitalStarts } from "./recital-phrases.ts"
import { sentenceSpans, type Span } from "./sentences.ts"
import { tablePassages } from "./table.ts"
import { type Unit, unitsOf } from "./units.ts"

/**
 * statement: a message; recital: "Recalling ..." of a communique; lead-in: a line that introduces what follows;
 * boilerplate: a candidate for boilerplate.
 */
export type SegmentRole = "statement" | "recital" | "lead-in" | "boilerplate"

/** A passage of a document. */
export interface Segment {
  /** Verbatim, without the number or bullet printed before it. */
  readonly text: string
  /** Index of the (first) block. */
  readonly block: number
  /** Indexes of all blocks that it spans; more than one only over a page break. */
  readonly blocks: ReadonlyArray<number>
  /** Headings above it, outermost first. */
  readonly headings: ReadonlyArray<string>
  readonly number: string | null
  readonly page: number | null
  readonly anchor: string | null
  readonly role: SegmentRole
  /** The line that introduces it ("Participants recommended that:"), verbatim. */
  readonly leadIn: string | null
  /** Why it is not a statement, as the predicate of a sentence; null for statements. */
  readonly reason: string | null
}

const recital = compileStart(recitalStarts)
const preamble = compileStart(preambleStarts)
const separated = /[;；؛,،，:：]["'”’»)]*$/u
const colon = /[:：]["'”’»)]*$/u
const question =
  /^(?:q|question|pregunta|pergunta|вопрос|سؤال|السؤال|问|提问|frage|domanda)\s*\p{Nd}*\s*[:.：]\s*/iu
const answer =
  /^(?:a|answer|réponse|respuesta|resposta|ответ|جواب|الجواب|答|回答|antwort|risposta)\s*\p{Nd}*\s*[:：]\s*/iu
const comments =
  /^\d+\s+(?:comments?|responses?|replies|commentaires?|comentarios?|comentários?|комментари\p{L}*|تعليق\p{L}*|条评论)(?!\p{L})/u
const onlyQuestion = /[?？؟]["'”’»)]*$/u

interface LeadIn {
  readonly level: number
  readonly text: string
}

interface Start {
  readonly number: string | null
  readonly end: number
  /** 0: running text; otherwise the depth of the item. */
  readonly level: number
}

const startOf = (unit: Unit): Start => {
  const bullet = bulletLength(unit.text)
  const rest = unit.text.slice(bullet)
  const printed = printedNumber(rest)
  // A label that the list prints may stand in the text as well.
  const number = unit.label ?? printed?.number ?? null
  const end = bullet + (printed?.end ?? 0)
  if (unit.kind === "list-item") return { number, end, level: Math.max(1, unit.level) }
  if (printed !== null || unit.label !== null)
    return { number, end, level: /^\p{L}$/u.test(number ?? "") ? 2 : 1 }
  return { number, end, level: bullet > 0 ? 1 : 0 }
}

/** A reader that walks over the units once and keeps what stands above: headings, lead-ins, the section's use. */
class Walk {
  readonly segments: Array<Segment> = []
  readonly #language: string
  readonly #communique: boolean
  #headings: ReadonlyArray<LeadIn> = []
  #leadIns: ReadonlyArray<LeadIn> = []
  #question: string | null = null
  #idle: { readonly level: number; readonly reason: string } | null = null

  constructor(language: string, communique: boolean) {
    this.#language = language
    this.#communique = communique
  }

  heading(unit: Unit): void {
    const level = unit.level > 0 ? unit.level : 6
    this.#headings = [...this.#headings.filter((above) => above.level < level), { level, text: unit.text }]
    if (this.#idle !== null && level <= this.#idle.level) this.#idle = null
    const reason = this.#idle === null ? idleSection(unit.text) : null
    if (reason !== null) this.#idle = { level, reason: `stands in the section "${unit.text}" (${reason})` }
    this.#leadIns = []
    this.#question = null
  }

  table(unit: Unit): void {
    this.#leadIns = []
    for (const passage of tablePassages(unit.text)) {
      const reason = this.#idle?.reason ?? passage.reason
      this.#emit(
        unit,
        passage.text,
        passage.number,
        reason === null ? "statement" : "boilerplate",
        null,
        reason
      )
    }
  }

  text(unit: Unit, next: Unit | undefined): void {
    const start = startOf(unit)
    const body = unit.text.slice(start.end)
    this.#leadIns = this.#leadIns.filter((above) => above.level < start.level)
    const leadIn = this.#leadIns.at(-1)?.text ?? this.#question
    if (this.#idle === null && comments.test(fold(body.slice(0, 40)))) {
      this.#idle = { level: 6, reason: "stands among the comments of readers" }
    }
    const reason = this.#idle?.reason ?? boilerplateReason(body)
    const nextLevel =
      next === undefined || next.kind === "table" ? 0 : next.kind === "heading" ? 1 : startOf(next).level
    if (this.#idle !== null) {
      this.#emit(unit, body, start.number, "boilerplate", null, reason)
    } else if (this.#isRecital(body)) {
      this.#emit(unit, body, start.number, "recital", leadIn, "is a recital that comes before the decisions")
    } else if (
      question.test(body) ||
      (start.level === 0 && next?.kind === "paragraph" && onlyQuestion.test(body) && countWords(body) <= 20)
    ) {
      const text = body.replace(question, "")
      this.#question = text === "" ? body : text
      this.#emit(
        unit,
        this.#question,
        start.number,
        "lead-in",
        null,
        "is a question that the next lines answer"
      )
    } else if (colon.test(body) && nextLevel > start.level) {
      this.#introduce(unit, body, start, leadIn)
    } else if (reason !== null) {
      this.#emit(unit, body, start.number, "boilerplate", leadIn, reason)
    } else {
      const said = body.replace(answer, "")
      this.#statements(unit, said === "" ? body : said, start, leadIn)
    }
  }

  #isRecital(body: string): boolean {
    const folded = fold(body.slice(0, 200))
    if (recital.test(folded)) return this.#communique || separated.test(body)
    return this.#communique && separated.test(body) && preamble.test(folded)
  }

  /** Text that ends in a colon: its last sentence introduces the items below, what is before stays as it is. */
  #introduce(unit: Unit, body: string, start: Start, leadIn: string | null): void {
    const sentences = sentenceSpans(body, this.#language)
    const last = sentences.at(-1)
    if (last === undefined) return
    const before = body.slice(0, last.start).trimEnd()
    if (before !== "") this.#statements(unit, before, start, leadIn)
    const text = body.slice(last.start, last.end)
    this.#emit(
      unit,
      text,
      before === "" ? start.number : null,
      "lead-in",
      leadIn,
      "introduces the items below it"
    )
    this.#leadIns = [...this.#leadIns, { level: start.level, text }]
  }

  #statements(unit: Unit, body: string, start: Start, leadIn: string | null): void {
    const whole: ReadonlyArray<Span> = [{ start: 0, end: body.length }]
    // A numbered or bulleted message is one message, unless it is as long as a paragraph.
    const spans = start.level > 0 && countWords(body) <= 120 ? whole : proseSpans(body, this.#language)
    for (const span of spans) {
      const text = body.slice(span.start, span.end)
      const reason = spans.length > 1 ? boilerplateReason(text) : null
      this.#emit(unit, text, start.number, reason === null ? "statement" : "boilerplate", leadIn, reason)
    }
  }

  #emit(
    unit: Unit,
    text: string,
    number: string | null,
    role: SegmentRole,
    leadIn: string | null,
    reason: string | null
  ): void {
    const trimmed = text.trim()
    if (trimmed === "") return
    this.segments.push({
      text: trimmed,
      block: unit.blocks[0] ?? 0,
      blocks: unit.blocks,
      headings: this.#headings.map((heading) => heading.text),
      number,
      page: unit.page,
      anchor: unit.anchor,
      role,
      leadIn,
      reason
    })
  }
}

const longestHeading = 30

/** True when the document is a communique with recitals: at least two of its blocks begin as recitals do. */
export const hasRecitals = (document: Pick<ExtractedDocument, "blocks">): boolean =>
  document.blocks.filter((block) => block.kind !== "heading" && recital.test(fold(block.text.slice(0, 200))))
    .length >= 2

/**
 * Cuts a document into segments, in reading order. `language` is that of the document's prose (BCP 47) and only
 * decides how sentences are split.
 */
export const segment = (
  document: Pick<ExtractedDocument, "blocks">,
  options: { readonly language: string }
): ReadonlyArray<Segment> => {
  const units = unitsOf(document.blocks)
  const walk = new Walk(options.language, hasRecitals(document))
  for (const [index, unit] of units.entries()) {
    if (unit.kind === "heading" && countWords(unit.text) <= longestHeading) walk.heading(unit)
    else if (unit.kind === "table") walk.table(unit)
    else walk.text(unit, units[index + 1])
  }
  return walk.segments
}
