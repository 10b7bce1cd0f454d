/**
 * The first rules about text: what its beginning, its headings or its whole say of a document's kind by the words of
 * that kind. Wordings that show it by the way, and by form, are in text-cues.ts and form-cues.ts.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"
import { globalForum } from "./global-forum.ts"

export const leadRules: ReadonlyArray<PhraseRule> = [
  {
    name: "lead-draft",
    zone: "lead",
    weights: { draft: 4.5 },
    reason: 'The opening says that the text is a draft open to comments ("%").',
    phrases: listed(`
      this draft; this is a draft; draft version; zero draft; not final; is not the final
      comments on this; comments are welcome until; open for comment; open for comments
      open for public comment; will be finalised; will be finalized; not yet been adopted
      subject to change before adoption; ce projet de; ce texte est provisoire; version provisoire
      vos commentaires; n'a pas encore ete adopte; avant-projet; este borrador; este es un borrador
      version preliminar; no es la version final; comentarios hasta; aun no ha sido aprobad*
      este rascunho; versao preliminar; aberto a comentarios; ainda nao foi aprovad*
      esta versao nao e definitiva; هذه المسوده; نسخه غير نهائيه; ليست نهائيه; لابداء الملاحظات
      данный проект; это проект; черновик; не является окончательн*; замечания принимаются
      замечания и предложения к; 征求意见; 尚未定稿; 欢迎提出意见; 并非最终; dieser entwurf; questa bozza; чернетка`)
  },
  {
    name: "lead-transcript",
    zone: "lead",
    weights: { transcript: 4 },
    reason: 'The opening says that it is a record of what was spoken ("%").',
    phrases: listed(`
      this text is being provided in; captioning; rough draft format; raw output; automatic captions
      automatically generated; speech recognition; verbatim record; inaudible; transcription automatique
      transcripcion automatica; transcricao automatica; subtitulos automaticos; расшифровка
      автоматические субтитры; تفريغ الي; 速记稿; 未经审定; 语音识别; автоматична розшифровка`)
  },
  {
    name: "lead-call",
    zone: "lead",
    weights: { announcement: 3 },
    reason: 'The opening asks readers to register, apply or submit ("%").',
    phrases: listed(`
      register; register here; register now; registration is; registration opens; to register
      deadline for; the deadline; apply by; apply before; submit your; submissions; proposals can be
      save the date; will be held on; will take place; will be held; we invite; invites all
      are invited to submit; you are invited; fill in the form; nominations; join us; has been postponed
      has been extended; applications are; inscrivez-vous; l'inscription; les inscriptions; date limite
      avant le; invite toutes; se tiendra; aura lieu; soumettre; candidatures; formulaire
      nous vous invitons; inscribirte; inscribete; las inscripciones; inscripcion; fecha limite; hasta el
      se celebrara; se realizara; tendra lugar; enviar propuestas; postular; formulario; te esperamos
      les invitamos; invitamos a; se llevara a cabo; las postulaciones; inscric*; inscreva-se; prazo
      ate ao dia; realizar-se-a; tera lugar; sera realizado; que se realiza em; convidamos; convida toda
      envie a sua; as candidaturas; enviar propostas; للتسجيل; التسجيل مفتوح; باب التسجيل; اخر موعد
      يرجي تعبئه; ندعوكم; تدعو اللجنه; سيعقد; ستعقد; الذي يعقد; تقديم الطلبات; يسر اللجنه; استماره
      зарегистрир*; регистрация; заявки принимаются; прием заявок; приглашаем; приглашает; состоится
      до ... включительно; заполните; предложить можно; подать заявку; пройдет #; 报名; 请于; 截止; 将于; 诚邀; 欢迎投稿
      填写; 现将有关事项通知; 征集; 敬请; melden sie sich; anmeldung; findet ... statt; iscriviti; iscrizioni; si terra
      відбудеться; зареєстр*; запрошуємо`)
  },
  {
    name: "lead-views",
    zone: "lead",
    weights: { "not-an-output": 2.2 },
    reason: 'It is marked as the view of its author ("%").',
    phrases: listed(`
      personal views; personal view; views are my own; opinions are my own; n'engage que son auteur*
      las opiniones son de; as opinioes sao; мнение автора; الاراء الوارده; 本文仅代表; 作者个人`)
  },
  {
    name: "lead-personal",
    zone: "lead",
    silences: ["lead-global"],
    weights: { "not-an-output": 3.5 },
    reason: 'It is told in the first person or marked as a personal view ("%").',
    phrases: listed(`
      personal views; personal view; the views expressed; views are my own; opinions are my own; my own
      i was; i had; i went; i think; i met; i learned; i asked; i have; as a first-time; when i; j'ai
      je suis; j'etais; je n'avais; n'engage que son auteur*; n'engagent que; mi experiencia; nunca habia
      me invito*; me pregunt*; las opiniones son; a titulo personal del autor; estuve; fui a; mi primer*
      eu estava; nunca tinha; a minha; as opinioes; كنت; تجربتي; الاراء الوارده; سافرت; تعلمت; я впервые
      я был*; мне; я поехал*; мнение автора; 我第一次; 我最大的感受; 我认为; 笔者; 本文仅代表; 作者个人; ich war; meine; la mia
      вперше я; моя думка`)
  },
  {
    name: "lead-global",
    zone: "lead",
    weights: { news: 2 },
    reason: 'The opening is about the global forum or its process ("%").',
    phrases: globalForum
  },
  {
    name: "lead-delegation",
    zone: "lead",
    weights: { news: 3 },
    reason: 'The opening tells who attended an event elsewhere, or what befell the initiative ("%").',
    phrases: listed(`
      delegation; delegates from; attended the; took part in the global; represented our; was elected
      were elected; has been appointed; was appointed; has joined; new chair; new coordinator
      signed a memorandum; memorandum of understanding; mourns; congratulat*; is pleased to announce that
      received a grant; new website; met with; paid a visit; visited; courtesy call; une delegation
      ont pris part; ont participe a la; a ete nomme*; a ete elu*; a ete designe*; a rencontre; a signe
      una delegacion; delegacion; participaron en el foro mundial; fue elegid*; fue designad*
      fue nombrad*; se reunio con; firmo un convenio; firmo; uma delegacao; delegacao
      participou no forum global; foi eleit*; foi nomead*; reuniu-se com; assinou; وفد; شارك وفد; انتخب
      انتخاب; تعيين; زار; التقي; وقع; مذكره تفاهم; делегация; приняли участие в; принял участие в; избран*
      назначен*; встретил*; подписал*; соглашение о сотрудничестве; 代表团; 参加了; 当选; 任命; 签署; 会见; 访问了
      eine delegation; gewahlt; una delegazione; delegazione; обрано; делегація`)
  },
  {
    name: "lead-press",
    zone: "lead",
    weights: { "press-account": 5 },
    reason: 'It is the account of a newspaper or agency ("%").',
    phrases: listed(`
      staff reporter; staff writer; our reporter; our correspondent; this newspaper; this reporter
      told journalists; told reporters; told the paper; told the press; by our correspondent; news agency
      reproduced with permission; reprinted from; originally published in; first published in
      press clipping; in an article; the daily; (afp); (reuters); (apa); press review; said yesterday
      said on monday; said on tuesday; said on wednesday; said on thursday; said on friday; on saturday
      envoye special; notre correspondant; notre redaction; a confie a; a declare a la presse; au micro de
      agence de presse; article paru dans; paru dans; repris de; redaccion; nuestro corresponsal
      enviado especial; declaro a este diario; dijo a este medio; dijo a este diario
      publicado originalmente en; segun informo el diario; agencia de noticias; a este periodico
      da redacao; reportagem de; disse ao jornal; disse a este jornal; em declaracoes a
      publicado originalmente; agencia lusa; مراسلنا; مراسل; وكاله الانباء; في تصريح ل*; صحيفه; نقلا عن
      كتب; كتبت; خاص -; наш корреспондент; корреспондент*; сообщает агентство; сообщает газета; передает
      информагентство; рассказал* журналистам; по материалам; газета; 本报讯; 本报记者; 记者; 新华社; 据报道; 通讯员; 转载自
      来源：; 日报; 晚报; unser korrespondent; sagte der zeitung; dal nostro inviato; ha detto al giornale
      кореспондент*; повідомляє агентство`)
  },
  {
    name: "body-recitals-decide",
    zone: "body",
    weights: { communique: 2.2, declaration: 2 },
    reason: 'It turns from considerations to decisions ("%").',
    phrases: listed(`
      agree that; agreed as follows; agree as follows; hereby declare; do hereby; we declare
      declare the following; resolve to; adopted the following; have agreed; the participants recommend
      call upon; sommes convenus; convenons de; declarons; les participants recommandent
      recommandent ce qui suit; adoptons; declaramos; acordamos; acuerdan; declaran; se comprometen
      hacemos un llamado; nos comprometemos; exhortamos; apelamos; comprometemo-nos; recomendamos
      نعلن ما يلي; نعلن; اتفقنا; خلص المشاركون الي; نوصي بما يلي; اوصوا بما يلي; توصل المشاركون; заявляем
      договорились о следующем; провозглашаем; согласились; призываем; рекомендуем следующее; 宣布如下; 达成如下
      一致通过; 郑重宣布; 发表如下; 兹宣布; 共同宣言; erklaren wir; dichiariamo; заявляємо`)
  },
  {
    name: "lead-declare",
    zone: "lead",
    weights: { declaration: 1.8 },
    reason: 'The opening declares ("%").',
    phrases: listed(`
      we declare; hereby declare; declare that; this declaration; declarons; la presente declaration
      cette declaration; declaramos; esta declaracion; declaran; esta declaracao; نعلن; هذا الاعلان; اعلان
      провозглашаем; настоящая декларация; декларация; 本宣言; 宣布; 宣言; erklaren; dichiariamo; декларація`)
  },
  {
    name: "lead-we-participants",
    zone: "lead",
    weights: { communique: 2, declaration: 1.6 },
    reason: 'Those who met speak in their own name ("%").',
    phrases: listed(`
      we, the; we the participants; we, participants; we the; the people and organisations gathered
      nous, participant*; nous, les; nous, jeunes; nosotr*, l*; las personas y organizaciones reunidas
      quienes participamos; los participantes ... reunidos; nos, participantes; nos, os; nos, jovens
      نحن، المشارك*; نحن المشارك*; نحن، الشباب; نحن الشباب; мы, участник*; мы, участниц*; мы, молод*; 我们，
      我们，来自; 与会代表; 我们出席; wir, die; noi, partecipanti; noi, i; ми, учасники`)
  },
  {
    name: "lead-after",
    zone: "lead",
    weights: { messages: 0.6, report: 0.8, communique: 0.4, "session-summary": 0.3 },
    reason: 'The opening says that the event has taken place ("%").',
    phrases: listed(`
      took place; was held; were held; met on; brought together; convened on; gathered; was attended by
      s'est tenu*; se sont tenu*; a eu lieu; a reuni; s'est reuni*; se celebro; se realizo; tuvo lugar
      reunio a; se llevo a cabo; realizou-se; decorreu; teve lugar; reuniu; انعقد; عقد; عقدت; اختتم*
      استضاف*; прошел; прошла; состоялся; состоялась; собрал*; 举行; 召开; 举办; 圆满; fand ... statt; si e tenut*
      si e svolt*; відбувся; відбулася`)
  },
  {
    name: "lead-messages",
    zone: "lead",
    weights: { messages: 2.5 },
    reason: 'The opening presents messages drawn from the discussion ("%").',
    phrases: listed(`
      these messages; the following messages; messages below; the messages; key messages
      following recommendations; recommendations below; the following recommendations; messages reflect
      les messages; messages suivants; recommandations suivantes; voici les; los mensajes; estos mensajes
      siguientes mensajes; siguientes recomendaciones; as mensagens; estas mensagens; seguintes mensagens
      seguintes recomendac*; التوصيات التاليه; هذه التوصيات; الرسائل التاليه; تنشر ... التوصيات; سообщения
      следующие сообщения; следующие рекомендации; эти сообщения; сообщения составлены
      сообщения подготовлены; окончательные сообщения; 以下信息; 以下建议; 下列建议; 本信息; die botschaften
      folgende botschaften; i messaggi; seguenti raccomandazioni; наступні рекомендації`)
  },
  {
    name: "lead-report",
    zone: "lead",
    weights: { report: 2.5 },
    reason: 'The opening calls the text a report ("%").',
    phrases: listed(`
      this report; the report; executive summary; table of contents; foreword; list of abbreviations
      acknowledgements; in this report; ce rapport; le present rapport; avant-propos
      sigles et abreviations; resume executif; este informe; el presente informe; resumen ejecutivo
      prologo; este relatorio; o presente relatorio; sumario executivo; prefacio; هذا التقرير
      يعرض التقرير; ملخص تنفيذي; настоящий отчет; в отчете; данный отчет; предисловие; этот отчет; 本报告
      执行摘要; 前言; 目录; dieser bericht; questo rapporto; цей звіт`)
  },
  {
    name: "lead-session",
    zone: "lead",
    weights: { "session-summary": 2.6 },
    reason: 'The opening introduces a single session ("%").',
    phrases: listed(`
      the session; this session; the panel; the workshop; moderator:; moderated by; panellists:
      panelists:; speakers:; rapporteur:; the moderator; session title; la seance; la session; l'atelier
      moderation; intervenants; la sesion; el panel; el taller; modera; moderador*; panelistas; a sessao
      o painel; a oficina; moderac*; oradores; moderou; الجلسه; ادار الجلسه; ادارت الجلسه; مدير الجلسه
      مديره الجلسه; المتحدثون; сессия; секция; модератор; ведущий; ведущая; докладчики; спикеры
      круглый стол; 会议由; 主持人; 发言人; 本场; 本次会议; 本场会议; 圆桌; moderation:; das podium; la sessione; ha moderato
      секція`)
  },
  {
    name: "lead-agenda",
    zone: "lead",
    weights: { "not-an-output": 2 },
    reason: 'The opening lists times and items of a programme ("%").',
    phrases: listed(`
      coffee break; lunch break; welcome remarks; opening ceremony; lunch; registration and coffee
      subject to change; pause cafe; pause dejeuner; dejeuner; susceptible de modifications
      mot de bienvenue; receso; cafe; almuerzo; acreditacion; sujeto a cambios; almoco; intervalo; rececao
      sujeito a alterac*; استراحه; استراحه الغداء; الغداء; перерыв; обед; кофе; кофе-брейк; 茶歇; 午餐; 签到
      kaffeepause; mittagessen; pausa pranzo; перерва`)
  },
  {
    name: "lead-about",
    zone: "lead",
    weights: { "not-an-output": 2.2 },
    reason: 'The opening describes the initiative, a page or a service, not an event ("%").',
    phrases: listed(`
      is a multistakeholder platform; was established in; was founded in; our mission; our vision
      is the national initiative; is an open platform; is an initiative; page you are looking for
      we use cookies; this page lists; this section; photos of the; watch the; watch the recording
      the recordings; videos of; recordings of; slides; click here; for sponsors; biography; biographies
      terms of use; is composed of; consists of; members of the committee; a ete cree* en; notre mission
      est l'initiative nationale; est une plateforme; est compose de; les enregistrements; les videos
      photos de; fue fundad*; fue creado en; nuestra mision; es la iniciativa nacional; es un espacio
      los videos; grabaciones; las fotos; esta integrado por; foi criad*; a nossa missao
      e a iniciativa nacional; e um espaco; os videos; as gravac*; e composta por; تاسس; تاسست; رسالتنا
      رؤيتنا; مبادره وطنيه; تتكون اللجنه; تسجيلات; شاهد; صور من; основан; создан в; наша миссия
      является национальной инициативой; площадка для; видеозаписи; запись трансляции; фотографии
      в состав ... входят; 成立于; 宗旨; 使命; 国家级倡议; 视频; 回放; 照片; 由 ... 组成; wurde gegrundet; unsere mission
      e stato fondato; la nostra missione; засновано; наша місія`)
  },
  {
    name: "heading-outcomes",
    zone: "heading",
    weights: { report: 0.8, "session-summary": 0.6 },
    reason: 'A section is headed as outcomes ("%").',
    phrases: listed(`
      recommendations; key messages; conclusions; outcomes; recommandations; messages cles
      conclusions et recommandations; recomendaciones; conclusiones; mensajes; recomendac*; conclusoes
      mensagens; التوصيات; توصيات; ما اتفق عليه; выводы; рекомендации; предложения; 建议; 结论; 共识; ergebnisse
      raccomandazioni`)
  }
]
