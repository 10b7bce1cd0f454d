/** Text as a cell of a workbook holds it. */
import { xmlText } from "../open-package.ts"

/** Characters that a cell holds (Excel specifications and limits). */
const cellLength = 32_767

/**
 * Text as a cell holds it: without what XML does not allow, line ends as one character, and `_x0041_` as
 * itself and not as the letter that it stands for (ISO/IEC 29500-1, 22.4.2.4).
 */
export const cellText = (text: string): string => {
  const own = xmlText(text)
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
  return own.length > cellLength ? `${own.slice(0, cellLength - 2).toWellFormed()} …` : own
}
