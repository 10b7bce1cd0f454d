/** The fixed texts of a digest, by language. */
export { DigestLanguage, digestLanguages, locales } from "./languages.ts"
export { catalogues, messages, percentOf } from "./messages.ts"
export type { CodeSet, Messages } from "./messages.ts"
