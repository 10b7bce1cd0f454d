/**
 * Lines that are furniture by what they say: share and "read also" lines, tag lists, bylines, advertisements,
 * newsletter and cookie sentences, photo credits, comment labels, in the languages of the initiatives. And
 * the mending of a line: white space, invisible characters, raw shortcodes, messages of a broken PHP.
 */

/** Shortcodes of WordPress plugins that were never rendered, as in `[vc_row css=".x"]` or `[/et_pb_text]`. */
const shortcode =
  /\[\/?(?:vc|et_pb|fusion|su|av|tatsu|mk|cs|x|fl|gallery|caption|embed|video|audio|playlist|contact-form|contact-form-7|ninja_form|gravityform|wpforms|rev_slider|layerslider|shortcode|display-posts|tribe_events|toc|button|row|column|one_half|one_third|two_third|spacer|divider|tabs?|accordion|toggle|youtube|vimeo|soundcloud|googlemaps|mailpoet_form|sc|ultimate|elementor-template|smartslider3|metaslider|wp_\w+|advanced_iframe|pdf-embedder|embeddoc|dflip|ngg\w*)(?:[_-]\w+)*(?:\s[^[\]]{0,2000})?\/?\]/giu
const attributedShortcode =
  /\[\/?[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}\s*=\s*(?:"[^"\]]{0,500}"|'[^'\]]{0,500}'|[”“″][^\]]{0,300}?[”“″]|[\w.#%-]{1,200}))+\s*\/?\]/giu
const embedded = /\[(embed|video|audio|youtube|vimeo|gallery|caption)\b[^\]]{0,500}\][^[\]]{0,500}\[\/\1\]/giu
const phpMessage =
  /(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|Strict standards|Fatal error|Parse error|Catchable fatal error)\s?: [^\n]{1,400}? in (?:[A-Z]:)?[\\/][^\s]{1,300} on line \d+/gu

/** Parts of a raw line that no reader was meant to see. */
export const removeArtefacts = (text: string): string => {
  let clean = text
  if (clean.includes("[")) clean = clean.replaceAll(embedded, " ")
  if (clean.includes("[")) clean = clean.replaceAll(shortcode, " ").replaceAll(attributedShortcode, " ")
  if (clean.includes(" on line ")) clean = clean.replaceAll(phpMessage, " ")
  return clean
}

