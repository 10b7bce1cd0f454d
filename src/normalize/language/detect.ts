/**
 * The language of a statement.
 *
 * Scripts that only one language of the field uses decide at once. In the others the small words are
 * counted; only where they do not speak clearly (short texts, lists of names) the character trigrams of
 * franc-min are asked, because that costs twenty times as much.
 */
import { createRequire } from "node:module"
import { fold } from "./fold.ts"
import { functionWords } from "./function-words.ts"

export interface DetectedLanguage {
  /** Two-letter code of ISO 639-1 (three letters where there is none), or `und`. */
  readonly language: string
  /** From 0 to 1: how far the language stands before the next one. */
  readonly confidence: number
}

const undetermined: DetectedLanguage = { language: "und", confidence: 0 }

/** Scripts, their letters, and the language they show (null: asked further). */
const scripts: ReadonlyArray<readonly [RegExp, string | null]> = [
  [/[A-Za-zÀ-ɏḀ-ỿ]/gu, null],
  [/[Ѐ-ԯ]/gu, null],
  [/[؀-ۿݐ-ݿ]/gu, null],
  [/\p{sc=Han}/gu, "zh"],
  [/[ぁ-ヺ]/gu, "ja"],
  [/[가-힣ᄀ-ᇿ]/gu, "ko"],
  [/\p{sc=Devanagari}/gu, null],
  [/\p{sc=Bengali}/gu, "bn"],
  [/\p{sc=Thai}/gu, "th"],
  [/\p{sc=Greek}/gu, "el"],
  [/\p{sc=Hebrew}/gu, "he"],
  [/\p{sc=Armenian}/gu, "hy"],
  [/\p{sc=Georgian}/gu, "ka"],
  [/\p{sc=Ethiopic}/gu, "am"],
  [/\p{sc=Khmer}/gu, "km"],
  [/\p{sc=Lao}/gu, "lo"],
  [/\p{sc=Myanmar}/gu, "my"],
  [/\p{sc=Sinhala}/gu, "si"],
  [/\p{sc=Tamil}/gu, "ta"],
  [/\p{sc=Telugu}/gu, "te"],
  [/\p{sc=Gujarati}/gu, "gu"],
  [/\p{sc=Gurmukhi}/gu, "pa"],
  [/\p{sc=Kannada}/gu, "kn"],
  [/\p{sc=Malayalam}/gu, "ml"],
  [/\p{sc=Thaana}/gu, "dv"],
  [/\p{sc=Mongolian}/gu, "mn"]
]
const [latin, cyrillic, arabic, devanagari] = [0, 1, 2, 6]

/** Letters of one language among those of its script, and how much one of them weighs. */
const letters: ReadonlyArray<readonly [number, RegExp, ReadonlyArray<string>, number]> = [
  [cyrillic, /[іїєґ]/gu, ["uk"], 0.5],
  // Belarusian writes no и, and Kazakh hardly a line without letters of its own.
  [cyrillic, /[ыэё]/gu, ["ru"], 0.8],
  [cyrillic, /и/gu, ["be"], -0.6],
  [cyrillic, /[ыэё]/gu, ["bg", "sr", "mk", "uk"], -0.8],
  [cyrillic, /ў/gu, ["be"], 2],
  [cyrillic, /[ђћџљњј]/gu, ["sr", "mk"], 1],
  [cyrillic, /[ѓќѕ]/gu, ["mk"], 2],
  [cyrillic, /[әғқңөұүһ]/gu, ["kk"], 2],
  [cyrillic, /ъ/gu, ["bg"], 0.4],
  [arabic, /[پچژگ]/gu, ["fa", "ur"], 0.5],
  [arabic, /[ٹڈڑںےھہ]/gu, ["ur"], 1.5],
  [arabic, /[ةىأإؤئ]/gu, ["ar"], 0.4],
  [latin, /[ñ¿¡]/gu, ["es"], 0.5],
  [latin, /[ãõ]/gu, ["pt"], 0.5],
  [latin, /ß/gu, ["de"], 1],
  [latin, /[ğış]/gu, ["tr"], 0.7],
  [latin, /ə/gu, ["az"], 2],
  [latin, /[łąęśżźć]/gu, ["pl"], 0.5],
  [latin, /[țșă]/gu, ["ro"], 0.5],
  [latin, /[ơưđạảấầẩậắằặẹẻếềểệịọốồổộớờợụủứừựỳ]/gu, ["vi"], 0.5],
  [latin, /[œêèùîûç]/gu, ["fr"], 0.15],
  [latin, /[őű]/gu, ["hu"], 1],
  [latin, /[řěů]/gu, ["cs"], 1]
]

/** Script in which each language with function words is written. */
const scriptOf = (language: string): number =>
  ["ru", "uk", "bg", "sr", "mk", "be", "kk"].includes(language)
    ? cyrillic
    : ["ar", "fa", "ur"].includes(language)
      ? arabic
      : latin

