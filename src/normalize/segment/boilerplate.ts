/**
 * Candidates for boilerplate: text that is no message. They are marked, never dropped.
 */
import { fold } from "../phrases/fold.ts"
import { compile, compileStart } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"
import { boilerplatePhrases, formLabels, idleSections } from "./boilerplate-phrases.ts"

const rules = Object.entries(boilerplatePhrases).map(([reason, phrases]) => ({
  reason,
  pattern: compile(phrases),
  // The introduction to the IGF is recognised by its second half as well.
  reach: reason.startsWith("explains") ? 240 : 25
}))

const labels = compileStart(formLabels)
const labelEnd = /^(?:\s\p{L}{1,12})?\s*[:：]/u
const caption =
  /^(?:table|tableau|tabla|tabela|tabelle|tabella|figure|figura|abbildung|таблица|рисунок|الجدول|الشكل|表|图)\s*\d+\s*[.:：]/u

const isFormLine = (folded: string): boolean => {
  const label = labels.exec(folded)?.[0]
  return (label !== undefined && labelEnd.test(folded.slice(label.length))) || caption.test(folded)
}
const email = /[\w.+-]+@[\w-]+\.[\w.-]+/u
const clock = /^\W{0,3}\d{1,2}\s?[:.h]\s?\d{2}(?!\p{Nd})/u
const year = /(?:19|20)\d\d/u
const terminal = /[.!?;:。！？；：؟]["'”’»)]*$/u
const han = /\p{Script=Han}/u

const spelledWord = /[\p{L}\p{M}'’-]+/gu
/** Words that stand in small letters between names. */
const nameParticle = /^(?:and|of|the|de|da|do|dos|du|des|del|di|la|le|el|et|y|e|und|von|van|bin|al|и|та)$/u

/**
 * Names one after the other, of panellists or members, with no sentence around them: nearly all words have a
 * capital, and commas or semicolons part them. German writes all nouns so, and is judged more strictly.
 */
const isListOfNames = (text: string): boolean => {
  const words = (text.match(spelledWord) ?? []).filter((one) => !nameParticle.test(one))
  if (words.length < 4 || !/^\p{Lu}/u.test(text)) return false
  const capitals = words.filter((one) => /^\p{Lu}/u.test(one)).length
  const parts = text.split(/[,;·•|]/u).length - 1
  return capitals / words.length >= 0.85 && parts >= Math.max(2, words.length / 6)
}

const sections = new Map<string, string>(
  Object.entries(idleSections).flatMap(([reason, headings]) =>
    headings.map((heading) => [fold(heading).replace(/[\s?؟？:]+$/u, ""), reason] as const)
  )
)

/** What the section under a heading is, if no message is to be expected in it; null otherwise. */
export const idleSection = (heading: string): string | null =>
  sections.get(
    fold(heading)
      .replace(
        /^(?:annex|annexe|anexo|appendix|приложение|ملحق|附件)?\s*[\divx.一二三四五六七八九十、]*[.):\s-]*/u,
        ""
      )
      .replace(/[\s?؟？:]+$/u, "")
  ) ?? null

/** Why a text may be boilerplate, as the predicate of a sentence ("thanks hosts or sponsors"); null if it is not. */
export const boilerplateReason = (text: string): string | null => {
  const folded = fold(text.slice(0, 600))
  const words = countWords(text.slice(0, 3000))
  if (words < 4) return "is too short to be a message"
  if (words <= 40 && isFormLine(folded)) return "is a line of the form at the head"
  if (words <= 30 && clock.test(folded)) return "is an entry of an agenda"
  if (words <= 25 && email.test(folded)) return "tells how to register or get in touch"
  if (words <= 12 && year.test(folded) && !terminal.test(folded)) return "only says where and when"
  if (isListOfNames(text.slice(0, 3000))) return "is a list of names"
  for (const { reason, pattern, reach } of rules) {
    const found = pattern.exec(folded)
    if (found === null) continue
    const near = han.test(found[0]) && reach < 100 ? 3 : reach
    if (found.index <= near || (words <= 14 && !han.test(found[0]))) return reason
  }
  return null
}
