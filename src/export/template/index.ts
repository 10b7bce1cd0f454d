/** The reporting form in its three formats. */
import { Effect } from "effect"
import type { NamedArea, TemplateContent } from "./content.ts"
import { renderDocxForm } from "./docx.ts"
import { renderHtmlForm } from "./html.ts"
import { renderMarkdownForm } from "./markdown.ts"

export type { NamedArea, TemplateContent }
export { noAnswers } from "./content.ts"
export { renderDocxForm, renderHtmlForm, renderMarkdownForm }

/** The formats by the ending of their files. */
export const templateFormats = ["docx", "html", "md"] as const
export type TemplateFormat = (typeof templateFormats)[number]

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Renders the form in a format. */
export const renderTemplate = (
  format: TemplateFormat,
  content: TemplateContent
): Effect.Effect<Uint8Array> =>
  format === "docx"
    ? renderDocxForm(content)
    : Effect.sync(() => bytes(format === "html" ? renderHtmlForm(content) : renderMarkdownForm(content)))
