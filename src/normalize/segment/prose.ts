/**
 * Prose: a paragraph that makes one point stays whole; a long one is cut between sentences where somebody else
 * speaks, another point begins or the act of speech changes.
 */
import { fold } from "../phrases/fold.ts"
import { compile, compileStart } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"
import { leaningStarts, turningStarts } from "./turn-phrases.ts"
import { sentenceSpans, type Span } from "./sentences.ts"

const leaning = compileStart(leaningStarts)
const turning = compileStart(turningStarts)

/** Words that ask somebody to do something. */
const asking = compile({
  en: [
    "should",
    "must",
    "need to",
    "needs to",
    "ought to",
    "call on",
    "call upon",
    "urge",
    "recommend*",
    "encourage*"
  ],
  fr: ["devrai*", "doit", "doivent", "recommand*", "appel* a", "invit* a", "il faut"],
  es: ["debe*", "deben", "deberia*", "recomiend*", "hay que", "tiene* que", "pid*", "insta*"],
  pt: ["deve*", "devem", "deveria*", "recomend*", "e preciso", "apela*", "insta*"],
  ru: ["следует", "должн*", "необходимо", "нужно", "рекоменд*", "призыва*", "предлага*"],
  ar: ["ينبغي", "يجب", "ندعو", "يوصي*", "نوصي", "دعا", "دعت", "لا بد", "علي الحكومه"],
  zh: ["应当", "应该", "必须", "建议", "呼吁", "应", "需要"],
  de: ["soll*", "muss", "mussen", "empfehl*", "fordern"],
  it: ["dovrebbe*", "deve", "devono", "raccomand*", "occorre"]
})

const longest = 90
const shortest = 12

/** Spans of one to three sentences (more only where sentences lean on each other) that cover the text. */
export const proseSpans = (text: string, language: string): ReadonlyArray<Span> => {
  const sentences = sentenceSpans(text, language).map(({ start, end }) => {
    const raw = text.slice(start, end)
    const folded = fold(raw.slice(0, 1200))
    return {
      start,
      end,
      words: countWords(raw),
      leans: leaning.test(folded),
      turns: turning.test(folded),
      asks: asking.test(folded)
    }
  })
  const total = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  const short = total <= longest && sentences.length <= 3
  const groups: Array<{ start: number; end: number; words: number; size: number; asks: boolean }> = []
  for (const sentence of sentences) {
    const group = groups.at(-1)
    const stays =
      group !== undefined &&
      (sentence.words < 6 ||
        group.words < 6 ||
        (group.words + sentence.words <= longest &&
          !(sentence.turns && group.words >= shortest) &&
          (short ||
            sentence.leans ||
            (group.size < 3 && group.words < 40 && (group.words < 25 || group.asks === sentence.asks)))))
    if (group !== undefined && stays) {
      group.end = sentence.end
      group.words += sentence.words
      group.size += 1
      group.asks = group.asks || sentence.asks
    } else {
      groups.push({
        start: sentence.start,
        end: sentence.end,
        words: sentence.words,
        size: 1,
        asks: sentence.asks
      })
    }
  }
  return groups.map(({ start, end }) => ({ start, end }))
}
