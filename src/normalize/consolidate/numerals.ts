/**
 * Numbers written as words, in folded form: cardinals, ordinals, fractions and months of fifteen languages, and
 * the words of time and measure that a change of one letter could turn into each other.
 *
 * Every number has one name, whatever the language and however it is written ("third", "3rd", "troisième" are
 * `3.`), so that two texts can be compared by their numbers. What a word means beside its number does not matter:
 * a word that may be a number is always compared as one.
 */

const lines = `
0 zero cero sifir nol sufuri ноль нуль صفر शून्य
2 two deux dos dois duas duo due zwei iki dua mbili wawili два две двух двум двумя дві двох двома اثنان اثنين اثنتان اثنتين दो
3 three trois tres tre drei uc tiga tatu watatu три трех трем тремя трьох ثلاثه ثلاث तीन
4 four quatre cuatro quatro quattro vier dort empat nne wanne четыре четырех четырем чотири чотирьох اربعه اربع चार
5 five cinq cinco cinque funf bes lima tano watano пять пяти пятью п'ять п'яти خمسه خمس पांच पाँच
6 six seis sei sechs alti enam sita шесть шести шістьох шість шести سته ست छह छः
7 seven sept siete sete sette sieben yedi tujuh saba семь семи сім семи سبعه سبع सात
8 eight huit ocho oito otto acht sekiz delapan nane восемь восьми вісім восьми ثمانيه ثماني ثمان आठ
9 nine neuf nueve nove neun dokuz sembilan tisa девять девяти дев'ять дев'яти تسعه تسع नौ
10 ten dix diez dez dieci zehn on sepuluh kumi десять десяти عشره عشر दस dozen
11 eleven onze once undici elf sebelas одиннадцать одиннадцати одинадцять ग्यारह
12 twelve douze doce doze dodici zwolf двенадцать двенадцати дванадцять बारह
13 thirteen treize trece treze tredici dreizehn тринадцать тринадцати тринадцять तेरह
14 fourteen quatorze catorce catorze quattordici vierzehn четырнадцать четырнадцати чотирнадцять चौदह
15 fifteen quinze quince quindici funfzehn пятнадцать пятнадцати п'ятнадцять पंद्रह पन्द्रह
16 sixteen seize dieciseis dezasseis dezesseis sedici sechzehn шестнадцать шестнадцати шістнадцять सोलह
17 seventeen diecisiete dezassete dezessete diciassette siebzehn семнадцать семнадцати сімнадцять सत्रह
18 eighteen dieciocho dezoito diciotto achtzehn восемнадцать восемнадцати вісімнадцять अठारह
19 nineteen diecinueve dezanove dezenove diciannove neunzehn девятнадцать девятнадцати дев'ятнадцять उन्नीस
20 twenty vingt veinte vinte venti zwanzig yirmi ishirini двадцать двадцати двадцять عشرون عشرين बीस
30 thirty trente treinta trinta trenta dreißig dreissig otuz thelathini тридцать тридцати тридцять ثلاثون ثلاثين तीस
40 forty fourty quarante cuarenta quarenta quaranta vierzig kirk arobaini сорок сорока اربعون اربعين चालीस
50 fifty cinquante cincuenta cinquenta cinquanta funfzig elli hamsini пятьдесят пятидесяти п'ятдесят خمسون خمسين पचास
60 sixty soixante sesenta sessenta sessanta sechzig altmis sitini шестьдесят шестидесяти шістдесят ستون ستين साठ
70 seventy septante setenta settanta siebzig yetmis sabini семьдесят семидесяти сімдесят سبعون سبعين सत्तर
80 eighty octante ochenta oitenta ottanta achtzig seksen themanini восемьдесят восьмидесяти вісімдесят ثمانون ثمانين अस्सी
90 ninety nonante noventa novanta neunzig doksan tisini девяносто дев'яносто تسعون تسعين नब्बे
100 hundred hundreds cent cents cien ciento cientos cem cento centos centinaia hundert yuz seratus ratus mia сто сотни ста сотен مائه مئه مئات सौ
200 doscientos doscientas duzentos duzentas duecento zweihundert двести двухсот двісті مئتان مئتين مائتان مائتين
1000 thousand thousands mille milliers mil miles milhares mila migliaia tausend bin seribu ribu elfu тысяча тысячи тысяч тисяча тисячі тисяч الف الاف हजार हज़ार
1e6 million millions millon millones milhao milhoes milione milioni millionen milyon juta milioni миллион миллиона миллионов мільйон мільйонів مليون ملايين
1e5 lakh lakhs लाख
1e7 crore crores करोड़
1e9 billion billions milliard milliards millardo miliardo miliardi milliarde milliarden milyar miliar bilioni миллиард миллиарда миллиардов мільярд мільярдів مليار مليارات बिलियन अरब
1. first firstly 1st premier premiere premiers primero primera primer primeiro primeira primo prima erste erster ersten erstes birinci ilk pertama kwanza первый первая первое первого первой первом первых перший перша першого першої الاول الاولي اول पहला पहली पहले
2. second secondly seconds 2nd deuxieme seconde segundo segunda secondo seconda zweite zweiter zweiten zweites ikinci kedua pili второй вторая второе второго вторых другий друга другого другої الثاني الثانيه दूसरा दूसरी दूसरे
3. third thirds thirdly 3rd troisieme tiers tercero tercera tercer tercio tercios terceiro terceira terco tercos terzo terza terzi dritte dritter dritten drittes drittel ucuncu ketiga tatu третий третья третье третьего треть трети третій третя третину третина الثالث الثالثه ثلث तीसरा तीसरी तीसरे तिहाई
4. fourth fourths 4th quatrieme cuarto cuarta cuartos quarto quarta quartos vierte vierter vierten viertes dorduncu keempat четвертый четвертая четвертого четвертой четвертий الرابع الرابعه चौथा चौथी
1/4 quarter quarters quart quarts viertel ceyrek seperempat robo четверть четверти четвертей чверть чверті ربع चौथाई
5. fifth fifths 5th cinquieme quinto quinta quintos funfte funfter funften funftes funftel besinci kelima пятый пятая пятого пятой пятую п'ятий п'ята الخامس الخامسه خمس पांचवां पांचवीं
6. sixth sixths 6th sixieme sexto sexta sesto sesta sechste sechster sechsten sechstel altinci keenam шестой шестая шестого шестую шостий السادس السادسه سدس छठा छठी
7. seventh sevenths 7th septieme septimo septima setimo setima settimo settima siebte siebter siebten yedinci ketujuh седьмой седьмая седьмого сьомий السابع السابعه सातवां सातवीं
8. eighth eighths 8th huitieme octavo octava oitavo oitava ottavo ottava achte achter achten achtel sekizinci kedelapan восьмой восьмая восьмого восьмий الثامن الثامنه ثمن आठवां
9. ninth ninths 9th neuvieme noveno novena nono nona neunte neunter neunten dokuzuncu kesembilan девятый девятая девятого дев'ятий التاسع التاسعه नौवां
10. tenth tenths 10th dixieme decimo decima zehnte zehnter zehnten zehntel onuncu kesepuluh десятый десятая десятого десятую десятий العاشر العاشره दसवां
1/2 half halves halved moitie demi mitad metade meta halfte halb halbe halben halbes yarisi yarim setengah separuh nusu половина половины половину половине полови половині نصف आधा आधी आधे
*1 once une-fois einmal однажды
*2 twice double doubled doubles doubler doble duplicar dobro dobrar doppio doppelt zweimal iki-kat вдвое дважды удвоить удвоение вдвічі двічі ضعف مضاعفه مرتين दोगुना दुगुना
*3 thrice triple tripled tripler triplicar triplo dreifach dreimal втрое трижды втричі тричі ثلاثه-اضعاف तिगुना
%1 percent procent prozent procento процент процента процентов процентах процентам процентами відсоток відсотків yuzde persen asilimia प्रतिशत फीसदी بالمائه بالمئه
m1 january janvier enero janeiro gennaio januar janner ocak januari январь января январе січень січня يناير जनवरी
m2 february fevrier febrero fevereiro febbraio februar subat februari февраль февраля феврале лютий лютого فبراير फरवरी
m3 march mars marzo marco marz mart maret machi март марта марте березень березня مارس मार्च
m4 april avril abril aprile nisan aprili апрель апреля апреле квітень квітня ابريل अप्रैल
m5 mai mayo maio maggio mayis mei май мая мае травень травня مايو मई
m6 june juin junio junho giugno juni haziran июнь июня июне червень червня يونيو जून
m7 july juillet julio julho luglio juli temmuz julai июль июля июле липень липня يوليو जुलाई
m8 august aout agosto agustos agustus agosti август августа августе серпень серпня اغسطس अगस्त
m9 september septembre septiembre setiembre setembro settembre eylul septemba сентябрь сентября сентябре вересень вересня سبتمبر सितंबर सितम्बर
m10 october octobre octubre outubro ottobre oktober ekim oktoba октябрь октября октябре жовтень жовтня اكتوبر अक्टूबर
m11 november novembre noviembre novembro kasim novemba ноябрь ноября ноябре листопад листопада نوفمبر नवंबर नवम्बर
m12 december decembre diciembre dezembro dicembre dezember aralik desember desemba декабрь декабря декабре грудень грудня ديسمبر दिसंबर दिसम्बर
`

