/**
 * The remark of a translation that it is one: "(unofficial translation)", "Traduit de l'anglais :", "译自英文".
 */

const words =
  "translat(?:ion|ed)|traduction|traduit|traduccion|traducido|traducao|traduzido|traduzione|tradotto|ubersetz(?:ung|t)|перевод|переведено|переклад(?:ено)?|ترجمه|مترجم|译文|译自|翻译|翻訳|仮訳|ceviri(?:si)?|cevrilmistir|terjemahan|diterjemahkan|tafsiri|अनुवाद"
const inBrackets = new RegExp(`[([{（【][^)\\]}）】]{0,40}(?:${words})[^)\\]}）】]{0,60}[)\\]}）】]`, "gu")
const atStart = new RegExp(`^[^:：.]{0,30}(?<!\\p{L})(?:${words})[^:：.]{0,40}[:：]\\s*`, "u")

/** The folded text without the remark that it is a translation. */
export const withoutTranslationMark = (folded: string): string =>
  folded.replace(atStart, "").replace(inBrackets, " ").replace(/\s+/gu, " ").trim() || folded
