/** Words that have an opposite: two statements that hold opposite ones contradict each other. */
import { remembered } from "./remembered.ts"
import { han } from "./script.ts"

const opposites: ReadonlyArray<readonly [string, string]> = [
  [
    "mandatory compulsory obligatoire obligatori* obrigatori* обязательн* الزامي* 强制",
    "voluntary volontaire voluntari* добровольн* طوعي* 自愿"
  ],
  [
    "allow* permit* autoris* autoriz* permet* permit* разреш* يسمح السماح 允许",
    "ban* prohibit* forbid* interdi* prohib* proib* запре* حظر يحظر 禁止"
  ],
  [
    "increase* raise* augment* aumentar elevar увелич* повы* زياده رفع 提高 增加",
    "reduce* decrease* lower* cut reduire baisser reducir bajar reduzir baixar сниз* уменьш* сокра* خفض تخفيض 降低 减少"
  ],
  ["before avant antes до перед قبل 之前", "after apres despues depois после بعد 之后"],
  [
    "support* favour* favor* soutien* apoy* apoi* поддерж* يؤيد 支持 赞成",
    "oppose* reject* rejet* rechaz* rejeit* отверг* против يرفض نرفض 反对"
  ],
  [
    "strengthen* renforc* fortalec* reforc* усил* تعزيز 加强",
    "weaken* affaibl* debilit* enfraquec* ослаб* اضعاف 削弱"
  ],
  [
    "keep kept maintain* mainten* mantener* manter* сохран* الابقاء 保留",
    "abolish* scrap* supprim* abolir abolid* elimin* отмен* الغاء 取消"
  ],
  ["more plus mas mais больше اكثر 更多", "less fewer moins menos меньше اقل 更少"],
  ["minimum least minimo minim* не менее минимум 至少", "maximum most maximo максимум не более 至多 最多"],
  ["national nationale nacional национальн* وطني* 国家级", "regional regionale региональн* اقليمي* 区域"],
  ["public publique publico публичн* государственн*", "private prive privee privado частн*"]
]
const poleWords = opposites.flatMap((pair, axis) =>
  pair.flatMap((words, side) =>
    words.split(" ").map((word) => ({ pole: `${axis}${side === 0 ? "+" : "-"}`, word }))
  )
)
const exactPoles = new Map<string, string>()
const prefixPoles: Array<readonly [string, string]> = []
const hanPoles: Array<readonly [string, string]> = []
for (const { pole, word } of poleWords) {
  if (han.test(word)) hanPoles.push([word, pole])
  else if (word.endsWith("*")) prefixPoles.push([word.slice(0, -1), pole])
  else exactPoles.set(word, pole)
}

/** The poles that a folded word holds. */
export const polesOf = remembered(50_000, (word): ReadonlyArray<string> => {
  const exact = exactPoles.get(word)
  const prefixed = prefixPoles.filter(([prefix]) => word.startsWith(prefix)).map(([, pole]) => pole)
  return exact === undefined ? prefixed : [exact, ...prefixed]
})

/** The poles that words hold ("mandatory" one, "voluntary" its opposite), separated by spaces. */
export const polesIn = (folded: string, tokens: ReadonlyArray<string>): string =>
  polesAmong(folded, tokens.map(polesOf))

/** The same where those of each word are known. */
export const polesAmong = (folded: string, ofWords: ReadonlyArray<ReadonlyArray<string>>): string => {
  const poles = new Set<string>()
  for (const own of ofWords) for (const pole of own) poles.add(pole)
  if (han.test(folded)) for (const [word, pole] of hanPoles) if (folded.includes(word)) poles.add(pole)
  return [...poles].join(" ")
}
