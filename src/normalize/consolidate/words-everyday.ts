/**
 * Notions that statements of all themes share: money, time, places, people, what is done. See words-field.ts for
 * how a line is read.
 */

/** Notions of all themes. */
export const everydayWords = `
should-publish|publish disclos public report|publi divulg|public divulg|public divulg|veroffentlich offenleg|pubblic divulg|публик раскры опублик|оприлюдн публік|نشر تنشر اعلان تعلن يعلن افصاح|公布 公开 披露|公表 公開|umumkan publikasi terbit|yayimla acikla
year|year annual|annee annuel an ans|ano anos anual|ano anos anual|jahr|anno anni annual|год ежегод лет|рік року щоріч роки|سنه سنوات سنوي عام اعوام|年 每年|年|tahun|yil
month|month|mois mensuel|mes meses mensual|mes meses mensal|monat|mese mesi mensil|месяц|місяц|شهر اشهر شهور|月|月|bulan|ay
day|day days daily|jour jours|dia dias diari|dia dias diari|tag tage tagen|giorno giorni|день дня дней|день дня днів|يوم ايام|天 日内|日以内|hari|gun
hour|hour hours|heure heures|hora horas|hora horas|stunde stunden|ora ore|час часов часа|годин|ساعه ساعات|小时|時間|jam|saat
public-money|public_money public_fund taxpay tax|argent_public taxe impot fiscal|dinero_publico impuest tasa|dinheiro_publico impost taxa|offentliche_mittel steuer|denaro_pubblico tass impost|налог бюджетн|податк|ضريب ضرائب المال_العام|税 公共资金 公帑|税 公費 公的資金|pajak uang_publik|vergi kamu
vat|vat value_added_tax|tva|iva|iva|mehrwertsteuer|iva|ндс|пдв|القيمه_المضافه|增值税|付加価値税 消費税|ppn|kdv
hospital|hospital clinic|hopital hopitaux clinique|hospital clinica|hospital hospitais clinica|krankenhaus kliniken klinik|ospedal clinic|больниц клиник|лікарн клінік|مستشفي مستشفيات عياد|医院 诊所|病院 診療所|rumah_sakit klinik|hastane klinik
worker|worker employee staff labour|travailleu employe salarie|trabajador emplead|trabalhador empregad|arbeiter beschaftigt arbeitnehm mitarbeiter|lavorator dipendent|работник труд сотрудник|працівник прац|عامل عمال موظف عاملين|工人 员工 劳动者 从业者|労働者 従業員|pekerja buruh karyawan|isci calisan
employer|employer company|employeur entreprise|empleador empresa|empregador empresa|arbeitgeb unternehm firma|datore_di_lavoro aziend impres|работодател компани предприят|роботодав компан|صاحب_العمل شركه شركات|雇主 企业 公司|雇用主 企業 会社|perusahaan pemberi_kerja|isveren sirket
automate|automat machine robot|automat machine robot|automat maquina robot|automat maquina robot|automat maschin|automat macchin|автомат машин робот|автомат машин|الي اتمته|自动 机器|自動 機械|otomat mesin|otomat makine
retrain|retrain reskill train skill|former formation reconversion competen|capacit formacion reciclaje|formacao requalific capacit|schul umschul fortbild|formazion riqualific|обуч переобуч переподготов|навчан перенавч|تدريب تاهيل|培训 再培训|訓練 研修 再教育|latih pelatihan|egitim yeniden_egit
country|country countries national|pays national|pais paises nacional|pais paises nacional|land lander staat|paese paesi nazional|стран национальн государств|країн національн держав|بلد بلدان دول وطني|国家 各国 全国|国 各国|negara nasional|ulke ulusal
region|region|region|region|regiao regional|region|region|регион|регіон|اقليم منطقه|地区 区域|地域|kawasan wilayah daerah|bolge
city|city cities town municip|ville commune municip|ciudad municip|cidade municip|stadt gemeinde kommun|citta comun municip|город муниципал|міст громад муніципал|مدينه مدن بلدي|城市 市|市 都市 自治体|kota|sehir belediye kent
village-rural|village rural remote|village rural campagne|pueblo rural aldea|aldeia rural interior|dorf landlich land|villaggi rural|сел деревн сельск|сел сіл|قريه قري ريف|农村 乡村 村|農村 村 地方|desa perdesaan|koy kirsal
law|law legislat act bill|loi legislat|ley legisla|lei legisla|gesetz|legge leggi legisla|закон|закон|قانون قوانين تشريع|法律 立法 法规|法律 法|undang-undang hukum undang|kanun yasa
right|right rights|droit droits|derecho derechos|direito direitos|recht rechte|diritto diritti|право права|право права|حق حقوق|权利 有权|権利|hak|hak hakki
user|user users people|utilisat usager gens|usuari persona gente|usuari utilizador pessoa|nutzer nutzend mensch leute|utent person|пользовател люд|користувач люд|مستخدم|用户 使用者 人们|利用者 ユーザ 人々|pengguna orang|kullanici kisi
platform|platform social_network social_media|plateforme plate-forme reseaux_sociaux reseau_social|plataforma red_social redes_sociales|plataforma rede_social redes_sociais|plattform soziale_netz|piattaform social|платформ соцсет социальн_сет|платформ соцмереж соціальн_мереж|منصه منصات التواصل|平台 社交|プラットフォーム sns|platform media_sosial|platform sosyal_ag sosyal_medya
data|data|donnees|datos|dados|daten|dati|данн|дан|بيانات|数据|データ|data|veri
leave-take|leave take_along move port|quitter emporter portabil|dejar llevar portabil|deixar levar portabil|verlass mitnehm portabil|lascia portare portabil|уход забрать перенос|піти забрати перенос|مغادر نقل|离开 带走 转移 携带|離れ 持ち出 移|meninggalkan membawa pindah|ayril goturebil tasi
contacts|contact friends|contact amis|contact amig|contact contat amig|kontakt|contatti|контакт друз|контакт друз|جهات_الاتصال|联系人 好友|連絡先|kontak teman|baglanti arkadas
decision|decision decide|decision decid|decision decid|decisao decid|entscheid|decision decid|решени|рішен|قرار|决定|決定|keputusan|karar
explain|explain reason justif|expliqu motif motiv justif|explic motiv justif raz|explic motiv justif|erklar begrund erlauter|spieg motiv|объясн причин обосн|поясн причин обґрунт|شرح توضيح تعليل سبب|说明 解释 理由|説明 理由|jelask alasan|acikla gerekce
elect-choose|choose chosen select appoint|choisi select design nomm|elegir elige select design|escolh select design|wahlen auswahl bestimm ausgewahlt|sceg scelt selezion|отбор выбор избира назнач|відбір обир признач|اختيار تعيين|选拔 遴选 选择 推选|選ぶ 選出 選任|memilih dipilih pemilihan|sec secil
member|member|membre|miembro|membro|mitglied|membri membro|член|член|عضو اعضاء|成员 委员|委員 メンバー|anggota|uye
forum|forum igf meeting|forum fgi reunion|foro reunion|forum reuniao|forum treffen tagung|forum riunion|форум встреч|форум зустріч|منتدي اجتماع|论坛 会议|フォーラム 会合|forum pertemuan|forum toplanti
calendar|calendar dates schedule|calendrier dates|calendario fechas|calendario datas|kalender termine|calendario date|календар|календар|تقويم مواعيد|日历 日程 日期|日程 カレンダー|kalender jadwal tanggal|takvim tarih
evening|evening working_hours|soir heures_de_travail|tarde noche horario|noite horario|abend arbeitszeit|sera orario|вечер рабочее_время|вечір ввечері|مساء ساعات_العمل|晚上 工作时间|夜 勤務時間|malam jam_kerja|aksam mesai
small-business|small_business small_firm sme|petites_entreprises pme|pequenas_empresas pyme|pequenas_empresas pme|kleine_betriebe kmu kleine_unternehmen|piccole_imprese pmi|малый_бизнес малые_предприят малого_бизнеса|малий_бізнес малого_бізнесу|الشركات_الصغيره الصغيره|小企业 中小企业 小商户|中小企業 小規模|usaha_kecil umkm|kucuk_isletme kobi
sanction|sanction|sanction|sancion|sanc|sanktion|sanzion|санкци|санкці|عقوبات|制裁|制裁|sanksi|yaptirim
domain-name|domain|domaine|dominio|dominio|domain|dominio domini|домен|домен|نطاق نطاقات|域名|ドメイン|domain|alan_adi
cut-off|cut_off depriv exclude|priver prive exclu|privar excluir|privar excluir|abschneid ausschließ ausschliess|privare esclud|лиша отрез исключ|позбав відріз|حرمان تحرم يحرم|剥夺 切断 排除|奪う 遮断 排除|memutus mencabut mengecualikan|yoksun mahrum
warning|warning alert alarm|alerte avertiss|alerta aviso|alerta aviso|warnung warnmeld alarm|allert avvis|предупрежд оповещ|попередж оповіщ|انذار تحذير تنبيه|预警 警报|警報 警告|peringatan|uyari
flood-storm|flood storm typhoon cyclone hurricane|inondation tempete cyclone|inundac tormenta huracan|inundac cheia tempestade|hochwasser sturm flut|alluvion tempest|наводнен шторм ураган|повін шторм|فيضان عاصف سيول|洪水 台风 暴雨|洪水 台風 豪雨|banjir badai|sel firtina
language|language|langue|lengua idioma|lingua idioma|sprache|lingua lingue|язык|мов мова мови|لغه لغات|语言 语种|言語|bahasa|dil
indigenous|indigenous tribal native|autochton indigene|indigena originari|indigena|indigen|indigen|коренн|корінн|اصلي السكان_الاصليين|原住民 土著 民族|先住民|adat pribumi|yerli
prison|prison inmate jail|prison detenu|preso carcel prision reclus|preso prisao recluso|gefangen gefangnis haft|detenut carcer prigion|заключенн тюрьм|в'язн ув'язн тюрм|سجين سجناء سجن|囚犯 监狱 服刑|受刑者 刑務所|narapidana penjara|mahkum hapishane
course|course lesson class|cours lecon|curso leccion clase|curso aula licao|kurs unterricht|corso corsi lezion|курс урок|курс урок|دروس دورات|课程 课|講座 授業|kursus pelajaran|ders kurs
library|librar|bibliothe|bibliotec|bibliotec|bibliothek bucherei|bibliotec|библиотек|бібліотек|مكتب|图书馆|図書館|perpustakaan|kutuphane
computer|computer laptop|ordinateur|ordenador computador|computador|computer rechner|computer|компьютер|комп'ютер|حاسوب حواسيب كمبيوتر|电脑 计算机|コンピュータ パソコン|komputer|bilgisayar
refurbish|refurbish repair donat|remis_en_etat recondition repar donn|reacondicion repar don|recondicion repar do|wiederaufbereit reparier spend|ricondizion ripar donat|отремонтир ремонт переда|відремонт ремонт переда|ترميم اصلاح اعاده_تاهيل|翻新 维修 修复 捐赠|修理 再整備 寄贈|perbaik diperbaiki sumbang|onar yenile bagis
ministry|ministr|minister|ministerio|ministerio|minister|minister|министер|міністер|وزار|部委 部门|省 省庁|kementerian|bakanlik
police|police law_enforcement|polic|polic|polic|polizei|polizi|полиц|поліц|شرطه|警察 警方 执法|警察|polisi|polis
evidence|evidence proof|preuve|prueba evidencia|prova|beweis|prov|доказательств|доказ|ادله دليل اثبات|证据|証拠|bukti|kanit delil
lobby|lobby lobbies|lobby|lobby cabild|lobby lobist|lobby|lobby|лобби|лобі|ضغط جماعات_الضغط|游说|ロビー|lobi|lobi
water-energy|water energy electric power|eau energi electri|agua energi electri|agua energi eletri|wasser energie strom|acqua energi elettric|вод энерг электр|вод енерг електр|مياه طاقه كهرباء|用水 用电 电力 能源|水 電力 エネルギー|air energi listrik|su enerji elektrik
mine-crypto|cryptocurr crypto_min mining|cryptomonn minage|criptomoned mineria|criptomoed minera|kryptowahr|criptovalut|криптовалют майнинг|криптовалют майнінг|العملات_المشفره تعدين|加密货币 矿场 挖矿|暗号資産 仮想通貨|kripto|kripto
offline|offline without_connection|hors_ligne|sin_conexion fuera_de_linea offline|sem_ligacao offline|offline ohne_verbindung|offline senza_connession|офлайн без_интернет|офлайн|دون_اتصال بلا_اتصال|离线|オフライン|luring|cevrimdisi
weak|weak slow poor|faible lent|debil lent|fraca fraco lent|schwach langsam|debol lent|слаб медлен|слабк повільн|ضعيف بطيء|弱 慢|弱い 遅い|lemah lambat|zayif yavas
independent|independen neutral|independan neutr|independ neutral|independ neutr|unabhang neutral|indipenden neutral|независим нейтрал|незалежн нейтрал|مستقل محايد|独立 中立|独立 中立|independen mandiri netral|bagimsiz tarafsiz
influence|influen interfer say_in|influenc ingeren|influ injeren|influen ingeren|einfluss einmisch|influen ingeren|влия вмеш|впли втруч|تاثير تدخل نفوذ|影响 干预|影響 介入|pengaruh campur_tangan|etki mudahale
insurance|insur liab|assur responsab|segur responsab|segur responsab|versicher haftung|assicura responsab|страх ответствен|страх відповідальн|تامين مسؤولي|保险 责任|保険 責任|asuransi tanggung_jawab|sigorta sorumlu
test|test audit check inspect|test audit verif control|prueba auditor verific control|test auditor verific|test pruf kontroll|test verific controll audit|провер тест аудит|перевір тест аудит|فحص اختبار تدقيق|检测 测试 审计 检查|検査 監査 試験|uji audit periksa|test denetle
before|before prior ahead|avant|antes|antes|bevor vor|prima|перед прежде до|перед до|قبل|之前 前|前に 以前|sebelum|once
complaint|complain grievance|plainte reclam|queja reclam|queixa reclam|beschwerd klage|reclam lament|жалоб|скарг|شكوي شكاوي|投诉|苦情|keluhan pengaduan aduan|sikayet
fraud|fraud scam phishing|fraude arnaque escroc|fraude estafa|fraude burla|betrug|frode truff|мошен|шахра|احتيال نصب|诈骗 欺诈 钓鱼|詐欺|penipuan|dolandir
bank|bank payment wallet|banque paiement|banco pago billetera|banco pagament carteira|bank zahlung|banc pagament|банк платеж кошел|банк платіж|بنك مصرف محفظ|银行 支付 钱包|銀行 決済|bank pembayaran dompet|banka odeme
space-satellite|satellite orbit|satellit orbit|satelit orbita|satelit orbita|satellit|satellit|спутник орбит|супутник|ساتل فضائي قمر|卫星|衛星|satelit|uydu
disability|disab blind deaf accessib|handicap aveugle sourd accessib|discapac ciega ciego sord accesib|deficien ceg surd acessib|behinder blind gehorlos barrierefrei|disabil ciech sord accessib|инвалид незряч глух доступност|інвалід незряч доступн|اعاقه مكفوف صم|残障 残疾 盲人 无障碍|障害 視覚 アクセシビリティ|disabilitas tunanetra|engelli
translate|translat interpret|tradui traduct interpret|traduc interpret|traduz tradu interpret|ubersetz dolmetsch|tradu interpret|перевод|переклад|ترجم|翻译 口译|翻訳 通訳|terjemah|ceviri tercum
youth|youth young|jeune|joven juventud jovenes|jovem jovens juventude|jugend jung|giovan|молод|молод|شباب|青年 年轻|若者 青年|pemuda muda|genc
vote|vote voting seat|vote voix siege|voto votar asiento|voto votar assento|stimm sitz|voto seggi|голос мест|голос місц|تصويت مقعد|表决 席位 投票|投票 議席|suara kursi|oy koltuk
grant-scholar|grant scholarship fellowship|bourse subvention|beca subvencion|bolsa subsidi|stipend zuschuss forderung|borse_di sovvenzion|стипенд грант|стипенд грант|منح منحه|奖学金 补助 资助|奨学金 助成|beasiswa hibah|burs hibe
open-data|open_data dataset|donnees_ouvertes|datos_abiertos|dados_abertos|offene_daten|dati_aperti|открыт_данн|відкрит_дан|البيانات_المفتوحه|开放数据|オープンデータ|data_terbuka|acik_veri
label|label mark watermark|etiquet marqu|etiquet marca|etiquet rotul marca|kennzeich|etichett contrassegn|маркир помеч пометк|маркув познач|وسم علامه|标识 标注 水印|表示 ラベル|label tanda|etiket isaret
`
