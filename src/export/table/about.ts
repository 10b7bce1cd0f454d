/**
 * What must travel with figures: what they cover, of when they are, how they were made and what they are not.
 */
import { methodSentence } from "../coverage.ts"
import { digestPart, digestPurpose, digestScope, digestTitle } from "../titles.ts"
import type { View } from "../view.ts"

/** The lines that head the digest, and its method and limits, numbered as in every form. */
export const aboutLines = (view: View, hash: string): ReadonlyArray<string> => {
  const { digest, m } = view
  const part = digestPart(digest, m)
  const state = { date: m.date(digest.asOf), hash: hash.slice(0, 6) }
  return [
    digestTitle(digest, m),
    digestPurpose(digest, m),
    ...(part === null ? [] : [part]),
    digestScope(digest, m),
    m.text(digest.frozen ? "frozen" : "stateOf", state),
    m.text("madeBy", { version: digest.taxonomyVersion }),
    m.text("contentHash", { hash }),
    m.text("belongTo"),
    ...digest.method.map(({ par, point }) => `${par}. ${methodSentence(view, point)}`)
  ]
}
