/** Letters of Chinese and Japanese, which do not part their words. */

export const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
export const hanRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
