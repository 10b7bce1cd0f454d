/**
 * The first rules about titles: what names a document's kind at once ("messages", "communique", "agenda"). Titles that
 * say it by what they do with the named thing are in title-cues.ts.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"
import { globalForum } from "./global-forum.ts"

export const titleRules: ReadonlyArray<PhraseRule> = [
  {
    name: "title-messages",
    zone: "title",
    weights: { messages: 4 },
    reason: 'The title speaks of messages or recommendations ("%").',
    phrases: listed(`
      ujumbe; points agreed; points of agreement; mapendekezo; pesan kunci; rekomendasi; mesajlar
      oneriler; 提言; メッセージ; messages; messages from; key messages; message from; recommendations; outcomes
      outcome document; key takeaways; takeaways; policy recommendations; conclusions; key outcomes
      calls to action; call to action; asks; main messages; priorities; commitments; messages cles
      recommandations; mensajes; mensajes clave; recomendaciones; conclusiones; resultados; acuerdos
      mensagens; mensagens-chave; recomendac*; conclusoes; توصيات; رسائل; التوصيات; الرسائل; مخرجات
      сообщения; ключевые сообщения; рекомендации; тезисы; послания; выводы; 论坛信息; 信息（; 信息(; 主要信息; 关键信息
      建议; 成果; 倡议书; 共识; botschaften; kernbotschaften; messaggi; raccomandazioni; рекомендації; повідомлення
      послання; konklusionen; ergebnisse`)
  },
  {
    name: "title-communique",
    zone: "title",
    weights: { communique: 5 },
    reason: 'The title calls it a communique or closing statement ("%").',
    phrases: listed(`
      communique; final communique; outcome statement; closing statement; final statement; joint statement
      chair's statement; statement of the; statement by the; youth statement; communique final
      declaration finale; comunicado; comunicado final; pronunciamiento; manifiesto; comunicado de
      nota final; comunicado conjunto; البيان الختامي; بيان ختامي; البيان; بيان; коммюнике
      итоговое коммюнике; заключительное заявление; итоговое заявление; 公报; 联合声明; 闭幕公报; 声明; kommunique
      abschlusserklarung; comunicato finale; комюніке; заключна заява`)
  },
  {
    name: "title-declaration",
    zone: "title",
    weights: { declaration: 5 },
    reason: 'The title calls it a declaration ("%").',
    phrases: listed(`
      azimio; deklarasi; bildirge*; 宣言文; declaration; declaration of; manifesto; charter of; call of
      resolution; declaration de; declaracion; declaracion de; carta de; declarac*; declaracao
      carta aberta; اعلان; الاعلان الختامي; اعلان الشباب; декларация; резолюция; манифест; 宣言; erklarung
      dichiarazione; декларація; resolucion; resolution finale`)
  },
  {
    name: "title-report",
    zone: "title",
    silences: ["title-about"],
    weights: { report: 4 },
    reason: 'The title calls it a report ("%").',
    phrases: listed(`
      ripoti; laporan; raporu; 報告書; report; final report; annual report; summary report; meeting report
      event report; post-event report; proceedings; synthesis; synthesis document; synthesis report
      report on; report of; summary of the; chair's summary; rapport; rapport final; rapport general
      compte rendu general; actes; actes du; bilan; informe; informe final; memoria; memorias
      relatoria general; sintesis; relatorio; relatorio final; anais; sintese; تقرير; التقرير
      التقرير النهائي; التقرير الختامي; التقرير السنوي; отчет; итоговый отчет; доклад; итоговый доклад
      материалы форума; итоги форума; 报告; 总结报告; 年度报告; 总结; 综述; 会议总结; bericht; abschlussbericht
      tagungsbericht; rapporto; relazione; звіт`)
  },
  {
    name: "title-session",
    zone: "title",
    silences: ["title-report", "lead-report", "url-report"],
    weights: { "session-summary": 3.5 },
    reason: 'The title names a single session or workshop ("%").',
    phrases: listed(`
      thematic dialogue; kikao; sesi; session; session #; workshop; workshop #; panel; plenary #; breakout
      roundtable; round table; side event; track; day #; open forum; seance; atelier; atelier #
      table ronde; panel #; pleniere; sesion; taller; mesa; mesa redonda; conversatorio; sessao; oficina
      painel; mesa-redonda; الجلسه; جلسه; ورشه; ورشه عمل; حلقه نقاش; الطاوله المستديره; сессия; сессии
      секция; секции; круглый стол; круглого стола; семинар; семинара; панельная дискуссия; мастерская
      会议要点; 分论坛; 专场; 研讨会; 圆桌; 分会; 工作坊; 场次; 第*场; sitzung; podium; sessione; tavola rotonda; секція; секції
      круглого столу; сесія; сесії`)
  },
  {
    name: "title-summary",
    zone: "title",
    weights: { "session-summary": 2, report: 1.2 },
    reason: 'The title promises a summary or notes ("%").',
    phrases: listed(`
      summary; readout; read-out; notes; minutes; highlights; recap; key points; what we heard
      rapporteur*; synthese; compte rendu; compte-rendu; resume; points cles; notes de; resumen; relatoria
      sintesis; minuta; puntos clave; ayuda memoria; relato; resumo; sintese; ata; notas; ملخص; خلاصه
      محضر; موجز; итоги; резюме; краткое изложение; протокол; конспект; о чем говорили; обзор; 纪要; 要点; 摘要
      小结; 记录; zusammenfassung; protokoll; sintesi; verbale; resoconto; підсумки`)
  },
  {
    name: "title-draft",
    zone: "title",
    silences: ["lead-after"],
    weights: { draft: 9 },
    reason: 'The title says that it is a draft ("%").',
    phrases: listed(`
      draft; zero draft; draft #; draft for comment*; draft messages; working draft; for comment
      for comments; open for comment*; open for public comment*; open for public input; projet de
      avant-projet; version provisoire; version preliminaire; brouillon; borrador; anteproyecto
      version preliminar; versao preliminar; minuta de; rascunho; projeto de; versao provisoria
      para comentarios; مسوده; مشروع اعلان; مشروع توصيات; مشروع بيان; نسخه اوليه; проект; черновик
      проект итогового; для обсуждения; на обсуждение; 草案; 征求意见稿; 讨论稿; 初稿; entwurf; bozza; чернетка
      проєкт`)
  },
  {
    name: "title-transcript",
    zone: "title",
    silences: ["title-session", "title-video", "lead-session"],
    weights: { transcript: 9 },
    reason: 'The title calls it a transcript ("%").',
    phrases: listed(`
      transcript; transcripts; verbatim; captioning; raw captions; realtime captioning; transcription
      retranscription; verbatim de; transcripcion; version estenografica; estenografica; transcricao
      notas taquigraficas; النص الحرفي; تفريغ; محضر حرفي; النص الكامل ل*; стенограмма; расшифровка; 文字实录
      实录; 速记; 文字记录; wortprotokoll; mitschrift; trascrizione; стенограма`)
  },
  {
    name: "title-call",
    zone: "title",
    weights: { announcement: 4.5 },
    reason: 'The title invites, calls or announces ("%").',
    phrases: listed(`
      call for; open call; registration; register; register now; apply; applications; application
      nominations; invitation; you are invited; save the date; deadline; fellowship* open; is open
      are open; now open; opens; coming soon; announcing; announcement; join us; vacancy
      request for proposals; expression of interest; expressions of interest; submit; public consultation
      take the survey; survey for participants; volunteers wanted; volunteers needed; get your ticket
      postponed; reminder; extended; appel a*; inscription*; inscrivez-vous; candidature*; date limite
      ouverture des; participez; reservez la date; avis de; annonce; sondage; report de la date
      convocatoria*; inscripcion*; inscribete; registro abierto; invitacion; reserva la fecha
      reserve la fecha; llamado a; postulacion*; postula*; plazo; abierta la; abierto el; encuesta; becas
      aviso; nos vemos en; participa en; consulta publica; chamada*; inscric*; inscreva-se; convite
      candidatura*; prazo*; guarde a data; estao abertas; edital; bolsas; inquerito; دعوه*; التسجيل
      فتح باب; اعلان عن فتح; تقديم الطلبات; سجل الان; سجلوا; اخر موعد; تمديد; الدعوه الي; تقديم المقترحات
      استبيان; منح; регистраци*; прием заявок; приглаша*; приглашение; конкурс; объявлен*
      открыта регистрация; заявки; срок подачи; анонс; приходите; опрос; набор; продлен*; 报名; 征集; 通知; 邀请
      招募; 启事; 申请; 注册; 预告; 截止; 问卷; anmeldung; aufruf; einladung; jetzt anmelden; bewerb*; iscrizion*
      invito; call for proposals; bando; реєстраці*; запрошу*; прийом заявок`)
  },
  {
    name: "title-agenda",
    zone: "title",
    silences: ["title-draft", "lead-draft", "title-session", "url-draft"],
    weights: { "not-an-output": 5 },
    reason: 'The title calls it an agenda or programme ("%").',
    phrases: listed(`
      agenda; programme; program; draft programme; schedule; timetable; at a glance; ordre du jour
      programme provisoire; orden del dia; programa; programacion; cronograma; agenda preliminar
      programacao; ordem de trabalhos; البرنامج; برنامج*; جدول الاعمال; جدول الجلسات; программа; повестка*
      расписание; 议程; 日程; programm; tagesordnung; agenda provvisoria; програма; порядок денний`)
  },
  {
    name: "title-about",
    zone: "title",
    silences: ["title-session", "lead-session"],
    weights: { "not-an-output": 4.5 },
    reason: 'The title is that of a page about the initiative or its site ("%").',
    phrases: listed(`
      about; about us; who we are; our mission; our team; our history; contact; contacts; contact us; faq
      frequently asked questions; committee members; steering committee; organising committee
      our partners; sponsors; sponsorship; terms of reference; charter; bylaws; code of conduct
      privacy policy; cookie policy; sitemap; gallery; photo gallery; photos; home; welcome; venue
      how to get there; accommodation; speakers; our speakers; what is; concept note; guiding questions
      session plan; note conceptuelle; nota conceptual; nota de concepto; 概念文件; how it works; toolkit
      guidelines; guide; archive; past editions; membership; page not found
      multistakeholder advisory group; travel information; media kit; resources; a propos; qui sommes-nous
      qu'est-ce que; le comite; notre equipe; nos partenaires; historique; mentions legales; galerie*
      accueil; bienvenue; infos pratiques; informations pratiques; comite d'organisation
      foire aux questions; intervenants; membres du comite; charte; termes de reference; acerca de
      sobre nosotros; quienes somos; que es; comite organizador; nuestro equipo; patrocinadores
      preguntas frecuentes; galeria*; inicio; bienvenid*; como llegar; ponentes; estatutos
      codigo de conducta; alojamiento; historia; integrantes; sobre o; sobre nos; quem somos; o que e
      comissao organizadora; equipa; perguntas frequentes; oradores; regulamento; como chegar; historico
      patrocinio*; من نحن; عن المنتدي; ما هو; اللجنه; اعضاء اللجنه; اتصل بنا; الشركاء; معرض الصور; الصور
      الاسئله الشائعه; المتحدثون; نبذه; الرعاه; ميثاق; معلومات عمليه; النظام الداخلي; о форуме; о нас
      оргкомитет; контакты; партнеры; спонсоры; фотогалерея; фотоотчет; спикеры; докладчики; положение о
      устав; как добраться; часто задаваемые вопросы; что такое; история форума; главная; 关于我们; 关于论坛; 论坛简介
      组委会; 筹备委员会; 联系我们; 合作伙伴; 章程; 常见问题; 演讲嘉宾; 嘉宾介绍; 图片集; 照片; 交通指南; 什么是; 首页; 赞助; uber uns; impressum
      chi siamo; comitato; contatti; про нас; оргкомітет`)
  },
  {
    name: "title-video",
    zone: "title",
    weights: { "not-an-output": 4 },
    reason: 'The title promises recordings, slides or pictures, not a text ("%").',
    phrases: listed(`
      video; videos; livestream; live stream; watch; recording; recordings; playlist; webcast; youtube
      photos and videos; enregistrement*; revoir; en direct; rediffusion*; grabacion*; transmision
      en vivo; mira; gravac*; assista; ao vivo; تسجيل الفيديو; فيديو; البث المباشر; تسجيلات; видео
      видеозапис*; трансляция; запись трансляции; 视频; 录像; 直播; 回放; aufzeichnung*; registrazione video
      podcast; slides; presentations`)
  },
  {
    name: "title-blog",
    zone: "title",
    weights: { "not-an-output": 4 },
    reason: 'The title is that of a personal piece ("%").',
    phrases: listed(`
      blog; my experience; my first; reflections; personal views; opinion; opinions are; views are
      a personal; diary; op-ed; interview with; interview; why i; i learned; what i learned
      mes impressions; tribune; entretien avec; carnet de; mon experience; j'ai; mi experiencia
      entrevista*; volvi; lo que aprendi; columna; las opiniones; a minha experiencia; minha experiencia
      o que aprendi; cronica; تجربتي; راي; مقال; مقابله; انطباعات; мой опыт; личный опыт; мнение; колонка
      интервью; впечатления; 我的; 随笔; 感想; 观点; 专访; 手记; 心得; meinung; erfahrungsbericht; la mia esperienza`)
  },
  {
    name: "title-global",
    zone: "title",
    silences: [
      "title-report",
      "title-session",
      "title-summary",
      "lead-session",
      "title-messages",
      "title-call",
      "lead-call",
      "url-call"
    ],
    weights: { news: 5 },
    reason: 'The title is about the global forum, not about this initiative ("%").',
    phrases: globalForum
  },
  {
    name: "title-news",
    zone: "title",
    weights: { news: 3.5 },
    reason: 'The title is that of a piece of news ("%").',
    phrases: listed(`
      news; newsletter; elected; appointed; appoints; joins; visits; signs; partners with; launches
      launched; celebrates; attends; attend; represented; delegation; wins; announces new; new chair
      new coordinator; meets; follow the; goes to; heads to; concludes; kicks off; to host; selected
      congratulations; welcomes; actualite*; elu*; nomme*; lance*; rencontre avec; participe a; s'envole
      rejoint; noticias; delegacion; elegid*; designad*; firma; lanza; participa en el; participamos; gana
      nuevo sitio; noticia*; delegacao; eleit*; nomead*; assina; lanca; participa no; اخبار; وفد; انتخاب
      تعيين; يشارك; تشارك; توقيع; يوقع; زياره; اطلاق; новости; делегация; избран*; назначен*; подписал*
      принял* участие; участвует; запустил*; вошел; вошла; открылся; завершился; завершилась; 新闻; 动态; 代表团
      当选; 签署; 亮相; 召开; 启动; 落幕; 参加; 见闻; 快讯; aktuelles; nachrichten; gewahlt; notizie; delegazione; новини
      обрано`)
  },
  {
    name: "title-press",
    zone: "title",
    weights: { "press-account": 4 },
    reason: 'The title is that of an account in the press ("%").',
    phrases: listed(`
      press review; in the press; in the media; media coverage; press clipping; revue de presse
      dans la presse; la presse en parle; en la prensa; prensa; en los medios; na imprensa; imprensa
      في الصحافه; الصحافه; пресса о нас; в прессе; сми о форуме; 媒体报道; 媒体聚焦; presseschau; rassegna stampa
      participants endorse; stakeholders urge; stakeholders call; experts urge; experts call; experts warn
      calls for; urges; urge government; seek; tasks government; harps on`)
  }
]
