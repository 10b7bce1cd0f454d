/**
 * What consolidation compares: the words, notions, numbers and polarity of a statement.
 */
import { fold } from "../phrases/fold.ts"
import { kindCues } from "../segment/cues.ts"
import { withoutNumbering } from "./alignment.ts"
import { notions } from "./lexicon.ts"
import { hanNumerals, numeralOf, plainDigits } from "./numerals.ts"
import { remembered } from "./remembered.ts"
import { isNegation } from "./sense.ts"
import { withoutTranslationMark } from "./translation.ts"

/** A statement to consolidate. `concepts`: issues it was given, which help across languages. */
export interface StatementToConsolidate {
  readonly id: string
  readonly initiative: string
  readonly text: string
  readonly language?: string
  readonly concepts?: ReadonlyArray<string>
}

/** What tells two statements of similar words apart; held for all statements at once. */
export interface Traits {
  /** The text as far as it is compared. */
  readonly text: string
  /** Folded text, letters and digits only, single spaces: equal keys are equal texts. */
  readonly key: string
  readonly language: string
  /** Numbers, and below poles, separated by spaces. */
  readonly numbers: string
  readonly negations: number
  readonly poles: string
  /** True when it says that views differed. */
  readonly divergent: boolean
}

/** The features of one statement. */
export interface Features extends Traits {
  /** Words (Chinese and Japanese: pairs of characters) cut to their stems; in order, with repetitions. */
  readonly words: ReadonlyArray<string>
  /** Features that other languages share: notions, cognates, numbers, concepts. */
  readonly shared: ReadonlyArray<string>
}

/** The traits alone. */
export const traitsOf = ({
  divergent,
  key,
  language,
  negations,
  numbers,
  poles,
  text
}: Features): Traits => ({ text, key, language, numbers, negations, poles, divergent })

/** The members of a list in traits. */
export const members = (list: string): ReadonlyArray<string> => (list === "" ? [] : list.split(" "))

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const hanRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const numberToken = /\d+(?:\.\d+)?(?:st|nd|rd|th|º|ª)?(?![\p{L}])|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu
const token = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu

const stopWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the of and to in a is that for be should on with are as by it must or not at from their have which they this an all who",
    fr: "le la les des de du et a en un une que est pour dans doit doivent qui par au aux sur ne pas ce cette leur leurs etre avec se d' l' ou plus devrait devraient",
    es: "el la los las de del y a en un una que es para por con no se su sus debe deben al lo como mas o este esta ser son quien",
    pt: "o a os as de do da dos das e em um uma que para por com nao se seu sua deve devem ao no na nos nas ou ser sao mais como",
    de: "der die das und in zu den von mit ist fur auf des dem nicht ein eine als auch sollen soll mussen werden sind bei",
    it: "il la i gli le di del della e in un una che per con non si da al dei delle devono deve sono essere",
    ru: "и в на не что с по для к от из о как это при за их должны должен следует быть или все",
    uk: "і в на не що з до для від та як це повинні має",
    ar: "في من علي الي ان عن التي الذي ما لا هذه هذا او كل مع بين يجب ينبغي",
    id: "dan yang di untuk dengan dari pada ini tidak harus dalam",
    sw: "na ya wa kwa katika ni la za kama lazima"
  }).map(([language, words]) => [language, new Set(words.split(" "))] as const)
)
/** Words that carry little in one of the languages. */
export const anyStopWord: ReadonlySet<string> = new Set(
  Object.values(stopWords).flatMap((words) => Array.from(words))
)

const guessLanguage = (text: string, tokens: ReadonlyArray<string>): string => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja"
  if (han.test(text)) return "zh"
  let best = "und"
  let most = 0
  for (const [language, words] of Object.entries(stopWords)) {
    const count = tokens.reduce((sum, word) => sum + (words.has(word) ? 1 : 0), 0)
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}

const arabicAffix = /^(?:[وف])?(?:[بلك](?=ال))?(?:ال|لل)?(?=\p{Script=Arabic}{3})/u
const stem = remembered(50_000, (word) => {
  if (/^\p{Script=Arabic}/u.test(word)) return word.replace(arabicAffix, "").slice(0, 5)
  return word.length > 6 ? word.slice(0, 6) : word
})

const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "c",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "c",
  ш: "s",
  щ: "s",
  ы: "i",
  э: "e",
  ю: "u",
  я: "a",
  і: "i",
  ї: "i",
  є: "e"
}

