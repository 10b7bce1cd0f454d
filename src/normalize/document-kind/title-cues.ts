/**
 * What titles say of the kind of a document, in thirteen languages: the head noun (messages, minutes, draft) and
 * what is done with the thing it names (wanted, published, thanked for). One line a language, cues parted by `;`.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"

const outcomesToo = [
  "title-messages",
  "title-communique",
  "title-declaration",
  "title-report",
  "title-summary",
  "lead-messages",
  "lead-report",
  "url-output",
  "url-report",
  "url-declaration",
  "url-communique",
  "title-points",
  "title-book"
]

export const titleCues: ReadonlyArray<PhraseRule> = [
  {
    name: "title-minutes",
    zone: "title",
    silences: [
      "title-session",
      "title-summary",
      "lead-session",
      "title-transcript",
      "title-global",
      "title-report"
    ],
    weights: { "not-an-output": 5 },
    reason: 'The title is that of the minutes or papers of those who organise ("%").',
    phrases: listed(`
      minutes of the ... committee; minutes of the ... meeting; minutes of ... mag; minutes: ... group; meeting minutes; committee minutes; board minutes; action items; treasurer*; logistics; budget; financial report; procurement; organising committee; steering group; planning group; handover note*
      proces-verbal; pv de la reunion; compte rendu ... comite; compte rendu ... reunion du bureau; compte-rendu ... comite; reunion du comite; tresor*; budget*; logistique; rapport financier; bilan financier
      acta de la reunion; acta de reunion; acta n*; acta del comite; minuta; tesorer*; presupuesto; logistica; informe financiero; reunion del comite
      ata da; ata n*; ata de; atas; tesour*; orcamento; logistica; relatorio financeiro; relatorio de contas; reuniao da comissao
      протокол заседания; протокол ... комитет*; протокол собрания; протокол ... групп*; протокол встречи; смета; бюджет; финансовый отчет; отчет казначея; логистик*
      محضر; محضر اجتماع; محاضر; الميزانية; التقرير المالي; اللوجستي*
      会议记录（; 工作组 ... 会议记录; 咨询组 ... 纪要; 组委会 ... 纪要; 委员会 ... 纪要; 筹备会; 预算; 决算; 财务报告; 后勤
      protokoll der sitzung; protokoll ... ausschuss*; protokoll ... beirat*; protokoll ... vorstand*; sitzungsprotokoll; kassenbericht; logistik; finanzbericht
      verbale; verbale del*; verbali; bilancio; tesorier*; logistica; rendiconto; relazione finanziaria
      notulen; notulensi; risalah rapat; rapat panitia; anggaran; laporan keuangan; bendahara; logistik
      kurulu toplantı*; toplantı tutanağı; kurul tutanağı; bütçe*; mali rapor; lojistik; sayman*
      議事録; 議事要旨; 予算; 決算; 会計報告; 運営委員会; 実行委員会
      протокол засідання; протокол ... комітет*; протокол зустрічі; кошторис; бюджет; фінансовий звіт; логістик*`)
  },
  {
    name: "title-list",
    zone: "title",
    silences: ["title-session", "title-room"],
    weights: { "not-an-output": 3.5 },
    reason: 'The title is that of a list ("%").',
    phrases: listed(`
      list of; liste des; lista de; lista dos; список; قائمة; 一覧; 名单; 名簿; перелік; elenco; listesi; daftar; liste der`)
  },
  {
    name: "title-thanks",
    zone: "title",
    silences: ["title-about"],
    weights: { news: 4 },
    reason: 'The title thanks somebody ("%").',
    phrases: listed(`
      thank you; thanks to; thanks; with thanks; warm thanks; merci; remerciements; merci a*; nos remerciements
      gracias; agradecimiento*; agradecemos; obrigad*; agradecimento*; agradecemos; um obrigado
      спасибо; благодарим; благодарность; благодарности; شكر; شكرا; شكر وتقدير; نشكر; 感谢; 致谢; 鸣谢; 答谢
      danke; dank an; dankeschon; wir danken; grazie; ringraziamenti; ringraziamo; terima kasih; ucapan terima kasih
      teşekkür*; teşekkürler; ありがとう; 感謝; お礼; 御礼; дякуємо; подяка; спасибі
      newsletter; newsletter no; in this issue; congratulations; anniversary; visits; visit of; visit to; bulletin n*; lettre d'information; anniversaire; felicitations; en visite; visite; boletin n*; boletin; aniversario; felicidades; visita; boletim; aniversario; parabens; вестник; рассылка; бюллетень; поздравляем; юбилей; визит; النشرة; النشرة الإخبارية; تهنئة; زيارة
      通讯; 简报; 祝贺; 周年; 来访; 访问; rundbrief; gluckwunsch*; jubilaum; besuch*; bollettino; anniversario; auguri; visita; buletin; selamat; kunjungan; ulang tahun; bülten*; kutlama*; kutluyoruz; ziyaret*; yıl dönümü; ニュースレター; 会報; 祝; 訪問; 周年; розсилка; вісник; вітаємо; ювілей; візит`)
  },
  {
    name: "title-wanted",
    zone: "title",
    silences: [
      "title-session",
      "title-about",
      "lead-session",
      "title-messages",
      "title-communique",
      "url-session",
      "title-minutes"
    ],
    weights: { announcement: 5 },
    reason: 'The title seeks people or contributions, or says what is still open ("%").',
    phrases: listed(`
      wanted; volunteers needed; help us; what should the ... forum; looking for; seeking; we seek; propose a; propose your; send us; send your; tell us; have your say; seats left; places left; seat left; places available; apply by; apply now; vote for; suggest a; how to apply; open until; last chance; last days; deadline; sign up; call for; join our; still open
      cherche*; recherche*; recherchons; on cherche; il reste; places restantes; proposez; envoyez; donnez votre avis; prolongation; derniers jours; places disponibles; jusqu'au; recrute
      busca*; buscamos; se busca*; se necesita*; quedan; envia tu; envie su; propon; proponga; ultimos dias; ultimas plazas; cupos; hasta el; ampliacion del plazo; prorroga
      procura*; procura-se; procuram-se; precisa-se; ha ... lugares; envie; proponha; ultimas vagas; vagas; ate ao dia; prorrogac*
      ищем; требуются; осталось; остались; предложите; присылайте; пришлите; успейте; последние дни; ждем ваши*; прием; до конца
      مطلوب; نبحث عن; ندعو; بقي; ارسل*; اقترح*; تبقى; باب الترشح; باب التسجيل; آخر الأيام
      募集; 招聘; 诚聘; 招募; 名额; 征求议题; 欢迎投稿; 投稿; 请投票; 延期; 延长; 敬请; 诚邀
      gesucht; gesucht*; wir suchen; noch ... platze*; noch platze; plaetze frei; schlag* ... vor; schickt uns; abstimmen; frist; verlangert; mitmachen; bewerbung*
      cercasi; cerchiamo; posti; ultimi posti; candidature; inviate; proponi; proponete; proroga; scadenza; entro il
      dicari; dibutuhkan; masih ada; sisa kursi; kirim*; usulkan; ajukan; pendaftaran; undangan; ajakan; lowongan; panggilan; batas akhir; diperpanjang; ayo
      arıyoruz; aranıyor; yer kaldı; kontenjan; başvuru*; kayıt*; davet; son gün; son başvuru; uzatıldı; gönderin; önerin; katılın
      参加者募集; 受付; 申し込み; 申込; 残り; 締切; 締め切り; 応募; 公募; ご案内; お知らせ; 求む; ご招待; 参加登録
      шукаємо; потрібні; лишилося; залишилось; запропонуйте; надсилайте; встигніть; останні дні; реєстрація; набір; запрошуємо; конкурс
      fellowship*; scholarship*; travel grant*; travel support; travel fund*; mark your calendar; tickets; competition; contest; new date; change of venue; upcoming; bourse*; concours; a vos agendas; nouvelle date; beca*; concurso; agenda la fecha; nueva fecha; bolsas; marque na agenda; nova data; стипенди*; грант*; новая дата; منح سفر; منح; مسابقة; موعد جديد
      资助; 奖学金; 大赛; 新日期; stipendi*; reisekosten*; wettbewerb; neuer termin; borse di; borse; concorso; nuova data; beasiswa; lomba; bantuan perjalanan; burs*; yarışma*; yeni tarih; 奨学金; 助成; コンテスト; 新日程; стипенді*; нова дата
      votez pour; vota por; vote em; vota per; голосуйте за
      next saturday; next week; tomorrow; samedi prochain; semaine prochaine; proximo sabado; proxima semana; proximo sabado; в эту субботу; на следующей неделе; السبت المقبل; الأسبوع المقبل; 下周; 本周; nachsten samstag; nachste woche; sabato prossimo; settimana prossima; sabtu depan; pekan depan; gelecek hafta; haftaya; 来週; 今週; наступного тижня; vacancy; hiring`)
  },
  {
    name: "title-published",
    zone: "title",
    silences: outcomesToo,
    weights: { news: 5 },
    reason: 'The title tells what happened to a text or to the initiative; it is not that text ("%").',
    phrases: listed(`
      published; is out; are out; now online; now available; available now; available online; goes online; presented in; presented to; presented at; submitted to; sent to; delivered to; handed to; handed over; reaches; received by; quoted in; translated into; in numbers; elected; appointed; joins; wins; signs; visits; launches; launched; new website; partnership with; becomes; makes the; renewed
      publie*; est en ligne; sont en ligne; disponible*; presente* a; presente* au; remis a; remis au; remise a; transmis*; arrive*; parvien*; traduit*; elu*; nomme*; devient; signe; rejoint; nouveau site
      publicad*; ya esta*; presentamos; presentad*; llega*; llegaron; entregamos; entregad*; enviad*; recibe*; traducid*; elegid*; elige; nombrad*; se suma; estrena*; nuevo sitio
      ja disponi*; disponive*; apresentad*; chega*; chegaram; entregue*; recebe*; traduzid*; eleit*; nomead*; assina; novo sitio; novo site
      опубликован*; представлен*; передан*; направлен*; вручен*; доступн*; вышел; вышла; вышли; переведен*; дошл*; избран*; назначен*; подписал*; сделала; новый сайт
      عرض رسائل*; صدور; صدر; صدرت; تسليم; رفع ... إلى; وصول; وصلت; متاح; أصبح; انتخاب; تعيين; توقيع; انضمام; إطلاق; تجعل
      已上线; 上线; 发布; 已发布; 正式发布; 出版; 递交; 送达; 提交给; 转交; 获任; 当选; 任命; 签署; 可下载; 成为; 常设
      veroffentlicht; erschienen; vorgestellt; ubergeben; uberreicht; verfugbar; ubersetzt; gewahlt; ernannt; unterzeichnet; wird dauerhaft; neue website
      pubblicat*; disponibil*; presentat*; consegnat*; inviat*; arriva*; tradott*; elett*; nominat*; firmat*; nuovo sito
      terbit; sudah terbit; diterbitkan; tersedia; disampaikan; diserahkan; dikirim*; sampai di; diterjemahkan; terpilih; ditunjuk; menandatangani; resmi menjadi; situs baru; dipilih
      yayımlandı; yayınlandı; yayında; sunuldu; iletildi; teslim edildi; ulaştı; çevrildi; seçildi; atandı; imzalandı; oldu; yeni site; çıktı
      を公開; 公開しました; を発表; を紹介; を提出; 提出しました; 届けました; 手渡; 掲載しました; 就任; 選出; 締結; 恒久化; 開設
      опубліковано; представлено; передано; надіслано; вручено; вийшов; вийшла; перекладен*; обрано; призначено; підписано; став; стала; новий сайт
      change in the committee; changes in the committee; new board; board changes; our delegates; delegation; death of; passing of; in memoriam; deces d*; disparition d*; notre delegation; cambios en el comite; nueva junta; fallece*; fallecimiento; nuestra delegacion; mudancas na comissao; falecimento; delegacao; изменения в составе; новый состав; умер; ушел из жизни; делегация; تغيير في اللجنة; وفاة; وفد; 人事变动; 换届; 逝世; 代表团; wechsel im; neuer vorstand; verstorben; delegation; cambio nel comitato; scomparsa di; delegazione; perubahan susunan; pengurus baru; delegasi; vefat*; yeni yönetim; heyet*; 人事; 新体制; 逝去; 代表団; зміни у складі; новий склад; делегація; помер`)
  },
  {
    name: "title-guide",
    zone: "title",
    silences: [
      "title-report",
      "title-summary",
      "title-session",
      "title-messages",
      "lead-report",
      "title-declaration"
    ],
    weights: { "not-an-output": 5 },
    reason: 'The title is that of a guide, a rule or a form ("%").',
    phrases: listed(`
      guide; guide for; guide to; manual; handbook; how to; template; code of conduct; terms of reference; concept note; faq; checklist; glossary; speaker profile*; profile; biograph*; rules of procedure
      guide du; guide des; guide pratique; mode d'emploi; modele de; code de conduite; glossaire; reglement; manual para; manual de; guia; guia de; plantilla; codigo de conducta; glosario; reglamento
      guia do; guia para; modelo de; codigo de conduta; регламент; руководство; памятка; инструкция; шаблон; кодекс; глоссарий; правила; دليل; مدونة سلوك; نموذج; لائحة; قواعد; 指南; 手册; 模板; 行为准则; 须知; 规则
      leitfaden; handreichung; vorlage; verhaltenskodex; glossar; geschaftsordnung; satzung; guida; modello; codice di condotta; regolamento; glossario; panduan; pedoman; templat; kode etik; tata tertib; kılavuz*; rehber*; şablon; davranış kuralları; yönetmelik; tüzük
      手引き; ガイド; 行動規範; 規約; 規程; 様式; посібник; пам'ятка; інструкція; глосарій
      proposals received; selected sessions; selected proposals; how we; participants list; attendance; press kit; statistics of; propositions recues; seances retenues; comment nous; propuestas recibidas; sesiones seleccionadas; propostas recebidas; sessoes selecionadas; поступившие; отобранные; как мы; المقترحات الواردة; الجلسات المختارة
      收到的; 入选; 评选; 提案列表; eingegangene; ausgewahlte; proposte ricevute; selezionate; usulan yang masuk; terpilih; gelen öneriler; gelen başvurular; seçilen; 応募一覧; 採択結果; надійшли; надіслані пропозиції
      questions for; guiding questions; questions to; preguntas guia; preguntas para; questions pour; questions directrices; perguntas para; perguntas orientadoras; вопросы для; أسئلة إرشادية; أسئلة ل*; 讨论问题; 引导问题; leitfragen; fragen an; domande guida; domande per; pertanyaan; soruları; sorular; の問い; 質問; запитання для; питання для`)
  },
  {
    name: "title-order",
    zone: "title",
    silences: [
      "title-draft",
      "lead-draft",
      "title-session",
      "url-draft",
      "lead-session",
      "title-summary",
      "title-published"
    ],
    weights: { "not-an-output": 5 },
    reason: 'The title is that of a programme or timetable ("%").',
    phrases: listed(`
      running order; programme and; programme of; detailed programme; timetable; at a glance; programme detaille; deroule; deroulement; horaire*; programa detallado; horario*; escaleta; programa detalhado; horario*; guiao
      порядок работы; план заседаний; برنامج اليوم; الجدول الزمني; 议程安排; 日程安排; 流程; ablauf; ablaufplan; zeitplan; tagesprogramm; programma; programma di; orario; orari; scaletta; ordine del giorno
      susunan acara; jadwal; rundown; acara hari; agenda acara; programı; program akışı; akış; gündem; takvim; プログラム; 進行表; 日程表; タイムテーブル; 次第; розклад; порядок роботи`)
  },
  {
    name: "title-personal",
    zone: "title",
    weights: { "not-an-output": 4 },
    reason: 'The title speaks in the first person singular ("%").',
    phrases: listed(`
      why i; how i; i went; i learned; days in; a newcomer's; diary of; notes from a first-timer; through my eyes; pourquoi je; comment j'ai; ma premiere; jours a; carnet; journal de bord
      por que vuelvo; por que voy; como fui; dias en; diario de; lo que me; porque volto; dias em; o que me
      почему я; как я; дня в; заметки; дневник; لماذا أعود; كيف ذهبت; يومان في; رحلتي; تجربتي; يومياتي; 我为什么; 两天; 日记; 游记; 有感
      warum ich; wie ich; tage in; tagebuch; perche torno; perche vado; come sono; giorni a; diario
      mengapa saya; kenapa saya; pengalaman saya; hari di; catatan pribadi; catatan seorang; kesan; neden hep; neden geliyorum; günlüğü; günlük; izlenimler*; iki gün; 僕の; 参加記; 体験記; 日記; 二日間; чому я; як я; дні у; дні в; щоденник; нотатки
      cronica personal; cronica de un; cronica de una; cronica de mi`)
  },
  {
    name: "title-mine",
    zone: "title",
    weights: { "not-an-output": 1.6 },
    reason: 'The title says "%".',
    phrases: listed(`
      my; mon; ma; mes; mi; mis; o meu; a minha; мой; моя; мои; 我的; mein; meine; il mio; la mia; benim; 私の; мій; мої`)
  },
  {
    name: "title-fulltext",
    zone: "title",
    silences: ["title-transcript", "title-published", "title-news"],
    weights: { messages: 3 },
    reason: 'The title promises the whole text ("%").',
    phrases: listed(`
      full text; complete text; texte integral; texto completo; texto integro; texto integral; полный текст; النص الكامل; نص الرسائل; 全文; wortlaut; testo integrale; teks lengkap; tam metni; tam metin; повний текст`)
  },
  {
    name: "title-points",
    zone: "title",
    weights: { messages: 3.2 },
    reason: 'The title announces points, asks or proposals that were agreed ("%").',
    phrases: listed(`
      policy asks; asks from; points we; points agreed; the points; wants the world; wants to say; what ... agreed; what we agreed; our asks; demands; proposals from; # messages; ten points; full text of the messages
      ce que ... retient; ce que ... dit; ce que ... demande; propositions issues; propositions; points d'accord; points retenus; doleances; ce que nous demandons; texte integral
      lo que ... quiere decir; lo que ... pide; lo que acordamos; puntos acordados; puntos de acuerdo; propuestas; acuerdos del; peticiones; demandas
      o que fica; o que ... pede; o que ... acordamos; propostas saidas; propostas; pontos acordados; reivindicac*
      о чем договорились; что решили; что мы решили; предложения форума; предложений; договоренности; итоговые тезисы; послания; наши требования
      ما تريد; ما اتفق*; ما اتفقنا; مقترحات من; مقترحات; نقاط الاتفاق; 谈成了; 想对世界说; 我们商定; 条建议; 十条; 要点共识; 共识; 诉求
      forderungen; was ... sagen will; was wir fordern; die punkte; vorschlage aus; wortlaut; quello che ... vuole; cosa chiede; richieste; proposte; punti condivisi; ecco i messaggi
      pesan dari; pesan-pesan; pesan forum; rekomendasi; usulan; butir-butir; kesepakatan; yang disepakati; tuntutan; mesajlar*; öneri*; sözü; talepler*; üzerinde anlaştı*; ne dedik
      提言; メッセージ; 合意事項; 要望; 合意したこと; 私たちの提案; послання; послань; рекомендац*; пропозиці*; вимоги; про що домовились; про що домовилися; хоче сказати
      roadmap; road map; action plan; policy brief; accord; way forward; key findings; policy priorities; things for; outcome document; output document; points for; call for action; feuille de route; plan d'action; note d'orientation; conclusions des ateliers; hoja de ruta; plan de accion; documento de resultados; roteiro; agenda de acoes; plano de acao
      дорожная карта; план действий; итоги обсуждений; خارطة طريق; خطة عمل; وثيقة النتائج; 路线图; 行动计划; 行动路线图; 政策建议; 成果文件; fahrplan; aktionsplan; massnahmen; tabella di marcia; piano d'azione; documento di sintesi; peta jalan; rencana aksi; hasil forum; dokumen hasil; yol haritası; eylem planı; sonuç belgesi; ロードマップ; 行動計画; 成果文書; дорожня карта; план дій; підсумковий документ
      what came out; ideas; priorities; priorites; prioridades; тезис*; أولويات; 九条; 条共识; prioritaten; priorita; prioritas; önceli*; 優先事項; 優先課題; пріоритет*; тези`)
  },
  {
    name: "title-closing",
    zone: "title",
    silences: ["title-messages", "title-declaration", "title-rights", "lead-declare"],
    weights: { communique: 4.5 },
    reason: 'The title calls it a closing statement of those who met ("%").',
    phrases: listed(`
      statement of participants; statement of the participants; closing statement; outcome statement; final statement; joint statement; concluding statement; communique*; declaration de cloture; declaration finale; document final; communique; prise de position commune; declaracion final; manifiesto de clausura; documento final; comunicado; pronunciamiento; declaracao de encerramento; declaracao final; nota final
      итоговый документ; итоговое заявление; заявление участников; коммюнике; بيان المشاركين; بيان ختامي; البيان الختامي; بيان; 闭幕文件; 公报; 联合声明; 闭幕声明; 与会者声明; abschlusserklarung; schlusserklarung; gemeinsame erklarung; kommunique; dichiarazione finale; comunicato; comunicato finale; dichiarazione dei partecipanti
      pernyataan penutup; pernyataan bersama; komunike; pernyataan akhir; kapanış bildirisi; sonuç bildirisi; ortak açıklama; ortak bildiri; komünike; bildiri; bildirisi; 閉会声明; 共同声明; コミュニケ; 声明; 閉会文書; підсумкова заява; спільна заява; заява учасників; комюніке; підсумковий документ
      closing text; closing remarks adopted; final text; concluding text; final resolution; adopted by acclamation; texte de cloture; resolution finale; texte final; texto de cierre; texto final; resolucion final; texto de encerramento; resolucao final; заключительный текст; итоговая резолюция; نص ختامي; قرار ختامي; 闭幕文本; 闭幕决议; 结论文件; schlusstext; schlussdokument; testo finale; testo di chiusura; naskah penutup; kapanış metni; sonuç metni; 閉会文; 最終文書; заключний текст
      proclama; proclamacao; proclamation; the ... appeal; appeal from the forum; воззвание участников; نداء المشاركين; aufruf der teilnehmenden; appello dei partecipanti`)
  },
  {
    name: "title-rights",
    zone: "title",
    silences: ["title-about"],
    weights: { declaration: 4.5 },
    reason: 'The title is that of a charter, manifesto, appeal or list of principles ("%").',
    phrases: listed(`
      principles for; principles of; bill of rights; manifesto; charter; pledge; commitments; appeal of; appeal by; declaration; vow; charte; charte des; manifeste; l'appel des; appel des; appel de la jeunesse; serment; engagements; carta de derechos; carta de; manifiesto; llamamiento; compromiso*; declaracion
      manifesto; carta; apelo; compromissos; declarac*; манифест; хартия; воззвание; призыв; обращение молод*; декларация; обещани*; ميثاق; نداء; عهد; إعلان مبادئ; إعلان الشباب; وثيقة حقوق; 宣言; 宪章; 誓言; 承诺书; 呼吁书
      manifest; charta; appell; grundsatze; selbstverpflichtung; erklarung der jugend; carta dei diritti; manifesto; appello; impegni; dichiarazione; deklarasi; piagam; ikrar; seruan; prinsip-prinsip; bildirge*; bildirgesi; manifesto*; şartı; ant; taahhüt*; 宣言; 憲章; 誓い; 約束; 原則; маніфест; хартія; звернення; декларація; обіцянк*; принципи`)
  },
  {
    name: "title-book",
    zone: "title",
    weights: { report: 4 },
    reason: 'The title is that of an account of the whole event ("%").',
    phrases: listed(`
      in review; year in review; report; outcome report; what we did; the forum in review; proceedings; synthesis; actes; actes et; synthese des travaux; rapport; bilan et; ce qui s'est dit; ce qui a ete decide; balance, debates; balance; memoria; informe de resultados; informe; balanco, debates; anais; relatorio; livro do forum
      сборник; сборник материалов; материалы; материалы и выводы; отчет о; доклад; حصيلة; الحصيلة; تقرير أعمال; أعمال المنتدى; وقائع; تقرير; 过程与结论; 总结; 文集; 论文集; 纪实; 报告; dokumentation; tagungsband; bericht; ruckblick; atti; atti e; resoconto generale; rapporto; relazione
      laporan; laporan akhir; jalannya forum; prosiding; rangkuman forum; sonuç raporu; raporu; rapor; forum kitabı; değerlendirme; 報告書; 開催報告; 記録集; 総括; 開催報告書; звіт; звіт про; збірник; матеріали; підсумки форуму
      论坛回顾; documentation of; sistematizacion; sistematizacao; tagungsdokumentation`)
  },
  {
    name: "title-room",
    zone: "title",
    silences: ["title-report", "title-book", "lead-report"],
    weights: { "session-summary": 3.2 },
    reason: 'The title names one session of the event ("%").',
    phrases: listed(`
      room #; panel #; summary of discussion; what was said in; key points of; round #; plenary: key; day # plenary; takeaways from the session; notes from; salle #; table #; panel; atelier; ce qu'on y a dit; sala #; mesa #; lo que se dijo; o que se disse; resumo do painel; painel; зал #; секция #; что говорили; круглый стол; القاعة #; الجلسة #; ما دار; ملخص الجلسة; خلاصة
      会场; 分论坛; 讨论摘要; 圆桌; 论坛纪要; raum #; runde #; was gesagt wurde; podium; workshop; sitzung #; sessione #; tavolo #; resoconto; ruang #; sesi #; lokakarya; catatan diskusi; diskusi panel; salon #; oturum #; oturumu; oturum özeti; çalıştay; panel özeti; 会場; 分科会; セッション; ワークショップ; パネル; 議論の要約; 討論の要旨; зала #; секція #; підсумки обговорення; круглий стіл; панель
      breakout; group #; group a; group b; group c; working group; fireside chat; debate on; dialogue on; keynote; groupe a; groupe b; groupe c; groupe de travail; restitution; debat sur; grupo a; grupo b; grupo c; grupo de trabajo; grupo de trabalho; debate sobre; sintesis del debate; sintese do debate; группа а; группа б; группа в; рабочая группа; краткое содержание; المجموعة; مجموعة العمل
      甲组; 乙组; 丙组; 小组讨论; 讨论小结; gruppe a; gruppe b; gruppe c; arbeitsgruppe; zusammenfassung; gruppo a; gruppo b; gruppo c; gruppo di lavoro; kelompok; ringkasan; grubu; grup #; özet; 班：; 議論のまとめ; グループ; まとめ; група; стислий зміст; робоча група
      streitgesprach; podiumsgesprach; podiumsdiskussion; dialogforum; session report; workshop report; session summary; compte rendu de l'atelier; relatoria de la sesion; relato da sessao; отчет о секции; итоги сессии; تقرير الجلسة; تقرير الورشة; 会议小结; 分会报告; sitzungsbericht; resoconto della sessione; laporan sesi; oturum raporu; 分科会報告; セッション報告; звіт про сесію
      recap; panel recap; cronica de la mesa; cronica de la sesion; cronica do painel; حلقة عن; حلقة نقاش; أبرز ما قيل; 专题讨论; 专题; compte rendu du panel`)
  }
]
