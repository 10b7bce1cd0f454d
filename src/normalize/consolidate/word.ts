/** What is known of a single word: its stem, notions, poles, and whether it carries anything. */
import { notions } from "./lexicon.ts"
import { polesOf } from "./poles.ts"
import { remembered } from "./remembered.ts"
import { han } from "./script.ts"
import { isNegation } from "./sense.ts"

const arabicAffix = /^(?:[وف])?(?:[بلك](?=ال))?(?:ال|لل)?(?=\p{Script=Arabic}{3})/u
const stemOf = (word: string): string => {
  if (/^\p{Script=Arabic}/u.test(word)) return word.replace(arabicAffix, "").slice(0, 5)
  return word.length > 6 ? word.slice(0, 6) : word
}

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
const cognateOf = (word: string): string | null => {
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
}

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

/** What is known of a folded word. */
export interface Word {
  /** Without particles. */
  readonly bare: string
  /** Notions whose words begin with it. */
  readonly entries: ReadonlyArray<Entry>
  readonly isContent: boolean
  readonly stem: string
  readonly cognate: string | null
  readonly poles: ReadonlyArray<string>
  readonly isNegation: boolean
}

const begins = (word: string | undefined, part: string): boolean =>
  word !== undefined &&
  word.startsWith(part) &&
  (part.length <= 2 ? word.length === part.length : part.length <= 4 ? word.length <= part.length + 3 : true)

/** A word without particles, and the entries that it begins. */
const bareWordOf = (word: string): Pick<Word, "bare" | "entries"> => {
  const bare = word.replace(arabicAffix, "").replace(/^(?:[dlcnsqu]{1,2}')/u, "")
  return {
    bare,
    entries: [
      ...(byStart.get(bare.slice(0, 3)) ?? []),
      ...(bare.length > 2 ? (byStart.get(bare.slice(0, 2)) ?? []) : [])
    ].filter(({ parts }) => begins(bare, parts[0] ?? ""))
  }
}

/** The notions that stand in a text, given with its words. */
export const notionsIn = (
  folded: string,
  words: ReadonlyArray<Word>,
  language: string
): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const [index, { entries }] of words.entries()) {
    for (const entry of entries) {
      const { id, language: only, parts } = entry
      if (only !== null && only !== language) continue
      // It begins with the word: what follows remains to be seen.
      const isHere =
        parts.length === 1 ||
        parts.every((part, offset) => offset === 0 || begins(words[index + offset]?.bare, part))
      if (isHere) found.add(id)
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

/** Words that carry little, by language. */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
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

/** All that is asked of a word, so that it is looked up once. */
export const wordOf = remembered(50_000, (word): Word => ({
  ...bareWordOf(word),
  isContent: !anyStopWord.has(word) && word.length > 1,
  stem: stemOf(word),
  cognate: cognateOf(word),
  poles: polesOf(word),
  isNegation: isNegation(word)
}))
