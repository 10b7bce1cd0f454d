/**
 * The small words of languages in Latin and Cyrillic letters: articles, prepositions, pronouns,
 * auxiliaries. They tell a language in a glance, and they may stand between the words of a term.
 */

const lists: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no should than its into only other our them may what these some must also out up about do how any those such where each between through without after before while because both during against within could because being does most many every whether nor your my me she him us",
  fr: "le la les de des du un une et à en est que qui dans pour par sur au aux ce cette ces il elle ils elles on ne pas plus se sa son ses leur leurs nous vous avec sans sont été être avoir ont mais ou où dont comme entre afin lors ainsi tout tous toute toutes même chez vers depuis pendant selon aussi encore très peu peut doit doivent fait faire y l d qu n s j c notre nos votre vos était qu'un aucun aucune quand si car",
  es: "el la los las de del un una unos unas y e en es que por para con sin sobre al lo se su sus como más pero no o u ni si ya fue ser son está están ha han hay este esta estos estas ese esa eso aquello quien quienes cuando donde entre desde hasta hacia según también muy sólo solo porque nos les le nuestro nuestra cada todo todos toda todas sino aunque mientras durante ante bajo puede debe deben pueden otro otra otros otras cual cuyo cuya era nada nadie ninguna ningún hace hacen fueron siempre nunca ellos nosotros tras menos mismo misma algún alguna algunos quieren tienen tiene",
  pt: "o a os as de do da dos das um uma uns umas e em no na nos nas é que por para com sem sobre ao à aos às se seu sua seus suas como mais mas não ou já foi ser são está estão tem têm há este esta estes estas esse essa isso isto aquele quem quando onde entre desde até pelo pela pelos pelas também muito só porque lhe nosso nossa cada todo todos toda todas ainda enquanto durante perante sob pode deve devem podem outro outra outros outras qual cujo num numa dum",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum zur für über unter durch ist sind war waren wird werden wurde wurden hat haben nicht auch nur noch wie als dass wenn sich sie er es wir ihr man sein ihre ihren seine kann können soll sollen muss müssen zwischen ohne gegen um so mehr sehr dieser diese dieses diesen keine kein alle bis",
  it: "il lo la i gli le di del dello della dei degli delle un uno una e ed in nel nella nei nelle è che per con su sul sulla da dal dalla al alla ai alle non più si suo sua suoi sue come ma o se anche sono essere ha hanno stato stata questo questa questi queste quello quella chi quando dove tra fra senza ogni tutto tutti tutte loro ci perché ancora molto solo può deve devono possono cui mentre durante secondo",
  nl: "de het een en van in op te is dat die voor met niet zijn aan er om ook als bij of door naar uit maar worden wordt werd over tot dan nog wel geen zich deze dit meer hun we wij ze zij kan kunnen moet moeten heeft hebben tussen zonder tegen onder na alle was waren",
  sv: "och i att det som en på är av för med den till inte om ett har de kan ska var vi från eller så man också mellan utan efter mot hur när vid nu detta denna dessa sin sina sitt skulle måste bör blir",
  da: "og i at det som en på er af for med den til ikke om et har de kan skal var vi fra eller så man også mellem uden efter mod hvordan når ved denne disse sin sine blev bør hvor",
  fi: "ja on ei se että joka ovat oli mutta myös kun niin kuin tai sekä hän tämä ne voi olla mukaan tulee pitää jos vain",
  pl: "i w na z do nie się że jest to o jak po dla od przez przy za ale oraz są był była być może które który która tym tego jego ich lub ze także aby więcej między bez pod czy",
  cs: "a v na se je že do o s z k pro jako ale by byl byla jsou to které který která při po od tak nebo také aby mezi bez ve",
  sk: "a v na sa je že do o s z k pre ako ale by bol bola sú to ktoré ktorý ktorá pri po od tak alebo tiež aby medzi bez vo",
  hr: "i u na se je da za od s kao što ali ili su bio bila biti koji koja koje iz do te ne po o također između bez ako više ih",
  ro: "și în de la a cu pe pentru din că nu este sunt care o un ce mai sau prin au fost fi se să al ale lor fără între dacă despre către după",
  hu: "a az és hogy nem is egy van volt de meg ez azt mint csak már kell lehet vagy között nélkül ki",
  tr: "ve bir bu için ile de da olarak olan daha çok gibi ne ya ki ama veya her kadar sonra en değil ise bunun tarafından arasında olduğu olması gerekir gereken ancak hem şu göre karşı üzere yoksa hiç tüm bütün bazı biz siz onlar mı var yok iki kendi diye önce artık sadece yalnızca birlikte içinde üzerinde arasındaki olmalı edilmeli gerekiyor bile böyle nasıl hâlâ ona onu bizim dolayı rağmen sırasında",
  az: "və bir bu üçün ilə də da olan daha çox kimi hər qədər sonra ən deyil isə edir edilir",
  id: "dan yang di untuk dari dengan ini itu pada dalam tidak adalah oleh akan juga dapat ke sebagai atau bagi serta telah kepada karena bahwa mereka kami lebih harus belum agar para antara tanpa perlu sudah saat bisa maupun sedangkan sehingga sedang masih hanya setiap banyak semua seperti ketika tersebut kalau lewat melalui terhadap namun bukan apa siapa kita ia dia jika maka secara boleh setiap",
  ms: "dan yang di untuk daripada dengan ini itu pada dalam tidak adalah oleh akan juga boleh ke sebagai atau bagi serta telah kepada kerana bahawa mereka kami lebih harus belum agar para antara tanpa perlu sudah jika bukan kita masih hanya setiap seperti melalui terhadap tersebut secara ia dia maka semua banyak sehingga",
  sw: "na ya wa kwa ni katika za la cha vya kuwa hii huo hiyo haya hizo pia au kama ili lakini hadi si bila baada kila wengi watu sisi wao yetu yao mwa pa kutoka bado zaidi zote hivyo ambayo ambao",
  vi: "và của là có cho các trong được với không những một này người đã khi để từ về ở tại như cũng đến phải nên hay hoặc vì thì sẽ đang",
  tl: "ang ng sa na mga at ay ito para hindi may kung mula din rin ni si kay nito upang dapat",
  sq: "të e në për dhe me një është që nga si ka më do nuk janë ose kjo ky duhet",
  ca: "el la els les de del dels un una i en és que per amb sense sobre al als no més però o ha han com aquest aquesta aquests entre també molt cada tot tots seva seu són",
  et: "ja on ei et see ning mis ka oli kui või oma selle peab aga kes",
  lt: "ir yra kad į su iš tai bet kaip ne ar buvo taip pat turi jų dėl per",
  lv: "un ir ka ar no uz par to bet kā nav bija vai arī jābūt kas",
  ru: "и в не на что с по как это из для к от за о но до или же при все так если их он она они мы его её ее быть был была были было есть также только чтобы который которая которые которых где между без после перед под над уже ещё еще может должны должен нет со во об у а бы их том про мы нас нам когда которой через тем этого этой этих эти эта этот тот та те вас ему ей себя свои своих свой каждый каждой никто ничего можно нельзя нужно надо должна потому поэтому здесь там даже лишь сам сами",
  uk: "і в не на що з по як це із для до від за о але або же при все так якщо їх він вона вони ми його її бути був була були є також лише щоб який яка які яких де між без після перед під над вже ще може мають повинні немає та й у зі про має цього",
  bg: "и в не на че с по как това от за към о но до или при всички така ако им той тя те ние го да се са беше бяха има също само който която които където между без след преди под над вече още може трябва няма със във",
  sr: "и у не на да с по као то из за ка од о али до или при све тако ако их он она они ми га је су био била били има такође само који која које где између без после пре под над већ још може треба нема са се",
  mk: "и во не на дека со по како тоа од за кон но до или при сите така ако нив тој таа тие ние го се е беше има исто само кој која кои каде меѓу без по пред под над веќе уште може треба нема да",
  be: "і ў не на што з па як гэта для да ад за але або пры усе так калі іх ён яна яны мы яго быць быў была былі ёсць таксама толькі каб які якая якія дзе паміж без пасля можа",
  kk: "және мен үшін бұл бар емес деп керек болып бір осы да де туралы арқылы арасында",
  ar: "في من على إلى عن أن إن التي الذي الذين هذا هذه ذلك تلك مع بين كل لا لم لن ما هو هي هم قد كان كانت أو ثم بعد قبل حتى عند غير كما أي دون بما لها له وفي ومن وهو وهي",
  fa: "در به از که این آن را با برای است و یا تا بر هم نیز اما اگر می شود شده کرد باید خود های هر بین بدون پس شد بود دارد",
  ur: "کے کی کا میں سے ہے اور کو نے پر یہ کہ ہیں اس بھی ایک تھا تھی جو لیے نہیں کر وہ تو ہو گیا ان جا رہا ہونا کیا"
}

/** Small words of each language known here. */
export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language, new Set(list.split(" "))])
)

const none: ReadonlySet<string> = new Set()

/** Small words of a language; empty where none are listed. */
export const functionWordsOf = (language: string): ReadonlySet<string> => functionWords.get(language) ?? none
