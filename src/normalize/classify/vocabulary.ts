/**
 * The vocabulary in the form in which texts are matched: terms as sequences of atoms, by language.
 *
 * An atom is what one word of a text must be: a stem (`govern`), the beginning of a word (`deplatform*`)
 * or, for acronyms, the word as written (`=UA`). Chinese, Japanese and Thai terms stay character strings.
 * Small words inside a term of an inflected language are left out, because they follow the grammar of the
 * sentence; English keeps them, because its terms are fixed.
 *
 * Compiled terms are kept as lines of text in the model file, so that a start does not read the CSV files.
 */
import type { Term } from "../../domain/index.ts"
import { equalLetters } from "../language/arabic.ts"
import { fold } from "../language/fold.ts"
import { functionWordsOf } from "../language/function-words.ts"
import { simplified } from "../language/han.ts"
import { stem, unaccented } from "../language/stems.ts"
import { wordsOf } from "../language/words.ts"

/** Languages matched by characters. */
export const unspacedLanguages: ReadonlySet<string> = new Set(["zh", "ja", "th", "km", "lo", "my"])

/** Names that are the same in every language stand under this code (ISO 639-2: multiple languages). */
export const sharedNames = "mul"

/** One place in a term: what the word must be, and how many small words may stand before it. */
export interface Atom {
  readonly text: string
  readonly gap: number
}

export interface CompiledTerm {
  /** Index of the issue in the taxonomy. */
  readonly issue: number
  readonly role: Term["role"]
  readonly strength: 1 | 2 | 3
  /** For languages without spaces: one atom, the characters themselves. */
  readonly atoms: ReadonlyArray<Atom>
  /** Alternatives of which one must occur outside the term; each a sequence of atoms. */
  readonly needs: ReadonlyArray<ReadonlyArray<Atom>>
  readonly unless: ReadonlyArray<ReadonlyArray<Atom>>
}

/** What a word of a text is compared by, when a term asks for the beginning of a word. */
export const beginning = (word: string, language: string): string =>
  language === "ar" || language === "fa"
    ? equalLetters(word).replace(/^(?:[وف]?(?:ب|ك)?ال|لل)(?=..)/u, "")
    : unaccented(word)

/** Form in which a language without spaces is compared. */
export const characters = (lower: string): string => simplified(lower)

const compileSequence = (text: string, language: string, acronym: boolean): ReadonlyArray<Atom> => {
  const folded = fold(text.trim())
  if (unspacedLanguages.has(language) && /[^\p{ASCII}\u0080-\u024f]/u.test(folded.lower)) {
    return [{ text: characters(folded.lower.replaceAll("*", "").trim()), gap: 0 }]
  }
  const small = language === "en" ? new Set<string>() : functionWordsOf(language)
  const words = wordsOf(folded)
  // The letter of "e-waste" makes it another thing than waste.
  const content = words.filter((word) =>
    word.text.length === 1 ? /[-\u2010\u2011]/u.test(folded.text[word.end] ?? "") : !small.has(word.text)
  )
  const keep = content.length === 0 || acronym ? words : content
  const atoms: Array<Atom> = []
  let skipped = 0
  for (const word of words) {
    if (!keep.includes(word)) {
      skipped++
      continue
    }
    const open = folded.text[word.end] === "*"
    const atom = acronym
      ? `=${word.cased}`
      : open
        ? `${beginning(word.text, language)}*`
        : stem(word.text, language)
    atoms.push({ text: atom, gap: atoms.length === 0 ? 0 : skipped === 0 ? 1 : skipped + 1 })
    skipped = 0
  }
  return atoms
}

/**
 * Compiles the terms of one language; names shared by all languages are read as English ones. `issues` gives
 * the order of the taxonomy.
 */
export const compileTerms = (
  terms: ReadonlyArray<Term>,
  language: string,
  issues: ReadonlyArray<string>
): Array<CompiledTerm> => {
  const compiled: Array<CompiledTerm> = []
  const seen = new Set<string>()
  const spoken = language === sharedNames ? "en" : language
  for (const term of terms) {
    if (term.language !== language) continue
    const issue = issues.indexOf(term.issue)
    const atoms = compileSequence(term.term, spoken, term.role === "acronym")
    if (issue < 0 || atoms.length === 0 || atoms.some(({ text }) => text === "")) continue
    const conditions = (list: ReadonlyArray<string>) =>
      list.map((entry) => compileSequence(entry, spoken, false)).filter((sequence) => sequence.length > 0)
    const entry: CompiledTerm = {
      issue,
      role: term.role,
      strength: term.strength,
      atoms,
      needs: conditions(term.needs),
      unless: conditions(term.unless)
    }
    // Forms that differ only in ending compile to the same sequence: the first, strongest one stands.
    const key = `${issue} ${atoms.map(({ text }) => text).join(" ")}`
    if (seen.has(key)) continue
    seen.add(key)
    compiled.push(entry)
  }
  return compiled
}

const roles = ["preferred", "alternative", "acronym", "hidden", "indicator"] as const

const writeSequence = (atoms: ReadonlyArray<Atom>): string =>
  atoms.map(({ gap, text }, index) => (index === 0 || gap === 1 ? text : `${text}~${gap}`)).join(" ")

const readSequence = (text: string): ReadonlyArray<Atom> =>
  text.split(" ").map((part, index) => {
    const [atom = "", gap] = part.split("~")
    return { text: atom, gap: index === 0 ? 0 : gap === undefined ? 1 : Number(gap) }
  })

const readList = (text: string): ReadonlyArray<ReadonlyArray<Atom>> =>
  text === "" ? [] : text.split("|").map(readSequence)

/** Compiled terms as text: one a line. */
export const writeTerms = (terms: Iterable<CompiledTerm>): string =>
  [...terms]
    .map(({ atoms, issue, needs, role, strength, unless }) =>
      [
        issue,
        `${roles.indexOf(role)}${strength}`,
        writeSequence(atoms),
        needs.map(writeSequence).join("|"),
        unless.map(writeSequence).join("|")
      ].join("\t")
    )
    .join("\n")

/** Reads what {@link writeTerms} wrote, a term at a time: a whole vocabulary of objects takes much memory. */
export function* readTerms(text: string): Generator<CompiledTerm> {
  let start = 0
  while (start < text.length) {
    const next = text.indexOf("\n", start)
    const end = next < 0 ? text.length : next
    const [issue, code = "", atoms = "", needs = "", unless = ""] = text.slice(start, end).split("\t")
    const strength = code[1] === "3" ? 3 : code[1] === "2" ? 2 : 1
    yield {
      issue: Number(issue),
      role: roles[Number(code[0])] ?? "indicator",
      strength,
      atoms: readSequence(atoms),
      needs: readList(needs),
      unless: readList(unless)
    }
    start = end + 1
  }
}
