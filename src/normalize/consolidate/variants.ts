/**
 * Which words are one word: inflections, spellings and slips of the pen; and which words of a sentence may come and
 * go without changing what it says. All in folded form, by language.
 *
 * Only what is listed here counts as a variant. What is not known to be harmless keeps two texts apart.
 */
import { isMeasure } from "./numerals.ts"

/** Articles, copulas, relative words and the prepositions that choose nothing: they may come and go. */
const free: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "a an the this that these those of in on at for to is are be been being it its their there which who also such therefore thus",
    fr: "le la les l un une des de du d ce cet cette ces a au aux en dans est sont etre qui que qu leur leurs son sa ses aussi ainsi donc afin",
    es: "el la los las un una unos unas de del a al en es son sea sean ser esta estan que su sus este esta estos estas tambien asi",
    pt: "o a os as um uma uns umas de do da dos das em no na nos nas ao aos e sao ser sejam que seu sua seus suas este esta estes estas tambem assim",
    it: "il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle in nel nella nei nelle e sono essere che suo sua loro questo questa anche cosi",
    de: "der die das den dem des ein eine einen einem einer eines in im an am zu zum zur ist sind sein werden wird dass diese dieser dieses auch",
    ru: "это эти этот эта в во на у о об к ко же также как который которая которые которое",
    uk: "це ці цей ця в у на о об до ж також як який яка які яке",
    ar: "ان في من الي هذا هذه ذلك تلك التي الذي الذين كذلك ايضا قد",
    tr: "bir bu su de da ki olan olarak",
    id: "yang di itu ini adalah akan juga para",
    sw: "ya wa za la cha vya kwa katika ni pia hii hiyo huo hizo",
    hi: "का की के को में है हैं यह ये वह भी"
  }).map(([language, words]) => [language, new Set(words.split(" "))] as const)
)
const nothing: ReadonlySet<string> = new Set()
const freeHan = new Set(Array.from("的了之地はがの"))

/** True for words that may come and go within a sentence of this language. */
export const isFree = (word: string, language: string): boolean =>
  (free[language] ?? nothing).has(word) || freeHan.has(word)

/** Duty and leave: within each the words say the same with more or less courtesy, between them they do not. */
const modals = new Map<string, string>(
  Object.entries({
    "=must":
      "must should shall ought doit doivent devrait devraient devra devront faut faudrait debe deben debera deberan deberia deberian deve devem devera deverao deveria deveriam devono dovrebbe dovrebbero dovra dovranno muss mussen soll sollen sollte sollten должен должна должно должны следует необходимо повинен повинна повинно повинні має мають слід необхідно يجب ينبغي harus wajib sebaiknya lazima inapaswa yanapaswa चाहिए",
    "=may":
      "may might could can peut peuvent pourrait pourraient pourra pourront puede pueden podra podran podria podrian pode podem podera poderao poderia poderiam puo possono potrebbe potrebbero kann konnen konnte konnten darf durfen может могут може можуть يمكن يجوز boleh dapat bisa",
    "=percent": "percent % percentage"
  }).flatMap(([name, words]) => words.split(" ").map((word) => [word, name] as const))
)

/** The name under which a word is compared: words of duty under one, words of leave under another. */
export const nameOf = (word: string): string => modals.get(word) ?? word

/** Endings that change into each other without changing the word; one family a group. */
const endings: Readonly<Record<string, ReadonlyArray<ReadonlySet<string>>>> = Object.fromEntries(
  Object.entries({
    en: "_ s es|_ ed ing s|e ed ing es|y ies ied ying",
    fr: "_ s x|e es ent er ez ant|al aux|ail aux|a ont|ra ront|ait aient|rait raient|it issent ir issant|t ent",
    es: "_ s es|_ n|z ces|a an ar ando|e en er iendo|e en ir iendo",
    pt: "_ s es|_ m|al ais|el eis|il is|m ns|ao oes aes|a am ar ando|e em er endo|e em ir indo",
    it: "o i|a e|e i|a ano are|e ono ere ire|co chi|ca che|go ghi|ga ghe|io i",
    de: "_ e en es em n s|t en|et en",
    ru: "_ а у ом е ы и ов ам ами ах|а ы и е у ой ою ам ами ах|_ ый ая ое ые ого ому ым ой ых ыми ую ом|ий ая ое ие ого ому им ой их ими ую ом|ий яя ее ие его ему им ей их ими юю ем|ь я ю ем е и ей ям ями ях ью|я и е ю ей ям ями ях|ие ия ию ием ии ий иям иями иях|ия ии ию ией ий иям иями иях|о а у ом е ам ами ах|ет ют ать ять|ит ят ить еть|ут ет ть|л ла ло ли",
    uk: "_ а у ом ові і и ів ам ами ах|а и і у ою ам ами ах|ий а е і ого ому им ої ій их ими у ою|ь я ю ем і ей ям ями ях|я і ю ею й ям ями ях|ння нню нням нні|ість ості істю",
    ar: "ون ين|ه ات|_ ا",
    tr: "_ lar ler i u ı in un ın a e da de ta te dan den tan ten nin nun nın leri ları larin lerin ların lara lere larda lerde",
    id: "_ nya",
    hi: "_ ों|ा े ों|ी ियों ियां"
  }).map(([language, families]) => [
    language,
    families.split("|").map((family) => new Set(family.split(" ").map((end) => (end === "_" ? "" : end))))
  ])
)