/** The beginning of an international word, levelled between Latin spellings and Cyrillic; null for other words. */
const cognate = remembered(50_000, (word): string | null => {
  if (word.length < 6) return null
  const latin = /^[а-яіїє]/u.test(word)
    ? Array.from(word)
        .map((letter) => cyrillic[letter] ?? "")
        .join("")
    : /^[a-z]/u.test(word)
      ? word
      : null
  return latin === null
    ? null
    : latin
        .replace(/k|qu/gu, "c")
        .replace(/ph/gu, "f")
        .replace(/y/gu, "i")
        .replace(/(.)\1/gu, "$1")
        .slice(0, 5)
})

interface Entry {
  readonly id: string
  readonly language: string | null
  readonly parts: ReadonlyArray<string>
}

const byStart = new Map<string, Array<Entry>>()
const hanNotions = new Map<string, Array<readonly [string, string]>>()
for (const notion of notions) {
  for (const word of notion.words) {
    if (han.test(word)) {
      const start = word.slice(0, 1)
      hanNotions.set(start, [...(hanNotions.get(start) ?? []), [word, notion.id]])
      continue
    }
    const parts = word.split(" ").map((part) => part.replace(/^(?:ال)(?=\p{Script=Arabic}{3})/u, ""))
    const start = (parts[0] ?? "").slice(0, 3)
    byStart.set(start, [...(byStart.get(start) ?? []), { id: notion.id, language: notion.language, parts }])
  }
}

const begins = (word: string | undefined, part: string): boolean =>
  word !== undefined &&
  word.startsWith(part) &&
  (part.length <= 2 ? word.length === part.length : part.length <= 4 ? word.length <= part.length + 3 : true)

/** A word without particles, and the entries that it begins. */
const bareWord = remembered(50_000, (word) => {
  const bare = word.replace(arabicAffix, "").replace(/^(?:[dlcnsqu]{1,2}')/u, "")
  return {
    bare,
    entries: [
      ...(byStart.get(bare.slice(0, 3)) ?? []),
      ...(bare.length > 2 ? (byStart.get(bare.slice(0, 2)) ?? []) : [])
    ].filter(({ parts }) => begins(bare, parts[0] ?? ""))
  }
})

const notionsIn = (
  folded: string,
  tokens: ReadonlyArray<string>,
  language: string
): ReadonlyArray<string> => {
  const words = tokens.map(bareWord)
  const found = new Set<string>()
  for (const [index, { entries }] of words.entries()) {
    for (const entry of entries) {
      if (entry.language !== null && entry.language !== language) continue
      if (entry.parts.every((part, offset) => begins(words[index + offset]?.bare, part))) found.add(entry.id)
    }
  }
  if (han.test(folded)) {
    for (let at = 0; at < folded.length; at += 1) {
      for (const [word, id] of hanNotions.get(folded[at] ?? "") ?? []) {
        if (folded.startsWith(word, at)) found.add(id)
      }
    }
  }
  return [...found]
}

/** Firsts and seconds are everywhere; months and multiples say little across languages. */
const telling = /^(?:\d+(?:\.\d+)?|1\/\d|[3-9]\.|\d\d+\.)$/u

const numbersIn = (plain: string, language: string): ReadonlyArray<string> => {
  const found = (plain.replace(hanRun, " ").match(numberToken) ?? []).flatMap((word) => {
    const number = numeralOf(word, language)
    return number !== null && telling.test(number) ? [number] : []
  })
  return [...found, ...(han.test(plain) ? hanNumerals(plain) : [])].toSorted()
}

const hanNegation = /不(?!仅|同|断|但)|未(?!来|成年)|没有|无需|无须|勿|非法|禁止|ない|ません/gu

const opposites: ReadonlyArray<readonly [string, string]> = [
  [
    "mandatory compulsory obligatoire obligatori* obrigatori* обязательн* الزامي* 强制",
    "voluntary volontaire voluntari* добровольн* طوعي* 自愿"
  ],
  [
    "allow* permit* autoris* autoriz* permet* permit* разреш* يسمح السماح 允许",
    "ban* prohibit* forbid* interdi* prohib* proib* запре* حظر يحظر 禁止"
  ],
  [
    "increase* raise* augment* aumentar elevar увелич* повы* زياده رفع 提高 增加",
    "reduce* decrease* lower* cut reduire baisser reducir bajar reduzir baixar сниз* уменьш* сокра* خفض تخفيض 降低 减少"
  ],
  ["before avant antes до перед قبل 之前", "after apres despues depois после بعد 之后"],
  [
    "support* favour* favor* soutien* apoy* apoi* поддерж* يؤيد 支持 赞成",
    "oppose* reject* rejet* rechaz* rejeit* отверг* против يرفض نرفض 反对"
  ],
  [
    "strengthen* renforc* fortalec* reforc* усил* تعزيز 加强",
    "weaken* affaibl* debilit* enfraquec* ослаб* اضعاف 削弱"
  ],
  [
    "keep kept maintain* mainten* mantener* manter* сохран* الابقاء 保留",
    "abolish* scrap* supprim* abolir abolid* elimin* отмен* الغاء 取消"
  ],
  ["more plus mas mais больше اكثر 更多", "less fewer moins menos меньше اقل 更少"],
  ["minimum least minimo minim* не менее минимум 至少", "maximum most maximo максимум не более 至多 最多"],
  ["national nationale nacional национальн* وطني* 国家级", "regional regionale региональн* اقليمي* 区域"],
  ["public publique publico публичн* государственн*", "private prive privee privado частн*"]
]
const poleWords = opposites.flatMap((pair, axis) =>
  pair.flatMap((words, side) =>
    words.split(" ").map((word) => ({ pole: `${axis}${side === 0 ? "+" : "-"}`, word }))
  )
)
const exactPoles = new Map<string, string>()
const prefixPoles: Array<readonly [string, string]> = []
const hanPoles: Array<readonly [string, string]> = []
for (const { pole, word } of poleWords) {
  if (han.test(word)) hanPoles.push([word, pole])
  else if (word.endsWith("*")) prefixPoles.push([word.slice(0, -1), pole])
  else exactPoles.set(word, pole)
}

const polesOf = remembered(50_000, (word): ReadonlyArray<string> => {
  const exact = exactPoles.get(word)
  const prefixed = prefixPoles.filter(([prefix]) => word.startsWith(prefix)).map(([, pole]) => pole)
  return exact === undefined ? prefixed : [exact, ...prefixed]
})

/** The poles that words hold ("mandatory" one, "voluntary" its opposite), separated by spaces. */
export const polesIn = (folded: string, tokens: ReadonlyArray<string>): string => {
  const poles = new Set<string>()
  for (const word of tokens) for (const pole of polesOf(word)) poles.add(pole)
  if (han.test(folded)) for (const [word, pole] of hanPoles) if (folded.includes(word)) poles.add(pole)
  return [...poles].join(" ")
}

const bigrams = (folded: string): ReadonlyArray<string> =>
  (folded.match(hanRun) ?? []).flatMap((run) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2))
  )

