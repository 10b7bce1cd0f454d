/**
 * Sentences: `Intl.Segmenter` (Unicode Standard Annex 29) mended by what it does not know: abbreviations of
 * each language, initials, numbered references and ellipses in mid-sentence.
 */

const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(Intl.Segmenter.supportedLocalesOf([language])[0] ?? "en", {
    granularity: "sentence"
  })
  segmenters.set(language, made)
  return made
}

/** Abbreviations after which a sentence goes on, in lower case without the last full stop. */
const abbreviations = new Set(
  // English, and Latin ones used everywhere
  (
    "dr mr mrs ms prof st no nos vs fig figs sec ch vol ed eds approx dept gov sen rep hon rev jr sr inc ltd cf e.g i.e viz " +
    "al para paras art arts p pp ca min max est jan feb mar apr jun jul aug sept sep oct nov dec u.n u.s u.k " +
    // French
    "m mm mme mmes mlle pr me mgr chap éd env av bd num réf tél janv févr avr juil déc c.-à-d p.ex " +
    // Spanish and Portuguese
    "sr sra sres sras srta dra drs ing lic arq núm nº n.º art arts pág págs cap ee.uu ej p.ej tel av avda ud uds etc.p " +
    "dr.ª prof.ª eng eng.ª exmo exma sr.ª pág séc secç aprox " +
    // German and Italian
    "bzw z.b d.h u.a vgl usw.z nr abs str ca sog inkl ggf sig sig.ra dott dott.ssa avv ing pag pagg es " +
    // Russian and Ukrainian
    "г гг д-р др.п им проф акад ул стр рис табл см ср т.е т.к т.н т.д.п т.ч напр млн млрд тыс руб п пп ст гл р м обл тов в.ч ім напр стор " +
    // Arabic
    "د أ م أ.د ص"
  ).split(" ")
)

const lastToken = /([\p{L}\p{M}.ºª-]+)\.["'”’»)\]]*\s*$/u
const initial = /(?:^|[\s(«“"'-])\p{Lu}\.\s*$/u

const endsOpen = (sentence: string): boolean => {
  if (initial.test(sentence)) return true
  const token = lastToken.exec(sentence)?.[1]
  return token !== undefined && abbreviations.has(token.toLowerCase())
}

const lowerStart = /^["'“”«(\s]*\p{Ll}/u
const numberStart = /^\s*\p{Nd}/u
const endsWithNumberMark =
  /(?:^|[\s(])(?:no|nos|art|arts|núm|num|n|nr|pp?|para|paras|par|№|ст|п|стр|рис|fig|табл)\.\s*$/iu
const terminal = /[.!?…。！？؟।；]["'”’»」』）)\]]*\s*$/u
const listNumber = /^\s*(?:\p{Nd}{1,3}|[ivxIVX]{1,4}|\p{L})[.)]\s*$/u

/** Enough of the end of a sentence to judge it by; keeps very long ones linear. */
const tail = (text: string, start: number, end: number): string => text.slice(Math.max(start, end - 48), end)

const continues = (before: string, after: string): boolean => {
  if (!terminal.test(before)) return true
  if (listNumber.test(before)) return true
  if (/[。！？]["'”’»」』）)\]]*\s*$/u.test(before)) return /^[」』”）]/u.test(after)
  if (lowerStart.test(after)) return true
  if (endsWithNumberMark.test(before) && numberStart.test(after)) return true
  return endsOpen(before)
}

/** A sentence as a span of the text: UTF-16 code units, end exclusive, without surrounding space. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Splits a text into sentences, in order. Every span cuts the text verbatim, spans do not overlap, and what lies
 * between them is white space.
 */
export const sentenceSpans = (text: string, language: string): ReadonlyArray<Span> => {
  const rough: Array<Span> = []
  for (const piece of segmenterFor(language).segment(text)) {
    const previous = rough.at(-1)
    if (previous !== undefined && continues(tail(text, previous.start, previous.end), piece.segment)) {
      rough[rough.length - 1] = { start: previous.start, end: piece.index + piece.segment.length }
    } else {
      rough.push({ start: piece.index, end: piece.index + piece.segment.length })
    }
  }
  return rough
    .map(({ start, end }) => {
      const slice = text.slice(start, end)
      return {
        start: start + (slice.length - slice.trimStart().length),
        end: end - (slice.length - slice.trimEnd().length)
      }
    })
    .filter(({ start, end }) => end > start)
}
