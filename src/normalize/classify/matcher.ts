/**
 * The matcher: finds the terms of the vocabulary in a text, with their places.
 *
 * Each term is filed under its rarest atom; a text is looked at word by word, and only the terms filed
 * under a word's atoms are compared around it, in order, with at most one small word between (more where
 * the term itself has small words there). Idea of the rarest token after Annif's MLLM; unlike there, the
 * places are kept, because they are the explanation.
 */
import type { Folded } from "../language/fold.ts"
import { functionWordsOf } from "../language/function-words.ts"
import { stem } from "../language/stems.ts"
import type { Word } from "../language/words.ts"
import { type Atom, beginning, characters, type CompiledTerm, unspacedLanguages } from "./vocabulary.ts"

/** A term found in a text; places are those of the folded text. */
export interface TermMatch {
  /** Index of the term in its vocabulary. */
  readonly index: number
  readonly term: CompiledTerm
  readonly start: number
  readonly end: number
  /** True when a longer term covers this one. */
  covered: boolean
}

interface IndexedTerm {
  readonly index: number
  readonly term: CompiledTerm
  readonly atoms: ReadonlyArray<number>
  readonly gaps: ReadonlyArray<number>
  readonly anchor: number
  readonly needs: ReadonlyArray<ReadonlyArray<number>>
  readonly unless: ReadonlyArray<ReadonlyArray<number>>
}

const noAtoms: ReadonlyArray<number> = []
const cacheLimit = 20_000

/** The vocabulary of one language, ready to be matched. */
export class Matcher {
  readonly language: string
  readonly terms: ReadonlyArray<CompiledTerm>
  private readonly atomIds = new Map<string, number>()
  private readonly filed = new Map<number, Array<IndexedTerm>>()
  private readonly strings = new Map<string, Array<number>>()
  private readonly cache = new Map<string, ReadonlyArray<number>>()
  /** Lengths of the beginnings of words that terms ask for. */
  private readonly openLengths: ReadonlyArray<number>
  private readonly small: ReadonlySet<string>

  constructor(language: string, terms: ReadonlyArray<CompiledTerm>) {
    this.language = language
    this.terms = terms
    this.small = functionWordsOf(language)
    const counts = new Map<string, number>()
    for (const { atoms } of terms) {
      for (const { text } of atoms) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    for (const [index, term] of terms.entries()) {
      const [first] = term.atoms
      if (
        first !== undefined &&
        unspacedLanguages.has(language) &&
        /[^\p{ASCII}\u0080-\u024f]/u.test(first.text)
      ) {
        const key = first.text.slice(0, 2)
        const list = this.strings.get(key)
        if (list === undefined) this.strings.set(key, [index])
        else list.push(index)
        continue
      }
      let anchor = 0
      for (const [place, { text }] of term.atoms.entries()) {
        if ((counts.get(text) ?? 0) < (counts.get(term.atoms[anchor]?.text ?? "") ?? 0)) anchor = place
      }
      const entry: IndexedTerm = {
        index,
        term,
        atoms: term.atoms.map((atom) => this.idOf(atom)),
        gaps: term.atoms.map(({ gap }) => gap),
        anchor,
        needs: term.needs.map((sequence) => sequence.map((atom) => this.idOf(atom))),
        unless: term.unless.map((sequence) => sequence.map((atom) => this.idOf(atom)))
      }
      const key = entry.atoms[anchor] ?? -1
      const list = this.filed.get(key)
      if (list === undefined) this.filed.set(key, [entry])
      else list.push(entry)
    }
    const lengths = new Set<number>()
    for (const text of this.atomIds.keys()) if (text.endsWith("*")) lengths.add(text.length - 1)
    this.openLengths = [...lengths].sort((a, b) => a - b)
  }

  private idOf({ text }: Atom): number {
    const known = this.atomIds.get(text)
    if (known !== undefined) return known
    this.atomIds.set(text, this.atomIds.size)
    return this.atomIds.size - 1
  }

  /** Atoms that a word of a text satisfies. */
  private atomsOf(word: Word): ReadonlyArray<number> {
    const known = this.cache.get(word.cased)
    if (known !== undefined) return known
    const found: Array<number> = []
    const add = (text: string) => {
      const id = this.atomIds.get(text)
      if (id !== undefined && !found.includes(id)) found.push(id)
    }
    if (word.text.length <= 60) {
      add(stem(word.text, this.language))
      const open = beginning(word.text, this.language)
      for (const length of this.openLengths) if (length <= open.length) add(`${open.slice(0, length)}*`)
      add(`=${word.cased}`)
      if (/^[\p{Lu}\p{N}]{2,}s$/u.test(word.cased)) add(`=${word.cased.slice(0, -1)}`)
    }
    if (this.cache.size >= cacheLimit) this.cache.clear()
    this.cache.set(word.cased, found.length === 0 ? noAtoms : found)
    return found
  }

  private isSmall(word: Word | undefined): boolean {
    return word !== undefined && (word.text.length === 1 || this.small.has(word.text))
  }

  /** Finds the terms in a text, in order of place. */
  find(folded: Folded, words: ReadonlyArray<Word>): Array<TermMatch> {
    const matches: Array<TermMatch> = []
    const atoms = words.map((word) =>
      word.run && unspacedLanguages.has(this.language) ? noAtoms : this.atomsOf(word)
    )
    for (let place = 0; place < words.length; place++) {
      for (const id of atoms[place] ?? noAtoms) {
        for (const entry of this.filed.get(id) ?? []) {
          const span = this.compare(entry, place, words, atoms)
          if (span === undefined) continue
          const [from, to] = span
          if (
            entry.needs.length > 0 &&
            !entry.needs.some((need) => this.occurs(need, words, atoms, from, to))
          )
            continue
          if (entry.unless.some((other) => this.occurs(other, words, atoms, -1, -1))) continue
          const start = words[from]?.start ?? 0
          const end = words[to]?.end ?? 0
          if (!matches.some((match) => match.index === entry.index && match.start === start)) {
            matches.push({ index: entry.index, term: entry.term, start, end, covered: false })
          }
        }
      }
    }
    if (this.strings.size > 0) this.findStrings(folded, matches)
    matches.sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index)
    let reach = -1
    let reachStart = -1
    for (const match of matches) {
      match.covered = match.end <= reach && !(match.start === reachStart && match.end === reach)
      if (match.end > reach) {
        reach = match.end
        reachStart = match.start
      }
    }
    return matches
  }

