/**
 * What a statement says of itself: that views differed, who speaks and how strongly.
 */
import type { Attribution, StatementKind } from "../../domain/statement.ts"
import { fold } from "../phrases/fold.ts"
import { compile } from "../phrases/phrases.ts"
import { divergencePhrases, type Strength, strengthPhrases, type Voice, voicePhrases } from "./cue-phrases.ts"

const divergence = compile(divergencePhrases)

const strengths: ReadonlyArray<readonly [Strength, RegExp]> = [
  ["one", compile(strengthPhrases.one)],
  ["several", compile(strengthPhrases.several)],
  ["consensus", compile(strengthPhrases.consensus)]
]

const voices: ReadonlyArray<readonly [Voice, RegExp]> = [
  ["committee", compile(voicePhrases.committee)],
  ["participants", compile(voicePhrases.participants)],
  ["speaker", compile(voicePhrases.speaker)]
]

/** A kind that the statement's own words decide, and the (folded) words that did. */
export interface KindCue {
  readonly kind: StatementKind
  readonly cue: string
}

/**
 * Kinds that the wording decides whatever a statistical classifier says. So far: divergence ("some ... while
 * others", "no hubo consenso", "没有达成共识"). Empty when nothing decides.
 */
export const kindCues = (text: string): ReadonlyArray<KindCue> => {
  const found = divergence.exec(fold(text))
  return found === null ? [] : [{ kind: "divergence", cue: found[0] }]
}

/** Voice and strength, read from the statement's wording and the line that introduces it (its lead-in). */
export const attributionOf = (text: string, leadIn: string | null = null): Attribution | null => {
  const own = fold(text)
  const above = leadIn === null ? "" : fold(leadIn)
  const open = divergence.test(own)
  const find = <A>(table: ReadonlyArray<readonly [A, RegExp]>): A | null =>
    table.find(([, pattern]) => pattern.test(own))?.[0] ??
    table.find(([, pattern]) => pattern.test(above))?.[0] ??
    null
  const strength = open ? "several" : find(strengths)
  const voice = find(voices) ?? (strength === null ? null : strength === "one" ? "speaker" : "participants")
  return voice === null && strength === null
    ? null
    : { voice: strength === "one" && voice === "participants" ? "speaker" : voice, strength }
}
