/**
 * Arabic in PDFs: a ligature that the file maps to two letters (lam and alef) comes out of pdf.js turned round,
 * because it reverses runs letter by letter. Where the result cannot be Arabic it is turned back; where both
 * orders are words (the article "al" is the commonest) nothing can be told, and the document is marked.
 */

/** Alef or alef maqsura followed by what cannot follow it: signs that ligatures of this document are turned. */
const turned = /ىل(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])ا[أإآ]ل|(?<![\p{L}\p{M}])ل[أإآ]ل/u

export const hasTurnedLigatures = (text: string): boolean => turned.test(text)

/** Turns back what is certain; a word such as "إعالن" inside the same text stays as it came. */
export const mendTurnedLigatures = (text: string): string =>
  text
    .replaceAll(/ىل(?![\p{L}\p{M}])/gu, "لى")
    .replaceAll(/(?<![\p{L}\p{M}])([وفبك]?)ا([أإآ])ل/gu, "$1ال$2")
    .replaceAll(/(?<![\p{L}\p{M}])([وف]?)ل([أإآ])ل/gu, "$1لل$2")
