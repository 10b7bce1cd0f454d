/**
 * Language of a document: what it states, unless its text is clearly in another one. Templates state "en" on
 * pages in every language.
 */
import { Option, Schema } from "effect"
import { francAll } from "franc-min"
import { LanguageTag } from "../../domain/ids.ts"

const decodeTag = Schema.decodeUnknownOption(LanguageTag)

/** ISO 639-3 codes of franc to BCP 47: the canonical form has two letters where there are such. */
const tagOf = (code: string): string => {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    return code
  }
}

/** Enough text for trigrams to be sure. */
const sureLength = 300

export interface LanguageVerdict {
  readonly language: LanguageTag | null
  readonly warning: string | null
}

/** @param stated BCP 47 tag from the document's own metadata. */
export const settleLanguage = (stated: string | null, text: string): LanguageVerdict => {
  const known = stated === null ? null : Option.getOrNull(decodeTag(stated))
  const sample = text.slice(0, 2_000)
  if (sample.length < 40) return { language: known, warning: null }
  const ranked = francAll(sample, { minLength: 20 }).map(([code, score]) => ({ tag: tagOf(code), score }))
  const best = ranked[0]
  if (best === undefined || best.tag === "und") return { language: known, warning: null }
  const seen = Option.getOrNull(decodeTag(best.tag))
  if (known === null) return { language: seen, warning: null }
  const primary = known.split("-")[0]
  const own = ranked.find((item) => item.tag === primary)
  // Close relatives score alike, and languages that the detector does not know must keep their statement.
  const contradicts = seen !== null && best.tag !== primary && own !== undefined && own.score < 0.8
  const foreign = seen !== null && own === undefined && !sameScriptAsLatin(sample) && primary === "en"
  if (sample.length >= sureLength && (contradicts || foreign))
    return {
      language: seen,
      warning: `The page says its language is ${known}, but its text reads as ${best.tag}.`
    }
  return { language: known, warning: null }
}

const sameScriptAsLatin = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin > letters * 0.5
}
