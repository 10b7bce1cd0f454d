/** What an organiser can choose from: initiatives of the registry, countries, languages by their names. Pure. */
import type { Initiative } from "../../domain/index.ts"
import { countryCodes, LanguageTag } from "../../domain/index.ts"
import { type DigestLanguage, locales } from "../../domain/languages.ts"
import type { Choice } from "../form.ts"

/** Initiatives that are offered where none has the name that was written. */
const mostCandidates = 6

/** Lower case without accents and signs, words parted by single spaces. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

type Named = Pick<Initiative, "id" | "name">

/** The one initiative of this name or id; null where there is none, or more than one. */
export const initiativeNamed = <A extends Named>(all: ReadonlyArray<A>, text: string): A | null => {
  const wanted = folded(text)
  const found = all.filter(({ id, name }) => id === text.trim() || folded(name) === wanted)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Words that say nothing of which initiative is meant. */
const idle = new Set([
  "igf",
  "internet",
  "governance",
  "forum",
  "the",
  "of",
  "on",
  "and",
  "national",
  "de",
  "la"
])

/** Initiatives whose names share words with a text, the nearest first. */
export const initiativesLike = <A extends Named>(all: ReadonlyArray<A>, text: string): ReadonlyArray<A> => {
  const wanted = folded(text)
    .split(" ")
    .filter((word) => word.length > 1 && !idle.has(word))
  if (wanted.length === 0) return []
  return all
    .map((one) => {
      const own = folded(`${one.name} ${one.id}`).split(" ")
      const shared = wanted.filter((word) => own.some((other) => other === word)).length
      const begun = wanted.filter((word) =>
        own.some((other) => other !== word && other.startsWith(word))
      ).length
      return { one, score: 2 * shared + begun }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.one.name.localeCompare(b.one.name))
    .slice(0, mostCandidates)
    .map(({ one }) => one)
}

/** Countries and territories by their names in a language. */
export const countryChoices = (lang: DigestLanguage): ReadonlyArray<Choice> => {
  const names = new Intl.DisplayNames(locales[lang].locale, { type: "region", fallback: "code" })
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
}

const letters = "abcdefghijklmnopqrstuvwxyz"

/** Every code of ISO 639-1 that has a name, by that name in a language, in English, and in the language itself. */
const codesByName = new Map<DigestLanguage, ReadonlyMap<string, string>>()

const languageNames = (lang: DigestLanguage): ReadonlyMap<string, string> => {
  const known = codesByName.get(lang)
  if (known !== undefined) return known
  const names = new Map<string, string>()
  const inLang = new Intl.DisplayNames(locales[lang].locale, { type: "language", fallback: "none" })
  const inEnglish = new Intl.DisplayNames("en", { type: "language", fallback: "none" })
  for (const first of letters) {
    for (const second of letters) {
      const code = `${first}${second}`
      const english = inEnglish.of(code)
      if (english === undefined) continue
      const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code)
      for (const name of [code, english, inLang.of(code), own]) {
        if (name !== undefined && !names.has(folded(name))) names.set(folded(name), code)
      }
    }
  }
  codesByName.set(lang, names)
  return names
}

/** Languages at most. */
const mostLanguages = 12

/** Reads names or codes of languages; the first that is unknown is given back instead. */
export const readLanguages = (
  text: string,
  lang: DigestLanguage
): ReadonlyArray<LanguageTag> | { readonly unknown: string } => {
  const parts = text
    .split(/[,;،、，/\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .slice(0, mostLanguages)
  const names = languageNames(lang)
  const codes: Array<LanguageTag> = []
  for (const part of parts) {
    const code = names.get(folded(part))
    if (code === undefined) return { unknown: part }
    const tag = LanguageTag.make(code)
    if (!codes.includes(tag)) codes.push(tag)
  }
  return codes
}
