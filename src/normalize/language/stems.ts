/**
 * Stems: the part of a word that its forms share, by language.
 *
 * European languages by the Snowball algorithms (package @orama/stemmers); Arabic and Persian by light
 * stemming after Larkey, Ballesteros and Connell ("Improving stemming for Arabic information retrieval",
 * 2002), which keeps apart what Snowball's Arabic conflates.
 */
import { stemmer as arabicLetters } from "./arabic.ts"
import { stemmer as dutch } from "@orama/stemmers/dutch"
import { stemmer as english } from "@orama/stemmers/english"
import { stemmer as french } from "@orama/stemmers/french"
import { stemmer as german } from "@orama/stemmers/german"
import { stemmer as hindi } from "@orama/stemmers/indian"
import { stemmer as indonesian } from "@orama/stemmers/indonesian"
import { stemmer as italian } from "@orama/stemmers/italian"
import { stemmer as portuguese } from "@orama/stemmers/portuguese"
import { stemmer as russian } from "@orama/stemmers/russian"
import { stemmer as spanish } from "@orama/stemmers/spanish"
import { stemmer as turkish } from "@orama/stemmers/turkish"
import { stemmer as ukrainian } from "@orama/stemmers/ukrainian"

const stemmers: ReadonlyMap<string, (word: string) => string> = new Map([
  ["ar", arabicLetters],
  ["fa", arabicLetters],
  ["de", german],
  ["en", english],
  ["es", spanish],
  ["fr", french],
  ["hi", hindi],
  ["id", indonesian],
  ["it", italian],
  ["nl", dutch],
  ["pt", portuguese],
  ["ru", russian],
  ["tr", turkish],
  ["uk", ukrainian]
])
/**
 * Beginnings of words that the stemmers would throw together with others of another theme: encryption with
 * figures, accessibility with access, a university with what is universal. Such a word's stem is its
 * beginning.
 */
const keptApart: ReadonlyMap<string, RegExp> = new Map([
  ["en", /^(?:accessib|inaccessib|universit|generativ)/u],
  ["fr", /^(?:chiffrement|déchiffrement|accessib|inaccessib|universit|générativ)/u],
  ["es", /^(?:cifrad|descifrad|accesib|inaccesib|universit|universidad|generativ)/u],
  ["pt", /^(?:cifrad|acessib|inacessib|universit|universidad|generativ)/u],
  ["it", /^(?:cifratur|accessib|inaccessib|universit|generativ)/u]
])
const accents = /\p{M}+/gu

/** Letters without their accents; other scripts stay as they are. */
export const unaccented = (word: string): string =>
  /[\u00c0-\u024f]/u.test(word) ? word.normalize("NFD").replace(accents, "").normalize("NFC") : word

/** Words kept by language; bounded, so that a flood of invented words cannot fill the memory. */
const caches = new Map<string, Map<string, string>>()
const cacheLimit = 4_000

/** Stem of a lower-case word in a language, without accents; the word itself where no stemmer is known. */
export const stem = (word: string, language: string): string => {
  let cache = caches.get(language)
  if (cache === undefined) caches.set(language, (cache = new Map()))
  const known = cache.get(word)
  if (known !== undefined) return known
  const stemmer = stemmers.get(language)
  const apart = keptApart.get(language)?.exec(word)?.[0]
  if (apart !== undefined) return unaccented(apart)
  const stemmed = stemmer === undefined || word.length < 3 || word.length > 40 ? word : stemmer(word)
  const answer = unaccented(stemmed === "" ? word : stemmed)
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(word, answer)
  return answer
}
