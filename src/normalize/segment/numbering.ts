/**
 * Numbers that a text prints before its messages: "3.", "1.2", "iv)", "b)", "第三条", "三、", "أولاً:".
 */
import { asciiDigits } from "../phrases/fold.ts"

/** A printed number, and where the text after it begins (UTF-16 code units). */
export interface PrintedNumber {
  readonly number: string
  readonly end: number
}

const patterns: ReadonlyArray<RegExp> = [
  /^\s*(?:§\s*)?((?:\p{Nd}{1,3}\.)+\p{Nd}{1,3})[.):]?\s+/u,
  /^\s*[([]?(\p{Nd}{1,3})\s?[.)\]:、．]-?\s*(?!\p{Nd})/u,
  /^\s*[([]?([ivx]{1,5}|[IVX]{1,5})[.)\]]\s+/u,
  /^\s*[([]?(\p{Ll})[)\]]\s+/u,
  /^\s*(第[一二三四五六七八九十百\p{Nd}]{1,4}[条點点项])[，、:：]?\s*/u,
  /^\s*[(（]?([一二三四五六七八九十]{1,3})[、)）]\s*/u,
  /^\s*((?:Recommendation|Message|Article|Recommandation|Recomendación|Mensaje|Artículo|Recomendação|Mensagem|Рекомендация|Сообщение|Статья|التوصية|الرسالة|建议|信息)\s*(?:n[°º]\s*)?\p{Nd}{1,3}(?:\.\p{Nd}{1,2})?)\s*[.):：—–-]\s*/iu
]

/** The number printed at the beginning of a text, or null. Never the whole text. */
export const printedNumber = (text: string): PrintedNumber | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    const number = found?.[1]
    if (found !== null && number !== undefined && found[0].length < text.length) {
      return { number: asciiDigits(number), end: found[0].length }
    }
  }
  return null
}

const bullet = /^\s*(?:[•◦▪‣·●○■□►➢✓*]|[-–—](?=\s))\s*/u

/** Length of a bullet mark and the space after it at the beginning of a text; 0 when there is none. */
export const bulletLength = (text: string): number => {
  const length = bullet.exec(text)?.[0].length ?? 0
  return length < text.length ? length : 0
}
