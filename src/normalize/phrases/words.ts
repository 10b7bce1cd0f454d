/**
 * Counting words, also in scripts that are written without spaces.
 */

const unspacedLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** Number of words; in Chinese, Japanese and Thai 1.7 characters count as a word. */
export const countWords = (text: string): number => {
  const characters = text.match(unspacedLetters)?.length ?? 0
  const spaced = (characters === 0 ? text : text.replace(unspacedLetters, " ")).match(
    /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu
  )
  return (spaced?.length ?? 0) + Math.round(characters / 1.7)
}
