/**
 * Turns of thought in prose, as data: where a passage goes on and where another begins. Phrase syntax: phrases.ts.
 */
import { listed, type Phrases } from "../phrases/phrases.ts"

/** First words of a sentence that cannot be understood without the one before it. */
export const leaningStarts: Phrases = {
  en: listed(`
    this; these; those; it; its; they; their; such; that; he; she; for example; for instance
    in particular; thus; therefore; as a result; hence; both; the latter; the former; otherwise; instead
    without it; without this`),
  fr: listed(`
    cela; ce; cette; ces; il; elle; ils; elles; celui-ci; celle-ci; ainsi; par exemple; en particulier
    c'est; ceci; sinon; sans cela; leur; leurs`),
  es: listed(`
    esto; esta; este; estas; estos; ello; eso; asi; por ejemplo; en particular; por eso; por ello
    de lo contrario; su; sus; hoy`),
  pt: listed(`
    isto; isso; esta; este; estas; estes; essa; esse; assim; por exemplo; por isso; em particular; ele
    ela; eles; elas; seu; sua`),
  ru: listed(`
    это; этот; эта; эти; он; она; они; оно; так; поэтому; например; в частности; иначе; их; его`),
  ar: listed(`
    هذا; هذه; ذلك; تلك; هو; هي; هم; فمثلا; مثلا; لذلك; وبذلك; كما ان ذلك`),
  zh: listed(`
    这; 该; 此; 他; 她; 它; 他们; 例如; 因此; 由此; 其中; 否则`),
  de: listed(`
    dies; diese; das; sie; er; es; so; zum beispiel; daher`),
  it: listed(`
    questo; questa; queste; questi; cio; cosi; per esempio; quindi; essi; esse`)
}

/** First words of a sentence with which somebody else speaks or another point begins. */
export const turningStarts: Phrases = {
  en: listed(`
    another participant; another speaker; another; other participants; others; one participant
    one speaker; several participants; some participants; participants also; participants; however
    finally; in addition; furthermore; moreover; in conclusion; it was also; it was suggested
    it was agreed; it was recommended; the meeting also; the forum also; regarding; concerning
    on the question of; as for; turning to; with regard to; the room; mr; ms; mrs; dr; professor`),
  fr: listed(`
    un autre; une autre; d'autres; un participant; une participante; plusieurs participants
    les participants; toutefois; cependant; enfin; par ailleurs; en outre; de plus; s'agissant
    concernant; quant a; sur la question; il est ressorti; il a ete; la salle; m; mme; le professeur
    interroge*`),
  es: listed(`
    otra persona; otro participante; otra participante; otras personas; una persona; varias personas
    las personas participantes; sin embargo; no obstante; por otra parte; ademas; finalmente; por ultimo
    respecto; en cuanto a; sobre; se acordo; se propuso; la sala; el sr; la sra`),
  pt: listed(`
    outra pessoa; outro participante; outros; outras; uma participante; um participante; varias pessoas
    os participantes; no entanto; contudo; alem disso; por fim; por ultimo; quanto a; relativamente
    sobre; foi proposto; acordou-se; a sala`),
  ru: listed(`
    другой участник; другие участники; другие; один из участников; одна из участниц; ряд участников
    многие участники; участники; однако; кроме того; наконец; вместе с тем; что касается; в отношении
    также; было предложено; было отмечено; по вопросу; в заключение`),
  ar: listed(`
    من جهته; من جهتها; من جهه اخري; من ناحيه اخري; كما; غير ان; لكن; اما; اخيرا; وفي الختام; وفيما يتعلق
    وبخصوص; اوصي; اقترح; واتفق; اتفق المشاركون; قال; قالت; اوضح`),
  zh: listed(`
    另一位; 另有; 也有; 此外; 但; 然而; 最后; 关于; 对于; 与会者; 多位; 有与会者; 会议建议; 会议认为; 部分`),
  de: listed(`
    ein anderer; andere; jedoch; ausserdem; schliesslich; hinsichtlich`),
  it: listed(`
    un altro; altri; tuttavia; inoltre; infine; riguardo; quanto a`)
}
