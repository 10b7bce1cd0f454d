/**
 * What the learned part of the decision looks at: words and letters of title, address and first paragraphs, and
 * the form of the text (items, questions, quotations, times), hashed.
 */
import { finish, hashOn, hashStart } from "../classify/hash.ts"
import { FeatureList, type Features } from "../classify/surface.ts"

/** Title, address and first paragraphs, folded. */
export interface KindZones {
  readonly title: string
  readonly url: string
  readonly lead: string
}

/** How much each family weighs: title words, title letters, lead words, lead pairs, form, address. */
export const familyWeights: ReadonlyArray<number> = [1, 0.7, 1, 0.6, 0.7, 0.5]
const titleWord = 0
const titleLetters = 1
const leadWord = 2
const leadPair = 3
const form = 4
const address = 5

const leadWords = 90
/** Letters of a word that are kept: the rest is mostly its ending. */
const stemLength = 6

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const word = /[\p{L}\p{M}\p{N}']+/gu

const isNumber = (text: string): boolean => /^\p{N}+$/u.test(text)

/** Words cut to their stems, numbers as `#`; of scripts without spaces runs of two letters. */
const tokens = (text: string): ReadonlyArray<string> =>
  (text.match(word) ?? []).flatMap((found) => {
    const runs = found.match(unspaced)
    if (runs === null) return [isNumber(found) ? "#" : found.slice(0, stemLength)]
    return runs.flatMap((run) =>
      run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
    )
  })

/** What shows in the form of the first paragraphs. */
const forms: ReadonlyArray<readonly [string, (zones: KindZones) => number]> = [
  ["title question", ({ title }) => title.match(/[?؟？]/gu)?.length ?? 0],
  ["title call", ({ title }) => title.match(/[!！]/gu)?.length ?? 0],
  ["title quote", ({ title }) => title.match(/["“”«»„「]/gu)?.length ?? 0],
  ["title year", ({ title }) => title.match(/\b20\d\d/gu)?.length ?? 0],
  ["title colon", ({ title }) => title.match(/[:：]/gu)?.length ?? 0],
  ["question", ({ lead }) => lead.match(/[?؟？]/gu)?.length ?? 0],
  ["call", ({ lead }) => lead.match(/[!！]/gu)?.length ?? 0],
  ["quote", ({ lead }) => (lead.match(/["“”«»„「」]/gu)?.length ?? 0) / 2],
  [
    "item",
    ({ lead }) => lead.match(/(?:^|\s)(?:\d{1,2}[.)]|[-–•*])\s|[一二三四五六七八九]、/gu)?.length ?? 0
  ],
  ["colon", ({ lead }) => lead.match(/[:：]/gu)?.length ?? 0],
  ["semicolon", ({ lead }) => lead.match(/[;；؛]/gu)?.length ?? 0],
  ["clock", ({ lead }) => lead.match(/\b\d{1,2}[:.h]\d\d/gu)?.length ?? 0],
  ["bracket", ({ lead }) => lead.match(/[[［]/gu)?.length ?? 0],
  ["parenthesis", ({ lead }) => lead.match(/[(（]/gu)?.length ?? 0],
  ["number", ({ lead }) => lead.match(/\d+/gu)?.length ?? 0]
]

const seeds = [0, 1, 2, 3, 4, 5].map((family) => hashOn(hashStart, `d${family} `))
const list = new FeatureList()

/** Features of a document for its kind. */
export const kindFeatures = (zones: KindZones): Features => {
  const add = (family: number, text: string) =>
    list.add(finish(hashOn(seeds[family] ?? hashStart, text)), family, 0, 0)
  const title = tokens(zones.title)
  for (const [at, token] of title.entries()) {
    add(titleWord, token)
    add(titleWord, `${title[at - 1] ?? "^"} ${token}`)
    if (at === title.length - 1) add(titleWord, `${token} $`)
  }
  for (const part of zones.title.match(word) ?? []) {
    const bounded = `^${part}$`
    for (const length of [4, 5])
      for (let at = 0; at + length <= bounded.length; at++) add(titleLetters, bounded.slice(at, at + length))
  }
  const lead = tokens(zones.lead).slice(0, leadWords)
  for (const [at, token] of lead.entries()) {
    add(leadWord, token)
    add(leadPair, `${lead[at - 1] ?? "^"} ${token}`)
  }
  for (const [name, count] of forms) {
    const seen = count(zones)
    for (const least of [1, 2, 4]) if (seen >= least) add(form, `${name} ${least}`)
  }
  add(form, `length ${lead.length === 0 ? 0 : lead.length < 25 ? 1 : lead.length < 60 ? 2 : 3}`)
  for (const token of tokens(zones.url)) add(address, token)
  return list.take()
}