  /** First and last word of a term around its anchor, or undefined. */
  private compare(
    entry: IndexedTerm,
    place: number,
    words: ReadonlyArray<Word>,
    atoms: ReadonlyArray<ReadonlyArray<number>>
  ): readonly [number, number] | undefined {
    let to = place
    for (let index = entry.anchor + 1; index < entry.atoms.length; index++) {
      const wanted = entry.atoms[index] ?? -1
      let next = to + 1
      let left = entry.gaps[index] ?? 0
      while (!(atoms[next] ?? noAtoms).includes(wanted)) {
        if (left === 0 || !this.isSmall(words[next])) return undefined
        left--
        next++
      }
      to = next
    }
    let from = place
    for (let index = entry.anchor - 1; index >= 0; index--) {
      const wanted = entry.atoms[index] ?? -1
      let next = from - 1
      let left = entry.gaps[index + 1] ?? 0
      while (!(atoms[next] ?? noAtoms).includes(wanted)) {
        if (left === 0 || !this.isSmall(words[next])) return undefined
        left--
        next--
      }
      from = next
    }
    return [from, to]
  }

  /** Whether a sequence of atoms occurs outside the words from..to. */
  private occurs(
    sequence: ReadonlyArray<number>,
    words: ReadonlyArray<Word>,
    atoms: ReadonlyArray<ReadonlyArray<number>>,
    from: number,
    to: number
  ): boolean {
    for (let place = 0; place + sequence.length <= words.length; place++) {
      if (place <= to && place + sequence.length > from) continue
      if (sequence.every((id, index) => (atoms[place + index] ?? noAtoms).includes(id))) return true
    }
    return false
  }

  private findStrings(folded: Folded, matches: Array<TermMatch>): void {
    const text = characters(folded.lower)
    const contains = (sequence: ReadonlyArray<Atom>) => sequence.every((atom) => text.includes(atom.text))
    for (let place = 0; place < text.length; place++) {
      for (const length of [2, 1]) {
        const list = this.strings.get(text.slice(place, place + length))
        if (list === undefined) continue
        for (const index of list) {
          const term = this.terms[index]
          const wanted = term?.atoms[0]?.text
          if (term === undefined || wanted === undefined || !text.startsWith(wanted, place)) continue
          if (term.needs.length > 0 && !term.needs.some(contains)) continue
          if (term.unless.some(contains)) continue
          matches.push({ index, term, start: place, end: place + wanted.length, covered: false })
        }
      }
    }
  }
}