const languages = [...functionWords.keys()]
const scriptOfLanguage = Uint8Array.from(languages, scriptOf)
/** Of {@link letters}: their candidates by index. */
const candidatesOfLetters = letters.map(([, , candidates]) =>
  candidates.map((language) => languages.indexOf(language))
)
const votes = new Map<string, Array<readonly [number, number]>>()
for (const [index, language] of languages.entries()) {
  for (const word of functionWords.get(language) ?? []) {
    const entry = votes.get(word) ?? []
    votes.set(word, entry)
    entry.push([index, 1])
  }
}
// A word that many languages share says little.
for (const [word, entry] of votes) {
  votes.set(
    word,
    entry.map(([index]) => [index, 1 / entry.length])
  )
}

const require = createRequire(import.meta.url)

/** Languages by trigrams, best first with a score up to one. */
type Trigrams = (text: string, options: object) => Array<[string, number]>
let loaded: Trigrams | undefined

/** The trigrams are loaded when the first doubtful text comes. */
const trigrams = (): Trigrams => {
  if (loaded === undefined) {
    const francModule: { francAll: Trigrams } = require("franc-min")
    loaded = francModule.francAll
  }
  return loaded
}

/** ISO 639-3 codes of franc to the codes used here. */
const shortCodes: Readonly<Record<string, string>> = {
  spa: "es",
  eng: "en",
  por: "pt",
  ind: "id",
  fra: "fr",
  deu: "de",
  vie: "vi",
  ita: "it",
  tur: "tr",
  pol: "pl",
  swh: "sw",
  ron: "ro",
  hau: "ha",
  bos: "hr",
  hrv: "hr",
  nld: "nl",
  srp: "sr",
  yor: "yo",
  zlm: "ms",
  ibo: "ig",
  tgl: "tl",
  hun: "hu",
  azj: "az",
  ces: "cs",
  swe: "sv",
  som: "so",
  rus: "ru",
  ukr: "uk",
  bel: "be",
  bul: "bg",
  kaz: "kk",
  arb: "ar",
  urd: "ur",
  pes: "fa",
  hin: "hi",
  mar: "mr",
  npi: "ne",
  ckb: "ku",
  plt: "mg",
  kin: "rw",
  zul: "zu",
  lin: "ln"
}

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000

/** Texts are looked at up to this many characters: more tells nothing new. */
const lookAt = 1_000

/** The trigrams look at this much. */
const trigramsLookAt = 300

/** Script of each UTF-16 unit plus two; 1 for those of no script, 0 where it was not asked yet. */
const scriptOfUnit = new Uint8Array(0x10000)
const scriptCounts = new Int32Array(scripts.length)

/** Script of a character, or -1. */
const scriptOfCharacter = (character: string): number =>
  scripts.findIndex(([pattern]) => character.search(pattern) === 0)

/** Counts the letters of each script in a text. */
const countScripts = (text: string): Int32Array => {
  scriptCounts.fill(0)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    let script: number
    if (unit >= 0xd800 && unit < 0xdc00) {
      // Characters of two units are rare.
      script = scriptOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? unit))
      if ((text.codePointAt(at) ?? 0) > 0xffff) at++
    } else {
      let known = scriptOfUnit[unit] ?? 0
      if (known === 0) {
        known = scriptOfCharacter(String.fromCharCode(unit)) + 2
        scriptOfUnit[unit] = known
      }
      script = known - 2
    }
    if (script >= 0) scriptCounts[script] = (scriptCounts[script] ?? 0) + 1
  }
  return scriptCounts
}

/** The entries of {@link letters} that a unit of a text counts for, by script; worked out when it first comes. */
const entriesOfUnit = new Map<number, ReadonlyArray<number>>()
const noEntries: ReadonlyArray<number> = []
const noLetters: readonly [number, null, null, number] = [-1, null, null, 0]
const letterCounts = new Int32Array(letters.length)

/** Adds what single letters say to the votes for the languages. */
const addLetters = (scores: Float64Array, text: string, script: number): void => {
  letterCounts.fill(0)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    let entries = entriesOfUnit.get(unit)
    if (entries === undefined) {
      const letter = String.fromCharCode(unit)
      const found = letters.flatMap(([, pattern], index) => (letter.search(pattern) === 0 ? [index] : []))
      entries = found.length === 0 ? noEntries : found
      entriesOfUnit.set(unit, entries)
    }
    for (const index of entries) letterCounts[index] = (letterCounts[index] ?? 0) + 1
  }
  for (let index = 0; index < letters.length; index++) {
    const count = letterCounts[index] ?? 0
    const [ofScript, , , weight] = letters[index] ?? noLetters
    if (ofScript !== script || count === 0) continue
    for (const place of candidatesOfLetters[index] ?? noEntries)
      scores[place] = (scores[place] ?? 0) + Math.min(3, count) * weight
  }
}