const commonStart = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

/** Letters that the stem of an inflected word has at least. */
const shortestStem = 4

const inflected = (a: string, b: string, language: string): boolean => {
  const families = endings[language]
  if (families === undefined) return false
  const common = commonStart(a, b)
  // Endings may begin with the same letter ("e", "ed"), so shorter stems are tried too.
  for (let stem = common; stem >= Math.max(shortestStem - 1, common - 2); stem -= 1) {
    const left = a.slice(stem)
    const right = b.slice(stem)
    if (stem < shortestStem && !(language === "en" && left.length + right.length === 1)) continue
    if (families.some((family) => family.has(left) && family.has(right))) return true
  }
  return false
}

/** Levels spellings that differ between countries, and the letters of old and new orthographies. */
const level = (word: string, language: string): string => {
  const plain = word.replaceAll("-", "")
  switch (language) {
    case "en":
      return plain
        .replace(/(?<=.{4})is(?=e|ing|ation)/u, "iz")
        .replace(/(?<=.{3})our(?=$|s|e|i|a)/u, "or")
        .replace(/tre(?=s?$)/u, "ter")
        .replace(/(?<=.{2})bre(?=s?$)/u, "ber")
        .replace(/mme(?=s?$)/u, "m")
        .replace(/logue(?=s?$)/u, "log")
        .replace(/(?<=lic|def|off)enc/u, "ens")
        .replace(/ll(?=ed|ing|er)/u, "l")
        .replace(/cheque/u, "check")
    case "pt":
      return plain.replace(/[cp](?=[ct](?:a|o|i|u|e))/u, "")
    case "de":
      return plain
        .replaceAll("ß", "ss")
        .replace(/(?<![aeq])ue/u, "u")
        .replace(/oe/u, "o")
        .replace(/ae/u, "a")
    case "es":
      return plain.replace(/^(?:trans)(?=[^aeiou])/u, "tras").replace(/^ps/u, "s")
    case "ja":
      return plain.replaceAll("ー", "")
    default:
      return plain
  }
}

/** Words that one letter parts and that are no slips. */
const confusable = new Set(
  (
    "protection projection|proteccion proyeccion|election ejection|election erection|eleccion ereccion|" +
    "prescribe proscribe|prescribed proscribed|infection inflection|creation cremation|contention convention|" +
    "intention invention|intencion invencion|detention detection|detencion deteccion|evaluation evacuation|" +
    "evaluacion evacuacion|contacts contracts|computers commuters|mediation medication|mediation meditation|" +
    "meditation medication|mediacion medicacion|investors inventors|inversores inventores|contents contests|" +
    "relaying relaxing|immoral immortal|revision reversion|transmission transition|affection affliction"
  )
    .split("|")
    .flatMap((pair) => {
      const [a = "", b = ""] = pair.split(" ")
      return [`${a} ${b}`, `${b} ${a}`]
    })
)

const oneEdit = (a: string, b: string): boolean => {
  const start = commonStart(a, b)
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1)
  if (a.slice(start + 1) === b.slice(start + 1)) return true
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
}

/** Letters from which a word is long enough for a slip to be seen as one. */
const longLatin = 8
const longCyrillic = 10

/**
 * A slip of the pen: one letter put in, left out, changed or exchanged within a long word, neither at its beginning
 * nor in its ending. Not in scripts where one letter is a part of the meaning (Arabic, Devanagari, Han).
 */
const slip = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length)
  const script = /^[a-z]+$/u.test(a + b) ? longLatin : /^[а-яіїєґ]+$/u.test(a + b) ? longCyrillic : Infinity
  if (least < script || a.slice(0, 2) !== b.slice(0, 2) || a.slice(-2) !== b.slice(-2)) return false
  return oneEdit(a, b) && !confusable.has(`${a} ${b}`)
}

/** True when two words of a language (folded, no numbers) are forms, spellings or slips of one word. */
export const sameWord = (a: string, b: string, language: string): boolean => {
  const left = level(a, language)
  const right = level(b, language)
  if (left === right) return true
  if (inflected(left, right, language)) return true
  return !isMeasure(left) && !isMeasure(right) && slip(left, right)
}
