/** The digest and its forms. */
export * from "./build.ts"
export * from "./country-lists.ts"
export * from "./input.ts"
export * from "./json.ts"
export { renderHtml } from "./html/document.ts"
export type { HtmlOptions } from "./html/document.ts"
export type { ArchiveHref } from "./view.ts"
