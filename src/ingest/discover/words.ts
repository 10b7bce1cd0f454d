/** Words by which initiatives name their outputs, in English, French, Spanish, Portuguese, Arabic, Russian, Chinese. */

interface Topic {
  readonly name: string
  /** How surely a page so named lists outputs, on the scale of offers. */
  readonly weight: number
  readonly words: RegExp
}

const topics: ReadonlyArray<Topic> = [
  {
    name: "messages or declarations",
    weight: 55,
    words:
      /(?<!\p{L})(?:messages?|key messages|communiqu[eé]s?|declarations?|déclarations?|outcomes?|outputs?|mensajes|comunicados?|declaraci(?:ón|ones)|resultados|mensagens|declaraç(?:ão|ões)|recommendations?|recommandations|recomendaciones|recomendações|nachrichten)(?!\p{L})|رسائل|بيان|إعلان|توصيات|послани|сообщени|коммюнике|декларац|рекомендац|итог|讯息|公报|宣言|建议|成果|信息文件/iu
  },
  {
    name: "reports",
    weight: 52,
    words:
      /(?<!\p{L})(?:reports?|annual reports?|summar(?:y|ies)|proceedings|rapports?|comptes?[- ]rendus?|synthèses?|informes?|memorias?|relatórios?|relatorios?|relatos?|berichte?)(?!\p{L})|تقارير|تقرير|отч[её]т|доклад|报告|報告|總結|总结/iu
  },
  {
    name: "publications or documents",
    weight: 46,
    words:
      /(?<!\p{L})(?:publications?|documents?|resources|library|downloads?|publicaciones|documentos|biblioteca|publicaç(?:ão|ões)|ressources|veröffentlichungen)(?!\p{L})|منشورات|وثائق|публикаци|документ|материал|出版|文件|资料|資料/iu
  },
  {
    name: "news",
    weight: 25,
    words:
      /(?<!\p{L})(?:news|blog|updates|actualités?|nouvelles|noticias|novedades|notícias|novidades|aktuelles)(?!\p{L})|أخبار|новости|新闻|新聞|消息|動態|动态/iu
  }
]

/** What a link's words promise; the surest topic wins; null when they promise nothing. */
export const topicOf = (text: string): { readonly name: string; readonly weight: number } | null =>
  topics.find(({ words }) => words.test(text)) ?? null
