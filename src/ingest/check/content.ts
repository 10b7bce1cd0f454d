/** Checks of what the entries hold: full-text, language-known, outputs-among-items. */
import { topicOf } from "../discover/words.ts"
import type { Facts } from "./facts.ts"
import { fail, type Finding, notApplicable, pass, warn } from "./verdict.ts"

/** A page with less text than this announces something, and says nothing itself. */
const littleText = 400

/** Words on a link that promise an output at least as surely as "reports" does. */
const promisingWeight = 52

const noSample = notApplicable("No entry was looked into.")

export const fullText = ({ samples }: Facts): Finding => {
  if (samples.length === 0) return noSample
  const unread = samples.filter(({ problem }) => problem !== null)
  if (unread.length === samples.length) {
    return fail(
      `None of the entries looked into could be read: ${unread[0]?.problem ?? ""}`,
      "Open the pages to visitors, and offer documents as HTML, PDF with text, or DOCX."
    )
  }
  const [first] = unread
  if (first !== undefined) {
    return warn(
      `${unread.length} of ${samples.length} entries could not be read: ${first.problem ?? ""}`,
      "Open the pages to visitors, and offer documents as HTML, PDF with text, or DOCX."
    )
  }
  const empty = samples.filter(({ text }) => text.length < littleText)
  return empty.length > samples.length / 2
    ? warn(
        `${empty.length} of ${samples.length} entries hold hardly any text, such as ${empty[0]?.item.url ?? ""}.`,
        "Put the text on the page itself; what scripts load afterwards, or pictures show, cannot be read."
      )
    : pass(`The text of ${samples.length - empty.length} of ${samples.length} entries was read in full.`)
}

export const languageKnown = ({ pageLanguage, samples }: Facts): Finding => {
  if (samples.length === 0) {
    return pageLanguage === null ? noSample : pass(`The page states its language: ${pageLanguage}.`)
  }
  const languages = new Set(samples.map(({ language }) => language))
  languages.delete("und")
  if (languages.size === 0) {
    return warn(
      "The language of the entries could not be told.",
      'State it in each page (<html lang="fr">), in its ISO 639-1 code.'
    )
  }
  const list = [...languages].sort().join(", ")
  return pass(pageLanguage === null ? `Told from the text: ${list}.` : `Found: ${list}.`)
}

export const outputsAmongItems = ({ chosen, samples }: Facts): Finding => {
  const counting = samples.filter(({ counts }) => counts)
  if (counting.length > 0) {
    const kinds = [...new Set(counting.map(({ kind }) => kind))].join(", ")
    return pass(`${counting.length} of ${samples.length} entries looked into are outputs (${kinds}).`)
  }
  const promising = (chosen?.listing.items ?? []).filter(
    ({ title }) => (topicOf(title ?? "")?.weight ?? 0) >= promisingWeight
  )
  if (samples.length === 0 && promising.length === 0) return noSample
  const remedy =
    "Register the page that lists messages, declarations or reports; news is followed too, but does not enter a digest."
  return promising.length > 0
    ? warn(
        `By their titles ${promising.length} entries may be outputs; none of those looked into was recognised as one.`,
        "Name the kind in the title (Messages, Declaration, Report), with the year; a person decides in doubt."
      )
    : warn("None of the entries looked into is an output (messages, declaration, report, summary).", remedy)
}
