/** The languages of the catalogues are those of the whole project. */
export { DigestLanguage, digestLanguages, locales } from "../../domain/languages.ts"
