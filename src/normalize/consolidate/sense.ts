/**
 * Words that change what the words around them say: negations, restrictions, denials; and the words with which
 * somebody else's statement is reported. Folded; `*` stands for any ending.
 */
import { remembered } from "./remembered.ts"

const list = (
  text: string
): { readonly exact: ReadonlySet<string>; readonly starts: ReadonlyArray<string> } => {
  const words = text.trim().split(/\s+/u)
  return {
    exact: new Set(words.filter((word) => !word.endsWith("*"))),
    starts: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1))
  }
}

const negations = list(`
  not no never without nor neither cannot none nobody nothing nowhere hardly
  ne pas jamais sans aucun aucune aucuns rien ni non personne
  sin ningun ninguna ninguno nunca jamas tampoco nada nadie
  nao sem nenhum nenhuma nem ninguem
  не нет без ни нельзя никогда никто ничто никак* ні ніхто ніколи немає
  لا لن لم ليس ليست دون بدون غير بلا الا ولا فلا ولن لايجوز بدون عدم
  nicht kein keine keinen keinem keiner keines ohne nie niemals niemand nichts
  nessun nessuna nessuno senza mai niente
  tidak bukan tanpa jangan belum
  si hapana hakuna bila siyo hawa* wasi*
  नहीं नही बिना न मत
  degil yok hayir hic
`)
const restrictions = list(`
  only unless except if until but however although rather instead some certain solely just provided otherwise whether against
  seulement uniquement sauf si jusqu'a mais toutefois cependant certains certaines quelques plutot hormis contre sinon
  solo solamente unicamente salvo excepto hasta pero aunque algunos algunas ciertos ciertas contra sino
  somente apenas exceto ate mas embora alguns algumas certos certas caso
  только кроме если пока но однако хотя некоторые против лишь некоторых
  тільки лише крім якщо але однак деякі проти
  فقط الا اذا حتي لكن بعض ضد سوي باستثناء مالم
  nur ausser außer wenn falls bis aber jedoch obwohl einige manche gegen sondern lediglich
  solo soltanto tranne se finche ma pero alcuni alcune contro
  sadece yalnizca haric eger ama ancak bazi karsi
  hanya kecuali jika kalau sampai tetapi namun beberapa sebagian
  tu isipokuwa kama hadi lakini baadhi
  केवल सिर्फ अगर यदि जब लेकिन कुछ सिवाय
`)
const quantities = list(`
  all every each any many much most few several more less least fewer both half almost nearly about around approximately enough entire* whole partly partial* mostly mainly mere* everyone everybody always often sometimes rarely seldom former* temporar* permanent* potential* minim* maxim* largest smallest double* twice
  tout toute tous toutes chaque plusieurs beaucoup peu plupart presque environ moitie entier* partiel* toujours souvent parfois rarement moins plus ancien* temporaire* permanent*
  todo toda todos todas cada varios varias muchos muchas pocos pocas mayoria casi mitad entero* parcial* siempre menudo veces menos mas temporal* permanente*
  cada varios varias muitos muitas poucos poucas maioria quase metade inteiro* parcia* sempre vezes temporari*
  alle jede* viele wenige mehrere meisten fast halb* ganz* teilweise immer oft manchmal selten mehr weniger mindestens hochstens
  tutto tutta tutti tutte ogni molti molte pochi poche maggior* quasi intero parzial* sempre spesso meno piu
  все* кажд* люб* мног* немног* больш* меньш* почти част* полн* всегда часто иногда редко около
  усі всі кожн* будь-як* багат* мало більш* менш* майже част* завжди
  كل جميع معظم كثير* قليل* بعض اغلب* نصف دائما احيانا غالبا كافه
  her butun tum cok az bircok cogu bazen hep daima yaklasik
  semua setiap banyak sedikit beberapa sebagian hampir selalu
  wote yote zote kila wengi nyingi chache karibu
  सभी हर प्रत्येक कई अधिक कम बहुत लगभग हमेशा
`)
const denials = list(`
  reject* oppos* deny denied denies false wrong myth disagree* doubt* refut* refus* dismiss* contest* criticis* criticiz* withdr* retract* untrue
  rejet* faux fausse mythe dout* conteste* critiqu* dement* nie
  rechaz* falso falsa mito dud* neg* desment*
  rejeit* duvid* discord*
  отверг* ложн* миф сомне* опровер* возраж* заперечу* хибн*
  رفض* ينفي خاطئ* نفي اعترض* شكك*
  ablehn* abgelehnt falsch zweifel* bestreit* mythos lehnt lehnen
  respin* dubit* smentisc*
  redded* yanlis kars* 
  menolak salah keliru
`)
const hanChanging =
  /不|未|没|無|无|勿|非|禁|只|仅|除|如果|若|但|以外|反对|否认|错|ない|ません|なし|のみ|だけ|限り|以外|場合|反対|ぬ|ず/u

const reporting = list(`
  said says say saying stated states noted notes note recalled recalls recall* wrote writes put puts declare* affirm* message* messages forum forums communique report* according quot* statement* agreed concluded conclusion* recommend* called calls igf text follow* words reads
  selon affirm* declar* rappel* forum message* communique rapport not* ecrit dit souligne conclu* recommand* fgi texte
  segun afirm* declar* record* foro mensaje* comunicado informe señal* senal* dijo dice conclu* recomend* texto
  segundo disse diz mensagem mensagens relatorio afirmou lembrou forum recomend*
  secondo disse dice messaggi* forum rapporto afferma ricorda
  laut sagte sagt erklarte heißt heisst forum botschaft* bericht* schreib* stellte hielt
  сказа* заяв* отмет* форум* послани* сообщени* доклад* согласно говорится напомн* зазнач* повідомлен*
  قال قالت جاء ذكر اعلن المنتدي رساله رسائل بيان تقرير وفق* بحسب اكد اشار كما
  forum* bildirge* mesaj* rapor* gore belirt* ifade dedi
  forum menurut pesan laporan menyatakan seperti kata
  jukwaa ujumbe ripoti alisema kwa kulingana
  मंच फोरम संदेश रिपोर्ट कहा अनुसार
`)
const hanReporting =
  /论坛|論壇|报告|报道|指出|表示|认为|认同|呼吁|宣言|共识|根据|信息|消息|写道|フォーラム|報告|述べ|によると|声明|提言/u

const has = (
  { exact, starts }: { readonly exact: ReadonlySet<string>; readonly starts: ReadonlyArray<string> },
  words: ReadonlyArray<string>
): boolean => words.some((word) => exact.has(word) || starts.some((start) => word.startsWith(start)))

/** True for a folded word that says no. */
export const isNegation = remembered(50_000, (word) => has(negations, [word]) || word.endsWith("n't"))

/** True when words put into a text may turn or narrow what it says. */
export const changesSense = (words: ReadonlyArray<string>, language: string): boolean =>
  has(negations, words) ||
  has(restrictions, words) ||
  has(denials, words) ||
  hanChanging.test(words.join("")) ||
  (language === "tr" && words.some((word) => /(?:m[ae](?:mal[iı]|meli|z|yacak|yecek)|s[iı]z)/u.test(word)))

/** True for a folded word that says how many, how much or how often. */
export const quantifies = (word: string): boolean => has(quantities, [word])

/** True when words report what somebody else has said. */
export const reports = (words: ReadonlyArray<string>): boolean =>
  has(reporting, words) || hanReporting.test(words.join(""))
