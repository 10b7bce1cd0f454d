/**
 * What shows text that is no message, as data. Phrase syntax: phrases.ts.
 */
import { listed, type Phrases } from "../phrases/phrases.ts"

/** Text that stands on every page of a site or belongs to no message. The key says why. */
export const boilerplatePhrases: Readonly<Record<string, ReadonlyArray<string>>> = {
  "introduces the IGF": listed(`
    what is the igf; what is internet governance; about the igf; qu'est-ce que le fgi; que es el fgi
    que es el igf; o que e o igf; o que e o fgi; ما هو منتدي حوكمه الانترنت; что такое igf
    что такое форум по управлению интернетом; 什么是igf; 什么是互联网治理论坛; was ist das igf; che cos'e l'igf`),
  "explains what the IGF is": listed(`
    the internet governance forum (igf) is; the igf is a global; convened by the united nations
    paragraph 72 of the tunis agenda; is the national initiative of; institue par le paragraphe 72
    paragraphe 72 de l'agenda de tunis pour la societe de l'information, est
    espacio de dialogo convocado por las naciones unidas; espaco aberto das nacoes unidas
    منصه عالميه للحوار; площадка открытого диалога под эгидой оон; 第72段设立`),
  "is a notice about cookies or privacy": listed(`
    uses cookies; we use cookies; use of cookies; usa cookies; utiliza cookies; utilizamos cookies
    utilise des cookies; cookie policy; privacy policy; accept all cookies; politique de confidentialite
    politica de privacidad; politica de cookies; politica de privacidade; ملفات تعريف الارتباط
    سياسه الخصوصيه; файлы cookie; политика конфиденциальности; 隐私政策; datenschutzerklarung`),
  "is navigation or site furniture": listed(`
    share this; share on; read more; skip to content; skip to main content; all rights reserved
    copyright; ©; back to top; subscribe to our newsletter; leave a comment; leave a reply
    comments are closed; posted in; filed under; tagged; previous post; next post; print this page
    related:; powered by; log in to; follow us; partager; lire la suite; tous droits reserves
    page mise en ligne; haut de page; laisser un commentaire; compartir; leer mas
    todos los derechos reservados; publicado el ... en; los comentarios estan cerrados
    deja un comentario; partilhar; ler mais; todos os direitos reservados; saltar para o conteudo; شارك
    اقرا المزيد; جميع الحقوق محفوظه; поделиться; читать далее; все права защищены
    последнее изменение страницы; категория:; 分享到; 阅读更多; 版权所有; 返回顶部; posted on ... in
    alle rechte vorbehalten`),
  "tells how to register or get in touch": listed(`
    register here; register now; registration is open; registration form; for more information
    for further information; contact us; contact:; e-mail:; email:; tel:; phone:; inscrivez-vous
    pour plus d'informations; contactez; contact :; inscribete; para mas informacion; escribanos
    contacto:; inscreva-se; para mais informacoes; contacto :; للتسجيل; لمزيد من المعلومات; للتواصل
    للاستفسار; регистрация на; контакты:; для справок; по вопросам; 联系方式; 联系邮箱; 联系人; 报名方式
    weitere informationen unter; per informazioni`),
  "thanks hosts or sponsors": listed(`
    thank our sponsors; thanks to our sponsors; with the support of; sponsored by; sponsors:; we thank
    our thanks; gratitude to; remercient; remercie; remerciements; nos partenaires; avec le soutien de
    agradece a; agradecemos; agradecimiento*; con el apoyo de; agradece; agradecimentos; com o apoio de
    نشكر; شكرا ل*; الشكر ل*; بدعم من; برعايه; благодарит; благодарим; при поддержке; спонсоры; 感谢; 鸣谢
    赞助; danken; ringraziamo`),
  "says who drafted, adopted or published the text": listed(`
    done at; adopted on; published on; last updated; drafted by; photo:; photos:; photo credit
    document prepared by; fait a; publie le; redige par; photo :; dado en; hecho en; publicado el
    redactado por; foto:; publicado em; feito em; redigido por; صدر في; حرر في; اعده; принято
    опубликовано; подготовлено; фото:; 发布日期; 起草; 整理; 记录：; 摄影`)
}

