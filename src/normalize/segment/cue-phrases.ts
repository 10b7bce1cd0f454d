/**
 * Cues, as data: how outputs say who speaks, how strongly, and that views differed. Phrase syntax: phrases.ts.
 */
import { listed, type Phrases } from "../phrases/phrases.ts"

export type Strength = "consensus" | "several" | "one"
export type Voice = "participants" | "speaker" | "committee"

/** Participants differed. */
export const divergencePhrases: Phrases = {
  en: listed(`
    no consensus; without consensus; no agreement was reached; did not reach consensus; did not agree
    could not agree; could not reach; no common position; no shared view; consensus was not reached
    agreement was not reached; views differed; views diverged; views were divided; opinions differed
    opinions diverged; opinions were divided; opinion was divided; opinion was split; were divided on
    was divided on; remained divided; were divided over; room was split; were split on; divergent views
    differing views; diverging views; disagreed on; disagreed about; disagreed whether
    disagreement remained; disagreement persisted; some ... while others; some ... others
    some ... whereas others; one group ... another; one group ... others; several ... whereas others
    on the one hand ... on the other; supporters ... opponents; some participants ... other participants
    a minority ... the majority; remains contested; there was no agreement; not everyone agreed
    did not share this view; some favoured ... others; was disputed; left the question open
    no single view`),
  fr: listed(`
    aucun consensus; pas de consensus; sans consensus; n'a pas fait consensus; pas parvenu a un accord
    pas parvenus a un accord; n'ont pas pu s'accorder; ne se sont pas accordes
    ne sont pas tombes d'accord; les avis divergent; les avis etaient partages
    les avis sont restes partages; les avis ont diverge; les opinions divergent; les positions divergent
    points de vue divergents; certains ... d'autres; certaines ... d'autres; les uns ... les autres
    une partie des participants ... une autre; desaccord; divergences; divise sur; divisee sur
    divises sur; partages sur; y sont opposes; sans parvenir a un accord; la question reste ouverte
    pas l'unanimite`),
  es: listed(`
    no hubo consenso; sin consenso; no se alcanzo consenso; no se logro consenso
    no se llego a un acuerdo; no hubo acuerdo; no se alcanzo un acuerdo; falta de consenso
    ningun consenso; hubo posiciones encontradas; opiniones divididas; opiniones encontradas
    posiciones divididas; posturas enfrentadas; quedo dividido; quedo dividida; quedaron divididas
    hubo desacuerdo; discreparon; algunos ... otros; algunas ... otras; algunas personas ... otras
    unos ... otros; unas ... otras; un grupo ... otro; no estaban de acuerdo; no se pusieron de acuerdo
    hubo divergencias; las opiniones se dividieron; pero no por todas; no todos compartieron`),
  pt: listed(`
    nao houve consenso; sem consenso; nao se chegou a consenso; nao se chegou a acordo; nao houve acordo
    falta de consenso; opinioes divididas; opinioes dividiram-se; as opinioes divergiram
    posicoes divergentes; divergencias; nao foi possivel chegar a acordo; alguns ... outros
    algumas ... outras; uns ... outros; um grupo ... outro; houve discordancia; dividiu a sala
    dividiram-se; a sala dividiu-se; nenhum consenso`),
  ru: listed(`
    консенсус* не; консенсуса нет; консенсуса не было; без консенсуса; консенсуса достичь не удалось
    не достигли консенсуса; не пришли к единому мнению; к единому мнению ... не; не пришли к согласию
    согласия не; единого мнения; мнения разделились; мнения участников разделились; мнения ... разошлись
    мнения расходятся; разошлись во мнениях; одни ... другие; часть участников ... другая
    часть участников ... другие; одни участники ... другие; некоторые ... другие
    некоторые ... в то время как; разногласия; спор остался; не договорились; позиции разошлись
    договориться не удалось`),
  uk: listed(`
    консенсусу не; думки розділилися; одні ... інші; не дійшли згоди; розбіжності`),
  ar: listed(`
    لم يتفق; لم يتفقوا; لم يتم التوصل الى توافق; لم يتم التوصل الى اتفاق; لم يتوصل ... الى توافق
    لم يتوصل ... الى اتفاق; دون التوصل الى توافق; دون توافق; لا توافق; لم يحصل توافق; لم يكن هناك توافق
    اختلف المشاركون; اختلف الحاضرون; اختلفت الاراء; اختلفت اراء; تباينت الاراء; تباينت اراء
    تباينت المواقف; تباينت وجهات; انقسمت الاراء; انقسم المشاركون; انقسم الحاضرون; بينما راي اخرون
    في حين راي اخرون; فيما راي اخرون; بعضهم ... اخرون; راي البعض ... اخرون; البعض ... البعض الاخر
    خلاف حول; وجهات نظر مختلفه; المشاركين اختلفوا`),
  zh: listed(`
    没有达成共识; 未达成共识; 未能达成共识; 没有形成共识; 未形成共识; 未形成一致; 没有形成一致; 没有达成一致; 未达成一致; 未能达成一致; 意见不一; 意见分歧; 存在分歧; 分歧依旧
    分歧较大; 看法不一; 各执一词; 观点不一; 一部分 ... 另一部分; 一些 ... 另一些; 有人 ... 也有人; 有的 ... 有的; 部分代表 ... 另一部分; 部分与会者 ... 也有
    有代表 ... 也有代表; 争议较大`),
  de: listed(`
    kein konsens; keinen konsens; ohne konsens; keine einigung; uneinig
    die meinungen gingen auseinander; umstritten; einige ... andere; manche ... andere; wahrend andere
    geteilter meinung`),
  it: listed(`
    nessun consenso; non e stato raggiunto; senza consenso; alcuni ... altri; opinioni divise
    non c'e accordo; pareri discordi; divisi su`),
  ja: listed(`
    合意に至ら; 意見が分かれ; コンセンサスは得られ; 一方で ... とする意見`),
  hi: ["सहमति नहीं", "मतभेद"],
  id: listed(`
    tidak ada konsensus; tidak mencapai kesepakatan; sebagian ... sebagian lain; berbeda pendapat`),
  tr: listed(`
    uzlasma saglanamadi; gorus birligi saglanamadi; bazilari ... digerleri`),
  sw: listed(`
    hawakukubaliana; hakukuwa na makubaliano; baadhi ... wengine`)
}

