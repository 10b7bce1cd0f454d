/**
 * Forms that the first paragraphs show, in thirteen languages: speech written down, a recording, a session with
 * its moderator and rapporteur, recitals of a closing statement, vows of a declaration.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"

export const formCues: ReadonlyArray<PhraseRule> = [
  {
    name: "title-speech",
    zone: "title",
    silences: [
      "title-session",
      "title-room",
      "title-minutes",
      "title-video",
      "lead-session",
      "title-summary",
      "lead-first-person",
      "voice-first-person",
      "title-book"
    ],
    weights: { transcript: 8 },
    reason: 'The title calls it a record of what was spoken ("%").',
    phrases: listed(`
      transcript*; subtitles; captions; captioning; auto-generated; stenographic; verbatim*; word for word; scribe*; sous-titres; sous-titrage; transcription; mot a mot; stenogramme; verbatim
      subtitulos; transcripcion*; estenografic*; taquigrafic*; palabra por palabra; legendas; transcric*; registo integral; registro integral; intervencoes na integra; notas taquigraficas
      стенограмма; стенографическ*; расшифровка; запись выступлений; субтитры; дословн*; تفريغ; تفريغ نصي; محضر حرفي; ترجمة نصية; نص حرفي; نص المداخلات
      录音整理; 文字实录; 实录; 逐字稿; 字幕; 速记; wortprotokoll; transkript*; untertitel; mitschrift; trascrizion*; sottotitoli; resoconto stenografico; stenografic*
      transkrip*; takarir; risalah lengkap; subtitel; çözümleme*; döküm; dökümü; deşifre; altyazı*; konuşma metinleri; 発言録; 文字起こし; 書き起こし; 逐語録; 字幕; 速記録; стенограма; розшифровка; субтитри; запис виступів`)
  },
  {
    name: "lead-speech",
    zone: "lead",
    silences: ["lead-first-person", "voice-first-person", "lead-apply"],
    weights: { transcript: 4 },
    reason: 'It has the marks of written-down speech ("%").',
    phrases: listed(`
      [music]; [applause]; (laughter; (applause; (inaudible; [inaudible]; okay so; uh; um; [musique]; [applaudissements]; (rires; (applaudissements; [musica]; [aplausos]; (risas; (aplausos; (risos; bueno eh; [музыка]; [аплодисменты]; (смех; (аплодисменты; (ضحك; (تصفيق; [موسيقى]; （笑声; （掌声; [音乐]; (heiterkeit; (beifall; (lachen; (risate; (applausi; (tawa; (tepuk tangan; (gülüşmeler; (alkış*; （笑）; （拍手; (сміх; (оплески; [музика]; (笑声; (笑); (掌声; (拍手`)
  },
  {
    name: "lead-recording",
    zone: "lead",
    silences: ["title-messages", "title-points", "title-session", "title-room", "title-transcript"],
    weights: { "not-an-output": 4 },
    reason: 'It presents a recording or pictures ("%").',
    phrases: listed(`
      subscribe to; watch the; our channel; playlist; photo gallery; abonnez-vous; notre chaine; enregistrement de; grabacion de; suscribete; canal y; nuestro canal; gravacao de; subscreva; inscreva-se no canal; nosso canal; запись трансляции; подпишитесь; наш канал; видеозапись; تسجيل مصور; اشتركوا في القناة; قناتنا; 订阅; 频道; 录像; 回放; abonniert; unser kanal; registrazione video; iscrivetevi al canale; nostro canale; rekaman; langganan; kanal kami; abone olun; kanalımız; 録画; チャンネル登録; відеозапис; підпишіться
      aufzeichnung der; aufzeichnung des; recording of the; video kaydı`)
  },
  {
    name: "lead-room",
    zone: "lead",
    least: 2,
    silences: ["lead-unagreed", "title-published"],
    weights: { "session-summary": 3 },
    reason: 'It tells who led, spoke and took notes in one session, and where they agreed or not ("%").',
    phrases: listed(`
      moderator:; moderated by; rapporteur:; speakers:; panellists; most ... agreed; disagreed; no consensus; there was broad support; one speaker; speakers opened; the discussion; it was pointed out
      moderatrice :; moderateur :; moderation :; rapporteur :; rapporteuse :; rapporteuse:; moderatrice:; intervenants; la plupart des; s'y est oppose*; les echanges ont; le debat; a demande pourquoi
      modera*; relatora:; relator:; panelistas; ponentes; la mayoria coincidio; discrepo; sin acuerdo; abrieron; el debate; moderacao*; oradores; a maioria concordou; discordou; abriram; nao houve acordo
      ведущий; ведущая; модератор; докладчик*; большинство согласил*; возразил*; не пришли к; обсуждали; участники согласились; выступающ*
      المقررة:; المقرر:; متحدثين; المتحدثون; رأى معظم; خالفهم; لم يتفق*; النقاش; أدار; أدارت
      主持人; 记录：; 记录:; 多数人; 表示反对; 没有形成一致; 嘉宾; 发言; 讨论; 与会者认为; 约 ... 人参加
      moderation:; berichterstatter*; die meisten; widersprach; impulse; diskutiert*; keine einigkeit; podium
      modera:; relatori; relatrice:; la maggior parte; ha dissentito; il dibattito; nessun accordo; hanno aperto
      pencatat; notulis:; pembicara; sebagian besar; tidak setuju; pembahasan; peserta sepakat; belum disepakati
      moderatör:; raportör; konuşmacı*; çoğunluk; karşı çıktı; tartış*; uzlaşma sağlanamadı; anlaşma sağlanamadı
      司会; 報告者; 登壇者; 意見が多く; 反対した; 合意に至らな*; 議論; 記録：; 記録:
      модератор*; доповідач*; більшість погодил*; заперечи*; не дійшли; обговорен*; ведуча; ведучий
      facilitator; participants felt; participants consider*; participants noted; participants asked; supported by nearly; who still; opened by asking; l'animatrice; l'animateur; les participants jugent; les participants ont; soutenue par; a demande; facilitador*; los participantes consideran; casi todos; pregunto; facilitadora; os participantes acham; quase todos; perguntou; спросила; спросил; участники считают; почти все; поддержали; الميسر*; سألت; سأل; يرى المشاركون; أيد الجميع; أيد
      主持人问; 参会者认为; 几乎所有; 支持; moderatorin; moderator; die teilnehmenden halten; fast alle; fragte; la moderatrice; il moderatore; i partecipanti ritengono; quasi tutti; ha chiesto; fasilitator; peserta menilai; hampir semua; bertanya; kolaylaştırıcı; katılımcılar; hemen herkes; sordu; destekledi; 進行役; 参加者は; ほぼ全員; 尋ねた; 支持した; модераторка; учасники вважають; майже всі; підтримали; спитала
      the panel brought; differed on; suggestions emerged; le panel a reuni; la table ronde a reuni; la mesa reunio; hubo diferencias; surgieron; o painel reuniu; houve diferencas; surgiram; разошлись во мнениях; прозвучали предложения; جمعت الحلقة; اختلفوا; برز; وبرز; 同台; 意见不一; 提出两点; uneinig; il panel ha riunito; berbeda pendapat; görüş ayrılığı; 意見が分かれ; розійшлися`)
  },
  {
    name: "lead-gathered",
    zone: "lead",
    least: 2,
    silences: ["title-published"],
    weights: { communique: 3 },
    reason: 'Those who met speak together, with recitals or common decisions ("%").',
    phrases: listed(`
      the participants; participants of; we, the; recalling; convinced; alarmed; noting; welcoming; concerned; agree to; invite the; call upon; gathered
      les participant*; participantes et; reunis; rappelant; considerant; convaincus; inquiets; saluant; conviennent; invitent; notant; preoccupes
      los participantes; las y los participantes; reunid*; recordando; convencid*; preocupad*; reconociendo; acuerdan; acordamos; invitan; invitamos; saludando; exhort*
      os participantes; reunidos; convictos; preocupados; reconhecendo; saudando; acordam; convidam; notando; exort*
      участники; участники ... форума; собравшиеся; напоминая; убежденн*; обеспокоенн*; отмечая; приветствуя; договорились; предлагают; призывают
      المشاركين; المجتمعين; إذ نستذكر; إذ يستذكر*; إيمانا; إذ يقلق*; إذ نلاحظ; إذ يرحب*; اتفقوا; دعوا; يدعون
      与会者; 全体与会者; 回顾; 坚信; 表示关切; 注意到; 欢迎; 商定; 一致同意; 敦促; 并请; 呼吁
      die teilnehmenden; uberzeugt; besorgt; in erinnerung; eingedenk; begrussen; kommen uberein; bitten; fordern; stellen fest
      i partecipanti; riuniti; convinti; preoccupati; ricordando; considerando; accogliendo; convengono; invitano
      para peserta; mengingat; yakin; prihatin; menyambut; sepakat; mendesak; mengundang; mengajak; berkumpul
      katılımcılar*; hatırlatarak; inanarak; kaygı; memnuniyetle; anlaştı*; davet eder; çağırır; toplanan
      参加者; 一同; 確信し; 懸念し; 想起し; 歓迎し; 合意し; 求める; 要請する; 留意し
      учасники; переконан*; стурбован*; нагадуючи; вітаючи; відзначаючи; домовил*; запрошують; закликають; зібравшись
      having deliberated; reaffirm*; deplore*; request the; by acclamation; by consensus; this text; the community of; reaffirme*; prie le; prient le; par acclamation; en pleniere; reafirmamos; reafirma*; lamentamos; lamenta*; solicitamos; solicita*; por aclamacion; quienes integramos; la comunidad de; reafirm*; lament*; solicit*; por aclamacao; a comunidade
      подтверждае*; сожале*; просит секретариат; просят; единогласно; сообщество; يجدد; يأسف; يطلب من; بالإجماع; مجتمع; تمسكه; 重申; 遗憾; 请秘书处; 一致通过; 社群; 鼓掌通过; bekraftig*; bedauer*; einstimmig; ersuch*; ribadi*; deplora*; chied*; acclamazione; menegaskan; menyesalkan; meminta; aklamasi; secara bulat; yineler; üzüntü*; talep eder; oy birliği*; 再確認; 遺憾; 要請し; 全会一致; підтверджу*; шкоду*; просить; просять; одностайно
      we, who met; who met in; mindful of; urge operators; commit to; quienes nos reunimos; teniendo presente; instamos; nos comprometemos; nos, que nos reunimos; tendo presente; comprometemo-nos; ayant a l'esprit; exhortons; nous engageons; accueillant; мы, собравшиеся; принимая во внимание; обязуемся; واضعين في الاعتبار; نحث; نلتزم; 铭记; 我们承诺; wir verpflichten; tenendo presente; esortiamo; ci impegniamo; kami mendesak; berkomitmen; göz önünde; çağırıyoruz; 念頭に; беручи до уваги; зобов'язуємось`)
  },
  {
    name: "lead-vow",
    zone: "lead",
    silences: ["title-news"],
    weights: { declaration: 2.6, communique: 0.4 },
    reason: 'A group proclaims what it holds or vows ("%").',
    phrases: listed(`
      we ... proclaim; believe and proclaim; we affirm; proclaimed; we commit; we pledge; we vow; we hold; we believe that; we declare; nous ... affirmons; nous affirmons; proclamons; nous nous engageons; nous ... declarons; nous jurons
      nosotr* ... afirmamos; afirmamos; proclamamos; nos comprometemos; declaramos; nos ... afirmamos; мы ... утверждаем; мы ... провозглашаем; провозглашаем; утверждаем; мы обещаем; мы заявляем; نؤكد أن; نعلن أن; نتعهد; نحن ... نؤكد
      我们 ... 主张; 我们 ... 宣布; 我们承诺; 我们宣告; 郑重宣告; wir ... erklaren; wir bekennen; wir versprechen; noi ... affermiamo; affermiamo; proclamiamo; ci impegniamo; kami ... menyatakan; kami berjanji; kami berikrar; ilan ediyoruz; söz veriyoruz; beyan ederiz; 宣言する; 誓う; 私たちは ... 宣言; ми ... проголошуємо; проголошуємо; обіцяємо; стверджуємо
      we stand for; we refuse; we reject; we promise; signed by; nous refusons; nous promettons; rechazamos; prometemos; recusamos; отказываемся; نرفض; 我们拒绝; 我们要求; wir lehnen; wir fordern; rifiutiamo; promettiamo; kami menolak; kami menuntut; reddediyoruz; 拒否する; 求めます; відмовляємося; ми вимагаємо`)
  },
  {
    name: "lead-recommends",
    zone: "lead",
    weights: { messages: 3 },
    silences: ["title-session", "title-room"],
    reason: 'The opening says what the rooms, workshops or participants recommend ("%").',
    phrases: listed(`
      workshops recommend; sessions recommend; the forum recommends; participants recommend*; groups recommend; recommend that; recommends that; recommend:; are advised to; first, ... second,; propose the following; distils the; into recommendations
      ateliers recommandent; le forum recommande; participants recommandent; recommandent :; talleres recomiendan; mesas recomiendan; el foro recomienda; recomiendan:; oficinas recomendam; o forum recomenda; recomendam:
      рекомендуют:; мастерские рекомендуют; форум рекомендует; секции рекомендуют; توصي الورش; يوصي المنتدى; توصي الجلسات; يوصي المشاركون; 建议：; 论坛建议; 各组建议
      empfehlen:; das forum empfiehlt; gruppen empfehlen; raccomandano:; il forum raccomanda; merekomendasikan; forum mengusulkan; şunları öneriyor; forum öneriyor; tavsiye ediyor; öneriyor:; 次を提案する; 次のとおり提言; 提案する。; 提言する; рекомендують:; форум рекомендує; майстерні рекомендують`)
  },
  {
    name: "lead-list",
    zone: "lead",
    least: 2,
    silences: ["title-points", "title-messages", "lead-messages", "title-wanted"],
    weights: { "not-an-output": 3 },
    reason: 'The opening presents a list or a way of choosing, not what was said ("%").',
    phrases: listed(`
      list below; lists all; with title; selection is; criteria are; each proposal; voici les # propositions; avec titre; la selection est; chaque proposition; listado; con titulo; la seleccion esta; lista das; lista de; com titulo; список; с названием; отбор; قائمة; بعنوان*; 如下，评选; 题目; 评选; liste der; mit titel; auswahl; elenco; con titolo; selezione; daftar #; dengan judul; seleksi; başlığı; seçim süreci; 一覧; 選考; перелік; відбір; критері*`)
  },
  {
    name: "lead-issue",
    zone: "lead",
    silences: ["title-about", "lead-room"],
    weights: { news: 3 },
    reason: 'The opening is that of a newsletter or tells of a visit ("%").',
    phrases: listed(`
      in this issue; spent ... with our; visited; paid a visit; dans ce numero; a rendu visite; a passe la journee; en este numero; visito; nesta edicao; neste numero; visitou; в этом выпуске; посетил*; في هذا العدد; زار; زارت; 本期; 来访; in dieser ausgabe; besuchte; in questo numero; ha visitato; dalam edisi ini; mengunjungi; bu sayıda; ziyaret etti; 今号; 訪問した; у цьому випуску; відвідав*`)
  },
  {
    name: "lead-available",
    zone: "lead",
    silences: ["lead-fulltext", "lead-messages", "lead-report"],
    weights: { news: 2 },
    reason: 'The text itself stands elsewhere ("%").',
    phrases: listed(`
      can be downloaded; can be read; is available; are available; are now available; full text is; download the; read the full; can be found; peut etre telecharge*; est disponible; sont disponibles; a telecharger; puede descargarse; pueden descargarse; puede leerse; esta disponible; estan disponibles; pode ser descarregad*; pode ser baixad*; pode ser lid*; esta disponivel; можно скачать; можно прочитать; доступн*; يمكن تنزيل*; يمكن الاطلاع; متاح*; 可在; 可下载; 可查阅; 页面下载; heruntergeladen; abrufbar; steht ... bereit; si puo scaricare; scaricabil*; e disponibile; dapat diunduh; dapat dibaca; bisa diunduh; tersedia di; indirilebilir; okunabilir; erişilebilir; ダウンロードできます; ご覧いただけます; можна завантажити; можна прочитати; доступн*`)
  }
]