/** Headings under which no message is looked for. The key says what the section is. */
export const idleSections: Readonly<Record<string, ReadonlyArray<string>>> = {
  agenda: listed(`
    agenda; programme; program at a glance; schedule; ordre du jour; programme provisoire; orden del dia
    programacion; programa; ordem de trabalhos; جدول الاعمال; البرنامج; повестка дня; расписание; 议程; 日程`),
  "list of people": listed(`
    list of participants; participants list; speakers; panellists; panelists; committee members
    liste des participants; intervenants; membres du comite; lista de participantes; ponentes
    panelistas; oradores; lista de oradores; قائمه المشاركين; المتحدثون; المتحدثات; المتحدثات والمتحدثون
    список участников; докладчики; 与会人员; 发言人; 参会名单; 嘉宾`),
  thanks: listed(`
    acknowledgements; acknowledgments; acknowledgement; thanks; sponsors; partners; our sponsors
    who paid; remerciements; motion de remerciements; partenaires; agradecimientos; gracias
    patrocinadores; agradecimentos; apoios; شكر; شكر وتقدير; الرعاه; الشركاء; благодарности; спонсоры
    партнеры; 致谢; 鸣谢; 赞助单位`),
  contacts: listed(`
    contact; contacts; contact us; kontakt; contacto; contactos; contato; الاتصال; للتواصل; контакты
    联系我们; 联系方式; contatti`),
  abbreviations: listed(`
    abbreviations; acronyms; list of abbreviations; glossary; sigles; sigles et abreviations; siglas
    siglas y acronimos; abreviaturas; siglas e acronimos; glossario; المختصرات; сокращения
    список сокращений; 缩略语`),
  "introduction to the IGF": listed(`
    what is the igf; what is the igf ?; about the igf; about us; about the initiative
    qu'est-ce que le fgi; a propos; que es el fgi; que es el igf; acerca de; o que e o igf; sobre nos
    ما هو منتدي حوكمه الانترنت; من نحن; عن المنتدي; о форуме; что такое igf; 关于论坛; 关于我们; 什么是igf`),
  "comments or links": listed(`
    comments; leave a comment; related posts; related; links; see also; references; bibliography
    commentaires; liens; voir aussi; comentarios; enlaces; vease tambien; comentarios recientes
    comentarios; ligacoes; التعليقات; روابط; ссылки; см. также; примечания; 相关链接; 评论; table of contents
    contents; table des matieres; sommaire; indice; المحتويات; содержание; 目录`)
}

/** Labels of a form at the head of a summary: "Date: 4 May", "Moderator: ...". */
export const formLabels: Phrases = {
  en: listed(`
    date; date and time; time; venue; place; room; location; moderator; moderators; moderated by
    speakers; speaker; panellists; panelists; rapporteur; rapporteurs; session; session title; organiser
    organisers; organizer; participants; attendance; format; duration; language; languages; author
    authors; version; deadline; tags; category; video; recording`),
  fr: listed(`
    date; lieu; heure; salle; moderation; moderateur; moderatrice; intervenants; intervenantes
    rapporteur; rapporteure; rapporteur general; participation; participants; duree; langue; auteur
    photo; tableau`),
  es: listed(`
    fecha; fecha y hora; lugar; hora; sala; modera; moderacion; moderadora; moderador; ponentes
    panelistas; relatoria; relatora; relator; participantes; asistencia; duracion; idioma; cuando; donde`),
  pt: listed(`
    data; local; hora; sala; moderacao; moderador; moderadora; oradores; relator; relatora
    participantes; prazo; formatos; criterios; sessao`),
  ru: listed(`
    дата; место; время; зал; модератор; ведущий; ведущая; докладчики; участники; участвовали; протокол
    срок; язык; секретарь`),
  ar: listed(`
    التاريخ; المكان; القاعه; الوقت; مدير الجلسه; مديره الجلسه; المقرر; المقرره; المتحدثون; المشاركون
    الحضور`),
  zh: listed(`
    时间; 地点; 主持人; 主持; 发言人; 记录; 记录员; 参加人数; 参会人数; 嘉宾; 会场; 日期; 整理; 编号; 印发; 抄送`),
  de: listed(`
    datum; ort; zeit; moderation; podium; berichterstattung`),
  it: listed(`
    data; luogo; ora; moderatore; moderatrice; relatori`)
}
