/**
 * Decides what kind of document an output is, before anything is said about its topics (DESIGN.md, Terms).
 *
 * Every rule that matches adds its weights, and what a model has learned from labelled documents adds at most as
 * much as a weak rule; the kind with the highest sum wins. When what counts and what does not are too close, or
 * too little speaks for any kind, the document is not an output and waits for a reviewer.
 */
import { type Block, countingKinds, DocumentKind } from "../../domain/document.ts"
import { fold } from "../phrases/fold.ts"
import { compile } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"
import { boilerplateReason } from "../segment/boilerplate.ts"
import type { PhraseRule, Zone } from "./cue.ts"
import { type KindReader, shippedKindReader } from "./model.ts"
import { phraseRules } from "./rules.ts"
import { structureFindings } from "./structure.ts"
import type { KindZones } from "./surface.ts"

/** What is known of a document: its blocks, or its text (paragraphs parted by line breaks), maybe only the first. */
export interface DocumentFacts {
  readonly title: string
  readonly text?: string
  readonly blocks?: ReadonlyArray<Block>
  readonly url?: string | null
  readonly initiativeName?: string | null
}

export interface KindDecision {
  readonly documentKind: DocumentKind
  /** Whether it enters a digest. */
  readonly counts: boolean
  /** Sentences, the weightiest first. */
  readonly reasons: ReadonlyArray<string>
  /** True when a reviewer should look at it. */
  readonly inDoubt: boolean
}

const compiled: ReadonlyArray<{ readonly rule: PhraseRule; readonly pattern: RegExp }> = phraseRules.map(
  (rule) => ({ rule, pattern: compile(rule.phrases, "gu") })
)

const toBlocks = (text: string): ReadonlyArray<Block> =>
  text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ kind: "paragraph", level: 0, text: line }))

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Host and path of an address as words. Years and file endings say nothing about the kind. */
const urlWords = (url: string): string => {
  const parsed = URL.parse(url)
  const place =
    parsed === null ? url : `${parsed.hostname.split(".").slice(0, -1).join(" ")} ${parsed.pathname}`
  return fold(decoded(place).replace(/wp-content|uploads|\.(?:html?|php|pdf|docx?|aspx)\b/gu, " ")).replace(
    /[^\p{L}\p{N}]+/gu,
    " "
  )
}

