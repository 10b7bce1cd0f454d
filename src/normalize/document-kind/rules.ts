/**
 * The rules of document kind, as data: named features with their weights. Phrase syntax: phrases.ts.
 *
 * A rule looks at one zone of the document; if any of its phrases occurs there, its weights are added to the
 * kinds named. The sentence is the reason that a reviewer reads, with the words found in place of `%`.
 *
 * They lie by where they look: titles (title-rules.ts, title-cues.ts), text (lead-rules.ts, text-cues.ts), forms of
 * speech and decision (form-cues.ts), addresses (address-rules.ts).
 */
import { addressRules } from "./address-rules.ts"
import type { PhraseRule } from "./cue.ts"
import { formCues } from "./form-cues.ts"
import { leadRules } from "./lead-rules.ts"
import { textCues } from "./text-cues.ts"
import { titleCues } from "./title-cues.ts"
import { titleRules } from "./title-rules.ts"

/** All rules. Weights were set by hand on the tuning half of `corpus/documents.jsonl`. */
export const phraseRules: ReadonlyArray<PhraseRule> = [
  ...titleCues,
  ...textCues,
  ...formCues,
  ...titleRules,
  ...leadRules,
  ...addressRules
]
