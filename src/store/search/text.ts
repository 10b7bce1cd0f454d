/**
 * Words of a text for full-text search: one form for what readers would call the same word, with the place in
 * the original, so that what was found can be marked.
 *
 * Texts are folded (src/normalize/language/fold.ts), letters lose their accents, Arabic is written with one
 * alef and without vowels and article, and scripts without spaces are parted by `Intl.Segmenter`. The same
 * function makes the index and reads the query, so that a word found in either is found in the other.
 */
import { equalLetters } from "../../normalize/language/arabic.ts"
import { fold, type Folded, originalSpan } from "../../normalize/language/fold.ts"
import { wordsOf } from "../../normalize/language/words.ts"

/** A word with its place, in UTF-16 units, end exclusive. */
export interface SearchWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Longer words are cut: nobody types them. */
const longest = 40

const accents = /[\u0300-\u036f]/gu
const hebrewPoints = /[\u0591-\u05c7]/gu
const article = /^(?:وال|بال|فال|كال|ال)(?=.{3})/u
const isArabic = /\p{sc=Arab}/u
const isPlain = /^[a-z0-9]*$/

/** Letters that no normal form takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ё: "е"
}

/** One form of a word in lower case. */
const formOf = (word: string): string => {
  if (isPlain.test(word)) return word.slice(0, longest)
  const bare = word
    .normalize("NFD")
    .replace(accents, "")
    .replace(hebrewPoints, "")
    .normalize("NFC")
    .replace(/[ßæœøđðłþıё]/gu, (letter) => letters[letter] ?? letter)
  const own = isArabic.test(bare) ? equalLetters(bare).replace(article, "") : bare
  return own.slice(0, longest).toWellFormed()
}

let segmenter: Intl.Segmenter | undefined

/** Words of a folded text, in order, with their places in the folded text. */
export const foldedWords = (folded: Folded): ReadonlyArray<SearchWord> => {
  const found: Array<SearchWord> = []
  const push = (word: string, start: number, end: number) => {
    const text = formOf(word)
    if (text !== "") found.push({ text, start, end })
  }
  for (const word of wordsOf(folded)) {
    if (!word.run) {
      push(word.text, word.start, word.end)
      continue
    }
    segmenter ??= new Intl.Segmenter("und", { granularity: "word" })
    for (const { index, isWordLike, segment } of segmenter.segment(word.text)) {
      if (isWordLike === true) push(segment, word.start + index, word.start + index + segment.length)
    }
  }
  return found
}

/** Words of a text, in order, with their places in it. */
export const searchWords = (text: string): ReadonlyArray<SearchWord> => {
  const folded = fold(text)
  return foldedWords(folded).map(({ end, start, text }) => ({ text, ...originalSpan(folded, start, end) }))
}

/** Whether the words of a script stand apart, so that their beginnings are worth looking for. */
export const isSpaced = (word: string): boolean =>
  !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/u.test(word)
