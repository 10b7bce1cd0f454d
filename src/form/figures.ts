/**
 * Figures as people write them: `1 240`, `about 120`, `35 %`, `120 (35 %)`, in any digits.
 */
import { Figure, type FormAnswers, type Participation } from "../domain/index.ts"
import { asciiDigits } from "../normalize/phrases/fold.ts"

// Groups of three digits parted by a space, point, comma or apostrophe, or plain digits; then decimals.
const numeral =
  /(\d{1,3}(?:[\s.,'’٬]\d{3})+(?!\d)|\d+)(?:[.,٫](\d{1,2})(?!\d))?\s*(%|٪|％|per\s?cent|pour\s?cent|por\s?ciento|por\s?cento|процент\p{L}*|بالمئة|في المئة)?/giu

/** Count and percentage that the words state plainly; null where they state none, or several. */
export const readFigure = (
  stated: string
): { readonly count: number | null; readonly percent: number | null } => {
  const counts: Array<number> = []
  const percents: Array<number> = []
  for (const [, whole = "", decimals, sign] of asciiDigits(stated.normalize("NFKC")).matchAll(numeral)) {
    const value = Number(`${whole.replace(/\D/gu, "")}.${decimals ?? "0"}`)
    if (sign === undefined) counts.push(decimals === undefined ? value : NaN)
    else percents.push(value)
  }
  const [count = null] = counts
  const [percent = null] = percents
  return {
    count: counts.length === 1 && count !== null && Number.isSafeInteger(count) ? count : null,
    percent: percents.length === 1 && percent !== null && percent <= 100 && counts.length < 2 ? percent : null
  }
}

/** Who took part, from the answers of a form. */
export const participationOf = ({ fields }: FormAnswers): Participation =>
  Figure.literals.flatMap((figure) => {
    const stated = fields.find(({ field }) => field === figure)?.text
    return stated === undefined ? [] : [{ figure, stated, ...readFigure(stated) }]
  })
