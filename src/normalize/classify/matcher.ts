/**
 * The matcher: finds the terms of the vocabulary in a text, with their places.
 *
 * Each term is filed under its rarest atom; a text is looked at word by word, and only the terms filed
 * under a word's atoms are compared around it, in order, with at most one small word between (more where
 * the term itself has small words there). Idea of the rarest token after Annif's MLLM; unlike there, the
 * places are kept, because they are the explanation. The terms lie side by side in typed arrays: there are
 * thousands in each language.
 */
import type { Folded } from "../language/fold.ts"
import { simplified } from "../language/han.ts"
import { Flag, type KnownWords, List, listEnd, listStart, recordAt } from "./records.ts"
import { beginning, type Atom, type CompiledTerm, unspacedLanguages } from "./vocabulary.ts"

/** A term found in a text; places are those of the folded text. */
export interface TermMatch {
  /** Index of the term in its vocabulary. */
  readonly index: number
  /** Index of the issue in the taxonomy. */
  readonly issue: number
  readonly role: CompiledTerm["role"]
  readonly strength: CompiledTerm["strength"]
  readonly start: number
  readonly end: number
  /** True for a name that is the same in every language. */
  readonly shared: boolean
  /** True when a longer term covers this one. */
  covered: boolean
}

/** Which atoms of a word's record a vocabulary looks at: those of the text's own language or the English ones. */
export type Vocabulary = typeof List.own | typeof List.english

/** Whether a word satisfies an atom. */
const satisfies = ({ data }: KnownWords, record: number, list: Vocabulary, atom: number): boolean => {
  const end = listEnd(data, record, list)
  for (let at = listStart(data, record, list); at < end; at++) if (data[at] === atom) return true
  return false
}

/** Whether a word may stand between the words of a term. */
const isSmall = ({ data }: KnownWords, record: number, list: Vocabulary): boolean =>
  ((data[record] ?? 0) & (list === List.own ? Flag.small : Flag.englishSmall)) !== 0

/** What a term asks for or excludes besides itself: sequences of atoms, or of characters. */
interface Condition {
  readonly needs: ReadonlyArray<ReadonlyArray<number>>
  readonly unless: ReadonlyArray<ReadonlyArray<number>>
  readonly needStrings: ReadonlyArray<ReadonlyArray<string>>
  readonly unlessStrings: ReadonlyArray<ReadonlyArray<string>>
}

/** Letters by which the beginnings of words are told apart first. */
const openHead = 3
const textsOf = (sequences: ReadonlyArray<ReadonlyArray<Atom>>): ReadonlyArray<ReadonlyArray<string>> =>
  sequences.map((sequence) => sequence.map(({ text }) => text))
const noTerms: ReadonlyArray<CompiledTerm> = []
const noBeginnings: ReadonlyArray<readonly [string, number]> = []
const plural = /^[\p{Lu}\p{N}]{2,}s$/u
const beyondLatin = /[^\p{ASCII}\u0080-\u024f]/u

/** The vocabulary of one language, ready to be matched. */
export class Matcher {
  readonly language: string
  private readonly atomIds = new Map<string, number>()
  /** Of each term: issue, role, strength, place of its anchor; first of its atoms (and the end of the last). */
  private readonly issues: Uint8Array
  private readonly roles: Array<CompiledTerm["role"]> = []
  private readonly strengths: Array<CompiledTerm["strength"]> = []
  private readonly anchors: Uint8Array
  private readonly starts: Int32Array
  /** Atoms of the terms, and how many small words may stand before each. */
  private readonly atoms: Int32Array
  private readonly gaps: Uint8Array
  private readonly conditions = new Map<number, Condition>()
  /** Terms filed under each atom: places in `filed`. */
  private readonly filedStarts: Int32Array
  private readonly filed: Int32Array
  /** Terms of languages without spaces by their first characters. */
  private readonly strings = new Map<string, Array<readonly [term: number, text: string]>>()
  /** Beginnings of words that terms ask for, by their first letters (all of them where there are fewer). */
  private readonly open = new Map<string, Array<readonly [beginning: string, atom: number]>>()
  private readonly unspaced: boolean
  /** Text in which each atom was last seen. */
  private readonly present: Int32Array
  private round = 0
  /** Index of the first name that is the same in every language; they stand last. */
  private readonly firstShared: number

