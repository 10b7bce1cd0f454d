/**
 * Labels that a writer typed before a paragraph or list item: "1.", "2.3", "(a)", "iv)", "١.", "一、".
 */

const number = String.raw`(?:\d{1,3}|[٠-٩۰-۹]{1,3})`
const typed = new RegExp(
  [
    // (a) (iv) (3), and with one bracket only
    String.raw`^\(?(?<bracket>${number}|[ivxlc]{1,6}|[IVXLC]{1,6}|\p{L})[)）]\s*(?=\S)`,
    // 1.2 or 1.2.3, with or without a last dot
    String.raw`^(?<multi>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\p{L})`,
    // 3. or iv. or a.
    String.raw`^(?<dot>${number}|[ivxlc]{1,6}|[IVXLC]{1,6}|[a-z])[.．]\s+(?=\S)`,
    // Chinese: 一、 or （三）
    String.raw`^[（(]?(?<chinese>[一二三四五六七八九十]{1,3})[、）)]\s*(?=\S)`
  ].join("|"),
  "u"
)

/**
 * The label at the beginning of a text, without its dot or brackets; null when there is none.
 * The text keeps its label: quotations stay verbatim.
 */
export const typedLabel = (text: string): string | null => {
  const groups = typed.exec(text.slice(0, 40))?.groups
  if (groups === undefined) return null
  return groups["bracket"] ?? groups["multi"] ?? groups["dot"] ?? groups["chinese"] ?? null
}