/** Longest text that is compared; what is beyond decides nothing. */
const longest = 4000

const primaries = new Map<string, string>()

/** The language of a tag without script and region; equal ones are one string. */
const primaryOf = (tag: string): string => {
  const known = primaries.get(tag)
  if (known !== undefined) return known
  const primary = tag.split("-")[0] ?? "und"
  primaries.set(tag, primary)
  return primary
}

/** Computes the features of a statement. */
export const featuresOf = (
  statement: Pick<StatementToConsolidate, "text" | "language" | "concepts">
): Features => {
  const text = statement.text.slice(0, longest)
  const whole = withoutTranslationMark(fold(text).replaceAll("ı", "i"))
  const language = primaryOf(
    statement.language ?? guessLanguage(whole, whole.replace(hanRun, " ").match(token) ?? [])
  )
  const folded = withoutNumbering(whole, language)
  const tokens = folded.replace(hanRun, " ").match(token) ?? []
  const plain = plainDigits(folded, language)
  const content = tokens.filter((word) => !anyStopWord.has(word) && word.length > 1)
  const words = [...content.map(stem), ...bigrams(folded)]
  const numbers = numbersIn(plain, language)
  const cognates = new Set(content.flatMap((word) => cognate(word) ?? []))
  return {
    text,
    key: plain
      .replace(/(?<=^|\s)[-−](?=\d)/gu, "±")
      .replace(/(?:(?<!\d)[.:/]|[.:/](?!\d)|[^\p{L}\p{M}\p{N}\p{Sc}%‰<>=±.:/])+/gu, " ")
      .trim(),
    language,
    words,
    shared: [
      ...notionsIn(folded, tokens, language).map((id) => `n:${id}`),
      ...[...cognates].map((start) => `c:${start}`),
      ...numbers.map((number) => `#${number}`),
      ...(statement.concepts ?? []).map((concept) => `k:${concept}`)
    ],
    numbers: numbers.join(" "),
    negations: tokens.filter(isNegation).length + (folded.match(hanNegation)?.length ?? 0),
    poles: polesIn(folded, tokens),
    divergent: kindCues(text).some((cue) => cue.kind === "divergence")
  }
}