const leadLength = 900
const quotation = /[“"«„「『][^”"»“」』]{1,400}[”"»“」』]/gu

/** Pieces between full stops that are too short to be sentences, one a line. */
const shortPieces = (text: string): string =>
  text
    .split(/[.。;；:：،,，、\n]/u)
    .filter((piece) => countWords(piece) < 8)
    .map(fold)
    .join(" \n ")

const zonesOf = (facts: DocumentFacts, blocks: ReadonlyArray<Block>): Readonly<Record<Zone, string>> => {
  const headings = blocks.filter((block) => block.kind === "heading").map((block) => block.text)
  const told = blocks
    .filter(
      (block) => block.kind !== "heading" && !(boilerplateReason(block.text) ?? "").startsWith("explains")
    )
    .map((block) => block.text)
  const title = facts.title.trim() === "" ? (headings[0] ?? told[0] ?? "") : facts.title
  const text = told.join("\n")
  // The initiative's own name must not speak for the global forum.
  const own = fold(facts.initiativeName ?? "")
  const withoutOwn = (folded: string): string => (own === "" ? folded : folded.replaceAll(own, " "))
  return {
    title: withoutOwn(fold(title)),
    url: facts.url === undefined || facts.url === null ? "" : urlWords(facts.url),
    lead: withoutOwn(fold(text.slice(0, leadLength))),
    body: withoutOwn(fold(text.slice(0, 20_000))),
    heading: fold(headings.join(" \n ")),
    parts: shortPieces(text.slice(0, leadLength)),
    voice: fold(text.slice(0, 2 * leadLength).replace(quotation, " "))
  }
}

/** Path of an address as words, without the host, which says whose document it is and not what it is. */
const pathWords = (url: string | null | undefined): string => {
  const path = URL.parse(url ?? "")?.pathname
  return path === undefined ? "" : urlWords(path)
}

const blocksOf = (facts: DocumentFacts): ReadonlyArray<Block> => facts.blocks ?? toBlocks(facts.text ?? "")

const learnedZones = (facts: DocumentFacts, zones: Readonly<Record<Zone, string>>): KindZones => ({
  title: zones.title,
  url: pathWords(facts.url),
  lead: zones.lead
})

/** What the model is shown of a document. */
export const kindZones = (facts: DocumentFacts): KindZones =>
  learnedZones(facts, zonesOf(facts, blocksOf(facts)))

interface Finding {
  readonly name: string
  readonly weights: Readonly<Partial<Record<DocumentKind, number>>>
  readonly reason: string
}

const phraseFindings = (zones: Readonly<Record<Zone, string>>): ReadonlyArray<Finding> => {
  const matched = compiled.flatMap(({ rule, pattern }) => {
    const found = new Set(zones[rule.zone].match(pattern))
    const [words] = found
    return words === undefined || found.size < (rule.least ?? 1) ? [] : [{ rule, words }]
  })
  const silenced = new Set(matched.flatMap(({ rule }) => rule.silences ?? []))
  return matched
    .filter(({ rule }) => !silenced.has(rule.name))
    .map(({ rule, words }) => ({
      name: rule.name,
      weights: rule.weights,
      reason: rule.reason.replace("%", words.trim().slice(0, 60))
    }))
}

/**
 * What the model says as findings: for each kind the logarithm of how much likelier it is than by chance. Bounded,
 * so that a clear rule (a draft, an account at second hand) outweighs whatever was learned.
 */
const learnedFindings = (reader: KindReader, zones: KindZones): ReadonlyArray<Finding> => {
  if (zones.title === "" && zones.lead === "") return []
  const chances = reader.chances(zones)
  return [...chances].map(([kind, chance]) => ({
    name: `${learnedName}${kind}`,
    weights: { [kind]: learnedWeight * Math.max(leastLearned, Math.log(chance * chances.size)) },
    reason: `The wording is that of documents labelled "${kind}" (chance ${Math.min(99, Math.round(100 * chance))} in 100).`
  }))
}

const learnedName = "learned-"
const learnedWeight = 1
/** What rules must say for a kind that counts. */
const leastRuled = 1
const leastLearned = -2
const enough = 1.5
const margin = 0.4
const reasonsShown = 4

/**
 * Decides the kind; the same facts give the same decision.
 *
 * @throws only when the model's file is missing.
 */
export const decideDocumentKind = (
  facts: DocumentFacts,
  reader: KindReader = shippedKindReader()
): KindDecision => {
  const blocks = blocksOf(facts)
  const zones = zonesOf(facts, blocks)
  const findings: ReadonlyArray<Finding> = [
    ...phraseFindings(zones),
    ...structureFindings(blocks),
    ...learnedFindings(reader, learnedZones(facts, zones))
  ]
  const scores = DocumentKind.literals
    .map((kind) => ({
      kind,
      score: findings.reduce((sum, finding) => sum + (finding.weights[kind] ?? 0), 0)
    }))
    .toSorted((a, b) => b.score - a.score)
  const best = scores[0] ?? { kind: "not-an-output", score: 0 }
  const counts = countingKinds.includes(best.kind)
  const rival = scores.find(({ kind }) => countingKinds.includes(kind) !== counts)
  // What was learned may tip the scales, but no document enters a digest without a rule that speaks for it.
  const ruled = findings
    .filter(({ name }) => !name.startsWith(learnedName))
    .reduce((sum, { weights }) => sum + (weights[best.kind] ?? 0), 0)
  const unruled = counts && ruled < leastRuled
  const weak = best.score < enough || unruled
  const close = best.score - (rival?.score ?? 0) < margin
  const documentKind: DocumentKind = weak || (close && counts) ? "not-an-output" : best.kind
  const reasons = findings
    .filter((finding) => (finding.weights[best.kind] ?? 0) > 0)
    .toSorted((a, b) => (b.weights[best.kind] ?? 0) - (a.weights[best.kind] ?? 0))
    .slice(0, reasonsShown)
    .map((finding) => finding.reason)
  const doubt = weak
    ? [
        unruled && best.score >= enough
          ? `Only its wording speaks for "${best.kind}", so it is not taken for an output.`
          : "Too little speaks for any kind, so it is not taken for an output."
      ]
    : close
      ? [`It could as well be of the kind "${rival?.kind ?? "not-an-output"}".`]
      : []
  return {
    documentKind,
    counts: countingKinds.includes(documentKind),
    reasons: [...reasons, ...doubt],
    inDoubt: weak || close
  }
}