/** One line with single spaces, without invisible characters and artefacts. */
export const mendLine = (text: string): string =>
  removeArtefacts(text)
    .replaceAll(/[\u{ad}\u{200b}\u{2060}\u{feff}]/gu, "")
    .replaceAll(/\p{Cc}|\s/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim()

const end = String.raw`(?![\p{L}\p{N}])`
const anyOf = (...alternatives: ReadonlyArray<string>): string => `(?:${alternatives.join("|")})`

const readAlso = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}${anyOf(
    "read (?:more|also|next|the full (?:story|article|report here)|related)",
    "(?:also|must) read",
    "related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|reading|links|topics|coverage))?(?: ?:|$)",
    "see also ?:",
    "more (?:on this|from|stories|news|about this)(?: [\\p{L} ]{0,30})?(?: ?:|$)",
    "you (?:may|might) (?:also )?(?:like|be interested)",
    "recommended(?: for you| reading| articles)?(?: ?:|$)",
    "(?:don['’]t miss|up next|continue reading|keep reading|most (?:read|popular|viewed))",
    "(?:watch|listen|video) ?: ",
    "(?:lire|à lire|voir|lisez) (?:aussi|également|plus|la suite|encore)",
    "(?:sur le même sujet|articles? (?:similaires?|liés?|connexes?)|en savoir plus|dans la même rubrique)",
    "(?:lea|lee|leer|ver|vea|mire) (?:también|más|además)",
    "(?:te puede interesar|le puede interesar|noticias? relacionadas?|artículos? relacionados?|más (?:información|noticias))",
    "(?:leia|veja|ver|confira|saiba) (?:também|mais)",
    "(?:notícias? relacionadas?|artigos? relacionados?|posts? relacionados?)",
    "(?:lesen sie auch|mehr zum thema|siehe auch|auch interessant|weiterlesen|das könnte sie)",
    "(?:leggi anche|potrebbe interessarti|articoli correlati|lees ook|zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej)|przeczytaj (?:też|także|również))",
    "(?:читайте (?:также|ещё|еще)|смотрите также|по теме|материалы по теме|похожие (?:статьи|новости|записи)|подробнее)",
    "(?:اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|شاهد أيضا)",
    "(?:延伸阅读|相关阅读|相关新闻|相关文章|相关链接|推荐阅读|更多阅读|阅读更多|上一篇|下一篇|関連記事|あわせて読みたい)"
  )}${end}`,
  "iu"
)

const shareLine = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}${anyOf(
    "share(?: (?:this|on|via|with|to|it|article|now|facebook|twitter|link)[\\p{L} ,]{0,40})?",
    "(?:tweet|retweet|pin it|whatsapp|facebook|twitter|linkedin|e-?mail|print|copy link|telegram|reddit)(?: (?:this|tweet|facebook|twitter|linkedin|whatsapp|e-?mail|print|telegram|reddit|pinterest|this (?:post|article|page)))*",
    "(?:follow|like|find) us(?: on [\\p{L} ,&]{0,60})?",
    "(?:partager|partagez)(?: (?:sur|cet|ceci|l['’]article|via)[\\p{L} ,'’]{0,40})?",
    "(?:suivez-nous|síguenos|siga-nos|nos siga)[\\p{L} ,]{0,40}",
    "(?:compartir|comparte|compartilhar?|compartilhe|partilhar|partilhe)(?: [\\p{L} ,]{0,40})?",
    "(?:teilen|artikel teilen|condividi|delen|udostępnij|paylaş)(?: [\\p{L} ,]{0,30})?",
    "(?:поделиться|расскажите друзьям)(?: [\\p{L} ,]{0,40})?",
    "(?:شارك|مشاركة|شارك هذا)(?: [\\p{L} ,]{0,40})?",
    "(?:分享到?|分享这篇文章|扫一扫|微信扫码|シェアする)[\\p{L} ,]{0,20}"
  )}[^\\p{L}\\p{N}]{0,3}$`,
  "iu"
)