/** How many stand behind the statement, where it says so. */
export const strengthPhrases: Readonly<Record<Strength, Phrases>> = {
  consensus: {
    en: listed(`
      participants agreed; it was agreed; agreed that; there was consensus; there was broad agreement
      there was general agreement; rough consensus; unanimously; by consensus; all participants
      we agree; we agreed; everyone agreed; the meeting agreed; the forum agreed; widely agreed
      were unanimous`),
    fr: listed(`
      les participants sont convenus; sommes convenus; il a ete convenu; a l'unanimite; par consensus
      consensus s'est degage; se sont accordes; tous les participants; se sont entendus
      d'un commun accord`),
    es: listed(`
      se acordo; acordaron; hubo consenso; por unanimidad; por consenso; consenso en que
      coincidieron en; todas las personas participantes; acordamos`),
    pt: listed(`
      acordou-se; acordaram; houve consenso; por unanimidade; por consenso; ficou acordado
      concordaram que; consenso em torno; consensual`),
    ru: listed(`
      участники согласились; единогласно; консенсусом; по общему мнению; участники сошлись
      сошлись на том; пришли к согласию; был достигнут консенсус; все участники; единодушно`),
    ar: listed(`
      اتفق المشاركون; اتفق الحاضرون; بالاجماع; بتوافق الاراء; توافق المشاركون; توافق الحاضرون
      اجمع المشاركون; تم الاتفاق علي; اتفق الجميع`),
    zh: listed(`
      达成共识; 一致认为; 一致同意; 形成共识; 普遍认为; 与会者同意; 一致呼吁`),
    de: listed(`
      einigkeit; einstimmig; konsens bestand; waren sich einig`),
    it: listed(`
      all'unanimita; hanno concordato; c'e stato consenso; si e concordato`)
  },
  several: {
    en: listed(`
      several participants; many participants; some participants; a number of participants
      several speakers; many speakers; some speakers; most participants; participants suggested
      participants called; participants noted; participants stressed; participants asked; several people
      a majority of; most of those`),
    fr: listed(`
      plusieurs participant*; plusieurs intervenant*; de nombreux participants; certains participants
      la plupart des participants; une majorite de; les participants ont; plusieurs personnes`),
    es: listed(`
      varias personas; varios participantes; muchas personas; algunas personas
      la mayoria de las personas; algunos participantes; varias intervenciones
      las personas participantes pid*; se sugirio`),
    pt: listed(`
      varios participantes; muitos participantes; alguns participantes; a maioria dos participantes
      varias pessoas; os participantes; foi sugerido`),
    ru: listed(`
      ряд участников; многие участники; несколько участников; некоторые участники
      большинство участников; участники отметили; участники предложили; часть участников`),
    ar: listed(`
      عدد من المشاركين; كثير من المشاركين; بعض المشاركين; معظم المشاركين; غالبيه المشاركين
      دعا المشاركون; اوصي المشاركون; طالب المشاركون`),
    zh: listed(`
      多位与会者; 多名与会者; 部分与会者; 多数与会者; 部分代表; 许多与会者; 一些与会者; 与会者建议; 多数代表; 不少与会者`),
    de: listed(`
      mehrere teilnehmende; viele teilnehmende; einige teilnehmende; die mehrheit`),
    it: listed(`
      diversi partecipanti; molti partecipanti; alcuni partecipanti; la maggioranza`)
  },
  one: {
    en: listed(`
      one participant; one speaker; one view; a participant; one person; a speaker; one panellist
      one delegate; an attendee; single voice; one person's; a representative of; in a personal capacity
      somebody asked; somebody suggested`),
    fr: listed(`
      un participant; une participante; un intervenant; une intervenante; un avis; une seule personne
      a titre personnel; un representant; une representante; une voix`),
    es: listed(`
      una persona; un participante; una participante; una bibliotecaria; un unico mensaje; una unica voz
      un ponente; una ponente; a titulo personal; un representante`),
    pt: listed(`
      um participante; uma participante; uma pessoa; um orador; uma oradora; a titulo pessoal
      um representante`),
    ru: listed(`
      один из участников; одна из участниц; один участник; одна участница; по мнению одного
      по мнению одной; один докладчик; представитель; один голос`),
    ar: listed(`
      احد المشاركين; احدي المشاركات; احد الحاضرين; احد المتحدثين; راي واحد; احدي المتحدثات`),
    zh: listed(`
      一位与会者; 一名与会者; 有一位代表; 一位代表; 一位发言人; 一名学生; 有与会者; 单独提出`),
    de: listed(`
      ein teilnehmer; eine teilnehmerin; eine stimme; ein redner`),
    it: listed(`
      un partecipante; una partecipante; un relatore; una voce`)
  }
}

