/** The sum behind the labels of a statement, in words for a person who keeps the taxonomy. */
import type { Classifier, Explanation } from "./classifier.ts"

const signed = (value: number): string => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`
const quoted = (text: string): string => `"${text.replaceAll(/\s+/gu, " ")}"`

const adviceFor = ({ issue, reasons }: Explanation, language: string): string => {
  const words = reasons.filter(({ source }) => source === "words").map(({ text }) => quoted(text))
  if (reasons.some(({ source }) => source === "term"))
    return `if this is wrong, give the term an "unless" word in taxonomy/terms/${language}.csv`
  return words.length === 0
    ? `no word of its own speaks for it: add the words that should to taxonomy/terms/${language}.csv under ${issue}`
    : `no term of the taxonomy: if it is right, add the words that say so (perhaps ${words.join(", ")}) to taxonomy/terms/${language}.csv under ${issue}`
}

/** Lines about one statement: language and kind, and for each issue what adds to its score. */
export const explanationOf = (classifier: Classifier, id: string | number, text: string): string => {
  const { kind, kindScore, language } = classifier.classify({ text })
  const lines = [`${id}: language ${language}, kind ${kind} (${kindScore.toFixed(2)})`]
  const explanations = classifier.explain({ text })
  if (explanations.length === 0) lines.push("  no issue")
  for (const explanation of explanations) {
    const { context, issue, reasons, score, surface, vocabulary } = explanation
    lines.push(
      `  ${issue} ${score.toFixed(2)} = vocabulary ${signed(vocabulary)}, learned words ${signed(surface)}, headings ${signed(context)}`
    )
    for (const { note, source, text: span, weight } of reasons) {
      lines.push(
        source === "term"
          ? `    term  ${quoted(span)} (${note} of 3)`
          : `    word  ${quoted(span)} ${signed(weight)} learned from labelled statements`
      )
    }
    lines.push(`    ${adviceFor(explanation, language)}`)
  }
  return lines.join("\n")
}
