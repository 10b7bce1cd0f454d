/**
 * The languages in which a digest and the reporting form can be written: the six of the United Nations, and
 * Portuguese.
 *
 * Figures are written with European digits in all of them, Arabic included, as United Nations documents
 * in Arabic write them today: a paragraph number that was cited from one edition is then found in every
 * other one. The locales are fixed, so that a machine's own settings play no part.
 */
import { Schema } from "effect"

/** Language of fixed texts. */
export const DigestLanguage = Schema.Literals(["en", "fr", "es", "pt", "ru", "ar", "zh"])
export type DigestLanguage = typeof DigestLanguage.Type

/** Every language that a digest can be written in; the first is the one it is written in unasked. */
export const digestLanguages = DigestLanguage.literals

interface Locale {
  /** BCP 47 tag for numbers, lists and names of languages. */
  readonly locale: string
  /** BCP 47 tag of the text itself. */
  readonly tag: string
  readonly direction: "ltr" | "rtl"
  /** The language's name for itself. */
  readonly own: string
}

export const locales: Readonly<Record<DigestLanguage, Locale>> = {
  en: { locale: "en-GB", tag: "en", direction: "ltr", own: "English" },
  fr: { locale: "fr-FR", tag: "fr", direction: "ltr", own: "Français" },
  es: { locale: "es-ES", tag: "es", direction: "ltr", own: "Español" },
  pt: { locale: "pt-BR", tag: "pt", direction: "ltr", own: "Português" },
  ru: { locale: "ru-RU", tag: "ru", direction: "ltr", own: "Русский" },
  ar: { locale: "ar-u-nu-latn", tag: "ar", direction: "rtl", own: "العربية" },
  zh: { locale: "zh-Hans-CN", tag: "zh-Hans", direction: "ltr", own: "中文" }
}