  /** @param shared names that are the same in every language. */
  constructor(language: string, terms: Iterable<CompiledTerm>, shared: Iterable<CompiledTerm> = noTerms) {
    this.language = language
    this.unspaced = unspacedLanguages.has(language)
    const starts = [0]
    const atoms: Array<number> = []
    const gaps: Array<number> = []
    const issues: Array<number> = []
    const file = (term: CompiledTerm) => {
      const index = issues.length
      issues.push(term.issue)
      this.roles.push(term.role)
      this.strengths.push(term.strength)
      const [first] = term.atoms
      if (this.unspaced && first !== undefined && beyondLatin.test(first.text)) {
        const key = first.text.slice(0, 2)
        const list = this.strings.get(key)
        if (list === undefined) this.strings.set(key, [[index, first.text]])
        else list.push([index, first.text])
      } else {
        for (const atom of term.atoms) {
          atoms.push(this.idOf(atom))
          gaps.push(atom.gap)
        }
      }
      starts.push(atoms.length)
      if (term.needs.length + term.unless.length > 0) {
        const ids = (sequences: ReadonlyArray<ReadonlyArray<Atom>>) =>
          sequences.map((sequence) => sequence.map((atom) => this.idOf(atom)))
        this.conditions.set(index, {
          needs: this.unspaced ? [] : ids(term.needs),
          unless: this.unspaced ? [] : ids(term.unless),
          needStrings: this.unspaced ? textsOf(term.needs) : [],
          unlessStrings: this.unspaced ? textsOf(term.unless) : []
        })
      }
    }
    for (const term of terms) file(term)
    this.firstShared = issues.length
    for (const term of shared) file(term)
    this.issues = Uint8Array.from(issues)
    this.starts = Int32Array.from(starts)
    this.atoms = Int32Array.from(atoms)
    this.gaps = Uint8Array.from(gaps)
    this.anchors = new Uint8Array(issues.length)
    this.present = new Int32Array(this.atomIds.size)
    const counts = new Int32Array(this.atomIds.size)
    for (const atom of atoms) counts[atom] = (counts[atom] ?? 0) + 1
    const filedStarts = new Int32Array(this.atomIds.size + 1)
    for (let term = 0; term < issues.length; term++) {
      const from = this.starts[term] ?? 0
      const length = (this.starts[term + 1] ?? 0) - from
      if (length === 0) continue
      let anchor = 0
      for (let place = 1; place < length; place++) {
        if ((counts[this.atoms[from + place] ?? 0] ?? 0) < (counts[this.atoms[from + anchor] ?? 0] ?? 0))
          anchor = place
      }
      this.anchors[term] = anchor
      const atom = (this.atoms[from + anchor] ?? 0) + 1
      filedStarts[atom] = (filedStarts[atom] ?? 0) + 1
    }
    for (let atom = 1; atom < filedStarts.length; atom++)
      filedStarts[atom] = (filedStarts[atom] ?? 0) + (filedStarts[atom - 1] ?? 0)
    this.filedStarts = filedStarts
    const next = filedStarts.slice()
    this.filed = new Int32Array(filedStarts[filedStarts.length - 1] ?? 0)
    for (let term = 0; term < issues.length; term++) {
      const from = this.starts[term] ?? 0
      if ((this.starts[term + 1] ?? 0) === from) continue
      const atom = this.atoms[from + (this.anchors[term] ?? 0)] ?? 0
      this.filed[next[atom] ?? 0] = term
      next[atom] = (next[atom] ?? 0) + 1
    }
    for (const [text, atom] of this.atomIds) {
      if (!text.endsWith("*")) continue
      const wanted = text.slice(0, -1)
      const head = wanted.slice(0, openHead)
      const list = this.open.get(head)
      if (list === undefined) this.open.set(head, [[wanted, atom]])
      else list.push([wanted, atom])
    }
  }

  private idOf({ text }: Atom): number {
    const known = this.atomIds.get(text)
    if (known !== undefined) return known
    this.atomIds.set(text, this.atomIds.size)
    return this.atomIds.size - 1
  }

  /**
   * Atoms that a word of a text satisfies.
   *
   * @param cased the word as written. @param text in lower case. @param stemmed its stem in the matcher's language.
   */
  atomsOf(cased: string, text: string, stemmed: string): ReadonlyArray<number> {
    const found: Array<number> = []
    const add = (atom: string) => {
      const id = this.atomIds.get(atom)
      if (id !== undefined && !found.includes(id)) found.push(id)
    }
    add(stemmed)
    const open = beginning(text, this.language)
    for (let head = Math.min(openHead, open.length); head >= 1; head--) {
      for (const [wanted, atom] of this.open.get(open.slice(0, head)) ?? noBeginnings)
        if (open.startsWith(wanted) && !found.includes(atom)) found.push(atom)
    }
    add(`=${cased}`)
    if (plural.test(cased)) add(`=${cased.slice(0, -1)}`)
    return found
  }