const values = new Map<string, string>()
for (const line of lines.trim().split("\n")) {
  const [value = "", ...words] = line.split(" ")
  for (const word of words) if (!values.has(word)) values.set(word, value)
}

/** Words that are numbers in one language and something else in another. */
const onlyIn = new Map(
  "on:tr due:it sei:it bin:tr once:es meta:it tiers:fr robo:sw dos:es lima:id cent:fr marco:pt mars:fr mart:tr mia:sw elf:de terco:pt"
    .split(" ")
    .map((pair) => {
      const [word = "", language = ""] = pair.split(":")
      return [word, language] as const
    })
)

/** `-one` of compounds stands apart: "twenty-five" is two numbers, equal when both words are. */
const parts = (word: string): ReadonlyArray<string> => (word.includes("-") ? word.split("-") : [word])

const ordinalFigure = /^(\d+)(?:st|nd|rd|th|e|eme|ere|er|re|o|a|º|ª|го|й|я|е|м|ой|ий)$/u

/** The name of the number that a folded word is ("third" is `3.`, "May" none); null for other words. */
export const numeralOf = (word: string, language: string): string | null => {
  const known = values.get(word)
  if (known !== undefined && (onlyIn.get(word) ?? language) === language) return known
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) {
    const ordinal = ordinalFigure.exec(word)
    return ordinal === null ? word : `${ordinal[1] ?? ""}.`
  }
  if (!word.includes("-")) return null
  const all = parts(word).map((part) => values.get(part))
  return all.every((part) => part !== undefined) ? all.join("-") : null
}