const tagLine = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}${anyOf(
    "tags?|tagged(?: (?:as|with|in))?|filed (?:under|in)|posted in|categor(?:y|ies)|topics?|keywords|related topics",
    "mots[- ]clés?|étiquettes?|catégories?|classé (?:dans|sous)|thèmes?",
    "etiquetas?|palabras clave|categorías?|temas|palavras-chave|categorias?|publicado em|arquivado em",
    "schlagw(?:ort|örter)|schlagworte|kategorien?|parole chiave|categorie|trefwoorden",
    "теги|тэги|метки|ключевые слова|рубрик[аи]|категори[яи]",
    "الوسوم|كلمات مفتاحية|الكلمات المفتاحية|التصنيفات|التصنيف",
    "标签|关键词|关键字|分类|タグ|カテゴリー"
  )}\\s?[:：]`,
  "iu"
)

const subscription = new RegExp(
  anyOf(
    "subscribe (?:to|now|today|here|for)|sign up (?:for|to|now|here|today)|join (?:our|the) (?:newsletter|mailing list|whatsapp|telegram)|follow us on|get (?:the latest|our) [\\p{L} ]{0,40}(?:inbox|newsletter)|delivered (?:straight |right )?to your inbox|download (?:our|the) app|support (?:our|independent) journalism|like us on facebook",
    "(?:abonnez-vous|inscrivez-vous) (?:à|pour)|recevez (?:notre|nos|la) |suivez[- ]nous sur|téléchargez l['’]application",
    "suscríbe(?:te|ase)|recibe (?:nuestro|las)|síguenos en|descarga (?:la|nuestra) app",
    "(?:inscreva|cadastre)-se|assine (?:a|nossa|já)|receba (?:as|a nossa|nossas)|siga(?:-nos)? (?:no|nas|em)|baixe o app",
    "newsletter (?:abonnieren|anmelden)|abonnieren sie|iscriviti alla",
    "подпис(?:ывайтесь|аться|ывайся|шитесь) на|подписка на",
    "(?:اشترك|تابعنا|اشتركوا) (?:في|على|الآن)",
    "(?:订阅|关注)(?:我们|本|公众号)|メルマガ"
  ),
  "iu"
)

const cookieNotice = new RegExp(
  anyOf(
    "(?:we|this (?:web)?site|our (?:web)?site|website) uses? cookies|by continuing to (?:use|browse)[^.]{0,60}cookies|accept (?:all )?cookies",
    "(?:utilis(?:e|ons)|dépose) des cookies|(?:utiliza|utilizamos|usamos|usa) (?:las )?cookies|(?:verwendet|verwenden|nutzt|nutzen) cookies|utilizza (?:i )?cookie",
    "используе(?:т|м) (?:файлы )?cookie|ملفات تعريف الارتباط|使用\\s?cookie|wykorzystuje pliki cookies|używa (?:plików )?cookie"
  ),
  "iu"
)

const exactNoise = new RegExp(
  `^[^\\p{L}\\p{N}]{0,4}${anyOf(
    "advertisements?|advertising|sponsored(?: content)?|story continues below(?: advertisement)?|article continues (?:below|after ad)|scroll (?:down )?to continue(?: with content)?|loading(?: comments)?|skip to (?:main )?content|skip advertisement|back to top|top|print(?: this)?(?: page)?|click (?:here )?to (?:enlarge|print|share)[^.]{0,60}|next(?: post| article| page)?|prev(?:ious)?(?: post| article| page)?|listen to (?:this )?article|play|pause|menu|search|close|edit(?: source)?|reply|report(?: abuse)?|permalink|view (?:all|more)|show (?:more|less)|load more|learn more|jump to(?: navigation| search)?|navigation menu|log ?in|sign in|register|home|contents|table of contents|toggle (?:navigation|menu)|text size|font size|a[-+]|download(?: pdf)?|pdf version|printer-friendly version|copy(?:right)?|embed|save|bookmark|favou?rite|leave (?:a|your) (?:reply|comment)|(?:add|post|write) (?:a |your )?comment|no comments(?: yet)?|comments? (?:are )?(?:closed|off)|be the first to comment|view comments|join the (?:conversation|discussion)|was this (?:article|page|post) helpful\\??|yes|about the author|author bio",
    "publicité|annonce|imprimer|retour (?:en|au) haut|haut de page|laisser un commentaire|aucun commentaire|article (?:suivant|précédent)|chargement|sommaire|fermer|écouter l['’]article|accueil",
    "publicidad|anuncio|imprimir|volver arriba|deja(?:r)? (?:un|tu) comentario|(?:sin|no hay) comentarios|siguiente|anterior|cargando|cerrar|escuchar|inicio|publicidade|voltar ao topo|deixe (?:um|seu) comentário|nenhum comentário|próximo|carregando|fechar|continua depois da publicidade|continua após a publicidade",
    "anzeige|werbung|drucken|nach oben|kommentar (?:schreiben|hinterlassen)|keine kommentare|pubblicità|stampa|advertentie|reklama",
    "реклама|печать|распечатать|версия для печати|наверх|комментариев нет|нет комментариев|оставить комментарий|добавить комментарий|загрузка|закрыть|главная|следующ(?:ая|ий)|предыдущ(?:ая|ий)",
    "إعلان|اعلان|إعلانات|طباعة|أضف تعليقا?ً?|اترك تعليقا?ً?|لا توجد تعليقات|التعليقات|الرئيسية|التالي|السابق|إغلاق",
    "广告|打印|打印本页|关闭窗口|返回顶部|发表评论|暂无评论|加载中|首页|收藏|字号|大中小|大 中 小|【(?:打印|关闭|字体)[^】]*】"
  )}[^\\p{L}\\p{N}]{0,4}$`,
  "iu"
)

const commentLabel = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:\\d{1,5}\\s?)?${anyOf(
    "comments?(?: on (?:paragraph|this|the whole)[\\p{L}\\d ]{0,30})?|leave a comment on (?:paragraph|page|the whole)[\\p{L}\\d ]{0,30}|replies|responses?(?: to [^.]{0,120})?|thoughts? on [^.]{0,160}|shares?|views?|likes?",
    "commentaires?|comentarios?|comentários?|kommentare?|commenti|reacties|vues|vistas|visualizações",
    "комментари(?:й|я|ев)|просмотр(?:ов|а)?|تعليقا?ت?|مشاهدة|(?:条)?评论|次?浏览|阅读"
  )}(?:\\s?[(（:：]?\\d{0,6}[)）]?)?$`,
  "iu"
)