  /**
   * Finds the terms in a text, in order of place.
   *
   * @param known the words of the text. @param list the atoms of their records that are this vocabulary's.
   */
  find(folded: Folded, known: KnownWords, list: Vocabulary = List.own): Array<TermMatch> {
    const matches: Array<TermMatch> = []
    const { data, records, words } = known
    this.note(known, list)
    for (let place = 0; place < words.length; place++) {
      const record = records[place] ?? -1
      if (record < 0) continue
      const last = listEnd(data, record, list)
      for (let atomAt = listStart(data, record, list); atomAt < last; atomAt++) {
        const atom = data[atomAt] ?? 0
        const end = this.filedStarts[atom + 1] ?? 0
        for (let at = this.filedStarts[atom] ?? 0; at < end; at++) {
          const term = this.filed[at] ?? 0
          const to = this.reach(term, place, 1, known, list)
          if (to < 0) continue
          const from = this.reach(term, place, -1, known, list)
          if (from < 0) continue
          const condition = this.conditions.get(term)
          if (condition !== undefined && !this.holds(condition, folded, known, list, from, to)) continue
          this.push(matches, term, words[from]?.start ?? 0, words[to]?.end ?? 0)
        }
      }
    }
    if (this.strings.size > 0) this.findStrings(folded, matches)
    if (matches.length > 1) matches.sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index)
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

  /** Notes which atoms a text has, so that conditions on others need no look at it. */
  private note({ data, records, words }: KnownWords, list: Vocabulary): void {
    this.round++
    for (let place = 0; place < words.length; place++) {
      const record = records[place] ?? -1
      if (record < 0) continue
      const end = listEnd(data, record, list)
      for (let at = listStart(data, record, list); at < end; at++) this.present[data[at] ?? 0] = this.round
    }
  }

  /** Whether a term's conditions hold around the words from..to. */
  private holds(
    condition: Condition,
    folded: Folded,
    known: KnownWords,
    list: Vocabulary,
    from: number,
    to: number
  ): boolean {
    const { needs, unless } = condition
    return (
      (needs.length === 0 || needs.some((need) => this.occurs(need, known, list, from, to))) &&
      !unless.some((other) => this.occurs(other, known, list, -1, -1)) &&
      stringsHold(condition, folded.lower)
    )
  }

  /** Whether a sequence of atoms occurs outside the words from..to. */
  private occurs(
    sequence: ReadonlyArray<number>,
    known: KnownWords,
    list: Vocabulary,
    from: number,
    to: number
  ): boolean {
    const { length } = sequence
    for (let at = 0; at < length; at++) if (this.present[sequence[at] ?? 0] !== this.round) return false
    const last = known.words.length - length
    for (let place = 0; place <= last; place++) {
      if (place <= to && place + length > from) continue
      let at = 0
      while (at < length) {
        const record = known.records[place + at] ?? -1
        if (record < 0 || !satisfies(known, record, list, sequence[at] ?? -1)) break
        at++
      }
      if (at === length) return true
    }
    return false
  }

  private push(matches: Array<TermMatch>, index: number, start: number, end: number): void {
    for (const match of matches) if (match.index === index && match.start === start) return
    matches.push({
      index,
      issue: this.issues[index] ?? 0,
      role: this.roles[index] ?? "indicator",
      strength: this.strengths[index] ?? 1,
      start,
      end,
      shared: index >= this.firstShared,
      covered: false
    })
  }

  /** Last (step 1) or first (step -1) word of a term whose anchor stands at `place`, or -1. */
  private reach(term: number, place: number, step: 1 | -1, known: KnownWords, list: Vocabulary): number {
    const from = this.starts[term] ?? 0
    const last = step === 1 ? (this.starts[term + 1] ?? 0) - 1 : from
    let found = place
    for (let at = from + (this.anchors[term] ?? 0); at !== last; at += step) {
      const wanted = this.atoms[at + step] ?? -1
      let left = this.gaps[step === 1 ? at + 1 : at] ?? 0
      found += step
      for (;;) {
        const record = recordAt(known, found)
        if (record < 0) return -1
        if (satisfies(known, record, list, wanted)) break
        if (left === 0 || !isSmall(known, record, list)) return -1
        left--
        found += step
      }
    }
    return found
  }

  private findStrings(folded: Folded, matches: Array<TermMatch>): void {
    const text = simplified(folded.lower)
    for (let place = 0; place < text.length; place++) {
      if (text.charCodeAt(place) < 0x250) continue
      for (let length = 2; length >= 1; length--) {
        const list = this.strings.get(text.slice(place, place + length))
        if (list === undefined) continue
        for (const [index, wanted] of list) {
          if (!text.startsWith(wanted, place)) continue
          const condition = this.conditions.get(index)
          if (condition !== undefined && !stringsHold(condition, text)) continue
          this.push(matches, index, place, place + wanted.length)
        }
      }
    }
  }
}

/** Whether a term's conditions on characters hold. */
const stringsHold = ({ needStrings, unlessStrings }: Condition, lower: string): boolean => {
  if (needStrings.length + unlessStrings.length === 0) return true
  const text = simplified(lower)
  const contains = (sequence: ReadonlyArray<string>) => sequence.every((part) => text.includes(part))
  return (needStrings.length === 0 || needStrings.some(contains)) && !unlessStrings.some(contains)
}