/** Words of time and measure: never a slip of the pen for each other, though one letter may part them. */
const measures =
  /^(?:second|minut|hour|heure|hora|ora|ore|stunde|saat|jam|saa|час|годин|ساع|دقيق|घंट|day|jour|dia|giorn|tag|gun|hari|siku|день|дня|дней|дні|днів|يوم|ايام|दिन|week|semain|semana|settiman|woche|hafta|minggu|wiki|недел|тижн|тижд|اسبوع|اسابيع|सप्ताह|हफ्त|month|mois|mes|mese|monat|ay|bulan|mwezi|miezi|месяц|місяц|شهر|اشهر|شهور|महीन|quarter|trimest|semest|bimest|quadrimest|year|annual|an|annee|ano|anno|jahr|yil|tahun|mwaka|miaka|год|лет|рік|рок|سنه|سنوات|عام|اعوام|साल|वर्ष|decade|decenn|decada|centur|siecle|siglo|seculo|met|kilomet|mile|milli|centi|micro|nano|kilo|mega|giga|tera|bit|byte|octet|hert|watt|litr|gram|tonn|dollar|euro|percent|pourcent|porcent)/u

/** True for words of time and measure. */
export const isMeasure = (word: string): boolean => measures.test(word)

const hanDigits = "零一二三四五六七八九"
const hanPattern =
  /[一二三四五六七八九十百千万亿兩两]*[二三四五六七八九十百千万亿兩两][一二三四五六七八九十百千万亿]*|第?一(?=[年个個次天月日周週成倍名位家种種项項小分席条條级級半])|百分之[零一二三四五六七八九十百]+/gu

const digit = (letter: string | undefined): number => Math.max(0, hanDigits.indexOf(letter ?? ""))

/** The value of a number in Chinese or Japanese characters up to 99; larger ones as they are written. */
const hanValue = (text: string): string => {
  const plain = text.replace(/百分之|第/gu, "").replace(/[两兩]/gu, "二")
  if (/[百千万亿]/u.test(plain)) return plain
  const ten = plain.indexOf("十")
  if (ten < 0) return plain.length === 1 ? String(digit(plain)) : plain
  return String((ten === 0 ? 1 : digit(plain[ten - 1])) * 10 + digit(plain[ten + 1]))
}

/** Numbers in Chinese and Japanese characters, in order. Words such as 万一 or 一些 are none. */
export const hanNumerals = (folded: string): ReadonlyArray<string> =>
  (folded.replace(/万一|千万(?=不|别|要)|百姓|三方|四川|十分(?!之)/gu, "").match(hanPattern) ?? []).map(
    hanValue
  )

const pointLanguages = new Set(["en", "zh", "ja", "hi", "sw"])

/**
 * Digits without the marks that part thousands. Which mark that is depends on the language: `1.200` is a
 * thousand in Portuguese and little more than one in English; where the language is not known both are.
 */
export const plainDigits = (folded: string, language: string): string => {
  const spaced = folded.replace(/(?<=\d)[\s'](?=\d{3}(?!\d))/gu, "")
  return pointLanguages.has(language)
    ? spaced.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "")
    : spaced.replace(/(?<=\d)\.(?=\d{3}(?!\d))/gu, "").replace(/(?<=\d),(?=\d)/gu, ".")
}
