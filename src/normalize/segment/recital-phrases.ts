/**
 * How the recitals of a communique and its opening begin, as data. Phrase syntax: phrases.ts.
 */
import { listed, type Phrases } from "../phrases/phrases.ts"

/** First words of a recital. */
export const recitalStarts: Phrases = {
  en: listed(`
    recalling; noting; considering; recognizing; recognising; acknowledging; aware; mindful; welcoming
    bearing in mind; convinced; concerned; deeply concerned; alarmed; reaffirming; reiterating
    having heard; having met; having discussed; having considered; taking note; taking into account
    emphasizing; emphasising; underlining; stressing; guided by; appreciating; commending; observing
    whereas; in view of; conscious; encouraged by; expressing; believing; affirming; deploring
    regretting`),
  fr: listed(`
    rappelant; considerant; constatant; notant; reconnaissant; conscient*; convaincu*; preoccupe*
    ayant entendu; ayant examine; saluant; soulignant; vu; prenant note; prenant en compte
    tenant compte; reaffirmant; se felicitant; deplorant; attendu que; inquiet*; regrettant; exprimant
    ayant a l'esprit`),
  es: listed(`
    recordando; reconociendo; considerando; teniendo presente; teniendo en cuenta; observando
    tomando nota; conscientes; consciente; convencid*; preocupad*; acogiendo; destacando; subrayando
    reafirmando; habiendo; visto; valorando; lamentando; agradeciendo; constatando; celebrando
    saludando`),
  pt: listed(`
    recordando; reconhecendo; considerando; tendo presente; tendo em conta; observando; tomando nota
    conscientes; consciente; convencid*; preocupad*; acolhendo; destacando; sublinhando; reafirmando
    tendo ouvido; lembrando; saudando; constatando; lamentando`),
  ar: listed(`
    اذ نستذكر; اذ نؤكد; اذ يؤكد*; اذ يستذكر*; اذ ن*; اذ ي*; اذ ت*; استنادا الي; ادراكا; ايمانا
    انطلاقا من; تاكيدا; اذ`),
  ru: listed(`
    напоминая; признавая; учитывая; отмечая; принимая во внимание; принимая к сведению; осознавая
    будучи убеждены; будучи обеспокоены; будучи; подтверждая; приветствуя; выражая; сознавая; ссылаясь
    заслушав; подчеркивая; констатируя; исходя из; стремясь; опираясь`),
  uk: listed(`
    нагадуючи; визнаючи; враховуючи; відзначаючи; усвідомлюючи; підтверджуючи; вітаючи`),
  zh: listed(`
    回顾; 忆及; 考虑到; 注意到; 认识到; 重申; 铭记; 欢迎; 深信; 关切地注意到; 鉴于; 意识到`),
  de: listed(`
    in anerkennung; in erinnerung; unter hinweis; in der erwagung; eingedenk; besorgt; in anbetracht`),
  it: listed(`
    ricordando; riconoscendo; considerando; preso atto; tenendo conto; consapevoli; convinti
    preoccupati; ribadendo; visto`)
}

/** The opening of a communique, before the recitals. */
export const preambleStarts: Phrases = {
  en: listed(`
    we, the; we the participants; the participants of; the participants in; the people and organisations`),
  fr: listed(`
    nous, participant*; nous, les; les participants a; les participantes`),
  es: listed(`
    nosotros, l*; nosotras; las personas y organizaciones reunidas; l* participantes
    quienes participamos`),
  pt: listed(`
    nos, participantes; nos, os; as pessoas participantes; os participantes do`),
  ar: listed(`
    نحن المشاركات; نحن المشاركين; نحن، المشارك*; نحن المشارك*; نحن ، المشارك*`),
  ru: ["мы, участни*", "участники форума", "мы, нижеподписавшиеся"],
  zh: ["我们", "与会者", "出席"],
  de: ["wir, die teilnehmenden"],
  it: ["noi, i partecipanti", "noi partecipanti"]
}
