/**
 * A small pivot lexicon: words that NRIs use for the same thing in several languages, in folded form.
 *
 * One line is one notion; a word stands for all its endings (prefix match), Chinese and Japanese words are
 * found anywhere. The lexicon only serves to bring together statements of different languages; what an issue
 * is, the taxonomy says.
 */
import { readFileSync } from "node:fs"
import { fold } from "../phrases/fold.ts"
import { everydayWords } from "./words-everyday.ts"
import { fieldWords } from "./words-field.ts"

const lines = `
community-network|community network|reseaux communautaire|reseau communautaire|redes comunitaria|red comunitaria|rede comunitaria|общественн сет|общинн сет|сети сообществ|соседск сет|شبكات مجتمعيه|الشبكات المجتمعيه|社区网络|gemeinschaftsnetz|reti comunitarie
licence|licen|permis|permiso|autorizac|лиценз|разрешен|ترخيص|تراخيص|رخص|许可|执照|genehmigung
spectrum|spectrum|frequen|espectro|спектр|частот|الطيف|ترددات|频谱|频率
shutdown|shutdown|internet cut|coupure|cortes de internet|apagon|corte da internet|cortes da internet|bloqueio|отключен|قطع الانترنت|انقطاع|断网|关停网络|abschaltung|blackout
election|election|electoral|scrutin|elector|eleicoes|eleicao|eleitora|выбор|избират|انتخاب|الانتخابات|选举|wahl|elezion
exam|exam|examen|bac|exames|экзамен|امتحان|الامتحانات|考试
child|child|minor|kids|enfant|mineur|nino|nina|ninez|infancia|menores|adolescen|crianca|menor|ребен|дет|несовершеннолетн|طفل|اطفال|القاصرين|儿童|未成年|kinder|minori|bambin
age-check|age verif|age check|age assurance|verification de l'age|verification d'age|verificacion de edad|verificar la edad|verificacao de idade|verificacao da idade|проверк возраст|возраст|التحقق من العمر|年龄验证|altersprufung|verifica dell'eta
identity|identif|identity|identite|identidad|identidade|личност|идентиф|هويه|هويتهم|实名|身份|证件
encryption|encrypt|chiffrement|cifrado|encript|criptograf|шифрован|تشفير|加密|verschlusselung|crittografia
women|women|woman|girl|gender|female|femmes|filles|genre|mujer|genero|mulher|женщин|девоч|гендер|نساء|النساء|المراه|مرشحات|妇女|女性|frauen|donne
journalist|journalis|press|reporter|periodista|prensa|jornalis|imprensa|журналист|пресс|صحفي|صحافي|الصحافه|记者|新闻
harassment|harass|abuse|bully|violence|harcelement|acoso|violencia|assedio|violencia|травл|насили|домогатель|تحرش|عنف|ابتزاز|欺凌|骚扰|暴力|belastigung
disinformation|disinformation|misinformation|false|fake|desinformation|fausses|desinformacion|falsa|noticias falsas|desinformacao|дезинформ|фейк|поддельн|ложн|تضليل|مضلل|مزيف|مفبرك|虚假|谣言|假新闻|falsch|disinformazione
deepfake|deepfake|manipulated|synthetic|truque|hypertruca|manipulad|sintetic|дипфейк|сгенерирован|مفبركه|مزيفه|深度伪造|合成
media-literacy|media literacy|literacy|education aux medias|alfabetizacion|literacia|медиаграмотн|грамотност|التربيه الاعلاميه|محو الاميه|媒介素养|素养|medienkompetenz|alfabetizzazione
school|school|ecole|escuela|escola|школ|مدرس|المدارس|学校|schule|scuola
teacher|teacher|enseignant|docente|maestr|professor|учител|педагог|معلم|المعلمين|教师|老师|lehr|insegnant
curriculum|curricul|programmes scolaires|plan de estudio|programas de estudio|учебн программ|منهاج|مناهج|课程|lehrplan
training|train|formation|former|capacitac|formacion|formacao|capacita|обучен|подготовк|تدريب|بناء القدرات|培训|schulung|formazione
ai|artificial intelligence|ai system|intelligence artificielle|inteligencia artificial|искусственн интеллект|искусственного интеллекта|нейросет|الذكاء الاصطناعي|人工智能|kunstliche intelligenz|intelligenza artificiale|algorithm|algorith|algoritm|алгоритм|خوارزمي|算法|automated|automatis|automatiz|автоматизированн|自动化
impact-assessment|impact assessment|assess|etude d'impact|evaluation d'impact|evaluacion de impacto|avaliacao de impacto|оценк воздействи|оценк влияни|تقييم الاثر|影响评估|folgenabschatzung|valutazione
appeal|appeal|human review|recours|reexamin|apelar|apelacion|revision humana|recurso|recorrer|revisao humana|обжалов|пересмотр|человек|تظلم|مراجعه بشريه|الطعن|复核|申诉|einspruch|ricorso
public-service|public service|government service|service public|services publics|servicio publico|servicios publicos|servico publico|servicos publicos|государственн услуг|госуслуг|خدمات عامه|الخدمات الحكوميه|公共服务|政务服务|offentliche dienste
transparency|transparen|publish|disclos|publi|publicar|divulg|прозрачн|публик|شفافيه|نشر|تنشر|公开|公布|透明|veroffentlich|trasparen
personal-data|personal data|privacy|data protection|donnees personnelles|donnees a caractere|vie privee|datos personales|privacidad|proteccion de datos|dados pessoais|privacidade|protecao de dados|персональн данн|частн жизн|приватн|البيانات الشخصيه|الخصوصيه|حمايه البيانات|个人信息|隐私|个人数据|datenschutz|dati personali
authority|authority|regulator|regulateur|autorite|regulador|autoridad|autoridade|регулятор|надзорн|الهيئه|هيئه تنظيم|الجهه المنظمه|监管|主管部门|behorde|autorita
independent|independen|independan|независим|مستقل|独立|unabhangig|indipendent
localisation|localisation|localization|stored|store in|store data|conserv|stocker|almacena|localizacion|armazena|localizac|хранить|хранени|локализац|توطين|تخزين|存储|本地化|境内
open-data|open data|donnees ouvertes|ouvertes|datos abiertos|dados abertos|открыт данн|البيانات المفتوحه|开放数据|数据开放
ipv6|ipv6
ixp|exchange point|ixp|internet exchange|point d'echange|punto de intercambio|puntos de intercambio|ponto de troca|pontos de troca|обмена трафик|точк обмена|نقطه تبادل|تبادل الانترنت|交换中心|交换点|knotenpunkt|punto di interscambio
cable|submarine|cable|cabos submarin|кабел|كابل|الكابلات|海缆|光缆|seekabel|cavi
satellite|satelli|спутник|الاقمار|ساتل|卫星
price|price|afford|cost|prix|tarif|abordable|precio|asequib|preco|acessive|цен|стоимост|тариф|اسعار|سعر|تكلفه|كلفه|资费|价格|费用|preis|prezz
rural|rural|remote area|village|campagne|aldea|zonas rurales|interior|сельск|деревн|отдален|ريفي|الارياف|القري|农村|乡村|偏远|landlich
island|island|archipel|isla|ilha|остров|جزيره|جزر|海岛|岛屿|insel|isol
universal-fund|universal service fund|universal access fund|fonds d'acces universel|fonds de service universel|fondo de servicio universal|fondo de acceso|fundo de servico universal|фонд универсальн|универсального обслуживан|صندوق الخدمه الشامله|普遍服务基金|universaldienstfonds
universal-acceptance|universal acceptance|acceptation universelle|aceptacion universal|aceitacao universal|универсальн принят|القبول الشامل|普遍适用
idn|idn|domain name|email address|noms de domaine|nombres de dominio|nomes de dominio|доменн|имена домен|اسماء النطاقات|النطاقات|域名|邮箱地址
local-language|local language|minority language|indigenous language|mother tongue|languages|langues|lenguas|idiomas|linguas|язык|لغات|اللغات|لغتنا|语言|民族语|sprachen|lingue
youth|youth|young|jeune|joven|jovens|juventud|молод|شباب|الشباب|青年|年轻|jugend|giovan
seat|seat|vote|siege|voix|asiento|voto|lugares|voto|мест|голос|مقاعد|مقعد|صوت|席位|表决|sitz|seggi
disability|disabilit|accessib|handicap|discapacidad|accesib|deficien|acessib|инвалид|доступност|اعاقه|الاعاقه|残疾|无障碍|behinder|disabili
remote-participation|remote participation|hybrid|remote hub|online participa|participation a distance|hybride|participacion remota|hibrid|nodos remotos|participacao remota|a distancia|удаленн|дистанцион|гибридн|المشاركه عن بعد|عن بعد|远程|线上参|混合|hybrid
funding|fund|financ|financement|financiaci|financia|финансир|бюджет|تمويل|موازنه|经费|资金|预算|finanzier|finanziament|budget|presupuesto|orcamento
e-waste|e-waste|electronic waste|dechets electroniques|electronique|residuos electronicos|basura electronica|residuos eletronicos|lixo eletronico|электронн отход|электронных отход|نفايات الكترونيه|النفايات الالكترونيه|电子废|elektroschrott|rifiuti elettronici
repair|repair|reparation|reparar|reparac|ремонт|اصلاح|修理|维修|reparatur|riparaz
data-centre|data cent|centres de donnees|centros de datos|centros de dados|дата-центр|центр обработки данн|центров обработки|مراكز البيانات|数据中心|rechenzentr|data center
water|water|eau|agua|воды|водн|مياه|水|wasser|acqua
energy|energy|electric|energie|energia|electricidad|eletric|энерги|электро|طاقه|كهرباء|能源|用电|电力|strom
cybercrime|cybercrim|fraud|scam|escroquer|fraude|estafa|burla|киберпреступ|мошенни|احتيال|الجرائم|诈骗|犯罪|betrug|truff
mobile-money|mobile money|sim swap|sim card|monnaie mobile|monnaie electronique|carte sim|dinero movil|moneda|dinheiro movel|мобильн деньг|мобильных денег|محافظ|النقود الالكترونيه|المحافظ|移动支付
cert|cert|csirt|incident response|reponse aux incidents|respuesta a incidentes|resposta a incidentes|реагирован на инцидент|инцидент|الاستجابه للطوارئ|الطوارئ|应急响应|应急中心
critical-infrastructure|critical infrastructure|hospital|infrastructures critiques|infraestructura critica|infraestruturas criticas|критическ инфраструктур|больниц|البنيه التحتيه الحيويه|مستشفي|关键基础设施|医院
platform-liability|platform|plateforme|plataforma|платформ|منصات|المنصات|平台|plattform|piattaform
intermediary|liab|liable|respons|responsabilidad|responsabilidade|ответствен|مسؤوليه|责任|haftung
takedown|remov|take down|moderat|retrait|moder|retir|retiro|moderacion|remoc|удален|модерац|ازاله|حذف|删除|下架|审核|entfern|rimoz
local-content|local content|contenu local|contenus locaux|contenido local|contenidos locales|conteudo local|местн контент|المحتوي المحلي|本地内容
copyright|copyright|author|droit d'auteur|derecho de autor|autores|direitos de autor|авторск|حقوق المؤلف|版权|著作权|urheber
library|librar|bibliothe|bibliotec|библиотек|مكتب|图书馆|bibliothek
competition|competition|monopol|market power|concurrence|competencia|concorrencia|конкуренц|монопол|منافسه|احتكار|竞争|垄断|wettbewerb|concorrenza
network-fee|network fee|fair share|contribution au cout|contribution des grandes|tarifas de red|contribuicao|taxas de rede|платеж за сеть|плату за использован|رسوم الشبكه|网络使用费|netzentgelt
net-neutrality|net neutrality|neutralite|neutralidad|neutralidade|нейтральност|حياد الشبكه|网络中立
tax|tax|impot|taxe|impuesto|imposto|налог|ضريبه|ضرائب|税|steuer|tass
gig-worker|gig|rider|courier|driver|livreur|chauffeur|repartidor|conductor|entregador|estafeta|курьер|водител|سائق|عمال التوصيل|骑手|外卖|rider
digital-id|digital id|digital identity|electronic id|carte d'identite|identite numerique|identidad digital|identidade digital|цифров идентич|электронн паспорт|الهويه الرقميه|数字身份|电子身份
counter|counter|in person|paper|guichet|ventanilla|presencial|balcao|окно|бумаж|شباك|نافذه|窗口|线下|人工服务|schalter|sportello
procurement|procure|tender|marches publics|compras publicas|contratacion|contratos publicos|закупк|مشتريات|المناقصات|采购|beschaffung|appalti
judge|judge|court|juge|judiciaire|juez|judicial|juiz|tribunal|суд|قضائي|قاض|المحكمه|法院|司法|gericht|giudice
register|public register|registry of|registre|registro|реестр|سجل|登记|名录|目录|register
consult|consult|консультац|обсужден с|تشاور|مشاوره|استشاره|征求意见|咨询|anhor
multistakeholder|multistakeholder|multi-stakeholder|all stakeholders|multipartite|parties prenantes|multisectorial|multiples partes|partes interesadas|multissetorial|partes interessadas|многосторонн|заинтересованн сторон|اصحاب المصلحه|多利益相关方|各利益相关|akteur|portatori
igf-mandate|permanent|mandate|mandat|permanente|мандат|постоян|دائم|ولايه|常设|永久|授权
wsis|wsis|smsi|cmsi|cimeira mundial|ввуио|القمه العالميه|信息社会世界峰会
gdc|global digital compact|pacte numerique|pacto digital|глобальн цифров договор|الميثاق الرقمي|全球数字契约
feedback|what happened to|follow-up|follow up|suite donnee|suivi|seguimiento|que hace con|acompanhamento|отслежив|что стало|متابعه|后续|落实|跟踪
cross-border|cross-border|cross border|transfrontal|transfronter|трансгранич|عبر الحدود|跨境|grenzuberschreit
data-flow|data flow|flux de donnees|flujos de datos|flujo de datos|fluxos de dados|поток данн|потоков данн|تدفق البيانات|数据流动|datenflus
sovereignty|sovereign|souverain|sobera|суверен|سياده|主权
standards|standard|norme|estandar|normas tecnicas|padroes|стандарт|معايير|标准
cloud|cloud|nuage|nube|nuvem|облак|سحاب|云计算|云服务
startup|start-up|startup|small business|sme|pme|petites entreprises|pyme|pequenas empresas|emprendim|стартап|малый бизнес|малого бизнеса|شركات ناشئه|الصغيره والمتوسطه|中小企业|初创
hate-speech|hate speech|hateful|discours de haine|discurso de odio|язык вражды|ненавист|خطاب الكراهيه|仇恨
free-expression|freedom of expression|free speech|liberte d'expression|libertad de expresion|liberdade de expressao|свобод слова|свободу слова|حريه التعبير|言论自由|表达自由
surveillance|surveil|spyware|espionn|vigilancia|espia|слежк|наблюден|مراقبه|تجسس|监控|间谍|uberwachung|sorveglianza
facial-recognition|facial|biometr|faciale|биометр|распознавани лиц|التعرف علي الوجوه|人脸|生物识别
health|health|sante|salud|saude|здоров|медицин|صحه|健康|医疗|gesundheit|salute
farm|farm|agricult|agric|фермер|сельск хозяй|مزارع|زراع|农民|农业
older|older|elderly|senior|agees|personas mayores|idos|пожил|كبار السن|老年|老人
climate|climate|carbon|emission|climat|carbono|климат|выброс|مناخ|انبعاث|气候|碳排放
refugee|refugee|displaced|migrant|refugi|desplazad|deslocad|беженц|переселен|لاجئ|نازح|难民
emergency|emergency|disaster|storm|flood|urgence|catastroph|emergencia|desastre|inundac|чрезвычайн|бедств|طوارئ|كوارث|应急|灾害
helpline|helpline|hotline|report channel|reporting channel|signalement|numero court|canal de denuncia|linea de ayuda|linha de apoio|горяч лини|خط ساخن|قناه ابلاغ|الابلاغ|举报|热线
response-time|within 24|within a day|hours|heures|en horas|horas|часов|ساعه|小时
skills|digital skill|competences numeriques|competencias digitales|habilidades digitales|competencias digitais|цифров навык|مهارات رقميه|المهارات الرقميه|数字技能|digitale kompetenz
gap|digital divide|fracture numerique|brecha digital|exclusao digital|цифров разрыв|فجوه رقميه|الفجوه الرقميه|数字鸿沟
free-of-charge|free of charge|gratuit|gratis|gratuit|бесплат|مجان|免费|kostenlos|gratuit
must-not|prohibit|ban|banned|interdi|prohib|proib|запре|حظر|منع|禁止|verb
weaken|weaken|backdoor|affaibli|debilit|enfraquec|ослаб|اضعاف|后门|削弱|schwach
interpretation|interpret|sign language|captioning|traduction|langue des signes|interpretacion|lengua de senas|interpretac|lingua gestual|перевод|жестов|ترجمه|لغه الاشاره|手语|翻译|字幕
measure|measur|speed|quality of service|mesure|qualite de service|medir|calidad de servicio|velocidad|medir|qualidade|измер|качеств|скорост|قياس|جوده الخدمه|测量|质量|网速
operators|operator|operateur|operador|оператор|مشغل|شركات الاتصالات|运营商|betreiber|operatori
government|government|state|gouvernement|l'etat|gobierno|el estado|governo|правительств|государств|حكومه|الدوله|政府|regierung|governo
parents|parent|famil|padres|pais|родител|семь|اهل|الوالدين|家长|父母|eltern|genitori
consent|consent|consentement|consentimiento|consentimento|соглас|موافقه|同意
dns-abuse|dns abuse|abuse of domain|abus du dns|abuso del dns|злоупотреблен dns|اساءه استخدام
routing|routing|rpki|routage|enrutamiento|roteamento|маршрутиз|توجيه|路由
mobile|mobile|movil|movel|мобильн|محمول|手机|移动
tower|tower|mast|pylone|torre|вышк|ابراج|برج|铁塔|基站
sharing|sharing|shared|partage|compart|partilh|совместн|مشاركه البنيه|共享|共建
`

