/**
 * Folding: the form of a text in which cues are looked for. Case, accents, Arabic vowel signs and letter
 * variants, full-width forms, foreign digits and typographic marks are levelled; letters keep their script.
 *
 * It is coarser than the folding of `language/fold.ts`, which the classifier uses: that one keeps accents and marks,
 * and knows the way back from each letter to the original, because its evidence is shown in the words of the source.
 */

const arabicLetters: Readonly<Record<string, string>> = { ى: "ي", ة: "ه", ی: "ي", ک: "ك" }

const decimalZeros = [0x660, 0x6f0, 0x966, 0x9e6]

const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const zero = decimalZeros.find((start) => code >= start && code < start + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Arabic-Indic, Persian, Devanagari, Bengali and full-width digits as 0 to 9; the rest is left alone. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/gu, asciiDigit)

/**
 * The folded form: NFKC, lower case, no accents on Latin and Greek letters, no Arabic marks, ё as е, straight
 * quotation marks and hyphens, single spaces. Its length may differ from the text's; offsets do not carry over.
 */
export const fold = (text: string): string =>
  onlyAscii.test(text) ? text.toLowerCase().replaceAll("`", "'").replace(/\s+/gu, " ").trim() : foldAny(text)

/** Of most English texts nothing needs to be done but this. */
const onlyAscii = /^\p{ASCII}*$/u

const foldAny = (text: string): string =>
  asciiDigits(text.normalize("NFKC").toLowerCase())
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, "")
    .replace(/\u0640|\u0670|[\u064b-\u065f]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu, "")
    .normalize("NFC")
    .replace(/[ىةیک]/gu, (letter) => arabicLetters[letter] ?? letter)
    .replace(/ё/gu, "е")
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[‐‑‒–—―]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