/** Who speaks. */
export const voicePhrases: Readonly<Record<Voice, Phrases>> = {
  committee: {
    en: listed(`
      the committee; the organising committee; the organizing committee; the secretariat
      the drafting team; the drafting group; the rapporteur*; the steering committee
      the programme committee; the organisers; the organizers`),
    fr: listed(`
      le comite; le secretariat; les rapporteurs; la rapporteure; le rapporteur; le groupe de redaction
      les organisateurs`),
    es: listed(`
      el comite; la secretaria; la relatoria; las relatorias; el equipo redactor
      la organizacion del foro; la comision organizadora`),
    pt: listed(`
      a comissao organizadora; o comite; o secretariado; o relator; a relatora; a organizacao`),
    ru: listed(`
      оргкомитет; организационный комитет; программный комитет; секретариат; редакционная группа`),
    ar: listed(`
      اللجنه التنسيقيه; لجنه الصياغه; الامانه; المقرر*; اللجنه المنظمه`),
    zh: listed(`
      筹备委员会; 起草小组; 秘书处; 组委会; 记录员`),
    de: listed(`
      das organisationskomitee; das sekretariat; die berichterstatter*`),
    it: ["il comitato", "la segreteria", "i relatori"]
  },
  participants: {
    en: listed(`
      participants; the room; delegates; attendees; the meeting; the forum; we, the; we call
      we recommend; we ask; we urge; we agreed; we believe; several people; the session`),
    fr: listed(`
      les participants; les participantes; participants; nous; la salle; le forum; les deleg*
      l'assistance`),
    es: listed(`
      las personas participantes; los participantes; las y los participantes; participantes; el foro
      la sala; pedimos; recomendamos; llamamos; varias personas; algunas personas`),
    pt: listed(`
      os participantes; as participantes; participantes; o forum; a sala; recomendamos; apelamos`),
    ru: listed(`
      участники; участников; форум; мы`),
    ar: listed(`
      المشاركون; المشاركين; الحاضرون; الحاضرين; المنتدي; ندعو; نطالب; نوصي`),
    zh: listed(`
      与会者; 参会者; 论坛; 代表们; 我们; 多数代表; 部分代表`),
    de: listed(`
      die teilnehmenden; teilnehmende; das forum; wir`),
    it: listed(`
      i partecipanti; partecipanti; il forum; chiediamo`)
  },
  speaker: {
    en: listed(`
      he said; she said; said that; argued that; explained that; told the; pointed out; reminded
      the speaker; the panellist; the panelist; one speaker; according to mr; according to ms
      according to dr; the keynote; the minister; one participant; the moderator; reported that`),
    fr: listed(`
      a dit; a explique; a rappele; a fait valoir; a souligne; a indique; a presente; a repondu; selon m
      selon mme; l'intervenant*; l'orateur; la moderatrice`),
    es: listed(`
      dijo que; explico; senalo; sostuvo; advirtio; recordo; segun el ponente; la ponente; la moderadora
      expuso`),
    pt: listed(`
      disse que; explicou; sublinhou; lembrou; defendeu; alertou; segundo a oradora; o orador; respondeu`),
    ru: listed(`
      сказал*; отметил; отметила; пояснил*; напомнил*; подчеркнул; подчеркнула; рассказал*; заявил*
      по словам; докладчик`),
    ar: listed(`
      قال; قالت; اوضح; اوضحت; اشار; اشارت; اكد; اكدت; ذكر; ذكرت; روت; المتحدث; المتحدثه`),
    zh: listed(`
      表示; 指出; 介绍; 强调; 说; 认为; 发言人; 主持人`),
    de: listed(`
      sagte; erklarte; betonte; wies darauf hin`),
    it: listed(`
      ha detto; ha spiegato; ha sottolineato; ha ricordato`)
  }
}