/** A notion and the words that stand for it. */
export interface Notion {
  readonly id: string
  readonly words: ReadonlyArray<string>
  /** Language of the words; null where they are looked for in every language. */
  readonly language: string | null
}

const ofAllLanguages: ReadonlyArray<Notion> = lines
  .trim()
  .split("\n")
  .map((line) => {
    const [id = "", ...words] = line.split("|")
    return { id, words, language: null }
  })

/** The order of the languages in words-field.ts and words-everyday.ts. */
const languagesOfWords = ["en", "fr", "es", "pt", "de", "it", "ru", "uk", "ar", "zh", "ja", "id", "tr"]

const byLanguage: ReadonlyArray<Notion> = `${fieldWords.trim()}\n${everydayWords.trim()}`
  .split("\n")
  .flatMap((line) => {
    const [id = "", ...cells] = line.split("|")
    return cells.map((cell, place) => ({
      id,
      words: cell.split(" ").map((word) => fold(word.replaceAll("_", " "))),
      language: languagesOfWords[place] ?? null
    }))
  })

/** The classifier's bridge between seven languages: lines `concept,en,fr,...` with alternatives parted by `|`. */
const bridgeFile = new URL("../../../taxonomy/bridge.csv", import.meta.url)

const ofBridge = (): ReadonlyArray<Notion> => {
  const [head = "", ...rows] = readFileSync(bridgeFile, "utf8").trim().split("\n")
  const languages = head.split(",").slice(1)
  return rows.flatMap((row) => {
    const [id = "", ...cells] = row.split(",")
    return cells.map((cell, place) => ({
      id: `bridge-${id}`,
      words: cell
        .split("|")
        .filter((word) => word !== "")
        .map((word) => fold(word).replace(/[-']/gu, " ")),
      language: languages[place] ?? null
    }))
  })
}

/** All notions, in a fixed order. */
export const notions: ReadonlyArray<Notion> = [...ofAllLanguages, ...byLanguage, ...ofBridge()]
