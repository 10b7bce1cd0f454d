/**
 * Cues of the kind of a statement: wordings that mean the same in several languages, so that what is
 * learned of one language holds in the others. `*` at the end of a word matches any ending.
 */

/** Names of cues, each with its wordings by language. */
export const cueLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  should: {
    en: "should|must|ought to|has to|have to|needs to|need to|shall|to be|let us|we ask|we want",
    fr: "devrait|devraient|doit|doivent|devrons|il faut|il faudrait|il convient|qu'il soit|que soit|que soient|nous voulons|nous demandons",
    es: "debería|deberían|debe|deben|deberá|deberán|hay que|es necesario|conviene|se requiere|queremos|pedimos|que se",
    pt: "deveria|deveriam|deve|devem|deverá|deverão|é preciso|é necessário|convém|há que|queremos|pedimos|que se",
    ar: "يجب|ينبغي|لا بد|يتعين|على أن|نطالب|نريد|يلزم|ضرورة",
    ru: "следует|должн*|необходимо|нужно|надо|требу*|стоит|обязан*",
    zh: "应|須|须|必须|需要|应当|應|要求"
  },
  recommend: {
    en: "recommend*|calls upon|call upon|call on|calls on|call for|calls for|urge*|invite*|encourage*|request*|ask that|asks that|asked that|propose*|demand*|suggest*",
    fr: "recommande*|appelle|appellent|appelons|invite*|exhorte*|encourage*|demande*|propose*|exige*|prie|préconise*|souhaite*",
    es: "recomiend*|recomend*|llama a|exhort*|insta*|invita*|alienta|solicit*|propon*|exig*|pide*|pedimos|se sugiere|instamos",
    pt: "recomend*|apela*|exort*|insta*|convida*|encoraja*|solicit*|propõe*|propomos|exige*|pede*|pedimos|sugere*",
    ar: "يوصي|توصي|أوصى|أوصت|نوصي|يدعو|تدعو|ندعو|دعا|دعت|يطالب|تطالب|طالب|طالبت|يقترح|اقترح|اقترحت|حث|يحث|نحث|توصية",
    ru: "рекоменду*|призыва*|предлага*|предложи*|просит|просим|требует|приглаша*|настоятельно",
    zh: "建议|建議|呼吁|呼籲|敦促|倡议|倡議|提议|提議|请求|请|要求|促请|希望"
  },
  begins: {
    en: "require|adopt|publish|establish|create|develop|ensure|support|promote|strengthen|fund|introduce|extend|make|give|set|build|train|include|raise|open|stop|keep|put|allow",
    fr: "exiger|adopter|publier|créer|établir|élaborer|garantir|assurer|soutenir|promouvoir|renforcer|financer|instaurer|former|inclure|ouvrir|inscrire|mettre|prévoir|rendre|faire",
    es: "exigir|adoptar|publicar|crear|establecer|elaborar|garantizar|asegurar|apoyar|promover|fortalecer|financiar|formar|incluir|abrir|incorporar|obligar|poner|que el|que la|que los|que las|que cada|que ningun*",
    pt: "exigir|adotar|publicar|criar|estabelecer|elaborar|garantir|assegurar|apoiar|promover|fortalecer|financiar|formar|incluir|abrir|incorporar|obrigar|que o|que a|que os|que as|que cada",
    ar: "إلزام|نشر|إنشاء|اعتماد|وضع|ضمان|دعم|تعزيز|تمويل|إدراج|تدريب|فتح|منع|إتاحة",
    ru: "обязать|принять|опубликовать|создать|разработать|обеспечить|поддержать|усилить|финансировать|ввести|включить|открыть|провести",
    zh: "要求|制定|建立|公布|设立|推动|加强|支持|将"
  },
  differ: {
    en: "no agreement|no consensus|not agree|disagree*|divided|differed|views differ*|opinions differ*|split|while others|others|on the other hand|some participants|some argued|some held|against|opposed|unresolved|could not agree|was left open|left open|two camps|two views|contested|countered|replied that|answered that",
    fr: "aucun accord|pas d'accord|désaccord*|divergen*|divisé*|partagé*|les uns|les autres|d'autres|certains|pas de consensus|sans consensus|aucun consensus|n'a pas tranché|opposé*|rétorqu*|répondu|question ouverte|restée ouverte|deux camps",
    es: "no hubo acuerdo|sin acuerdo|desacuerdo*|divergen*|dividid*|dividi*|unos|otros|algunos|no hubo consenso|sin consenso|discrep*|posturas|quedó abiert*|mientras que|respondi*|replic*|opuso|opusieron|dos posiciones|encontrad*",
    pt: "não houve acordo|sem acordo|desacordo*|diverg*|dividid*|dividi*|uns|outros|alguns|não houve consenso|sem consenso|discord*|ficou em aberto|enquanto outros|respond*|opôs|opuseram|duas posições",
    ar: "لم يتفق|انقسم*|اختلف*|خلاف|تباين*|بينما|في حين|آخرون|لا إجماع|دون توافق|لم يتوصل|لم يحسم|عارض*|رد|فريق|تحفظ*",
    ru: "не достигн*|не удалось|разошлись|разделились|разногласи*|одни|другие|тогда как|в то время как|консенсус*|возраж*|возрази*|не пришли|спор*|мнения",
    zh: "分歧|未达成|未能达成|没有达成|意见不一|一方|另一方|双方|有人认为|另一些|部分与会者|也有|争议|各执|未有定论|反对|不同意|分為|分成|两派|歧见|未取得"
  },
  lack: {
    en: "lack*|no|not|nobody|none|only|still|without|remain*|fail*|never|cannot|nothing|barely|gap|risk*|threat*|problem*|shortage|too|unable|refuse*|suffer*|lost|lose*|fear*",
    fr: "manque*|aucun*|ne|personne|seul*|encore|sans|reste*|échou*|jamais|rien|à peine|risque*|menace*|problème*|pénurie|trop|refuse*|perd*|peine à|faute de|craint|craignent",
    es: "falta*|carec*|ningun*|no|nadie|sólo|solo|todavía|aún|sin|sigue*|nunca|nada|apenas|riesgo*|amenaza*|problema*|escasez|demasiad*|rechaza*|pierd*|temen|brecha*",
    pt: "falta*|carec*|nenhum*|não|ninguém|só|apenas|ainda|sem|continua*|nunca|nada|mal|risco*|ameaça*|problema*|escassez|demasiad*|rejeita*|perd*|temem|lacuna*",
    ar: "لا|لم|ليس*|دون|غياب|نقص|ما زال*|لا يزال|لا تزال|فقط|خطر|تهديد|مشكلة|يفتقر|تفتقر|عجز|يخشى|ضعف|رفض|ترفض|بلا",
    ru: "не|нет|отсутств*|только|лишь|всё ещё|по-прежнему|без|никто|ничего|риск*|угроз*|проблем*|нехват*|слишком|отказ*|теря*|опаса*",
    zh: "缺乏|缺少|没有|沒有|无|仅|只有|仍|尚未|未能|不足|难以|風險|风险|威胁|问题|拒绝|不到|无法|担心|流失"
  },
  report: {
    en: "reported|presented|said that|noted that|described|informed|announced|was held|took place|was launched|were|according to|attended|adopted|recalled|explained|signed|entered into force|since",
    fr: "a présenté|a rappelé|a indiqué|a fait état|a annoncé|a expliqué|selon|s'est tenu*|a été|ont été|a eu lieu|a informé|est entré*|présenté*|rapporté|depuis",
    es: "presentó|informó|señaló|anunció|explicó|recordó|según|se celebró|tuvo lugar|fue|fueron|expuso|dio cuenta|entró en vigor|se realizó|asistieron|desde",
    pt: "apresentou|informou|assinalou|anunciou|explicou|recordou|segundo|realizou-se|teve lugar|foi|foram|expôs|deu conta|entrou em vigor|participaram|desde",
    ar: "أفاد*|عرض*|أشار*|ذكر*|أعلن*|أوضح*|عقد*|شارك*|صدر*|وفق|بحسب|أطلق*|دخل*|استعرض*|قدم*|بلغ*",
    ru: "сообщил*|представил*|отметил*|рассказал*|объявил*|напомнил*|согласно|состоял*|прошл*|по данным|был*|вступил*|принял* участие|доложил*",
    zh: "介绍|报告|通报|指出|宣布|表示|据|举行|召开|发布|共有|出席|参加|回顾|說明|说明|公布|显示"
  },
  works: {
    en: "pilot*|programme|project|has trained|trained|since|reduced|fell|rose|dropped|now|helped|model|example|worked|success*|replicat*|run by|volunteer*|first year|months|cut|doubled|halved|ready to be copied",
    fr: "pilote*|programme|projet|formé*|depuis|réduit*|baissé|passé de|passée de|désormais|exemple|modèle|réussi*|succès|bénévole*|mois|a permis|grâce à|reproduire|reproduit*",
    es: "piloto*|programa|proyecto|capacit*|desde|redujo|bajó|bajaron|pasó de|pasaron de|ahora|ejemplo|modelo|éxito*|voluntari*|meses|permitió|gracias a|logró|replic*|funciona",
    pt: "piloto*|programa|projeto|capacit*|formou|desde|reduziu|baixou|passou de|passaram de|agora|exemplo|modelo|sucesso|voluntári*|meses|permitiu|graças a|conseguiu|replic*|funciona",
    ar: "تجربة|تجربه|مبادرة|مشروع|برنامج|منذ|انخفض*|تراجع*|ارتفع*|دربت|درب|نموذج|نجح*|متطوع*|أشهر|بفضل|تدريب|خلال عام",
    ru: "пилот*|программ*|проект*|обуч*|с тех пор|снизил*|сократил*|выросл*|теперь|пример*|модель|успе*|волонтёр*|месяц*|благодаря|позволил*",
    zh: "试点|項目|项目|经验|做法|案例|自2|以来|降至|下降|升至|已培训|培训|模式|成功|志愿|推广|个月|可供|值得"
  },
  registration: {
    en: "register*|registration|sign up|rsvp|badge*|deadline*|apply by|applications|submit*|proposals|call for|closes|click|form below|fill in|tickets|seats|entry is free|certificate*|attendance",
    fr: "inscri*|s'inscrire|badge*|date limite|candidature*|soumettre|soumission*|appel à|propositions|clôture|cliquez|formulaire|places|entrée libre|attestation*|gratuit*",
    es: "inscrip*|inscrib*|regístr*|registro|registr*|acreditaci*|credencial*|fecha límite|plazo|convocatoria|postul*|propuestas|envíe|enviar|cierra|formulario|cupos|entrada libre|entrada gratuita|certificado*|haga clic",
    pt: "inscriç*|inscrev*|registo|registro|credencia*|prazo|chamada|candidatur*|propostas|envie|enviar|encerra*|formulário|vagas|entrada gratuita|certificado*|clique",
    ar: "التسجيل|سجل|سجلوا|للتسجيل|باب التسجيل|آخر موعد|الموعد النهائي|تقديم|استمارة|النموذج|المقترحات|دعوة|الدعوة|مقاعد|شهادة|شهادات|اضغط|بطاقة|بطاقات|الحضور",
    ru: "регистрац*|зарегистрир*|бейдж*|срок подачи|заявк*|подать|приём заявок|прием заявок|предложени* сессий|форму|анкет*|мест*|вход свободный|сертификат*|нажмите",
    zh: "报名|報名|注册|註冊|登记|截止|征集|徵集|提交|投稿|表格|名额|免费入场|证书|签到|点击|扫码|扫描|二维码|胸牌|入场"
  },
  logistics: {
    en: "lunch|dinner|coffee|wifi|wi-fi|password|parking|shuttle|bus|hotel*|venue|floor|hall|room|livestream*|live stream|zoom|link|interpretation|headset*|microphone*|lost property|photo*|dress code|doors|welcome reception|cocktail|agenda|schedule|programme of|badge",
    fr: "déjeuner|dîner|café|wifi|wi-fi|mot de passe|parking|navette*|bus|hôtel*|lieu|étage|salle|hall|direct|diffus*|zoom|lien|interprétation|casque*|micro|objets trouvés|photo*|accueil|cocktail|horaire*|ordre du jour",
    es: "almuerzo|cena|café|wifi|wi-fi|clave|contraseña|estacionamiento|traslado*|autobús|bus|hotel*|sede|piso|salón|sala|transmisión|zoom|enlace|interpretación|auricular*|foto*|cóctel|horario*|agenda|acceso",
    pt: "almoço|jantar|café|wifi|wi-fi|senha|palavra-passe|estacionamento|transfer|autocarro|ônibus|hotel*|local|andar|sala|salão|transmissão|zoom|link|interpretação|auscultador*|foto*|coquetel|horário*|agenda",
    ar: "الغداء|العشاء|القهوة|استراحة|الشبكة اللاسلكية|كلمة المرور|موقف|الحافلة|حافلات|الفندق|القاعة|الطابق|البث|رابط|الرابط|الترجمة الفورية|سماعات|صور|حفل|جدول|زووم|الواي فاي",
    ru: "обед*|ужин*|кофе*|wi-fi|wifi|пароль|парковк*|автобус*|гостиниц*|отел*|зал|этаж|трансляц*|zoom|ссылк*|синхронн*|наушник*|фото*|фуршет|расписани*|программа дня|место проведения",
    zh: "午餐|晚宴|茶歇|密码|停车|班车|大巴|酒店|会场|楼|厅|直播|链接|同传|耳机|照片|合影|议程|日程|签到处|无线网|地铁|地点|時間|时间："
  },
  thanks: {
    en: "thank*|sponsor*|grateful|gratitude|supported by|partners|gold|platinum|silver|our hosts|kind support|organised by|organized by",
    fr: "remerci*|sponsor*|parrain*|partenaires|soutien de|organisé par|gratitude|merci",
    es: "agradec*|gracias|patrocin*|auspici*|apoyo de|aliados|organiza*|con el apoyo",
    pt: "agradec*|obrigad*|patrocin*|apoio de|parceiros|organizado por|com o apoio",
    ar: "شكر*|نشكر|يشكر|تشكر|رعاة|الرعاة|برعاية|راعي|الراعي|الشركاء|بدعم|امتنان*",
    ru: "благодар*|спасибо|спонсор*|партнёр*|партнер*|при поддержке|организатор*",
    zh: "感谢|感謝|赞助|鸣谢|致谢|支持单位|主办|承办|协办|合作伙伴"
  },
  site: {
    en: "cookie*|newsletter|subscribe|follow us|home|menu|about us|contact|privacy policy|terms of use|all rights reserved|copyright|download*|read more|share|back to top|search|login|log in|next|previous|archive|page|pdf|click here|sitemap|faq|gallery|javascript|browser",
    fr: "cookie*|lettre d'information|newsletter|abonne*|suivez-nous|accueil|menu|à propos|contact*|politique de confidentialité|mentions légales|tous droits réservés|télécharg*|lire la suite|partager|haut de page|rechercher|connexion|suivant|précédent|archives|pdf|plan du site|navigateur",
    es: "cookie*|boletín|suscr*|síganos|inicio|menú|acerca de|quiénes somos|contact*|política de privacidad|aviso legal|todos los derechos|descarg*|leer más|compart*|volver|buscar|iniciar sesión|siguiente|anterior|archivo|pdf|mapa del sitio|navegador|galería",
    pt: "cookie*|boletim|newsletter|subscrev*|siga-nos|início|menu|sobre nós|contact*|contato*|política de privacidade|todos os direitos|descarreg*|baix*|ler mais|leia mais|partilh*|compartilh*|voltar|pesquisar|entrar|seguinte|anterior|arquivo|pdf|mapa do site|navegador|galeria",
    ar: "ملفات تعريف الارتباط|كوكيز|النشرة|اشترك*|تابعونا|الرئيسية|القائمة|من نحن|اتصل بنا|سياسة الخصوصية|جميع الحقوق|تحميل|تنزيل|اقرأ المزيد|شارك|بحث|تسجيل الدخول|التالي|السابق|الأرشيف|معرض|المتصفح|الصفحة",
    ru: "cookie*|файлы cookie|куки|рассылк*|подпи*|главная|меню|о нас|контакт*|политик* конфиденциальности|все права|скачать|читать далее|подробнее|поделиться|наверх|поиск|войти|далее|назад|архив|галере*|браузер*|страниц*",
    zh: "cookie|订阅|訂閱|关注我们|首页|首頁|菜单|关于我们|联系我们|隐私政策|版权所有|下载|阅读更多|分享|返回|搜索|登录|下一页|上一页|存档|相册|浏览器|网站|公众号|公號"
  },
  document: {
    en: "this report|the report|compiled|views expressed|table of contents|annex*|appendix|minutes of|available|second draft|version of this|illustration|distribution|chapter|see below|to be confirmed|tba|what is the internet governance forum|about the forum",
    fr: "ce rapport|le rapport|compilé*|opinions exprimées|sommaire|annexe*|procès-verbal|disponible*|version|illustration|diffusion|chapitre|ci-dessous|à confirmer|qu'est-ce qu|en ligne sur",
    es: "este informe|el informe|compilad*|opiniones expresadas|índice|anexo*|acta|disponible*|versión|ilustración|distribución|capítulo|a continuación|por confirmar|qué es el foro|acerca del foro",
    pt: "este relatório|o relatório|compilad*|opiniões expressas|índice|anexo*|ata|disponíve*|versão|ilustração|distribuição|capítulo|abaixo|a confirmar|o que é o fórum|sobre o fórum",
    ar: "هذا التقرير|التقرير|الآراء الواردة|الفهرس|ملحق|الملحق|محضر|متاح*|متوفر*|نسخة|المسودة|فصل|أدناه|ما هو منتدى|عن المنتدى",
    ru: "настоящий отчёт|данный отчёт|мнения|содержание|приложени*|протокол|доступн*|версия|проект документа|глава|ниже|уточняется|что такое форум|о форуме",
    zh: "本报告|本报告由|不代表|目录|附件|附录|会议记录|可在|第二稿|版本|征求意见|简介|如下|待定|什么是|关于论坛|簡介"
  },
  ceremony: {
    en: "welcome*|honour|honor|distinguished|ladies and gentlemen|pleasure|delighted|congratulat*|opening ceremony|closing ceremony|closed|adjourn*|moderator:|panel 1|panel 2|session 1|next meeting|see you|join us|coming soon|save the date|o'clock",
    fr: "bienvenue|honneur|mesdames|messieurs|plaisir|heureux|félicit*|cérémonie|levée|modérat* :|prochaine réunion|rejoignez|bientôt|à vos agendas|rendez-vous|protocole",
    es: "bienvenid*|honor|distinguid*|señoras y señores|placer|alegría|felicit*|ceremonia|levanta la sesión|modera:|próxima reunión|acompáñ*|pronto|reserve la fecha|los esperamos|te esperamos",
    pt: "bem-vind*|honra|distint*|senhoras e senhores|prazer|alegria|felicit*|cerimónia|cerimônia|encerrada a sessão|moderação:|próxima reunião|junte-se|em breve|reserve a data|esperamos por",
    ar: "أهلا|مرحبا*|شرف|يسر*|السيدات|السادة|أصحاب المعالي|تهنئ*|حفل الافتتاح|الجلسة الافتتاحية|رفعت الجلسة|يدير الجلسة|الاجتماع القادم|انضموا|قريبا|ترقبوا",
    ru: "добро пожаловать|честь|уважаемые|дамы и господа|рад*|поздравл*|церемони*|заседание закрыто|модератор:|следующее заседание|присоединяйтесь|скоро|до встречи|ждём вас",
    zh: "欢迎|歡迎|荣幸|尊敬的|女士们|先生们|高兴|祝贺|开幕|闭幕|散会|主持人|下次会议|加入我们|敬请期待|登場|现正"
  },
  position: {
    en: "we believe|believe*|is not|are not|the room|participants agreed|agreed|consensus|principle|right to|conclu*|affirm*|reaffirm*|considers|cannot be|means that|matters|only if|rather than|hold that|held that|stressed|underlined|emphasi*",
    fr: "nous croyons|estime*|n'est pas|ne sont pas|participants|convenu*|consensus|principe*|droit à|conclu*|affirm*|réaffirm*|considère*|ne peut|signifie|importe|plutôt que|souligné*|insist*",
    es: "creemos|consider*|no es|no son|participantes|acord*|consenso|principio*|derecho a|conclu*|afirm*|reafirm*|no puede|significa|importa|en lugar de|subray*|insist*|coincid*",
    pt: "acreditamos|consider*|não é|não são|participantes|acord*|concord*|consenso|princípio*|direito a|conclu*|afirm*|reafirm*|não pode|significa|importa|em vez de|sublinh*|insist*",
    ar: "نرى|يرى|ترى|نؤمن|ليس*|المشاركون|اتفق*|توافق|مبدأ|الحق في|خلص*|أكد*|نؤكد|يؤكد|تؤكد|لا يمكن|يعني|بدلا|شدد*",
    ru: "считаем|считает|полага*|не является|участники|согласил*|консенсус|принцип*|право на|вывод*|подтвержда*|не может|означает|важно|а не|подчеркн*",
    zh: "认为|我们相信|不是|与会者|共识|原则|权利|结论|重申|不能|意味着|重要|而非|强调|一致|同意"
  }
}
