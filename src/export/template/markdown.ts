/**
 * The reporting form in Markdown: an answer stands after its label, a list's line after its number.
 */
import { columnLabel, formWords, markerOf, sections } from "../../form/index.ts"
import { answerTo, linesOf, rowsOf, type TemplateContent } from "./content.ts"

/** Text that Markdown shows exactly as it is. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&@$]/gu, "\\$&")
    .replace(/:\/\//gu, ":\\/\\/")
    .replace(/www\./giu, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(\d+)([.)])/u, "$1\\$2")
    .replace(/^([-+=])/u, "\\$1")

/** The marks that follow a label. */
const colons: Readonly<Record<string, string>> = { fr: "\u00a0:", zh: "：" }

/** Renders the form; UTF-8 text with one line end at its end. */
export const renderMarkdownForm = (content: TemplateContent): string => {
  const { language } = content
  const words = formWords(language)
  const colon = colons[language] ?? ":"
  const asked = (label: string, text: string) => `- **${label}${colon}** ${plain(text)}`.trimEnd()
  const parts = sections.flatMap((section, index): ReadonlyArray<string> => {
    const body =
      section.asks === "fields"
        ? [section.fields.map((field) => asked(words.fields[field], answerTo(content, field))).join("\n")]
        : section.asks === "list"
          ? [
              linesOf(content, section)
                .map((text, line) => `${line + 1}. ${plain(text)}`.trimEnd())
                .join("\n")
            ]
          : rowsOf(content, section).flatMap((row, line) => [
              `### ${line + 1}`,
              row.map(({ column, text }) => asked(columnLabel(words, section.id, column), text)).join("\n")
            ])
    return [`## ${index + 1}. ${words.sections[section.id]}`, `*${words.hints[section.id]}*`, ...body]
  })
  const names = content.areas.map(
    ({ area, issues }) => `- **${plain(area)}${colon}** ${issues.map(plain).join("; ")}`
  )
  return `${[
    `# ${words.title}`,
    `<!-- ${markerOf(language)} -->`,
    words.intro,
    ...parts,
    ...(names.length === 0 ? [] : [`## ${words.issueNames}`, names.join("\n")])
  ].join("\n\n")}\n`
}
