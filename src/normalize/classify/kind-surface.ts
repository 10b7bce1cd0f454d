/**
 * What the kind of a statement shows by: its first words, its small words and verbs (which the issues do
 * not look at), its form (numbers, addresses, dates, question and colon).
 */
import type { Folded } from "../language/fold.ts"
import { simplified } from "../language/han.ts"
import { cueNames, eachCue } from "./cues.ts"
import { finish, hashOn, hashStart, join } from "./hash.ts"
import { Flag, Head, type KnownWords, List, listEnd, listStart } from "./records.ts"
import { FeatureList, type Features, type NumberOf } from "./surface.ts"

const seed = (name: string) => hashOn(hashStart, `k${name} `)
const wordSeed = seed("w")
const pairSeed = seed("p")
const tripleSeed = seed("t")
const firstSeed = seed("f")
const formSeed = seed("m")
const cueSeed = seed("u")
const mostWords = 300

/** Marks of form: name and what shows it. */
const forms: ReadonlyArray<readonly [string, RegExp]> = [
  ["address", /https?:\/\/|www\.|[\w.]+@[\w.]+/u],
  ["clock", /\b\d{1,2}[:.h]\d{2}\b/u],
  ["year", /\b(?:19|20)\d\d\b|[٠-٩]{4}/u],
  ["share", /\d\s*%|per cent|percent|por ciento|pour cent|por cento|процент|في المئة|بالمئة|百分之/u],
  ["number", /\d|[٠-٩]/u],
  ["question", /[?？؟]/u],
  ["quote", /["“«„「『]/u],
  ["colon", /[:：]/u],
  ["semicolon", /[;；؛]/u],
  ["bar", / \| |›|»\s*$/u],
  ["copyright", /©|®/u],
  ["call", /!|！/u],
  ["numbered", /^\s*(?:\d+[.)]|\d+\.\d+|[-–•*]|[ivx]+\.)/u],
  ["dash", / [–—-] /u]
]

const lengths = ["tiny", "short", "middle", "long"].map((name) => finish(hashOn(formSeed, name)))
const figureHashes = ["one", "some", "many"].map((name) => finish(hashOn(formSeed, `figures ${name}`)))
const sentenceHashes = [0, 1, 2, 3].map((count) => finish(hashOn(formSeed, `sentences ${count}`)))
const formHashes = forms.map(([name]) => finish(hashOn(formSeed, name)))
/** Of each cue: that it occurs, that it does twice, three times, early. */
const cueHashes = cueNames.map((name) =>
  ["", " 2", " 3", " early"].map((more) => finish(hashOn(cueSeed, `${name}${more}`)))
)
/** Stand-ins for what is before the first word. */
const [farBefore, before] = [0x5bd1e995, 0x1b873593]

const list = new FeatureList()

/** Features of a text for its kind; families: 0 words, 1 pairs and first words, 2 form, 3 letters, 4 cues. */
export const kindSurfaceOf = (
  folded: Folded,
  known: KnownWords,
  language: string,
  numberOf: NumberOf
): Features => {
  const add = (hash: number, family: number) => list.add(numberOf(hash), family, 0, 0)
  const { data, records, words } = known
  const most = Math.min(words.length, mostWords)
  let last = before
  let earlier = farBefore
  for (let place = 0; place < most; place++) {
    const record = records[place] ?? -1
    if (record < 0) {
      runFeatures(simplified(words[place]?.text ?? "").slice(0, 300), place === 0, add)
      last = before
      continue
    }
    const flags = data[record] ?? 0
    const hash = data[record + Head.kindStem] ?? 0
    if ((flags & Flag.kindKnown) !== 0) list.put(data[record + Head.kindFeature] ?? 0, 0, 0, 0)
    const end = listEnd(data, record, List.letters)
    for (let at = listStart(data, record, List.letters); at < end; at++) list.put(data[at] ?? 0, 3, 0, 0)
    const pair = join(pairSeed, last, hash)
    add(finish(pair), 1)
    add(finish(join(tripleSeed, earlier, pair)), 1)
    if (place < 4) {
      add(finish(join(firstSeed, Math.min(place, 2), hash)), 1)
      // An infinitive or an imperative at the beginning shows by its ending.
      if (place === 0 && (flags & Flag.number) === 0)
        add(finish(join(firstSeed, 3, data[record + Head.ending] ?? 0)), 1)
    }
    earlier = last
    last = hash
  }
  const text = folded.text.length > 4_000 ? folded.text.slice(0, 4_000) : folded.text
  for (let form = 0; form < forms.length; form++)
    if (forms[form]?.[1].test(text) === true) add(formHashes[form] ?? 0, 2)
  const present: Array<number> = []
  eachCue(folded.lower, known, language, (cue, count, early) => {
    // Two cues together tell a warning from advice, a success from a mere fact.
    for (const other of present) add(finish(join(cueSeed, other, cue)), 4)
    present.push(cue)
    const hashes = cueHashes[cue] ?? []
    add(hashes[0] ?? 0, 4)
    if (count > 1) add(hashes[count - 1] ?? 0, 4)
    if (early) add(hashes[3] ?? 0, 4)
  })
  const figures = text.match(/[0-9٠-٩]+/gu)?.length ?? 0
  if (figures > 0) add(figureHashes[figures === 1 ? 0 : figures < 4 ? 1 : 2] ?? 0, 2)
  const sentences = text.match(/[.!?؟](?=\s|$)|[。！？।]/gu)?.length ?? 0
  add(sentenceHashes[Math.min(sentences, 3)] ?? 0, 2)
  const { length } = folded.text
  add(lengths[length < 60 ? 0 : length < 140 ? 1 : length < 320 ? 2 : 3] ?? 0, 2)
  return list.take()
}

const runFeatures = (text: string, first: boolean, add: (hash: number, family: number) => void): void => {
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= 3 && at + length <= text.length; length++) {
      add(finish(hashOn(wordSeed, text, at, at + length)), length === 3 ? 1 : 0)
      if (first && at < 4) add(finish(hashOn(firstSeed, text, at, at + length)), 1)
    }
  }
}
