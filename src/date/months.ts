/**
 * Names of the months in the languages of the initiatives, folded: lower case, without diacritics, one
 * character for one. Arabic has four sets of names: of the Nile and the Gulf, of the Levant, of Morocco,
 * of Algeria and Tunisia.
 */

const names: ReadonlyArray<string> = [
  // English, German, French, Spanish, Portuguese, Italian, Indonesian, Turkish, Ukrainian | Russian | Arabic
  "january jan januar janner janvier janv enero ene janeiro gennaio januari ocak січня | январь января янв | يناير كانون_الثاني جانفي",
  "february feb febr februar fevrier fevr fev febrero fevereiro febbraio februari subat лютого | февраль февраля фев февр | فبراير شباط فيفري",
  "march mar marz mars marzo marco maret mart березня | март марта мар | مارس اذار",
  "april apr avril avr abril abr aprile nisan квітня | апрель апреля апр | ابريل نيسان افريل",
  "may mai mayo maio maggio mei mayis травня | май мая | مايو ايار ماي",
  "june jun juni juin junio junho giugno haziran червня | июнь июня июн | يونيو حزيران جوان يونيه",
  "july jul juli juillet juil julio julho luglio temmuz липня | июль июля июл | يوليو تموز جويلية يوليوز يوليه",
  "august aug aout agosto ago agustus agustos серпня | август августа авг | اغسطس اب اوت غشت",
  "september sep sept septembre septiembre setiembre setembro set settembre eylul вересня | сентябрь сентября сен сент | سبتمبر ايلول شتنبر",
  "october oct okt oktober octobre octubre outubro out ottobre ekim жовтня | октябрь октября окт | اكتوبر تشرين_الاول",
  "november nov novembre noviembre novembro kasim листопада | ноябрь ноября ноя нояб | نوفمبر تشرين_الثاني نونبر",
  "december dec dez dezember decembre diciembre dic dezembro dicembre desember aralik грудня | декабрь декабря дек | ديسمبر كانون_الاول دجنبر"
]

const months = new Map<string, number>()
for (const [index, line] of names.entries()) {
  for (const name of line.split(/[\s|]+/)) if (name !== "") months.set(name.replaceAll("_", " "), index + 1)
}

/** Number of the month, 1 to 12, that a folded name or abbreviation means; null for other words. */
export const monthOf = (name: string): number | null =>
  months.get(name.replace(/\.$/, "").replaceAll(/\s+/g, " ")) ?? null

/** Alternation of all names for a regular expression, the longest first; matches folded text. */
export const monthPattern = [...months.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(" ", "\\s"))
  .join("|")

/**
 * Lower case without diacritics and with ASCII digits, code unit by code unit, so that places in the
 * folded text are places in `text.normalize("NFC")`.
 */
export const fold = (text: string): string =>
  text.normalize("NFC").replaceAll(/[\u007f-\uffff]|[A-Z]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0x0660 && code <= 0x0669) return String.fromCharCode(code - 0x0660 + 48)
    if (code >= 0x06f0 && code <= 0x06f9) return String.fromCharCode(code - 0x06f0 + 48)
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 48)
    if (code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x200f || code === 0x200e) return " "
    // Beyond the alphabets (Hangul would fall apart into its letters) nothing is folded.
    if (code > 0x1fff) return character
    // The Cyrillic й is a letter of its own, not an и with a mark.
    if (code === 0x0439 || code === 0x0419) return "й"
    const lower = character.toLowerCase()
    const base = (lower.length === 1 ? lower : character).normalize("NFD").charAt(0)
    return base.length === 1 ? base : character
  })
