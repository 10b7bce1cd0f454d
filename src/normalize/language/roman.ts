/**
 * Cyrillic and Devanagari letters in Latin ones, so that words that languages share ("платформа",
 * "प्लेटफ़ॉर्म", "platform") meet in their character sequences. Rough on purpose: it only serves comparing.
 */

const letters = new Map<string, string>(
  [
    "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ъ ыy ь эe юyu яya іi їyi єe ґg ўu",
    "हh कk खkh गg घgh ङn चch छch जj झjh ञn टt ठth डd ढdh णn तt थth दd धdh नn पp फf बb भbh मm यy रr लl वv शsh षsh सs",
    "अa आa इi ईi उu ऊu एe ऐai ओo औau ऑo ाa िi ीi ुu ूu ेe ैai ोo ौau ॉo ंn ँn ् ़ ृri"
  ]
    .join(" ")
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)])
)

/** A lower-case word in Latin letters where it is written in Cyrillic or Devanagari; others stay. */
export const romanised = (word: string): string => {
  if (!/[\p{sc=Cyrl}\p{sc=Deva}]/u.test(word)) return word
  let out = ""
  for (const letter of word) out += letters.get(letter) ?? letter
  return out
}
