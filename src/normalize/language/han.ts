/**
 * Chinese characters: one form for the traditional and the simplified way of writing.
 */

/** Pairs of a traditional character and its simplified form, one after the other. */
const pairs = ""

const table: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [pairs[2 * index] ?? "", pairs[2 * index + 1] ?? ""])
)

/** The text with traditional characters replaced by their simplified forms, unit for unit. */
export const simplified = (text: string): string => {
  if (!/[一-鿿]/u.test(text)) return text
  let out = ""
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? ""
    out += table.get(char) ?? char
  }
  return out
}