/**
 * Tells the language of a text.
 *
 * @param lower the folded text in lower case, where it is at hand.
 * @returns `und` when the text holds no letters of a known script. Pure: the same text, in any Unicode
 *   normal form and with any white space, gives the same answer.
 */
export const detectLanguage = (
  original: string,
  lower: string = fold(original.slice(0, lookAt * 4)).lower
): DetectedLanguage => {
  let text = lower.length > lookAt * 4 ? lower.slice(0, lookAt * 4) : lower
  if (/https?:|@/u.test(text)) text = text.replaceAll(/https?:\/\/\S+|[\w.+-]+@[\w.-]+/gu, " ")
  if (/\s\s|[^\S ]/u.test(text)) text = text.replaceAll(/\s+/gu, " ")
  text = text.trim()
  if (text.length > lookAt) text = text.slice(0, lookAt)
  let script = latin
  let most = 0
  let total = 0
  const letterCount = countScripts(text)
  for (let index = 0; index < scripts.length; index++) {
    // A Chinese character says about as much as three letters.
    const count = (letterCount[index] ?? 0) * (index === 3 || index === 4 ? 3 : 1)
    total += count
    if (count > most || (index === 4 && count > 0 && count * 4 > most && script === 3)) {
      most = count
      script = index
    }
  }
  if (most === 0) return undetermined
  const single = scripts[script]?.[1]
  if (single !== null && single !== undefined) return { language: single, confidence: round(most / total) }
  if (script === devanagari) return devanagariLanguage(text)

  const scores = new Float64Array(languages.length)
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  for (const word of words) {
    const entries = votes.get(word)
    if (entries === undefined) continue
    for (const [index, weight] of entries) scores[index] = (scores[index] ?? 0) + weight
  }
  addLetters(scores, text, script)
  let best = -1
  let second = -1
  for (let index = 0; index < languages.length; index++) {
    if (scriptOfLanguage[index] !== script) continue
    if (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0)) {
      second = best
      best = index
    } else if (second < 0 || (scores[index] ?? 0) > (scores[second] ?? 0)) second = index
  }
  const first = scores[best] ?? 0
  const next = scores[second] ?? 0
  const clear =
    (first >= 2 && first >= next * 1.6) ||
    (first >= 4 && first >= next * 1.3) ||
    // Trigrams do not tell these twins apart any better than their small words.
    (first >= 3 && languages[best] === "id" && languages[second] === "ms" && first >= next * 1.05)
  if (clear && first >= words.length * 0.06) {
    return { language: languages[best] ?? "und", confidence: round(0.5 + 0.5 * (1 - next / first)) }
  }
  return byTrigrams(text, script, scores, words.length)
}

/** How much oftener than others a language is met in this field; settles what nothing else does. */
const prior: ReadonlyArray<readonly [string, number]> = [
  ["en", 0.25],
  ["fr", 0.12],
  ["es", 0.12],
  ["pt", 0.1],
  ["ru", 0.1],
  ["ar", 0.2],
  ["id", 0.25]
]

const devanagariLanguage = (text: string): DetectedLanguage => {
  const words = new Set(text.split(/[^\p{L}\p{M}]+/u))
  const has = (list: string) => list.split(" ").filter((word) => words.has(word)).length
  const hindi = has("है हैं के की का में से को और ने पर यह भी नहीं हो इस कि लिए एक")
  const nepali = has("छ छन् को मा र ले लाई पनि हुन्छ गर्न भएको गरेको हुनु यो त्यो")
  const marathi = has("आहे आहेत च्या आणि या ते मध्ये साठी नाही असे करणे होते")
  const best = Math.max(hindi, nepali, marathi)
  const language = best === hindi ? "hi" : best === nepali ? "ne" : "mr"
  return { language, confidence: best === 0 ? 0.5 : round(best / (hindi + nepali + marathi)) }
}

const byTrigrams = (
  text: string,
  script: number,
  votesFor: Float64Array,
  count: number
): DetectedLanguage => {
  const sums = new Map<string, number>()
  const add = (language: string, score: number) => {
    if (functionWords.has(language) && scriptOf(language) !== script) return
    // Letters that the language does not have.
    if ((votesFor[languages.indexOf(language)] ?? 0) < 0) return
    sums.set(language, (sums.get(language) ?? 0) + score)
  }
  for (const [code, score] of trigrams()(text.slice(0, trigramsLookAt), { minLength: 3 })) {
    const language = shortCodes[code]
    if (language !== undefined) add(language, Math.max(0, score * 4 - 3))
  }
  for (const [language, score] of prior) if (sums.has(language)) add(language, score)
  for (const [index, votesOf] of votesFor.entries()) {
    if (votesOf > 0) add(languages[index] ?? "und", Math.min(1.5, (votesOf * 6) / Math.max(6, count)))
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [first, second] = ranked
  if (first === undefined || first[1] <= 0) return undetermined
  return { language: first[0], confidence: round(1 - (second?.[1] ?? 0) / first[1]) }
}
