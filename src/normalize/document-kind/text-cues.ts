/**
 * What the first paragraphs say of the kind of a document, in thirteen languages: who speaks, to whom, and what
 * the text says it is. One line a language or two, cues parted by `;`.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"

export const textCues: ReadonlyArray<PhraseRule> = [
  {
    name: "lead-fulltext",
    zone: "lead",
    silences: [
      "title-thanks",
      "title-transcript",
      "title-published",
      "title-news",
      "url-news",
      "lead-after",
      "title-personal",
      "lead-transcript"
    ],
    weights: { messages: 5 },
    reason: 'The opening gives the text that was agreed or read at the close ("%").',
    phrases: listed(`
      as read out; given here in full; reproduced in full; we publish the text;  read out at the close; read aloud; points that the rooms agreed; text adopted; here are the conclusions; here are the messages; here is the text; adopted by the assembly; each room was asked; nobody objected; were agreed by
      voici les conclusions; nous publions le texte; voici le texte; texte lu; lu a la cloture; adoptees par l'assemblee; adopte par l'assemblee; en integralite; texte integral; chaque salle
      completo el texto; texto que se leyo; leido al final; leidos en la clausura; aprobado por el plenario; compartimos aqui; publicamos integr*; cada mesa dejo; cada mesa entrego
      na integra; publicamos o texto; lidas no encerramento; lido no encerramento; aprovadas no plenario; cada sala deixou
      прочитан* на закрытии; публикуем текст; публикуем их полностью; зачитан*; выкладываем; приняты* на закрытии; каждый зал
      كما قرئت; ننشر فيما يلي; فيما يلي نص; نصها الكامل; التي تليت; تركت كل قاعة; اعتمدتها الجلسة
      闭幕大会通过; 闭幕式上宣读; 现将全文; 文字如下; 内容如下; 每个会场
      im wortlaut; verlesen; vollstandigen text; veroffentlichen wir; jeder raum; vom plenum beschlossen
      per intero; riportiamo il testo; pubblichiamo il testo; testo letto; testo integrale; letti in plenaria; ogni sala; approvati dall'assemblea
      selengkapnya; dibacakan saat; dibacakan pada; kami muat; tiap ruang; disahkan sidang; secara utuh
      tam metni; okunan metni; olduğu gibi yayımlıyoruz; kapanışta okunan; her salon; aynen yayımlıyoruz; kabul edilen metin
      全文掲載; 読み上げ*; 読み上げた; 採択された; 各会場が; 以下に掲載; 採択メッセージ
      прочитан* на закритті; друкуємо текст; зачитан*; друкуємо; оприлюднюємо; кожна зала`)
  },
  {
    name: "lead-minutes",
    zone: "lead",
    least: 2,
    silences: ["lead-session", "lead-messages", "lead-report", "title-report"],
    weights: { "not-an-output": 4.5 },
    reason:
      'It keeps the minutes of those who organise: who was there, what was decided, when they meet next ("%").',
    phrases: listed(`
      present:; apologies; attending:; previous minutes; minutes of ... approved; minutes were approved; next meeting; date of next; action points; actions:; action items; catering; venue hire; invoices; the treasurer; microphones; seating plan; suppliers
      etaient presents; presents :; presents:; excuse*; proces-verbal precedent; compte rendu precedent; prochaine reunion; la seance est levee; ordre du jour; le tresorier; factures
      asisten; asistieron; presentes; se excusa; se excusan; acta anterior; proxima reunion; orden del dia; se levanta la; facturas; proveedores; almuerzos; tesorer*
      ausentes; ata anterior; proxima reuniao; ordem de trabalhos; nada mais havendo; deliberou-se; aos ... dias; tesour*; faturas
      присутствовали; отсутствовали; предыдущий протокол; протокол утвержден; следующее заседание; повестка; решили; постановили
      حضر ... أعضاء; حضر; واعتذر*; اعتذر; المحضر السابق; الاجتماع القادم; الاجتماع المقبل; جدول الأعمال; تقرر
      出席; 请假; 缺席; 上次记录; 上次纪要; 下次会议; 散会; 决定
      anwesend; entschuldigt; protokoll* ... genehmig*; genehmigung des protokolls; nachste sitzung; top 1; tagesordnung; top 2
      presenti; assenti; verbale precedente; prossima riunione; prossima seduta; la seduta; ordine del giorno; si approva; si decide
      hadir; notulen sebelumnya; rapat berikutnya; diputuskan; agenda rapat
      üye katıldı; mazeret*; önceki tutanak; sonraki toplantı; gelecek toplantı; gündem; karar verildi
      欠席; 前回議事録; 次回; 議題; 承認
      присутні; відсутні; попередній протокол; наступне засідання; вирішено; порядок денний; затверджено
      izin tidak hadir`)
  },
  {
    name: "lead-apply",
    zone: "lead",
    least: 2,
    silences: ["lead-session", "title-personal"],
    weights: { announcement: 3.2 },
    reason: 'The opening asks readers to write, apply or come by a date ("%").',
    phrases: listed(`
      write to us; write to the ... before; write by; tell us; are you between; do you run; travel is; fares are paid; costs are covered; places on; places left; sign up; fill in; questionnaire; closes on; apply by; nominate; send three lines; send us; free of charge; will be held on; will take place
      ecrivez-nous; envoyez; vous avez entre; avant le; jusqu'au; frais ... pris en charge; est rembourse; inscri*; aura lieu; remplissez
      escribenos; escribanos; tienes entre; antes del; hasta el; cubrimos; pagamos el; lugares libres; plazas; se celebrara; rellena
      escreve-nos; escreva; tens entre; tem entre; recebemos propostas; formulario; pagamos a viagem; participacao e gratuita; tera lugar; ate #
      напишите; пишите; вам от; присылайте; оплатим; анкет*; заявк*; состоится; пройдет; зарегистрир*; ждем вас
      اكتب إلينا; اكتبوا; أرسلوا; هل عمرك; تتكفل; نتكفل; املأ; سجل; سيعقد; ستعقد; قبل الأول; سيرة قصيرة
      请于; 来信; 填写; 路费; 名额; 报名; 将于; 将在; 截止
      schreib uns; schreiben sie; bitte bis; wir suchen; fahrtkosten; erstattet; wir zahlen die; anmeld*; findet ... statt; bewerben; einsend*
      scrivici; scriveteci; inviate; entro il; hai tra; rimborsiamo; rimborsato; posti; iscriv*; si terra; compila*
      tulis kepada kami; kirim*; usiamu; paling lambat; ongkos; ditanggung; akan diselenggarakan; akan berlangsung; isi formulir; kursi
      bize yaz; yazın; gönderin; başvur*; yer boş; yol gider*; karşılanır; arasında mısın; yapılacak; düzenlenecek; doldurun; yolu biz
      ご連絡ください; お送りください; ご応募; 応募; お申し込み; 旅費; 交通費; 支給; 開催されます; 開催します; 締切; までに; 登壇枠
      напишіть; надішліть; вам від; оплатимо; відбудеться; зареєструй*; чекаємо на вас
      no later than; complete the form; fellowships cover; encouraged to apply; we meet again; mark your; au plus tard; formulaire; a mas tardar; preencha; не позднее; заполните; форму; في موعد أقصاه; النموذج
      最迟; 填表; 申请; spatestens; formular; al piu tardi; modulo; formulir; menanggung; en geç; doldurulmalı; form; burs; 申請書; 負担します; ご提出ください; не пізніше; заповніть
      daftarkan; mendaftar; daftar sekarang; daftar di; registration opens; registration is open; becas cubren; bourses couvrent; bolsas cobrem; borse coprono; stipendien decken; стипендий покрывают; стипендій покривають; منح الحافلة
      entree libre; rendez-vous; pensez a; free entry; free admission; bring your; come and; doors open; entrada libre; entrada livre; traiga su; вход свободный; приходите; الدخول مجاني; 免费入场; 欢迎参加; eintritt frei; ingresso libero; gratis; giriş ücretsiz; 入場無料; вхід вільний`)
  },
  {
    name: "lead-told",
    zone: "lead",
    weights: { news: 2.2 },
    reason: 'The opening tells what became of a text or whom the initiative met or thanks ("%").',
    phrases: listed(`
      can be downloaded; is available on; are now available; were sent on; were sent to; sent to the secretariat; handed the; presented the messages; asked for copies; printed copies; warm thanks; would not have been possible; open consultations; general assembly; acknowledged receipt
      peut etre telecharge; sont disponibles; a presente les messages; ont demande copie; remis au; remercie*; consultations ouvertes; assemblee generale; groupe consultatif
      puede descargarse; ya disponible; presento los mensajes; acuso recibo; agradece*; consultas abiertas; asamblea general; envio ... los mensajes
      pode ser descarregad*; pode ser baixad*; apresentou as mensagens; agradece*; consultas abertas; assembleia geral
      можно скачать; представил* сообщения; попросили копии; благодар*; открытых консультаци*; генеральн* ассамбле*; консультативн* групп*
      يمكن تنزيل; عرضت ... رسائل; طلب ... نسخا; نتقدم بالشكر; تتقدم ... بالشكر; شكرا ل; المشاورات المفتوحة; الجمعية العامة
      可在 ... 下载; 页面下载; 介绍了 ... 信息; 索取文本; 致谢; 感谢各位; 公开磋商; 联合国大会; 离不开
      heruntergeladen; stellte die botschaften; offenen konsultationen; wir danken; generalversammlung; bedanken
      si puo scaricare; scaricabile; ha presentato i messaggi; consultazioni aperte; ringrazi*; assemblea generale
      dapat diunduh; menyampaikan pesan; konsultasi terbuka; berterima kasih; terima kasih; majelis umum
      indirilebilir; mesajları ... sundu; açık istişare*; teşekkür*; genel kurul*
      ダウンロードできます; 公開協議; メッセージを紹介した; 感謝*; 総会
      можна завантажити; представила послання; представив послання; відкритих консультаці*; дякуємо; генеральн* асамбле*`)
  },
  {
    name: "lead-byline",
    zone: "lead",
    silences: ["lead-after", "title-messages", "title-points"],
    weights: { "press-account": 4.5 },
    reason: 'It is at second hand: by a journalist, or from what others told a newspaper ("%").',
    phrases: listed(`
      declined to comment; did not respond; did not reply to; told this newspaper; told the *herald; news agency; the agency reports; our reporter; our correspondent; according to the organisers; staff writer
      n'a pas donne suite; n'a pas souhaite; contacte par; notre journal; notre reporter; a notre redaction; envoye special; propos recueillis; selon les organisateurs
      no respondio; no quiso comentar; este periodico; este diario; segun informaron los organizadores; consultad* por; corresponsal; declaro a este
      contactad*; nao respondeu; ao jornal; fecho desta edicao; segundo a organizacao; texto de
      от комментариев отказ*; нашему корреспонденту; сообщили газете; не ответил* на вопрос*; наша газета; сообщает агентство
      للجريدة; للصحيفة; أسئلة الصحيفة; مراسلنا; بحسب المنظمين; ولم يرد; ورفضت ... التعليق
      本报; 未予回应; 据主办方; 对本报
      wollte sich ... nicht aussern; auf anfrage; wie die veranstalter mitteilten; sagte ... dem *boten; unsere redaktion; unserer zeitung; dpa
      non ha risposto; al corriere; riferiscono gli organizzatori; alle nostre domande; nostro inviato; ha detto al
      menurut panitia; tidak menanggapi; kepada wartawan; menolak berkomentar
      haber:; muhabir*; yanıtsız bıraktı; gazetemize; sorularımızı; açıklama yapmadı; haber merkezi
      取材に; 本紙; コメントを控えた
      від коментарів відмов*; кореспондент*; повідомили організатори; не відповів на; не відповіла на
      gazette; our education editor; editor writes; said it would study; notre correspondante; ecrit notre; heraldo; dijo a este medio; este medio; изданию; 对本报称; tageblatt; gazzetta; corriere; gazetesi; 朝刊; 夕刊; виданню
      本报记者; 晚报记者; 日报记者; 记者表示; 告诉记者; 对记者; 记者采访; 日报讯; 晚报讯; 早报; 新华社; 記者】; 記者は; 新聞社; *ская газета; газета»; газети; сообщает газета; حسب صحيفة; نقلت صحيفة; ذكرت صحيفة; عن صحيفة; وكالة الأنباء; وكالة أنباء; كتب ...:; كتبت ...:; redaccion.; da redacao; la nostra redazione; redazione.; laporan redaksi; kepada harian; reportagem de; собственный корреспондент; наш корреспондент; нашому кореспонденту; tageszeitung; повідомили газеті
      reuters; afp; efe; ansa; xinhua; tass; тасс; kyodo; antara; wafa; unian; lusa; ap -; people present said; spokesman; spokesperson; spokeswoman; un porte-parole; selon trois participants; un portavoz; una portavoz; senalaron; um porta-voz; представитель компании заявил; متحدث باسم; 发言人; ein sprecher; eine sprecherin; un portavoce; riferiscono; juru bicara; bir sözcü; 広報担当; речник; речниця`)
  },
  {
    name: "lead-contents",
    zone: "parts",
    least: 3,
    silences: ["title-messages", "title-points", "title-minutes", "title-published", "lead-minutes"],
    weights: { report: 5 },
    reason: 'The opening is the table of contents of a report, or tells its parts ("%").',
    phrases: listed(`
      contents; table of contents; foreword; background; how the agenda; session by session; who came; lessons; annex*; list of participants; part one; part two; part three; accounts; statistics; conclusions; recommendations; preparation; prepared by the secretariat; methodology; executive summary; volunteers; attended by
      sommaire; table des matieres; avant-propos; mot d*; organisation; preparation; ceremonie d'ouverture; comptes rendus; travaux des; statistiques; conclusions; recommandations; annexes; annexe; liste des participants; bilan
      indice; presentacion; metodologia; resumen de las; perfil de; conclusiones; recomendaciones; anexos; anexo; elaborado por; asistentes; preparacion
      apresentacao; metodologia; resumo das; perfil dos; conclusoes; recomendac*; preparacao; anexos; sumario; participantes
      содержание; оглавление; введение; предисловие; подготовка; ход заседаний; обзор; состав участников; статистика; заключение; выводы; рекомендации; приложени*; список
      المحتويات; تمهيد; مقدمة; التحضير; خلاصات; المشاركون; النتائج; التوصيات; الملاحق; إحصاءات; أعدته الأمانة
      目录; 前言; 筹备; 摘要; 讨论; 统计; 结论; 建议; 附录; 附件; 秘书处; 参会者
      inhalt; vorwort; vorbereitung; berichte; teilnahme; zahlen; ergebnisse; empfehlungen; anhang; teilnehmerliste
      indice; prefazione; premessa; preparazione; sintesi; partecipanti; conclusioni; raccomandazioni; allegati; statistiche
      daftar isi; kata pengantar; persiapan; ringkasan; peserta; kesimpulan; rekomendasi; lampiran; disusun
      içindekiler; önsöz; hazırlık; özet*; katılım*; sonuç*; öneriler; ekler; giriş
      目次; はじめに; 準備; 概要; 参加者; 結論; 提言; 資料; 付録
      зміст; передмова; вступ; підготовка; огляд; учасники; висновки; рекомендації; додатки; статистика`)
  },
  {
    name: "voice-first-person",
    zone: "voice",
    least: 2,
    silences: ["title-session", "title-summary"],
    weights: { "not-an-output": 3.6 },
    reason: 'It is told in the first person singular ("%").',
    phrases: listed(`
      i; my; i'm; i've; myself; je; j'ai; j'etais; j'y; ma; mon; mes; moi; je n*; me suis
      yo; mis; conmigo; volvi; conoci; llore; llorar; fui; era mi; es mi; aprendi; pense; creo; no comparto; estuve; senti; sali
      eu; meu; minha; conheci; voltei; fui; aprendi; senti; chorei; gostei; concordo; penso; cheguei
      я; мне; меня; мой; моя; мою; мной; честно; запомнилось; советую; ехала; ехал; لي; أنا; انطباعي; بكيت; التقيت; أوافق; ذهبت; شعرت; رأيي; تعلمت; وجدت; عدت
      我的; 个人看法; 我不; 我在; 我想; 我觉得; 我认为; 我也; 我和; 我来; 我第; 我对; 感动; 又哭了; 腿都软了; 我的感受; ich; mein; meine; mir; mich; meiner; io; mio; mia; miei; condivido; penso
      saya; aku; kesan saya; pribadi; ku; benim; bana; ağladım; gittim; katılmıyorum; forumum; düşünüyorum; geldim; sandım; tanıştım; sevdim
      僕; 泣いた; 感じた; 思った; 出会えた; 驚いた; 私の; 私は; 私が; 私も; また泣いた; мені; мене; мій; моя; згодна; згоден; плакала; пам'ятаю; раджу`)
  },
  {
    name: "lead-unagreed",
    zone: "lead",
    silences: ["title-messages", "title-points", "lead-apply", "lead-fulltext"],
    weights: { draft: 6 },
    reason: 'The opening says that the text is not final ("%").',
    phrases: listed(`
      not agreed; not yet agreed; not final; not yet adopted; working text; working document; leave a comment; send edits; send ... edits; edits to; comments are welcome; comments welcome; comments by; in square brackets; do not cite; clean text follows; prepare the last version; for comment; last version
      non adopte; pas encore adopte; provisoire; amendements; document de travail; vos remarques; texte non; avant validation
      no aprobado; no citar; documento de trabajo; envie sus cambios; sus observaciones; version no; no es la version; sin aprobar; pendiente de
      nao aprovado; ainda nao aprovado; envie alterac*; sugestoes ate; fixada a versao final; documento de trabalho; nao e definitiv*
      не согласован*; не утвержден*; правки; замечания; рабочий текст; рабочая версия; не окончательн*
      غير متفق; ليس معتمدا; غير معتمد; غير نهائي*; نص أولي; التعديلات; الملاحظات; لم يعتمد
      尚未商定; 尚未通过; 未定稿; 尚未定稿; 提出修改; 修改意见; 征求意见; 请勿引用
      noch nicht beschlossen; noch nicht abgestimmt; nicht endgultig; anderungen bitte; kommentare bis; endfassung; arbeitsfassung; vorlaufig*
      non ancora approvat*; osservazioni; non definitiv*; testo provvisorio; documento di lavoro; emendamenti
      belum disepakati; belum final; masukan ditunggu; masukan; kirim perubahan; belum disahkan; naskah kerja
      henüz kabul edilmedi; henüz onaylanmadı; nihai değil; değişiklikleri; görüşlerinizi; görüş ve önerilerinizi; çalışma metni
      まだ合意されて; 未合意; 未定稿; 修正意見; 意見募集; ご意見を; 確定して; 暫定
      не ухвален*; не узгоджен*; зауваження; правки; робочий текст; робоча версія`)
  },
  {
    name: "title-unagreed",
    zone: "title",
    silences: [
      "title-messages",
      "title-points",
      "title-communique",
      "title-closing",
      "title-declaration",
      "title-rights",
      "title-report",
      "title-book",
      "title-published",
      "lead-after",
      "title-wanted"
    ],
    weights: { draft: 9 },
    reason: 'The title says that the text is not final ("%").',
    phrases: listed(`
      draft*; zero draft; rough draft; consultation version; for consultation; for comment; for review; v0; v0.*; version 0; version 1; version 0.#; paragraph by paragraph; working text; rev #; unedited; advance version
      projet de message*; projet de communique; projet de declaration; projet de rapport; avant-projet; brouillon; texte martyr; ebauche; version provisoire; pour consultation; soumis a commentaires
      borrador; version en consulta; version preliminar; para comentarios; anteproyecto; rascunho; minuta de; versao preliminar; versao # para consulta; para consulta; versao 0; esboco
      проект сообщений; проект коммюнике; проект декларации; проект отчета; проект рекомендаций; проект итогов*; черновик; рабочая версия; предварительная версия; на обсуждение; مسودة; المسودة; نسخة أولية; صيغة أولية; مشروع بيان; مشروع إعلان; 草案; 草稿; 征求意见稿; 讨论稿; 初稿; 修订稿
      entwurf*; rohfassung; arbeitsfassung; zur kommentierung; vorabfassung; bozza; bozze; versione preliminare; draf; rancangan pesan; rancangan komunike; rancangan deklarasi; konsep awal; untuk ditanggapi; taslak; taslağı; ön metin; görüşe açık; 素案; たたき台; メッセージ案; 声明案; 原案; 意見募集中; проєкт послань; проєкт заяви; проєкт декларації; проєкт комюніке; чернетка; попередня версія; для обговорення
      comments due; comments until; comments by; open for input; for discussion; first version; commentaires jusqu*; commentaires avant; comentarios hasta; comentarios hasta el; para debate; comentarios ate; замечания до; للتعليق; للنقاش; 意见征询; 征询意见; kommentare bis; osservazioni entro; tanggapan sampai; yorumlar; コメント募集; зауваження до
      first reading; second reading; premiere lecture; primera lectura; primeira leitura; первое чтение; قراءة أولى; 一读稿; erste lesung; prima lettura; pembacaan pertama; ilk okuma; 第一読会; перше читання`)
  }
]
