/**
 * The name of a case: the programme, organisation or place that a best practice is about, cut verbatim from the
 * statement's text.
 */

/** Words for a programme, in the form in which they stand beside its name. */
const nounList =
  "programmes?|programs?|projects?|initiatives?|networks?|hubs?|labs?|helplines?|hotlines?|campaigns?|clinics?|cooperatives?|co-operatives?|portals?|platforms?|schools?|centres?|centers?|funds?|scheme|pilots?|" +
  "programme|projet|initiative|réseaux?|campagne|plateforme|coopérative|école|fonds|centre|ligne|" +
  "programa|proyecto|iniciativa|redes?|campaña|plataforma|cooperativa|escuela|línea|centro|" +
  "projeto|rede|campanha|escola|linha|fundo|associação|asociación|association|" +
  "программ[аыеу]|проект[аеу]?|инициатив[аыеу]|сеть|сети|кампани[яи]|платформ[аыеу]|школ[аыеу]|клуб|центр|" +
  "Programm|Projekt|Netzwerk|Plattform|Kampagne|progetto|programma|rete|piattaforma|campagna"

const nouns = nounList
  .split("|")
  .map((noun) => `[${noun.charAt(0).toLowerCase()}${noun.charAt(0).toUpperCase()}]${noun.slice(1)}`)
  .join("|")

/** Words that open a sentence with a capital and belong to no name. */
const articles =
  "(?!(?:The|This|That|Our|A|An|In|One|El|La|Las|Los|Una?|Este|Esta|Le|Les|L|Une|Cette|Ce|O|Os|As|Um|Uma|Il|Lo|Gli|Der|Die|Das|Этот|Эта|Наш)(?:\\s|['’]))"

const connectors =
  "of|the|for|and|de|del|la|las|los|du|des|da|do|das|dos|le|les|di|et|y|e|für|по|для|и|al-|d'|l'|&"
// A name: capitalised words, joined by connectors; digits may end it.
const capital = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]*"
const name = `${articles}${capital}(?:\\s+(?:(?:${connectors})\\s+){0,2}${capital})*(?:\\s+\\d{1,4})?`
const before = "(?<![\\p{L}\\p{N}])"

const patterns: ReadonlyArray<RegExp> = [
  // programme «Name», line "Name": the quoted name beside a word for a programme
  new RegExp(`${before}(?:${nouns})\\s+(?:[\\p{L}]+\\s+){0,2}[«“„"]([^«»“”„"]{2,60})[»”"]`, "u"),
  new RegExp(`[«“„"]([^«»“”„"]{2,60})[»”"]\\s+(?:${nouns})(?![\\p{L}])`, "u"),
  /(?:项目|计划|行动|平台|热线|课程|专线|工程)?[“「《]([^“”「」《》]{2,30})[”」》](?:项目|计划|行动|平台|热线|课程|家长课|专线|工程|试点)/u,
  /(?:مبادرة|برنامج|مشروع|حملة|خط|منصة|شبكة|مختبر|تجربة)\s+[«“"]([^«»“”"]{2,40})[»”"]/u,
  // Name programme (not at the beginning of the sentence's article), programme Name
  new RegExp(`${before}(?:[Tt]he\\s+)?(${name}\\s+(?:${nouns}))(?![\\p{L}])`, "u"),
  new RegExp(
    `${before}(?:${nouns})\\s+(?:(?:of|de|du|des|da|do|del|di)\\s+(?:la\\s+|le\\s+|las\\s+|los\\s+)?|d')?(${name})`,
    "u"
  ),
  /((?:مبادرة|برنامج|مشروع|حملة|تجربة|شبكة|منصة)\s+[\p{Script=Arabic}]+(?:\s+[\p{Script=Arabic}]+)?)/u,
  /([\p{Script=Han}]{2,8}(?:市|县|省|区|大学|学校|医院|图书馆|医保部门|社区学校|交换中心))/u,
  /([\p{Script=Han}A-Za-z]{2,10}(?:项目|计划|行动|平台|热线|试点))/u,
  // otherwise the first name of at least two words that does not open the text
  new RegExp(
    `(?<=[\\p{L}\\p{N},;:]\\s(?:\\p{L}{1,4}\\s)?)(${articles}${capital}(?:\\s+(?:(?:${connectors})\\s+){0,2}${capital})+)`,
    "u"
  )
]

const uppercaseStart = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"«“]/u

/** The case's name, verbatim from the text, or null when the text names none. */
export const caseNameOf = (text: string): string | null => {
  const within = text.slice(0, 2000)
  for (const pattern of patterns) {
    const found = pattern.exec(within)?.[1]?.trim()
    if (found !== undefined && found.length > 1 && found.length <= 90 && uppercaseStart.test(found))
      return found
  }
  return null
}
