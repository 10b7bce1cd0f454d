/**
 * Notions of the field in thirteen languages, beside those of lexicon.ts and of the bridge.
 *
 * One line is one notion: its name, then the beginnings of words in the order of `languagesOfWords`, in folded
 * form; `_` joins words that follow each other. Chinese and Japanese words are found anywhere.
 */

/** Notions of the field. */
export const fieldWords = `
pay|pay paid|payer paye paie remuner rembours|pagar pague paga pagad remuner reembols|pagar pago paga pague remuner reembols|bezahl zahl vergut|pag rimbors|плат опла|плат сплач|دفع تدفع يدفع اجر|支付 付费 报酬 报销 出资|支払 対価 払|bayar dibayar|ode ucret
free-license|free_licen open_licen|licence_libre|licencia_libre licencia_abierta|licenca_livre licenca_aberta|freier_lizenz freie_lizenz|licenza_libera|свободн_лиценз открыт_лиценз|вільн_ліценз|رخصه_حره|自由许可|自由なライセンス|lisensi_bebas lisensi_terbuka|ozgur_lisans
code|code software source|code logiciel|codigo software programa|codigo software programa|code software quellcode|codice software|код программ|код програм|برمج شفره|代码 软件|コード ソフト|kode perangkat_lunak|yazilim kod
money|money fund financ budget|argent fonds financ budget|dinero fondo financ presupuesto|dinheiro fundo financ orcamento|geld mittel finanz fonds|denaro fondi fondo finanz|деньг средств финанс фонд бюджет|грош кошт фінанс фонд бюджет|مال تمويل صندوق ميزاني|资金 资助 经费 基金 预算|資金 予算 基金|dana uang anggaran|para fon butce finans
road|road street|route rue chantier|calle carretera camino|estrada rua via|strasse straße|strada stradale|дорог улиц|дорог вулиц|طريق شارع|道路 公路|道路|jalan|yol cadde
dig-duct|dig dug duct trench|fourreau tranchee creus|zanja ducto excav|conduta vala escav|leerrohr aufgr graben|cavidott scavo|канал траншe траншей|канал трубопров|حفر انابيب|管道 开挖|管路 掘|galian saluran_kabel|kazi kanal
fibre|fibre fiber|fibre|fibra|fibra|glasfaser|fibra|оптоволок волокон|оптоволок|الياف|光纤 光缆|光ファイバー|serat|fiber
judge|judge court judic tribunal|juge tribun judici|juez jueces tribunal judic|juiz juizes tribun judic|richter gericht|giudic tribunal|суд|суд|قاض قضاه قضائي محكم محاكم|法官 法院 司法 法庭|裁判|hakim pengadilan|hakim yargi mahkeme
lawsuit|lawsuit litigat sue|proces plainte bailli poursuite|demanda litigi|acao_judicial acoes processo|klage|causa querel|иск|позов|دعوي دعاوي|诉讼|訴訟|gugatan|dava
silence|silenc gag|taire silence bailli|callar silenci|calar silenci|mundtot schweig|zittire tacere silenzi|молч заткнуть|мовч замовк|اسكات صمت|噤声 压制|黙らせ|membungkam|sustur
author|author musician artist creator writer|auteur musicien artist createur|autor musico artist creador|autor musico artist criador|autor musiker kunstler urheber|autor musicist artist|автор музыкант художник|автор музикант|مؤلف موسيقي فنان مبدع|作者 音乐人 艺术家 创作者|作家 音楽家 著作者|pengarang penulis musisi seniman|yazar muzisyen sanatci
copyright|copyright|droit_d'auteur droits_d'auteur|derecho_de_autor derechos_de_autor|direito_de_autor direitos_de_autor direitos_autorais|urheberrecht|diritto_d'autore|авторск|авторськ|حقوق_المؤلف|版权 著作权|著作権|hak_cipta|telif
generative|generative train_ai|generati|generativ|generativ|generativ|generativ|генератив|генератив|توليدي|生成式|生成AI 生成ai|generatif|uretken
researcher|research scien|cherch recherch scien|investigador investigacion cienti|investigador pesquis cienti|forsch wissenschaft|ricerca ricercator scien|исследова учен науч|дослід наук|باحث بحث ابحاث|研究 科研|研究|peneliti riset|arastirma
exception|except exempt|exception exempt|excepcion exencion|excecao isencao|ausnahme|eccezion esenzion|исключени|винят|استثناء اعفاء|例外 豁免|例外|pengecualian|istisna
advert|advert ads|publicit|publicidad anuncio|publicidade anuncio|werbung|pubblicit|реклам|реклам|اعلان|广告|広告|iklan|reklam
pupil|pupil student learner|eleve etudiant|alumn estudiant|alun estudant|schuler studier|alunn student studenti|ученик школьник студент|учн школяр студент|تلاميذ طلاب تلميذ|学生|生徒 学生|siswa pelajar murid|ogrenci
sell|sell sold sale|vend vente|vender venta vend|vender venda vend|verkauf|vend|прода|прода|بيع تبيع يبيع|出售 售卖|販売 売|jual menjual|sat
reuse|reuse re-use|reutilis|reutiliz|reutiliz|weiterverwend anderweitig wiederverwend|riutilizz|повторно|повторно|اعاده_استخدام|再利用 重复使用|再利用|digunakan_kembali|yeniden_kullan
caption|caption subtitl|sous-titr|subtitul|legend|untertitel|sottotitol|субтитр|субтитр|ترجمه_نصيه|字幕|字幕|takarir teks|altyazi
broadcaster|broadcast television|audiovisu televis radiodiff|televis radiodifu emisora|televis radiodifu emissora|rundfunk fernseh|televis radiotelevis|телевиде вещател|телебач мовник|بث تلفزيون اذاع|广播 电视|放送|penyiar televisi|yayinc televizyon
subscribe|subscri|abonne|suscrip|assinatura subscri|abo abonn|abbonament|подписк|підписк|اشتراك|订阅|購読 定期|langganan|abone
cancel|cancel unsubscri end|resili annul|cancelar anular|cancelar anular|kundig|disdir annull|отмен|скасув|الغاء|取消 退订|解約 取消|batal berhenti|iptal
easy|easy easily simple|facile simple|facil sencill simple|facil simples|leicht einfach|facile semplic|легк прост|легк прост|سهل بسيط|容易 简单 方便|簡単|mudah sederhana|kolay
roaming|roaming|itineran|roaming itineranci|roaming itineranci|roaming|roaming|роуминг|роумінг|تجوال التجوال|漫游|ローミング|jelajah|dolasim
call|call|appel|llamada|chamada|anruf gesprach|chiamat|звон вызов|дзвін|مكالم|通话 呼叫 电话|通話 電話|panggilan|arama
price-more|cost price tariff|cout prix tarif coute|costo coste precio tarifa cueste cuesta|custo preco tarifa custar|kost preis|costo prezzo tariff|цен стоим тариф|цін варт тариф|كلفه تكلف سعر اسعار|价格 费用 资费|料金 価格 費用|biaya harga tarif|maliyet fiyat
local|local|local locaux|local|local|lokal ortlich|local|местн локальн|місцев|محلي|本地 当地|地域 地元|lokal setempat|yerel
medical|medical doctor consultation patient|medic consult patient|medic consulta paciente|medic consulta paciente|arzt medizin patient|medic consult pazient|врач медиц пацие приём прием|лікар меди пацієнт|طبي طبيب مريض استشار|医疗 问诊 医生 患者|診療 医療 医師|dokter medis pasien|doktor tibbi hasta
remote|remote distance tele|distance|distancia remot|distancia remot|fern|distanza remot|дистанц удал|дистанц віддал|عن_بعد بعد|远程|遠隔 オンライン診療|jarak_jauh|uzaktan
equal|same equal|meme egal|igual mismo|igual mesmo|gleich ebenso|stess uguale pari|так_же равн одинак|однак рівн|نفس مساو متساو|同等 相同 一样|同じ 同等|sama setara|ayni esit
fact-check|fact-check fact_check|verificat verification_des_faits|verificacion verificador|verificacao verificador checagem|faktencheck faktenpruf|verifica_dei_fatti fact-check|проверк_факт факт|перевірк_факт фактчек|تدقيق تحقق|事实核查|ファクトチェック|pemeriksa_fakta cek_fakta|dogrulama teyit
moderate|moderat|modera|modera|modera|moderi moderation|modera|модер|модер|اشراف|审核|モデレー 監視員|moderasi|moderas
psychological|psycholog mental|psycholog mental|psicolog mental|psicolog mental|psych|psicolog|психолог|психолог|نفسي|心理|心理 精神|psikolog|psikoloj
fair-pay|fair_pay fair_wage decent_pay|juste_remun|salario_justo|salario_justo|faire_bezahl|pag_equa|справедлив|справедлив|اجر_عادل عادل|公平报酬 合理报酬|公正な|upah_layak|adil
security-update|security_update update patch|mise_a_jour mises_a_jour|actualizac|atualizac|update aktualisier|aggiornament|обновлен|оновлен|تحديث|更新 补丁|更新 アップデート|pembaruan|guncelleme
device|device gadget|appareil dispositif|dispositiv aparato|dispositiv aparelho|gerat|dispositiv|устройств|пристро|جهاز اجهزه|设备|機器 端末|perangkat|cihaz
maker|maker manufactur vendor producer|fabricant constructeur|fabricante|fabricante|hersteller|produttor fabbricant|производител изготов|виробник|مصنع شركات_المصنعه صانع|制造商 厂商 生产商|製造 メーカー|produsen pembuat|uretici
connected-thing|connected_dev iot internet_of_things|objets_connect objet_connect|dispositivos_conect|dispositivos_conect ligados|vernetzt|connessi|подключенн интернет_вещей|під'єднан|متصل|联网 物联网|接続|terhubung|bagli baglantili
incident|incident emergency_response csirt cert|incident|incident|incident|vorfall|incident|инцидент|інцидент|حوادث|事件响应 应急响应|インシデント|insiden|olay
exercise|exercise drill|exercice|ejercicio simulacro|exercicio simulacro|ubung|esercitazion|учени|навчан|تمرين تدريب|演练 演习|演習|latihan_bersama|tatbikat
neighbour|neighbo|voisin|vecin|vizinh|nachbar|vicin|сосед|сусід|جوار مجاور|邻国 周边|近隣 隣|tetangga|komsu
convention|convention treaty|convention traite|convencion tratado|convencao tratado|ubereinkommen konvention vertrag|convenzion trattat|конвенц договор|конвенц догов|اتفاقي معاهد|公约 条约|条約|konvensi perjanjian|sozlesme
ratify|ratif|ratif|ratific|ratific|ratifiz|ratific|ратифи|ратифі|صادق مصادق تصديق|批准|批准|ratifikasi|onay
cybercrime|cybercrim|cybercrim|ciberdelit cibercrim delitos_inform|cibercrim|cyberkrim|cybercrim crimini_informatici|киберпреступ|кіберзлоч|الجرائم_الالكتروني جرائم|网络犯罪|サイバー犯罪|kejahatan_siber|siber_suc
human-rights|human_right|droits_humain droits_de_l'homme|derechos_humanos|direitos_humanos|menschenrecht|diritti_umani|прав_человек|прав_людин|حقوق_الانسان|人权|人権|hak_asasi|insan_hak
safeguard|safeguard guarante|garantie garde-fou|garantia salvaguard|garantia salvaguard|garanti schutz|garanzi tutel|гаранти|гарант|ضمان|保障|保障 保護|jaminan|guvence
lootbox|loot_box lootbox|coffre_a_butin loot|lootbox cajas_de_botin caja_de_botin loot|lootbox loot caixas|lootbox|loot|лутбокс|лутбокс|صناديق_الغنائم|战利品箱 开箱|ルートボックス ガチャ|lootbox loot|ganimet
game|game gaming|jeu jeux|juego videojuego|jogo videojogo|spiel|gioc videogioc|игр|ігр|العاب لعب|游戏|ゲーム|permainan gim game|oyun
minor|minor child kids children|mineur enfant|menor nino nina|menor crianca|minderjahr kind jugend|minor bambin|несовершеннолет дет ребен|неповнолітн дит|اطفال طفل قاصر|未成年 儿童|未成年 子供 子ども 児童|anak|cocuk
cache|cache|cache|cache|cache|cache zwischenspeich|cache|кэш кеш|кеш|تخزين_مؤقت|缓存|キャッシュ|tembolok cache|onbellek
capital-city|capital|capitale|capital|capital|hauptstadt|capitale|столиц|столиц|عاصمه|首都|首都|ibu_kota|baskent
content|content|contenu|contenido|conteudo|inhalt|contenut|контент содержан|контент вміст|محتوي|内容|コンテンツ 内容|konten|icerik
root-server|root_server|serveur_racine serveurs_racine|servidor_raiz servidores_raiz|servidor_raiz servidores_raiz|root-server rootserver|server_radice root|корнев_сервер|коренев_сервер|خادم_جذر الخوادم_الجذر|根服务器|ルートサーバ|server_akar|kok_sunucu
island|island|ile iles insulaire|isla islas insular|ilha insular|insel|isol insular|остров|остр|جزر جزير|岛|島|pulau kepulauan|ada adalar
server|server|serveur|servidor|servidor|server|server|сервер|сервер|خادم خوادم|服务器|サーバ|server|sunucu
copy|copy copies instance mirror|copie|copia|copia|kopie|copia|копи|копі|نسخه|副本 镜像|コピー 複製|salinan|kopya
cryptography|cryptograph encrypt|cryptograph chiffr|criptograf cifrad|criptograf cifra|kryptogra verschlussel|crittograf cifra|шифров криптограф|шифрув криптограф|تشفير|密码 加密|暗号|kriptografi enkripsi|kripto sifrele
quantum|quantum|quantique|cuantic|quantic|quanten|quantistic|квант|квант|كم الكمي كمومي|量子|量子|kuantum|kuantum
list-inventory|list inventor map register|inventaire recens liste|inventari lista listar registr|inventari lista registo|erfass verzeichnis liste|inventari elenc censire|перечень список учет учёт реестр|перелік список реєстр|جرد قائم حصر|清单 梳理 清查 登记|一覧 目録|daftar inventaris|liste envanter
`
