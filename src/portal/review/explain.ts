/** What decided the labels of a statement: its text with the words marked, and the sum behind each label. */
import { Effect } from "effect"
import type { Output, Statement } from "../../domain/index.ts"
import { langDir, markup } from "../../export/html/html.ts"
import type { Value } from "../../export/html/html.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import type { PortalRequest } from "../request.ts"
import { decimal, type Names } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

/** A text with the spans of its labels marked. */
export const withEvidence = ({ issues, text }: Statement): Value => {
  const spans = issues
    .flatMap(({ evidence }) => evidence)
    .filter(({ end, start }) => start >= 0 && end <= text.length && start < end)
    .toSorted((a, b) => a.start - b.start)
  const parts: Array<Value> = []
  let at = 0
  for (const { end, start } of spans) {
    if (start < at) continue
    parts.push(text.slice(at, start), markup`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...parts, text.slice(at)]
}

/** The sum behind each label that the program finds, in words. */
export const explanation = Effect.fnUntraced(function* (
  request: PortalRequest,
  statement: Statement,
  output: Output,
  names: Names
) {
  const words = reviewWords.in(request.lang)
  const reader = yield* (yield* Normalizer).reader
  const { headings } = statement.place
  const found = reader.explain({
    text: statement.text,
    headings: statement.leadIn === null ? headings : [...headings, statement.leadIn],
    title: output.title,
    language: statement.language
  })
  const quoted = (text: string) => markup`<q${langDir(statement.language)}>${text}</q>`
  const isSet = statement.issues.some(({ score }) => score === 1)
  return markup`${isSet ? markup`<p>${words.text("byPerson")}</p>` : ""}
    ${found.length === 0 ? markup`<p>${words.text("noLabel")}</p>` : ""}
    ${found.map(
      ({ context, issue, reasons, score, surface, vocabulary }) =>
        markup`<p>${words.text("sum", {
          issue: names.get(issue)?.name ?? issue,
          score: decimal(request, score),
          vocabulary: decimal(request, vocabulary, true),
          surface: decimal(request, surface, true),
          context: decimal(request, context, true)
        })}</p>
        ${
          reasons.length === 0
            ? ""
            : markup`<ul>${reasons.map(({ note, source, text, weight }) =>
                source === "term"
                  ? markup`<li>${words.parts("byTerm", { words: quoted(text), weight: /\d/.exec(note)?.[0] ?? "1" })}</li>`
                  : markup`<li>${words.parts("byWord", { words: quoted(text), weight: decimal(request, weight, true) })}</li>`
              )}</ul>`
        }`
    )}`
})
