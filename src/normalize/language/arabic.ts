/**
 * Light stemming of Arabic: letters that writers interchange are made equal, then the article with its
 * particles and the commonest endings are taken off, as long as a word of three letters remains.
 */

const vowels = /[\u064b-\u065f\u0670\u0640]/gu
const prefixes = ["وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل"]
const particles = ["و", "ف", "ب", "ل", "ك", "س"]
const endings = [
  "اتها",
  "اتهم",
  "تها",
  "تهم",
  "هما",
  "ها",
  "ان",
  "ات",
  "ون",
  "ين",
  "يه",
  "هم",
  "نا",
  "ه",
  "ي"
]

/** Same letters for what is written in several ways: alef, ya, ta marbuta, Persian kaf and ya. */
export const equalLetters = (word: string): string =>
  word
    .replace(vowels, "")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ک/gu, "ك")
    .replace(/ؤ/gu, "و")
    .replace(/ئ/gu, "ي")

/** Stem of an Arabic word. */
export const stemmer = (word: string): string => {
  let rest = equalLetters(word)
  const prefix = prefixes.find(
    (candidate) => rest.startsWith(candidate) && rest.length - candidate.length >= 3
  )
  if (prefix !== undefined) rest = rest.slice(prefix.length)
  else if (
    rest.length >= 5 &&
    particles.some((particle) => rest.startsWith(particle)) &&
    /^[وفبل]/u.test(rest)
  )
    rest = rest.slice(1)
  const ending = endings.find((candidate) => rest.endsWith(candidate) && rest.length - candidate.length >= 3)
  return ending === undefined ? rest : rest.slice(0, -ending.length)
}