const photoCredit = new RegExp(
  `^[^\\p{L}\\p{N}]{0,2}${anyOf(
    "(?:photo|image|picture|illustration|photograph|featured image)s?(?: (?:by|credits?|courtesy|source|via)|\\s?[:：©]| ?/)",
    "(?:photo|crédits?(?: photos?)?|image)\\s?[:©]|(?:foto|imagen|imagem|créditos?|fotografía)(?: de| por)?\\s?[:：/©]|(?:bild|foto|quelle)\\s?[:©]",
    "(?:фото|источник фото|иллюстрация)\\s?[:©]|(?:الصورة|تصوير|المصدر)\\s?[:：]|(?:图片来源|图源|摄影|图|资料图)\\s?[:：]",
    "getty images|©\\s?(?:getty|reuters|afp|ap|epa|istock|shutterstock)"
  )}`,
  "iu"
)

const rightsLine = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}${anyOf(
    "©|\\(c\\) ?(?:19|20)\\d\\d|copyright|all rights reserved|tous droits réservés|todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten|tutti i diritti|все права защищены|جميع الحقوق محفوظة|版权所有|转载请注明"
  )}`,
  "iu"
)

const month = anyOf(
  "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?",
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
  "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro",
  "januar|februar|märz|juni|juli|oktober|dezember|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
  "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
)
const dateText = anyOf(
  `(?:\\p{L}{2,10}[,.]? )?\\p{Nd}{1,2}(?:st|nd|rd|th|er|º|\\.)?(?: de| of)? ${month},?(?: de| del)? \\p{Nd}{4}(?: г(?:ода|\\.)?)?`,
  `(?:\\p{L}{2,10}[,.]? )?${month} \\p{Nd}{1,2}(?:st|nd|rd|th)?,? \\p{Nd}{4}`,
  "\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}[./-](?:19|20)\\p{Nd}\\p{Nd}",
  "(?:19|20)\\p{Nd}\\p{Nd}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}",
  "(?:19|20)\\p{Nd}\\p{Nd}\\s?年\\s?\\p{Nd}{1,2}\\s?月\\s?\\p{Nd}{1,2}\\s?日"
)
const dateLine = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:[\\p{L}']{2,14}[:：,]? )?${dateText}(?:[\\s,|·•–-]{1,4}(?:at |à |a las |às |um |в )?\\d{1,2}[:h.]\\d{2}(?::\\d\\d)?(?: ?[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,5}\\)?)?)?(?:\\s?[,|·•–-]\\s?(?:by [^|]{2,60}|\\d{1,3} (?:min(?:ute)?s?(?: read)?|comments?)|[\\p{L} ]{2,30}))?[^\\p{L}\\p{N}]{0,3}$`,
  "iu"
)
const publishedLine = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}${anyOf(
    "(?:published|posted|updated|last (?:updated|modified)|modified|first published|submitted|created)(?: (?:on|by|at|in))?",
    "(?:publié|posté|mis à jour|modifié|dernière mise à jour)(?: (?:le|par))?|(?:publicado|actualizado|atualizado|modificado|última actualización|última atualização)(?: (?:el|em|por|en|a))?",
    "(?:veröffentlicht|aktualisiert|stand)(?: am)?|pubblicato(?: il)?|(?:опубликовано|обновлено|дата публикации)|(?:نشر في|تاريخ النشر|آخر تحديث)|(?:发布时间|发表于|更新时间|来源|日期|浏览次数|点击数)"
  )}\\s?[:：]?\\s?[^.!?。]{0,90}(?: \\p{L}\\.[^.!?。]{0,40})?\\.?$`,
  "iu"
)
const readingTime =
  /^[^\p{L}\p{N}]{0,3}(?:(?:estimated )?reading time[^\p{L}\p{N}]{0,3})?(?:\d{1,3}|an?|one|two|three|five) ?-?min(?:ute)?s?(?: (?:read|de lecture|de lectura|de leitura|lesezeit))?[^\p{L}\p{N}]{0,3}$/iu
const byline = new RegExp(
  `^[^\\p{L}\\p{N}]{0,2}(?:${anyOf(
    "by|written by|author|authors|reported by|edited by|reporting by|editing by|story by|posted by",
    "par|auteur|rédigé par|propos recueillis par|por|autora?|escrito por|redacción|da redação|von|di|autore|autor|door",
    "автор|текст|اعداد|إعداد|بقلم|كتب|كتبت|المصدر|作者|记者|编辑|责任编辑|来源|文"
  )})(?:\\s?[:：/|]\\s?|\\s)[\\p{Lu}\\p{Lo}@][^.!?。]{1,80}$`,
  "u"
)
const bylineCased = (text: string): boolean =>
  byline.test(text.slice(0, 1).toLowerCase() + text.slice(1)) &&
  // Names have capitals: most words of a byline do.
  text
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^[\p{Lu}\p{Lo}@|,&(\d]/u.test(word)).length *
    2 >=
    text.split(/\s+/).length - 1

/** The request opens the line, or is a link: prose may well speak of subscribers. */
const asksToSubscribe = (text: string, linkShare: number): boolean => {
  const match = subscription.exec(text)
  return match !== null && (match.index < 30 || linkShare > 0.25)
}

const followPerson = /^[^\p{L}\p{N}]{0,3}follow (?:me|us|him|her|them|@\w+)(?![\p{L}\p{N}])/iu

/** Who helped, as a line of its own. */
const helpers =
  /^(?:(?:additional )?reporting by|with (?:additional )?reporting (?:by|from)|edited by|editing by|con información de|com informações d[aeo]s?|avec (?:l['’])?afp|mit material von)(?![\p{L}])/iu

/** Who wrote it, as a sentence under the last paragraph. */
const authorNote =
  /(?:^|\s)(?:is|was|are) (?:an?|the|our) [^.]{0,80}(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|freelancer?|researcher|fellow|blogger)(?![\p{L}])[^.]{0,120}\.?$|(?:contributed to|additional reporting|reporting by|editing by|con información de|avec afp|com informações d|mit material von)/iu

const fileName = /^[\p{L}\p{N}\s_().,-]{1,120}\.(?:pdf|docx?|pptx?|xlsx?)(?:\s?\(?[\d.,]+\s?[km]i?b\)?)?$/iu

/** How a line was judged: furniture anywhere, only at the edges of a body, or content. */
export type LineVerdict = "furniture" | "edge" | "content"

/**
 * Judges one block's text by its words alone.
 * @param linkShare share of the text that stands inside links, 0 to 1.
 */
export const judgeLine = (text: string, linkShare: number): LineVerdict => {
  const { length } = text
  if (length > 420) return "content"
  if (cookieNotice.test(text)) return "furniture"
  if (length > 300) return "content"
  if (length <= 140 && (exactNoise.test(text) || shareLine.test(text) || commentLabel.test(text)))
    return "furniture"
  if (readAlso.test(text) && (linkShare > 0.3 || length < 40)) return "furniture"
  if (tagLine.test(text) && (linkShare > 0.3 || length < 120)) return linkShare > 0.3 ? "furniture" : "edge"
  if (length <= 220 && asksToSubscribe(text, linkShare)) return "furniture"
  if (length <= 160 && photoCredit.test(text)) return "furniture"
  if (length <= 200 && rightsLine.test(text)) return "furniture"
  if (length <= 100 && followPerson.test(text)) return "furniture"
  if (length <= 160 && helpers.test(text)) return "furniture"
  if (length <= 240 && authorNote.test(text)) return "edge"
  if (readingTime.test(text) || fileName.test(text)) return "furniture"
  if (length <= 120 && (dateLine.test(text) || publishedLine.test(text) || bylineCased(text))) return "edge"
  return "content"
}

const trailingSection = new RegExp(
  `^[^\\p{L}]{0,4}${anyOf(
    "related(?: (?:articles?|stories|posts?|news|content|reading|links|topics|documents|pages))?|you (?:may|might) also (?:like|be interested in|enjoy)|recommended(?: for you| reading| articles| posts)?|more (?:from|stories|news|articles|on this|like this)[\\p{L} ]{0,40}|latest (?:news|posts|articles|stories)|recent (?:posts|news|comments|articles)|most (?:read|popular|viewed|recent)|popular (?:posts|news|articles)|trending(?: now)?|see also|read (?:also|more|next)|further reading|what (?:do you think|to read next)\\??|comments?|leave a (?:reply|comment)|post a comment|about the authors?|share this[\\p{L} ]{0,20}|sign up[^.]{0,80}|subscribe[^.]{0,80}|newsletter|follow us|contact us|sponsors?|our (?:partners|sponsors)|tags|categories|archives?|upcoming events|navigation menu|personal tools|external links|discover more from [^.]{0,60}|like this|explore further|(?:top|recommended|promoted|sponsored) stories|editor['’]?s['’]? picks?|(?:from )?around the web|join the (?:conversation|discussion)|(?:show|view) comments|related (?:coverage|reading|videos?)",
    "articles? (?:similaires?|liés?|connexes?|récents?)|à lire (?:aussi|également)|voir aussi|sur le même (?:sujet|thème)|commentaires?|laisser un commentaire|à propos de l['’]auteure?|nos partenaires|dans la même (?:rubrique|catégorie)|ces articles (?:pourraient|peuvent)[\\p{L} ]{0,30}",
    "(?:noticias|artículos|entradas|publicaciones) relacionad[ao]s|te puede interesar|también te puede interesar|lee también|ver también|comentarios|deja (?:una respuesta|un comentario)|sobre (?:el autor|la autora)|últimas noticias|lo más leído|compartir",
    "(?:notícias|artigos|posts|conteúdos?) relacionad[ao]s|leia (?:também|mais)|veja também|comentários|deixe (?:um comentário|uma resposta)|sobre [oa] autora?|últimas notícias|mais lidas|compartilhe",
    "(?:ähnliche|weitere|verwandte) (?:artikel|beiträge|themen)|mehr (?:zum thema|dazu)|lesen sie auch|das könnte (?:sie|dich) auch interessieren|meistgelesene?(?: artikel)?|zum thema|kommentare|kommentieren|was denkst du\\??|über den autor|diesen (?:artikel|beitrag) teilen",
    "leggi anche|potrebbe interessarti|articoli correlati|commenti|condividi|zobacz (?:też|także|również)|czytaj (?:też|także|również)|podobne (?:artykuły|wpisy)|polecane|komentarze|udostępnij|lees ook|gerelateerde (?:artikelen|berichten)|reacties|ilgili haberler|yorumlar|관련 ?기사|많이 본 뉴스|댓글",
    "(?:похожие|другие|последние) (?:статьи|новости|записи|материалы)|читайте также|по теме|комментарии|об авторе|оставить комментарий|добавить комментарий",
    "(?:مواضيع|مقالات|أخبار) ذات صلة|اقرأ أيضا?ً?|التعليقات|اترك (?:تعليقا?ً?|رد(?:ا|اً)?)|عن الكاتب|شارك",
    "相关(?:新闻|文章|阅读|链接|推荐)|延伸阅读|推荐阅读|热门(?:文章|新闻)|最新(?:文章|新闻)|评论|发表评论|関連(?:記事|キーワード)|おすすめ(?:記事)?|人気記事|あわせて読みたい"
  )}[^\\p{L}\\p{N}]{0,3}(?:\\(\\d+\\))?[^\\p{L}\\p{N}]{0,2}$`,
  "iu"
)

/**
 * A short line that is mostly a date, a time or both, in any language: at the head of a page it says when the
 * page was published.
 */
export const isDateLike = (text: string): boolean =>
  text.length <= 100 &&
  /(?<!\p{Nd})(?:1[89]|20|١٩|٢٠)\p{Nd}{2}(?!\p{Nd})/u.test(text) &&
  /(?<!\p{Nd})\p{Nd}{1,2}(?!\p{Nd})/u.test(text) &&
  // "Time: 3 June 2025, 10:00 to 11:30" tells of a meeting, not of the page.
  !/[!?;؟]|[.。]$|^[^:：\p{N}]{2,30}[:：]/u.test(text) &&
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) <= 9

/** True for a heading after which a page has left its subject: related stories, comments, author, archives. */
export const opensTrailingSection = (heading: string): boolean =>
  heading.length <= 90 && trailingSection.test(heading)
